package archive

import (
	"errors"

	"telko/minutes"
	"telko/motions"
	"telko/tasks"
	"telko/tasks/when"
)

var errTodo = errors.New("archive: not written yet")

type sums struct{}

// Open opens the workspace in the folder root.
func Open(root string, o Options) (*Workspace, error) { return nil, errTodo }

// Ref names a meeting of the workspace.
type Ref struct {
	ID          string    // base name of the file
	Path        string    // of the public file, relative to the root, with slashes
	PrivatePath string    // of the private file; "" if there is none
	Date        when.Date // as the name says
	Series      string    // key, as the name says; "" if it is none of the settings'
}

// Meetings lists the meetings by date, then name.
func (w *Workspace) Meetings() ([]Ref, error) { return nil, errTodo }

// Resolve finds the meeting that a word means: its id, its file, its date,
// "last" or "next", the key of a series (its last meeting), or a part that
// only one has. An ambiguous word is an *AmbiguousError.
func (w *Workspace) Resolve(word string) (Ref, error) { return Ref{}, errTodo }

// Load reads a meeting's public file.
func (w *Workspace) Load(ref Ref) (*minutes.File, error) { return nil, errTodo }

// LoadPrivate reads a meeting's private file, nil if there is none.
func (w *Workspace) LoadPrivate(ref Ref) (*minutes.File, error) { return nil, errTodo }

// Edit changes a meeting's public file: under the lock, fn gets what the file
// holds and returns what it is to hold; tasks and motions without an id get
// one. Nothing is written if that is the same. An editor that saves meanwhile
// is not overwritten: ErrChanged.
func (w *Workspace) Edit(ref Ref, fn func(old []byte) ([]byte, error)) (changed bool, err error) {
	return false, errTodo
}

// EditBoth is Edit for a meeting's public and private file at once; nil stands
// for a private file that is not there. The private file is written first.
func (w *Workspace) EditBoth(ref Ref, fn func(public, private []byte) (newPublic, newPrivate []byte, err error)) (changed bool, err error) {
	return false, errTodo
}

// Create writes the file of a new meeting and gives ids to its tasks and
// motions. It fails with ErrExists if there is one with this id.
func (w *Workspace) Create(id string, src []byte) (Ref, error) { return Ref{}, errTodo }

// Append adds events to the log, fsynced; those of private tasks to the
// private log.
func (w *Workspace) Append(events ...tasks.Event) error { return errTodo }

// Change adds one event to a task: under the lock, fn gets the task as all
// logs have it now and returns what happened to it. It returns the task after
// the event, and the event as written (its instant is moved on by seconds if
// it would not be the newest).
func (w *Workspace) Change(id tasks.ID, fn func(t tasks.Task) (tasks.Event, error)) (tasks.Task, tasks.Event, error) {
	return tasks.Task{}, tasks.Event{}, errTodo
}

// Register is all tasks, folded with their logs.
type Register struct {
	Tasks    []tasks.Task
	Problems []Problem
}

// Register returns every task with its history, private ones too.
func (w *Workspace) Register() (*Register, error) { return nil, errTodo }

// OpenTasks returns the tasks that are open or waiting, in the order of
// Register, without History. A nick leaves out those that are for other
// persons only ("" for all); groups and everyone's stay in. It answers from an
// index in .telko that is checked against every file.
func (w *Workspace) OpenTasks(nick string) (*Register, error) { return nil, errTodo }

// Motions returns all motions of all meetings, in order of meetings.
func (w *Workspace) Motions() ([]*motions.Motion, []Problem, error) { return nil, nil, errTodo }
