package cli

import (
	"github.com/spf13/cobra"

	"telko/minutes/lang"
	"telko/tasks"
)

// stateVerb is a command that brings tasks into another state, and says why
// where -m does.
type stateVerb struct {
	use   string
	help  lang.Help
	verb  tasks.Verb
	which choice    // what a short id can mean
	told  lang.Text // of id and sentence
}

func (a *app) newTasksDone() *cobra.Command {
	return a.newTasksState(stateVerb{"done", lang.HelpTasksDone, tasks.DoneV, openOnes, lang.ToldDone})
}

func (a *app) newTasksReopen() *cobra.Command {
	return a.newTasksState(stateVerb{"reopen", lang.HelpTasksReopen, tasks.Reopen, closedOnes, lang.ToldReopened})
}

func (a *app) newTasksDrop() *cobra.Command {
	return a.newTasksState(stateVerb{"drop", lang.HelpTasksDrop, tasks.Drop, openOnes, lang.ToldDropped})
}

func (a *app) newTasksWait() *cobra.Command {
	return a.newTasksState(stateVerb{"wait", lang.HelpTasksWait, tasks.Wait, runningOnes, lang.ToldWaits})
}

func (a *app) newTasksResume() *cobra.Command {
	return a.newTasksState(stateVerb{"resume", lang.HelpTasksResume, tasks.Resume, waitingOnes, lang.ToldResumed})
}

func (a *app) newTasksState(v stateVerb) *cobra.Command {
	var message string
	c := a.command(v.use+" ID...", v.help)
	c.Flags().StringVarP(&message, "message", "m", "", lang.FlagMessage.In(a.lang))
	c.ValidArgsFunction = a.completeTasks(v.which)
	c.RunE = func(_ *cobra.Command, args []string) error { return a.runTasksState(v, args, message) }
	return c
}

func (a *app) runTasksState(v stateVerb, words []string, message string) error {
	return a.changeNamed(words, v.which, step{
		event: func(*tasks.Task) (tasks.Event, error) {
			return tasks.Event{Verb: v.verb, Text: oneLine(message)}, nil
		},
		told: func(t *tasks.Task, _ tasks.Event) string {
			if due := a.isoDay(t.Due); due != "" && !t.Closed() {
				return lang.ToldWithDue.In(a.lang, v.told.In(a.lang, t.ID, a.sentence(t)), due)
			}
			return v.told.In(a.lang, t.ID, a.sentence(t))
		},
	})
}
