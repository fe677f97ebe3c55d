package wikitext

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// mergeCases reads a file of cases: sections "=== title", each with parts
// "--- base", "--- ours", "--- theirs" and "--- want".
func mergeCases(t testing.TB, name string) []map[string]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, section := range strings.Split(string(data), "\n@@@ ")[1:] {
		title, rest, _ := strings.Cut(strings.TrimSuffix(section, "\n"), "\n")
		c := map[string]string{"title": title}
		for _, part := range strings.Split("\n"+rest, "\n@ ")[1:] {
			key, text, _ := strings.Cut(part, "\n")
			if text != "" {
				text += "\n"
			}
			c[key] = text
		}
		out = append(out, c)
	}
	return out
}

// mergeShown writes a merge down: conflicts with their reason and lines between marks.
func mergeShown(m Merged) string {
	var b strings.Builder
	for _, p := range m.Pieces {
		if p.Conflict < 0 {
			b.WriteString(p.Text)
			continue
		}
		c := m.Conflicts[p.Conflict]
		fmt.Fprintf(&b, "<<< %s, ours %d\n%s||| base %d\n%s=== theirs %d\n%s>>>\n", c.Reason, c.OursLine, c.Ours, c.BaseLine, c.Base, c.TheirsLine, c.Theirs)
	}
	return b.String()
}

func runMergeCases(t *testing.T, name string, f Format) {
	t.Helper()
	var b strings.Builder
	for _, c := range mergeCases(t, name) {
		m := Merge(c["base"], c["ours"], c["theirs"], MergeOptions{Format: f})
		checkMerge(t, c["base"], c["ours"], c["theirs"], f, m)
		got := mergeShown(m)
		if got != c["want"] && !*update {
			t.Errorf("%s: %s\n--- got\n%s--- want\n%s", name, c["title"], got, c["want"])
		}
		fmt.Fprintf(&b, "\n@@@ %s\n@ base\n%s@ ours\n%s@ theirs\n%s@ want\n%s", c["title"], c["base"], c["ours"], c["theirs"], got)
	}
	if *update {
		if err := os.WriteFile(filepath.Join("testdata", name), []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestMergeCases(t *testing.T)         { runMergeCases(t, "merge/wikitext.txt", Wikitext) }
func TestMergeCasesMarkdown(t *testing.T) { runMergeCases(t, "merge/markdown.txt", Markdown) }

// TestMergeLineEnds: line ends and the end of the text are merged as texts are.
func TestMergeLineEnds(t *testing.T) {
	for _, c := range []struct{ base, ours, theirs, want string }{
		{"a\n\nb\n", "a2\n\nb\n", "a\n\nb2", "a2\n\nb2"},
		{"a\n\nb", "a2\n\nb", "a\n\nb2\n", "a2\n\nb2\n"},
		{"a\r\n\r\nb\r\n", "a2\r\n\r\nb\r\n", "a\r\n\r\nb2\r\n", "a2\r\n\r\nb2\r\n"},
		{"a\n\nb\n", "a2\r\n\r\nb\r\n", "a\n\nb2\n", "a2\r\n\r\nb2\r\n"}, // ours made it another system's
		{"a\r\n\r\nb\r\n", "a\r\n\r\nb2\r\n", "a2\n\nb\n", "a2\n\nb2\n"}, // theirs did
		{"a\n\nb\r\n\r\nc\n", "a2\n\nb\r\n\r\nc\n", "a\n\nb\r\n\r\nc2\n", "a2\n\nb\r\n\r\nc2\n"},
		{"a\n\n\n\nb\n", "a2\n\n\n\nb\n", "a\n\nb\n", "a2\n\nb\n"},
		{"", "a\n", "", "a\n"},
		{"a\n", "", "a\n", ""},
		{"a\n\nb\n", "a\n\nb\n\nc\n", "a2\n\nb\n", "a2\n\nb\n\nc\n"},
		{"\n\na\n\nb", "\n\na2\n\nb", "\na\n\nb2", "\na2\n\nb2"},
	} {
		m := Merge(c.base, c.ours, c.theirs, MergeOptions{})
		if m.Text != c.want || len(m.Conflicts) > 0 {
			t.Errorf("%q, %q, %q: %q, want %q", c.base, c.ours, c.theirs, m.Text, c.want)
		}
	}
}

// TestMergeOneSide: a side that nobody but it edited comes out as it is, whatever
// bytes it has.
func TestMergeOneSide(t *testing.T) {
	pages := []string{"", "\n", "a", "* a\n* b\r\n\n== c ==\n\n\n{|\n| x\n|}", "<!-- a", "{{a\n\n", "\xff\x00\n * a", "a\n\n\n"}
	for _, f := range []Format{Wikitext, Markdown} {
		for _, base := range pages {
			for _, side := range pages {
				for _, m := range []*merger{newMerger(base, side, base, f), newMerger(base, base, side, f), newMerger(base, side, side, f)} {
					m.run()
					if r := m.result(); r.Text != side || len(r.Conflicts) > 0 {
						t.Errorf("%q to %q: %+v", base, side, r)
					}
				}
			}
		}
	}
}

// TestMergeResolve makes whole texts of a merge with conflicts.
func TestMergeResolve(t *testing.T) {
	m := Merge("a\n\nb\n\nc", "a\n\nb ours\n\nc", "a\n\nb theirs\n\nc theirs", MergeOptions{})
	for _, c := range []struct {
		Choice
		want string
	}{
		{Choice{Take: TakeOurs}, "a\n\nb ours\n\nc theirs"},
		{Choice{Take: TakeTheirs}, "a\n\nb theirs\n\nc theirs"},
		{Choice{Take: TakeBoth}, "a\n\nb ours\n\nb theirs\n\nc theirs"},
		{Choice{Take: TakeBase}, "a\n\nb\n\nc theirs"},
		{Choice{Take: TakeText, Text: "b mine"}, "a\n\nb mine\n\nc theirs"},
	} {
		if got, ok := m.Resolve(c.Choice); !ok || got != c.want {
			t.Errorf("%d: %q, want %q", c.Take, got, c.want)
		}
	}
	if _, ok := m.Resolve(); ok {
		t.Error("resolved without a choice")
	}
	end := Merge("a\n\nb", "a\n\nb ours", "a\n\nb theirs", MergeOptions{})
	if got, _ := end.Resolve(Choice{Take: TakeBoth}); got != "a\n\nb ours\n\nb theirs" {
		t.Errorf("at the end: %q", got)
	}
}
