package wiki

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"telko/minutes"
	"telko/minutes/imports"
	"telko/minutes/lang"
	"telko/tasks/when"
	"telko/wiki/client"
)

// Pages that people wrote, imported, then edited on the wiki and in the file:
// nearly every edit is carried over, and none is lost.
func TestEditsOfImportedPages(t *testing.T) {
	t.Parallel()
	var files []string
	for _, glob := range []string{"../minutes/imports/testdata/*.wiki", "wikitext/testdata/pages/*.wiki", "../../shared/seeds/*.wiki"} {
		found, err := filepath.Glob(glob)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	pages, edits, failed, conflicts := 0, 0, 0, 0
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		w0 := client.AsSaved(string(src))
		res, err := imports.Wikitext([]byte(w0), imports.Options{Title: "Garten/2031-03-06 - Telko", Date: when.Day(2031, 3, 6), Lang: lang.German})
		if err != nil {
			continue
		}
		f, err := minutes.Parse(meeting+".md", minted(t, res.Source), minutes.Context{Lang: lang.German})
		if err != nil {
			t.Fatal(err)
		}
		p, err := minutes.NewPublic(f, minutes.PublicOptions{})
		if err != nil {
			continue
		}
		pages++
		for seed := range uint64(25) {
			rnd := rand.New(rand.NewPCG(seed, 3))
			s := &sides{base: Base{Wikitext: w0, Markdown: string(p.Markdown())}, page: w0, file: p, markdown: string(p.Markdown())}
			word, other := fmt.Sprintf("neuwort%d", seed), fmt.Sprintf("anderswort%d", seed)
			s.page = editLine(rnd, w0, word, "* ")
			edits++
			wiki, err := s.pulled()
			if err != nil {
				failed++
				t.Logf("%s: %v", filepath.Base(file), err)
				continue
			}
			if !strings.Contains(wiki, word) {
				t.Fatalf("%s, seed %d: %s is lost\n%s", file, seed, word, unified("wiki", w0, s.page))
			}
			s.markdown = editLine(rnd, s.markdown, other, "- ")
			if s.file, err = p.With([]byte(s.markdown)); err != nil {
				continue
			}
			merged := s.merge(wiki)
			if len(merged.Conflicts) > 0 {
				conflicts++
				continue
			}
			shall, err := p.With([]byte(merged.Text))
			if err != nil {
				t.Fatal(err)
			}
			says, err := p.With([]byte(wiki))
			if err != nil {
				t.Fatal(err)
			}
			w2, err := projection{page: s.page, says: says, shall: shall}.text()
			if err != nil {
				failed++
				t.Logf("%s: back: %v", filepath.Base(file), err)
				continue
			}
			for _, w := range []string{word, other} {
				if !strings.Contains(merged.Text, w) || !strings.Contains(w2, w) {
					t.Fatalf("%s, seed %d: %s is not on both sides\n%s\n%s", file, seed, w, unified("wiki", w0, w2), unified("file", string(p.Markdown()), merged.Text))
				}
			}
			// All that nobody edited keeps its bytes.
			if n := strings.Count(unified("", w0, w2), "\n-"); n > 6 {
				t.Errorf("%s, seed %d: much is changed for two words\n%s", file, seed, unified("wiki", w0, w2))
			}
		}
	}
	t.Logf("%d pages, %d edits, %d cannot be carried, %d conflicts", pages, edits, failed, conflicts)
	if pages < 5 || failed*10 > edits {
		t.Errorf("%d of %d edits of %d pages cannot be carried", failed, edits, pages)
	}
}

// minted returns an imported file with ids, as it is when it was saved.
func minted(t *testing.T, src []byte) []byte {
	t.Helper()
	out, _, _, err := minutes.MintLines(meeting+".md", src, minutes.Context{Lang: lang.German}, nil, nil, "")
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// editLine puts a word into a line of a text, or an item or paragraph with it
// behind one.
func editLine(rnd *rand.Rand, text, word, item string) string {
	lines := strings.Split(text, "\n")
	from := 0
	if strings.HasPrefix(text, "---\n") {
		for from = 1; lines[from] != "---"; from++ {
		}
	}
	for range 100 {
		i := from + 1 + rnd.IntN(len(lines)-from-1)
		l := lines[i]
		switch {
		case strings.TrimSpace(l) == "" || strings.ContainsAny(l, "|{}<>[]`!~\\="):
			continue
		case strings.HasPrefix(l, item) && rnd.IntN(3) == 0:
			lines[i] += "\n" + item + word
		case i+1 < len(lines) && lines[i+1] == "" && rnd.IntN(3) == 0:
			lines[i] += "\n\nAbsatz " + word
		default:
			at := strings.IndexByte(l, ' ')
			if at < 4 || at+1 >= len(l) || l[at+1] == '#' || l[at+1] == '(' {
				continue
			}
			lines[i] = l[:at] + " " + word + l[at:]
		}
		return strings.Join(lines, "\n")
	}
	lines[len(lines)-1] += "\n\nAbsatz " + word
	return strings.Join(lines, "\n")
}
