package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes/lang"
	"telko/tasks"
)

func (a *app) newTasksNote() *cobra.Command {
	c := a.command("note ID... TEXT", lang.HelpTasksNote)
	c.ValidArgsFunction = a.completeTasks(openFirst)
	c.RunE = func(_ *cobra.Command, args []string) error { return a.runTasksNote(args) }
	return c
}

// runTasksNote writes a note into the history of tasks, whatever their state.
func (a *app) runTasksNote(words []string) error {
	if err := someIDs(words); err != nil {
		return err
	}
	ids, text, err := splitText(words)
	if err != nil {
		return err
	}
	return a.changeNamed(ids, openFirst, step{
		event: func(*tasks.Task) (tasks.Event, error) { return tasks.Event{Verb: tasks.Note, Text: text}, nil },
		told: func(t *tasks.Task, e tasks.Event) string {
			return lang.ToldNoted.In(a.lang, t.ID, e.Text, a.sentence(t))
		},
	})
}

// splitText takes the text off the end of words: the last one, which must not
// be an id.
func splitText(words []string) (ids []string, text string, err error) {
	last := len(words) - 1
	text = strings.TrimSpace(oneLine(words[last]))
	if _, err := tasks.ParseID(text); err == nil || last == 0 || text == "" {
		return nil, "", usage(lang.NoteWhat, words[last])
	}
	return words[:last], text, nil
}
