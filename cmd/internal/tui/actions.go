package tui

import (
	tea "charm.land/bubbletea/v2"

	"telko/minutes/capture"
	"telko/minutes/lang"
)

// run carries out an action of the key map, from a key or from the palette.
func (a *app) run(act action) tea.Cmd {
	switch act {
	case actAccept:
		return a.accept()
	case actComplete:
		a.takeCompletion()
	case actNestIn:
		a.nest(+1)
	case actNestOut:
		a.nest(-1)
	case actOffer:
		return a.offered()
	case actOlder:
		a.recall(true)
	case actNewer:
		a.recall(false)
	case actDismiss:
		a.dismiss()
	case actScrollUp:
		a.scroll(-max(a.panelHeight()-1, 1))
	case actScrollDown:
		a.scroll(max(a.panelHeight()-1, 1))
	case actFirst:
		a.toStart()
	case actLast:
		a.toEnd()
	case actSelect:
		a.startChoosing()
	case actUndo:
		a.undo(a.view.CanUndo, capture.UndoLast{}, lang.ScreenUndone, lang.ScreenNoUndo)
	case actRedo:
		a.undo(a.view.CanRedo, capture.RedoLast{}, lang.ScreenRedone, lang.ScreenNoRedo)
	case actRedraw:
		a.panel.forget()
		return tea.ClearScreen
	case actSuspend:
		return tea.Suspend
	case actEditor:
		return a.inEditor()
	case actPublish:
		if a.opt.Publish == nil {
			a.remark = remark{text: a.text(lang.PublishNoWiki), bad: true}
			return nil
		}
		return send(publishMsg{})
	case actLeave:
		a.leaving = true
		return a.leave("ctrl+c")
	default:
		if o := a.overlayFor(act); o != nil {
			return a.open(o)
		}
		a.remark = remark{text: a.text(lang.ScreenNotHere)}
	}
	return nil
}

// undo takes back the last thing, or brings it back.
func (a *app) undo(what string, c capture.Command, done, none lang.Text) {
	if what == "" || a.session == nil {
		a.remark = remark{text: a.text(none)}
		return
	}
	if _, err := a.session.Do(c); err != nil {
		a.refuse(err)
		return
	}
	a.entry.last = capture.Reading{}
	a.look()
	if a.panel.chosen != "" && a.indexOf(a.panel.chosen) < 0 {
		a.endChoosing()
	}
	a.remark = remark{text: a.text(done, cleanLine(what))}
}
