package cli

import (
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"telko/minutes/lang"
	"telko/tasks"
)

type tasksLogOptions struct {
	words []string
	last  int
	json  bool
}

func (a *app) newTasksLog() *cobra.Command {
	var o tasksLogOptions
	c := a.command("log [ID...]", lang.HelpTasksLog)
	c.Flags().IntVarP(&o.last, "last", "n", 0, lang.FlagLast.In(a.lang))
	c.Flags().BoolVar(&o.json, "json", false, lang.FlagJSON.In(a.lang))
	c.ValidArgsFunction = a.completeTasks(openFirst)
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.words = args
		return a.runTasksLog(o)
	}
	return c
}

// eventJSON is an event of the log for programs.
type eventJSON struct {
	At        string   `json:"at"`
	By        string   `json:"by"`
	ID        string   `json:"id"`
	Verb      string   `json:"verb"`
	Due       string   `json:"due"`
	Assignees []string `json:"assignees"`
	Of        string   `json:"of"`
	Text      string   `json:"text"`
}

func eventsJSON(events []tasks.Event) []eventJSON {
	out := make([]eventJSON, 0, len(events))
	for _, e := range events {
		j := eventJSON{
			At: e.At.Format(time.RFC3339), By: e.By, ID: string(e.ID), Verb: string(e.Verb),
			Due: e.Due.String(), Assignees: []string{}, Of: string(e.Of), Text: e.Text,
		}
		for _, p := range e.Assignees {
			j.Assignees = append(j.Assignees, p.String())
		}
		out = append(out, j)
	}
	return out
}

func (a *app) runTasksLog(o tasksLogOptions) error {
	if o.last < 0 {
		return usage(lang.CLINotNegative, "--last")
	}
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	var ts []tasks.Task
	if len(o.words) > 0 {
		ts, err = a.pick(ws, o.words, openFirst)
	} else {
		reg, rerr := ws.Register()
		if err = rerr; err == nil {
			ts = reg.Tasks
			a.report(reg.Problems)
		}
	}
	if err != nil {
		return err
	}
	var events []tasks.Event
	for _, t := range ts {
		events = append(events, t.History...)
	}
	slices.SortStableFunc(events, func(x, y tasks.Event) int { return x.At.Compare(y.At) })
	if o.last > 0 && len(events) > o.last {
		events = events[len(events)-o.last:]
	}
	if o.json {
		return a.out.JSON(eventsJSON(events))
	}
	if len(events) == 0 {
		a.out.Talk(lang.LogNothing)
		return nil
	}
	tab := &table{heads: []lang.Text{lang.HeadWhen, lang.HeadBy, lang.HeadID, lang.HeadWhat}}
	for _, e := range events {
		tab.add(both(e.At.Format("2006-01-02 15:04"), e.At.Format(time.RFC3339)), text(e.By), text(string(e.ID)), text(a.what(e)))
	}
	a.out.Table(tab)
	return nil
}

// what says in words what an event did.
func (a *app) what(e tasks.Event) string {
	var s string
	switch e.Verb {
	case tasks.Add:
		s = lang.DidAdd.In(a.lang)
	case tasks.DoneV:
		s = lang.DidDone.In(a.lang)
	case tasks.Reopen:
		s = lang.DidReopen.In(a.lang)
	case tasks.DueV:
		s = lang.DidDue.In(a.lang)
		if !e.Due.IsZero() {
			s += " " + e.Due.String()
		}
	case tasks.Assign:
		names := make([]string, len(e.Assignees))
		for i, p := range e.Assignees {
			names[i] = p.String()
		}
		s = strings.TrimSpace(lang.DidAssign.In(a.lang) + " " + strings.Join(names, ", "))
	case tasks.Wait:
		s = lang.DidWait.In(a.lang)
	case tasks.Resume:
		s = lang.DidResume.In(a.lang)
	case tasks.Drop:
		s = lang.DidDrop.In(a.lang)
	case tasks.Text:
		s = lang.DidText.In(a.lang)
	case tasks.Note:
		s = lang.DidNote.In(a.lang)
	case tasks.Undo:
		s = lang.DidUndo.In(a.lang) + ": " + a.what(tasks.Event{Verb: e.Of})
	default:
		s = string(e.Verb)
	}
	if e.Text != "" {
		s += ": " + e.Text
	}
	return s
}
