package minutes

import "telko/tasks"

// Span is a stretch of a file's bytes, End excluded. An empty one says that
// the thing is not there.
type Span struct{ Start, End int }

// Empty reports whether there is nothing in s.
func (s Span) Empty() bool { return s.End <= s.Start }

// Of returns the bytes of src that s covers.
func (s Span) Of(src []byte) []byte { return src[s.Start:s.End] }

// File is a meeting's file: what it says, and where in its bytes each thing
// stands, so that edits splice and untouched lines keep their bytes.
type File struct {
	Meeting  Meeting
	Sections []Section // in order; joined, they are the body

	name     string
	src      []byte
	ctx      Context // as it was parsed with, for Public
	front    FrontMatter
	index    *lineIndex // of the body
	title    Span
	lines    []TaskLine
	problems []Problem
}

// Name returns the name the file was parsed under.
func (f *File) Name() string { return f.name }

// Source returns the bytes the file was parsed from. They are not to be
// changed.
func (f *File) Source() []byte { return f.src }

// Front returns the front matter.
func (f *File) Front() FrontMatter { return f.front }

// TitleLine returns where the title's heading stands, without its line break;
// an empty Span if there is none.
func (f *File) TitleLine() Span { return f.title }

// TaskLines returns every checkbox line outside code, quotes and comments, in
// order: those that are tasks and those that are mentions.
func (f *File) TaskLines() []TaskLine { return f.lines }

// Problems returns what reading found doubtful, in order of lines.
func (f *File) Problems() []Problem { return f.problems }

// TaskLine is a checkbox line: where its pieces stand. All spans are of the
// whole source.
type TaskLine struct {
	Line    int  // from 1
	At      Span // the whole line, without its line break
	Mark    int  // offset of the character between [ and ]
	Checked bool
	Content Span // what follows the checkbox, without white space at either end
	heading int  // index of the last heading before, -1 for none

	Parts   TaskParts // spans are of the whole source
	Task    int       // index in Meeting.Tasks, -1 for a mention
	Mention int       // index in Meeting.Mentions, -1 for a task
}

// TaskParts are the pieces of a task line's content, in their order: text,
// bracket, due date, id.
type TaskParts struct {
	Text      Span             // without white space at either end
	Bracket   Span             // the bracket that names assignees, brackets included
	Due       Span             // the due date behind it, with "bis" or "by"
	ID        Span             // with its '#'
	Assignees []tasks.Assignee // in the order written
	DueText   string           // the due date as written, without "bis": "diesen Sonntag"; "" for none
	InBracket bool             // DueText stands in the bracket
	Task      tasks.Task       // Text, Assignees, Due, ID; Due is zero if none is written
}
