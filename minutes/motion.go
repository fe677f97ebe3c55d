package minutes

import (
	"strings"

	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks/when"
)

// PassageKind returns the kind of passage that a label opens.
func PassageKind(l lang.Label) (kind motions.Kind, ok bool) {
	switch l {
	case lang.LabelMotion, lang.LabelText:
		return motions.TextPart, true
	case lang.LabelReasons:
		return motions.Reasons, true
	case lang.LabelAnswer:
		return motions.Answer, true
	case lang.LabelComment, lang.LabelAdvice:
		return motions.Comment, true
	case lang.LabelAmendment:
		return motions.Amendment, true
	case lang.LabelVote:
		return motions.VotePart, true
	case lang.LabelDecision:
		return motions.Decision, true
	}
	return "", false
}

// motionReader reads a motion's passages, line by line.
type motionReader struct {
	f     *File
	m     *motions.Motion
	words [][]string   // the lines of each passage
	open  motions.Kind // of the passage that text without a label goes on with
	fresh bool         // such text begins a passage of its own
}

// readMotion reads the blocks below a motion's heading.
func (f *File) readMotion(mo *motions.Motion, blocks []block) {
	r := &motionReader{f: f, m: mo, open: motions.TextPart, fresh: true}
	last := 0
	for _, b := range blocks {
		if last > 0 {
			r.gap(b.line - last - 1)
		}
		last = b.last
		switch b.kind {
		case quoteBlock:
			if quoted, ok := f.quotePassages(b); ok {
				for _, p := range quoted {
					r.m.Parts = append(r.m.Parts, p)
					r.words = append(r.words, []string{p.Text})
				}
				r.fresh = true
				continue
			}
			r.plain(b)
		case headingBlock:
			r.heading(b)
		case paraBlock:
			for n := b.line; n <= b.last; n++ {
				r.line(n, f.lineText(n))
			}
		default:
			r.plain(b)
		}
	}
	for i := range mo.Parts {
		p := &mo.Parts[i]
		if p.Kind != motions.Answer && p.Kind != motions.Comment || p.Text == "" {
			p.Text = modelText([]byte(strings.Join(r.words[i], "\n")))
		}
		f.readDecision(p)
	}
}

// gap keeps the blank lines between two blocks of one passage.
func (r *motionReader) gap(n int) {
	if i := len(r.words) - 1; i >= 0 && !r.fresh {
		for range n {
			r.words[i] = append(r.words[i], "")
		}
	}
}

// plain takes a block without labels as it is written.
func (r *motionReader) plain(b block) {
	for n := b.line; n <= b.last; n++ {
		r.text(n, r.f.lineText(n))
	}
}

// text adds a line to the open passage, or to a new one if an answer or a
// comment stands between.
func (r *motionReader) text(n int, s string) {
	if r.fresh {
		r.begin(motions.Passage{Kind: r.open, Line: n, End: n})
	}
	i := len(r.m.Parts) - 1
	r.words[i] = append(r.words[i], s)
	r.m.Parts[i].End = n
}

func (r *motionReader) begin(p motions.Passage) {
	r.m.Parts = append(r.m.Parts, p)
	r.words = append(r.words, nil)
	r.open, r.fresh = p.Kind, false
}

// line takes a line of a paragraph: a label opens a passage or names the
// petitioner, other text goes on.
func (r *motionReader) line(n int, s string) {
	label, rest, ok := boldLabel(s)
	if ok && r.labelled(n, label, rest) {
		return
	}
	r.text(n, s)
}

// heading takes a heading that is a part of the motion: with a label it opens
// a passage, without it is text.
func (r *motionReader) heading(b block) {
	s := strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(r.f.lineText(b.line)), "#"))
	label, rest, ok := cutLabel(s)
	if !ok {
		label, rest = s, ""
	}
	if b.line == b.last && r.labelled(b.line, label, rest) {
		return
	}
	r.plain(b)
}

// labelled takes what stands behind a label; false if the label means nothing.
func (r *motionReader) labelled(n int, label, rest string) bool {
	p, ok := r.f.passage(n, label)
	if !ok {
		parts, known := lang.ReadLabel(label)
		if !known || parts.Label != lang.LabelPetitioner {
			return r.f.readDetail(r.m, n, label, rest)
		}
		r.f.misspelt(n, parts)
		r.f.addPetitioner(r.m, strings.TrimSpace(parts.By+" "+rest))
		return true
	}
	r.begin(p)
	if rest != "" {
		r.words[len(r.words)-1] = append(r.words[len(r.words)-1], rest)
	}
	return true
}

// passage reads a label that opens a passage.
func (f *File) passage(n int, label string) (motions.Passage, bool) {
	parts, ok := lang.ReadLabel(label)
	kind, opens := PassageKind(parts.Label)
	if !ok || !opens {
		return motions.Passage{}, false
	}
	f.misspelt(n, parts)
	p := motions.Passage{Kind: kind, Label: parts.Name, By: parts.By, Line: n, End: n, Advice: parts.Label == lang.LabelAdvice}
	if parts.Detail != "" {
		if c, err := when.ReadClock(parts.Detail); err == nil {
			p.Time = c
		} else if p.By == "" && (kind == motions.Answer || kind == motions.Comment) {
			p.By, p.Label = parts.Detail, strings.TrimSpace(strings.TrimRight(label, ": "))
		} else {
			p.Label = strings.TrimSpace(strings.TrimRight(label, ": "))
		}
	}
	return p, true
}

func (f *File) misspelt(n int, p lang.LabelParts) {
	if !p.Exact {
		f.problem(n, Misspelt, lang.E(lang.ReadMisspelt, p.Name, p.Label.Write(f.ctx.Lang)))
	}
}

// quotePassages reads a block quote that begins with the label of an answer or
// a comment; ok is false if it is a quote like any other.
func (f *File) quotePassages(b block) (ps []motions.Passage, ok bool) {
	var words [][]string
	for n := b.line; n <= b.last; n++ {
		s := unquote(f.lineText(n))
		if label, rest, bold := boldLabel(s); bold {
			parts, known := lang.ReadLabel(label)
			if known && (parts.Label == lang.LabelAnswer || parts.Label == lang.LabelComment || parts.Label == lang.LabelAdvice) {
				p, _ := f.passage(n, label)
				ps, words = append(ps, p), append(words, []string{rest})
				continue
			}
		}
		if len(ps) == 0 {
			if strings.TrimSpace(s) == "" {
				continue
			}
			return nil, false
		}
		i := len(ps) - 1
		words[i] = append(words[i], s)
		if strings.TrimSpace(s) != "" {
			ps[i].End = n
		}
	}
	for i := range ps {
		ps[i].Text = modelText([]byte(strings.Join(words[i], "\n")))
	}
	return ps, len(ps) > 0
}

// unquote takes one level of quote marks off a line.
func unquote(s string) string {
	t := strings.TrimLeft(s, " ")
	if !strings.HasPrefix(t, ">") {
		return s // a line that goes on with the quote's paragraph
	}
	return strings.TrimPrefix(t[1:], " ")
}

// boldLabel cuts "**Label:** rest" or "**Label**: rest".
func boldLabel(s string) (label, rest string, ok bool) {
	t := strings.TrimLeft(s, " ")
	for _, mark := range []string{"**", "__"} {
		inner, cut := strings.CutPrefix(t, mark)
		if !cut {
			continue
		}
		end := strings.Index(inner, mark)
		if end <= 0 {
			return "", "", false
		}
		label, rest = inner[:end], inner[end+2:]
		if bare, colon := strings.CutSuffix(label, ":"); colon {
			return strings.TrimSpace(bare), strings.TrimSpace(rest), true
		}
		if bare, colon := strings.CutPrefix(rest, ":"); colon {
			return strings.TrimSpace(label), strings.TrimSpace(bare), true
		}
	}
	return "", "", false
}

// readPetitioner reads "Name (office) remark", "Name - office", or "Name,
// office". A bracket that holds a nick belongs to the name.
func (f *File) readPetitioner(m *motions.Motion, s string) {
	s = strings.TrimSpace(strings.TrimSuffix(s, `\`))
	name, brackets, rest := cutBrackets(s)
	if len(brackets) > 0 {
		m.Petitioner = name
		if who, ok := f.ctx.People.Find(brackets[0]); ok && (equalFold(who.Name, name) || equalFold(who.Nick, brackets[0])) {
			m.Petitioner += " (" + brackets[0] + ")"
			brackets = brackets[1:]
		}
		m.Remark = rest
		if len(brackets) > 0 {
			m.Role = brackets[0]
			for _, b := range brackets[1:] {
				m.Remark = strings.TrimSpace("(" + b + ") " + m.Remark)
			}
		} else if office, ok := strings.CutPrefix(rest, ", "); ok {
			m.Role, m.Remark = office, ""
		}
		return
	}
	m.Petitioner = s
	for _, dash := range []string{" - ", " – ", " — ", ", "} {
		before, office, ok := strings.Cut(s, dash)
		if !ok || dash == ", " && strings.Contains(office, ", ") {
			continue
		}
		if _, person := f.ctx.People.Find(office); !person {
			m.Petitioner, m.Role = strings.TrimSpace(before), strings.TrimSpace(office)
		}
		return
	}
}

// readDecision reads the tally of a vote and the outcome of a decision. What
// goes on with one behind an answer is not read again.
func (f *File) readDecision(p *motions.Passage) {
	switch p.Kind {
	case motions.VotePart:
		first, _, _ := strings.Cut(p.Text, "\n\n")
		for _, text := range []string{first, p.Text} {
			if v, ok := motions.ReadVote(oneTally(text)); ok {
				v.Time = p.Time
				p.Vote = &v
				return
			}
		}
		if p.Label != "" && p.Text != "" {
			f.problem(p.Line, UnreadVote, lang.E(lang.ReadVote, firstLine(p.Text)))
		}
	case motions.Decision:
		o, ok := motions.ReadOutcome(p.Text)
		p.Outcome = o
		if !ok && p.Label != "" && p.Text != "" && !motions.IsPostponed(p.Text) {
			f.problem(p.Line, UnreadOutcome, lang.E(lang.ReadOutcome, firstLine(p.Text)))
		}
	}
}

// oneTally joins a tally that is written as a list.
func oneTally(s string) string {
	var parts []string
	for line := range strings.SplitSeq(s, "\n") {
		line = strings.TrimRight(strings.TrimSpace(line), `\`)
		for _, mark := range []string{"- ", "* ", "+ "} {
			line = strings.TrimPrefix(line, mark)
		}
		if line != "" {
			parts = append(parts, line)
		}
	}
	return strings.Join(parts, ", ")
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}
