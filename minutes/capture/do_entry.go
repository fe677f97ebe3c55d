package capture

import (
	"strings"
	"unicode"

	"telko/minutes/lang"
)

// entry returns the node of an entry that a command is about.
func (s *Session) entry(id EntryID) (*node, error) {
	n := s.doc.byID[id]
	if n == nil || n.roll != nil {
		return nil, lang.E(lang.CaptureGone)
	}
	return n, nil
}

func (s *Session) editEntry(c EditEntry) (Event, error) {
	n, err := s.entry(c.ID)
	if err != nil {
		return Event{}, err
	}
	text := trimLines(Clean(c.Text))
	if n.isHeading() {
		text = cleanLine(text)
	}
	if text == "" {
		return Event{}, lang.E(lang.CaptureEmpty).Hint(lang.CaptureEmptyHint)
	}
	source := c.Source || n.e.Source
	if source && !strings.Contains(text, "\n") { // typed again, if it can be
		if typed, ok := typedOf(text); ok {
			text, source = typed, false
		}
	}
	e := Event{Verb: Edit, Of: c.ID, Text: text, Source: source}
	if c.SetBy {
		if n.e.Kind != KindPassage || n.e.Passage == Petition {
			return Event{}, lang.E(lang.CaptureNoSpeaker)
		}
		e.Key, e.Who, e.Clock = LabelToo, cleanLine(c.By), n.e.Clock
	}
	return e, nil
}

func (s *Session) nestEntry(c NestEntry) (Event, error) {
	n, err := s.entry(c.ID)
	if err != nil {
		return Event{}, err
	}
	s.doc.settle()
	level := n.shown.Level + c.By
	switch {
	case n.isHeading() && level >= 2 && level <= 6:
	case n.isItem() && level >= 0 && level <= s.deepest(n):
	default:
		return Event{}, lang.E(lang.CaptureNoNest)
	}
	return Event{Verb: Nest, Of: c.ID, Level: level}, nil
}

// deepest returns how deep a list item may be nested: one below the item
// before it.
func (s *Session) deepest(n *node) int {
	i := s.doc.at(n.e.ID)
	if i == 0 || !s.doc.nodes[i-1].isItem() || s.doc.nodes[i-1].e.Private != n.e.Private {
		return 0
	}
	return s.doc.nodes[i-1].shown.Level + 1
}

func (s *Session) retypeEntry(c RetypeEntry) (Event, error) {
	n, err := s.entry(c.ID)
	if err != nil {
		return Event{}, err
	}
	if !canRetype(n.e, c.Kind) || c.Kind == KindPassage && c.Passage == "" {
		return Event{}, lang.E(lang.CaptureNoRetype)
	}
	return Event{Verb: Retype, Of: c.ID, Kind: c.Kind, Passage: c.Passage}, nil
}

func (s *Session) moveEntry(c MoveEntry) (Event, error) {
	n, err := s.entry(c.ID)
	if err != nil {
		return Event{}, err
	}
	d := s.doc
	e := Event{Verb: Move, Of: c.ID, Before: c.Before}
	from, to := d.at(c.ID), len(d.nodes)
	if c.Before != AtEnd {
		if to = d.at(c.Before); to < 0 {
			return Event{}, lang.E(lang.CaptureGone)
		}
	}
	if to > from && to < d.block(from) {
		return Event{}, lang.E(lang.CaptureNoMove)
	}
	if n.isHeading() {
		return e, nil
	}
	if e.Before == AtEnd {
		e.Topic = d.topic
		if n.e.Kind == KindPassage {
			d.settle()
			e.Topic = n.shown.Motion
		}
		return e, nil
	}
	if _, ok := d.mayStand(n, from, to); !ok {
		return Event{}, lang.E(lang.CaptureNoMove).Hint(lang.CaptureNoMoveHint)
	}
	return e, nil
}

// linesTrimmed returns the lines of a text without blanks at their ends.
func linesTrimmed(text string) []string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = strings.TrimRightFunc(lines[i], unicode.IsSpace)
	}
	return lines
}

func joinLines(lines []string) string { return strings.Join(lines, "\n") }
