package imports

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"telko/minutes/lang"
)

// Extracted text has lost which lines were headings. A line is taken for one
//
//   - if the vocabulary says so (attendance, place, tasks, a numbered motion);
//   - else if it stands alone between blank lines, or unindented between two
//     lists, is short, begins like a
//     title (a capital letter or a digit) and does not end like a sentence,
//     does not begin with somebody who was there, and something stands below.
//
// A line that ends in a colon introduces what is below it, and is no heading
// ("zur Erinnerung:", "anna:"), unless it is one to three words, capitalised,
// that name nobody and do not stand right below a heading: that is a topic
// ("Befund:"). Below the heading of a motion or of a place stands its text.
// Headings all get one level, for what they had is not known.

// maxTitle is the most runes of a line that is judged to be a heading.
const maxTitle = 72

// judge turns paragraphs into headings, those of the vocabulary first: the
// people they name are needed to judge the others.
func (r *reader) judge() {
	r.judgeKnown()
	r.meetPeople()
	motion, leading := false, true
	guessed, first := 0, 0
	for i := range r.in {
		b := &r.in[i]
		switch {
		case b.kind == heading:
			_, _, _, motion = motionTitle(b.text)
			leading = leading && sectionOf(b.text) == lang.NoHeading && !motion
			if r.in[i].level != 3 {
				b.level = 2
			}
		case b.kind == para && isLabelLine(b.lines()[0]):
			f, ok := labelOf(b.text)
			leading = leading && !(ok && f.Label >= lang.LabelPresent)
		case b.kind == para && r.titleLike(i, motion, leading):
			b.kind, b.level = heading, 2
			leading = false
			if guessed++; guessed == 1 {
				first = b.line
			}
		}
	}
	if guessed > 0 {
		r.warn(first, lang.WarnGuessed, guessed)
	}
}

// meetPeople learns who is named as present or absent: what stands right below
// a heading of attendance, or behind a label of it.
func (r *reader) meetPeople() {
	for i, b := range r.in {
		if f, ok := labelOf(b.text); ok && b.kind == para && f.Label >= lang.LabelPresent {
			r.people.add(f.rest)
		}
		if b.kind != heading || !isAttendance(sectionOf(b.text)) {
			continue
		}
		for k := i + 1; k < r.nameEnd(i); k++ {
			r.people.add(r.in[k].flat())
		}
	}
}

// nameEnd returns the index of the first block that is no longer part of the
// list of names below the heading at i. Where the source does not mark
// headings, only lists belong to it, and the lines that introduce them.
func (r *reader) nameEnd(i int) int {
	end := r.sectionEnd(i)
	if r.p.exact {
		return end
	}
	k := i + 1
	for k < end {
		b := r.in[k]
		introduces := b.kind == para && k+1 < end && r.in[k+1].kind == item && (strings.HasSuffix(b.text, ":") || isLabelLine(b.text))
		bare := b.tight || k == i+1 && (k+1 == end || r.in[k+1].kind != item)
		names := b.kind == para && (bare && bareNames(b.text) || isLabelLine(b.text))
		if b.kind != item && !introduces && !names {
			break
		}
		k++
	}
	return k
}

// judgeKnown makes headings of the lines that the vocabulary knows.
func (r *reader) judgeKnown() {
	var out []block
	for i, b := range r.in {
		if b.kind != para {
			out = append(out, b)
			continue
		}
		lines := b.lines()
		first := plain(lines[0])
		_, _, title, motion := motionTitle(first)
		what := sectionOf(first)
		below := len(lines) > 1 || i+1 < len(r.in)
		switch {
		case what != lang.NoHeading && below && !strings.Contains(first, ": "):
		case motion && len(lines) == 1 && (title == "" || endsLikeTitle(title)) && utf8.RuneCountInString(title) <= 2*maxTitle:
		default:
			out = append(out, b)
			continue
		}
		h := block{kind: heading, level: 2, text: lines[0], line: b.line, tight: b.tight}
		if motion {
			h.level = 3
			h.text = strings.TrimSuffix(h.text, ":")
		}
		out = append(out, h)
		if len(lines) > 1 {
			out = append(out, block{kind: para, text: strings.Join(lines[1:], "\n"), line: b.line + 1, tight: true})
		}
	}
	r.in = out
}

// titleLike reports whether the paragraph at i is judged to be a heading.
func (r *reader) titleLike(i int, motion, leading bool) bool {
	b := r.in[i]
	text := plain(b.text)
	if strings.Contains(b.text, "\n") || i+1 >= len(r.in) || !beginsLikeTitle(text) || lang.IsImportContents(text) {
		return false
	}
	next := r.in[i+1]
	if b.tight && !(i > 0 && r.in[i-1].kind == item && next.kind == item) {
		return false
	}
	afterHeading := i == 0 || r.in[i-1].kind == heading
	switch {
	case i > 0 && r.in[i-1].kind == heading && (motion || sectionOf(r.in[i-1].text) == lang.HeadPlace):
		return false
	case leading && next.kind != item && !enumerated.MatchString(text), leading && r.metaLine(b.text):
		return false
	case isLabelLine(text) || r.people.startsWith(text):
		return false
	case isPath(text) || timeOnly(text):
		return false
	}
	if label, ok := strings.CutSuffix(text, ":"); ok {
		return !afterHeading && len(strings.Fields(label)) <= 3 && !strings.ContainsAny(label, ",;()")
	}
	if _, ok := bracketed(b.text); ok || !endsLikeTitle(text) {
		return false
	}
	return next.kind != para || !next.tight
}

func beginsLikeTitle(s string) bool {
	s = strings.TrimLeft(s, `"'„“»›‚(`)
	c, _ := utf8.DecodeRuneInString(s)
	return utf8.RuneCountInString(s) <= maxTitle && (unicode.IsUpper(c) || unicode.IsDigit(c) || isEMail.MatchString(s))
}

var enumerated = lazily(`^(?:TOP|Top|Punkt|Item)?\s*\d{1,2}(?:\.\d{1,2})*[.):]?\s+\pL`)

var (
	isEMail  = lazily(`^e-?[A-Z]`) // "eMail", "e-Voting"
	sentence = lazily(`\pL{3,}[.!?]\s+\p{Lu}|\.\.\.|…|://`)
)

// endsLikeTitle reports whether a line neither ends nor is broken like a sentence.
func endsLikeTitle(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return !strings.ContainsRune(".!?;,:", last) && !sentence.MatchString(s)
}

var pathWord = lazily(`^[\pL\d][^\s/]*(?:/[^\s/]+)+$`)

// isPath reports whether a line is nothing but the title of a page below
// others, or an address.
func isPath(s string) bool { return pathWord.MatchString(s) || strings.Contains(s, "://") }

func timeOnly(s string) bool {
	_, _, ok := readSpan(s)
	return ok || spanOnly(s)
}

// linkPaths makes links of lines that are nothing but the title of a page of
// this page's own tree: text has lost the brackets.
func (r *reader) linkPaths() {
	root, _, ok := strings.Cut(r.id.page, "/")
	if !ok || root == "" {
		return
	}
	for i, b := range r.in {
		if b.kind != para || !strings.Contains(b.text, "/") {
			continue
		}
		lines := b.lines()
		for k, line := range lines {
			if p := plain(line); pathWord.MatchString(p) && strings.HasPrefix(p, root+"/") && !strings.ContainsAny(p, "[]|<>{}") {
				lines[k] = "[[" + p + "]]"
			}
		}
		r.in[i].text = strings.Join(lines, "\n")
	}
}
