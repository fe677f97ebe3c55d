package wiki

import (
	"fmt"
	"strings"
	"testing"

	"telko/wiki/wikitest"
)

// What somebody writes into a cell of the list of motions, or into a label of the
// list of minutes, is telko's place; the words stay, below the list.
func TestCellsChangedByHand(t *testing.T) {
	t.Parallel()
	for _, other := range []bool{false, true} {
		t.Run(fmt.Sprint("another machine ", other), func(t *testing.T) {
			t.Parallel()
			w := wikitest.Start(t)
			d := hut(t, w, "full")
			syncPages(t, d, both)
			motions, index := w.Title("Anträge"), w.Title("Protokolle")
			was, list := w.Get(motions), w.Get(index)
			change := func(title, old, by string) {
				t.Helper()
				text := w.Get(title)
				if !strings.Contains(text, old) {
					t.Fatalf("no %q in\n%s", old, text)
				}
				w.Edit(wikitest.Otto, title, strings.Replace(text, old, by, 1))
			}
			change(motions, "|| Ole Brandt ||", "|| Ole Brandt (fragt die Kasse) ||")
			change(motions, "Ein [[Kompost]]", "Ein [[Kompost]] am Zaun")
			change(index, "|06.03.2031", "|06.03.2031, bei Regen")
			if other { // it remembers nothing
				d = hut(t, w, "full")
			}
			all := syncPages(t, d, both)
			got := w.Get(motions)
			if all["motions"].Err != nil || !strings.Contains(got, "\n* #M310306-1: ") || strings.Count(got, "fragt die Kasse") != 1 ||
				strings.Count(got, "am Zaun") != 1 || !strings.HasPrefix(got, was) {
				t.Errorf("%+v\n%s", all["motions"], got)
			}
			if got := w.Get(index); all["index"].Err != nil || strings.Count(got, "bei Regen") != 1 || !strings.HasPrefix(got, list) {
				t.Errorf("%+v\n%s", all["index"], got)
			}
			for kind, p := range syncPages(t, d, both) {
				if p.Err != nil || p.Outcome != Unchanged {
					t.Errorf("%s is not settled: %+v", kind, p)
				}
			}
		})
	}
}
