package archive

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
)

const boardMeeting = "---\nseries: werk-telko\ndate: 2010-01-07\nstart: 20:00\nstatus: final\ntimezone: Europe/Berlin\n---\n\n# Werk-Telko\n\n## Anwesend\n\n- Mia Muster (mia)\n\n## Anträge\n\n" +
	"### Antrag 1: Drucker\n\n**Antragsteller:** Mia Muster\n\nEs möge ein Drucker her.\n\n> **Antwort:** Wir haben einen.\n\n**Beschluss:** angenommen\n\n" +
	"### Antrag 2: Papier\n\n**Antragsteller:** Mia Muster\n\nMehr Papier.\n\n> **Antwort:** Ja.\n\n## Küche\n\n**Beschluss:** Der Herd kommt weg.\n"

func boardRoom(t testing.TB) (*Workspace, Ref) {
	t.Helper()
	w := newWorkspace(t)
	ref, err := w.Create("2010-01-07-werk-telko", []byte(boardMeeting))
	if err != nil {
		t.Fatal(err)
	}
	return w, ref
}

func TestChangeMotion(t *testing.T) {
	w, _ := boardRoom(t)
	after, e, err := w.ChangeMotion("M100107-1", func(r *motions.Record) (motions.Event, error) {
		if r.Realisation != motions.Unrealised || len(r.Parts) != 3 {
			t.Errorf("%+v", r)
		}
		return motions.Event{At: w.Now(), By: "mia", Verb: motions.Realise, Text: "steht im Flur"}, nil
	})
	if err != nil || after.Realisation != motions.Realised {
		t.Fatalf("%+v, %v", after, err)
	}
	log := get(t, w, motionLog)
	if !strings.HasSuffix(log, e.Line()+"\n") || !strings.HasSuffix(log, " mia M100107-1 realise - - steht im Flur\n") {
		t.Errorf("%q", log)
	}
	_, _, err = w.ChangeMotion("M100107-1", func(*motions.Record) (motions.Event, error) {
		return motions.Event{At: w.Now(), By: "mia", Verb: motions.Reopen}, nil
	})
	var no *motions.Refused
	if !errors.As(err, &no) || no.Code != motions.NoReason || get(t, w, motionLog) != log {
		t.Errorf("%v", err)
	}
	_, _, err = w.ChangeMotion("M100107-9", func(*motions.Record) (motions.Event, error) { return motions.Event{}, nil })
	wantIs(t, err, ErrNoMotion)
}

// TestRealiseADecisionWithoutAMotion: from its first event on it keeps its
// number.
func TestRealiseADecisionWithoutAMotion(t *testing.T) {
	w, ref := boardRoom(t)
	if _, _, err := w.ChangeMotion("D100107-1", func(*motions.Record) (motions.Event, error) {
		return motions.Event{At: w.Now(), By: "mia", Verb: motions.Realise}, nil
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Edit(ref, func(old []byte) ([]byte, error) {
		return []byte(strings.Replace(string(old), "## Anträge", "## Flur\n\n**Beschluss:** Licht an.\n\n## Anträge", 1)), nil
	}); err != nil {
		t.Fatal(err)
	}
	r, err := w.ListMotions()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range r.Ledger() {
		got = append(got, fmt.Sprint(m.ID, " ", m.Ruling.Text, " ", m.Realisation))
	}
	want := []string{"D100107-2 Licht an. open", "M100107-1 angenommen open", "D100107-1 Der Herd kommt weg. done"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// TestPrivateMotionsStayApart: their events go to the private log.
func TestPrivateMotionsStayApart(t *testing.T) {
	w, ref := boardRoom(t)
	if _, err := w.EditPrivate(ref, func([]byte) ([]byte, error) {
		return []byte("---\nseries: werk-telko\ndate: 2010-01-07\nstart: 20:00\nstatus: final\n---\n\n### Antrag 3: GEHEIM\n\nx\n"), nil
	}); err != nil {
		t.Fatal(err)
	}
	if _, e, err := w.ChangeMotion("M100107-3", func(*motions.Record) (motions.Event, error) {
		return motions.Event{At: w.Now(), By: "mia", Verb: motions.Withdraw, Text: "GEHEIM"}, nil
	}); err != nil || !e.Private {
		t.Fatalf("%+v, %v", e, err)
	}
	if s := get(t, w, motionLog); strings.Contains(s, "GEHEIM") || strings.Contains(s, "M100107-3") {
		t.Error(s)
	}
	if s := get(t, w, privateLog); !strings.Contains(s, " withdraw GEHEIM\n") {
		t.Error(s)
	}
	ps, problems, err := w.HeldPublics()
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	public, err := w.PublicMotionsOf(ps)
	if err != nil || public.Len() != 2 {
		t.Errorf("%d public motions, %v", public.Len(), err)
	}
	m, err := w.Motion("M100107-3")
	if err != nil || !m.Private || m.Handling != motions.HandlingWithdrawn {
		t.Errorf("%+v, %v", m, err)
	}
}

// TestEditedAfterItWasAnswered: files of people's own hand are remarked on, with
// file and line, and nothing in them changes.
func TestEditedAfterItWasAnswered(t *testing.T) {
	w, ref := boardRoom(t)
	lint := func() (out []string) {
		found, err := w.LintMotions()
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			out = append(out, fmt.Sprintf("%s:%d %s", f.File, f.Line, f.Code))
			if de, en := f.In(lang.German), f.In(lang.English); strings.Contains(de+en, "%!") || de == en {
				t.Errorf("%q, %q", de, en)
			}
		}
		return out
	}
	if got := lint(); len(got) > 0 {
		t.Fatal(got)
	}
	edited := strings.Replace(get(t, w, ref.Path), "Mehr Papier.", "Viel mehr Papier.", 1)
	edited = strings.Replace(edited, "Es möge ein Drucker her.\n\n", "", 1)
	put(t, w, ref.Path, edited)
	want := []string{ref.Path + ":17 text-changed", ref.Path + ":21 answer-lost", ref.Path + ":25 text-changed", ref.Path + ":31 answer-stale"}
	if d := cmp.Diff(want, lint()); d != "" {
		t.Error(d)
	}
	if _, err := w.Edit(ref, func(old []byte) ([]byte, error) { return append(old, "\n## Flur\n"...), nil }); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, lint()); d != "" {
		t.Errorf("saving the file forgot it: %s", d)
	}
}

// TestEveryRemarkHasWords: in both languages, with what it says.
func TestEveryRemarkHasWords(t *testing.T) {
	r := &motions.Record{ID: "M100107-1"}
	for _, code := range []motions.Code{
		motions.Tie, motions.AgainstVote, motions.OtherRuling, motions.NotAccepted, motions.NoReason, motions.NoSuchMotion, motions.TextChanged,
		motions.AnswerStale, motions.AnswerLost, motions.PerhapsSame, motions.TwoWordings, motions.NoAdd, motions.NotLast, motions.Lost,
	} {
		e := minutes.RemarkError(r, &motions.Remark{Code: code, Words: []any{motions.Accepted, motions.Rejected, 3, motions.Accepted}})
		de, en := e.In(lang.German), e.In(lang.English)
		if strings.Contains(de+en, "%!") || strings.Contains(de, string(code)) || de == en || !strings.Contains(de, "M100107-1") {
			t.Errorf("%s: %q, %q", code, de, en)
		}
	}
}

func TestMatchMotions(t *testing.T) {
	rs := []*motions.Record{{ID: "M100107-1", Title: "Drucker"}, {ID: "M100107-11", Title: "Papier für Drucker"}, {ID: "IT-M100114-1", Title: "Toner"}}
	for word, want := range map[string]string{
		"#M100107-1": "M100107-1", "m100107-11": "M100107-11", "1": "M100107-1 IT-M100114-1", "11": "M100107-11",
		"100107-1": "M100107-1", "drucker": "M100107-1 M100107-11", "toner": "IT-M100114-1", "": "", "07-1": "", "Kabel": "",
	} {
		var got []string
		for _, r := range MatchMotions(rs, word) {
			got = append(got, string(r.ID))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %s, want %s", word, s, want)
		}
	}
}

// TestChangesOfMotionsAtOnce: none is lost.
func TestChangesOfMotionsAtOnce(t *testing.T) {
	w, _ := boardRoom(t)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			if _, _, err := w.ChangeMotion("M100107-2", func(*motions.Record) (motions.Event, error) {
				return motions.Event{At: w.Now(), By: "mia", Verb: motions.Note, Text: fmt.Sprint("Notiz ", i)}, nil
			}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	m, err := w.Motion("M100107-2")
	if err != nil {
		t.Fatal(err)
	}
	notes := map[string]bool{}
	for _, s := range m.History {
		if s.What == motions.StepKind(motions.Note) {
			notes[s.Text] = true
		}
	}
	if len(notes) != 8 {
		t.Errorf("%d notes are left", len(notes))
	}
}
