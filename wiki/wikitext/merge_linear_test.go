package wikitext

import (
	"fmt"
	"strings"
	"testing"
)

// manyBlocks is a page of n blocks, repetitive or not.
func manyBlocks(n int, line func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(line(i))
		b.WriteByte('\n')
	}
	return b.String()
}

// TestMergeWork counts what aligning compares: it grows with the length of a page,
// not with its square, be all its lines unique or all the same.
func TestMergeWork(t *testing.T) {
	for name, line := range map[string]func(i int) string{
		"unique":     func(i int) string { return fmt.Sprintf("* Punkt %d", i) },
		"the same":   func(int) string { return "* ja" },
		"repetitive": func(i int) string { return []string{"* ja", "* nein", "----", "* ja", "== TOP =="}[i*i%5] },
		"periodic":   func(i int) string { return fmt.Sprintf("* Punkt %d", i%97) },
	} {
		var steps [2]int
		for k, n := range [2]int{4000, 8000} {
			page := manyBlocks(n, line)
			lines := strings.SplitAfter(page, "\n")
			ours := strings.Join(lines[:n/4], "") + "* von uns\n" + strings.Join(lines[n/4+2:], "")
			theirs := strings.Join(lines[:n/2], "") + "* von denen\n" + strings.Join(lines[n/2:3*n/4], "") + strings.Join(lines[3*n/4+1:], "")
			m := newMerger(page, ours, theirs, Wikitext)
			m.run()
			steps[k] = m.steps
			if r := m.result(); len(r.Conflicts) > 0 || !strings.Contains(r.Text, "* von uns\n") || !strings.Contains(r.Text, "* von denen\n") {
				t.Errorf("%s: conflicts %+v", name, r.Conflicts)
			}
		}
		if steps[1] > 3*steps[0]+1000 {
			t.Errorf("%s: %d steps for 4,000 blocks, %d for 8,000", name, steps[0], steps[1])
		}
	}
}

// TestPatchLong patches one word of a long page, either way.
func TestPatchLong(t *testing.T) {
	for name, line := range map[string]func(i int) string{
		"unique":   func(i int) string { return fmt.Sprintf("*Punkt %d <b>hier</b>", i) },
		"the same": func(i int) string { return "*ja <b>hier</b>" + strings.Repeat(" Mitte", i/5000*(10000-i)/5000) },
	} {
		page := manyBlocks(10_000, line)
		md := ToMarkdown(page, ReadOptions{})
		at := wordPlaces(md)[12_000]
		edited := md[:at[0]] + "jqxwj" + md[at[1]:]
		got, err := PatchWikitext(Patch{Wikitext: page, Markdown: md, New: edited})
		if err != nil {
			t.Fatal(name, err)
		}
		if gone, come := changedLines(page, got); len(gone) != 1 || len(come) != 1 || !strings.Contains(come[0], "jqxwj") {
			t.Errorf("%s: %q to %q", name, gone, come)
		}
		back, err := PatchMarkdown(Patch{Wikitext: page, Markdown: md, New: got})
		if err != nil || back != edited {
			t.Errorf("%s: back again %v, the same %v", name, err, back == edited)
		}
	}
}

func BenchmarkMerge(b *testing.B) {
	page := manyBlocks(10_000, func(i int) string { return fmt.Sprintf("* Punkt %d von %d", i, i%7) })
	ours, theirs := strings.Replace(page, "Punkt 77 ", "Punkt neu ", 1), strings.Replace(page, "Punkt 7777 ", "Punkt alt ", 1)
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		Merge(page, ours, theirs, MergeOptions{})
	}
}
