package tui

import (
	"strings"

	"telko/minutes/lang"
)

// action is something that a key does on the screen.
type action uint8

// The actions. Those of the entry line itself (letters, arrows, deleting) are
// in the key map to be read in the help, but are carried out by the line.
const (
	actNone action = iota

	actAccept
	actComplete
	actNestIn
	actNestOut
	actOffer
	actOlder
	actNewer
	actDismiss
	actWordLeft
	actWordRight
	actLineStart
	actLineEnd
	actKillEnd
	actKillStart
	actKillWord
	actYank

	actScrollUp
	actScrollDown
	actFirst
	actLast
	actSelect

	actHelp
	actPalette
	actPromises
	actMotion
	actPreview
	actVote
	actEditor
	actUndo
	actRedo
	actReview
	actStanding
	actReadAloud
	actEarlier
	actPublish
	actEnd
	actRedraw
	actSuspend
	actLeave

	actUp
	actDown
	actEdit
	actMoveUp
	actMoveDown
	actToNote
	actToTask
	actToDecision
	actDelete
	actGoto
	actBack
)

// place says where a binding works: a set of bits.
type place uint8

const (
	onEntry  place = 1 << iota // the entry line has the keys
	onPopup                    // it has, and completions are shown
	onChosen                   // an entry is selected
)

// binding is a row of the key map.
type binding struct {
	act  action
	on   place
	keys []string  // as Bubble Tea names them; the first is the one that is shown
	text lang.Text // what it does
	bar  lang.Text // the same in a word, for the line at the bottom; empty to leave it out
}

// in tells whether the binding is shown and works in a place.
func (b binding) in(p place) bool { return b.on&p != 0 }

// names returns the binding's keys as users call them, "Strg+P, F2".
func (b binding) names(l lang.Lang) string {
	all := make([]string, len(b.keys))
	for i, k := range b.keys {
		all[i] = keyName(k, l)
	}
	return strings.Join(all, ", ")
}

// keyName returns what the key that Bubble Tea calls k is called on keyboards.
func keyName(k string, l lang.Lang) string {
	parts := strings.Split(k, "+")
	if strings.HasSuffix(k, "++") { // ctrl and the plus key
		parts = append(strings.Split(strings.TrimSuffix(k, "++"), "+"), "+")
	}
	for i, p := range parts {
		if name, ok := keyWord(p); ok {
			parts[i] = name.In(l)
		} else if len(p) == 1 && len(parts) > 1 || len(p) > 1 && p[0] == 'f' {
			parts[i] = strings.ToUpper(p)
		}
	}
	return strings.Join(parts, "+")
}

func keyWord(p string) (lang.Text, bool) {
	switch p {
	case "ctrl":
		return lang.KeyCtrl, true
	case "shift":
		return lang.KeyShift, true
	case "enter":
		return lang.KeyEnter, true
	case "tab":
		return lang.KeyTab, true
	case "esc":
		return lang.KeyEsc, true
	case "space":
		return lang.KeySpace, true
	case "up":
		return lang.KeyUp, true
	case "down":
		return lang.KeyDown, true
	case "left":
		return lang.KeyLeft, true
	case "right":
		return lang.KeyRight, true
	case "pgup":
		return lang.KeyPageUp, true
	case "pgdown":
		return lang.KeyPageDown, true
	case "home":
		return lang.KeyHome, true
	case "end":
		return lang.KeyEnd, true
	case "delete":
		return lang.KeyDelete, true
	case "backspace":
		return lang.KeyBackspace, true
	}
	return lang.Text{}, false
}

// bindings returns the key map. No key in it needs Alt: on German keyboards
// AltGr makes characters that are typed in minutes (@ [ ] { } | ~ \), and
// terminals send it as Alt. No letter is bound while one can type.
func bindings() []binding {
	return []binding{
		{actAccept, onEntry, []string{"enter"}, lang.KeysAccept, lang.Text{}},
		{actComplete, onPopup, []string{"tab"}, lang.KeysComplete, lang.BarComplete},
		{actNestIn, onEntry, []string{"tab"}, lang.KeysNestIn, lang.Text{}},
		{actNestOut, onEntry, []string{"shift+tab"}, lang.KeysNestOut, lang.Text{}},
		{actOffer, onEntry, []string{"ctrl+o"}, lang.KeysOffer, lang.Text{}},
		{actOlder, onEntry, []string{"up"}, lang.KeysOlder, lang.Text{}},
		{actNewer, onEntry, []string{"down"}, lang.KeysNewer, lang.Text{}},
		{actDismiss, onEntry, []string{"esc"}, lang.KeysDismiss, lang.Text{}},
		{actWordLeft, onEntry, []string{"ctrl+left"}, lang.KeysWordLeft, lang.Text{}},
		{actWordRight, onEntry, []string{"ctrl+right"}, lang.KeysWordRight, lang.Text{}},
		{actLineStart, onEntry, []string{"home", "ctrl+a"}, lang.KeysLineStart, lang.Text{}},
		{actLineEnd, onEntry, []string{"end", "ctrl+e"}, lang.KeysLineEnd, lang.Text{}},
		{actKillEnd, onEntry, []string{"ctrl+k"}, lang.KeysKillEnd, lang.Text{}},
		{actKillStart, onEntry, []string{"ctrl+u"}, lang.KeysKillStart, lang.Text{}},
		{actKillWord, onEntry, []string{"ctrl+w", "ctrl+backspace"}, lang.KeysKillWord, lang.Text{}},
		{actYank, onEntry, []string{"ctrl+y"}, lang.KeysYank, lang.Text{}},

		{actHelp, onEntry | onChosen, []string{"f1", "ctrl+g"}, lang.KeysHelp, lang.BarHelp},
		{actPalette, onEntry | onChosen, []string{"f2", "ctrl+p"}, lang.KeysPalette, lang.BarPalette},
		{actSelect, onEntry, []string{"ctrl+s", "ctrl+up", "shift+up"}, lang.KeysSelect, lang.BarSelect},
		{actPromises, onEntry, []string{"f3", "ctrl+t"}, lang.KeysPromises, lang.BarPromises},
		{actMotion, onEntry, []string{"f4"}, lang.KeysMotion, lang.BarMotion},
		{actVote, onEntry, []string{"f6"}, lang.KeysVote, lang.BarVote},
		{actPreview, onEntry, []string{"f5"}, lang.KeysPreview, lang.BarPreview},
		{actEditor, onEntry | onChosen, []string{"f7", "ctrl+x"}, lang.KeysEditor, lang.BarEditor},
		{actUndo, onEntry | onChosen, []string{"f8", "ctrl+7", "ctrl+_"}, lang.KeysUndo, lang.BarUndo},
		{actRedo, onEntry | onChosen, []string{"f9"}, lang.KeysRedo, lang.Text{}},
		{actReview, onEntry, []string{"ctrl+r"}, lang.KeysReview, lang.Text{}},
		{actStanding, onEntry, nil, lang.KeysStanding, lang.Text{}},
		{actReadAloud, onEntry, nil, lang.KeysReadAloud, lang.Text{}},
		{actEarlier, onEntry, []string{"f10"}, lang.KeysEarlier, lang.Text{}},
		{actPublish, onEntry, nil, lang.KeysPublish, lang.Text{}},
		{actEnd, onEntry, nil, lang.KeysEnd, lang.Text{}},

		{actScrollUp, onEntry | onChosen, []string{"pgup"}, lang.KeysScrollUp, lang.Text{}},
		{actScrollDown, onEntry | onChosen, []string{"pgdown"}, lang.KeysScrollDown, lang.Text{}},
		{actFirst, onEntry | onChosen, []string{"ctrl+home"}, lang.KeysFirst, lang.Text{}},
		{actLast, onEntry | onChosen, []string{"ctrl+end"}, lang.KeysLast, lang.Text{}},

		{actEdit, onChosen, []string{"enter", "e"}, lang.KeysEdit, lang.BarEdit},
		{actToTask, onChosen, []string{"a", "!"}, lang.KeysToTask, lang.BarToTask},
		{actToNote, onChosen, []string{"n"}, lang.KeysToNote, lang.BarToNote},
		{actToDecision, onChosen, []string{"b", "="}, lang.KeysToDecision, lang.BarToDecision},
		{actDelete, onChosen, []string{"delete", "x"}, lang.KeysDelete, lang.BarDelete},
		{actBack, onChosen, []string{"esc", "q"}, lang.KeysBack, lang.BarFinished},
		{actUp, onChosen, []string{"up", "k"}, lang.KeysUp, lang.Text{}},
		{actDown, onChosen, []string{"down", "j"}, lang.KeysDown, lang.Text{}},
		{actNestIn, onChosen, []string{"tab"}, lang.KeysNestIn, lang.BarNest},
		{actNestOut, onChosen, []string{"shift+tab"}, lang.KeysNestOut, lang.Text{}},
		{actMoveUp, onChosen, []string{"shift+up", "ctrl+up"}, lang.KeysMoveUp, lang.Text{}},
		{actMoveDown, onChosen, []string{"shift+down", "ctrl+down"}, lang.KeysMoveDown, lang.Text{}},
		{actGoto, onChosen, []string{"g"}, lang.KeysGoto, lang.Text{}},

		{actRedraw, onEntry | onChosen, []string{"ctrl+l"}, lang.KeysRedraw, lang.Text{}},
		{actSuspend, onEntry | onChosen, []string{"ctrl+z"}, lang.KeysSuspend, lang.Text{}},
		{actLeave, onEntry | onChosen, []string{"ctrl+c", "ctrl+q"}, lang.KeysLeave, lang.Text{}},
	}
}

// keymap finds actions by key.
type keymap struct {
	all   []binding
	index map[string][]int // key to rows of all
}

func newKeymap() *keymap {
	m := &keymap{all: bindings(), index: map[string][]int{}}
	for i, b := range m.all {
		for _, k := range b.keys {
			m.index[k] = append(m.index[k], i)
		}
	}
	return m
}

// act returns what a key does in a place; the first bit of p that binds it
// counts, the highest one first.
func (m *keymap) act(key string, p place) action {
	rows := m.index[key]
	for bit := onChosen; bit != 0; bit >>= 1 {
		if p&bit == 0 {
			continue
		}
		for _, i := range rows {
			if m.all[i].in(bit) {
				return m.all[i].act
			}
		}
	}
	return actNone
}
