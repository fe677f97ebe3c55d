package minutes

import (
	"strings"

	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

// Format returns src in the form that telko writes. It changes only what it
// has understood, and of that only the form:
//
//   - a due date in words becomes a date in the language of ctx;
//   - the bracket of a task's assignees gets their nicks as the roster spells
//     them; a checkbox [X] becomes [x];
//   - values of the front matter that mean a date or a time are written as
//     telko writes them; the file ends in one line break.
//
// Every other line keeps its bytes, and what telko wrote stays byte for byte.
// Format makes no ids. The error is that of Parse.
func Format(name string, src []byte, ctx Context) ([]byte, error) {
	f, err := Parse(name, src, ctx)
	if err != nil {
		return nil, err
	}
	edits := frontEdits(f)
	for i := range f.lines {
		edits = append(edits, formatTaskLine(f, &f.lines[i])...)
	}
	return endInOneBreak(splice(f.src, edits)), nil
}

// frontEdits writes dates and times of the front matter as telko does.
func frontEdits(f *File) []edit {
	m := &f.Meeting
	want := map[string]string{
		"date":  m.Date.String(),
		"start": FormatStart(m.Start, m.Date),
		"end":   m.End.Clock.String(),
	}
	var edits []edit
	seen := map[string]bool{}
	for _, e := range f.front.Keys {
		k := strings.ToLower(e.Key)
		if v := want[k]; v != "" && e.Value != "" && e.Value != v && !seen[k] {
			edits = append(edits, edit{e.Val, v})
		}
		seen[k] = true
	}
	return edits
}

func formatTaskLine(f *File, tl *TaskLine) []edit {
	var edits []edit
	if f.src[tl.Mark] == 'X' {
		edits = append(edits, edit{Span{tl.Mark, tl.Mark + 1}, "x"})
	}
	if tl.Task < 0 {
		return edits
	}
	edits = append(edits, dueEdits(f, tl)...)
	if p := &tl.Parts; !p.Bracket.Empty() && !p.InBracket {
		// A bracket that says more than its assignees stays: a second date.
		have := string(p.Bracket.Of(f.src))
		want := bracketOf(p.Assignees)
		if want != have && strings.Count(have, ",")+1 == len(p.Assignees) {
			edits = append(edits, edit{p.Bracket, want})
		}
	}
	return edits
}

// dueEdits writes a due date that stands in words as a date, nil if there is
// none. One that stands in the bracket moves behind it.
func dueEdits(f *File, tl *TaskLine) []edit {
	p, due := &tl.Parts, f.Meeting.Tasks[tl.Task].Due
	if p.DueText == "" || due.IsZero() || p.DueText == due.German() || p.DueText == due.String() {
		return nil
	}
	text := lang.WriteDue.In(f.ctx.Lang, FormatDate(due, f.ctx.Lang))
	if p.InBracket {
		return []edit{{p.Bracket, bracketOf(p.Assignees) + " " + text}}
	}
	return []edit{{p.Due, text}}
}

func bracketOf(who []tasks.Assignee) string {
	return strings.TrimPrefix(taskTail(who, when.Date{}, "", lang.German), " ")
}

// endInOneBreak cuts empty lines at the end, or adds the break that is missing.
func endInOneBreak(src []byte) []byte {
	s := string(src)
	cut := strings.TrimRight(s, "\r\n")
	if cut == "" {
		return src
	}
	if want := cut + lineBreak(src); want != s {
		return []byte(want)
	}
	return src
}
