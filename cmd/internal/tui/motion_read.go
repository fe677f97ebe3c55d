package tui

import (
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks/when"
)

// draftPart is a passage of a motion in the form.
type draftPart struct {
	kind  motions.Kind
	by    string // who speaks
	clock when.Clock
	text  string
}

// draftMotion is what a motion's pasted text says.
type draftMotion struct {
	title      string
	number     int
	petitioner string
	parts      []draftPart
}

// readMotionText takes a text as it is pasted, from a mail or a wiki page,
// apart by its labels: "Begründung:", "**Antwort der IT:** …", a heading, a
// term of a definition list. What stands after a quoted answer goes on with
// what the answer interrupted. No word is left out but labels and marks of
// their lines.
func readMotionText(text string) draftMotion {
	r := motionTextReader{open: motions.TextPart}
	for line := range strings.SplitSeq(cleanText(text), "\n") {
		r.line(line)
	}
	parts := r.m.parts[:0]
	for i, p := range r.m.parts {
		if p.text = trimLines(strings.Join(r.lines[i], "\n")); p.text != "" || p.by != "" || !p.clock.IsZero() {
			parts = append(parts, p)
		}
	}
	r.m.parts = parts
	return r.m
}

type motionTextReader struct {
	m      draftMotion
	lines  [][]string   // of each part
	open   motions.Kind // the passage that an answer interrupts
	quoted bool         // the last part is an answer written as a quote
	term   bool         // its label was a definition list's: ":" goes in front of its lines
}

func (r *motionTextReader) line(line string) {
	body, quote := cutQuote(line)
	if label, rest, sure := cutAnyLabel(body); label != "" && r.label(label, rest, sure) {
		r.quoted = quote
		r.term = strings.HasPrefix(strings.TrimSpace(body), ";")
		return
	}
	if r.quoted && !quote && strings.TrimSpace(line) != "" {
		r.begin(draftPart{kind: r.open})
		r.quoted = false
	}
	if r.quoted {
		line = body
	} else if r.term {
		line = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(line), ":"))
	}
	if len(r.m.parts) == 0 {
		r.begin(draftPart{kind: motions.TextPart})
	}
	last := len(r.lines) - 1
	r.lines[last] = append(r.lines[last], line)
}

func (r *motionTextReader) begin(p draftPart) {
	r.m.parts = append(r.m.parts, p)
	r.lines = append(r.lines, []string{p.text})
	if p.kind != motions.Answer && p.kind != motions.Comment {
		r.open = p.kind
	}
}

// label takes a label with what stands behind it; false if it means nothing
// here. One that is not marked as such counts only if it is spelt right.
func (r *motionTextReader) label(label, rest string, sure bool) bool {
	parts, ok := lang.ReadLabel(label)
	if !ok || !sure && !parts.Exact {
		return false
	}
	by := parts.By
	switch parts.Label {
	case lang.LabelPetitioner:
		if r.m.petitioner != "" {
			return false
		}
		r.m.petitioner = strings.TrimSpace(by + " " + rest)
		return true
	case lang.LabelMotion:
		if r.m.title != "" || len(r.m.parts) > 0 {
			return false
		}
		if parts.Number > 0 || sure && rest != "" {
			r.m.number, r.m.title = parts.Number, rest
			return true
		}
	}
	kind, ok := minutes.PassageKind(parts.Label)
	if !ok || parts.Label == lang.LabelAdvice { // the form would write it as a mere comment
		return false
	}
	p := draftPart{kind: kind, by: by, text: rest}
	if c, err := when.ReadClock(parts.Detail); err == nil {
		p.clock = c
	} else {
		p.by = strings.TrimSpace(by + " " + parts.Detail)
	}
	r.begin(p)
	return true
}

// cutQuote returns what stands behind the mark of a quote.
func cutQuote(line string) (body string, quote bool) {
	s := strings.TrimLeft(line, " ")
	if !strings.HasPrefix(s, ">") {
		return line, false
	}
	return strings.TrimPrefix(s[1:], " "), true
}

// cutAnyLabel parts a line into a label and what stands behind it. It is sure
// where the label is bold, a heading or a term, alone on its line; else a colon
// ends it.
func cutAnyLabel(line string) (label, rest string, sure bool) {
	s := strings.TrimSpace(line)
	switch {
	case strings.HasPrefix(s, "**"), strings.HasPrefix(s, "'''"):
		mark := s[:2]
		if s[0] == '\'' {
			mark = s[:3]
		}
		label, rest, ok := strings.Cut(s[len(mark):], mark)
		if !ok {
			return "", "", false
		}
		return strings.TrimRight(label, ": "), strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(rest), ":")), true
	case strings.HasPrefix(s, ";"), strings.HasPrefix(s, "#"), strings.HasPrefix(s, "="):
		s = strings.Trim(strings.Trim(s, ";#="), " ")
		sure = true
	}
	label, rest, ok := strings.Cut(s, ":")
	if !ok {
		if !sure || strings.Count(s, " ") > 5 {
			return "", "", false
		}
		return s, "", true
	}
	if len(strings.Fields(label)) > 6 {
		return "", "", false
	}
	return strings.TrimSpace(label), strings.TrimSpace(rest), sure
}

// trimLines takes empty lines from both ends of s, and blanks from its end.
func trimLines(s string) string {
	s = strings.TrimRight(s, " \t\n")
	for {
		line, rest, ok := strings.Cut(s, "\n")
		if !ok || strings.TrimSpace(line) != "" {
			return s
		}
		s = rest
	}
}
