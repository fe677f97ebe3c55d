package tui

import (
	"fmt"
	"image/color"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"telko/minutes/lang"
)

func TestLinesAreTakenIn(t *testing.T) {
	s := newScreen(t, lang.German, 80, 24)
	s.has("Noch steht nichts im Protokoll", "› ▏")
	s.write("die Fock ist gerissen")
	s.has("› die Fock ist gerissen▏")
	s.lacks("• die Fock")
	s.press("enter")
	s.has("• die Fock ist gerissen", "› ▏", "✓ ")
	if n := len(s.log.Events); n != 1 {
		t.Errorf("%d events are in the journal", n)
	}
	s.press("enter", "enter") // an empty line is nothing
	s.write("   ").press("enter")
	if n := len(s.log.Events); n != 1 {
		t.Errorf("%d events are in the journal", n)
	}
}

func TestRefusedLineStaysTyped(t *testing.T) {
	s := newScreen(t, lang.German, 80, 24)
	s.log.Err = errFull
	s.enter("die Fock ist gerissen")
	s.has("› die Fock ist gerissen▏", "nicht angenommen: kein Platz auf dem Gerät")
	s.lacks("• die Fock")
	s.log.Err = nil
	s.press("enter")
	s.has("• die Fock ist gerissen", "› ▏")
}

func TestHistoryOfLines(t *testing.T) {
	s := newScreen(t, lang.German, 80, 24)
	s.enter("eins", "zwei").write("halb").press("up", "up")
	s.has("› eins▏")
	s.press("down", "down")
	s.has("› halb▏")
}

func TestTabNests(t *testing.T) {
	s := newScreen(t, lang.German, 80, 24)
	s.press("tab", "tab").write("tief").press("shift+tab")
	if got := s.entry.text; got != "\ttief" {
		t.Errorf("the line is %q", got)
	}
	s.has("› ↳ tief▏")
	s.press("home").write("x")
	s.has("› ↳ x▏tief")
	s.press("home", "backspace")
	if got := s.entry.text; got != "xtief" {
		t.Errorf("the line is %q", got)
	}
	for range 20 {
		s.press("tab")
	}
	if got := depth(s.entry.text); got != deepest {
		t.Errorf("the line is %d deep", got)
	}
}

func TestLinesGoOnAsDeepAsTheLast(t *testing.T) {
	s := newScreen(t, lang.German, 80, 24)
	s.press("tab").enter("eins")
	if got := s.entry.text; got != "\t" {
		t.Errorf("the next line begins with %q", got)
	}
	s.press("enter") // nothing but a tab is nothing
	if n := len(s.view.Entries); n != 1 {
		t.Errorf("%d entries", n)
	}
	s.press("backspace").enter("# Segel")
	if got := s.entry.text; got != "" {
		t.Errorf("a line after a topic begins with %q", got)
	}
}

func TestPanelFollowsUnlessScrolled(t *testing.T) {
	s := newScreen(t, lang.German, 80, 24)
	s.enter(notes(60)...)
	s.has("Notiz 59")
	s.press("pgup", "pgup")
	s.lacks("• Notiz 59")
	s.has("↓ weiter unten")
	before := strings.Split(s.plain(), "\n")[1]
	s.enter("eine neue", "noch eine")
	s.has("2 neue ↓")
	s.lacks("• noch eine")
	if got := strings.Split(s.plain(), "\n")[1]; got != before {
		t.Errorf("the minutes moved:\n%s\n%s", before, got)
	}
	s.press("pgdown", "pgdown", "pgdown")
	s.has("• noch eine")
	s.lacks("neue ↓")
	s.enter("die letzte")
	s.has("• die letzte")
	s.press("ctrl+home")
	s.has("Notiz 0:")
	s.press("esc")
	s.has("• die letzte")
	s.press("pgup", "ctrl+end")
	s.has("• die letzte")
}

func TestScrollingShowsEveryEntryOnce(t *testing.T) {
	s := newScreen(t, lang.German, 60, 12)
	s.enter(notes(200)...)
	s.press("ctrl+home")
	seen := map[string]bool{}
	for range 400 {
		for l := range strings.SplitSeq(s.plain(), "\n") {
			if i := strings.Index(l, "Notiz "); i >= 0 {
				seen[strings.SplitN(l[i:], ":", 2)[0]] = true
			}
		}
		if s.panel.follow {
			break
		}
		s.press("pgdown")
	}
	for i := range 200 {
		if !seen[fmt.Sprintf("Notiz %d", i)] {
			t.Errorf("Notiz %d was never shown", i)
		}
	}
}

func TestChoosing(t *testing.T) {
	s := newScreen(t, lang.German, 80, 24)
	s.press("ctrl+s") // there is nothing to choose
	if s.place() != onEntry {
		t.Error("something is chosen")
	}
	s.enter(notes(60)...)
	s.press("ctrl+s")
	s.has("▌• Notiz 59", "Eingabe ändern", "Esc fertig")
	for range 40 {
		s.press("up")
	}
	s.has("▌• Notiz 19")
	s.press("pgup")
	s.press("ctrl+home")
	s.has("▌• Notiz 0:")
	s.press("up")
	s.has("▌• Notiz 0:")
	s.press("ctrl+end")
	s.has("▌• Notiz 59")
	s.press("down") // below the last one is the entry line
	s.lacks("▌")
	s.write("e")
	s.has("› e▏")
	s.press("backspace", "ctrl+up")
	s.has("▌• Notiz 59")
	s.send(tea.PasteMsg{Content: "eingefügt"}) // somebody goes on writing
	s.lacks("▌")
	s.has("› eingefügt▏")
}

func TestLeavingTakesTwo(t *testing.T) {
	s := newScreen(t, lang.German, 80, 24)
	s.write("halb").press("ctrl+c")
	s.has("› ▏", "Zeile geleert")
	s.press("up")
	s.has("› halb▏")
	s.press("ctrl+c", "ctrl+c")
	s.has("Noch einmal Strg+C")
	s.write("a").press("backspace")
	if cmd := s.send(keyPress("ctrl+c")); cmd != nil {
		t.Error("it leaves although something was typed in between")
	}
	if cmd := s.send(keyPress("ctrl+c")); cmd == nil {
		t.Error("it does not leave")
	} else if _, ok := cmd().(tea.QuitMsg); !ok {
		t.Error("it does something else")
	}
}

// notice is an overlay that somebody did not ask for.
type notice struct{ got []string }

func (n *notice) update(msg tea.Msg) (overlay, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		n.got = append(n.got, k.Keystroke())
		if k.Keystroke() == "esc" {
			return nil, nil
		}
	}
	return n, nil
}

func (n *notice) view(w, h int) sheet {
	return sheet{title: "Hinweis", rows: []string{"etwas ist geschehen"}}
}
func (n *notice) keys() []binding { return nil }

func TestWhatOpensByItselfWaits(t *testing.T) {
	s := newScreen(t, lang.German, 80, 24)
	n := &notice{}
	s.write("ein")
	if cmd := s.send(waitMsg{n}); cmd == nil {
		t.Fatal("nobody will look whether it is quiet")
	}
	s.lacks("Hinweis")
	s.clock.pass(quiet / 2)
	s.write("e ")
	s.clock.pass(quiet / 2)
	s.send(quietMsg{})
	s.lacks("Hinweis")
	s.clock.pass(time.Minute)
	s.send(quietMsg{}) // a line is half done: whoever types it is thinking
	s.lacks("Hinweis")
	s.write("Zeile").press("enter")
	s.has("• eine Zeile")
	s.clock.pass(quiet - time.Millisecond)
	s.send(quietMsg{})
	s.lacks("Hinweis")
	s.clock.pass(time.Millisecond)
	s.send(quietMsg{})
	s.has("Hinweis", "etwas ist geschehen")
	if len(n.got) != 0 {
		t.Errorf("it took the keys %v", n.got)
	}
	s.press("x", "esc").write("weiter")
	s.lacks("Hinweis")
	s.has("› weiter▏")
	if got := strings.Join(n.got, " "); got != "x esc" {
		t.Errorf("it got the keys %s", got)
	}
}

func TestWhatOpensByItselfSurvivesAClockThatJumps(t *testing.T) {
	s := newScreen(t, lang.German, 80, 24)
	s.press("left")
	s.clock.pass(-3 * time.Hour)
	s.send(waitMsg{&notice{}})
	s.has("Hinweis")
}

func TestOverlayThatIsAskedForOpensAtOnce(t *testing.T) {
	s := newScreen(t, lang.German, 80, 24)
	s.write("halb")
	s.send(openMsg{&notice{}})
	s.has("Hinweis")
	s.press("esc")
	s.has("› halb▏")
}

func TestClockThatJumpsMakesNoNegativeTimes(t *testing.T) {
	s := newScreen(t, lang.German, 80, 24)
	s.enter("# Segel")
	s.clock.pass(-time.Hour)
	s.has("Segel 0 min", "21:43")
	s.clock.pass(3*time.Hour + 5*time.Minute)
	s.has("Segel 2:05 h")
}

func TestKeysThatAltGrMakes(t *testing.T) {
	s := newScreen(t, lang.German, 80, 24)
	for _, r := range altGr {
		s.send(tea.KeyPressMsg{Code: r, Mod: tea.ModAlt})
		s.send(tea.KeyPressMsg{Code: r, Mod: tea.ModAlt | tea.ModCtrl})
		s.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	want := ""
	for _, r := range altGr {
		want += strings.Repeat(string(r), 3)
	}
	if s.entry.text != want {
		t.Errorf("the line is %q, want %q", s.entry.text, want)
	}
}

// TestKeyMap holds the table to what keyboards and terminals can do.
func TestKeyMap(t *testing.T) {
	all := bindings()
	for _, b := range all {
		if b.text == (lang.Text{}) || b.on == 0 {
			t.Errorf("action %d has no text or no place", b.act)
		}
		for _, k := range b.keys {
			if strings.Contains(k, "alt+") {
				t.Errorf("%s: AltGr makes characters with Alt", k)
			}
			if b.on&(onEntry|onPopup) != 0 && len([]rune(k)) == 1 {
				t.Errorf("%s is a character that is typed", k)
			}
			for _, same := range []string{"ctrl+i", "ctrl+m", "ctrl+j", "ctrl+h", "ctrl+["} {
				if k == same {
					t.Errorf("%s cannot be told from another key", k)
				}
			}
			n := 0
			for _, o := range all {
				for _, ok := range o.keys {
					if ok == k && o.on&b.on != 0 {
						n++
					}
				}
			}
			if n != 1 {
				t.Errorf("%s does %d things in one place", k, n)
			}
		}
	}
}

func TestKeyNames(t *testing.T) {
	for _, tt := range []struct{ key, de, en string }{
		{"ctrl+p", "Strg+P", "Ctrl+P"},
		{"shift+tab", "Umschalt+Tab", "Shift+Tab"},
		{"f10", "F10", "F10"},
		{"pgup", "Bild↑", "PgUp"},
		{"ctrl+home", "Strg+Pos1", "Ctrl+Home"},
		{"a", "a", "a"},
		{"ctrl++", "Strg++", "Ctrl++"},
	} {
		if de, en := keyName(tt.key, lang.German), keyName(tt.key, lang.English); de != tt.de || en != tt.en {
			t.Errorf("%s is called %s and %s, want %s and %s", tt.key, de, en, tt.de, tt.en)
		}
	}
}

func TestColoursFitTheBackground(t *testing.T) {
	s := newScreen(t, lang.German, 80, 24)
	s.enter("# Segel", "die Fock ist gerissen")
	seen := map[string]string{}
	before := s.plain()
	for _, c := range []struct {
		name string
		c    color.Color
	}{{"none", nil}, {"dark", color.Black}, {"light", color.White}} {
		if c.c != nil {
			s.send(tea.BackgroundColorMsg{Color: c.c})
		}
		content := s.View().Content
		for name, other := range seen {
			if content == other {
				t.Errorf("%s is drawn as %s", c.name, name)
			}
		}
		seen[c.name] = content
		if got := s.plain(); got != before {
			t.Errorf("%s: something else than colours differs:\n%s", c.name, got)
		}
	}
	// Until it is known, no colour is one that may be that of the background.
	for _, seq := range []string{"30m", "33m", "37m", "93m", "97m"} {
		if strings.Contains(seen["none"], seq) {
			t.Errorf("%s on an unknown background", seq)
		}
	}
}

func TestWidthsAreThoseOfTheTerminal(t *testing.T) {
	s := newScreen(t, lang.German, 80, 24)
	s.write("❤️x")
	_, narrow := s.entryLine(80)
	s.send(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeReset})
	if _, wide := s.entryLine(80); narrow != 2+1+1 || wide != 2+2+1 {
		t.Errorf("the cursor is at %d, and at %d with grapheme clusters", narrow, wide)
	}
}

func TestOnlyWhatIsSeenIsDrawn(t *testing.T) {
	a := longTelco(t, 2000)
	a.View()
	for range 20 {
		a.Update(keyPress("x"))
		a.View()
	}
	if n := len(a.panel.drawn); n > 100 {
		t.Errorf("%d entries were drawn for a window of 24 rows", n)
	}
	a.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
	a.View()
	if n := len(a.panel.drawn); n > 100 {
		t.Errorf("%d entries were drawn after the window changed", n)
	}
}

func TestOfferIsTakenByOneKey(t *testing.T) {
	s := newScreen(t, lang.German, 80, 24)
	s.press("ctrl+o")
	s.has("hier gibt es nichts anzubieten")
	s.write("+lotte")
	s.has("Notiz (meintest du +neu: lotte? Strg+O)")
	s.press("ctrl+o")
	s.has("› +neu: lotte▏")
	s.press("ctrl+u").enter("+lotte")
	s.has("• +lotte", "✓ Notiz (meintest du +neu: lotte? Strg+O)", "Anwesend 0")
	s.press("ctrl+o")
	s.has("› ▏", "Anwesend 1")
	s.lacks("• +lotte")
}

func TestUndoAndRedoByKey(t *testing.T) {
	s := newScreen(t, lang.German, 80, 24)
	s.press("f8")
	s.has("nichts zurückzunehmen")
	s.enter("eins", "zwei").write("halb").press("f8")
	s.has("zurückgenommen: ", "› halb▏", "• eins")
	s.lacks("• zwei")
	s.press("f9")
	s.has("wiederhergestellt: ", "• zwei", "› halb▏")
	s.press("f9")
	s.has("nichts wiederherzustellen")
}

func TestScrollingWithinAnEntry(t *testing.T) {
	s := newScreen(t, lang.German, 60, 12)
	var text strings.Builder
	for i := range 60 {
		fmt.Fprintf(&text, "Zeile %d;\n", i)
	}
	s.send(tea.PasteMsg{Content: text.String()})
	s.press("enter", "ctrl+home")
	for i := range 60 {
		s.has(fmt.Sprintf("Zeile %d;", i))
		s.scroll(1)
	}
	s.press("ctrl+s") // it is higher than the window: its start is what one wants to see
	s.has("▌• Zeile 0;")
}
