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

// taskFilter says which tasks a command is about. A word in it that telko does
// not know is an error, never a filter that finds nothing.
type taskFilter struct {
	mine, overdue     bool
	states, assignees []string
	meeting, series   string
	due, search       string
}

func (a *app) filterFlags(c *cobra.Command, o *taskFilter) {
	f := c.Flags()
	f.BoolVar(&o.mine, "mine", false, lang.FlagMine.In(a.lang))
	f.BoolVar(&o.overdue, "overdue", false, lang.FlagOverdue.In(a.lang))
	f.VarP((*wordList)(&o.assignees), "assignee", "a", lang.FlagAssignee.In(a.lang))
	f.Var((*wordList)(&o.states), "state", lang.FlagState.In(a.lang))
	f.StringVar(&o.meeting, "meeting", "", lang.FlagMeeting.In(a.lang))
	f.StringVar(&o.series, "series", "", lang.FlagTaskSeries.In(a.lang))
	f.StringVar(&o.due, "due", "", lang.FlagDueUntil.In(a.lang))
	f.StringVar(&o.search, "search", "", lang.FlagSearch.In(a.lang))
	a.complete(c, "assignee", a.completePeople)
	a.complete(c, "meeting", a.completeMeetings)
	a.complete(c, "series", a.completeSeries)
	a.complete(c, "due", a.completeDates)
	a.complete(c, "state", completeStates)
}

// filtered returns the tasks that o selects, in the order of the register, and
// what is wrong in the workspace.
func (a *app) filtered(ws *archive.Workspace, o taskFilter) ([]tasks.Task, []archive.Problem, error) {
	q, err := a.query(ws, o)
	if err != nil {
		return nil, nil, err
	}
	reg, err := a.tasksFor(ws, &q)
	if err != nil {
		return nil, nil, err
	}
	if q.Assignees, err = a.assigneesNamed(ws, o.assignees, reg.Tasks); err != nil {
		return nil, nil, err
	}
	return q.Select(reg.Tasks), reg.Problems, nil
}

// query returns what o asks for but for the assignees, whom the tasks know.
func (a *app) query(ws *archive.Workspace, o taskFilter) (q tasks.Query, err error) {
	q = tasks.Query{Overdue: o.overdue, Today: ws.Today(), Search: o.search}
	if q.States, err = states(o.states); err != nil {
		return q, err
	}
	if o.due != "" {
		if err := dueRange(&q, o.due, calendar(ws)); err != nil {
			return q, err
		}
	}
	if o.mine {
		if q.Mine, err = a.whoAmI(ws); err != nil {
			return q, err
		}
		if p, ok := ws.People().Find(q.Mine); ok {
			q.Groups = p.Groups
		}
	}
	if o.series != "" {
		if q.Series, err = seriesNamed(ws, o.series); err != nil {
			return q, err
		}
	}
	if o.meeting != "" {
		ref, err := a.meeting(ws, []string{o.meeting})
		if err != nil {
			return q, err
		}
		q.Meeting = ref.ID
	}
	return q, nil
}

// dueRange reads --due: a date in words, until which tasks are due, or one
// with a sign before it.
func dueRange(q *tasks.Query, word string, today when.Calendar) error {
	sign := word[:len(word)-len(strings.TrimLeft(word, "<>="))]
	d, err := today.Read(strings.TrimSpace(word[len(sign):]))
	if err != nil {
		return &exitError{exitUsage, err}
	}
	switch sign {
	case "", "<=", "=<":
		q.DueUntil = d
	case "<":
		q.DueUntil = d.AddDays(-1)
	case ">=", "=>":
		q.DueFrom = d
	case ">":
		q.DueFrom = d.AddDays(1)
	case "=", "==":
		q.DueFrom, q.DueUntil = d, d
	default:
		return usage(lang.DueNoSign, sign)
	}
	return nil
}

// seriesNamed returns the key of the series that word names.
func seriesNamed(ws *archive.Workspace, word string) (string, error) {
	settings := ws.Settings()
	for _, s := range settings.Series {
		if strings.EqualFold(s.Key, word) || strings.EqualFold(s.Title, word) {
			return s.Key, nil
		}
	}
	return "", &exitError{exitUsage, lang.E(lang.SeriesUnknown, word).Hint(lang.SeriesAre, seriesKeys(settings))}
}

// tasksFor returns the tasks that q can select: the fast way if it is about
// open ones alone.
func (a *app) tasksFor(ws *archive.Workspace, q *tasks.Query) (*archive.Register, error) {
	if slices.Contains(q.States, tasks.Done) || slices.Contains(q.States, tasks.Dropped) {
		return ws.Register()
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
