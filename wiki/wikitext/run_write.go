package wikitext

import (
	"strings"
	"unicode"
)

// runWriter writes runs as Markdown.
type runWriter struct {
	spot
	full  bool // escape all punctuation
	under bool // emphasis by underscores
	links bool // wiki links stay as they are
	label bool // of an external link
	sure  bool // nothing has been written that could be read in another way
	b     strings.Builder
	open  []style
	surroundings
}

// write returns the Markdown of the runs.
func (w *runWriter) write(runs []run) string {
	w.b.Reset()
	w.surroundings = lookAround(runs)
	w.all(runs, 0)
	return w.b.String()
}

// all writes runs; the styles in within are those of the text around.
func (w *runWriter) all(runs []run, within style) {
	outer := w.open
	w.open = nil
	for i := 0; i < len(runs); {
		r := runs[i]
		j := i + 1
		common := r.style
		if r.group > 0 {
			for j < len(runs) && runs[j].group == r.group {
				common &= runs[j].style
				j++
			}
		}
		w.marks(common&^within&^codeStyle, runs[i:], within)
		switch {
		case r.group > 0:
			sure := w.sure && sureExternal(runs[i:j], lastRuneIn(w.b.String()))
			w.external(runs[i:j], within|common)
			w.sure = sure
		case r.kind == breakRun && (w.flat || i == 0 || j == len(runs)):
			w.raw("<br>") // where Markdown has no line break
			w.sure = w.sure && r.style == 0
		default:
			w.run(runs, i)
			if i == 0 && w.item && taskBox(r.text) != "" {
				w.sure = w.sure && sureBox(runs)
			} else {
				w.sure = w.sure && isSure(runs, i)
			}
		}
		i = j
	}
	w.marks(0, nil, within)
	w.open = outer
}

// marks ends and begins styles so that want is on.
func (w *runWriter) marks(want style, rest []run, within style) {
	keep := 0
	for keep < len(w.open) && w.open[keep]&want != 0 {
		keep++
	}
	before := lastRuneIn(w.b.String())
	for i := len(w.open) - 1; i >= keep; i-- {
		w.b.WriteString(w.mark(w.open[i]))
	}
	if len(w.open) > keep && isPunct(before) && len(rest) > 0 && isWordRune(rest[0].first()) {
		w.b.WriteString(glue)
	}
	w.open = w.open[:keep]
	for _, s := range w.open {
		want &^= s
	}
	if want != 0 && isWordRune(lastRuneIn(w.b.String())) && isPunct(rest[0].first()) {
		w.b.WriteString(glue)
	}
	for want != 0 { // what lasts longest goes outside
		best, length := style(0), -1
		for _, s := range []style{strongStyle, emStyle, strikeStyle} {
			if want&s == 0 {
				continue
			}
			n := 0
			for n < len(rest) && rest[n].style&s != 0 {
				n++
			}
			if n > length {
				best, length = s, n
			}
		}
		w.b.WriteString(w.mark(best))
		w.open = append(w.open, best)
		want &^= best
	}
}

func (w *runWriter) mark(s style) string {
	switch {
	case s == strongStyle:
		return "**"
	case s == strikeStyle:
		return "~~"
	case w.under:
		return "_"
	}
	return "*"
}

// external writes [label](address).
func (w *runWriter) external(runs []run, within style) {
	dest := runs[0].link
	inner := make([]run, len(runs))
	for i, r := range runs {
		r.link, r.group = "", 0
		inner[i] = r
	}
	w.b.WriteByte('[')
	sub := runWriter{label: true, full: w.full, under: w.under, spot: w.spot, surroundings: lookAround(inner)}
	sub.all(inner, within)
	w.b.WriteString(escapeBrackets(sub.b.String()))
	w.b.WriteString("](")
	if strings.ContainsAny(dest, "()\\&*_<> ") {
		dest = "<" + strings.NewReplacer(`\`, `\\`, "&", "&amp;", "<", "%3C", ">", "%3E").Replace(dest) + ">"
		dest = strings.ReplaceAll(dest, "&amp;", "&")
	}
	w.b.WriteString(dest + ")")
}

// escapeBrackets makes brackets in a label that are no code text.
func escapeBrackets(s string) string {
	if strings.Contains(s, "`") || !strings.ContainsAny(s, "[]") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			b.WriteByte(s[i])
			i++
		} else if s[i] == '[' || s[i] == ']' {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// run writes one run that is not in an external link.
func (w *runWriter) run(runs []run, i int) {
	r, after := runs[i], neighbour(runs, i+1, false)
	if i+1 < len(runs) && runs[i+1].kind == breakRun && (w.flat || i+2 == len(runs)) {
		after = '`' // it will be a raw span
	}
	switch r.kind {
	case rawRun:
		w.raw(r.text)
	case breakRun:
		w.b.WriteString("\\\n")
	case linkRun:
		w.link(r)
	case urlRun:
		w.url(r, after)
	default:
		if r.style&codeStyle != 0 && strings.Trim(r.text, " \n") != "" {
			w.code(strings.ReplaceAll(r.text, "\n", " "))
			return
		}
		if box := taskBox(r.text); i == 0 && w.item && box != "" && r.style == 0 {
			w.b.WriteString(box)
			r.text = r.text[len("☐ "):]
		}
		if w.flat || w.label || r.style != 0 { // where FromMarkdown writes a blank
			r.text = strings.ReplaceAll(r.text, "\n", " ")
		}
		slash := ""
		if t, ok := strings.CutSuffix(r.text, `\`); ok && i+1 < len(runs) && runs[i+1].kind == breakRun {
			r.text, slash = t, "&#92;" // goldmark sees no break behind an escaped one
		}
		m := mdEscaper{full: w.full, cell: w.cell, s: r.text, b: &w.b, next: after, links: i < w.lastLink, surroundings: w.surroundings}
		m.text()
		w.b.WriteString(slash)
	}
}

// taskBox returns the box of a task at the start of a text, as Markdown has it.
func taskBox(s string) string {
	switch {
	case strings.HasPrefix(s, "☐ "):
		return "[ ] "
	case strings.HasPrefix(s, "☑ "):
		return "[x] "
	}
	return ""
}

// raw writes wikitext.
func (w *runWriter) raw(s string) {
	w.code(s)
	w.b.WriteString(string(rawMark))
}

// code writes a code span.
func (w *runWriter) code(s string) {
	if w.cell {
		s = strings.ReplaceAll(s, "|", `\|`)
	}
	w.b.WriteString(codeSpan(s))
}

// link writes a wiki link.
func (w *runWriter) link(r run) {
	if w.links {
		w.raw("[[" + r.link + "|" + r.text + "]]")
		return
	}
	bar := "|"
	if w.cell {
		bar = `\|`
	}
	w.b.WriteString("[[" + r.link)
	if r.text != strings.TrimPrefix(r.link, ":") {
		w.b.WriteString(bar)
		for i := 0; i < len(r.text); i++ {
			if strings.HasPrefix(r.text[i:], "\u00a0") {
				w.b.WriteString("&nbsp;")
				i++
				continue
			}
			if labelEscape(r.text, i) {
				w.b.WriteByte('\\')
			}
			w.b.WriteByte(r.text[i])
		}
	}
	w.b.WriteString("]]")
}

// labelEscape reports whether the character at i means something in the label of
// a wiki link.
func labelEscape(s string, i int) bool {
	switch c := s[i]; c {
	case '\\':
		return true
	case '[':
		return i+1 < len(s) && s[i+1] == c
	case ']':
		return i+1 == len(s) || s[i+1] == c
	case '&':
		return entityLength(s[i:min(len(s), i+64)]) > 0
	}
	return false
}

// url writes an address that is its own label: bare, if Markdown finds its begin
// and its end.
func (w *runWriter) url(r run, after rune) {
	before := lastRuneIn(w.b.String())
	mail := strings.Contains(r.text, "@") && r.link == "mailto:"+r.text
	switch {
	case r.text != r.link && !mail: // www.
		w.b.WriteString(r.text)
	case w.full, !bareURL(r.text) && !mail,
		!isSpaceOrEnd(before) && before != '(' && before != '*' && before != '_', !isSpaceOrEnd(after) && !isStop(after) && after != ':' && after != '!':
		w.b.WriteString("<" + r.text + ">")
	default:
		w.b.WriteString(r.text)
	}
}

// glue is a raw span that shows nothing. Markdown knows the end of a mark by
// what is beside it: "**Ende:**gegen" is no mark, with glue behind it is.
const glue = "`<nowiki/>`{=wikitext}"

// first returns the first character that a run is written with.
func (r run) first() rune {
	if r.kind == textRun && r.group == 0 {
		for _, c := range r.text {
			return c
		}
	}
	return '['
}

func isPunct(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// bareURL reports whether Markdown knows the address without brackets: it
// wants a dot in the host.
func bareURL(s string) bool {
	scheme, host, ok := strings.Cut(s, "://")
	host, _, _ = strings.Cut(host, "/")
	return ok && (strings.HasPrefix(scheme, "http") || scheme == "ftp") && strings.Contains(host, ".")
}
