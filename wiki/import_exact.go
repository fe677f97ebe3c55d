package wiki

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"telko/minutes"
	"telko/minutes/lang"
)

// A page does not show all of the text that it was made of: not the ids of
// motions, not whether minutes are final or approved, not a blank line between
// two items. Whoever published it left the hash of that text in the summary, so
// that of all texts that would give this page the right one can be found.

// How many texts are tried of a page, and how many blank lines are in doubt at
// most. Most texts are the first; of one that somebody wrote by hand in a way of
// his own none is right, and it costs as long as all of them.
const (
	tryTexts  = 5000
	tryBlanks = 12
)

// exactly returns the text that has the tag, among those that give the page that
// md was read from; ok is false if none has.
func (im *Importer) exactly(md, tag, name string) (text string, ok bool) {
	if tag == "" {
		return "", false
	}
	tried := 0
	try := func(md string) bool {
		if tried++; Tag([]byte(md)) == tag {
			text, ok = md, true
		}
		return ok || tried >= tryTexts
	}
	bodies := []string{md}
	ctx := im.Workspace.Context()
	if f, err := minutes.Parse(name, []byte(md), ctx); err == nil && len(f.Meeting.Motions) > 0 {
		settings := im.Workspace.Settings()
		if minted, _, _, err := minutes.MintLines(name, []byte(md), ctx, nil, nil, settings.IDPrefix(f.Meeting.Series)); err == nil && string(minted) != md {
			bodies = []string{string(minted), md}
		}
	}
	fronts := frontsLike(frontOf(md))
	for i, front := range fronts {
		for _, body := range bodies {
			body = front + strings.TrimPrefix(body, frontOf(md))
			if try(body) || i < 2 && blanked(body, try) {
				return text, ok
			}
		}
	}
	return "", false
}

// frontsLike returns the front matters that a page may have been made of, the
// most likely first.
func frontsLike(front string) []string {
	out := []string{front}
	vary := func(key string, values ...string) {
		for _, f := range slices.Clone(out) {
			for _, v := range values {
				if g := setFront(f, key, v); !slices.Contains(out, g) {
					out = append(out, g)
				}
			}
		}
	}
	if strings.Contains(front, "\nstatus: "+string(minutes.StatusFinal)+"\n") {
		vary("status", string(minutes.StatusApproved), "")
	}
	vary("timezone", "")
	vary("due-days", "")
	return out
}

var topItem = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:[-*+]|\d{1,9}[.)])[ \t]`) })

// blanked gives try a text with a blank line between some of its items, until it
// says that it is enough. Where a task follows a note, and behind items that are
// indented, it is likelier than elsewhere.
func blanked(md string, try func(string) bool) bool {
	lines := strings.SplitAfter(md, "\n")
	var likely, others []int
	fenced, names := false, false
	for i, line := range lines {
		if title, ok := strings.CutPrefix(line, "## "); ok {
			h := lang.ReadHeading(plain(title))
			names = h == lang.HeadPresent || h == lang.HeadAbsent
		}
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			fenced = !fenced
		}
		if fenced || names || i == 0 || !topItem().MatchString(line) {
			continue
		}
		switch before := lines[i-1]; {
		case strings.TrimSpace(before) == "":
		case strings.HasPrefix(before, " "), strings.Contains(line, " [") != strings.Contains(before, " ["):
			likely = append(likely, i)
		case topItem().MatchString(before):
			others = append(others, i)
		}
	}
	places := append(likely, others...)
	places = places[:min(len(places), tryBlanks)]
	for set := 1; set < 1<<len(places); set++ {
		var b strings.Builder
		from := 0
		for _, at := range sorted(places, set) {
			b.WriteString(strings.Join(lines[from:at], ""))
			b.WriteByte('\n')
			from = at
		}
		b.WriteString(strings.Join(lines[from:], ""))
		if try(b.String()) {
			return true
		}
	}
	return false
}

// sorted returns the places whose bit is set, in order.
func sorted(places []int, set int) []int {
	var some []int
	for k, at := range places {
		if set&(1<<k) != 0 {
			some = append(some, at)
		}
	}
	slices.Sort(some)
	return some
}
