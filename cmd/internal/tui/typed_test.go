package tui

import (
	"testing"

	"telko/minutes/lang"
)

// TestTyped types a piece of a telco and looks at the screen as one would.
func TestTyped(t *testing.T) {
	d := newDock(t)
	s := d.open()
	s.enter("+kaja", "# Segel", "die Fock ist gerissen", "\tbei Windstärke 7", "! Fock flicken (kaja) freitag",
		"/antrag Neuer Anker", "/begründung der alte rostet", "/antwort der Werft: zwei auf Lager", "/abstimmung 1 0 0", "/beschluss angenommen")
	s.write("# Kombüse").press("enter").write("! Herd fegen (l")
	s.has("lotte", "Tab übernehmen")
	golden(t, "typed-80x24", s.plain())
	s.press("tab").write(") freitag")
	s.has("Aufgabe · lotte · fällig Fr 07.05.")
	s.press("enter")
	s.has("[ ] Herd fegen → lotte · Fr 07.05. #2")
	s.write("/b")
	s.has("/beschluss")
	s.press("enter") // never takes a completion
	s.has("• /b")
	s.press("tab").write("! Ofen (l") // nested lines are completed too
	s.has("› ↳ ! Ofen (l▏", "lotte")
	s.press("tab")
	s.has("› ↳ ! Ofen (lotte▏")
	s.resize(40, 12)
	golden(t, "typed-40x12", s.plain())
}

func TestTypedInEnglish(t *testing.T) {
	d := newDock(t)
	s := d.openIn(lang.English)
	s.enter("+kaja, lotte", "# Sails", "! mend the foresail (kaja?, lotte) by friday", "= no more sailing in storms")
	s.write("-lotte")
	golden(t, "typed-en-80x24", s.plain())
}

func TestClosedCompletionsComeBackWithTheNextWord(t *testing.T) {
	d := newDock(t)
	s := d.open()
	s.write("! Herd fegen (l")
	s.has("Lotte Boje")
	s.press("esc").write("ott")
	s.lacks("Lotte Boje")
	s.write("e, k")
	s.has("Kaja Steuer")
}
