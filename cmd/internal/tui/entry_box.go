package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"telko/minutes/capture"
	"telko/minutes/lang"
)

// entryBox edits one entry, of one line or of many.
type entryBox struct {
	*desk
	of   *capture.Entry
	box  *textBox
	by   string  // who speaks in a passage
	ask  *prompt // asks who; nil if it does not
	line bool    // Enter takes it, for it has one line
	drop bool    // esc was pressed once
	top  scroll
}

var _ overlay = (*entryBox)(nil)

func newEntryBox(d *desk, e *capture.Entry) *entryBox {
	b := &entryBox{desk: d, of: e, box: newTextBox(&d.cells, e.Text), by: e.By}
	b.line = len(b.box.lines) == 1 && e.Kind != capture.KindPassage && e.Kind != capture.KindRaw
	return b
}

// speaks reports whether somebody can be named who speaks in the entry.
func (b *entryBox) speaks() bool {
	return b.of.Kind == capture.KindPassage && b.of.Passage != capture.Petition
}

func (b *entryBox) keys() []binding {
	if b.ask != nil {
		return promptKeys()
	}
	take := []string{"ctrl+s", "f10"}
	if b.line {
		take = []string{"enter", "ctrl+s", "f10"}
	}
	all := []binding{
		{act: dlgAccept, keys: take, text: lang.EntryTake, bar: lang.DlgBarAccept},
		{act: dlgEditor, keys: []string{"f7", "ctrl+x"}, text: lang.KeysEditor, bar: lang.BarEditor},
		{keys: []string{"f8"}, text: lang.MotionUndo, bar: lang.BarUndo},
		helpKey(),
		{act: dlgClose, keys: []string{"esc", "ctrl+c"}, text: lang.DlgClose, bar: lang.DlgBarClose},
	}
	if b.speaks() {
		all = slices.Insert(all, 1, binding{act: dlgAssign, keys: []string{"ctrl+t"}, text: lang.MotionBy, bar: lang.MotionBarBy})
	}
	return all
}

func (b *entryBox) update(msg tea.Msg) (overlay, tea.Cmd) {
	if b.ask != nil {
		done, cmd := b.ask.update(msg)
		if done {
			b.ask = nil
		}
		return b, cmd
	}
	switch msg := msg.(type) {
	case tea.PasteMsg:
		text := msg.Content
		if b.line && isHead(b.of) {
			text = oneBlank(cleanText(text))
		}
		b.box.paste(strings.TrimRight(cleanText(text), "\n"))
		b.line = b.line && len(b.box.lines) == 1
	case tea.KeyPressMsg:
		return b.keyPress(msg)
	}
	return b, nil
}

func (b *entryBox) keyPress(k tea.KeyPressMsg) (overlay, tea.Cmd) {
	act := bound(b.keys(), k)
	if act != dlgClose {
		b.drop = false
	}
	switch act {
	case dlgAccept:
		return b.accept()
	case dlgClose:
		if b.changed() && !b.drop {
			b.drop = true
			return b, nil
		}
		return nil, nil
	case dlgHelp:
		return newHelp(b.desk, b), nil
	case dlgAssign:
		b.ask = b.newPrompt(lang.MotionWho, b.by, func(text string) tea.Cmd {
			b.by = text
			return nil
		})
		return b, nil
	case dlgEditor:
		return b, b.editEntry(b.of.ID)
	}
	b.box.key(k)
	return b, nil
}

func (b *entryBox) changed() bool {
	return b.box.Text() != cleanText(b.of.Text) || b.by != b.of.By
}

// accept puts the text into the minutes. An entry that somebody else changed
// meanwhile keeps their text beneath: it is put in as it is now.
func (b *entryBox) accept() (overlay, tea.Cmd) {
	if !b.changed() {
		return nil, nil
	}
	if b.box.Empty() {
		return b, send(sayMsg{text: b.text(lang.EntryEmpty), bad: true})
	}
	b.look()
	var c capture.Command = capture.EditEntry{ID: b.of.ID, Text: b.box.Text(), By: b.by, SetBy: b.by != b.of.By}
	told := tea.Cmd(nil)
	if now := b.desk.view.Entry(b.of.ID); now == nil || now.Text != b.of.Text {
		c = capture.PasteText{Text: b.box.Text(), Kind: capture.KindNote}
		told = say(b.text(lang.EntryBoth))
	}
	if _, err := b.session.Do(c); err != nil {
		return b, b.fail(err)
	}
	return nil, told
}

func (b *entryBox) view(w, h int) sheet {
	s := sheet{title: b.text(lang.EntryTitle, b.kindName())}
	foot := []string{}
	var asks *point
	switch {
	case b.ask != nil:
		foot, asks = b.ask.rows(w)
	case b.drop:
		foot = append(foot, b.row(w).short(b.inks.warn, b.text(lang.EntryDrop), w).String())
	case b.of.Kind == capture.KindTask && h > 2:
		r := b.session.Read("! " + oneBlank(b.box.Text()))
		foot = append(foot, b.row(w).put(b.inks.faint, "→ ").short(b.inks.faint, oneBlank(r.Describe(b.lang)), w-2).String())
	}
	b.box.setWidth(max(w-1, 1))
	b.box.page = max(h-2, 1)
	row, cell := b.box.cursor()
	room := max(min(b.box.rows(), h-len(foot)), 1)
	b.top.show(row, room)
	b.top.clamp(b.box.rows(), room)
	for _, text := range b.box.draw(b.top.top, room) {
		s.rows = append(s.rows, b.row(w).put("", clean(text)).String())
	}
	if b.box.width > 1 { // else a wide character has no place beside it
		s.cursor = &point{min(cell, w-1), row - b.top.top}
	}
	if asks != nil {
		s.cursor = &point{asks.x, asks.y + len(s.rows)}
	}
	s.rows = append(s.rows, foot...)
	return s
}

// kindName returns what the entry is called.
func (b *entryBox) kindName() string {
	switch b.of.Kind {
	case capture.KindTopic:
		return b.text(lang.HeadTopic)
	case capture.KindTask, capture.KindMention:
		return b.text(lang.KindTask)
	case capture.KindDecision:
		return b.text(lang.KindDecision)
	case capture.KindMotion:
		return b.motionLabel(b.of.Number)
	case capture.KindPassage:
		name := b.passageName(b.of.Passage)
		if b.by != "" {
			name = lang.WriteBy.In(b.lang, name, oneBlank(b.by))
		}
		return name
	}
	return b.text(lang.KindNote)
}
