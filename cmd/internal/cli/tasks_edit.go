package cli

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
)

func (a *app) newTasksEdit() *cobra.Command {
	c := a.command("edit ID [TEXT]", lang.HelpTasksEdit)
	c.ValidArgsFunction = firstArg(a.completeTasks(openFirst))
	c.RunE = func(_ *cobra.Command, args []string) error {
		if err := someIDs(args); err != nil {
			return err
		}
		if err := argCount(args, 1, 2); err != nil {
			return err
		}
		return a.runTasksEdit(args)
	}
	return c
}

// runTasksEdit gives a task a new text. That of a task of a meeting stands in
// its minutes and changes there.
func (a *app) runTasksEdit(args []string) error {
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	picked, err := a.pick(ws, args[:1], openFirst)
	if err != nil {
		return err
	}
	if t := &picked[0]; t.Meeting != "" {
		return a.inMinutes(ws, t)
	}
	text := ""
	if len(args) > 1 {
		text = args[1]
	} else if text, err = a.editLine(ws, picked[0].Text); err != nil {
		return err
	}
	text = strings.TrimSpace(oneLine(text))
	var before string
	return a.change(ws, picked, step{
		event: func(t *tasks.Task) (tasks.Event, error) {
			before = t.Text
			if before == text {
				return tasks.Event{}, lang.E(lang.EditSame, t.ID)
			}
			return tasks.Event{Verb: tasks.Text, Text: text}, nil
		},
		told: func(t *tasks.Task, _ tasks.Event) string {
			return lang.ToldReworded.In(a.lang, t.ID, a.sentence(t), before)
		},
	})
}

// inMinutes says where the text of t changes.
func (a *app) inMinutes(ws *archive.Workspace, t *tasks.Task) error {
	path := archive.PathOf(t.Meeting)
	if ref, err := ws.Resolve(t.Meeting); err == nil {
		path = ref.Path
		if t.Private {
			path = ref.PrivatePath
		}
	}
	return lang.E(lang.EditInMinutes, t.ID, strings.TrimSuffix(at(a.path(ws, path), t.Line), ": ")).Hint(lang.EditInMinutesHint, t.Meeting)
}

// editLine lets a person change one line of text in the editor. What is empty
// afterwards changes nothing.
func (a *app) editLine(ws *archive.Workspace, text string) (string, error) {
	path, err := a.editCopy(ws, "task.txt", []byte(text+"\n"))
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(filepath.Dir(path))
	if err := a.runEditor(path); err != nil {
		return "", lang.E(lang.EditorFailed, err)
	}
	edited, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	line := strings.Join(strings.Fields(string(edited)), " ")
	if line == "" {
		return "", &exitError{exitUsage, errCancelled}
	}
	return line, nil
}
