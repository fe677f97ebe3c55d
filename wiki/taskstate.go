package wiki

import (
	"strings"

	"telko/minutes/lang"
	"telko/tasks"
)

// shownState is what a cell of the first column says of a task.
type shownState struct {
	box    string      // openBox, doneBox, "" for none
	word   tasks.State // "" for none
	reason string      // what else stands there
	clear  bool        // it can be read
}

// stateEvent reads a change of the first column; Verb is "" if nothing changed,
// ok false if it cannot be read. What somebody changed counts, be it the box or
// the word: whoever ticks a box leaves "overdue" beside it.
func stateEvent(before, after string) (e tasks.Event, ok bool) {
	was, is := readState(before), readState(after)
	if !is.clear {
		return e, false
	}
	old, now := was.state(), is.state()
	switch {
	case !was.clear:
		old = ""
	case is.box == doneBox && was.box != doneBox && is.word != tasks.Dropped:
		now = tasks.Done
	case is.box == openBox && was.box == doneBox && is.word == was.word:
		now = tasks.Open
	case is.word != was.word && is.word != "":
		now = is.word
	}
	e.Text = is.reason
	closed := old == tasks.Done || old == tasks.Dropped
	switch {
	case now == old:
		return tasks.Event{}, is.reason == was.reason
	case now == tasks.Done:
		e.Verb = tasks.DoneV
	case now == tasks.Dropped:
		e.Verb = tasks.Drop
	case closed:
		e.Verb = tasks.Reopen
	case now == tasks.Waiting:
		e.Verb = tasks.Wait
	case old == tasks.Waiting:
		e.Verb = tasks.Resume
	default:
		return tasks.Event{}, is.reason == "" // what stood there before could not be read
	}
	return e, true
}

// state returns where the cell says that the task stands.
func (s shownState) state() tasks.State {
	switch {
	case s.word == tasks.Dropped:
		return tasks.Dropped
	case s.box == doneBox || s.word == tasks.Done:
		return tasks.Done
	case s.word == tasks.Waiting:
		return tasks.Waiting
	}
	return tasks.Open
}

// readState reads a cell of the first column: a box, in one of the ways that
// people draw it, and a word for a state, in one of telko's languages.
func readState(cell string) shownState {
	text := " " + shownText(cell) + " "
	take := func(signs ...string) bool {
		found := false
		for _, s := range signs {
			if strings.Contains(text, s) {
				text, found = strings.ReplaceAll(text, s, " "), true
			}
		}
		return found
	}
	var s shownState
	ticked := take(doneBox, "☒", "✓", "✔", "✅", "🗹", "[x]", "[X]", " x ", " X ")
	open := take(openBox, "[ ]", "[]")
	switch {
	case ticked && open:
		return s
	case ticked:
		s.box = doneBox
	case open:
		s.box = openBox
	}
	if take(lang.ListDropped.In(lang.German), lang.ListDropped.In(lang.English)) {
		s.word = tasks.Dropped
	}
	var rest []string
	for _, w := range strings.Fields(text) {
		var word tasks.State
		switch strings.ToLower(strings.Trim(w, ".,;:!")) {
		case "":
			continue
		case "nicht", "not", "kein", "keine", "no", "noch", "fast", "almost", "nearly", "teilweise", "partly", "halb", "half":
			return shownState{} // "not done" is no "done"
		case "überfällig", "overdue":
			continue // it goes by the date, and may stand beside another word
		case "offen", "open":
			word = tasks.Open
		case "wartet", "waiting":
			word = tasks.Waiting
		case "erledigt", "fertig", "done":
			word = tasks.Done
		default:
			rest = append(rest, w)
			continue
		}
		if s.word != "" && s.word != word {
			return shownState{}
		}
		s.word = word
	}
	s.reason = strings.Join(rest, " ")
	s.clear = s.box != "" || s.word != "" || s.reason == "" && strings.TrimSpace(shownText(cell)) != ""
	return s
}
