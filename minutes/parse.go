package minutes

import (
	"slices"
	"strings"
)

// Parse reads a meeting's file. Name is its path, for messages; its base name
// without ".md" is the meeting's identity. The error is a *LineError: the
// front matter is broken, or the file is no text. All else is read; what is in
// doubt stays as it is written and is one of Problems.
func Parse(name string, src []byte, ctx Context) (*File, error) {
	f := &File{name: name, src: src, ctx: ctx}
	body, line, err := f.readFront()
	if err != nil {
		err.File = name
		return nil, err
	}
	doc := readDocument(src, body, line)
	f.index = doc.index
	places := placesOf(src, &doc.outline)
	f.problems = append(f.problems, doc.problems...)
	f.readSections(doc, places, body, line)
	f.readPlace()
	f.readAgenda(places)

	r := roll{people: ctx.People}
	for i := range f.Sections {
		if s := &f.Sections[i]; isRoll(s.Kind) {
			r.readRoll(s.BodyAt.Of(src), bodyLine(s, src), &places[s.heading])
		}
	}
	f.Meeting.Present, f.Meeting.Absent = r.present, r.absent
	f.problems = append(f.problems, r.problems...)

	tr := &taskReader{people: ctx.People, local: r.finder(), date: f.Meeting.Date, telco: ctx.telcosOf(&f.Meeting)}
	own := newOwner(&f.Meeting, ctx)
	f.readTasks(doc, places, tr, &own)
	f.problems = append(f.problems, tr.problems...)
	f.readMotions(doc, places)
	f.readLinks(doc.inlines)
	slices.SortStableFunc(f.problems, func(a, b Problem) int { return a.Line - b.Line })
	return f, nil
}

// readFront reads the front matter into the meeting, and returns where the
// body begins.
func (f *File) readFront() (body, line int, err *LineError) {
	if err := textError(f.src); err != nil {
		return 0, 0, err
	}
	fm, body, line, problems, err := readFront(f.src, nil)
	if err != nil {
		return 0, 0, err
	}
	f.front, f.problems = fm, problems
	return body, line, readHead(&f.Meeting, f.name, fm, f.ctx)
}

func isRoll(k SectionKind) bool { return k == SectionPresent || k == SectionAbsent }

// bodyLine returns the number of the line that a section's body begins on.
func bodyLine(s *Section, src []byte) int {
	return s.Line + strings.Count(string(src[s.At.Start:s.BodyAt.Start]), "\n")
}

// lineText returns line n of the body.
func (f *File) lineText(n int) string {
	at := f.index.span(n)
	return strings.TrimRight(string(at.Of(f.src)), "\r")
}
