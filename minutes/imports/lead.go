package imports

import (
	"cmp"
	"strings"

	"telko/minutes/lang"
	"telko/tasks/when"
)

// lead is what the head of a page says: when, where, who writes.
type lead struct {
	title      string // of the page's own heading, "" if it has none
	date       when.Date
	dateLine   int
	start, end when.Clock
	place      string
	keeper     string
	said       bool // something on the page says that it is minutes
}

const clock = `\d{1,2}(?:[:.]\d{2}){0,2}`

var (
	spanned = lazily(`(?i)(?:^|[^\pL\d:.])(` + clock + `)\s*((?:uhr|h|am|pm|a\.m\.|p\.m\.)?)\s*(?:bis|–|—|-|to|until|till)\s*(?:ca\.?|gegen|etwa|about|~)?\s*(` + clock + `)\s*((?:uhr|h|am|pm|a\.m\.|p\.m\.)?)(?:$|[^\pL\d:])`)
	timed   = lazily(`(?i)(?:^|[^\pL\d:.])(\d{1,2}:\d{2}(?::\d{2})?\s*(?:am\b|pm\b|a\.m\.|p\.m\.)?|\d{1,2}(?:\.\d{2})?\s*(?:uhr\b|h\b|pm\b|am\b|p\.m\.|a\.m\.))`)
	endsAt  = lazily(`(?i)^(?:(?:sitzungs|telko)?ende|schluss)(?: der \pL+| of (?:the )?meeting)?\s*(?:um|gegen|at|[:(–-])?\s*(.*)$`)
	begins  = lazily(`(?i)^(?:begrüßung|begrüssung|eröffnung|beginn|welcome|opening)`)
	startAt = lazily(`(?i)^(?:(?:sitzungs)?beginn|start|anfang|begonnen|eröffnung)\s*(?:um|gegen|at)?\s*(\d.*)$`)
	crumb   = lazily(`^[<‹←]\s*\S`)
)

// readSpan reads "von 22:20 bis 1:10", "20:11 Uhr bis 21:05 Uhr" within a text.
func readSpan(s string) (from, until when.Clock, ok bool) {
	if !strings.ContainsAny(s, "0123456789") {
		return 0, 0, false
	}
	s = undated(s)
	m := spanned.FindStringSubmatch(s)
	if m == nil || !strings.ContainsAny(m[1]+m[3], ":.") && m[2]+m[4] == "" {
		return 0, 0, false
	}
	from, err := when.ReadClock(strings.TrimSpace(m[1] + " " + clockUnit(m[2], m[4])))
	if err != nil {
		return 0, 0, false
	}
	until, err = when.ReadClock(strings.TrimSpace(m[3] + " " + clockUnit(m[4], m[2])))
	return from, until, err == nil
}

func clockUnit(own, other string) string {
	own = strings.ToLower(strings.ReplaceAll(cmp.Or(own, other), ".", ""))
	if own == "h" {
		return "Uhr"
	}
	return own
}

// undated returns s without its date, whose numbers are no times.
func undated(s string) string {
	if _, at, ok := dateIn(s); ok {
		return s[:at[0]] + " " + s[at[1]:]
	}
	return s
}

// readTime reads the first clock time in a text.
func readTime(s string) (when.Clock, bool) {
	m := timed.FindStringSubmatch(undated(s))
	if m == nil {
		return 0, false
	}
	c, err := when.ReadClock(strings.ReplaceAll(strings.ToLower(strings.TrimSpace(m[1])), ".m.", "m"))
	return c, err == nil
}

// findTitle takes the title out of the blocks: the heading of level 1 that
// stands first; in extracted text the first of the leading lines that bears a
// date, after the page's own title and what the wiki draws below it.
func (r *reader) findTitle() {
	if r.p.exact {
		r.headingTitle()
		return
	}
	r.splitLeading()
	if len(r.in) > 0 && r.in[0].kind == para {
		line := r.in[0].flat()
		_, fits := seriesOf(r.o.Series, line, "")
		_, _, dated := dateIn(line)
		if r.o.Title == "" && strings.Contains(line, "/") && !strings.Contains(line, "://") && (dated || fits) || r.o.Title != "" && wikiTitle(plain(line)) == wikiTitle(r.o.Title) {
			r.p.title = plain(line)
			r.drop(0)
		}
	}
	for i := 0; i < len(r.in) && i < 6 && r.in[i].kind == para; i++ {
		line := plain(r.in[i].text)
		if strings.Contains(r.in[i].text, "\n") || !short(line) || crumb.MatchString(line) || sectionOf(line) != 0 || isLabelLine(line) {
			continue
		}
		_, _, dated := dateIn(line)
		if _, _, span := readSpan(line); dated && !span || lang.NamesMinutes(line) && !strings.Contains(line, ": ") {
			r.lead.title = r.in[i].flat()
			r.drop(i)
			return
		}
	}
}

// headingTitle takes the heading of level 1 if there is one only and it stands
// before all others; else such headings are topics, and all sink by one level.
func (r *reader) headingTitle() {
	first, ones := -1, 0
	for i, b := range r.in {
		if b.kind != heading {
			continue
		}
		if first < 0 {
			first = i
		}
		if b.level == 1 {
			ones++
		}
	}
	switch {
	case ones == 0:
		r.boldTitle()
	case ones == 1 && r.in[first].level == 1:
		r.lead.title = r.in[first].flat()
		r.drop(first)
	default:
		for i := range r.in {
			if r.in[i].kind == heading {
				r.in[i].level = min(r.in[i].level+1, 6)
			}
		}
	}
}

// boldTitle takes a first line in bold type that says it is minutes, or when
// they are of, on a page without a heading for its title.
func (r *reader) boldTitle() {
	for i, b := range r.in {
		if b.kind != para {
			if b.kind == raw {
				continue
			}
			return
		}
		m := allBold.FindStringSubmatch(b.text)
		if m == nil {
			return
		}
		if _, _, dated := dateIn(m[1]); (dated || lang.NamesMinutes(m[1])) && !strings.HasSuffix(m[1], ":") {
			r.lead.title = m[1]
			r.drop(i)
		}
		return
	}
}

var allBold = lazily(`^\*\*([^*\n]+)\*\*$`)

func (r *reader) drop(i int) { r.in = append(r.in[:i:i], r.in[i+1:]...) }

// splitLeading makes a paragraph of every line before the first list or
// heading, where those lines are short: they are no running text.
func (r *reader) splitLeading() {
	var out []block
	for i, b := range r.in {
		if b.kind != para || i > 3 {
			r.in = append(out, r.in[i:]...)
			return
		}
		lines := b.lines()
		running := false
		for _, l := range lines {
			running = running || len(l) > 100
		}
		if running || isLabelLine(lines[0]) {
			out = append(out, b)
			continue
		}
		for n, l := range lines {
			out = append(out, block{kind: para, text: l, line: b.line + n, tight: n > 0})
		}
	}
	r.in = out
}

// readLead reads date, start, end, place and keeper from the lines before the
// second topic, the end from anywhere. The lines stay where they are.
func (r *reader) readLead() {
	limit := r.leading()
	place := false
	for i, b := range r.in {
		switch b.kind {
		case heading:
			place = i < limit && sectionOf(b.text) == lang.HeadPlace
			r.leadHeading(plain(b.text))
			continue
		case para, item, desc:
			for n, line := range b.lines() {
				r.leadLine(plain(strings.TrimSuffix(line, `\`)), b.line+n, i < limit, b.kind == para && place, b.kind == para)
			}
		case term:
			if i+1 < len(r.in) && r.in[i+1].kind == desc {
				r.leadLine(strings.TrimSuffix(plain(b.text), ":")+": "+plain(r.in[i+1].flat()), b.line, i < limit, false, false)
			}
		case raw, labelled, quote, action:
		}
		if place && (b.kind == para || b.kind == item) && r.lead.place == "" {
			r.lead.place = plain(b.flat())
		}
		place = false
	}
}

// leading returns the index of the block that ends the head of the page: the
// second topic's heading, or a motion's.
func (r *reader) leading() int {
	topics, level, roll := 0, 0, 0
	for i, b := range r.in {
		if b.kind != heading {
			continue
		}
		switch {
		case isAttendance(sectionOf(b.text)):
			roll = b.level
		case roll > 0 && b.level > roll: // a group of those present
			continue
		default:
			roll = 0
		}
		if _, _, _, motion := motionTitle(b.text); motion {
			return i
		}
		switch sectionOf(b.text) {
		case lang.NoHeading:
			if topics == 0 {
				level = b.level
			}
			if b.level <= level {
				topics++
			}
			if topics == 2 {
				return i
			}
		case lang.HeadPlan, lang.HeadOpenTasks:
			return i
		}
	}
	return len(r.in)
}

func (r *reader) leadHeading(title string) {
	t, ok := readTime(title)
	switch {
	case !ok:
	case begins.MatchString(title) && r.lead.start.IsZero():
		r.lead.start, r.lead.said = t, true
	case endsAt.MatchString(title):
		r.lead.end = t
	}
}

// leadLine reads a line. Text without a label counts only in a paragraph of
// the head, and not below the heading of a place.
func (r *reader) leadLine(line string, n int, leading, place, bare bool) {
	label, rest, marked, ok := cutLabel(line)
	what := lang.NoImportLabel
	if ok && marked {
		what = lang.ReadImportLabel(label)
	}
	if m := endsAt.FindStringSubmatch(line); m != nil && what == lang.NoImportLabel {
		what, rest = lang.ImportEnd, m[1]
		if _, ok := readTime(rest); !ok || len(rest) > 30 {
			what = lang.NoImportLabel
		}
	}
	if m := startAt.FindStringSubmatch(line); m != nil && what == lang.NoImportLabel && len(m[1]) <= 30 {
		if _, ok := readTime(m[1]); ok {
			what, rest = lang.ImportStart, m[1]
		}
	}
	if what == lang.ImportEnd {
		if t, ok := readTime(rest); ok {
			r.lead.end, r.lead.said = t, true
		}
		return
	}
	if !leading || place {
		return
	}
	switch what {
	case lang.ImportStart:
		if from, until, ok := readSpan(rest); ok {
			r.lead.start, r.lead.end, r.lead.said = from, until, true
		} else if t, ok := readTime(rest); ok {
			r.lead.start, r.lead.said = t, true
		}
		r.leadDate(rest, n)
	case lang.ImportTime, lang.ImportDate:
		r.leadDate(rest, n)
		r.leadSpan(rest)
	case lang.ImportPlace:
		if r.lead.place == "" {
			r.lead.place = rest
		}
	case lang.ImportKeeper:
		if r.lead.keeper == "" && isName(rest) {
			r.lead.keeper, r.lead.said = rest, true
		}
	case lang.ImportChair:
		r.lead.said = true
	case lang.NoImportLabel:
		if !bare {
			return
		}
		if len(line) <= 80 && !sentence.MatchString(line) || spanLine.MatchString(line) {
			_, _, span := readSpan(line)
			if span && spanOnly(line) {
				r.leadDate(line, n)
				r.leadSpan(line)
			} else if _, at, ok := dateIn(line); ok && at[1]-at[0] > len(line)/2 {
				r.leadDate(line, n)
				r.leadSpan(line[at[1]:])
			}
		}
	}
}

var (
	spanLine = lazily(`(?i)^(?:von|from|ab)\s+\d`)
	spanWord = lazily(`(?i)\b(?:von|bis|ab|from|to|until|uhr|h|am|pm|um|at|cet|cest|utc|gegen|ca|mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b`)
)

// spanOnly reports whether a line holds nothing but a date and a span.
func spanOnly(line string) bool {
	if _, at, ok := dateIn(line); ok {
		line = line[:at[0]] + " " + line[at[1]:]
	}
	line = spanned.ReplaceAllString(line, " ")
	line = spanWord.ReplaceAllString(line, " ")
	return strings.Trim(line, " .,;:()–—-~") == ""
}

func (r *reader) leadSpan(s string) {
	if from, until, ok := readSpan(s); ok {
		r.lead.start, r.lead.end, r.lead.said = from, until, true
		return
	}
	if t, ok := readTime(s); ok && r.lead.start.IsZero() {
		r.lead.start, r.lead.said = t, true
	}
}

func (r *reader) leadDate(s string, n int) {
	if d, _, ok := dateIn(s); ok && r.lead.date.IsZero() {
		r.lead.date, r.lead.dateLine = d, n
	}
}
