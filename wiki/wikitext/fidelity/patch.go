package fidelity

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"telko/wiki/wikitext"
)

// Edit is one edit of a page that was carried to the other format with the
// page at hand.
type Edit struct {
	Page, Text, What string // the page's ID, its text in the format that got the edit, and what was edited
	Got              string // the text with the edit
	Err              error  // why it could not be carried
	OK               bool
}

// Unedited carries no edit, both ways: the same bytes must come back.
func Unedited(pages []Case) []Edit {
	var out []Edit
	for _, c := range pages {
		md := wikitext.ToMarkdown(c.Source, wikitext.ReadOptions{})
		got, err := wikitext.PatchWikitext(wikitext.Patch{Wikitext: c.Source, Markdown: md, New: md})
		out = append(out, Edit{Page: c.ID, Text: c.Source, What: "nothing in the Markdown", Got: got, Err: err, OK: err == nil && got == c.Source})
		got, err = wikitext.PatchMarkdown(wikitext.Patch{Wikitext: c.Source, Markdown: md, New: c.Source})
		out = append(out, Edit{Page: c.ID, Text: md, What: "nothing in the wikitext", Got: got, Err: err, OK: err == nil && got == md})
	}
	return out
}

// OneWord changes single words of every page's Markdown, or of its wikitext,
// up to perPage of them, and carries each to the other format: exactly one line
// may differ there, by that word.
func OneWord(pages []Case, perPage int) []Edit {
	var out []Edit
	for _, c := range pages {
		md := wikitext.ToMarkdown(c.Source, wikitext.ReadOptions{})
		for _, w := range someWords(md, perPage) {
			got, err := wikitext.PatchWikitext(wikitext.Patch{Wikitext: c.Source, Markdown: md, New: w.changed(md)})
			out = append(out, Edit{
				Page: c.ID, Text: c.Source, What: fmt.Sprintf("%q in line %d of the Markdown", w.text, w.line),
				Got: got, Err: err, OK: err == nil && oneLine(c.Source, got),
			})
		}
		for _, w := range someWords(c.Source, perPage) {
			got, err := wikitext.PatchMarkdown(wikitext.Patch{Wikitext: c.Source, Markdown: md, New: w.changed(c.Source)})
			out = append(out, Edit{
				Page: c.ID, Text: md, What: fmt.Sprintf("%q in line %d of the wikitext", w.text, w.line),
				Got: got, Err: err, OK: err == nil && oneLine(md, got),
			})
		}
	}
	return out
}

// word is a word of a text.
type word struct {
	text string
	at   int // in bytes
	line int // from 1
}

// newWord is what a changed word becomes; no page has it.
const newWord = "Quittenbrot"

func (w word) changed(s string) string { return s[:w.at] + newWord + s[w.at+len(w.text):] }

// someWords returns up to n words, evenly spread, that are text wherever they
// stand: at least four letters between blanks.
func someWords(s string, n int) []word {
	var all []word
	line := 1
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == '\n' {
			line++
		}
		if !unicode.IsLetter(r) || i > 0 && s[i-1] != ' ' {
			i += size
			continue
		}
		j := i
		for j < len(s) {
			r, size := utf8.DecodeRuneInString(s[j:])
			if !unicode.IsLetter(r) {
				break
			}
			j += size
		}
		if utf8.RuneCountInString(s[i:j]) >= 4 && j < len(s) && strings.IndexByte(" \n.,", s[j]) >= 0 {
			all = append(all, word{s[i:j], i, line})
		}
		i = j
	}
	if len(all) <= n {
		return all
	}
	some := make([]word, n)
	for i := range some {
		some[i] = all[i*len(all)/n]
	}
	return some
}

// oneLine reports whether b is a with one line changed, which has newWord now.
func oneLine(a, b string) bool {
	old, now := strings.Split(a, "\n"), strings.Split(b, "\n")
	if len(old) != len(now) {
		return false
	}
	changed := 0
	for i := range old {
		if old[i] != now[i] {
			changed++
			if !strings.Contains(now[i], newWord) {
				return false
			}
		}
	}
	return changed == 1
}

// Carried counts the edits that came out as they must.
func Carried(edits []Edit) int {
	n := 0
	for _, e := range edits {
		if e.OK {
			n++
		}
	}
	return n
}
