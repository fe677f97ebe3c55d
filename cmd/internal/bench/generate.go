package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"

	"telko/tasks"
	"telko/tasks/when"
)

const (
	meetings    = 800
	meetingSize = 10_000 // bytes, about
	team        = 20     // people
	mine        = 60     // open tasks of me
	me          = "nick07"
)

// archive is an invented archive: everything is drawn from a generator with a
// fixed seed, so that every run measures the same bytes.
type archive struct {
	rnd      *rand.Rand
	promises []promise // in order of the meetings
	log      []tasks.Event
}

// promise is a task and the meeting it was made in.
type promise struct {
	task    tasks.Task
	meeting int
	open    bool
}

// words are what notes and tasks are made of.
var words = strings.Fields(`der die das Server Drucker Leitung Rechnung Liste Kabel Dienst Raum Schlüssel Vertrag Angebot prüfen
bestellen beschriften umziehen sichern vergleichen läuft fehlt kommt morgen wieder noch nicht heute schon zweimal im Keller
beim Anbieter für alle ohne Strom nach Köln über Nacht weil sonst niemand weiß wohin damit`)

// invent draws an archive of n tasks, a tenth of them open, and of these 60
// mine, with n*5/2 events.
func invent(n int) *archive {
	a := &archive{rnd: rand.New(rand.NewPCG(2010, 1))}
	open := map[int]bool{} // which tasks are open
	for len(open) < n/10 {
		open[a.rnd.IntN(n)] = true
	}
	left := mine
	openSeen := 0
	for m := range meetings {
		day := dayOf(m)
		for i := range n*(m+1)/meetings - n*m/meetings {
			p := promise{meeting: m, open: open[len(a.promises)]}
			who := a.person()
			if p.open {
				// Mine are spread over all years.
				if openSeen*mine/(n/10) >= mine-left && left > 0 {
					who, left = me, left-1
				}
				openSeen++
			}
			p.task = tasks.Task{
				ID: tasks.MeetingID("", day, i+1), Text: a.sentence(70), Due: day.AddDays(7),
				Assignees: []tasks.Assignee{{Nick: who}},
			}
			if a.rnd.IntN(5) == 0 {
				p.task.Assignees = append(p.task.Assignees, tasks.Assignee{Nick: a.person(), Tentative: true})
			}
			a.promises = append(a.promises, p)
		}
	}
	a.live(n * 5 / 2)
	return a
}

// person draws anybody but me, so that it is known how many tasks are mine.
func (a *archive) person() string {
	for {
		if nick := nickOf(a.rnd.IntN(team)); nick != me {
			return nick
		}
	}
}

func nickOf(i int) string { return fmt.Sprintf("nick%02d", i) }

// dayOf returns the day of meeting m: one a week.
func dayOf(m int) when.Date { return when.Day(2005, time.January, 6).AddDays(7 * m) }

// sentence draws words until they are about as long as size.
func (a *archive) sentence(size int) string {
	var b strings.Builder
	for b.Len() < size-4 {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(words[a.rnd.IntN(len(words))])
	}
	return b.String()
}

// live draws what became of the tasks, in order of time: an add each, done for
// those that are not open, and other events up to n in all.
func (a *archive) live(n int) {
	other := n - len(a.promises) - len(a.promises)*9/10
	for i := range a.promises {
		p := &a.promises[i]
		at := start(p.meeting)
		a.log = append(a.log, tasks.AddEvent(p.task.ID, p.task.Text, at))
		at = at.Add(time.Duration(3600+a.rnd.IntN(5*86400)) * time.Second)
		if other*(i+1)/len(a.promises) > other*i/len(a.promises) {
			a.log = append(a.log, a.change(p, at))
			at = at.Add(time.Duration(60+a.rnd.IntN(86400)) * time.Second)
		}
		if !p.open {
			a.log = append(a.log, tasks.Event{At: at, By: p.task.Assignees[0].Nick, ID: p.task.ID, Verb: tasks.DoneV, Text: "läuft"})
		}
	}
	sortByTime(a.log)
}

// change draws an event that leaves the task open and with its people.
func (a *archive) change(p *promise, at time.Time) tasks.Event {
	e := tasks.Event{At: at, By: a.person(), ID: p.task.ID, Verb: tasks.Note, Text: a.sentence(40)}
	switch a.rnd.IntN(3) {
	case 0:
		e.Verb, e.Due, e.Text = tasks.DueV, p.task.Due.AddDays(7), "noch nicht da"
	case 1:
		e.Verb, e.Assignees, e.Text = tasks.Assign, p.task.Assignees, ""
	}
	return e
}

// start returns the instant at which meeting m began.
func start(m int) time.Time {
	return dayOf(m).At(when.ClockAt(22, 0), time.FixedZone("", 3600))
}

// write makes root a workspace that holds a.
func (a *archive) write(root string) error {
	var people bytes.Buffer
	for i := range team {
		fmt.Fprintf(&people, "[[person]]\nnick = %q\nname = \"Vorname%02d Nachname%02d\"\n\n", nickOf(i), i, i)
	}
	files := map[string][]byte{
		"telko.toml": []byte("id = \"bench1\"\nteam = \"Technik\"\nlanguage = \"de\"\ntimezone = \"Europe/Berlin\"\ndue-days = 7\n\n" +
			"[series.technik]\ntitle = \"Technik-Telko\"\npage = \"Technik/{date}\"\nplace = \"Raum 1\"\nweekday = \"Thursday\"\ntime = \"22:00\"\n"),
		"people.toml": people.Bytes(),
		"tasks.log":   tasks.AppendLines(nil, a.log...),
		"motions.log": nil,
	}
	rest := a.promises
	for m := range meetings {
		n := 0
		for n < len(rest) && rest[n].meeting == m {
			n++
		}
		day := dayOf(m)
		files[fmt.Sprintf("minutes/%04d/%s-technik.md", day.Year, day)] = a.minutes(day, rest[:n])
		rest = rest[n:]
	}
	for name, data := range files {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(path, data, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// minutes writes a meeting of some ten topics, each with notes and its share of
// the tasks.
func (a *archive) minutes(day when.Date, ps []promise) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "---\nseries: technik\ndate: %s\nstart: 22:00\nend: 23:30\nplace: Raum 1\nkeeper: %s\nstatus: final\ndue-days: 7\ntimezone: Europe/Berlin\n---\n\n",
		day, nickOf(3))
	fmt.Fprintf(&b, "# Technik-Telko %s\n\n## Anwesend\n\n", day.German())
	for i := range team / 2 {
		fmt.Fprintf(&b, "- Vorname%02d Nachname%02d (%s)\n", i, i, nickOf(i))
	}
	const topics = 10
	for topic := range topics {
		fmt.Fprintf(&b, "\n## %s\n\n", a.sentence(20))
		for _, p := range ps[len(ps)*topic/topics : len(ps)*(topic+1)/topics] {
			var who []string
			for _, as := range p.task.Assignees {
				who = append(who, as.String())
			}
			fmt.Fprintf(&b, "- [ ] %s (%s) #%s\n", p.task.Text, strings.Join(who, ", "), p.task.ID)
		}
		for b.Len() < meetingSize*(topic+1)/topics {
			fmt.Fprintf(&b, "- %s\n", a.sentence(90))
		}
	}
	return b.Bytes()
}
