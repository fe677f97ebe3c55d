package wiki

import (
	"errors"
	"testing"

	"telko/minutes/lang"
	"telko/wiki/wikitest"
)

// Somebody was faster on the page of settings: the next look decides.
func TestSettingsPageRaced(t *testing.T) {
	t.Parallel()
	w := wikitest.Start(t)
	d := hut(t, w, "full")
	w.Arm(wikitest.APIError(func(r wikitest.Request) bool {
		return wikitest.Edits(r) && r.Params.Get("title") == w.Title("Protokolle/telko")
	}, "editconflict"))
	if p := syncPages(t, d, both)["settings"]; p.Err != nil || p.Outcome != Created {
		t.Errorf("%+v", p)
	}
}

// What a person wrote on the page of settings is not written over, and said
// until it is taken back.
func TestSettingsPageEdited(t *testing.T) {
	t.Parallel()
	w := wikitest.Start(t)
	d := hut(t, w, "full")
	title := w.Title("Protokolle/telko")
	syncPages(t, d, both)
	shared := w.Get(title)
	w.Edit(wikitest.Erika, title, shared+"\n# von Erika")
	for range 2 {
		p := syncPages(t, d, both)["settings"]
		var c *ConflictError
		if !errors.As(p.Err, &c) || c.Reason != ReasonEdited || lang.HintOf(p.Err, lang.German) == "" || w.Get(title) != shared+"\n# von Erika" {
			t.Errorf("%+v", p)
		}
	}
	w.Edit(wikitest.Erika, title, shared)
	if p := syncPages(t, d, both)["settings"]; p.Err != nil || p.Outcome != Unchanged || w.Get(title) != shared {
		t.Errorf("%+v", p)
	}
}

// The page of settings is looked for by its title: where somebody moved it,
// nobody who clones finds it. It is written no more until it is moved back.
func TestSettingsPageMoved(t *testing.T) {
	t.Parallel()
	w := wikitest.Start(t)
	d := hut(t, w, "full")
	title := w.Title("Protokolle/telko")
	syncPages(t, d, both)
	w.Move(title, w.Title("Einstellungen"))
	for range 2 {
		p := syncPages(t, d, both)["settings"]
		var c *ConflictError
		if !errors.As(p.Err, &c) || c.Reason != ReasonElsewhere || lang.HintOf(p.Err, lang.German) == "" || w.Exists(title) {
			t.Errorf("%+v", p)
		}
	}
	w.Move(w.Title("Einstellungen"), title)
	if p := syncPages(t, d, both)["settings"]; p.Err != nil || p.Outcome != Unchanged {
		t.Errorf("%+v", p)
	}
}
