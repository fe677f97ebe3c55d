package wiki

import (
	"strings"

	"telko/minutes/lang"
	"telko/wiki/wikitext"
)

// holding says why a pull waits until somebody has looked at it.
type holding struct {
	text lang.Text
	args []any
}

func (h *holding) in(l lang.Lang) string { return h.text.In(l, h.args...) }

// held returns why what was changed on the wiki, so that the page says wiki, is
// not taken over unseen: nil if it is.
func held(s *sides, wiki string) *holding {
	if strings.TrimSpace(withoutComments(s.page)) == "" {
		return &holding{text: lang.WikiHeldBlank}
	}
	if gone, all := blocksGone(s.base.Wikitext, s.page); gone*2 > all {
		return &holding{lang.WikiHeldHalf, []any{gone, all}}
	}
	if ids := tasksGone(s.base.Markdown, wiki); len(ids) > 0 {
		return &holding{lang.WikiHeldTasks, []any{strings.Join(ids, ", ")}}
	}
	return nil
}

// blocksGone counts the blocks of a page of which less than half of the words
// are left, and all that have words.
func blocksGone(before, after string) (gone, all int) {
	left := map[string]int{}
	for _, w := range pageWords(after) {
		left[w]++
	}
	doc := wikitext.Scan(before)
	for _, b := range doc.Blocks() {
		words := pageWords(doc.Raw(b))
		if len(words) == 0 || b.Kind == wikitext.Blank || b.Kind == wikitext.Comment {
			continue
		}
		all++
		stay := 0
		for _, w := range words {
			if left[w] > 0 {
				left[w]--
				stay++
			}
		}
		if stay*2 < len(words) {
			gone++
		}
	}
	return gone, all
}

// tasksGone returns the ids of the task lines that are in one text and not in
// the other.
func tasksGone(before, after string) []string {
	there := map[string]bool{}
	for _, l := range linesOf(lf(after)) {
		if l.box != "" {
			there[l.id] = true
		}
	}
	var out []string
	for _, l := range linesOf(lf(before)) {
		if l.box != "" && l.id != "" && !there[l.id] {
			out = append(out, l.id)
		}
	}
	return out
}
