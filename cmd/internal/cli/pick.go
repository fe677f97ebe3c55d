package cli

import (
	"errors"

	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
)

// choice says which tasks a short id can mean.
type choice uint8

const (
	openOnes    choice = iota // to be ticked off or moved
	runningOnes               // open and not waiting: to wait for something
	waitingOnes               // to go on with
	closedOnes                // to be opened again
	openFirst                 // to be looked at: one that is closed only if nothing else can be meant
	anyOnes                   // to be changed whatever its state
)

// from returns the tasks of the workspace that c allows. Those to be done come
// from the index.
func (c choice) from(ws *archive.Workspace) ([]tasks.Task, error) {
	if c <= waitingOnes {
		reg, err := ws.OpenTasks("")
		if err != nil {
			return nil, err
		}
		return c.of(reg.Tasks), nil
	}
	reg, err := ws.Register()
	if err != nil {
		return nil, err
	}
	return c.of(reg.Tasks), nil
}

// of returns those of ts whose state c is about.
func (c choice) of(ts []tasks.Task) []tasks.Task {
	var q tasks.Query
	switch c {
	case runningOnes:
		q.States = []tasks.State{tasks.Open}
	case waitingOnes:
		q.States = []tasks.State{tasks.Waiting}
	case closedOnes:
		q.States = []tasks.State{tasks.Done, tasks.Dropped}
	default:
		return ts
	}
	return q.Select(ts)
}

// pick returns the tasks that words name. A full id is found among all tasks;
// a short form is looked for among those of c alone, and only if a person is
// at a terminal to see what was understood. Nothing is picked unless every
// word is clear.
func (a *app) pick(ws *archive.Workspace, words []string, c choice) ([]tasks.Task, error) {
	var picked []tasks.Task
	seen := map[tasks.ID]bool{}
	for _, word := range words {
		t, err := a.pickOne(ws, word, c)
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

func (a *app) pickOne(ws *archive.Workspace, word string, c choice) (tasks.Task, error) {
	if id, err := tasks.ParseID(word); err == nil {
		t, err := ws.Task(id)
		if errors.Is(err, archive.ErrNoTask) {
			return t, noTask(word)
		}
		return t, err
	}
	if !a.out.inTTY {
		err := lang.E(lang.TaskNoFullID, word).Hint(lang.TaskFullIDs).Because(archive.ErrNoTask)
		return tasks.Task{}, &exitError{exitUsage, err}
	}
	some, err := c.from(ws)
	if err != nil {
		return tasks.Task{}, err
	}
	found := tasks.Match(word, some, a.maybeMe(ws))
	if c == openFirst && len(found) > 1 {
		q := tasks.Query{States: []tasks.State{tasks.Open, tasks.Waiting}}
		if open := tasks.Match(word, q.Select(some), a.maybeMe(ws)); len(open) > 0 {
			found = open
		}
	}
	switch len(found) {
	case 0:
		return tasks.Task{}, noTask(word)
	case 1:
		return ws.Task(found[0].ID)
	default:
		tasks.Sort(found, ws.Today())
		for _, t := range found {
			a.out.talk("  " + string(t.ID) + "  " + a.sentence(&t))
		}
		err := lang.E(lang.TaskAmbiguous, word).Hint(lang.TaskSayMore)
		return tasks.Task{}, &exitError{exitUsage, err}
	}
}

func noTask(word string) error {
	return lang.E(lang.TaskNone, word).Hint(lang.TaskSeeList).Because(archive.ErrNoTask)
}

// someIDs is the argument check of commands that take one id or more. A shell
// takes everything after an unquoted # for a comment, so that `done #2` comes
// without an argument.
func someIDs(args []string) error {
	if len(args) == 0 {
		return &exitError{exitUsage, lang.E(lang.TaskWhich).Hint(lang.TaskNoHash)}
	}
	return nil
}
