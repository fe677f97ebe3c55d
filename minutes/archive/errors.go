package archive

import (
	"errors"
	"strings"

	"telko/tasks"
)

// What callers decide on; errors.Is finds them in the localised errors of this
// package.
var (
	ErrNoWorkspace = errors.New("no workspace")                  // Find
	ErrExists      = errors.New("exists already")                // Init, Create
	ErrNoMeeting   = errors.New("no such meeting")               // Resolve, Edit
	ErrNoTask      = errors.New("no such task")                  // Change
	ErrNoMotion    = errors.New("no such motion")                // Motion, ChangeMotion
	ErrChanged     = errors.New("changed by somebody meanwhile") // Edit: an editor saved; a conflict for a person
	ErrBusy        = errors.New("another telko holds the lock")  // any change, after Options.LockWait
	ErrOutside     = errors.New("leads out of the workspace")    // a symlink that does, a device, a huge file
)

// AmbiguousError says that a word could mean several meetings.
type AmbiguousError struct {
	Word string
	Refs []Ref
}

// Error lists the meetings.
func (e *AmbiguousError) Error() string {
	ids := make([]string, len(e.Refs))
	for i, r := range e.Refs {
		ids[i] = r.ID
	}
	return e.Word + " could be " + strings.Join(ids, ", ")
}

// Problem is something in the workspace that is wrong and was left out. All
// else goes on working.
type Problem struct {
	Path string // relative to the root, with slashes
	Line int    // from 1; 0 for the whole file
	Err  error  // what is wrong and what to do, without file and line
}

// EventError is a Problem's error for an event of the log that can be read, but
// does not fit its task.
type EventError struct{ tasks.Problem }

// Error returns the problem in English.
func (e *EventError) Error() string { return e.Problem.String() }
