package cli

import (
	"github.com/spf13/cobra"

	"telko/minutes/lang"
	"telko/tasks"
)

type tasksReopenOptions struct {
	words   []string
	message string
}

func (a *app) newTasksReopen() *cobra.Command {
	var o tasksReopenOptions
	c := a.command("reopen ID...", lang.HelpTasksReopen)
	c.Flags().StringVarP(&o.message, "message", "m", "", lang.FlagMessage.In(a.lang))
	c.ValidArgsFunction = a.completeTasks(closedOnes)
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.words = args
		return a.runTasksReopen(o)
	}
	return c
}

func (a *app) runTasksReopen(o tasksReopenOptions) error {
	return a.changeNamed(o.words, closedOnes, step{
		event: func(*tasks.Task) (tasks.Event, error) {
			return tasks.Event{Verb: tasks.Reopen, Text: oneLine(o.message)}, nil
		},
		told: func(t *tasks.Task, _ tasks.Event) string {
			return lang.ToldReopened.In(a.lang, t.ID, a.sentence(t), a.isoDay(t.Due))
		},
	})
}
