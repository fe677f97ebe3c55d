package cli

import (
	"errors"
	"strings"

	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
)

// pick returns the tasks that words name. A full id is found among all tasks;
// a short form is looked for in among alone, and only if a person is at a
// terminal to see what was understood. Nothing is picked unless every word is
// clear.
func (a *app) pick(ws *archive.Workspace, words []string, among func(tasks.Task) bool) ([]tasks.Task, error) {
	reg, err := ws.Register()
	if err != nil {
		return nil, err
	}
	var some []tasks.Task
	for _, t := range reg.Tasks {
		if among(t) {
			some = append(some, t)
		}
	}
	var picked []tasks.Task
	seen := map[tasks.ID]bool{}
	for _, word := range words {
		t, err := a.pickOne(ws, word, reg.Tasks, some)
		if err != nil {
			return nil, err
		}
		if !seen[t.ID] {
			seen[t.ID] = true
			picked = append(picked, t)
		}
	}
	return picked, nil
}

func (a *app) pickOne(ws *archive.Workspace, word string, all, some []tasks.Task) (tasks.Task, error) {
	if id, err := tasks.ParseID(word); err == nil {
		for _, t := range all {
			if t.ID == id {
				return t, nil
			}
		}
		return tasks.Task{}, noTask(word)
	}
	short := strings.TrimPrefix(word, "#")
	if !a.out.inTTY {
		err := lang.E(lang.TaskNoFullID, word).Hint(lang.TaskFullIDs).Because(archive.ErrNoTask)
		return tasks.Task{}, &exitError{exitUsage, err}
	}
	switch found := tasks.Match(short, some, a.maybeMe(ws)); len(found) {
	case 0:
		return tasks.Task{}, noTask(word)
	case 1:
		return found[0], nil
	default:
		tasks.Sort(found, ws.Today())
		for _, t := range found {
			a.out.talk("  " + string(t.ID) + "  " + a.sentence(&t))
		}
		err := lang.E(lang.TaskAmbiguous, word).Hint(lang.TaskSayMore).Because(errAmbiguous)
		return tasks.Task{}, &exitError{exitUsage, err}
	}
}

func noTask(word string) error {
	return lang.E(lang.TaskNone, word).Hint(lang.TaskSeeList).Because(archive.ErrNoTask)
}

var errAmbiguous = errors.New("ambiguous")

// isOpen says which tasks a short id can mean.
func isOpen(t tasks.Task) bool { return t.State == tasks.Open || t.State == tasks.Waiting }

// isClosed is the opposite, for reopening.
func isClosed(t tasks.Task) bool { return !isOpen(t) }

// isAny lets a short id mean any task.
func isAny(tasks.Task) bool { return true }

// someIDs is the argument check of commands that take one id or more. A shell
// takes everything after an unquoted # for a comment, so that `done #2` comes
// without an argument.
func someIDs(args []string) error {
	if len(args) == 0 {
		return &exitError{exitUsage, lang.E(lang.TaskWhich).Hint(lang.TaskNoHash)}
	}
	return nil
}
