package tui

import (
	tea "charm.land/bubbletea/v2"

	"telko/minutes/capture"
	"telko/minutes/lang"
)

// operate carries out what a key does to the selected entry: edit, nest, move,
// retype, delete. It returns what is selected afterwards.
func (a *app) operate(act action, e *capture.Entry) (capture.EntryID, tea.Cmd) {
	i := a.indexOf(e.ID)
	if i < 0 {
		return "", nil
	}
	var c capture.Command
	after, told := e.ID, ""
	switch act {
	case actEdit:
		return e.ID, a.open(newEntryBox(a.desk, e))
	case actEditor:
		return e.ID, a.editEntry(e.ID)
	case actNestIn:
		c = capture.NestEntry{ID: e.ID, By: 1}
	case actNestOut:
		c = capture.NestEntry{ID: e.ID, By: -1}
	case actMoveUp, actMoveDown:
		before, ok := moved(a.view.Entries, i, act == actMoveUp)
		if !ok {
			return e.ID, nil
		}
		c = capture.MoveEntry{ID: e.ID, Before: before}
	case actToNote:
		c = capture.RetypeEntry{ID: e.ID, Kind: capture.KindNote}
	case actToTask:
		c = capture.RetypeEntry{ID: e.ID, Kind: capture.KindTask}
	case actToDecision:
		c = capture.RetypeEntry{ID: e.ID, Kind: capture.KindDecision}
	case actDelete:
		c, told = capture.DeleteEntry{ID: e.ID}, a.text(lang.OperateDeleted, keyName("f8", a.lang))
		after = neighbour(a.view.Entries, i)
	case actGoto:
		to := whereIs(e)
		c, told, after = capture.GotoTopic{Topic: to}, a.text(lang.OperateWent, a.titleOf(to)), ""
	default:
		return e.ID, nil
	}
	if _, err := a.session.Do(c); err != nil {
		return e.ID, a.fail(err)
	}
	if told != "" {
		return after, say(told)
	}
	return after, nil
}

// moved returns what an entry is put in front of when it is moved past the one
// above or below it; false if there is none. A heading passes whole sections,
// for it takes along what stands below it.
func moved(all []*capture.Entry, i int, up bool) (before capture.EntryID, ok bool) {
	e := all[i]
	if !isHead(e) {
		switch {
		case up && i > 0:
			return all[i-1].ID, true
		case !up && i+2 < len(all):
			return all[i+2].ID, true
		case !up && i+1 < len(all):
			return capture.AtEnd, true
		}
		return "", false
	}
	if up {
		for j := i - 1; j >= 0; j-- {
			if isHead(all[j]) && all[j].Level <= e.Level {
				return all[j].ID, true
			}
		}
		return "", false
	}
	next := sectionEnd(all, i)
	if next == len(all) {
		return "", false
	}
	if end := sectionEnd(all, next); all[next].Level == e.Level && end < len(all) {
		return all[end].ID, true
	} else if all[next].Level == e.Level {
		return capture.AtEnd, true
	}
	return "", false
}

// sectionEnd returns the index behind the section that the heading at i begins.
func sectionEnd(all []*capture.Entry, i int) int {
	for j := i + 1; j < len(all); j++ {
		if isHead(all[j]) && all[j].Level <= all[i].Level {
			return j
		}
	}
	return len(all)
}

func isHead(e *capture.Entry) bool {
	return e.Kind == capture.KindTopic || e.Kind == capture.KindMotion
}

// neighbour returns what is selected once the entry at i is gone.
func neighbour(all []*capture.Entry, i int) capture.EntryID {
	switch {
	case i+1 < len(all):
		return all[i+1].ID
	case i > 0:
		return all[i-1].ID
	}
	return ""
}

// whereIs returns the topic or motion that an entry stands in.
func whereIs(e *capture.Entry) capture.EntryID {
	switch {
	case isHead(e):
		return e.ID
	case e.Motion != "":
		return e.Motion
	}
	return e.Topic
}

// titleOf returns the title of a heading.
func (d *desk) titleOf(id capture.EntryID) string {
	if e := d.view.Entry(id); e != nil {
		return oneBlank(e.Text)
	}
	return d.text(lang.ScreenNoTopic)
}

// undoLast takes back the last thing, for dialogs that stay open.
func (d *desk) undoLast() tea.Cmd {
	what := d.view.CanUndo
	if what == "" {
		return say(d.text(lang.ScreenNoUndo))
	}
	if _, err := d.session.Do(capture.UndoLast{}); err != nil {
		return d.fail(err)
	}
	return say(d.text(lang.ScreenUndone, oneBlank(what)))
}
