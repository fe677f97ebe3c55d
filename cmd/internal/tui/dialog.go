package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"telko/minutes/lang"
)

// The actions of dialogs. They are apart from those of the frame: a dialog
// looks up keys in a table of its own.
const (
	dlgClose action = 128 + iota
	dlgAccept
	dlgNext
	dlgBefore
	dlgUp
	dlgDown
	dlgPageUp
	dlgPageDown
	dlgFirst
	dlgLast
	dlgHelp
	dlgToggle
	dlgCopy
	dlgMode
	dlgConsensus
	dlgDelete
	dlgSplit
	dlgAnswer
	dlgComment
	dlgReasons
	dlgKind
	dlgJoin
	dlgEditor
	dlgUndo
	dlgRedo
	dlgDone
	dlgExtend
	dlgAssign
	dlgWait
	dlgDrop
	dlgNote
	dlgPublish
	dlgFocus
)

// bound returns what a key press does by a table of bindings.
func bound(table []binding, k tea.KeyPressMsg) action { return boundTo(table, k.String()) }

// boundTo is bound for the name of a key.
func boundTo(table []binding, name string) action {
	for _, b := range table {
		for _, key := range b.keys {
			if key == name {
				return b.act
			}
		}
	}
	return actNone
}

// scroll is how far something longer than its window is scrolled.
type scroll struct{ top int }

// clamp keeps the window of h rows within n rows.
func (s *scroll) clamp(n, h int) { s.top = max(min(s.top, n-h), 0) }

// show scrolls just as far as needed to have row i in a window of h rows.
func (s *scroll) show(i, h int) {
	s.top = max(min(s.top, i), i-max(h, 1)+1, 0)
}

// by carries out an action of scrolling, h being the window's height, and
// reports whether it was one.
func (s *scroll) by(act action, n, h int) bool {
	switch act {
	case dlgUp:
		s.top--
	case dlgDown:
		s.top++
	case dlgPageUp:
		s.top -= max(h-1, 1)
	case dlgPageDown:
		s.top += max(h-1, 1)
	case dlgFirst:
		s.top = 0
	case dlgLast:
		s.top = n
	default:
		return false
	}
	s.clamp(n, h)
	return true
}

// choice is the row that is chosen in a list, and how far the list is
// scrolled.
type choice struct {
	at int
	scroll
}

// by carries out an action of choosing among n rows, h of which are shown.
func (c *choice) by(act action, n, h int) bool {
	switch act {
	case dlgUp:
		c.at--
	case dlgDown:
		c.at++
	case dlgPageUp:
		c.at -= max(h-1, 1)
	case dlgPageDown:
		c.at += max(h-1, 1)
	case dlgFirst:
		c.at = 0
	case dlgLast:
		c.at = n
	default:
		return false
	}
	c.at = max(min(c.at, n-1), 0)
	return true
}

// scrollKeys are the bindings of what can be scrolled.
func scrollKeys() []binding {
	return []binding{
		{act: dlgUp, keys: []string{"up"}, text: lang.DlgUp},
		{act: dlgDown, keys: []string{"down"}, text: lang.DlgDown},
		{act: dlgPageUp, keys: []string{"pgup"}, text: lang.KeysScrollUp},
		{act: dlgPageDown, keys: []string{"pgdown"}, text: lang.KeysScrollDown},
		{act: dlgFirst, keys: []string{"home", "ctrl+home"}, text: lang.DlgFirst},
		{act: dlgLast, keys: []string{"end", "ctrl+end"}, text: lang.DlgLast},
	}
}

func helpKey() binding {
	return binding{act: dlgHelp, keys: []string{"f1"}, text: lang.KeysHelp, bar: lang.BarHelp}
}

func closeKey() binding {
	return binding{act: dlgClose, keys: []string{"esc", "ctrl+c"}, text: lang.DlgClose, bar: lang.DlgBarClose}
}

// paragraph wraps plain text into rows of w cells in one ink.
func (d *desk) paragraph(k ink, text string, w int) []string {
	return inkedRows(d.cells, k, text, w)
}

// plainRows wraps text into rows of w cells, in any goroutine.
func plainRows(c cells, text string, w int) []string { return inkedRows(c, "", text, w) }

func inkedRows(c cells, k ink, text string, w int) []string {
	var rows []string
	for _, part := range c.wrap(clean(text), w) {
		rows = append(rows, newRow(c, w).put(k, part).String())
	}
	return rows
}

// oneBlank returns s with its white space folded, for what must be one row.
func oneBlank(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

// fail shows an error under the entry line, with what one can do about it.
func (d *desk) fail(err error) tea.Cmd {
	text := lang.Say(err, d.lang)
	if hint := lang.HintOf(err, d.lang); hint != "" {
		text += "; " + hint
	}
	return send(sayMsg{text: oneBlank(text), bad: true})
}
