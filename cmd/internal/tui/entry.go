package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"telko/minutes/capture"
	"telko/minutes/lang"
)

// entry is the line at the bottom that takes everything, with what is said
// of it.
type entry struct {
	line
	history history
	reading capture.Reading // of the text as it stands
	shown   []capture.Completion
	picked  int             // which of them
	shut    int             // where the word begins whose completions were closed by hand; -1 for none
	last    capture.Reading // of the line that was accepted last
}

// place says what keys mean now.
func (a *app) place() place {
	switch {
	case a.panel.chosen != "":
		return onChosen
	case len(a.entry.shown) > 0:
		return onPopup | onEntry
	}
	return onEntry
}

// key handles a key with nothing in front of the minutes.
func (a *app) key(k tea.KeyPressMsg) tea.Cmd {
	stroke := k.Keystroke()
	p := a.place()
	act := a.keys.act(stroke, p)
	a.remark = remark{}
	if act != actLeave {
		a.leaving = false
	}
	if p == onChosen {
		return a.chosenKey(act)
	}
	if act == actLeave {
		return a.leave(stroke)
	}
	if act != actNone && !lineAction(act) {
		return a.run(act)
	}
	before, at := a.entry.text, a.entry.at
	if !a.entry.edit(k) {
		return nil
	}
	a.entry.at = max(a.entry.at, min(depth(a.entry.text), len(a.entry.text)))
	if a.entry.text != before {
		a.edited()
	} else if a.entry.at != at {
		a.complete()
	}
	return nil
}

// lineAction tells whether the line carries out an action itself.
func lineAction(act action) bool { return act >= actWordLeft && act <= actYank }

// edited follows a change of the line's text.
func (a *app) edited() {
	if a.session == nil {
		return
	}
	a.keepDraft()
	if a.entry.text == "" {
		a.entry.reading = capture.Reading{}
		a.entry.shut = -1
	} else {
		a.entry.reading = a.session.Read(a.entry.text)
	}
	a.complete()
}

// setEntry puts a text into the line. Tabs at its start nest it.
func (a *app) setEntry(s string, at int) {
	n := depth(s)
	a.entry.setAt(s[:n]+cleanLine(s[n:]), at)
	a.edited()
}

// complete looks for completions.
func (a *app) complete() {
	e := &a.entry
	e.shown, e.picked = nil, 0
	if e.text == "" || a.session == nil || e.shut == e.word() {
		return
	}
	e.shut = -1
	for _, c := range a.session.Complete(e.text, e.at) {
		if c.Text != e.text {
			e.shown = append(e.shown, c)
		}
	}
}

// word returns where what is being completed begins: behind the last blank or
// mark before the cursor.
func (e *entry) word() int {
	return strings.LastIndexAny(e.text[:e.at], " \t(,+-?~#!/[") + 1
}

// takeCompletion puts the chosen completion into the line.
func (a *app) takeCompletion() {
	c := a.entry.shown[a.entry.picked]
	a.setEntry(c.Text, c.Cursor)
}

// nest puts the line that is typed deeper, or less deep. Each tab at its start
// is one step.
func (a *app) nest(by int) {
	e := &a.entry
	switch {
	case by > 0:
		if depth(e.text) >= deepest {
			return
		}
		e.text, e.at = "\t"+e.text, e.at+1
	case strings.HasPrefix(e.text, "\t"):
		e.text, e.at = e.text[1:], max(e.at-1, 0)
	default:
		return
	}
	e.scroll = 0
	a.edited()
}

// deepest is how deep a line can be nested by the key.
const deepest = 6

// depth counts the tabs at the start of a line.
func depth(s string) int { return len(s) - len(strings.TrimLeft(s, "\t")) }

// accept takes the line into the minutes. Until it is on disk, it stays where
// it was typed.
func (a *app) accept() tea.Cmd {
	text := a.entry.text
	if strings.TrimSpace(text) == "" || a.session == nil {
		return nil
	}
	r := a.session.Read(text)
	if r.Act != capture.ActEnd { // the telco ends when its keeper has looked at what is missing
		var err error
		if r, err = a.session.Enter(text); err != nil {
			a.refuse(err)
			return nil
		}
	}
	e := &a.entry
	e.history.add(text)
	e.set(strings.Repeat("\t", nextDepth(r.Act, text)))
	e.last, e.shut = r, -1
	a.edited()
	a.look()
	return a.after(r)
}

// nextDepth returns how deep the line after this one begins: notes go on where
// the last one was, until something begins anew.
func nextDepth(act capture.Act, text string) int {
	switch act {
	case capture.ActTopic, capture.ActUp, capture.ActMotion, capture.ActPetitioner, capture.ActPassage,
		capture.ActVote, capture.ActOutcome, capture.ActClose, capture.ActPrivate, capture.ActEnd, capture.ActExtend:
		return 0
	}
	return depth(text)
}

// refuse says why something was not accepted.
func (a *app) refuse(err error) {
	text := lang.Say(err, a.lang)
	if hint := lang.HintOf(err, a.lang); hint != "" {
		text += "; " + hint
	}
	a.remark = remark{a.text(lang.ScreenRefused, cleanLine(text)), true}
}

// offered makes of the line what telko offers: of the one being typed, or else
// of the one accepted last, which is taken back for it.
func (a *app) offered() tea.Cmd {
	e := &a.entry
	if strings.TrimSpace(e.text) != "" {
		if o := e.reading.Offer; o != nil {
			a.setEntry(o.Line, len(o.Line))
			return nil
		}
	} else if o := e.last.Offer; o != nil && a.session != nil {
		if _, err := a.session.Do(capture.UndoLast{}); err != nil {
			a.refuse(err)
			return nil
		}
		e.last = capture.Reading{}
		a.setEntry(o.Line, len(o.Line))
		return a.accept()
	}
	a.remark = remark{text: a.text(lang.ScreenNothing)}
	return nil
}

// recall puts an older or newer line into the entry line, or picks the
// completion before or after.
func (a *app) recall(older bool) {
	e := &a.entry
	if n := len(e.shown); n > 0 {
		if older {
			e.picked = (e.picked + n - 1) % n
		} else {
			e.picked = (e.picked + 1) % n
		}
		return
	}
	s, ok := "", false
	if older {
		s, ok = e.history.older(e.text)
	} else {
		s, ok = e.history.newer()
	}
	if ok {
		e.set(s)
		a.edited()
		e.shown = nil // what was entered once is complete
	}
}

// leave clears the line, or leaves the screen when it is pressed twice on an
// empty one: it is a key that other programs stop with.
func (a *app) leave(key string) tea.Cmd {
	e := &a.entry
	if strings.TrimSpace(e.text) != "" {
		e.history.add(e.text)
		e.set("")
		a.edited()
		a.remark = remark{text: a.text(lang.ScreenCleared, keyName("up", a.lang))}
		return nil
	}
	if a.leaving {
		return tea.Quit
	}
	a.leaving = true
	a.remark = remark{text: a.text(lang.ScreenLeave, keyName(key, a.lang))}
	return nil
}

// dismiss closes what is open: completions, then being scrolled away.
func (a *app) dismiss() {
	switch {
	case len(a.entry.shown) > 0:
		a.entry.shown, a.entry.shut = nil, a.entry.word()
	default:
		a.toEnd()
	}
}
