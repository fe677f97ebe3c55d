package capture_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"telko/minutes/archive"
	"telko/minutes/capture"
	"telko/minutes/lang"
)

const careless = `---
series: deck
date: 2032-05-06
start: 22:00
status: live
---

# Deck-Telko

## Abwesend

- entschuldigt: Lotte Boje (lotte)

## Segel

- kaja sieht sich das mal an
- die Fock ist gerissen
- [ ] Fock flicken (kaja)
- [ ] Groß prüfen
- [x] Klüver prüfen

### Klüver

## Leer

## Anträge

### Antrag 1: Anker

Her damit.

### Antrag 2: Taue

Her damit.

> **Antwort der Werft:** Gern.

### Antrag 3: Ruder

Her damit.

**Abstimmung:** 3 dafür, 0 dagegen, 0 Enthaltungen

### Antrag 4: Pumpe

**Beschluss:** vertagt

### Antrag 5: Fahne

**Beschluss:** siehe Anlage

## Maschine

- piet kümmert sich noch darum

  und zwar bald

## Nichtöffentlicher Teil
`

// reviewed is a session over minutes, with what there is to look at.
func reviewed(t *testing.T, src string) (*capture.Session, []string) {
	t.Helper()
	ws := boat(t, "2032-05-06T22:30", nil)
	s, err := capture.New(capture.Config{
		Ref:  archive.Ref{ID: "2032-05-06-deck", Path: "minutes/2032/2032-05-06-deck.md", Date: ws.Today(), Series: "deck"},
		Base: []byte(src), Journal: &capture.Memory{}, Writer: "abc",
		Now: func() time.Time { return ws.Now() }, Keeper: "kaja", Context: ws.Context(),
	})
	if err != nil {
		t.Fatal(err)
	}
	return s, says(s)
}

func says(s *capture.Session) []string {
	var out []string
	for _, r := range s.Review() {
		text := r.Says.In(lang.German)
		if r.Offers() {
			text += " ?"
		}
		out = append(out, text)
	}
	return out
}

func TestReview(t *testing.T) {
	s, got := reviewed(t, careless)
	want := []string{
		"niemand ist als anwesend eingetragen",
		"Aufgabe ohne Zuständige: #2 Groß prüfen",
		"weder beantwortet noch entschieden: Antrag 1: Anker",
		"ohne Beschluss: Antrag 2: Taue",
		"ohne Beschluss: Antrag 3: Ruder",
		"nicht behandelt: Klüver ?",
		"nicht behandelt: Leer ?",
		"eine Aufgabe? kaja sieht sich das mal an → sieht sich das mal an (kaja) ?",
		"eine Aufgabe? piet kümmert sich noch darum → kümmert sich noch darum (piet) ?",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}

	// What is accepted is a task, as one thing that can be taken back.
	for _, r := range s.Review() {
		if r.Code == capture.ReviewPerhaps && strings.Contains(r.Line, "(kaja)") {
			if err := s.Accept(r); err != nil {
				t.Fatal(err)
			}
		}
	}
	public, _ := s.Render()
	if !strings.Contains(string(public), "## Segel\n\n- [ ] sieht sich das mal an (kaja)\n- die Fock") {
		t.Errorf("got\n%s", public)
	}
	if got = says(s); len(got) != len(want)-1 {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
	if _, err := s.Do(capture.UndoLast{}); err != nil {
		t.Fatal(err)
	}
	if public, _ = s.Render(); string(public) != careless {
		t.Errorf("got\n%s", public)
	}
}

// A telco that was kept with care has nothing to look at.
func TestReviewOfCare(t *testing.T) {
	_, got := reviewed(t, "---\nseries: deck\ndate: 2032-05-06\nstatus: live\n---\n\n# Deck-Telko\n\n## Anwesend\n\n- Kaja Steuer (kaja)\n\n## Segel\n\n- [ ] Fock flicken (kaja)\n\n## Anträge\n\n### Antrag 1: Anker\n\nHer damit.\n\n**Beschluss:** angenommen\n")
	if len(got) > 0 {
		t.Errorf("got %q", got)
	}
}

func TestPostpone(t *testing.T) {
	ws := boat(t, "2032-05-06T23:50", merged(deck("2032-05-06", "status: live\n", ""), deck("2032-05-13", "status: agenda\n", "\n## Leer\n")))
	ref, err := ws.Resolve("2032-05-06-deck")
	if err != nil {
		t.Fatal(err)
	}
	next, added, err := capture.Postpone(ws, ref, []string{"leer", "Lack", "Kiel"}, ws.Now())
	if err != nil || next.Ref.ID != "2032-05-13-deck" || !slices.Equal(added, []string{"Lack", "Kiel"}) {
		t.Fatalf("%s %q %v", next.Ref.ID, added, err)
	}
	f, err := ws.Load(next.Ref)
	if err != nil {
		t.Fatal(err)
	}
	if got := string(f.Source()); !strings.HasSuffix(got, "\n## Leer\n\n## Lack\n\n## Kiel\n") {
		t.Errorf("got %s", got)
	}
	if _, added, err = capture.Postpone(ws, ref, []string{"Lack"}, ws.Now()); err != nil || len(added) > 0 {
		t.Errorf("%q %v", added, err)
	}

	// Where nothing is planned yet, the schedule knows the next telco.
	ws = boat(t, "2032-05-07T01:10", deck("2032-05-06", "status: live\n", ""))
	if next, added, err = capture.Postpone(ws, ref, []string{"Lack"}, ws.Now()); err != nil || next.Ref.ID != "2032-05-13-deck" || len(added) != 1 {
		t.Errorf("%s %q %v", next.Ref.ID, added, err)
	}
	if f, err = ws.Load(next.Ref); err != nil || f.Meeting.Status != "agenda" || f.Meeting.Start.Clock.String() != "22:00" {
		t.Errorf("%+v %v", f, err)
	}
}
