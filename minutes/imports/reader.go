package imports

import (
	"cmp"
	"slices"
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks/when"
)

// A reader turns the blocks of a page into those of a meeting's file. Its
// steps, in order: title, headings (judged, where the source does not mark
// them), head of the page, attendance, then one pass over the rest that knows
// the section and motion it is in.
type reader struct {
	o       Options
	p       page
	in      []block
	out     []block
	i       int // next of in
	lead    lead
	front   lead // what front matter says of it
	id      identity
	lang    lang.Lang // what the page is written in
	people  *known
	present bool // somebody is written down as present

	head    lang.Heading // what the section is
	owner   string       // whom the tasks of the section are for, "" if each says so
	plan    int          // level of the heading of the plan, 0 outside
	motions bool         // the section is about motions
	motion  *openMotion
	level   int // of the last heading

	warnings []Warning
}

// openMotion is the motion that is being read.
type openMotion struct {
	level      int
	text       bool // it has a passage of text
	petitioner bool
}

func newReader(p page, o Options) *reader {
	return &reader{o: o, p: p, in: p.blocks, lang: languageOf(p.blocks, o.Lang), people: newKnown(o.People)}
}

// languageOf tells German from English by the commonest words of both, so that
// what the reader adds fits the page, wherever it is imported.
func languageOf(blocks []block, other lang.Lang) lang.Lang {
	german, english := 0, 0
	for _, b := range blocks {
		for _, w := range strings.Fields(b.text) {
			switch w {
			case "der", "die", "das", "und", "ist", "nicht", "für", "mit", "wird", "von", "Uhr", "Anwesend:":
				german++
			case "the", "and", "is", "of", "to", "not", "for", "with", "was", "Present:":
				english++
			}
		}
	}
	switch {
	case german > english:
		return lang.German
	case english > german:
		return lang.English
	}
	return other
}

func (r *reader) warn(line int, t lang.Text, args ...any) {
	r.warnings = append(r.warnings, Warning{Line: line, Text: t, Args: args})
}

func (r *reader) emit(b ...block) { r.out = append(r.out, b...) }

// read makes all steps.
func (r *reader) read(f front) (kept []key, err error) {
	r.strayHeadings()
	r.findTitle()
	kept = r.takeFront(f.keys, f.whole)
	if !r.p.exact {
		r.judge()
	}
	if err := r.several(); err != nil {
		return nil, err
	}
	r.readLead()
	r.preferFront()
	if err := r.identify(); err != nil {
		return nil, err
	}
	if !r.p.exact {
		r.linkPaths()
	}
	r.attendance()
	r.body()
	return kept, r.doubt()
}

// body makes the pass over what is left.
func (r *reader) body() {
	for r.i < len(r.in) {
		b := r.in[r.i]
		r.i++
		switch b.kind {
		case heading:
			r.heading(b)
		case para:
			r.para(b)
		case item, action:
			r.list(b)
		case term:
			r.term(b)
		case desc:
			b.kind = para
			r.para(b)
		case raw:
			r.raw(b)
		default:
			r.emit(b)
		}
	}
}

var stray = lazily(`^(.*?\S)??\s*(={2,6})\s*([^=\s][^=]*?)\s*(={2,6})\\?$`)

// strayHeadings makes headings of those that did not render because text
// stands before them on the line.
func (r *reader) strayHeadings() {
	var out []block
	for _, b := range r.in {
		if b.kind != para && b.kind != item && b.kind != desc || !strings.Contains(b.text, "==") {
			out = append(out, b)
			continue
		}
		var keep []string
		flush := func() {
			if len(keep) > 0 {
				c := b
				c.text = strings.Join(keep, "\n")
				out = append(out, c)
				keep = nil
			}
		}
		for n, line := range b.lines() {
			m := stray.FindStringSubmatch(line)
			if m == nil || len(m[2]) != len(m[4]) || m[1] != "" && !r.meantAsHeading(m[2], m[3]) {
				keep = append(keep, line)
				continue
			}
			if m[1] != "" {
				keep = append(keep, m[1])
			}
			flush()
			r.warn(b.line+n, lang.WarnHeading, plain(m[3]))
			out = append(out, block{kind: heading, level: len(m[2]), text: m[3], line: b.line + n})
		}
		flush()
	}
	r.in = out
}

// meantAsHeading reports whether marks amid a line are those of a heading
// rather than a comparison.
func (r *reader) meantAsHeading(marks, text string) bool {
	if _, _, _, ok := motionTitle(text); ok {
		return true
	}
	return len(marks) > 2 || sectionOf(text) != lang.NoHeading
}

// heading opens a section, or a motion, or a passage of the open motion.
func (r *reader) heading(b block) {
	r.level = b.level
	title := plain(b.text)
	if r.motion != nil && b.level >= r.motion.level {
		if f, ok := labelOf(title); ok && isPassage(f.Label) && f.rest == "" && f.Number == 0 {
			r.headed(b, f)
			return
		}
	}
	if _, _, _, ok := motionTitle(title); ok {
		r.openMotion(b)
		return
	}
	what := sectionOf(title)
	if r.motion != nil && b.level > r.motion.level && what == lang.NoHeading {
		r.emit(b)
		return
	}
	if r.motion != nil {
		b.level = min(b.level, max(r.motion.level, 2))
		r.motion = nil
	}
	if what == lang.NoHeading && (r.motions && r.petitionerBelow() || r.moved()) {
		b.text = lang.LabelMotion.Write(r.lang) + ": " + b.text
		r.openMotion(b)
		return
	}
	r.owner = ""
	if r.plan > 0 && b.level > r.plan && what == lang.NoHeading {
		r.owner, _ = r.people.find(strings.TrimSuffix(title, ":"))
	} else {
		r.head, r.plan = what, 0
		if what == lang.HeadPlan {
			r.plan = b.level
			r.lead.said = true
		}
	}
	r.motions = aboutMotions.MatchString(title) || r.motions && r.p.exact && b.level > r.motionsLevel()
	r.emit(b)
}

var aboutMotions = lazily(`(?i)(^|\PL)(anträge|sachanträge|motions|proposals)(\PL|$)`)

// motionsLevel returns the level of the heading over the motions.
func (r *reader) motionsLevel() int {
	for i := len(r.out) - 1; i >= 0; i-- {
		if r.out[i].kind == heading && aboutMotions.MatchString(plain(r.out[i].text)) {
			return r.out[i].level
		}
	}
	return 0
}

func (r *reader) openMotion(b block) {
	if !r.p.exact {
		b.level = 3
	}
	if label, rest, ok := strings.Cut(b.text, ":"); ok {
		b.text = strings.TrimSpace(strings.TrimSpace(label) + ": " + strings.TrimSpace(rest))
		b.text = strings.TrimSuffix(b.text, ":")
	}
	r.motion = &openMotion{level: b.level}
	r.lead.said = true
	r.head, r.plan, r.owner = lang.NoHeading, 0, ""
	r.emit(b)
}

// next returns the block that will be read next.
func (r *reader) next() (block, bool) {
	if r.i < len(r.in) {
		return r.in[r.i], true
	}
	return block{}, false
}

// identify finds out which meeting the page is of.
func (r *reader) identify() error {
	id, warnings, err := identify(r.o, r.p, plain(r.lead.title), r.lead.date)
	if err != nil {
		return err
	}
	r.id = id
	r.warnings = append(r.warnings, warnings...)
	if d := r.lead.date; !d.IsZero() && d != id.date {
		r.warn(r.lead.dateLine, lang.WarnOtherDate, d, id.date)
	}
	return nil
}

// several refuses a page with more than one meeting: headings of different
// days, each with those present below it.
func (r *reader) several() error {
	var first when.Date
	line, day := 0, when.Date{}
	at := 0
	for _, b := range r.in {
		if b.kind == heading {
			if d, _, ok := dateIn(plain(b.text)); ok {
				day, at = d, b.line
			}
		}
		here := b.kind == heading && sectionOf(b.text) == lang.HeadPresent
		if f, ok := labelOf(b.text); ok && b.kind != heading && f.mark && f.Label == lang.LabelPresent {
			here = true
		}
		switch {
		case !here || day.IsZero():
		case first.IsZero():
			first, line = day, at
		case day != first:
			return lang.E(lang.ImportSeveral, line, at).Hint(lang.HintSeveral)
		}
	}
	return nil
}

// doubt refuses a page that nothing says to be minutes.
func (r *reader) doubt() error {
	if !r.present {
		r.warn(0, lang.WarnNobody)
	}
	if r.lead.said || r.present || r.id.series != "" || r.o.SeriesOf != "" {
		return nil
	}
	for _, title := range []string{r.id.page, r.lead.title, stem(r.o.FileName)} {
		if lang.NamesMinutes(title) {
			return nil
		}
	}
	keys := "KEY"
	if len(r.o.Series) > 0 {
		keys = r.o.Series[0].Key
	}
	return lang.E(lang.ImportNoMinutes).Hint(lang.HintNoMinutes, keys)
}

// keeper returns the nick of who wrote the minutes, if the page says a name
// that is known or is one word.
func (r *reader) keeper() string {
	name := r.lead.keeper
	if nick, ok := r.people.find(name); ok {
		return nick
	}
	if before, _, ok := strings.Cut(name, "("); ok {
		if nick, ok := r.people.find(before); ok {
			return nick
		}
	}
	if len(strings.Fields(name)) == 1 && !strings.ContainsAny(name, "(),;/") {
		return name
	}
	return ""
}

// derivedTitle makes the title of a page that has none of its own.
func (r *reader) derivedTitle() string {
	for _, s := range r.o.Series {
		if s.Key == r.id.series && s.Title != "" {
			return s.Title + " " + minutes.FormatDate(r.id.date, r.lang)
		}
	}
	return escape(cmp.Or(lastPart(r.id.page), stem(r.o.FileName), r.id.id))
}

// sorted returns the warnings in order of the page.
func (r *reader) sorted() []Warning {
	slices.SortStableFunc(r.warnings, func(a, b Warning) int { return a.Line - b.Line })
	return r.warnings
}
