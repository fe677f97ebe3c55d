package minutes

import (
	"telko/minutes/lang"
	"telko/tasks"
)

// StateName returns what users read for the state of a task.
func StateName(s tasks.State) lang.Text {
	switch s {
	case tasks.Waiting:
		return lang.StateWaiting
	case tasks.Done:
		return lang.StateDone
	case tasks.Dropped:
		return lang.StateDropped
	}
	return lang.StateOpen
}
