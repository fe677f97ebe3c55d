package wikitext

import (
	"strings"
	"testing"
)

// FuzzMerge: whatever the texts are, no line that a side put in and no line that
// nobody took out is lost, and a side that was not edited leaves the other as it
// is.
func FuzzMerge(f *testing.F) {
	for _, name := range []string{"merge/wikitext.txt", "merge/markdown.txt"} {
		for _, c := range mergeCases(f, name) {
			f.Add(c["base"], c["ours"], c["theirs"])
		}
	}
	f.Fuzz(func(t *testing.T, base, ours, theirs string) {
		for _, format := range []Format{Wikitext, Markdown} {
			o := MergeOptions{Format: format}
			m := Merge(base, ours, theirs, o)
			checkMerge(t, base, ours, theirs, format, m)
			one := newMerger(base, ours, base, format)
			one.run()
			if r := one.result(); r.Text != ours || len(r.Conflicts) > 0 {
				t.Errorf("%q with the edit %q is %+v", base, ours, r)
			}
			for _, u := range []units{cutBlocks(base, format), cutBlocks(ours, format)} {
				if all := u.seps[0] + u.text(0, len(u.list)) + u.seps[len(u.list)]; len(u.list) > 0 && all != base && all != ours {
					t.Errorf("blocks join to %q", all)
				}
			}
		}
	})
}

// FuzzPatch: an edit is carried, and reads like itself, or there is an error. What
// was not edited is the same bytes.
func FuzzPatch(f *testing.F) {
	for i, s := range awkward {
		f.Add(s+"\n\n"+awkward[(i*7)%len(awkward)], s+"\n"+awkward[(i*5)%len(awkward)])
	}
	for i, s := range awkwardMarkdown {
		f.Add(s+"\n\n"+awkwardMarkdown[(i*7)%len(awkwardMarkdown)], s+"\n\n"+awkwardMarkdown[(i*5)%len(awkwardMarkdown)])
	}
	f.Fuzz(func(t *testing.T, page, edited string) {
		p := Patch{Wikitext: page, Markdown: ToMarkdown(page, ReadOptions{})}
		p.New = p.Markdown
		if got, err := PatchWikitext(p); err != nil || got != page {
			t.Fatalf("unedited, %q is %q, %v", page, got, err)
		}
		p.New = page
		if got, err := PatchMarkdown(p); err != nil || got != p.Markdown {
			t.Fatalf("unedited, %q is %q, %v", p.Markdown, got, err)
		}
		for _, md := range []string{edited, ToMarkdown(edited, ReadOptions{})} {
			p.New = md
			got, err := PatchWikitext(p)
			if err == nil && !hasWords(got, p.write(md)) {
				t.Errorf("%q, its Markdown edited to %q, is %q", page, md, got)
			}
		}
		p.New = edited
		if got, err := PatchMarkdown(p); err == nil && got == "" && len(words(edited)) > 0 {
			t.Errorf("%q edited to %q is nothing", page, edited)
		}
	})
}

// hasWords reports whether all words of want, tags and entities apart, are in got.
// The class that every table gets counts for nothing: a person's table without it
// stays so, even if the edit says it in wikitext.
func hasWords(got, want string) bool {
	want = strings.ReplaceAll(want, `{| class="wikitable"`, "{|")
	all := strings.Join(words(got), "")
	for _, at := range wordPlaces(want) {
		if !strings.Contains(all, want[at[0]:at[1]]) {
			return false
		}
	}
	return true
}
