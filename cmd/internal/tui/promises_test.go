package tui

import (
	"testing"

	"telko/minutes/lang"
)

func TestPromisesActOnlyWithTheKeys(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, "# Segel")
	n := len(s.log.Events)
	s.send(openMsg{newPromises(s.desk, false)}) // as after the opening
	s.write("evzwfn").keys("backspace", "backspace", "backspace", "backspace", "backspace", "backspace")
	if len(s.log.Events) != n {
		t.Fatal("a letter acted while the entry line had the keys")
	}
	s.write("die Fock").has("Rettungswesten", "› die Fock▏")
	s.keys("enter")
	s.says("die Fock")
	s.has("Rettungswesten") // the list stays
	s.keys("f3").write("e")
	s.has("✓ Mo 03.05. Rettungswesten prüfen lassen (bente)", "erledigt")
	s.says("#320429-1 Rettungswesten prüfen lassen (bente): erledigt")
	s.keys("f8")
	s.has("zurückgenommen")
	s.saysNot("Rettungswesten")
	s.keys("tab").write("e")
	s.has("› e▏")
	s.keys("backspace", "esc")
	s.lacks("Rettungswesten")
	s.keys("f3")
	s.has("Rettungswesten")
}

func TestPromisesOutcomes(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []string
		want string
	}{
		{"extended", []string{"v", "ctrl+u", "f", "r", "e", "i", "t", "a", "g", "enter"}, "Rettungswesten prüfen lassen (bente): verlängert bis 07.05.2032"},
		{"extended, over the suggestion", []string{"v", "f", "r", "e", "i", "t", "a", "g", "enter"}, "Rettungswesten prüfen lassen (bente): verlängert bis 07.05.2032"},
		{"extended, as suggested", []string{"v", "enter"}, "Rettungswesten prüfen lassen (bente): verlängert bis 13.05.2032"},
		{"extended, with the suggestion mended", []string{"v", "backspace", "8", "enter"}, "Rettungswesten prüfen lassen (bente): verlängert bis 14.05.2032"},
		{"to somebody else", []string{"z", "j", "o", "r", "i", "n", "enter"}, "Rettungswesten prüfen lassen (bente): jetzt jorin"},
		{"waits", []string{"w", "T", "ü", "V", "enter"}, "Rettungswesten prüfen lassen (bente): wartet (TüV)"},
		{"dropped", []string{"f", "enter"}, "Rettungswesten prüfen lassen (bente): fallen gelassen"},
		{"a note", []string{"n", "b", "a", "l", "d", "enter"}, "Rettungswesten prüfen lassen (bente): bald"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newDeck(t, lang.German, 80, 24, "# Segel")
			s.keys("f3").keys(c.keys...)
			s.says(c.want)
			s.has("✓ Mo")
		})
	}
}

func TestPromisesAskAgain(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, "# Segel")
	n := len(s.log.Events)
	s.keys("f3", "v", "ctrl+u").write("irgendwann").keys("enter")
	s.has("kein Tag")
	s.keys("esc", "z").write("niemandem").keys("enter")
	s.has("so heißt hier niemand")
	s.keys("esc", "n", "enter")
	s.has("noch kein Text")
	s.keys("esc", "down", "down", "e")
	s.has("das geht nur mit Aufgaben")
	if len(s.log.Events) != n {
		t.Errorf("%d events were written", len(s.log.Events)-n)
	}
	s.keys("enter")
	s.has("› # Anstrich▏")
	s.keys("enter")
	s.says("## Anstrich")
	s.has("✓ Anstrich")
}

// What is selected is seen.
func TestSelectingTakesWhatStandsAsideAway(t *testing.T) {
	s := newDeck(t, lang.German, 80, 24, "# Segel", "eins")
	s.keys("f3", "tab", "pgdown", "pgup", "ctrl+s")
	s.has("▌• eins")
	s.lacks("Rettungswesten")
}

func TestPromisesInEnglish(t *testing.T) {
	s := newDeck(t, lang.English, 80, 24, "# Sails")
	s.keys("f3", "d", "a")
	s.write("kaja").keys("enter")
	s.has("done", "✓ Thu")
}
