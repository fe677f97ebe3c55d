package wiki

import (
	"testing"

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
