package cli

import (
	"strings"

	"telko/minutes/lang"
)

// statsTable returns rows as a table with a bar each on a terminal. A pipe gets
// all counts: nick, series, meetings, present, excused, promised, in time, late,
// dropped, open, overdue, extended.
func (a *app) statsTable(rows []statsJSON) *table {
	series, most := false, 0
	for _, r := range rows {
		series = series || r.Series != rows[0].Series
		most = max(most, r.Promised)
	}
	tab := &table{heads: []lang.Text{lang.HeadWho}}
	if series {
		tab.heads = append(tab.heads, lang.HeadSeries)
	}
	tab.heads = append(tab.heads, lang.HeadThere, lang.HeadPromised, lang.HeadInTime, lang.HeadLate, lang.HeadOpen, lang.HeadExtended, lang.HeadKept)
	for _, r := range rows {
		if !a.out.outTTY {
			cells := []cell{text(r.Nick), text(r.Series)}
			for _, n := range []int{r.Meetings, r.Present, r.Excused, r.Promised, r.InTime, r.Late, r.Dropped, r.Open, r.Overdue, r.Extended} {
				cells = append(cells, text(decimal0(n)))
			}
			tab.add(cells...)
			continue
		}
		cells := []cell{text(r.Nick)}
		if series {
			cells = append(cells, text(r.Series))
		}
		open := text(decimal0(r.Open))
		if r.Overdue > 0 {
			open = text(lang.StatsOverdue.In(a.lang, r.Open, r.Overdue))
			open.style = urgent
		}
		there := decimal0(r.Present) + "/" + decimal0(r.Meetings)
		tab.add(append(cells, text(there), text(decimal0(r.Promised)), text(decimal0(r.InTime)), text(decimal0(r.Late)), open, text(decimal0(r.Extended)), text(bar(r, most)))...)
	}
	return tab
}

// barWidth is how many cells the longest bar takes.
const barWidth = 20

// bar draws what became of the promises of r: kept in time, late, open and
// dropped, each as wide as its share. The longest bar is that of most.
func bar(r statsJSON, most int) string {
	if most == 0 {
		return ""
	}
	var b strings.Builder
	done, drawn := 0, 0
	for _, part := range []struct {
		n    int
		sign string
	}{{r.InTime, "█"}, {r.Late, "▒"}, {r.Open, "░"}, {r.Dropped, "·"}} {
		done += part.n
		to := (done*barWidth + most/2) / most
		b.WriteString(strings.Repeat(part.sign, max(to-drawn, 0)))
		drawn = max(to, drawn)
	}
	return b.String()
}
