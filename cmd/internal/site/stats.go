package site

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

type statsYear struct {
	Year   int
	Series bool // several, so that a column says which
	Rows   []minutes.Stats
}

type statsPage struct {
	frame
	Years []statsYear
}

// count counts attendance and promises, year by year, the newest first. All of
// it comes from the public minutes that the site shows.
func (c *content) count(w *archive.Workspace) {
	settings := w.Settings()
	o := minutes.StatsOptions{People: w.People(), Today: c.today, Zone: w.Location()}
	for _, s := range settings.Series {
		o.Series = append(o.Series, s.Key)
	}
	var held []*minutes.Meeting
	var years []int
	for _, m := range c.meetings {
		held = append(held, &m.model)
		if y := m.model.Date.Year; !slices.Contains(years, y) {
			years = append(years, y)
		}
	}
	slices.Sort(years)
	for _, y := range slices.Backward(years) {
		o.Period = tasks.Period{From: when.Day(y, time.January, 1), Until: when.Day(y, time.December, 31)}
		if rows := minutes.CountStats(held, c.tasks, o); len(rows) > 0 {
			several := slices.ContainsFunc(rows, func(r minutes.Stats) bool { return r.Series != rows[0].Series })
			c.stats = append(c.stats, statsYear{y, several, rows})
		}
	}
}

func (c *content) statsPage() statsPage {
	return statsPage{frame: c.frame(lang.SiteStats.In(c.lang)), Years: c.stats}
}

func (x statsPage) html() []byte {
	return x.page(func(p *builder) {
		if len(x.Years) == 0 {
			p.put("<p>%s</p>\n", x.in(lang.SiteNoStats))
		}
		for _, y := range x.Years {
			p.put("<h2>%d</h2>\n", y.Year)
			x.plot(p, &y)
			x.table(p, &y)
		}
	})
}

// The plot's measures, in its own units.
const (
	plotWidth = 600
	plotNames = 150 // for the names at the left
	plotRow   = 22
)

// plot draws a bar a row: what was kept in time, late, is open, was dropped.
// The longest bar is that of who promised most.
func (x statsPage) plot(p *builder, y *statsYear) {
	most := 0
	for _, r := range y.Rows {
		most = max(most, r.Promised)
	}
	if most == 0 {
		return
	}
	p.put(`<svg class="plot" viewBox="0 0 %d %d" role="img" aria-label="%s">`+"\n", plotWidth, plotRow*len(y.Rows), x.in(lang.SiteStatsPlot))
	for i := range y.Rows {
		r := &y.Rows[i]
		p.put(`<text x="0" y="%d">%s</text>`, plotRow*i+plotRow-7, statsName(r, y.Series))
		done := 0
		for _, part := range parts(r) {
			if part.n == 0 {
				continue
			}
			at := func(n int) int { return plotNames + n*(plotWidth-plotNames)/most }
			p.put(`<rect class="%s" x="%d" y="%d" width="%d" height="%d"><title>%s: %d</title></rect>`,
				part.class, at(done), plotRow*i+3, at(done+part.n)-at(done), plotRow-6, x.in(part.name), part.n)
			done += part.n
		}
		p.put("\n")
	}
	p.put("</svg>\n<p class=\"legend\">")
	for _, part := range parts(&y.Rows[0]) {
		p.put(`<span><i class="%s"></i> %s</span>`, part.class, x.in(part.name))
	}
	p.put("</p>\n")
}

// part is what a part of a bar stands for.
type part struct {
	class string
	n     int
	name  lang.Text
}

func parts(r *minutes.Stats) []part {
	return []part{{"good", r.InTime, lang.HeadInTime}, {"late", r.Late, lang.HeadLate}, {"open", r.Open, lang.HeadOpen}, {"faint", r.Dropped, lang.StateDropped}}
}

func statsName(r *minutes.Stats, series bool) string {
	if series && r.Series != "" {
		return r.Nick + " · " + r.Series
	}
	return r.Nick
}

func (x statsPage) table(p *builder, y *statsYear) {
	heads := []head{{text: x.in(lang.HeadWho)}}
	for _, h := range []lang.Text{lang.HeadThere, lang.HeadPromised, lang.HeadInTime, lang.HeadLate, lang.HeadOpen, lang.HeadExtended} {
		heads = append(heads, head{text: x.in(h), num: true})
	}
	p.heads(heads...)
	for i := range y.Rows {
		r := &y.Rows[i]
		p.put("<tr><td>%s</td>", statsName(r, y.Series))
		for _, s := range []string{
			fmt.Sprintf("%d/%d", r.Present, r.Meetings), number(r.Promised), number(r.InTime), number(r.Late), number(r.Open), number(r.Extended),
		} {
			p.put(`<td class="num">%s</td>`, strings.TrimPrefix(s, "0/0"))
		}
		p.put("</tr>\n")
	}
	p.put("</table></div>\n")
}
