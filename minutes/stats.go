package minutes

import (
	"slices"
	"strings"
	"time"

	"telko/tasks"
	"telko/tasks/when"
)

// Stats is what one person did in one series: how often they were there, and
// what became of what they promised.
type Stats struct {
	Nick, Name, Series string
	Meetings           int // held, with a list of those present
	Present, Excused   int
	tasks.Kept
}

// StatsOptions says what CountStats counts.
type StatsOptions struct {
	People *People
	Period tasks.Period
	Today  when.Date
	Zone   *time.Location
	Series []string // keys of all series of the team
	Only   string   // one series alone, "" for all
}

// CountStats counts by person and series, sorted by both. Of attendance,
// meetings count that were held and list people, and of people those who are no
// guests. Of tasks, those count that were promised in the period. What was
// added between meetings belongs to the only series, if there is but one.
func CountStats(held []*Meeting, ts []tasks.Task, o StatsOptions) []Stats {
	c := counting{o: o, rows: map[[2]string]*Stats{}, held: map[string]int{}}
	for _, m := range held {
		if o.Period.Holds(m.Date) && (o.Only == "" || m.Series == o.Only) {
			c.attendance(m)
		}
	}
	c.promises(ts)
	out := make([]Stats, 0, len(c.rows))
	for _, r := range c.rows {
		r.Meetings = c.held[r.Series]
		out = append(out, *r)
	}
	slices.SortFunc(out, func(a, b Stats) int {
		if d := strings.Compare(a.Series, b.Series); d != 0 {
			return d
		}
		return strings.Compare(key(a.Nick), key(b.Nick))
	})
	return out
}

// counting is the work of one CountStats.
type counting struct {
	o    StatsOptions
	rows map[[2]string]*Stats // by nick and series
	held map[string]int       // meetings by series
}

// row returns what is counted for whoever word names in a series.
func (c *counting) row(word, series string) *Stats {
	nick, name := word, ""
	if p, ok := c.o.People.Find(word); ok {
		nick, name = p.Nick, p.Name
	}
	at := [2]string{nick, series}
	if c.rows[at] == nil {
		c.rows[at] = &Stats{Nick: nick, Name: name, Series: series}
	}
	return c.rows[at]
}

// attendance counts who was at m. One that is still an agenda or going on, or
// that lists nobody, says nothing about anybody.
func (c *counting) attendance(m *Meeting) {
	if !m.Status.Held() || len(m.Present) == 0 {
		return
	}
	c.held[m.Series]++
	seen := map[*Stats]bool{}
	for _, p := range m.Present {
		if p.Guest {
			continue
		}
		if r := c.row(nickOrName(p.Nick, p.Name), m.Series); !seen[r] {
			seen[r] = true
			r.Present++
		}
	}
	for _, p := range m.Absent {
		if r := c.row(nickOrName(p.Nick, p.Name), m.Series); p.Excuse == Excused && !seen[r] {
			seen[r] = true
			r.Excused++
		}
	}
}

func nickOrName(nick, name string) string {
	if nick != "" {
		return nick
	}
	return name
}

// promises counts what became of tasks, series by series.
func (c *counting) promises(ts []tasks.Task) {
	bySeries := map[string][]tasks.Task{}
	for _, t := range ts {
		if t.Series == "" && len(c.o.Series) == 1 {
			t.Series = c.o.Series[0]
		}
		if c.o.Only == "" || t.Series == c.o.Only {
			bySeries[t.Series] = append(bySeries[t.Series], t)
		}
	}
	for series, some := range bySeries {
		for nick, k := range tasks.CountKept(some, c.o.Period, c.o.Today, c.o.Zone) {
			c.row(nick, series).Kept.Add(*k)
		}
	}
}
