package capture

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"telko/minutes"
	"telko/minutes/lang"
)

// pages returns files of minutes that people might have: those of the other
// packages' tests, and this one's.
func pages(t testing.TB) map[string]string {
	out := map[string]string{}
	for _, glob := range []string{"../testdata/*.md", "../imports/testdata/*.md", "testdata/*.md", "../../testdata/script/team/minutes/2031/*.md"} {
		names, err := filepath.Glob(glob)
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %v, %d files", glob, err, len(names))
		}
		for _, name := range names {
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			out[name] = string(src)
		}
	}
	return out
}

// pageName is the name under which a page is read: one with a date.
func pageName(name string) string {
	base := filepath.Base(name)
	if base[0] != '2' {
		base = "2031-01-02-" + base
	}
	return "minutes/2031/" + base
}

// loadedText joins what a file was cut into.
func loadedText(l *loaded) string {
	var b strings.Builder
	b.WriteString(l.head)
	for _, n := range l.nodes {
		b.WriteString(n.gap + n.src)
	}
	return b.String() + l.tail
}

func TestLoadLosesNothing(t *testing.T) {
	for name, src := range pages(t) {
		for _, text := range []string{src, strings.ReplaceAll(src, "\n", "\r\n"), strings.TrimRight(src, "\n"), src + "\n\n"} {
			checkLoad(t, pageName(name), text)
		}
	}
}

// checkLoad checks that a file that is loaded and not touched is the same file,
// and that what it was cut into fits what package minutes reads.
func checkLoad(t *testing.T, name, src string) {
	t.Helper()
	ctx := minutes.Context{Lang: lang.German}
	f, err := minutes.Parse(name, []byte(src), ctx)
	if err != nil {
		return // no minutes
	}
	l, err := load(name, []byte(src), ctx, "f-")
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if got := loadedText(l); got != src {
		t.Fatalf("%s: cut and joined it is\n%q\nnot\n%q", name, got, src)
	}
	s := newTestSession(t, Config{Base: []byte(src), Context: ctx, Ref: refOf(name)})
	public, private := s.Render()
	if string(public) != src || private != nil {
		t.Fatalf("%s: rendered it is\n%s\nnot\n%s", name, firstDiff(string(public), src), private)
	}
	named := map[int]bool{}
	for _, a := range f.Meeting.Present {
		named[a.Line] = true
	}
	for _, a := range f.Meeting.Absent {
		named[a.Line] = true
	}
	tasks, titles, motions := 0, 0, 0
	for _, e := range s.View().Entries {
		switch e.Kind {
		case KindTask:
			tasks++
		case KindTopic:
			titles++
		case KindMotion:
			motions++
		}
	}
	want := 0
	for _, s := range f.Sections {
		if s.Level > 0 && s.Kind != minutes.SectionMotion && !isRoll(s.Kind) {
			want++
		}
	}
	for _, t := range f.Meeting.Tasks {
		if named[t.Line] || t.Line <= strings.Count(l.head, "\n") {
			tasks++ // a name that is ticked off, or above the title: no entry
		}
	}
	if tasks != len(f.Meeting.Tasks) || titles != want || motions != len(f.Meeting.Motions) {
		t.Fatalf("%s: %d tasks, %d topics, %d motions; read are %d, %d, %d\n%s", name,
			tasks, titles, motions, len(f.Meeting.Tasks), want, len(f.Meeting.Motions), src)
	}
	if got, want := len(s.doc.people), len(f.Meeting.Present)+len(f.Meeting.Absent); got != want {
		t.Fatalf("%s: %d people, read are %d", name, got, want)
	}
}

// firstDiff returns a and b around the first byte in which they differ.
func firstDiff(a, b string) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	from := max(0, i-60)
	return "…" + a[from:min(len(a), i+80)] + "…\n--- not ---\n…" + b[from:min(len(b), i+80)] + "…"
}

// isRoll reports whether a section is one of attendance.
func isRoll(k minutes.SectionKind) bool {
	return k == minutes.SectionPresent || k == minutes.SectionAbsent
}
