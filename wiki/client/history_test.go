package client

import (
	"fmt"
	"slices"
	"testing"

	"telko/wiki/wikitest"
)

func TestHistory(t *testing.T) {
	t.Parallel()
	r := newRig(t, nil)
	title := r.Title("Garten")
	drafts := make([]wikitest.Draft, 120)
	for i := range drafts {
		drafts[i] = wikitest.Draft{Title: title, Text: fmt.Sprintf("Stand %d", i)}
	}
	made := r.Fill(wikitest.Erika, drafts)
	s, err := r.Update(t.Context(), r.read(t, title), "Stand 120", sum)
	if err != nil {
		t.Fatal(err)
	}
	var got []Version
	if n := r.since(func() {
		for v, err := range r.History(t.Context(), made[0].ID) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, v)
		}
	}); n != 2 {
		t.Errorf("%d requests", n)
	}
	if len(got) != 121 || got[0].Revision != s.Page.Revision || got[0].User != wikitest.Bot || got[0].Comment != sum ||
		got[0].Time.IsZero() || got[120].Parent != 0 {
		t.Errorf("%d versions, the newest %+v", len(got), got[0])
	}
	for i, v := range got[1:] {
		if v.Revision != made[119-i].Revision || v.Revision != got[i].Parent {
			t.Fatalf("version %d is %+v", i, v)
		}
	}
	// Who looks no further asks no further, and may use the client meanwhile.
	if n := r.since(func() {
		for v := range r.History(t.Context(), made[0].ID) {
			if texts, err := r.Texts(t.Context(), []int{v.Revision}); err != nil || texts[v.Revision].Text != "Stand 120" {
				t.Errorf("%+v, %v", texts, err)
			}
			break
		}
	}); n != 2 {
		t.Errorf("%d requests", n)
	}
	for range r.History(t.Context(), 99999999) {
		t.Error("a history of nothing")
	}
	r.Arm(wikitest.APIError(wikitest.Reads, "nie-gehoert"))
	for _, err := range r.History(t.Context(), made[0].ID) {
		r.wantKind(t, err, Refused)
	}
}

// What was hidden is not there; the rest is.
func TestHiddenRevisions(t *testing.T) {
	t.Parallel()
	r := newRig(t, nil)
	title := r.Title("Garten")
	one, two := r.Edit(wikitest.Erika, title, "geheim"), r.Edit(wikitest.Otto, title, "offen")
	r.Hide(title, one)
	var got []Version
	for v, err := range r.History(t.Context(), r.read(t, title).ID) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, v)
	}
	if len(got) != 2 || got[1].Revision != one || got[1].User != "" || got[1].Comment != "" {
		t.Errorf("%+v", got)
	}
	texts, err := r.Texts(t.Context(), []int{one, two})
	if err != nil || len(texts) != 1 || texts[two].Text != "offen" {
		t.Errorf("%+v, %v", texts, err)
	}
}

func TestFate(t *testing.T) {
	t.Parallel()
	r := newRig(t, nil)
	a, b, c := r.Title("Garten"), r.Title("Beet"), r.Title("Acker")
	p := r.page(t, "Garten", "eins")
	if events, err := r.Fate(t.Context(), p.ID, a); err != nil || len(events) != 0 {
		t.Errorf("%+v, %v", events, err)
	}
	r.Move(a, b)
	r.Delete(a) // the redirect: another page
	r.Edit(wikitest.Otto, a, "ein anderer Garten")
	r.Call(wikitest.Admin, nil, "action", "move", "from", b, "to", c, "reason", "umbenannt")
	r.Call(wikitest.Admin, nil, "action", "delete", "title", c, "reason", "doppelt")
	events, err := r.Fate(t.Context(), p.ID, a)
	if err != nil {
		t.Fatal(err)
	}
	kinds := []EventKind{Moved, Moved, Removed}
	if len(events) != 3 || !slices.EqualFunc(events, kinds, func(e Event, k EventKind) bool { return e.Kind == k && e.User == wikitest.Admin && !e.Time.IsZero() }) {
		t.Fatalf("%+v", events)
	}
	if events[0].Title != a || events[0].To != b || events[1].To != c || events[1].Comment != "umbenannt" || events[2].Title != c || events[2].Comment != "doppelt" {
		t.Errorf("%+v", events)
	}
	r.Restore(c)
	if events, err = r.Fate(t.Context(), p.ID, b); err != nil || len(events) != 3 || events[2].Kind != Restored {
		t.Errorf("%+v, %v", events, err)
	}
	// Round in a circle.
	r.Move(c, b)
	if events, err = r.Fate(t.Context(), p.ID, c); err != nil || events[len(events)-1].To != b {
		t.Errorf("%+v, %v", events, err)
	}
}
