package tui

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"telko/minutes/capture"
	"telko/minutes/lang"
)

// dialogs opens each dialog on a screen of its own.
func dialogs(t *testing.T, l lang.Lang, w, h int) map[string]*screen {
	t.Helper()
	open := func(o func(s *screen) overlay) *screen {
		s := newDeck(t, l, w, h, append(talk, "/änderung in Grün", "# Motor")...)
		s.opt.Preview = func(context.Context, []byte) (string, error) { return wikiPage1, nil }
		s.opt.Publish = func(context.Context) (string, error) { return "gut", nil }
		s.opt.Postpone = func([]string) (string, error) { return "vertagt", nil }
		s.do(s.send(openMsg{o(s)}))
		return s
	}
	motion := func(s *screen) *capture.Entry {
		for _, e := range s.view.Entries {
			if e.Kind == capture.KindMotion {
				return e
			}
		}
		t.Fatal("no motion")
		return nil
	}
	return map[string]*screen{
		"opening":       newOpeningScreen(t, l, w, h),
		"promises":      open(func(s *screen) overlay { return newPromises(s.desk, true) }),
		"aside":         open(func(s *screen) overlay { return newPromises(s.desk, false) }),
		"new motion":    open(func(s *screen) overlay { return emptyForm(s) }),
		"motion":        open(func(s *screen) overlay { f := emptyForm(s); f.load(motion(s)); f.before = f.snapshot(); return f }),
		"vote":          open(func(s *screen) overlay { return newVote(s.desk) }),
		"palette":       open(func(s *screen) overlay { return newPalette(s.desk) }),
		"help":          open(func(s *screen) overlay { return newHelp(s.desk, nil) }),
		"help in there": open(func(s *screen) overlay { return newHelp(s.desk, newVote(s.desk)) }),
		"page": open(func(s *screen) overlay {
			return newPage(s.desk, "Stand", strings.Repeat("Wort 👩‍🚒 ", 300), nil)
		}),
		"preview": open(func(s *screen) overlay { return newPreview(s.desk) }),
		"entry":   open(func(s *screen) overlay { return newEntryBox(s.desk, s.view.Entries[1]) }),
		"review":  open(func(s *screen) overlay { return newReview(s.desk, false, 0) }),
		"end":     open(func(s *screen) overlay { return newReview(s.desk, true, 0) }),
	}
}

func emptyForm(s *screen) *motionForm {
	f := emptyMotionForm(s.desk)
	f.before = f.snapshot()
	return f
}

// Every key of a dialog is one that German keyboards have without AltGr, which
// terminals send as Alt; help and the way back are among them.
func TestKeysOfDialogs(t *testing.T) {
	for _, l := range []lang.Lang{lang.German, lang.English} {
		for name, s := range dialogs(t, l, 80, 24) {
			acts := map[action]bool{}
			seen := map[string]bool{}
			for _, b := range s.over.keys() {
				acts[b.act] = true
				if b.text == (lang.Text{}) {
					t.Errorf("%s: %v is not in the help", name, b.keys)
				}
				for _, k := range b.keys {
					if strings.Contains(k, "alt+") || strings.ContainsAny(k, altGr) {
						t.Errorf("%s: %s cannot be typed on a German keyboard", name, k)
					}
					if seen[k] {
						t.Errorf("%s: %s is bound twice", name, k)
					}
					seen[k] = true
				}
			}
			if !acts[dlgClose] {
				t.Errorf("%s has no way back", name)
			}
			if o, ok := s.over.(aside); !acts[dlgHelp] && !strings.HasPrefix(name, "help") && (!ok || !o.lets()) {
				t.Errorf("%s has no help", name)
			}
		}
	}
}

// Whatever is pressed in a dialog, in a window of any size: what is drawn fits,
// and nothing breaks.
func TestDialogsAtRandom(t *testing.T) {
	keys := []string{
		"up", "down", "left", "right", "home", "end", "pgup", "pgdown", "tab", "shift+tab", "enter", "backspace", "delete",
		"f1", "f2", "f3", "f4", "f5", "f6", "f8", "f9", "f10", "ctrl+s", "ctrl+t", "ctrl+u", "ctrl+k", "ctrl+w", "ctrl+home",
		"ctrl+end", "space", "e", "v", "z", "w", "f", "n", "u", "k", "+", "-", "?", "1", "9", "ü", "👩‍🚒", "日",
	}
	sizes := [][2]int{{80, 24}, {40, 12}, {20, 5}, {1, 1}, {2, 9}, {9, 2}, {150, 45}}
	for seed := range uint64(2) {
		for name, s := range dialogs(t, lang.German, 80, 24) {
			r := rand.New(rand.NewPCG(seed, uint64(len(name))))
			first := s.over
			for range 150 {
				switch r.IntN(12) {
				case 0:
					size := sizes[r.IntN(len(sizes))]
					s.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
				case 1:
					s.send(tea.PasteMsg{Content: mail})
				default:
					k := keys[r.IntN(len(keys))]
					if k == "space" {
						s.send(tea.KeyPressMsg{Code: ' ', Text: " "})
					} else {
						s.send(keyPress(k))
					}
				}
				s.plain()
				if t.Failed() {
					t.Fatalf("in %s, seed %d, in front is %T", name, seed, s.over)
				}
				if s.over == nil {
					s.over = first
				}
			}
		}
	}
}
