package wiki

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"telko/minutes/archive"
	"telko/minutes/imports"
	"telko/minutes/lang"
	"telko/wiki/wikitest"
)

// A page that telko made and somebody edited since is imported with the edit;
// where a pull would stop for a person, as it was published, and the pull stops
// then.
func TestImportEdited(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		status string
		edit   func(string) string
		taken  string // what of the edit the file has
		then   Reason // of the first sync, "" if there is nothing to do
	}{
		"a word": {"final", replaced("Zaun steht", "Zaun steht schief"), "Zaun steht schief", ""},
		"most of it gone": {"final", func(s string) string {
			for _, gone := range []string{"* umgegraben\n", "* gejätet\n", "Der Zaun steht.", "== Zaun ==", "== Beet =="} {
				s = strings.Replace(s, gone, "", 1)
			}
			return s
		}, "", ReasonHeld},
		"approved": {"approved", replaced("Zaun steht", "Zaun steht schief"), "", ReasonApproved},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			tm := ownTeam(t)
			if c.status != "final" { // which the wiki hears of with the next change
				tm.change(decideDay, func(s string) string {
					return replaced("status: final", "status: "+c.status)(replaced("- gejätet\n", "- gejätet\n- gegossen\n")(s))
				})
				tm.sync()
			}
			published := tm.read(decideDay)
			tm.onWiki(wikitest.Erika, decideDay, c.edit)

			root, state := filepath.Join(t.TempDir(), "zwei"), t.TempDir()
			d, _ := tm.open(false)
			if err := archive.Init(root, archive.InitOptions{People: roster, Settings: d.Workspace.Settings()}); err != nil {
				t.Fatal(err)
			}
			d, _, err := openDesk(root, state, tm.API, false)
			if err != nil {
				t.Fatal(err)
			}
			defer d.Workspace.Close()
			s := d.Workspace.Settings()
			im := &Importer{Workspace: d.Workspace, Bases: d.Bases, Options: imports.Options{
				Series:  []imports.SeriesHint{{Key: s.Series[0].Key, Title: s.Series[0].Title, Page: s.Series[0].Page}},
				DueDays: s.DueDays, TimeZone: s.TimeZone, Lang: lang.German, People: d.Workspace.People(),
			}}
			var got Import
			err = im.Pages(t.Context(), d.Wiki.(ImportWiki), []string{tm.page(decideDay)}, func(_, _ int, r Import) { got = r })
			if err != nil || got.Outcome != ImportCreated || got.Err != nil {
				t.Fatalf("%+v, %v", got, err)
			}
			src, err := os.ReadFile(filepath.Join(root, got.Ref.Path))
			want := published
			if c.taken != "" {
				want = c.edit(published)
			}
			if err != nil || string(src) != want {
				t.Errorf("%v\n%s", err, unified("file", want, string(src)))
			}
			var r Result
			if err := d.Sync(t.Context(), []archive.Ref{got.Ref}, syncing, func(one Result) { r = one }); err != nil {
				t.Fatal(err)
			}
			var conflict *ConflictError
			if errors.As(r.Err, &conflict); c.then != "" && (conflict == nil || conflict.Reason != c.then) || c.then == "" && (r.Err != nil || r.Outcome != Unchanged || r.Pulled) {
				t.Errorf("%+v, want %q", r, c.then)
			}
		})
	}
}
