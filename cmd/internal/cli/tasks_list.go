package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

type tasksListOptions struct {
	mine, overdue, json bool
	states, assignees   []string
	meeting, due        string
	search              string
}

// tasksLister returns a command that lists tasks: `tasks` itself, and `list`.
func (a *app) tasksLister(use string, h lang.Help) *cobra.Command {
	var o tasksListOptions
	c := a.command(use, h)
	c.Args = noArgs
	f := c.Flags()
	f.BoolVar(&o.mine, "mine", false, lang.FlagMine.In(a.lang))
	f.BoolVar(&o.overdue, "overdue", false, lang.FlagOverdue.In(a.lang))
	f.StringSliceVarP(&o.assignees, "assignee", "a", nil, lang.FlagAssignee.In(a.lang))
	f.StringSliceVar(&o.states, "state", nil, lang.FlagState.In(a.lang))
	f.StringVar(&o.meeting, "meeting", "", lang.FlagMeeting.In(a.lang))
	f.StringVar(&o.due, "due", "", lang.FlagDueUntil.In(a.lang))
	f.StringVar(&o.search, "search", "", lang.FlagSearch.In(a.lang))
	f.BoolVar(&o.json, "json", false, lang.FlagJSON.In(a.lang))
	a.complete(c, "assignee", a.completePeople)
	a.complete(c, "meeting", a.completeMeetings)
	a.complete(c, "state", completeStates)
	c.RunE = func(*cobra.Command, []string) error { return a.runTasksList(o) }
	return c
}

func (a *app) runTasksList(o tasksListOptions) error {
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	q := tasks.Query{Overdue: o.overdue, Today: ws.Today(), Search: o.search}
	if q.States, err = states(o.states); err != nil {
		return err
	}
	if o.due != "" {
		if q.DueUntil, err = when.Read(o.due, q.Today); err != nil {
			return &exitError{exitUsage, err}
		}
	}
	if o.mine {
		if q.Mine, err = a.whoAmI(ws); err != nil {
			return err
		}
		if p, ok := ws.People().Find(q.Mine); ok {
			q.Groups = p.Groups
		}
	}
	if o.meeting != "" {
		ref, err := a.meeting(ws, []string{o.meeting})
		if err != nil {
			return err
		}
		q.Meeting = ref.ID
	}
	reg, err := a.tasksFor(ws, &q)
	if err != nil {
		return err
	}
	if q.Assignees, err = a.assigneesNamed(ws, o.assignees, reg.Tasks); err != nil {
		return err
	}
	found := q.Select(reg.Tasks)
	tasks.Sort(found, q.Today)
	a.report(reg.Problems)
	if o.json {
		return a.out.JSON(minutes.JSONTasks(found, q.Today))
	}
	a.out.Table(a.taskTable(found, q.Today))
	if slices.ContainsFunc(found, func(t tasks.Task) bool { return t.ID == "" }) {
		a.out.Hint(lang.TasksNoID)
	}
	if len(found) == 0 {
		a.out.Talk(nothingFound(o))
	}
	return nil
}

// tasksFor returns the tasks that q can select: the fast way if it is about
// open ones alone.
func (a *app) tasksFor(ws *archive.Workspace, q *tasks.Query) (*archive.Register, error) {
	for _, s := range q.States {
		if s == tasks.Done || s == tasks.Dropped {
			return ws.Register()
		}
	}
	return ws.OpenTasks(q.Mine)
}

// states reads --state. Without it, those that are still to be done.
func states(words []string) ([]tasks.State, error) {
	if len(words) == 0 {
		return []tasks.State{tasks.Open, tasks.Waiting}, nil
	}
	var out []tasks.State
	for _, w := range words {
		switch s := tasks.State(strings.ToLower(w)); s {
		case tasks.Open, tasks.Waiting, tasks.Done, tasks.Dropped:
			out = append(out, s)
		case "all":
			return []tasks.State{tasks.Open, tasks.Waiting, tasks.Done, tasks.Dropped}, nil
		default:
			return nil, usage(lang.TaskNoState, w)
		}
	}
	return out, nil
}

// assigneesNamed reads -a: a person, a group, @me, or a word that a task has
// for its assignee (everyone, nobody, somebody who is in no roster).
func (a *app) assigneesNamed(ws *archive.Workspace, words []string, ts []tasks.Task) ([]string, error) {
	var nicks []string
	for _, w := range words {
		switch {
		case w == "@me":
			me, err := a.whoAmI(ws)
			if err != nil {
				return nil, err
			}
			nicks = append(nicks, me)
		default:
			nick, ok := assigneeNamed(ws.People(), w, ts)
			if !ok {
				return nil, &exitError{exitUsage, a.noPerson(ws, w, lang.E(lang.PersonUnknown, w))}
			}
			nicks = append(nicks, nick)
		}
	}
	return nicks, nil
}

func assigneeNamed(people *minutes.People, word string, ts []tasks.Task) (string, bool) {
	if p, ok := people.Find(word); ok {
		return p.Nick, true
	}
	if g, ok := people.Group(word); ok {
		return g, true
	}
	for i := range ts {
		for _, p := range ts[i].Assignees {
			if strings.EqualFold(p.Nick, word) {
				return p.Nick, true
			}
		}
	}
	return "", false
}

func nothingFound(o tasksListOptions) lang.Text {
	switch {
	case o.overdue && o.mine:
		return lang.TasksNoneMineOverdue
	case o.overdue:
		return lang.TasksNoneOverdue
	case o.mine:
		return lang.TasksNoneMine
	}
	return lang.TasksNone
}
