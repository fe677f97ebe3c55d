package minutes

import "telko/tasks"

// Parse reads a meeting's file. Name is its path, for messages; its base name
// without ".md" is the meeting's identity. The error is a *LineError: the
// front matter is broken, or the file is no text.
func Parse(name string, src []byte, ctx Context) (*File, error) {
	return &File{name: name, src: src, ctx: ctx}, nil
}

// ReadTasks returns the same as Parse(name, src, ctx).Meeting.Tasks, much
// faster where the structure can be told without parsing Markdown.
func ReadTasks(name string, src []byte, ctx Context) ([]tasks.Task, error) {
	f, err := Parse(name, src, ctx)
	if err != nil {
		return nil, err
	}
	return f.Meeting.Tasks, nil
}

// ScanTasks finds the checkbox lines of src without parsing Markdown. If sure
// is false the structure could not be told, and lines mean nothing.
func ScanTasks(src []byte) (lines []TaskLine, sure bool) { return nil, false }
