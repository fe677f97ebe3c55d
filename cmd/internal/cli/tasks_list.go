package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

type tasksListOptions struct {
	taskFilter
	sort           string
	limit          int
	json, exitCode bool
}

// tasksLister returns a command that lists tasks: `tasks` itself, and `list`.
func (a *app) tasksLister(use string, h lang.Help) *cobra.Command {
	var o tasksListOptions
	c := a.command(use, h)
	c.Args = noArgs
	a.filterFlags(c, &o.taskFilter)
	f := c.Flags()
	f.StringVar(&o.sort, "sort", "", lang.FlagSort.In(a.lang))
	f.IntVarP(&o.limit, "limit", "n", 0, lang.FlagLimit.In(a.lang))
	f.BoolVar(&o.json, "json", false, lang.FlagJSON.In(a.lang))
	f.BoolVar(&o.exitCode, "exit-code", false, lang.FlagExitCode.In(a.lang))
	a.complete(c, "sort", completeOrders)
	c.RunE = func(*cobra.Command, []string) error { return a.runTasksList(o) }
	return c
}

func (a *app) runTasksList(o tasksListOptions) error {
	if o.limit < 0 {
		return usage(lang.CLINotNegative, "--limit")
	}
	by, down, err := order(o.sort)
	if err != nil {
		return err
	}
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	found, problems, err := a.filtered(ws, o.taskFilter)
	if err != nil {
		return err
	}
	a.report(problems)
	a.sayAge(ws)
	tasks.SortBy(found, by, ws.Today())
	if down {
		slices.Reverse(found)
	}
	more := 0
	if o.limit > 0 && len(found) > o.limit {
		found, more = found[:o.limit], len(found)-o.limit
	}
	if o.json {
		err = a.out.JSON(minutes.JSONTasks(found, ws.Today()))
	} else {
		a.listTasks(ws.Today(), found, more, o)
	}
	if err == nil && o.exitCode && len(found) > 0 {
		return &exitError{exitFailed, errSilent}
	}
	return err
}

// listTasks shows the tasks found, and says what the list alone does not.
func (a *app) listTasks(today when.Date, found []tasks.Task, more int, o tasksListOptions) {
	a.out.Table(a.taskTable(found, today))
	if slices.ContainsFunc(found, func(t tasks.Task) bool { return t.ID == "" }) {
		a.out.Hint(lang.TasksNoID)
	}
	if more > 0 {
		a.out.Talk(lang.TasksMore, more)
	}
	if len(found) == 0 {
		a.out.Talk(nothingFound(o))
	}
}

// order reads --sort: the name of an order, with a dash before it the other
// way round.
func order(word string) (by tasks.Order, down bool, err error) {
	if word == "" {
		return tasks.ByUrgency, false, nil
	}
	name, down := strings.CutPrefix(word, "-")
	by = tasks.Order(strings.ToLower(name))
	if !slices.Contains(tasks.Orders(), by) {
		return "", false, usage(lang.TasksNoOrder, word, orderNames())
	}
	return by, down, nil
}

func orderNames() string {
	names := make([]string, len(tasks.Orders()))
	for i, o := range tasks.Orders() {
		names[i] = string(o)
	}
	return strings.Join(names, ", ")
}

func completeOrders(_ *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var out []cobra.Completion
	for _, o := range tasks.Orders() {
		if strings.HasPrefix(string(o), typed) {
			out = append(out, string(o))
		}
	}
	return out, noFiles
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
