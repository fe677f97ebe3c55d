package site

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"telko/cmd/internal/demo"
	"telko/minutes/archive"
	"telko/minutes/lang"
)

var now = time.Date(2026, 3, 15, 12, 0, 0, 0, time.UTC)

func workspace(t *testing.T) *archive.Workspace {
	t.Helper()
	root := filepath.Join(t.TempDir(), "demo")
	if err := demo.Write(root, now, lang.German, ""); err != nil {
		t.Fatal(err)
	}
	w, err := archive.Open(root, archive.Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return w
}

func mustWrite(t *testing.T, dir string, w *archive.Workspace) Report {
	t.Helper()
	r, err := Write(dir, w)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func read(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		out[e.Name()] = string(b)
	}
	return out
}

var (
	href = regexp.MustCompile(`(?:href|src)="([^"]*)"`)
	idAt = regexp.MustCompile(`id="([^"]*)"`)
)

func TestEveryLinkLeadsSomewhere(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	r := mustWrite(t, dir, workspace(t))
	if r.Meetings != 52 || len(r.Problems) != 0 {
		t.Errorf("%d meetings, problems %v", r.Meetings, r.Problems)
	}
	files := read(t, dir)
	if len(files) != 52+7 {
		t.Errorf("%d files", len(files))
	}
	ids := map[string]bool{}
	for name, text := range files {
		seen := map[string]bool{}
		for _, m := range idAt.FindAllStringSubmatch(text, -1) {
			if seen[m[1]] {
				t.Errorf("%s has the id %s twice", name, m[1])
			}
			seen[m[1]] = true
			ids[name+"#"+m[1]] = true
		}
	}
	for name, text := range files {
		if n := strings.Count(text, "<h1>"); strings.HasSuffix(name, ".html") && n != 1 {
			t.Errorf("%s has %d titles", name, n)
		}
	}
	internal := 0
	for name, text := range files {
		for _, m := range href.FindAllStringSubmatch(text, -1) {
			to := m[1]
			if strings.Contains(to, "://") {
				t.Errorf("%s fetches from or leads to %s", name, to)
				continue
			}
			internal++
			file, frag, _ := strings.Cut(to, "#")
			if file == "" {
				file = name
			}
			if _, ok := files[file]; !ok {
				t.Errorf("%s leads to %s, which is not there", name, to)
			}
			if frag != "" && !ids[file+"#"+frag] {
				t.Errorf("%s leads to %s, which has no such place", name, to)
			}
		}
	}
	if internal < 500 {
		t.Errorf("only %d links", internal)
	}
	for page, want := range map[string][]string{
		"motions.html":   {`<tr id="M`, "Angenommen und umzusetzen", "5:1:1", "abgelehnt"},
		"decisions.html": {`<a href="motions.html#M`, "angenommen", "umzusetzen"},
	} {
		for _, w := range want {
			if !strings.Contains(files[page], w) {
				t.Errorf("%s lacks %s", page, w)
			}
		}
	}
	if !strings.Contains(files["tasks.html"], `class="fit late"`) {
		t.Error("nothing is shown as overdue")
	}
	for _, want := range []string{"<h2>2026</h2>", "<h2>2025</h2>", `<svg class="plot"`, `<rect class="good"`, `<rect class="open"`} {
		if !strings.Contains(files["stats.html"], want) {
			t.Errorf("stats.html lacks %s", want)
		}
	}
}

func TestASecondRunChangesNothing(t *testing.T) {
	w := workspace(t)
	dir := filepath.Join(t.TempDir(), "site")
	mustWrite(t, dir, w)
	before := map[string]time.Time{}
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if e.Name() == manifest {
			continue
		}
		i, _ := e.Info()
		before[e.Name()] = i.ModTime()
	}
	mustWrite(t, dir, w)
	for name, at := range before {
		i, err := os.Stat(filepath.Join(dir, name))
		if err != nil || !i.ModTime().Equal(at) {
			t.Errorf("%s was written again (%v)", name, err)
		}
	}
}

func TestAForeignFolderIsRefused(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "index.html"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Write(dir, workspace(t)); err == nil {
		t.Error("somebody's folder was taken")
	}
	if got := read(t, dir); len(got) != 1 || got["index.html"] != "mine" {
		t.Errorf("the folder holds %v", got)
	}
}

func TestTheListCannotNameFilesElsewhere(t *testing.T) {
	w := workspace(t)
	outer := t.TempDir()
	victim := filepath.Join(outer, "victim.html")
	if err := os.WriteFile(victim, []byte("keep"), 0o644); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(outer, "site")
	mustWrite(t, dir, w)
	if err := os.WriteFile(filepath.Join(dir, manifest), []byte("../victim.html\nnotes.txt\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	mustWrite(t, dir, w)
	if _, err := os.Stat(victim); err != nil {
		t.Error("a file outside the site was removed")
	}
}

func TestWhatIsNoLongerPublicLeaves(t *testing.T) {
	w := workspace(t)
	dir := filepath.Join(t.TempDir(), "site")
	mustWrite(t, dir, w)
	refs, err := w.Meetings()
	if err != nil {
		t.Fatal(err)
	}
	ref := refs[10]
	path := filepath.Join(w.Root(), filepath.FromSlash(ref.Path))
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	src = append(src, "\n## Kündigung {nichtöffentlich}\n\nGEHEIM\n"...)
	if err := os.WriteFile(path, src, 0o644); err != nil {
		t.Fatal(err)
	}
	r := mustWrite(t, dir, w)
	if len(r.Problems) != 1 || r.Problems[0].Path != ref.Path {
		t.Errorf("problems: %v", r.Problems)
	}
	for name, text := range read(t, dir) {
		if strings.Contains(text, "GEHEIM") || name == ref.ID+".html" {
			t.Errorf("%s still shows it", name)
		}
	}
}

func TestEditsAndAgendasAreLeftOut(t *testing.T) {
	w := workspace(t)
	refs, err := w.Meetings()
	if err != nil {
		t.Fatal(err)
	}
	last := refs[len(refs)-1]
	path := filepath.Join(w.Root(), filepath.FromSlash(last.Path))
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	live := strings.Replace(string(src), "status: draft", "status: live", 1)
	if live == string(src) {
		t.Fatal("the last telco of the demo is no draft")
	}
	if err := os.WriteFile(path, []byte(live), 0o644); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "site")
	if r := mustWrite(t, dir, w); r.Meetings != 51 {
		t.Errorf("%d meetings: one that goes on is shown", r.Meetings)
	}
}
