package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes/lang"
)

// taskCommands are the commands of tasks, in the order of help.
var taskCommands = []struct {
	name string
	make func(*app) *cobra.Command
}{
	{"list", func(a *app) *cobra.Command { return a.tasksLister("list", lang.HelpTasksList) }},
	{"show", (*app).newTasksShow},
	{"add", (*app).newTasksAdd},
	{"done", (*app).newTasksDone},
	{"reopen", (*app).newTasksReopen},
	{"extend", (*app).newTasksExtend},
	{"assign", (*app).newTasksAssign},
	{"wait", (*app).newTasksWait},
	{"resume", (*app).newTasksResume},
	{"drop", (*app).newTasksDrop},
	{"note", (*app).newTasksNote},
	{"edit", (*app).newTasksEdit},
	{"log", (*app).newTasksLog},
	{"undo", (*app).newTasksUndo},
	{"renumber", (*app).newTasksRenumber},
	{"agenda", (*app).newTasksAgenda},
	{"remind", (*app).newTasksRemind},
	{"export", (*app).newTasksExport},
}

// newTasks returns the group of task commands; by itself it lists.
func (a *app) newTasks() *cobra.Command {
	c := a.tasksLister("tasks", lang.HelpTasks)
	c.Args = a.noSuchCommand
	if a.completesFlagOf(c) {
		return c
	}
	for _, i := range namedTask(a.args) {
		c.AddCommand(taskCommands[i].make(a))
	}
	return c
}

// completesFlagOf reports whether a shell asks what could come next behind a
// flag of c that takes a value: then that alone, and none of its commands.
func (a *app) completesFlagOf(c *cobra.Command) bool {
	if len(a.args) != 4 || !asksCompletion(a.args) {
		return false
	}
	name, long := strings.CutPrefix(a.args[2], "--")
	f := c.Flags().Lookup(name)
	return long && f != nil && f.NoOptDefVal == ""
}

// namedTask returns the commands of tasks that stand in args; none if these are
// flags alone, which list; all in any doubt. A list is what telko is
// asked for most, and a dozen commands that it does not need cost time.
func namedTask(args []string) []int {
	var all, some []int
	for i, c := range taskCommands {
		if len(args) > 1 && slices.Contains(args[1:], c.name) {
			some = append(some, i)
		}
		all = append(all, i)
	}
	if len(some) > 0 {
		return some
	}
	if len(args) == 0 || args[0] != "tasks" {
		return all
	}
	for _, arg := range args[1:] {
		if len(arg) < 3 || arg[:2] != "--" || strings.HasPrefix(arg, "--h") {
			return all
		}
	}
	return nil
}
