package minutes

import (
	"telko/motions"
	"telko/tasks"
)

// MintLines gives every task line and motion of src that has no id its id, and
// writes due dates that stand there in words as dates. It returns the new
// bytes and the add events that are not in the logs yet: append them before
// the file is written. Prefix is that of the series' ids. The logs must hold
// those of the private file too, since ids are shared with it.
func MintLines(name string, src []byte, ctx Context, taskLog []tasks.Event, motionLog []motions.Event, prefix string) (out []byte, newTasks []tasks.Event, newMotions []motions.Event, err error) {
	return src, nil, nil, nil
}
