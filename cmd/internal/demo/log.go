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

// decide makes the fate of task t, the k-th of the telco that was weeksAgo
// telcos before the last one. Old tasks are mostly done; the newest are open;
// in between some are overdue, extended or waiting, so that lists have all of
// it to show.
func decide(t tasks.Task, weeksAgo, k int, today when.Date, loc *time.Location, rng *rand.Rand, l lang.Lang) fate {
	by := Me
	if len(t.Assignees) > 0 {
		by = t.Assignees[0].Nick
	}
	at := func(d when.Date) time.Time {
		return d.At(when.ClockAt(18+rng.IntN(4), rng.IntN(60)), loc)
	}
	done := func(d when.Date, said lang.Text) fate {
		if !d.Before(today) {
			d = today.AddDays(-1)
		}
		e := tasks.Event{At: at(d), By: by, ID: t.ID, Verb: tasks.DoneV}
		if rng.IntN(4) == 0 {
			e.Text = remarks[rng.IntN(len(remarks))].In(l)
		}
		return fate{[]tasks.Event{e}, said.In(l)}
	}
	inTime := func() fate { return done(t.MeetingDate.AddDays(1+rng.IntN(5)), saidDone) }
	late := func() fate { return done(t.Due.AddDays(2+rng.IntN(9)), saidOpen) }
	extended := func(to when.Date) fate {
		d := t.MeetingDate.AddDays(6)
		return fate{[]tasks.Event{{
			At: at(d), By: by, ID: t.ID, Verb: tasks.DueV, Due: to, Text: because.In(l),
		}}, saidExtended.In(l, dateIn(to, l))}
	}

	jolas := len(t.Assignees) == 1 && t.Assignees[0] == tasks.Assignee{Nick: Me}
	withJola := slices.ContainsFunc(t.Assignees, func(a tasks.Assignee) bool { return a.Nick == Me })
	switch r := rng.IntN(100); {
	case weeksAgo == 0: // just promised
		if k == 2 {
			return done(today.AddDays(-1), saidDone)
		}
		return fate{}
	case weeksAgo == 3 && k == 0:
		return fate{[]tasks.Event{{
			At: at(t.MeetingDate.AddDays(3)), By: by, ID: t.ID, Verb: tasks.Wait, Text: waitingFor.In(l),
		}}, saidOpen.In(l)}
	case jolas && weeksAgo == 1:
		return fate{said: saidOpen.In(l)} // overdue by now
	case jolas && weeksAgo == 2:
		return extended(today.AddDays(3))
	case withJola && weeksAgo > 4, jolas: // she forgets nothing for long
		if r < 75 {
			return inTime()
		}
		return late()
	case weeksAgo <= 4:
		switch {
		case r < 50:
			return inTime()
		case r < 65:
			return extended(today.AddDays(1 + rng.IntN(10)))
		}
		return fate{said: saidOpen.In(l)}
	case r < 68:
		return inTime()
	case r < 92:
		return late()
	case r < 97:
		return fate{[]tasks.Event{{
			At: at(t.Due.AddDays(3)), By: by, ID: t.ID, Verb: tasks.Drop, Text: overtaken.In(l),
		}}, saidOpen.In(l)}
	}
	return fate{said: saidOpen.In(l)}
}

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
