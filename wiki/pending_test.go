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
			if got := tm.read(fileDay); strings.Contains(got, "schief") != strings.Contains(want, "schief") {
				t.Errorf("the file says\n%s", got)
			}
			tm.settled(fileDay)
		})
	}
}

// A run is killed after it wrote what it pulled into the file, and before it
// could store what it saw, or just before it wrote: people go on in the file,
// and what came from the wiki is there once.
func TestKilledAfterThePull(t *testing.T) {
	replace := func(from, to string) func(string) string {
		return func(s string) string { return strings.Replace(s, from, to, 1) }
	}
	for _, c := range []struct {
		name         string
		wiki, file   func(string) string
		want, before string // of the list; before where the file was not written yet
	}{
		{
			"a line before changed", replace("* umgegraben\n", "* umgegraben\n* gegossen\n"), replace("- umgegraben\n", "- umgegraben und geharkt\n"),
			"* umgegraben und geharkt\n* gegossen\n* gejätet", "",
		},
		{
			"both lines around removed", replace("* umgegraben\n", "* umgegraben\n* gegossen\n"), func(s string) string {
				return replace("- gejätet\n", "")(replace("- umgegraben\n", "")(s))
			},
			"* gegossen", "conflict",
		},
		{
			"both lines around changed", replace("* umgegraben\n", "* umgegraben\n* gegossen\n"), func(s string) string {
				return replace("- gejätet\n", "- gerecht und gesät\n")(replace("- umgegraben\n", "- alles neu gepflanzt\n")(s))
			},
			"* alles neu gepflanzt\n* gegossen\n* gerecht und gesät", "",
		},
		{
			"the line itself changed", replace("* umgegraben\n", "* umgegraben\n* gegossen\n"), replace("- gegossen", "- gegossen und gedüngt"),
			"* umgegraben\n* gegossen und gedüngt\n* gejätet", "* umgegraben\n* gegossen\n* gejätet",
		},
		{
			"a changed line changed again", replace("* umgegraben\n", "* tief umgegraben\n"), replace("umgegraben\n", "umgegraben und geharkt\n"),
			"* tief umgegraben und geharkt\n* gejätet", "conflict",
		},
		{
			"the line moved", replace("* umgegraben\n", "* umgegraben\n* gegossen\n"), func(s string) string {
				if t := replace("- gegossen\n", "")(s); t != s {
					return replace("- umgegraben\n", "- gegossen\n- umgegraben\n")(t)
				}
				return s
			},
			"* gegossen\n* umgegraben\n* gejätet", "* umgegraben\n* gegossen\n* gejätet",
		},
	} {
		for _, where := range []string{"before file", "after file"} {
			t.Run(c.name+"/"+where, func(t *testing.T) {
				t.Parallel()
				tm := newTeam(t, nil)
				tm.write(fileDay, "## Beet\n\n- umgegraben\n- gejätet\n\n## Zaun\n\nDer Zaun steht.\n")
				tm.sync()
				tm.onWiki(wikitest.Otto, fileDay, c.wiki)
				tm.change(fileDay, replace("steht.", "steht fest."))
				killed := errors.New("killed")
				tm.stops = func(at string) error {
					if at == where {
						return killed
					}
					return nil
				}
				if all, err := tm.run(t.Context(), syncing); err == nil && (len(all) != 1 || !errors.Is(all[0].Err, killed)) {
					t.Fatalf("%+v", all)
				}
				tm.stops = nil
				tm.change(fileDay, c.file)
				tm.onWiki(wikitest.Erika, fileDay, func(s string) string { return s + "\n\nEs regnet." })
				want := c.want
				if c.before != "" && where == "before file" {
					want = c.before
				}
				if want == "conflict" {
					if reason, err := tm.again(); reason != ReasonEdited {
						t.Errorf("both changed one line, and %q (%v)", reason, err)
					}
					return
				}
				tm.sync()
				if got := tm.Get(tm.page(fileDay)); !strings.HasSuffix(got, "== Beet ==\n\n"+want+"\n\n== Zaun ==\n\nDer Zaun steht fest.\n\nEs regnet.") {
					t.Errorf("the page says\n%s", got)
				}
				tm.settled(fileDay)
			})
		}
	}
}
