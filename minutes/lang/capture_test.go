package lang

import (
	"testing"
)

// No two commands share a name, in whatever spelling; a name cut short is one
// only where it can be no other.
func TestCommands(t *testing.T) {
	seen := map[string]Command{}
	for _, c := range Commands() {
		if c.Does(German) == "" || c.Does(English) == "" {
			t.Errorf("%d: it is not said what it does", c)
		}
		for _, w := range c.Words() {
			for _, form := range Spellings(w) {
				if other, taken := seen[form]; taken && other != c {
					t.Errorf("%q is both %q and %q", form, c.Write(English), other.Write(English))
				}
				seen[form] = c
				for _, l := range []Lang{German, English} {
					if got := ReadCommand(form, l); got != c {
						t.Errorf("%q in %s: %q, want %q", form, l.Code(), got.Write(English), c.Write(English))
					}
				}
			}
		}
	}
	for _, c := range []struct {
		word        string
		german, eng Command
	}{
		{"Begründung", CommandReasons, CommandReasons},
		{"BEGRUENDUNG", CommandReasons, CommandReasons},
		{"begrundung", CommandReasons, CommandReasons},
		{"begründung", CommandReasons, CommandReasons}, // as two characters
		{"veroeffentlichen", CommandPublish, CommandPublish},
		{"ver", CommandPublish, NoCommand}, // in English also "versprochen", "vertraulich"
		{"antw", CommandAnswer, CommandAnswer},
		{"ant", NoCommand, NoCommand},
		{"antrag", CommandMotion, CommandMotion},
		{"vor", NoCommand, NoCommand},
		{"vorl", CommandReadAloud, CommandReadAloud},
		{"mot", CommandMotion, CommandMotion},
		{"re", NoCommand, NoCommand},
		{"und", CommandUndo, CommandUndo},
		{"u", NoCommand, NoCommand},
		{"", NoCommand, NoCommand},
		{"sda", NoCommand, NoCommand},
		{"endee", NoCommand, NoCommand},
	} {
		if got := ReadCommand(c.word, German); got != c.german {
			t.Errorf("%q in German: %q", c.word, got.Write(English))
		}
		if got := ReadCommand(c.word, English); got != c.eng {
			t.Errorf("%q in English: %q", c.word, got.Write(English))
		}
	}
	if NoCommand.Write(German) != "" || Command(200).Does(German) != "" {
		t.Error("what is no command has words")
	}
}

func TestSpellings(t *testing.T) {
	for word, want := range map[string][]string{
		"Küche":     {"küche", "kueche", "kuche"},
		"Größe":     {"größe", "groesse", "grosse"},
		"René Łodz": {"rené łodz", "rene łodz", "rene lodz"},
		"Anker":     {"anker"},
		"":          {""},
	} {
		got := Spellings(word)
		if len(got) != len(want) {
			t.Errorf("%q: %q, want %q", word, got, want)
			continue
		}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("%q: %q, want %q", word, got, want)
			}
		}
	}
}

func TestTaskWords(t *testing.T) {
	for _, l := range []Lang{German, English} {
		for _, w := range TaskWordsOf(l) {
			if got, rest := CutTaskWord(w); got == NoTaskWord || rest != "" {
				t.Errorf("%q is offered and not read", w)
			}
		}
	}
	for said, want := range map[string]TaskWord{
		"erledigt": TaskWordDone, "ist ERLEDIGT.": TaskWordDone, "nicht erledigt": TaskWordReopen, "wieder offen": TaskWordReopen,
		"offenbar": NoTaskWord, "Antenne": NoTaskWord, "an kaja": TaskWordAssign, "erledigte": NoTaskWord, "is done": TaskWordDone,
		"wartet auf Farbe": TaskWordWait, "byte": NoTaskWord, "bis freitag": TaskWordDue, "geht weiter": TaskWordResume, "": NoTaskWord,
	} {
		if got, _ := CutTaskWord(said); got != want {
			t.Errorf("%q: %d, want %d", said, got, want)
		}
	}
	for _, c := range []struct {
		rest, reason string
		word         TaskWord
		ok           bool
	}{
		{"", "", TaskWordDone, true},
		{".", "", TaskWordDone, true},
		{": ja", "ja", TaskWordDone, true},
		{", endlich", "endlich", TaskWordDone, true},
		{" (endlich)", "endlich", TaskWordDone, true},
		{" – endlich", "endlich", TaskWordDone, true},
		{" sich von selbst", "", TaskWordDone, false},
		{" auf Farbe", "auf Farbe", TaskWordWait, true},
		{" auf Farbe", "", TaskWordDone, false},
		{" (a) (b)", "", TaskWordDone, false},
	} {
		if reason, ok := CutReason(c.rest, c.word); reason != c.reason || ok != c.ok {
			t.Errorf("%q: %q, %t", c.rest, reason, ok)
		}
	}
}
