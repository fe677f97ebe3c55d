package wiki

import (
	"strings"

	"telko/minutes"
	"telko/wiki/wikitext"
)

// projection is a page that shall say something else.
type projection struct {
	page   string         // as it is
	says   minutes.Public // what it says now
	o      PageOptions    // what it has beside the minutes now
	shall  minutes.Public // what it shall say
	oShall PageOptions
}

// text returns the page with what is to be changed; all else keeps its bytes,
// whatever today's telko would write. The error is a *wikitext.PatchError.
func (p projection) text() (string, error) {
	old, edited := Page(p.says, p.o), Page(p.shall, p.oShall)
	switch {
	case old == edited:
		return p.page, nil
	case p.page == old:
		return edited, nil
	}
	// What somebody took out, or of which the marks are damaged, stays so.
	for _, mark := range ownMarks() {
		if _, _, there := ownRegion(p.page, mark); !there && strings.Contains(old, "<!-- "+mark+" -->") {
			old, edited = without(old, mark), without(edited, mark)
		}
	}
	// Between the marks nothing of others keeps its place beside the minutes.
	text, err := wikitext.Carry(freed(p.page, old), old, edited, wikitext.Wikitext)
	if err != nil {
		text, err = wikitext.Carry(p.page, old, edited, wikitext.Wikitext)
	}
	if err == nil {
		return text, nil
	}
	// Perhaps it is what stands between telko's marks that somebody changed:
	// it is made anew, and what is not telko's stands behind it.
	restored := restore(p.page, old)
	if restored != p.page {
		if text, again := wikitext.Carry(restored, old, edited, wikitext.Wikitext); again == nil {
			return text, nil
		}
	}
	// Or it is left as it is.
	bare, bareEdited := withoutOwn(old), withoutOwn(edited)
	if bare != old || bareEdited != edited {
		if text, again := wikitext.Carry(p.page, bare, bareEdited, wikitext.Wikitext); again == nil {
			return text, nil
		}
	}
	return "", err
}

// restore returns a page with what telko wrote between its marks; lines that
// others put there stand behind the marks.
func restore(page, old string) string {
	for _, mark := range ownMarks() {
		from, to, ok := ownRegion(page, mark)
		oldFrom, oldTo, had := ownRegion(old, mark)
		if !ok || !had || page[from:to] == old[oldFrom:oldTo] {
			continue
		}
		known := map[string]bool{}
		for _, line := range strings.Split(old[oldFrom:oldTo], "\n") {
			known[line] = true
		}
		text := old[oldFrom:oldTo]
		var others []string
		for _, line := range strings.Split(page[from:to], "\n") {
			if !known[line] && strings.TrimSpace(line) != "" {
				others = append(others, line)
			}
		}
		if len(others) > 0 {
			text += "\n\n" + strings.Join(others, "\n")
		}
		page = page[:from] + text + page[to:]
	}
	return page
}

// withoutOwn returns a page without what stands between telko's marks.
func withoutOwn(page string) string {
	for _, mark := range ownMarks() {
		page = without(page, mark)
	}
	return page
}

// without returns a page without what stands between two marks.
func without(page, mark string) string {
	from, to, ok := ownRegion(page, mark)
	if !ok {
		return page
	}
	return strings.Trim(strings.TrimRight(page[:from], "\n")+"\n\n"+strings.TrimLeft(page[to:], "\n"), "\n")
}
