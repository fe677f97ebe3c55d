package minutes

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"telko/minutes/lang"
	"telko/tasks/when"
)

// What Lint finds beside what reading finds (see Problem).
const (
	PrivateMark    Code = "private-mark"   // a heading that ends in {…}: the file will not be published
	DoubtfulHidden Code = "hidden"         // a comment of which the end cannot be told: likewise
	ForeignTask    Code = "foreign-task"   // a checkbox of another meeting's task; ticking it does nothing
	OtherIDDay     Code = "id-day"         // most tasks bear the ids of one other day: the meeting was moved
	DueBefore      Code = "due-before"     // a task that was due before the meeting
	UnknownPerson  Code = "unknown-person" // somebody present, absent or keeper whom people.toml does not know
	SamePerson     Code = "same-person"    // somebody listed twice
	OtherName      Code = "other-name"     // a nick that people.toml gives to somebody else
	OtherDate      Code = "other-date"     // the front matter has another day than the name of the file
	BadZone        Code = "time-zone"      // a time zone that there is not
	PerhapsTask    Code = "perhaps-task"   // a line that reads as if somebody had promised something, and is no task
	VoteMisfit     Code = "vote-misfit"    // more votes than members who were there
	VoteOdd        Code = "vote-odd"       // unanimous, with votes against
	VoteRough      Code = "vote-rough"     // a tally in words, that nothing is counted from
	NoQuorum       Code = "no-quorum"      // too few members were there for a vote
	NoAnswer       Code = "no-answer"      // a motion that was neither answered nor decided
	VoteBare       Code = "vote-bare"      // a tally without a label, that counts as text
	NoDecision     Code = "no-decision"    // a vote without a decision
	NoPetitioner   Code = "no-petitioner"  // a motion of nobody
)

// Lint returns what a person should look at in f, in order of lines: what
// reading found doubtful, and what is written well but will surprise.
func Lint(f *File, ctx Context) []Finding {
	var found []Finding
	for _, p := range f.problems {
		remark := p.Code == Misspelt || p.Code == StrayParts
		found = append(found, Finding{f.name, p.Line, p.Code, remark, p.Err})
	}
	l := linter{f: f, ctx: ctx, found: found}
	if !isPrivateName(f.name) {
		l.private()
	}
	l.front()
	l.tasks()
	l.people()
	for _, s := range Suggest(f, ctx) {
		l.remark(s.Line, PerhapsTask, lang.E(lang.LintPerhapsTask, s.Task))
	}
	l.motions()
	slices.SortStableFunc(l.found, func(a, b Finding) int { return cmp.Compare(a.Line, b.Line) })
	return l.found
}

type linter struct {
	f     *File
	ctx   Context
	found []Finding
}

func (l *linter) add(line int, c Code, e *lang.Error) {
	l.found = append(l.found, Finding{l.f.name, line, c, false, e})
}

func (l *linter) remark(line int, c Code, e *lang.Error) {
	l.found = append(l.found, Finding{l.f.name, line, c, true, e})
}

// private finds what NewPublic will stop at.
func (l *linter) private() {
	comments, line, why := findComments(l.f.src)
	if why != nil {
		known := slices.ContainsFunc(l.f.problems, func(p Problem) bool { return p.Code == Unclosed && p.Line == line })
		if !known {
			l.add(line, DoubtfulHidden, why)
		}
		return
	}
	for _, m := range privateMarks(blankComments(l.f.src, comments), l.f.front.At, l.f.Meeting.Imported != "") {
		l.add(m.line, PrivateMark, lang.E(lang.PrivateMark, m.shown()).Hint(lang.PrivateMarkHint))
	}
	if _, line := stripNotes(blankComments(l.f.src, comments)); line > 0 {
		l.add(line, DoubtfulHidden, lang.E(lang.HiddenNote).Hint(lang.HiddenNoteHint))
	}
}

// front looks at what the front matter says that can be read and is wrong.
func (l *linter) front() {
	m := &l.f.Meeting
	if len(m.ID) > 10 && !m.Date.IsZero() && !strings.HasPrefix(m.ID, m.Date.String()) {
		l.remark(l.keyLine("date"), OtherDate, lang.E(lang.LintOtherDate, m.Date, m.ID[:10]).Hint(lang.LintOtherDateHint))
	}
	if _, err := time.LoadLocation(m.TimeZone); err != nil {
		l.add(l.keyLine("timezone"), BadZone, lang.E(lang.ArchiveBadZone, m.TimeZone).Hint(lang.ArchiveZoneForm))
	}
}

func (l *linter) tasks() {
	m := &l.f.Meeting
	own := 0
	var foreign []Finding
	var day when.Date // of the foreign ones, zero if they are of several
	for i := range l.f.lines {
		tl := &l.f.lines[i]
		switch {
		case tl.Task >= 0:
			if m.Tasks[tl.Task].ID != "" {
				own++
			}
			if t := &m.Tasks[tl.Task]; !tl.Parts.Due.Empty() && t.Due.Before(m.Date) {
				l.remark(tl.Line, DueBefore, lang.E(lang.LintDueBefore, FormatDate(t.Due, l.ctx.Lang)))
			}
		case tl.Mention >= 0 && l.sectionAt(tl.Line) != SectionOpenTasks:
			id := m.Mentions[tl.Mention].ID
			twice := slices.ContainsFunc(l.f.problems, func(p Problem) bool { return p.Line == tl.Line && p.Code == DuplicateID })
			if twice {
				continue
			}
			if len(foreign) == 0 {
				day = id.Day()
			} else if day != id.Day() {
				day = when.Date{}
			}
			foreign = append(foreign, Finding{l.f.name, tl.Line, ForeignTask, true, lang.E(lang.LintForeign, id).Hint(lang.LintForeignHint, id)})
		}
	}
	if len(foreign) > 1 && len(foreign) > own && !day.IsZero() {
		l.remark(l.keyLine("date"), OtherIDDay, lang.E(lang.LintOtherIDDay, day, len(foreign), day))
		return
	}
	l.found = append(l.found, foreign...)
}

func (l *linter) sectionAt(line int) SectionKind {
	for i := range l.f.Sections {
		if s := &l.f.Sections[i]; s.Line <= line && line <= s.End {
			return s.Kind
		}
	}
	return SectionPreamble
}

// people looks at those present, absent, and at the keeper.
func (l *linter) people() {
	m := &l.f.Meeting
	seen := map[string]int{}
	for _, a := range m.Present {
		l.person(a.Name, a.Nick, a.Line, a.Guest, seen)
	}
	for _, a := range m.Absent {
		l.person(a.Name, a.Nick, a.Line, false, seen)
	}
	if m.Keeper == "" || len(l.ctx.People.All()) == 0 {
		return
	}
	if _, ok := l.ctx.People.Find(m.Keeper); !ok && seen[key(m.Keeper)] == 0 {
		l.remark(l.keyLine("keeper"), UnknownPerson, l.unknown(m.Keeper))
	}
}

func (l *linter) person(name, nick string, line int, guest bool, seen map[string]int) {
	word := nick
	if word == "" {
		word = name
	}
	if at, twice := seen[key(word)]; twice {
		l.remark(line, SamePerson, lang.E(lang.LintTwice, word, at))
	}
	seen[key(word)] = line
	if len(l.ctx.People.All()) == 0 {
		return
	}
	who, known := l.ctx.People.Find(word)
	switch {
	case !known && !guest:
		l.remark(line, UnknownPerson, l.unknown(word))
	case known && nick != "" && name != "" && who.Name != "" && !equalFold(name, who.Name):
		if also, ok := l.ctx.People.Find(name); !ok || also.Nick != who.Nick {
			l.remark(line, OtherName, lang.E(lang.LintOtherName, nick, who.Name, name))
		}
	}
}

func (l *linter) unknown(word string) *lang.Error {
	e := lang.E(lang.LintUnknown, word)
	if near := l.ctx.People.Nearest(word); len(near) > 0 {
		return e.Hint(lang.ReadUnknownNearest, near[0])
	}
	return e.Hint(lang.LintUnknownHint)
}

func (l *linter) keyLine(key string) int {
	for _, e := range l.f.front.Keys {
		if equalFold(e.Key, key) {
			return e.Line
		}
	}
	return 1
}
