package client

import (
	"fmt"
	"slices"
	"testing"

	"telko/wiki/wikitest"
)

// fill makes n pages below a folder of the test's own and returns their ids.
func (r *rig) fill(t *testing.T, folder string, n int) (ids []int) {
	t.Helper()
	drafts := make([]wikitest.Draft, n)
	for i := range drafts {
		drafts[i] = wikitest.Draft{Title: r.Title(fmt.Sprintf("%s/%03d", folder, i)), Text: fmt.Sprintf("Beet %d", i)}
	}
	for _, f := range r.Fill(wikitest.Erika, drafts) {
		ids = append(ids, f.ID)
	}
	return ids
}

// since returns how many requests do makes.
func (r *rig) since(do func()) int {
	before := len(r.Requests())
	do()
	return len(r.Requests()) - before
}

func TestLooks(t *testing.T) {
	t.Parallel()
	r := newRig(t, nil)
	ids := r.fill(t, "Garten", 7)
	r.Move(r.Title("Garten/001"), r.Title("Anderswo"))
	r.Delete(r.Title("Garten/002"))
	rev := r.Edit(wikitest.Otto, r.Title("Garten/003"), "mehr Text")
	for _, under := range [][]string{nil, {r.Title("Garten/")}, {r.Title("Nichts"), r.Title("Garten/")}} {
		looks, err := r.Looks(t.Context(), append(ids, ids[0], 0, 99999999), under...)
		if err != nil {
			t.Fatal(err)
		}
		if len(looks) != 6 || looks[ids[1]].Title != r.Title("Anderswo") || looks[ids[3]].Revision != rev ||
			looks[ids[3]].Length != len("mehr Text") || looks[ids[0]].Model != "wikitext" || looks[ids[0]].URL == "" {
			t.Errorf("under %q: %+v", under, looks)
		}
		if _, ok := looks[ids[2]]; ok {
			t.Error("a deleted page is looked at")
		}
	}
}

// The numbers that the design promises: five hundred pages in a handful of
// requests, for whoever asks.
func TestLooksAreCheap(t *testing.T) {
	t.Parallel()
	r := newRig(t, nil)
	ids := r.fill(t, "Viel", 500)
	look := func(want, most int, under ...string) {
		t.Helper()
		n := r.since(func() {
			looks, err := r.Looks(t.Context(), ids, under...)
			if err != nil || len(looks) != want {
				t.Fatalf("%d looks, %v", len(looks), err)
			}
		})
		if n > most {
			t.Errorf("%d requests, want at most %d", n, most)
		}
	}
	look(500, 1, r.Title("Viel/"))
	look(500, 10)
	// A prefix with many other pages costs no more than the ids would.
	look(500, 12, r.Title("Nichts/"), r.Title("Viel/1"), r.Title("Auch nichts"))
	for i := range 20 {
		r.Move(r.Title(fmt.Sprintf("Viel/%03d", i)), r.Title(fmt.Sprintf("Weg/%03d", i)))
	}
	look(500, 3, r.Title("Viel/")) // the redirects that are left make two portions of it
	if n := r.since(func() {
		if err := r.Login(t.Context()); err != nil {
			t.Fatal(err)
		}
	}); n != 3 {
		t.Errorf("%d requests for a login", n)
	}
	look(500, 1)
	r.forgetCookies(t)
	look(500, 5) // turned away, then logged in anew
}

func TestLooksUnder(t *testing.T) {
	t.Parallel()
	r := newRig(t, nil)
	r.fill(t, "Garten", 3)
	r.Move(r.Title("Garten/001"), r.Title("Garten/009"))
	r.Edit(wikitest.Erika, "Project:"+r.Title("Garten/Regeln"), "Regeln")
	r.Edit(wikitest.Erika, r.Title("Garten: ein Titel"), "mit Doppelpunkt")
	titles := func(prefix string) (out []string) {
		t.Helper()
		looks, err := r.LooksUnder(t.Context(), prefix)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range looks {
			if l.Redirect != (l.Title == r.Title("Garten/001")) || l.Missing() || l.Revision == 0 {
				t.Errorf("%+v", l)
			}
			out = append(out, l.Title)
		}
		return out
	}
	all := []string{r.Title("Garten/000"), r.Title("Garten/001"), r.Title("Garten/002"), r.Title("Garten/009")}
	if got := titles(r.Title("Garten/")); !slices.Equal(got, all) {
		t.Errorf("got %q", got)
	}
	// As people write it.
	if got := titles("t" + r.Title("Garten/")[1:]); !slices.Equal(got, all) {
		t.Errorf("got %q", got)
	}
	if got := titles(r.Title("Garten: ein")); !slices.Equal(got, []string{r.Title("Garten: ein Titel")}) {
		t.Errorf("got %q", got)
	}
	for _, ns := range []string{"Project:", "projekt :", "Testwiki: "} {
		if got := titles(ns + r.Title("Garten/")); ns != "projekt :" && !slices.Equal(got, []string{"Testwiki:" + r.Title("Garten/Regeln")}) {
			t.Errorf("%s: got %q", ns, got)
		}
	}
	if got := titles(r.Title("Nichts")); got != nil {
		t.Errorf("got %q", got)
	}
	_, err := r.LooksUnder(t.Context(), "a|b")
	r.wantKind(t, err, BadTitle)
}

func TestByTitle(t *testing.T) {
	t.Parallel()
	r := newRig(t, nil)
	ids := r.fill(t, "Garten", 60)
	there, missing := r.Title("Garten/000"), r.Title("Fehlt")
	small := "t" + there[1:]
	decomposed, composed := r.Title("U\u0308bung"), r.Title("Übung")
	r.Edit(wikitest.Erika, composed, "geübt")
	asked := []string{there, small, missing, decomposed, composed, "", "a|b", "a[b", "Special:Version", "\u200e", there}
	looks, err := r.LooksByTitle(t.Context(), asked)
	if err != nil || len(looks) != 5 {
		t.Fatalf("%+v, %v", looks, err)
	}
	if looks[there].ID != ids[0] || looks[small] != looks[there] || !looks[missing].Missing() || looks[missing].Title != missing ||
		looks[composed].Missing() || looks[decomposed] != looks[composed] {
		t.Errorf("%+v", looks)
	}
	// Sixty titles that are long on the way: two requests, and none too long.
	var many []string
	for i := range 60 {
		many = append(many, r.Title(fmt.Sprintf("Garten/%03d", i)))
		if i < 50 {
			many = append(many, r.Title(fmt.Sprintf("%0100d ÄÖÜäöü", i)))
		}
	}
	looks, err = r.LooksByTitle(t.Context(), many)
	if err != nil || len(looks) != 110 || looks[many[0]].ID != ids[0] || looks[r.Title("Garten/059")].ID != ids[59] {
		t.Errorf("%d pages, %v", len(looks), err)
	}
}

func TestPagesAndTexts(t *testing.T) {
	t.Parallel()
	r := newRig(t, nil)
	ids := r.fill(t, "Garten", 120)
	first, err := r.PageByID(t.Context(), ids[5])
	if err != nil {
		t.Fatal(err)
	}
	rev := r.Edit(wikitest.Otto, r.Title("Garten/005"), "neu")
	r.Delete(r.Title("Garten/006"))
	var pages map[int]Page
	if n := r.since(func() { pages, err = r.Pages(t.Context(), append(ids, ids[3], 99999999)) }); n != 3 || err != nil {
		t.Errorf("%d requests, %v", n, err)
	}
	if len(pages) != 119 || pages[ids[5]].Text != "neu" || pages[ids[5]].Revision != rev || pages[ids[5]].User != wikitest.Otto ||
		pages[ids[119]].Text != "Beet 119" || pages[ids[7]].URL == "" || pages[ids[7]].Model != "wikitext" {
		t.Errorf("%d pages, %+v", len(pages), pages[ids[5]])
	}
	texts, err := r.Texts(t.Context(), []int{rev, first.Revision, 99999999, pages[ids[7]].Revision, rev})
	if err != nil || len(texts) != 3 || texts[first.Revision] != first || texts[rev] != pages[ids[5]] || texts[pages[ids[7]].Revision].Text != "Beet 7" {
		t.Errorf("%+v, %v", texts, err)
	}
	// A wiki that answers in small pieces.
	r.Configure(`$wgAPIMaxResultSize = 12000;`)
	var pieces map[int]Page
	if n := r.since(func() { pieces, err = r.Pages(t.Context(), ids) }); n < 4 || err != nil {
		t.Errorf("%d requests, %v", n, err)
	}
	for id, p := range pages {
		if pieces[id] != p {
			t.Fatalf("in pieces %+v, want %+v", pieces[id], p)
		}
	}
	looks, err := r.Looks(t.Context(), ids, r.Title("Garten/"))
	if err != nil || len(looks) != 119 || looks[ids[5]].Revision != rev || looks[ids[5]].URL != pages[ids[5]].URL {
		t.Errorf("%d looks in pieces, %v", len(looks), err)
	}
}
