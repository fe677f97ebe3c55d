package minutes

import (
	"slices"
	"strings"

	"telko/minutes/lang"
)

// readLinks notes the targets of wiki links: [[Page]], [[Page#Section|label]].
// Links that only sort the page or show a file are none.
func (f *File) readLinks(in []inlined) {
	seen := map[string]bool{}
	slices.SortStableFunc(in, func(a, b inlined) int { return start(a) - start(b) })
	for _, part := range in {
		for _, l := range part.lines {
			text := string(l.Of(f.src))
			for at := 0; ; {
				open := strings.Index(text[at:], "[[")
				if open < 0 {
					break
				}
				open += at
				at = open + 2
				end := strings.Index(text[at:], "]]")
				if end < 0 {
					break
				}
				inner := text[at : at+end]
				if i := strings.LastIndex(inner, "[["); i >= 0 {
					at += i // an opening that was never closed
					continue
				}
				at += end + 2
				if escaped(text, 0, open) || within(part.hidden, l.Start+open) {
					continue
				}
				target, _, _ := strings.Cut(inner, "|")
				target = strings.TrimSpace(target)
				if lang.IsSorting(target) {
					continue
				}
				target = strings.TrimPrefix(target, ":")
				if target != "" && !seen[target] {
					seen[target] = true
					f.Meeting.Links = append(f.Meeting.Links, target)
				}
			}
		}
	}
}

func start(in inlined) int {
	if len(in.lines) == 0 {
		return 0
	}
	return in.lines[0].Start
}
