package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
)

type tasksAddOptions struct {
	words       []string
	assignees   []string
	due, series string
	private     bool
}

func (a *app) newTasksAdd() *cobra.Command {
	var o tasksAddOptions
	c := a.command("add TEXT...", lang.HelpTasksAdd)
	f := c.Flags()
	f.VarP((*wordList)(&o.assignees), "assignee", "a", lang.FlagAddAssignee.In(a.lang))
	f.StringVar(&o.due, "due", "", lang.FlagAddDue.In(a.lang))
	f.StringVar(&o.series, "series", "", lang.FlagAddSeries.In(a.lang))
	f.BoolVar(&o.private, "private", false, lang.FlagAddPrivate.In(a.lang))
	a.complete(c, "assignee", a.completePeople)
	a.complete(c, "due", a.completeDates)
	a.complete(c, "series", a.completeSeries)
	c.ValidArgsFunction = noCompletions
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.words = args
		return a.runTasksAdd(o)
	}
	return c
}

// runTasksAdd writes down a task that was promised outside a meeting.
func (a *app) runTasksAdd(o tasksAddOptions) error {
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	me, err := a.whoAmI(ws)
	if err != nil {
		return err
	}
	t, err := a.typedTask(ws, o, me)
	if err != nil {
		return err
	}
	if t, err = ws.Add(t, me); err != nil {
		return err
	}
	a.echoTask(ws, &t, lang.ToldAdded.In(a.lang, t.ID, a.sentence(&t), a.isoDay(t.Due)))
	a.out.Hint(lang.TaskHowToUndo, "telko tasks drop "+string(t.ID))
	if !t.Private {
		a.send(ws, 1)
	}
	return nil
}

// typedTask reads the task as a line of minutes, and what flags say over it.
// One that names nobody is mine.
func (a *app) typedTask(ws *archive.Workspace, o tasksAddOptions, me string) (tasks.Task, error) {
	text := oneLine(strings.Join(o.words, " "))
	today := calendar(ws)
	t, problems := minutes.ReadTask(text, ws.Context(), today)
	for _, p := range problems {
		// A bracket may be part of the text, as (Keller); one that nearly
		// names somebody is a slip.
		if p.Code == minutes.UnknownAssignee && lang.HintOf(p.Err, a.lang) == lang.ReadUnknownHint.In(a.lang) {
			a.out.Warn(p.Err.In(a.lang))
			continue
		}
		return t, &exitError{exitUsage, p.Err}
	}
	if strings.TrimSpace(t.Text) == "" {
		return t, usage(lang.AddWhat)
	}
	var err error
	if len(o.assignees) > 0 {
		if t.Assignees, err = a.namedAssignees(ws, strings.Join(o.assignees, ",")); err != nil {
			return t, err
		}
	} else if len(t.Assignees) == 0 {
		t.Assignees = []tasks.Assignee{{Nick: me}}
	}
	if o.due != "" {
		if t.Due, err = today.Read(o.due); err != nil {
			return t, &exitError{exitUsage, err}
		}
	}
	if o.series != "" {
		if t.Series, err = seriesNamed(ws, o.series); err != nil {
			return t, err
		}
	}
	switch {
	case t.Due.IsZero():
		t.Due = today.From.AddDays(ws.Settings().DueDays)
	case t.Due.Before(today.From):
		return t, usage(lang.ExtendIntoPast, t.Due, today.From)
	}
	t.Private = o.private
	return t, nil
}

// noCompletions is for arguments that are free text.
func noCompletions(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return nil, noFiles
}
