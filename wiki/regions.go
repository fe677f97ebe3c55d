package wiki

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"telko/minutes/lang"
)

func ownMarks() []string { return []string{draftMark, planMark, navMark} }

// ownRegion returns what stands between two marks of a page, the marks included;
// ok is false unless each of them is there once.
func ownRegion(page, mark string) (from, to int, ok bool) {
	begin, end := "<!-- "+mark+" -->", "<!-- /"+mark+" -->"
	from, to = strings.Index(page, begin), strings.Index(page, end)
	if from < 0 || to < from || strings.Count(page, begin) > 1 || strings.Count(page, end) > 1 {
		return 0, 0, false
	}
	return from, to + len(end), true
}

// knows remembers what telko wrote between the marks of a page. Of one that
// people may have edited it is what cannot be theirs.
func (r *pageReader) knows(page string, edited bool) {
	for _, mark := range ownMarks() {
		for _, line := range linesBetween(page, mark) {
			if !edited || isOwnLine(mark, line) {
				r.mine[line] = true
			}
		}
	}
}

// linesBetween returns the lines between two marks, the marks included.
func linesBetween(page, mark string) []string {
	from, to, ok := ownRegion(page, mark)
	if !ok {
		return nil
	}
	lines := strings.Split(page[from:to], "\n")
	for i, line := range lines {
		lines[i] = strings.TrimSpace(line)
	}
	return lines
}

var navForm = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(← \[\[[^\[\]]*\]\])?( · )?(\[\[[^\[\]]*\]\] →)?$`)
})

// isOwnLine reports whether a line between marks is one as telko writes it there,
// whatever it says.
func isOwnLine(mark, line string) bool {
	switch {
	case line == "" || line == "<!-- "+mark+" -->" || line == "<!-- /"+mark+" -->":
		return true
	case mark == planMark:
		_, ok := readPlanLine(line)
		return ok
	case mark == navMark:
		return navForm().MatchString(line)
	}
	return slices.ContainsFunc([]lang.Text{lang.PageAgenda, lang.PageLive, lang.PageDraft}, func(t lang.Text) bool {
		return line == banner(t.In(lang.German)) || line == banner(t.In(lang.English))
	})
}

// withoutRegions returns a page without what telko wrote between its marks. What
// others wrote there is a part of the minutes, where it stands.
func (r *pageReader) withoutRegions(page string) (text string, planned bool) {
	for _, mark := range ownMarks() {
		from, to, ok := ownRegion(page, mark)
		switch {
		case ok:
			planned = planned || mark == planMark
			_, others := shared(mark, page[from:to], r.mine)
			page = joinBlocks(joinBlocks(page[:from], others), page[to:])
		default: // the marks are damaged or gone; the lines that telko wrote are known
			marks := strings.Contains(page, "<!-- "+mark+" -->") || strings.Contains(page, "<!-- /"+mark+" -->")
			if !marks && mark == draftMark {
				continue
			}
			before := page
			page = strings.Join(slices.DeleteFunc(strings.Split(page, "\n"), func(line string) bool {
				t := strings.TrimSpace(line)
				return t != "" && r.mine[t] && (marks || isOwnLine(mark, t))
			}), "\n")
			planned = planned || mark == planMark && page != before
		}
	}
	return page, planned
}

// shared parts what stands between two marks into what telko wrote, mine or in
// its form, and what others did.
func shared(mark, region string, mine map[string]bool) (own, others string) {
	var a, b []string
	for _, line := range strings.Split(region, "\n") {
		t := strings.TrimSpace(line)
		if mine[t] || isOwnLine(mark, t) && t != "" {
			a = append(a, line)
		} else {
			b = append(b, line)
		}
	}
	return strings.Join(a, "\n"), strings.Trim(strings.Join(b, "\n"), "\n")
}

// freed returns a page with what others wrote between telko's marks beside them,
// where the page of the same minutes would have it. old is that page.
func freed(page, old string) string {
	for _, mark := range ownMarks() {
		from, to, ok := ownRegion(page, mark)
		if !ok {
			continue
		}
		mine := map[string]bool{}
		for _, line := range linesBetween(old, mark) {
			mine[line] = true
		}
		own, others := shared(mark, page[from:to], mine)
		switch {
		case strings.TrimSpace(others) == "":
		case mark == draftMark: // above everything that was said
			page = joinBlocks(joinBlocks(page[:from], own), joinBlocks(others, page[to:]))
		default:
			page = joinBlocks(joinBlocks(page[:from], others), own) + page[to:]
		}
	}
	return page
}

// joinBlocks puts b below a, items below items.
func joinBlocks(a, b string) string {
	if strings.TrimSpace(a) == "" {
		return b
	}
	a, b = strings.TrimRight(a, "\n"), strings.TrimLeft(b, "\n")
	if strings.TrimSpace(b) == "" && strings.TrimSpace(a) != "" {
		return a + "\n\n" + b
	}
	last := a[strings.LastIndexByte(a, '\n')+1:]
	if isItem(last) && isItem(b) {
		return a + "\n" + b
	}
	return a + "\n\n" + b
}

func isItem(line string) bool { return strings.HasPrefix(line, "*") || strings.HasPrefix(line, "#") }
