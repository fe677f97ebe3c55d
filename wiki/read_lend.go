package wiki

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"telko/minutes/lang"
)

// A page does not show all that a line of the file says: not the open box of a
// task, and on an imported page not its id; nor the id of a motion. lend gives
// the lines that were read what their counterparts in the file have.
func (r *pageReader) lend(md string) string {
	own := linesOf(lf(string(r.p.Markdown())))
	read := linesOf(md)
	pairs := r.counterparts(own, read)
	lines := strings.Split(md, "\n")
	for i := range read {
		l := &read[i]
		if o := pairs[i]; o >= 0 {
			lines[l.at] = own[o].lendTo(*l)
		} else if l.plan && !l.heading && l.box == "" && r.promises(l.content) {
			lines[l.at] = l.mark + "[ ] " + l.content
		} else if _, ok := r.box[l.letters]; ok && !l.heading && l.box == "" {
			lines[l.at] = l.mark + "[ ] " + l.content
		}
	}
	return strings.Join(lines, "\n")
}

// mdLine is an item or a heading of Markdown.
type mdLine struct {
	at      int    // in the text, from 0
	mark    string // with blanks around it
	box     string // "[ ]", "[x]" or ""
	content string // behind mark and box
	bare    string // content without an id at its end
	id      string // that id, with "#"
	letters string // of bare
	heading bool
	plan    bool // in the section of the plan
}

var (
	itemForm = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^([ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)(?:(\[[ xX]\])[ \t]+)?(\S.*)$`)
	})
	headingForm = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^( {0,3}#{1,6}[ \t]+)()(\S.*)$`) })
	finalID     = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(.*?)[ \t]*(#[A-Za-z0-9-]*\d)(\.?[ \t]*#*)$`) })
)

// linesOf returns the items and headings of a text, outside of fenced code.
func linesOf(md string) []mdLine {
	var out []mdLine
	fence, plan := "", false
	for i, line := range strings.Split(md, "\n") {
		t := strings.TrimSpace(line)
		if fence != "" {
			if strings.HasPrefix(t, fence) && strings.Trim(t, fence[:1]) == "" {
				fence = ""
			}
			continue
		}
		if strings.HasPrefix(t, "```") || strings.HasPrefix(t, "~~~") {
			fence = t[:3]
			continue
		}
		l := mdLine{at: i}
		m := itemForm().FindStringSubmatch(line)
		if m == nil {
			if m = headingForm().FindStringSubmatch(line); m == nil {
				continue
			}
			l.heading = true
		}
		l.mark, l.box, l.content = m[1], m[2], strings.TrimRight(m[3], " \t")
		l.bare = l.content
		if id := finalID().FindStringSubmatch(l.content); id != nil && (isTaskID(id[2][1:]) || l.heading && strings.HasPrefix(id[2], "#M") && isTaskID(id[2][2:])) {
			l.bare, l.id = id[1], id[2]
		}
		l.letters = letters(l.bare)
		if l.heading {
			plan = lang.ReadHeading(plain(l.bare)) == lang.HeadPlan
		}
		l.plan = plan
		out = append(out, l)
	}
	return out
}

// letters returns the letters and digits of a text.
func letters(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) {
			return c
		}
		return -1
	}, s)
}

// lendTo returns the line of l, which was read, with what o has in the file.
func (o mdLine) lendTo(l mdLine) string {
	box, content := l.box, l.content
	if o.box != "" && box == "" {
		box = "[ ]"
	}
	if o.id != "" && l.id == "" {
		content = strings.TrimRight(content, " \t") + " " + o.id
	}
	if box != "" {
		box += " "
	}
	return l.mark + box + content
}

// counterparts returns for each line that was read the line of the file that it
// is, -1 if it is none: by the id that it shows, else by its letters, else, where
// the page cannot show ids, by its words.
func (r *pageReader) counterparts(own, read []mdLine) []int {
	out := make([]int, len(read))
	taken := make([]bool, len(own))
	byID, byLetters := map[string][]int{}, map[string][]int{}
	for i, o := range own {
		if o.id != "" && !o.heading {
			byID[o.id] = append(byID[o.id], i)
		}
		byLetters[o.key()] = append(byLetters[o.key()], i)
	}
	next := func(list []int) int {
		for _, i := range list {
			if !taken[i] {
				return i
			}
		}
		return -1
	}
	pair := func(i, o int) {
		if out[i] = o; o >= 0 {
			taken[o] = true
		}
	}
	for i, l := range read {
		out[i] = -1
		if l.id != "" && !l.heading {
			pair(i, next(byID[l.id]))
		}
	}
	for i, l := range read {
		if out[i] < 0 {
			o := next(byLetters[l.key()])
			if o >= 0 && r.own && own[o].id != "" && !l.heading && l.id != own[o].id {
				continue // on a page that shows ids, a line without one is none
			}
			pair(i, o)
		}
	}
	r.byWords(own, read, out, taken)
	return out
}

// key is what lines have in common that are found by their letters.
func (l mdLine) key() string {
	if l.heading {
		return "#" + l.letters
	}
	return l.letters
}

// byWords pairs what is left by the words they have in common: at least half,
// and the most.
func (r *pageReader) byWords(own, read []mdLine, out []int, taken []bool) {
	var left []int
	for i, o := range own {
		hidden := o.heading && o.id != "" || !o.heading && !r.own && (o.id != "" || o.box == "[ ]")
		if !taken[i] && hidden {
			left = append(left, i)
		}
	}
	if len(left) == 0 {
		return
	}
	for i, l := range read {
		if out[i] >= 0 || l.id != "" {
			continue
		}
		best, found := 0.5, -1
		for _, o := range left {
			if taken[o] || own[o].heading != l.heading {
				continue
			}
			if s := alike(own[o].bare, l.bare); s >= best {
				best, found = s, o
			}
		}
		if found >= 0 {
			out[i], taken[found] = found, true
		}
	}
}

// alike returns the part of the words of the longer text that the other has too.
func alike(a, b string) float64 {
	x, y := pageWords(a), pageWords(b)
	n := map[string]int{}
	for _, w := range x {
		n[w]++
	}
	both := 0
	for _, w := range y {
		if n[w] > 0 {
			n[w]--
			both++
		}
	}
	longer := max(len(x), len(y))
	if longer == 0 {
		return 0
	}
	return float64(both) / float64(longer)
}

func pageWords(s string) []string {
	return strings.FieldsFunc(s, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c) })
}

// promises reports whether an item in the section of the plan reads as a task
// with somebody to do it.
func (r *pageReader) promises(content string) bool {
	text := strings.TrimRight(string(r.p.Markdown()), "\r\n") + "\n\n## " + lang.HeadPlan.Write(r.lang) + "\n\n- [ ] " + content + "\n"
	p, err := r.p.With([]byte(text))
	if err != nil {
		return false
	}
	ts := p.Meeting().Tasks
	return len(ts) > 0 && len(ts[len(ts)-1].Assignees) > 0
}
