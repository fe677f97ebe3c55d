package archive

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"telko/minutes/lang"
)

func ids(refs []Ref) string {
	var out []string
	for _, r := range refs {
		out = append(out, r.ID)
	}
	return strings.Join(out, " ")
}

func TestMeetings(t *testing.T) {
	w := newWorkspace(t)
	if refs, err := w.Meetings(); err != nil || len(refs) != 0 {
		t.Fatalf("empty: %v, %v", refs, err)
	}
	for _, name := range []string{
		"2010/2010-01-07-werk-telko.md", "2010/2010-01-07-werk-telko.private.md", "2010/2010-01-07-werk-telko-2.md",
		"2009/2009-12-31-sonder.md", "2010/2010-01-02.md",
		"2010/.2010-01-03-x.md.swp", "2010/.2010-01-03-x.md", "2010/#2010-01-03-x.md#", "2010/2010-01-07-werk-telko.md~", "2010/notes.txt", "alt/2008-01-01-x.md",
	} {
		put(t, w, "minutes/"+name, meeting("2010-01-07", ""))
	}
	got, err := w.Meetings()
	if err != nil {
		t.Fatal(err)
	}
	if want := "2009-12-31-sonder 2010-01-02 2010-01-07-werk-telko 2010-01-07-werk-telko-2"; ids(got) != want {
		t.Errorf("got %s", ids(got))
	}
	r := got[2]
	if r.Path != "minutes/2010/2010-01-07-werk-telko.md" || r.PrivatePath != "minutes/2010/2010-01-07-werk-telko.private.md" ||
		r.Series != "werk-telko" || r.Date.String() != "2010-01-07" {
		t.Errorf("%+v", r)
	}
	if got[0].Series != "" || got[3].Series != "werk-telko" {
		t.Errorf("series %q and %q", got[0].Series, got[3].Series)
	}
}

// What wanted to be a meeting and is none is listed, with what to do.
func TestMisplaced(t *testing.T) {
	w := newWorkspace(t)
	put(t, w, "minutes/2010-01-07-werk-telko.md", "x")
	put(t, w, "minutes/2010/Protokoll.md", "x")
	put(t, w, "minutes/2010/2010-02-30-werk-telko.md", "x")
	put(t, w, "minutes/2010/2010-01-07-Werk.md", "x")
	put(t, w, "minutes/2010/2010-01-14-a.md", meeting("2010-01-14", ""))
	put(t, w, "minutes/2011/2010-01-14-a.md", meeting("2010-01-14", ""))
	put(t, w, "minutes/2011/2011-01-14-a.private.md", meeting("2011-01-14", ""))
	reg, err := w.Register()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range reg.Problems {
		got = append(got, p.Path+": "+lang.Say(p.Err, lang.English)+" | "+lang.HintOf(p.Err, lang.English))
	}
	const name = " | a name like 2010-01-07-technik-telko.md: the day, then a-z, 0-9 and dashes"
	want := []string{
		"minutes/2010/2010-01-07-Werk.md: no name of minutes; it is not read" + name,
		"minutes/2010/2010-02-30-werk-telko.md: no name of minutes; it is not read" + name,
		"minutes/2010/Protokoll.md: no name of minutes; it is not read" + name,
		"minutes/2010-01-07-werk-telko.md: does not lie in the folder of a year and is not read | move it to minutes/2010/2010-01-07-werk-telko.md",
		"minutes/2011/2010-01-14-a.md: has the name of minutes/2010/2010-01-14-a.md and is not read | ",
		"minutes/2011/2011-01-14-a.private.md: a private file without its minutes | ",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestResolve(t *testing.T) {
	w := newWorkspace(t)
	for _, id := range []string{
		"2009-12-31-werk-telko", "2010-01-07-werk-telko", "2010-01-07-laden", "2010-01-14-werk-telko", "2010-01-16-laden",
	} {
		put(t, w, PathOf(id), meeting(id[:10], ""))
	}
	for word, want := range map[string]string{
		"2010-01-07-werk-telko":                 "2010-01-07-werk-telko",
		"2010-01-07-WERK-telko":                 "2010-01-07-werk-telko",
		"minutes/2010/2010-01-07-werk-telko.md": "2010-01-07-werk-telko",
		"./2010-01-07-werk-telko.private.md":    "2010-01-07-werk-telko",
		"2009-12-31":                            "2009-12-31-werk-telko",
		"14.01.2010":                            "2010-01-14-werk-telko",
		"last":                                  "2010-01-07-werk-telko",
		"letzte":                                "2010-01-07-werk-telko",
		"next":                                  "2010-01-14-werk-telko",
		"na\u0308chste":                         "2010-01-14-werk-telko",
		"werk-telko":                            "2010-01-07-werk-telko",
		"2009":                                  "2009-12-31-werk-telko",
		"01-14":                                 "2010-01-14-werk-telko",
		"16-la":                                 "2010-01-16-laden",
	} {
		r, err := w.Resolve(word)
		if err != nil || r.ID != want {
			t.Errorf("%s: %s, %v", word, r.ID, err)
		}
	}
	_, err := w.Resolve("laden")
	var many *AmbiguousError
	if !errors.As(err, &many) || ids(many.Refs) != "2010-01-16-laden 2010-01-07-laden" {
		t.Errorf("laden: %v", err)
	}
	wantError(t, err, `"laden" could mean 2 meetings: 2010-01-16-laden, 2010-01-07-laden`, "")
	_, err = w.Resolve("2010-01-07")
	if !errors.As(err, &many) {
		t.Errorf("a day with two: %v", err)
	}
	for _, word := range []string{"2011-01-01", "nix", "", ".", "..", "/"} {
		_, err = w.Resolve(word)
		wantIs(t, err, ErrNoMeeting)
	}
}

// Nothing outside the workspace is read, whatever lies in it.
func TestUntrusted(t *testing.T) {
	secret := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(secret, []byte("geheim\n- [ ] Passwort ändern (mia)\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	outer := filepath.Dir(secret)
	for _, c := range []struct {
		name string
		make func(t *testing.T, root string)
	}{
		{"link to a file", func(t *testing.T, root string) { link(t, secret, root+"/minutes/2010/2010-01-07-a.md") }},
		{"relative link", func(t *testing.T, root string) {
			rel, _ := filepath.Rel(root+"/minutes/2010", secret)
			link(t, rel, root+"/minutes/2010/2010-01-07-a.md")
		}},
		{"link of links", func(t *testing.T, root string) {
			link(t, outer, root+"/minutes/2010/up")
			link(t, "up/secret", root+"/minutes/2010/2010-01-07-a.md")
		}},
		{"pipe", func(t *testing.T, root string) { pipe(t, root+"/minutes/2010/2010-01-07-a.md") }},
		{"folder", func(t *testing.T, root string) { os.Mkdir(root+"/minutes/2010/2010-01-07-a.md", 0o777) }},
		{"huge", func(t *testing.T, root string) {
			os.WriteFile(root+"/minutes/2010/2010-01-07-a.md", nil, 0o666)
			os.Truncate(root+"/minutes/2010/2010-01-07-a.md", 1<<40)
		}},
		{"linked folder", func(t *testing.T, root string) {
			os.WriteFile(outer+"/2010-01-07-a.md", []byte("geheim"), 0o666)
			link(t, outer, root+"/minutes/2011")
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorkspace(t)
			os.MkdirAll(w.Root()+"/minutes/2010", 0o777)
			c.make(t, w.Root())
			reg, err := w.Register()
			if err != nil {
				t.Fatal(err)
			}
			if len(reg.Tasks) != 0 || len(reg.Problems) != 1 {
				t.Fatalf("tasks %v, problems %v", reg.Tasks, reg.Problems)
			}
			wantIs(t, reg.Problems[0].Err, ErrOutside)
			refs, _ := w.Meetings()
			for _, r := range refs {
				if _, err := w.Load(r); !errors.Is(err, ErrOutside) {
					t.Errorf("Load: %v", err)
				}
				_, err := w.Edit(r, func(old []byte) ([]byte, error) { return append(old, 'x'), nil })
				wantIs(t, err, ErrOutside)
			}
		})
	}
	for _, name := range []string{"tasks.log", "private.log", "motions.log", "telko.toml", "people.toml", ".telko"} {
		t.Run(name, func(t *testing.T) {
			w := newWorkspace(t)
			os.Remove(filepath.Join(w.Root(), name))
			link(t, map[bool]string{true: outer, false: secret}[name == ".telko"], filepath.Join(w.Root(), name))
			again, err := Open(w.Root(), Options{Now: noon})
			if name == "telko.toml" || name == "people.toml" {
				wantIs(t, err, ErrOutside)
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			defer again.Close()
			if _, err := again.Create("2010-01-07-a", []byte(meeting("2010-01-07", "- [ ] x (mia)\n"))); !errors.Is(err, ErrOutside) {
				t.Errorf("Create: %v", err)
			}
			again.OpenTasks("")
			if data, _ := os.ReadFile(secret); !strings.HasPrefix(string(data), "geheim") {
				t.Error("written through the link")
			}
			if entries, _ := os.ReadDir(outer); len(entries) > 2 {
				t.Errorf("written into the linked folder: %v", entries)
			}
		})
	}
}

func link(t *testing.T, target, path string) {
	t.Helper()
	if err := os.Symlink(target, path); err != nil {
		t.Fatal(err)
	}
}

func pipe(t *testing.T, path string) {
	t.Helper()
	if err := syscall.Mkfifo(path, 0o666); err != nil {
		t.Fatal(err)
	}
}
