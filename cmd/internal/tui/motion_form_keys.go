package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"telko/minutes/capture"
	"telko/minutes/lang"
	"telko/motions"
)

func (f *motionForm) keys() []binding {
	if f.ask != nil {
		return promptKeys()
	}
	return []binding{
		{act: dlgAccept, keys: []string{"ctrl+s", "f10"}, text: lang.MotionTake, bar: lang.DlgBarAccept},
		{act: dlgAnswer, keys: []string{"f5"}, text: lang.MotionAnswer, bar: lang.MotionBarAnswer},
		{act: dlgComment, keys: []string{"f6"}, text: lang.MotionComment, bar: lang.MotionBarComment},
		{act: dlgReasons, keys: []string{"f4"}, text: lang.MotionReasons, bar: lang.MotionBarReasons},
		{act: dlgKind, keys: []string{"f3"}, text: lang.MotionKind, bar: lang.MotionBarKind},
		{act: dlgAssign, keys: []string{"ctrl+t"}, text: lang.MotionBy, bar: lang.MotionBarBy},
		{act: dlgSplit, keys: []string{"f2"}, text: lang.MotionSplit},
		{act: dlgEditor, keys: []string{"f7", "ctrl+x"}, text: lang.KeysEditor},
		{act: dlgUndo, keys: []string{"f8"}, text: lang.MotionUndo},
		{act: dlgRedo, keys: []string{"f9"}, text: lang.KeysRedo},
		{act: dlgNext, keys: []string{"tab"}, text: lang.MotionNext},
		{act: dlgBefore, keys: []string{"shift+tab"}, text: lang.MotionBefore},
		helpKey(),
		{act: dlgClose, keys: []string{"esc", "ctrl+c"}, text: lang.MotionClose, bar: lang.DlgBarClose},
	}
}

func (f *motionForm) update(msg tea.Msg) (overlay, tea.Cmd) {
	if f.ask != nil {
		done, cmd := f.ask.update(msg)
		if done {
			f.ask = nil
		}
		return f, cmd
	}
	switch msg := msg.(type) {
	case changedMsg:
		return f, f.readDraft()
	case draftReadMsg:
		if msg.of == f {
			return f, f.tookDraft(msg.text)
		}
	case tickMsg:
		return f, f.keepDraft()
	case tea.PasteMsg:
		f.pasted(msg.Content)
	case editedMsg:
		return f, f.edited(msg)
	case tea.KeyPressMsg:
		return f.keyPress(msg)
	}
	return f, nil
}

// pasted takes pasted text: an empty form takes it apart.
func (f *motionForm) pasted(text string) {
	p := f.here()
	switch {
	case f.empty() && (p != nil || countLines(text) > 1):
		f.takeText(text)
	case p != nil:
		p.box.paste(text)
	default:
		f.current().paste(text)
	}
}

func (f *motionForm) keyPress(k tea.KeyPressMsg) (overlay, tea.Cmd) {
	act := bound(f.keys(), k)
	if act != dlgClose {
		f.drop = false
	}
	switch act {
	case dlgAccept:
		return f.accept()
	case dlgClose:
		return f.close()
	case dlgHelp:
		return newHelp(f.desk, f), nil
	case dlgNext:
		f.focus(1)
	case dlgBefore:
		f.focus(-1)
	case dlgAnswer:
		f.cutIn(motions.Answer)
	case dlgComment:
		f.cutIn(motions.Comment)
	case dlgReasons:
		f.cutIn(motions.Reasons)
	case dlgKind:
		f.otherKind()
	case dlgAssign:
		f.askWho()
	case dlgSplit:
		if p := f.here(); p != nil {
			f.takeText(p.box.Text())
		}
	case dlgUndo:
		f.swap(&f.past, &f.future)
	case dlgRedo:
		f.swap(&f.future, &f.past)
	case dlgEditor:
		if p := f.here(); p != nil {
			return f, f.openEditor("", p.box.Text())
		}
	default:
		f.typed(k)
	}
	return f, nil
}

// typed hands a key to what has the keys; what it has no use for leads to what
// stands above or below.
func (f *motionForm) typed(k tea.KeyPressMsg) {
	p := f.here()
	if p == nil {
		switch {
		case f.current().key(k):
		case k.String() == "enter", k.String() == "down":
			f.focus(1)
			if p := f.here(); p != nil {
				p.box.home()
			}
		case k.String() == "up":
			f.focus(-1)
		}
		return
	}
	i := slices.Index(f.parts, p)
	switch name := k.String(); {
	case (name == "backspace" || name == "ctrl+w") && p.box.row == 0 && p.box.col == 0:
		f.join(i)
	case name == "delete" && p.box.atEnd():
		f.join(i + 1)
	case p.box.key(k):
	case name == "up", name == "pgup":
		if f.at > 0 {
			f.focus(-1)
			if p := f.here(); p != nil {
				p.box.end()
			}
		}
	case name == "down", name == "pgdown":
		if i < len(f.parts)-1 {
			f.focus(1)
			f.here().box.home()
		} else {
			p.box.end()
		}
	}
}

// askWho asks who speaks in the passage.
func (f *motionForm) askWho() {
	p := f.here()
	if p == nil {
		return
	}
	f.ask = f.newPrompt(lang.MotionWho, p.by, func(text string) tea.Cmd {
		f.remember(false)
		p.by = text
		return nil
	})
}

// close closes the form; what was changed is kept for the next time it opens,
// and asked about once.
func (f *motionForm) close() (overlay, tea.Cmd) {
	if !f.changed() {
		f.desk.dropped = nil
		return nil, f.dropDraft()
	}
	if !f.drop {
		f.drop = true
		return f, nil
	}
	f.desk.dropped = f
	return nil, f.keepDraft()
}

// accept puts the form into the minutes.
func (f *motionForm) accept() (overlay, tea.Cmd) {
	now := f.snapshot()
	if now.title == "" && f.empty() {
		return f, send(sayMsg{text: f.text(lang.MotionEmptyForm), bad: true})
	}
	if _, err := f.session.Do(f.command(now)); err != nil {
		return f, f.fail(err)
	}
	f.desk.dropped = nil
	title := now.title
	if title == "" {
		title = f.heading()
	}
	return nil, batch(say(f.text(lang.DlgTaken, title)), f.dropDraft())
}

// command returns what makes the minutes say what the form says.
func (f *motionForm) command(s *motionSnapshot) capture.Command {
	if f.of == nil {
		c := capture.NewMotion{Title: s.title, Petitioner: s.petitioner, Number: f.number()}
		for _, p := range s.parts {
			if p.text == "" {
				continue
			}
			c.Parts = append(c.Parts, motions.Passage{Kind: p.kind, By: p.by, Time: p.clock, Text: p.text})
		}
		return c
	}
	c := capture.EditMotion{ID: f.of.ID, Title: s.title, Petitioner: s.petitioner}
	for _, p := range s.parts {
		part := capture.MotionPart{Passage: p.kind, By: p.by, Clock: p.clock, Text: p.text}
		if p.entry != nil {
			part.ID = p.entry.ID
		} else if p.text == "" {
			continue
		}
		c.Parts = append(c.Parts, part)
	}
	return c
}
