package capture

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks"
)

// Read returns how a line would be taken. It changes nothing, and is called at
// every key. A line of which not all parses as the mark it begins with is a
// note; where it is near to one, the reading has an Offer.
func (s *Session) Read(line string) Reading { return s.grammar().read(line) }

// grammar returns what lines are read with now.
func (s *Session) grammar() *grammar {
	v := s.View()
	if s.heard == nil || s.heard.v != v {
		s.heard = newGrammar(v, s.c.Context, s.doc.calendar(), s.doc.defaultDue(), s.earlier(), s.c.Pages)
	}
	s.heard.now = momentOf(s.c.Now())
	return s.heard
}

// earlier returns the open tasks of earlier meetings, with what this telco has
// made of them.
func (s *Session) earlier() []tasks.Task {
	if len(s.doc.outcomes) == 0 {
		return s.c.Earlier
	}
	all := slices.Clone(s.c.Earlier)
	for i := range s.doc.outcomes {
		o := &s.doc.outcomes[i]
		for j := range all {
			if t := &all[j]; t.ID == o.TaskID {
				become(t, o)
			}
		}
	}
	return all
}

func become(t *tasks.Task, o *Event) {
	switch tasks.Verb(o.Key) {
	case tasks.DoneV:
		t.State = tasks.Done
	case tasks.Drop:
		t.State = tasks.Dropped
	case tasks.Wait:
		t.State = tasks.Waiting
	case tasks.Reopen, tasks.Resume:
		t.State = tasks.Open
	case tasks.DueV:
		t.Due = o.Due
	case tasks.Assign:
		t.Assignees = o.Assignees
	}
}

func (g *grammar) read(line string) Reading {
	r := g.readClean(Clean(line))
	r.year = g.cal.From.Year
	return r
}

func (g *grammar) readClean(line string) Reading {
	line = strings.TrimLeft(line, "\n")
	level := runOf(line, '\t')
	line = strings.TrimRightFunc(line[level:], unicode.IsSpace)
	text := strings.TrimLeftFunc(line, unicode.IsSpace)
	if text == "" {
		return Reading{}
	}
	first, rest, several := strings.Cut(text, "\n")
	if several {
		return g.pasted(first, rest, level)
	}
	if len(text) < len(line) { // a leading space always means a note
		return g.note(text, level)
	}
	r, ok := g.mark(text)
	if !ok {
		r = g.nearMark(r, text, level)
	}
	if r.Level == 0 && (r.Act == ActTask || r.Act == ActDecision) {
		r.Level = min(level, maxNesting)
	}
	return r
}

// acts reports whether a line would be more than a note.
func (g *grammar) acts(line string) bool {
	_, ok := g.mark(line)
	return ok
}

// maxNesting is how deep Tab nests.
const maxNesting = 5

// mark reads a line that begins with a mark. If not all of it parses, ok is
// false; then the reading's Offer and Warnings say what was near.
//
//	# title  ## title  ..            topic, sub-topic, up one; a title that is there returns to it,
//	                                 one that reads as a motion's is a motion
//	! text (a, b) date               task, as a checkbox line of the file is read
//	#3 words  #091231-2 words        a task's state, assignees, date (lang.CutTaskWord); "(a) date"
//	+a, b 22:50 gast  -a  ?a         known people; "+neu: Name (nick)", also within a list
//	/command words                   lang.ReadCommand; what stands behind it must be what it takes
//	= text                           decision; not a sum: "= 5 Euro"
//	s/old/new/  s/old/new  s/o/n/g   old stands in the last entry; \/ is a slash
//	~ topic: text                    text for a topic that is there; "! …" and "= …" too
//
// Blanks stand behind the mark where the table has them, and nowhere else.
func (g *grammar) mark(text string) (r Reading, ok bool) {
	switch text[0] {
	case '#':
		return g.heading(text)
	case '.':
		return g.up(text)
	case '!':
		return g.task(text)
	case '+', '-', '?':
		return g.attendance(text)
	case '/':
		return g.command(text)
	case '=':
		return g.decision(text)
	case 's':
		return g.mend(text)
	case '~':
		return g.elsewhere(text)
	}
	return Reading{}, false
}

// nearMark returns the note that text is, with what near says of it.
func (g *grammar) nearMark(near Reading, text string, level int) Reading {
	r := g.note(text, level)
	r.Warnings = append(near.Warnings, r.Warnings...)
	if near.Offer != nil && near.Offer.Line != text && g.acts(near.Offer.Line) {
		r.Offer = near.Offer
	}
	return r
}

// note is text that goes on with the open passage, or into the topic.
func (g *grammar) note(text string, level int) Reading {
	r := Reading{Act: ActNote, Text: text, Level: min(level, maxNesting)}
	if g.v.Open {
		r = Reading{Act: ActExtend, Text: text, Passage: g.v.Passage, Of: g.v.OpenEntry}
	}
	warnPrivate(&r, text, false)
	return r
}

// pasted reads text of several lines: a passage if its first line begins one,
// else a note.
func (g *grammar) pasted(first, rest string, level int) Reading {
	if strings.HasPrefix(first, "/") {
		if r, ok := g.command(first); ok && r.Act == ActPassage {
			r.Text = strings.TrimLeft(r.Text+"\n"+rest, "\n")
			return r
		}
	}
	return g.note(first+"\n"+rest, level)
}

// decision reads "= text". What looks like the result of a sum is none.
func (g *grammar) decision(text string) (Reading, bool) {
	rest := strings.TrimSpace(text[1:])
	if rest == "" || !isBlankAt(text, 1) {
		return Reading{}, false
	}
	if c := rest[0]; (c >= '0' && c <= '9' || strings.IndexByte("+-=<>~", c) >= 0) && len(strings.Fields(rest)) <= 2 {
		if g.v.Motion == "" && strings.IndexFunc(rest, unicode.IsLetter) >= 0 {
			return Reading{Offer: &Offer{Line: "/" + lang.CommandDecision.Write(g.lang()) + " " + rest}}, false
		}
		return Reading{}, false
	}
	if strings.IndexFunc(rest, unicode.IsLetter) < 0 {
		return Reading{}, false
	}
	return g.decided(rest), true
}

// decided is a decision without a motion.
func (g *grammar) decided(text string) Reading {
	r := Reading{Act: ActDecision, Text: text}
	warnPrivate(&r, text, false)
	return r
}

// warnPrivate warns of a mark that would keep the minutes from being published.
// In headings any {…} at the end does.
func warnPrivate(r *Reading, text string, heading bool) {
	mark := minutes.FindMark(text)
	if bare, marked := cutMarks(text); mark == "" && heading && marked {
		mark = strings.TrimSpace(text[len(bare):])
	}
	if mark != "" {
		r.Warnings = append(r.Warnings, lang.E(lang.WarnPrivateMark, mark))
	}
}

// isBlankAt reports whether a blank stands at s[i].
func isBlankAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsSpace(r)
}

// startsWithLetter reports whether s begins with a letter.
func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}
