package demo

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks"
	"telko/tasks/when"
)

// The demo's series: every Thursday evening for a year.
const (
	seriesKey = "technik-telko"
	weeks     = 52
	dueDays   = 7
	zone      = "Europe/Berlin"
)

// telco is one evening of the year before it is written: the meeting, what
// stands below its attendance, and the section its promises are made in.
type telco struct {
	meeting minutes.Meeting
	body    []minutes.Section
}

// year makes the telcos of the 52 weeks up to the last Thursday before today,
// oldest first. The same day gives the same year.
func year(today when.Date, l lang.Lang) []telco {
	last := today.AddDays(-1)
	for last.Weekday() != time.Thursday {
		last = last.AddDays(-1)
	}
	rng := rand.New(rand.NewPCG(2010, 107))
	out := make([]telco, 0, weeks)
	for i := range weeks {
		day := last.AddDays(-7 * (weeks - 1 - i))
		out = append(out, evening(day, i, rng, l))
	}
	return out
}

// evening makes the i-th telco of the year.
func evening(day when.Date, i int, rng *rand.Rand, l lang.Lang) telco {
	begin := when.Moment{Date: day, Clock: when.ClockAt(20, 30)}
	end := when.Moment{Date: day, Clock: when.ClockAt(21, 40+rng.IntN(20))}
	if i%9 == 4 { // a long one, past midnight
		end = when.Moment{Date: day.AddDays(1), Clock: when.ClockAt(0, 10+rng.IntN(30))}
	}
	title := day.German()
	if l == lang.English {
		title = day.String()
	}
	t := telco{meeting: minutes.Meeting{
		ID:     day.String() + "-" + seriesKey,
		Series: seriesKey, Date: day, Start: begin, End: end,
		Title: "IT-Telko " + title,
		Place: placeOf.In(l), Status: minutes.StatusFinal,
		DueDays: dueDays, TimeZone: zone,
	}}
	if i == weeks-1 {
		t.meeting.Status = minutes.StatusDraft
	}
	there := attend(&t.meeting, i, rng, l)
	t.meeting.Keeper = there[i%len(there)].Nick

	for n := range 3 {
		tp := topics[(i*3+n)%len(topics)]
		t.body = append(t.body, discuss(tp, 2, n == 0, there, day, rng, l)...)
	}
	if i%5 == 3 {
		t.body = append(t.body, propose(i/5, there, l)...)
	}
	t.body = append(t.body, plan(i, there, day, rng, l))
	return t
}

// attend fills in who was there and who was not, and returns the members who
// were. Jola never misses one, so that the demo is about somebody.
func attend(m *minutes.Meeting, i int, rng *rand.Rand, l lang.Lang) []minutes.Person {
	members, guests := members()
	var there []minutes.Person
	for k, p := range members {
		if k > 0 && (i*5+k*3)%7 == 0 {
			excuse := minutes.Excused
			if (i+k)%4 == 0 {
				excuse = minutes.Unexcused
			}
			m.Absent = append(m.Absent, minutes.Absence{Name: p.Name, Nick: p.Nick, Excuse: excuse})
			continue
		}
		a := minutes.Attendance{Name: p.Name, Nick: p.Nick, Intervals: []minutes.Interval{{}}}
		switch {
		case k == 3 && i%3 == 1: // late
			a.Intervals = []minutes.Interval{{From: when.ClockAt(20, 40+rng.IntN(15))}}
		case k == 5 && i%6 == 2: // leaves and comes back
			a.Intervals = []minutes.Interval{
				{Until: when.ClockAt(20, 50+rng.IntN(9))},
				{From: when.ClockAt(21, 10+rng.IntN(15))},
			}
		}
		m.Present = append(m.Present, a)
		there = append(there, p)
	}
	if i%3 == 0 || i == weeks-1 {
		g := guests[i%len(guests)]
		a := minutes.Attendance{Name: g.Name, Nick: g.Nick, Guest: true, Intervals: []minutes.Interval{{}}}
		if i%2 == 1 {
			a.Intervals[0].From = when.ClockAt(20, 50)
		}
		m.Present = append(m.Present, a)
	}
	return there
}

// discuss makes the sections of a topic; one in three telcos it brings a task.
func discuss(tp topic, level int, promise bool, there []minutes.Person, day when.Date, rng *rand.Rand, l lang.Lang) []minutes.Section {
	var body strings.Builder
	for k, n := range tp.notes {
		if k > 0 && rng.IntN(3) == 0 {
			continue
		}
		body.WriteString("\n" + n.In(l) + "\n")
	}
	if promise && len(tp.tasks) > 0 {
		t := tasks.Task{Text: tp.tasks[rng.IntN(len(tp.tasks))].In(l), Assignees: who(there, rng), Due: day.AddDays(dueDays)}
		if rng.IntN(3) == 0 {
			t.Due = day.AddDays(14)
		}
		body.WriteString("\n" + line(t, day, l) + "\n")
	}
	out := []minutes.Section{{Kind: minutes.SectionTopic, Level: level, Title: tp.title.In(l), Body: body.String()}}
	if tp.sub != nil {
		out = append(out, discuss(*tp.sub, level+1, false, there, day, rng, l)...)
	}
	return out
}

// propose makes the section with the year's n-th motion.
func propose(n int, there []minutes.Person, l lang.Lang) []minutes.Section {
	p := proposals[n%len(proposals)]
	m := motions.Motion{Number: 1, Title: p.title.In(l), Petitioner: there[len(there)-1].Name, Role: roleOf.In(l)}
	add := func(k motions.Kind, text lang.Text) {
		part := motions.Passage{Kind: k, Text: text.In(l)}
		if k == motions.Answer {
			part.By = "IT"
		}
		m.Parts = append(m.Parts, part)
	}
	add(motions.TextPart, p.text)
	add(motions.Reasons, p.reasons)
	add(motions.Answer, p.answer)
	if p.more != (lang.Text{}) {
		add(motions.Reasons, p.more)
		add(motions.Answer, p.moreAnswer)
	}
	if p.outcome != motions.NoOutcome {
		v := p.vote
		v.Time = when.ClockAt(21, 25)
		m.Parts = append(m.Parts,
			motions.Passage{Kind: motions.VotePart, Time: v.Time, Vote: &v},
			motions.Passage{Kind: motions.Decision, Outcome: p.outcome})
	}
	return []minutes.Section{
		{Kind: minutes.SectionTopic, Level: 2, Title: motionsOf.In(l)},
		{Kind: minutes.SectionMotion, Level: 3, Motion: &m},
	}
}

// plan makes the section of what is to be done in the next days.
func plan(i int, there []minutes.Person, day when.Date, rng *rand.Rand, l lang.Lang) minutes.Section {
	var body strings.Builder
	body.WriteString("\n")
	count := 2 + i%3
	for n := range count {
		t := tasks.Task{Text: small[(i*4+n)%len(small)].In(l), Assignees: who(there, rng), Due: day.AddDays(dueDays)}
		if n == (weeks-1-i)%count { // each has one of jola's, the last ones under different numbers
			t.Assignees = []tasks.Assignee{{Nick: Me}}
		}
		body.WriteString(line(t, day, l) + "\n")
	}
	return minutes.Section{Kind: minutes.SectionPlan, Level: 2, Title: planOf.In(l), Body: body.String()}
}

// who picks those who promise: mostly one, sometimes two, sometimes tentative.
func who(there []minutes.Person, rng *rand.Rand) []tasks.Assignee {
	a := tasks.Assignee{Nick: there[rng.IntN(len(there))].Nick}
	switch rng.IntN(6) {
	case 0:
		a.Tentative = true
	case 1, 2:
		if b := there[rng.IntN(len(there))].Nick; b != a.Nick {
			return []tasks.Assignee{a, {Nick: b}}
		}
	}
	return []tasks.Assignee{a}
}

// line writes a task without an id; the workspace mints it.
func line(t tasks.Task, day when.Date, l lang.Lang) string {
	nicks := make([]string, len(t.Assignees))
	for k, a := range t.Assignees {
		nicks[k] = a.String()
	}
	s := fmt.Sprintf("- [ ] %s (%s)", t.Text, strings.Join(nicks, ", "))
	if t.Due != day.AddDays(dueDays) {
		s += " " + byOf.In(l, dateIn(t.Due, l))
	}
	return s
}

func dateIn(d when.Date, l lang.Lang) string {
	if l == lang.English {
		return d.String()
	}
	return d.German()
}

var (
	placeOf   = lang.T("Telko-Raum 4711#", "telco room 4711#")
	roleOf    = lang.T("Vorstand", "board")
	motionsOf = lang.T("Anträge", "Motions")
	planOf    = lang.T("Planung der nächsten 7 Tage", "Plan for the next 7 days")
	byOf      = lang.T("bis %s", "by %s")
)
