package imports

import (
	"strings"

	"telko/minutes/lang"
)

var (
	byLine    = lazily(`(?i)^\*{0,2}(von|by)\s+(.+?)\*{0,2}$`)
	endByLine = lazily(`^(.*[.!?»“"…)\]])\s+((?:\*\*)?\pL[\pL*/()]{5,24}(?:\*\*)?\s*:(?:\*\*)?\s+\S.*)$`)
	signature = lazily(`(?s)^(.*?)\s*(--|—|–)\s*((?:\[\[[^\[\]]+\]\]|\[[^\[\]]+\]\([^()]*\)|[\pL\d_.]+)(?:\s*\((?:\[\[[^\[\]]+\]\]|[^()]*)\))*(?:[\s,]+\d{1,2}:\d{2}[^\n]*)?)$`)
	signedAt  = lazily(`\d{1,2}:\d{2},? `)
)

// petitionerBelow reports whether the next block says no more than who moves
// what the heading names: "von nick", in italics.
func (r *reader) petitionerBelow() bool {
	b, ok := r.next()
	if !ok || b.kind != para {
		return false
	}
	line := b.lines()[0]
	if f, ok := labelOf(line); ok && f.Label == lang.LabelPetitioner && f.mark {
		return true
	}
	return strings.HasPrefix(line, "*") && byLine.MatchString(strings.TrimSuffix(line, `\`))
}

// moved reports whether the section that is being opened says who moves it: it
// is a motion, whatever its title says.
func (r *reader) moved() bool {
	end := min(r.sectionEnd(r.i-1), r.i+3)
	for _, b := range r.in[r.i:end] {
		if b.kind != para && b.kind != term && b.kind != item {
			continue
		}
		if m := allBold.FindStringSubmatch(b.text); m != nil {
			if _, _, _, ok := motionTitle(m[1]); ok {
				return false // what follows is about that one
			}
		}
		for k, line := range b.lines() {
			f, ok := labelOf(line)
			if ok && f.Label == lang.LabelPetitioner && f.Exact && (f.mark && f.rest != "" || b.kind == term) && (k == 0 || b.kind == para) {
				return true
			}
		}
	}
	return false
}

// headed reads a passage whose label is a heading: it goes to the next heading.
func (r *reader) headed(b block, f found) {
	inner := r.in[r.i:r.sectionEnd(r.i-1)]
	r.i += len(inner)
	r.passage(f, b.line, inner)
}

// term reads a line of a definition list with the descriptions below it.
func (r *reader) term(b block) {
	end := r.i
	for end < len(r.in) && r.in[end].tight && (r.in[end].kind == desc || end > r.i && r.in[end].kind == item) {
		end++
	}
	inner := r.in[r.i:end]
	r.i = end
	text := b.text
	if f, ok := labelOf(text); ok && isPassage(f.Label) && (r.motion != nil || f.Label == lang.LabelAnswer) {
		if f.rest != "" {
			inner = append([]block{{kind: para, text: f.rest, line: b.line}}, inner...)
		}
		r.passage(f, b.line, inner)
		return
	}
	label := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), ":"))
	if len(inner) == 0 {
		r.emit(block{kind: para, text: bold(text), line: b.line})
		return
	}
	if label == "" {
		r.emit(asParas(inner)...)
		return
	}
	r.emit(block{kind: labelled, label: plainLabel(label), text: inner[0].text, line: b.line})
	r.emit(asParas(inner[1:])...)
}

// passage writes a passage of a motion: answers and comments as quotes, others
// behind their label.
func (r *reader) passage(f found, line int, inner []block) {
	if !f.Exact {
		r.warn(line, lang.WarnLabel, f.Label.Write(r.lang), f.text)
	}
	inner = asParas(inner)
	if f.Label == lang.LabelAnswer || f.Label == lang.LabelComment {
		if len(inner) == 0 {
			inner = r.takeNext()
		}
		if n := len(inner); n > 0 && strings.HasSuffix(inner[n-1].text, ":") && inner[n-1].kind == para {
			inner = append(inner, r.takeNext()...)
		}
		r.emit(block{kind: quote, label: escape(f.text), inner: inner, line: line})
		return
	}
	if r.motion != nil {
		switch f.Label {
		case lang.LabelPetitioner:
			r.motion.petitioner = true
		default:
			r.motion.text = true
		}
	}
	b := block{kind: labelled, label: escape(f.text), line: line}
	if len(inner) == 0 {
		if next, ok := r.next(); ok && (next.kind == para || next.kind == desc) && !r.opensPassage(next.text) {
			r.i++
			inner = asParas([]block{next})
		}
	}
	if len(inner) > 0 && inner[0].kind == para {
		b.text = inner[0].text
		inner = inner[1:]
	}
	if f.Label == lang.LabelVote && len(inner) == 0 {
		if tally, outcome, ok := cutOutcome(b.text); ok {
			b.text = tally
			r.emit(b, block{kind: labelled, label: lang.LabelDecision.Write(r.lang), text: outcome, line: line, tight: true})
			return
		}
	}
	r.emit(b)
	r.emit(inner...)
}

// takeNext takes the paragraph or list that comes next, as what a label or a
// colon announced. What opens something of its own is not taken.
func (r *reader) takeNext() []block {
	b, ok := r.next()
	if !ok {
		return nil
	}
	switch {
	case (b.kind == para || b.kind == desc) && !r.opensPassage(b.text):
		r.i++
		return asParas([]block{b})
	case b.kind == item:
		from := r.i
		for r.i < len(r.in) && r.in[r.i].kind == item {
			r.i++
		}
		return r.in[from:r.i]
	}
	return nil
}

func (r *reader) opensPassage(text string) bool {
	f, ok := labelOf(strings.Split(text, "\n")[0])
	return ok && isPassage(f.Label)
}

// asParas makes paragraphs of descriptions, which a file has no other form for.
func asParas(in []block) []block {
	out := make([]block, len(in))
	for i, b := range in {
		if b.kind == desc {
			b.kind, b.level = para, 0
		}
		out[i] = b
	}
	return out
}

// para reads running text. Within a motion its lines may open passages; an
// answer is one anywhere.
func (r *reader) para(b block) {
	if r.plan > 0 && r.motion == nil && r.taskPara(b) {
		return
	}
	if m := allBold.FindStringSubmatch(b.text); m != nil {
		if _, _, _, ok := motionTitle(m[1]); ok { // a heading in bold type
			level := min(r.level+1, 6)
			if r.motion != nil {
				level = r.motion.level
			}
			r.openMotion(block{kind: heading, level: max(level, 3), text: m[1], line: b.line})
			return
		}
	}
	lines := b.lines()
	var keep []string
	from := b.line
	flush := func() {
		if text := strings.TrimSuffix(strings.Join(keep, "\n"), `\`); text != "" {
			r.running(block{kind: para, text: text, line: from})
		}
		keep = nil
	}
	for k := 0; k < len(lines); k++ {
		f, ok := r.passageLine(lines[k], k, len(lines))
		if !ok {
			if len(keep) == 0 {
				from = b.line + k
			}
			keep = append(keep, lines[k])
			continue
		}
		flush()
		n := r.passageEnd(f, lines, k)
		r.passageLines(f, lines[k+1:n], b.line+k)
		k = n - 1
	}
	flush()
}

// passageEnd returns where in lines the passage ends whose label f stands on
// line k: at the next one. A vote and a decision have one line, and so has the
// petitioner who is named on it.
func (r *reader) passageEnd(f found, lines []string, k int) int {
	n := k + 1
	if f.Label == lang.LabelVote || f.Label == lang.LabelDecision || f.Label == lang.LabelPetitioner && f.rest != "" {
		return n
	}
	for n < len(lines) {
		if _, ok := r.passageLine(lines[n], n, len(lines)); ok {
			break
		}
		n++
	}
	return n
}

// passageLines writes the passage of the label f, which stands on line at of
// the page, and of the lines below it. The petitioner may be named at its end.
func (r *reader) passageLines(f found, below []string, at int) {
	text := strings.TrimSpace(strings.TrimSuffix(f.rest, `\`) + "\n" + strings.Join(below, "\n"))
	text = strings.TrimSuffix(text, `\`)
	if text == "" {
		r.passage(f, at, nil)
		return
	}
	if f.Label != lang.LabelPetitioner && r.motion != nil {
		if body, author, ok := cutPetitioner(text); ok {
			r.passage(f, at, []block{{kind: para, text: body, line: at}})
			last := at + len(below)
			r.passage(author, last, []block{{kind: para, text: author.rest, line: last}})
			return
		}
	}
	r.passage(f, at, []block{{kind: para, text: text, line: at}})
}

// passageLine reads a line that opens a passage where one may stand.
func (r *reader) passageLine(line string, k, of int) (found, bool) {
	f, ok := labelOf(line)
	if !ok || !isPassage(f.Label) {
		if r.motion != nil && k == 0 && !r.motion.petitioner && !r.motion.text {
			if m := byLine.FindStringSubmatch(strings.TrimSuffix(line, `\`)); m != nil && strings.HasPrefix(line, "*") {
				return found{LabelParts: lang.LabelParts{Label: lang.LabelPetitioner, Exact: true}, text: r.byLabel(m[1]), rest: m[2], mark: true}, true
			}
		}
		return found{}, false
	}
	alone := f.rest == "" && (k+1 < of || of == 1)
	if !f.mark && !alone {
		return found{}, false
	}
	if !f.mark && f.By == "" && of == 1 && k == 0 && f.rest == "" && r.p.exact && len(strings.Fields(plain(line))) > 3 {
		return found{}, false
	}
	if r.motion == nil {
		return f, f.Label == lang.LabelAnswer
	}
	return f, true
}

// byLabel returns the label that stands for "von" or "by" below a title.
func (r *reader) byLabel(word string) string {
	if strings.EqualFold(word, "by") {
		return lang.LabelMotion.Write(lang.English) + " " + word
	}
	return lang.LabelMotion.Write(lang.German) + " " + word
}

// running writes text without a label: within a motion it may be signed, end
// in the petitioner's line, or be a vote.
func (r *reader) running(b block) {
	if r.motion == nil {
		r.emit(b)
		return
	}
	if r.voted(b) {
		return
	}
	if body, f, ok := cutPetitioner(b.text); ok {
		author := block{kind: para, text: f.rest, line: b.line}
		b.text = body
		r.running(b)
		r.passage(f, author.line, []block{author})
		return
	}
	if name, ok := bracketed(b.text); ok && r.motion.text {
		r.comment(b, name)
		return
	}
	if m := signature.FindStringSubmatch(b.text); m != nil && r.signs(m[2], m[3]) {
		name := signer(m[3])
		if r.motion.text {
			r.comment(b, name)
			return
		}
		if !r.motion.petitioner && !r.petitionerLater() {
			r.motion.text = true
			r.warn(b.line, lang.WarnAuthor, name)
			r.emit(b)
			f := found{LabelParts: lang.LabelParts{Label: lang.LabelPetitioner, Exact: true}, text: lang.LabelPetitioner.Write(r.lang)}
			r.passage(f, b.line, []block{{kind: para, text: escape(name), line: b.line}})
			return
		}
	}
	r.motion.text = true
	r.emit(b)
}

// plainLabel returns a label without the marks that would nest in bold type.
func plainLabel(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(s, "**", ""))
}

// bold returns a line in bold type.
func bold(s string) string {
	if s == "" || strings.Contains(s, "**") || strings.Contains(s, "\n") {
		return s
	}
	return "**" + s + "**"
}
