package demo

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

// fate is what became of a task after its telco, as events of the log, and how
// the telco after it speaks of it ("" if it does not).
type fate struct {
	events []tasks.Event
	said   string
}

// chance makes up what became of tasks, the same on the same day.
type chance struct {
	today when.Date
	loc   *time.Location
	rng   *rand.Rand
	lang  lang.Lang
}

// decide makes the fate of task t, the k-th of the telco that was weeksAgo
// telcos before the last one. Old tasks are mostly done; the newest are open;
// in between some are overdue, extended or waiting, so that lists have all of
// it to show.
func (c *chance) decide(t tasks.Task, weeksAgo, k int) fate {
	jolas := len(t.Assignees) == 1 && t.Assignees[0] == tasks.Assignee{Nick: Me}
	withJola := slices.ContainsFunc(t.Assignees, func(a tasks.Assignee) bool { return a.Nick == Me })
	switch r := c.rng.IntN(100); {
	case weeksAgo == 0: // just promised
		if k == 2 {
			return c.done(t, c.today.AddDays(-1), saidDone)
		}
		return fate{}
	case weeksAgo == 3 && k == 0:
		return c.became(t, t.MeetingDate.AddDays(3), tasks.Event{Verb: tasks.Wait, Text: waitingFor.In(c.lang)}, saidOpen)
	case jolas && weeksAgo == 1:
		return c.left() // overdue by now
	case jolas && weeksAgo == 2:
		return c.extended(t, c.today.AddDays(3))
	case withJola && weeksAgo > 4, jolas: // she forgets nothing for long
		if r < 75 {
			return c.inTime(t)
		}
		return c.late(t)
	case weeksAgo <= 4:
		switch {
		case r < 50:
			return c.inTime(t)
		case r < 65:
			return c.extended(t, c.today.AddDays(1+c.rng.IntN(10)))
		}
		return c.left()
	case r < 68:
		return c.inTime(t)
	case r < 92:
		return c.late(t)
	case r < 97:
		return c.became(t, t.Due.AddDays(3), tasks.Event{Verb: tasks.Drop, Text: overtaken.In(c.lang)}, saidOpen)
	}
	return c.left()
}

// became is the fate of a task to which e happened on some evening.
func (c *chance) became(t tasks.Task, day when.Date, e tasks.Event, said lang.Text, args ...any) fate {
	e.ID, e.By = t.ID, Me
	if len(t.Assignees) > 0 {
		e.By = t.Assignees[0].Nick
	}
	e.At = day.At(when.ClockAt(18+c.rng.IntN(4), c.rng.IntN(60)), c.loc)
	return fate{[]tasks.Event{e}, said.In(c.lang, args...)}
}

func (c *chance) done(t tasks.Task, day when.Date, said lang.Text) fate {
	if !day.Before(c.today) {
		day = c.today.AddDays(-1)
	}
	f := c.became(t, day, tasks.Event{Verb: tasks.DoneV}, said)
	if c.rng.IntN(4) == 0 {
		f.events[0].Text = remarks[c.rng.IntN(len(remarks))].In(c.lang)
	}
	return f
}

func (c *chance) inTime(t tasks.Task) fate {
	return c.done(t, t.MeetingDate.AddDays(1+c.rng.IntN(5)), saidDone)
}

func (c *chance) late(t tasks.Task) fate {
	return c.done(t, t.Due.AddDays(2+c.rng.IntN(9)), saidOpen)
}

func (c *chance) extended(t tasks.Task, to when.Date) fate {
	e := tasks.Event{Verb: tasks.DueV, Due: to, Text: because.In(c.lang)}
	return c.became(t, t.MeetingDate.AddDays(6), e, saidExtended, dateIn(to, c.lang))
}

// left is the fate of a task that nobody touched.
func (c *chance) left() fate { return fate{said: saidOpen.In(c.lang)} }

// opening makes the section in which a telco goes through what was promised at
// the one before it; ok is false if there is nothing to say.
func opening(promised []tasks.Task, fates []fate, l lang.Lang) (s minutes.Section, ok bool) {
	var body strings.Builder
	body.WriteString("\n")
	for i, t := range promised {
		if fates[i].said == "" {
			continue
		}
		nicks := make([]string, len(t.Assignees))
		for k, a := range t.Assignees {
			nicks[k] = a.String()
		}
		fmt.Fprintf(&body, "- #%s %s (%s): %s\n", t.ID, t.Text, strings.Join(nicks, ", "), fates[i].said)
		ok = true
	}
	return minutes.Section{Kind: minutes.SectionOpenTasks, Level: 2, Title: openOf.In(l), Body: body.String()}, ok
}

var (
	openOf       = lang.T("Offene Aufgaben", "Open tasks")
	saidDone     = lang.T("erledigt", "done")
	saidOpen     = lang.T("noch offen", "still open")
	saidExtended = lang.T("verlängert auf %s", "extended to %s")
	because      = lang.T("Urlaub", "on holiday")
	waitingFor   = lang.T("wartet auf eine Antwort des Rechenzentrums", "waiting for an answer of the data centre")
	overtaken    = lang.T("hat sich erledigt", "no longer needed")
	remarks      = []lang.Text{
		lang.T("läuft", "it runs"),
		lang.T("steht im Wiki", "it is on the wiki"),
		lang.T("war eine Zeile", "it was one line"),
	}
)
