package capture

import (
	"strings"
	"unicode/utf8"

	"telko/minutes/lang"
)

// undoWords says what undo would take back and redo bring back.
func (s *Session) undoWords() (undo, redo string) {
	if n := len(s.log.back); n > 0 {
		undo = s.words(s.log.back[n-1])
	}
	if n := len(s.log.forth); n > 0 {
		redo = s.words(s.log.forth[n-1])
	}
	return undo, redo
}

// words says what an event, with those that came with it, did.
func (s *Session) words(id EntryID) string {
	e := s.log.find(id)
	if e == nil {
		return ""
	}
	l := s.Lang()
	name := e.Nick
	if name == "" {
		name = e.Name
	}
	for _, with := range s.log.group(id)[1:] {
		if with.Verb == e.Verb && (with.Nick != "" || with.Name != "") {
			name += ", …"
			break
		}
	}
	switch e.Verb {
	case Head:
		return lang.UndoHead.In(l, e.Key)
	case Goto:
		if e.Of == "" {
			return lang.UndoStart.In(l)
		}
		return lang.UndoGoto.In(l, s.textOf(e.Of))
	case MakePassage:
		return lang.UndoPassage.In(l, labelOf(e.Passage).Write(l), snippet(e.Text))
	case Outcome:
		return lang.UndoOutcome.In(l, string(e.TaskID))
	case Close:
		return lang.UndoClose.In(l)
	case End:
		return lang.UndoEnd.In(l)
	case Again:
		return lang.UndoAgain.In(l)
	}
	if t, ok := wordsOf(e.Verb, true); ok {
		return t.In(l, snippet(e.Text))
	}
	if t, ok := wordsOf(e.Verb, false); ok {
		return t.In(l, s.textOf(e.Of))
	}
	switch e.Verb {
	case Come:
		return lang.UndoCome.In(l, name)
	case Leave:
		return lang.UndoLeave.In(l, name)
	case Excuse:
		return lang.UndoExcuse.In(l, name)
	case Forget:
		return lang.UndoForget.In(l, name)
	}
	return string(e.Verb)
}

// wordsOf returns the words for a verb of which the event's own text says what
// it did, or that of the entry it is about.
func wordsOf(v Verb, own bool) (lang.Text, bool) {
	if own {
		switch v {
		case MakeTopic:
			return lang.UndoTopic, true
		case MakeNote, MakeRaw:
			return lang.UndoNote, true
		case MakeTask:
			return lang.UndoTask, true
		case MakeDecision:
			return lang.UndoDecision, true
		case MakeMotion:
			return lang.UndoMotion, true
		case MakeMention:
			return lang.UndoMention, true
		case Extend:
			return lang.UndoExtend, true
		case Petitioner:
			return lang.UndoEdit, true
		}
		return lang.Text{}, false
	}
	switch v {
	case Edit:
		return lang.UndoEdit, true
	case Move:
		return lang.UndoMove, true
	case Nest:
		return lang.UndoNest, true
	case Retype:
		return lang.UndoRetype, true
	case Delete:
		return lang.UndoDelete, true
	case Tick:
		return lang.UndoTick, true
	case Private:
		return lang.UndoPrivate, true
	}
	return lang.Text{}, false
}

// textOf returns the beginning of an entry's text, also of one that was
// deleted.
func (s *Session) textOf(id EntryID) string {
	if n := s.doc.byID[id]; n != nil {
		return snippet(n.e.Text)
	}
	if e := s.log.find(id); e != nil {
		return snippet(e.Text)
	}
	for i := range s.base.nodes {
		if e := s.base.nodes[i].e; e.ID == id {
			return snippet(e.Text)
		}
	}
	return ""
}

// snippet returns the beginning of a text on one line.
func snippet(text string) string {
	const most = 40
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return strings.TrimSpace(string([]rune(text)[:most-1])) + "…"
}
