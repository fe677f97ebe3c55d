package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
)

type tasksAssignOptions struct {
	words   []string // ids, then who
	message string
}

func (a *app) newTasksAssign() *cobra.Command {
	var o tasksAssignOptions
	c := a.command("assign ID... NICK[,NICK...]", lang.HelpTasksAssign)
	c.Flags().StringVarP(&o.message, "message", "m", "", lang.FlagMessage.In(a.lang))
	ids := a.completeTasks(openOnes)
	c.ValidArgsFunction = func(c *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		found, how := ids(c, args, typed)
		if len(args) > 0 {
			people, _ := a.completePeople(c, args, typed)
			found = append(people, found...)
		}
		return found, how
	}
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.words = args
		return a.runTasksAssign(o)
	}
	return c
}

func (a *app) runTasksAssign(o tasksAssignOptions) error {
	if err := someIDs(o.words); err != nil {
		return err
	}
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	ids, names := splitNames(o.words, ws.People())
	if len(ids) == 0 {
		return usage(lang.AssignToWhom, o.words[0])
	}
	who, err := a.namedAssignees(ws, names)
	if err != nil {
		return err
	}
	var before string
	return a.changeNamed(ids, openOnes, step{
		event: func(t *tasks.Task) (tasks.Event, error) {
			before = a.whoDoes(t)
			e := tasks.Event{Verb: tasks.Assign, Assignees: who, Text: oneLine(o.message)}
			if now := (tasks.Task{Assignees: who}); before == a.whoDoes(&now) {
				return e, lang.E(lang.AssignSame, t.ID, before)
			}
			return e, nil
		},
		told: func(t *tasks.Task, _ tasks.Event) string {
			return lang.ToldAssigned.In(a.lang, t.ID, a.whoDoes(t), before, a.taskText(t))
		},
	})
}

// whoDoes names the assignees of t, or says that there are none.
func (a *app) whoDoes(t *tasks.Task) string {
	if who := assignees(t, ", "); who != "" {
		return who
	}
	return lang.ToldNobody.In(a.lang)
}

// splitNames takes the names off the end of words: as many of them as name
// somebody, the last in any case, but never the first, which is an id.
func splitNames(words []string, people *minutes.People) (ids []string, names string) {
	cut := len(words) - 1
	for cut > 1 {
		if _, unknown := minutes.ReadAssignees(words[cut-1], people); len(unknown) > 0 {
			break
		}
		cut--
	}
	return words[:cut], strings.Join(words[cut:], ",")
}

// namedAssignees reads a list of assignees; "-" is nobody. A name that nobody
// has is an error with those that are near.
func (a *app) namedAssignees(ws *archive.Workspace, list string) ([]tasks.Assignee, error) {
	if strings.TrimSpace(list) == "-" {
		return nil, nil
	}
	if strings.Contains(list, "@me") {
		me, err := a.whoAmI(ws)
		if err != nil {
			return nil, err
		}
		list = strings.ReplaceAll(list, "@me", me)
	}
	who, unknown := minutes.ReadAssignees(list, ws.People())
	if len(unknown) > 0 {
		word := strings.TrimSuffix(unknown[0], "?")
		return nil, &exitError{exitUsage, a.noPerson(ws, word, lang.E(lang.PersonUnknown, word))}
	}
	if len(who) == 0 {
		return nil, usage(lang.PersonUnknown, list)
	}
	return who, nil
}
