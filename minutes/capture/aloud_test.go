package capture

import (
	"strings"
	"testing"

	"telko/minutes/lang"
)

// typed enters lines into a new session.
func typedIn(t *testing.T, l lang.Lang, lines ...string) *Session {
	t.Helper()
	c := Config{}
	c.Context.Lang = l
	s := newTestSession(t, c)
	for _, line := range lines {
		if _, err := s.Enter(line); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
	}
	return s
}

func TestReadAloud(t *testing.T) {
	if got := typedIn(t, lang.German, "# Anträge").ReadAloud(); got != "kein Antrag ist dran" {
		t.Errorf("without a motion: %q", got)
	}
	s := typedIn(t, lang.German,
		"+kaja, lotte, otto", "# Anträge", "/antrag Neuer *Anker*", "/antragsteller Otto Ost (Kassenwart)")
	want := `Antrag 1: Neuer Anker
Antragsteller: Otto Ost (Kassenwart)

Der Antrag hat noch keinen Text.

Stimmberechtigt sind 2: Kaja Steuer, Lotte Boje
Gäste ohne Stimme: Otto Ost
Darüber ist noch nicht abgestimmt.
`
	if got := s.ReadAloud(); got != want {
		t.Errorf("without text:\n%s\nwant\n%s", got, want)
	}
	for _, line := range []string{
		"Es möge ein Anker her.", "Für C:\\Bug.", "/begründung Der alte ist weg.", "/antwort der Werft: Wir haben keinen.",
		"/änderung zwei Anker", "/abstimmung 1 1 0", "-lotte", "/neuauszählung 1 0 0",
	} {
		if _, err := s.Enter(line); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
	}
	want = `Antrag 1: Neuer Anker
Antragsteller: Otto Ost (Kassenwart)

Es möge ein Anker her.

Für C:\Bug.

Änderung: zwei Anker

Stimmberechtigt ist eine Person: Kaja Steuer
Gäste ohne Stimme: Otto Ost
Abstimmung: 1 dafür, 0 dagegen, 0 Enthaltungen
Ein Beschluss ist noch nicht festgehalten.
`
	if got := s.ReadAloud(); got != want {
		t.Errorf("after the vote:\n%s\nwant\n%s", got, want)
	}
	if _, err := s.Enter("/beschluss mit Änderungen angenommen"); err != nil {
		t.Fatal(err)
	}
	if got := s.ReadAloud(); !strings.HasSuffix(got, "\nErgebnis: mit Änderungen angenommen\n") {
		t.Errorf("after the decision:\n%s", got)
	}
}

func TestStanding(t *testing.T) {
	s := typedIn(t, lang.German,
		"+kaja, lotte, otto", "# Segel", "Die Fock ist gerissen", "! Fock flicken (fiete) freitag", "! Genua *trocknen*", "#2 erledigt",
		"= Wir kaufen Garn", "# Gehälter", "= mehr für alle", "! Geld zählen (kaja)", "/privat", "# Anträge", "/antrag Neuer Anker",
		"Ein Anker.", "/abstimmung 1 1 0 abgelehnt", "/antrag Mehr Tau", "/weiter")
	want := `Deck-Telko 06.05.2032, seit 22:20
Gerade: Anträge, Antrag 2: Mehr Tau (seit 22:30)
Bisher: Segel

Beschlossen:
- Wir kaufen Garn
- Antrag 1: Neuer Anker: abgelehnt (1 dafür, 1 dagegen, 0 Enthaltungen)
- Antrag 2: Mehr Tau: noch offen

Aufgaben:
- Fock flicken (fiete), fällig Fr 07.05.
- Genua trocknen: erledigt

Da sind 2: Kaja Steuer, Lotte Boje
Gäste: Otto Ost
`
	if got := s.Standing(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := typedIn(t, lang.English, "# Sails").Standing(); !strings.HasPrefix(got, "Deck-Telko 06.05.2032, since 22:20\nNow: Sails (since ") {
		t.Errorf("in English:\n%s", got)
	}
}

// What the agenda has and nobody has talked about is still to come.
func TestStandingAgenda(t *testing.T) {
	s := newTestSession(t, Config{Base: []byte(testAgenda)})
	if _, err := s.Enter("# Segel"); err != nil {
		t.Fatal(err)
	}
	if got := s.Standing(); !strings.Contains(got, "\nNoch offen: Anker, Anträge\n") {
		t.Errorf("got\n%s", got)
	}
}
