package cli

import (
	"github.com/spf13/cobra"

	"telko/minutes/lang"
	"telko/tasks"
)

type tasksDoneOptions struct {
	words   []string
	message string
}

func (a *app) newTasksDone() *cobra.Command {
	var o tasksDoneOptions
	c := a.command("done ID...", lang.HelpTasksDone)
	c.Flags().StringVarP(&o.message, "message", "m", "", lang.FlagMessage.In(a.lang))
	c.ValidArgsFunction = a.completeTasks(openOnes)
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.words = args
		return a.runTasksDone(o)
	}
	return c
}

func (a *app) runTasksDone(o tasksDoneOptions) error {
	return a.changeNamed(o.words, openOnes, step{
		event: func(*tasks.Task) (tasks.Event, error) {
			return tasks.Event{Verb: tasks.DoneV, Text: oneLine(o.message)}, nil
		},
		told: func(t *tasks.Task, _ tasks.Event) string {
			return lang.ToldDone.In(a.lang, t.ID, a.sentence(t))
		},
	})
}
