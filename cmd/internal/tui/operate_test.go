package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"telko/minutes/capture"
	"telko/minutes/lang"
)

// texts lists the entries, deeper ones behind blanks.
func (s *screen) texts() string {
	var out []string
	for _, e := range s.view.Entries {
		mark := ""
		switch e.Kind {
		case capture.KindTopic:
			mark = strings.Repeat("#", e.Level) + " "
		case capture.KindTask:
			mark = strings.Repeat(" ", e.Level) + "! "
		case capture.KindDecision:
			mark = "= "
		default:
			mark = strings.Repeat(" ", e.Level)
		}
		out = append(out, mark+e.Text)
	}
	return strings.Join(out, "|")
}

func TestOperations(t *testing.T) {
	lines := []string{"# Segel", "eins", "zwei", "# Motor", "drei"}
	for _, c := range []struct {
		name string
		keys []string
		want string
	}{
		{"nested", []string{"ctrl+s", "up", "up", "tab"}, "## Segel|eins| zwei|## Motor|drei"},
		{"and back", []string{"ctrl+s", "up", "up", "tab", "shift+tab"}, "## Segel|eins|zwei|## Motor|drei"},
		{"up", []string{"ctrl+s", "up", "up", "shift+up"}, "## Segel|zwei|eins|## Motor|drei"},
		{"into the next topic", []string{"ctrl+s", "up", "up", "shift+down"}, "## Segel|eins|## Motor|zwei|drei"},
		{"to the end", []string{"ctrl+s", "up", "up", "shift+down", "shift+down"}, "## Segel|eins|## Motor|drei|zwei"},
		{"a topic with all in it", []string{"ctrl+s", "up", "shift+up"}, "## Motor|drei|## Segel|eins|zwei"},
		{"a topic down", []string{"ctrl+s", "ctrl+home", "shift+down"}, "## Motor|drei|## Segel|eins|zwei"},
		{"a note becomes a task", []string{"ctrl+s", "a"}, "## Segel|eins|zwei|## Motor|! drei"},
		{"and a note again", []string{"ctrl+s", "a", "n"}, "## Segel|eins|zwei|## Motor|drei"},
		{"a note becomes a decision", []string{"ctrl+s", "b"}, "## Segel|eins|zwei|## Motor|= drei"},
		{"deleted", []string{"ctrl+s", "delete"}, "## Segel|eins|zwei|## Motor"},
		{"and brought back", []string{"ctrl+s", "delete", "f8"}, "## Segel|eins|zwei|## Motor|drei"},
		{"edited", []string{"ctrl+s", "enter", "e", "r", "enter"}, "## Segel|eins|zwei|## Motor|dreier"},
		{"a topic renamed", []string{"ctrl+s", "up", "enter", "e", "n", "enter"}, "## Segel|eins|zwei|## Motoren|drei"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDeck(t, lang.German, 80, 24, lines...)
			before := s.texts()
			events := len(s.log.Events)
			s.keys(c.keys...)
			if got := s.texts(); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			s.keys("esc")
			for range len(s.log.Events) - events {
				if s.texts() != before {
					s.keys("f8")
				}
			}
			if got := s.texts(); got != before {
				t.Errorf("undone it is %s", got)
			}
		})
	}
}

func TestGoto(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, "# Segel", "eins", "# Motor", "drei")
	s.keys("ctrl+s", "up", "up", "g")
	s.has("weiter bei Segel")
	s.enter("zwei")
	if got := s.texts(); got != "## Segel|eins|zwei|## Motor|drei" && got != "## Segel|eins|## Motor|drei|## Segel|zwei" {
		t.Errorf("got %s", got)
	}
}

func TestEntryBoxAsksBeforeItDrops(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, "# Segel", "eins")
	s.keys("ctrl+s", "enter", "esc")
	if s.over != nil {
		t.Fatal("nothing was changed, and it asks")
	}
	s.keys("enter").write("!").keys("esc")
	s.has("Noch einmal Esc verwirft es")
	s.keys("esc")
	if got := s.texts(); got != "## Segel|eins" || s.over != nil {
		t.Errorf("got %s", got)
	}
}

func TestEntryBoxKeepsWhatSomebodyElseWrote(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, "# Segel", "eins")
	s.keys("ctrl+s", "enter").write(" und mehr")
	last := s.view.Entries[1].ID
	if _, err := s.session.Do(capture.EditEntry{ID: last, Text: "eins von außen"}); err != nil {
		t.Fatal(err)
	}
	s.keys("enter")
	if got := s.texts(); got != "## Segel|eins von außen|eins und mehr" {
		t.Errorf("got %s", got)
	}
}

// editing runs an editor on the selected entry: a shell command that gets the
// file as $1.
func (s *screen) editing(command string) string {
	s.t.Helper()
	s.opt.EditDir = filepath.Join(s.t.TempDir(), "edit")
	s.opt.Editor = []string{"sh", "-c", command, "editor"}
	s.keys("ctrl+s")
	e := s.view.Entry(s.panel.chosen)
	run := &editorRun{argv: s.opt.Editor, dir: s.opt.EditDir, away: &s.away, msg: editedMsg{entry: e.ID, before: s.session.Markdown(e.ID)}}
	_ = run.Run()
	s.do(s.send(run.msg))
	left, _ := filepath.Glob(filepath.Join(s.opt.EditDir, "*", "*"))
	if len(left) == 0 {
		return ""
	}
	b, err := os.ReadFile(left[0])
	if err != nil {
		s.t.Fatal(err)
	}
	return string(b)
}

func TestEditor(t *testing.T) {
	for _, c := range []struct{ name, command, want, says, kept string }{
		{"another text", `printf 'neu\n' > "$1"`, "## Segel|neu", "aus dem Editor übernommen", ""},
		{"nothing changed", `true`, "## Segel|eins", "unverändert", ""},
		{"left empty", `: > "$1"`, "## Segel|eins", "leer zurückgekommen", ""},
		{"it fails", `printf 'halb' > "$1"; exit 3`, "## Segel|eins", "der Editor endete mit einem Fehler", "halb"},
		{"it is killed", `printf 'halb' > "$1"; kill -9 $$`, "## Segel|eins", "der Editor endete mit einem Fehler", "halb"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDeck(t, lang.German, 200, 24, "# Segel", "eins")
			kept := s.editing(c.command)
			if got := s.texts(); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			s.has(c.says)
			if kept != c.kept {
				t.Errorf("kept is %q, not %q", kept, c.kept)
			}
		})
	}
}

func TestEditorKeepsTheTextWhenNothingIsAccepted(t *testing.T) {
	s := newDeck(t, lang.German, 240, 24, "# Segel", "eins")
	s.log.Err = errFull
	if kept := s.editing(`printf 'neu\n' > "$1"`); kept != "neu\n" {
		t.Errorf("kept is %q", kept)
	}
	s.has("kein Platz auf dem Gerät", "der geänderte Text ist sicher in")
}

func TestEditorThatIsNotSet(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, "# Segel", "eins")
	s.keys("f7")
	s.has("VISUAL oder EDITOR")
}

func TestEntryBoxSaysWhoSpeaks(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, "# Anträge", "/antrag Anker", "/antwort (Werft) Wir haben keinen.")
	s.keys("ctrl+s", "e")
	s.has("Antwort von Werft", "Strg+T wer")
	s.keys("ctrl+t").has("wer spricht")
	s.keys("ctrl+u", "enter")
	s.lacks("Antwort von Werft ─")
	s.keys("ctrl+s").says("> **Antwort:** Wir haben keinen.")
	s.keys("ctrl+s", "e", "ctrl+t").write("Lotte").keys("enter", "ctrl+s")
	s.says("> **Antwort von Lotte:** Wir haben keinen.")
}
