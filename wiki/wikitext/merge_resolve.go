package wikitext

import "strings"

// A Choice says what becomes of a conflict.
type Choice struct {
	Take Side
	Text string // for TakeText
}

// Side names what a Choice takes.
type Side uint8

// What a Choice can take.
const (
	TakeOurs   Side = iota
	TakeTheirs      // the other side's text
	TakeBoth        // ours, and theirs below it
	TakeBase        // neither: as it was
	TakeText        // the text of the choice; without a line's end it gets what the conflict ends with
)

// Resolve returns the whole text with a choice for each conflict, in order. It
// reports false if their numbers differ.
func (m Merged) Resolve(choices ...Choice) (string, bool) {
	if len(choices) != len(m.Conflicts) {
		return "", false
	}
	var b strings.Builder
	last := byte('\n')
	write := func(s string) {
		if s == "" {
			return
		}
		if last != '\n' { // what stood at the end of the text does so no more
			b.WriteByte('\n')
		}
		b.WriteString(s)
		last = s[len(s)-1]
	}
	for _, p := range m.Pieces {
		if p.Conflict < 0 {
			write(p.Text)
			continue
		}
		c, choice := m.Conflicts[p.Conflict], choices[p.Conflict]
		switch choice.Take {
		case TakeOurs:
			write(c.Ours)
		case TakeTheirs:
			write(c.Theirs)
		case TakeBoth:
			if c.both != "" {
				write(c.both)
			} else {
				write(c.Ours + c.Theirs)
			}
		case TakeBase:
			write(c.Base)
		case TakeText:
			text := choice.Text
			if text != "" && !strings.HasSuffix(text, "\n") {
				text += c.lineEnds()
			}
			write(text)
		}
	}
	return b.String(), true
}

// lineEnds returns the line ends behind the blocks of a conflict.
func (c Conflict) lineEnds() string {
	for _, s := range [3]string{c.Ours, c.Theirs, c.Base} {
		if s != "" {
			return s[len(strings.TrimRight(s, "\r\n")):]
		}
	}
	return ""
}
