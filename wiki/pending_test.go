package wiki

import (
	"errors"
	"strings"
	"testing"

	"telko/wiki/wikitest"
)

// A run is killed after its edit was saved, and people go on in the file and on
// the page before the next one: what telko wrote is not taken for somebody
// else's, or it would be merged with the line it was.
func TestKilledAfterTheEdit(t *testing.T) {
	for _, who := range []string{"nobody", "far away", "while it was saved"} {
		t.Run(who, func(t *testing.T) {
			t.Parallel()
			tm := newTeam(t, nil)
			tm.Configure(`$wgDiff3 = "/usr/bin/diff3";`)
			tm.write(fileDay, "## Beet\n\n- umgegraben\n- gejätet\n\n## Zaun\n\nDer Zaun steht.\n")
			tm.sync()
			replace := func(from, to string) func(string) string {
				return func(s string) string { return strings.Replace(s, from, to, 1) }
			}
			tm.change(fileDay, replace("- umgegraben\n", "- umgegraben\n- gegossen\n"))
			crooked := replace("Zaun steht.", "Zaun steht schief.")
			if who == "while it was saved" {
				tm.Arm(wikitest.Meanwhile(wikitest.Edits, func() { tm.onWiki(wikitest.Otto, fileDay, crooked) }))
			}
			killed := errors.New("killed")
			tm.stops = func(where string) error {
				if where == "after update" {
					return killed
				}
				return nil
			}
			if all, err := tm.run(t.Context(), syncing); err == nil && (len(all) != 1 || !errors.Is(all[0].Err, killed)) {
				t.Fatalf("%+v", all)
			}
			tm.stops = nil
			if who == "far away" {
				tm.onWiki(wikitest.Otto, fileDay, crooked)
			}
			tm.change(fileDay, replace("- umgegraben\n", ""))
			tm.sync()
			want := "* gegossen\n* gejätet\n\n== Zaun ==\n\nDer Zaun steht schief."
			if who == "nobody" {
				want = strings.Replace(want, " schief", "", 1)
			}
			if got := tm.Get(tm.page(fileDay)); !strings.HasSuffix(got, "== Beet ==\n\n"+want) {
				t.Errorf("the page says\n%s", got)
			}
			tm.settled(fileDay)
		})
	}
}
