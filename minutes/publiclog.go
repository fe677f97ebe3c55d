package minutes

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"telko/tasks"
)

// PublicLog is the log of tasks as it may leave the team, on a page of a wiki.
// Only NewPublicLog makes one; the zero PublicLog is empty.
type PublicLog struct{ lines []PublicLine }

// PublicLine is an event as it may leave the team.
type PublicLine struct {
	Event tasks.Event // as it leaves; its line is Line
	line  string
	forms []string // other lines that say the same: they never leave
}

// Line returns the line of a log, in NFC, as wikis keep it.
func (l PublicLine) Line() string { return l.line }

// Forms returns all lines, in NFC, by which the event is known: its own, and
// that of the log on this machine.
func (l PublicLine) Forms() []string { return append([]string{l.line}, l.forms...) }

// NewPublicLog returns the events of the public log that are about tasks of
// public minutes, or about tasks that it added itself; those of private tasks
// are left out, and so are those of tasks that nobody knows any more, as one
// whose topic was made private later, and those that are marked as private. HTML
// comments in texts are left out.
//
// With NamesAsNick the texts have nicks for names, and an event in which a name
// cannot be replaced is left out. Marks of texts are those of the texts as they
// leave, so that nothing hidden can be guessed from them.
func NewPublicLog(ps []Public, log []tasks.Event, o PublicOptions) PublicLog {
	texts := map[tasks.ID]string{}
	for _, t := range NewPublicTasks(ps, log, o).All() {
		texts[t.ID] = t.Text
	}
	names := hiderOf(o)
	var out PublicLog
	seen := map[string]bool{}
	for _, e := range log {
		text, known := texts[e.ID]
		if e.Private || !known {
			continue
		}
		was := norm.NFC.String(e.Line())
		if !publicEvent(&e, text, names) {
			continue
		}
		l := PublicLine{Event: e, line: norm.NFC.String(e.Line())}
		if l.line != was {
			l.forms = append(l.forms, was)
		}
		if !seen[l.line] {
			seen[l.line] = true
			out.lines = append(out.lines, l)
		}
	}
	return out
}

// publicEvent makes e what may leave; false if nothing may. Text is that of its
// task, public.
func publicEvent(e *tasks.Event, text string, names *nameHider) bool {
	var ok bool
	if e.Text, ok = publicWords(e.Text, names); !ok {
		return false
	}
	switch {
	case e.Verb == tasks.Add && e.ID.Nick() != "":
		e.Digest = tasks.Digest(e.Text)
	case e.Verb == tasks.Add:
		e.Digest, e.Text = tasks.Digest(text), ""
	case (e.Verb == tasks.Note || e.Verb == tasks.Text) && e.Text == "":
		return false
	}
	if names == nil {
		return true
	}
	rest := *e
	if strings.HasPrefix(e.By, "wiki:") {
		rest.By = "wiki" // the wiki itself shows who that was
	}
	line, ok := names.in(rest.Line())
	return ok && line == rest.Line()
}

// publicWords returns a text of a log as it may leave the team, with nicks for
// names unless there is no hider; ok is false if nothing of it may.
func publicWords(text string, names *nameHider) (out string, ok bool) {
	text = withoutComments(text)
	if hasMark(text) {
		return "", false
	}
	if names == nil {
		return text, true
	}
	return names.in(text)
}

// withoutComments returns text without HTML comments; one that is not closed
// hides the rest.
func withoutComments(text string) string {
	for {
		before, rest, ok := strings.Cut(text, "<!--")
		if !ok {
			return strings.TrimSpace(text)
		}
		_, after, _ := strings.Cut(rest, "-->")
		text = strings.TrimRight(before, " ") + after
	}
}

// Lines returns the events in the order of the log.
func (p PublicLog) Lines() []PublicLine {
	out := make([]PublicLine, len(p.lines))
	copy(out, p.lines)
	return out
}
