package minutes

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"telko/minutes/lang"
	"telko/motions"
)

// NewPassage is a passage that comes into a motion of a file.
type NewPassage struct {
	motions.Passage
	After int // index in the motion's Parts of the passage it follows, -1 for the end of the motion
	Block int // the block of that passage it follows, as PassageBlocks counts; -1 for its end
}

// PassageBlocks returns the blocks of a passage's text that blank lines part:
// an answer may follow each of them.
func PassageBlocks(text string) []string {
	var out []string
	var open []string
	flush := func() {
		if len(open) > 0 {
			out = append(out, strings.Join(open, "\n"))
			open = nil
		}
	}
	for line := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(line) == "" {
			flush()
			continue
		}
		open = append(open, line)
	}
	flush()
	return out
}

// AddPassages returns f with passages put into the motion with this id (the
// one on a line, if id is ""). Where a passage follows another, it comes behind
// the answers and comments that are there already. All else keeps its bytes; a
// passage that would not be read back as what it is, or would change what
// stands around it, is an error.
func (f *File) AddPassages(id motions.ID, line int, add []NewPassage) ([]byte, error) {
	mo := f.motion(id, line)
	if mo == nil {
		return nil, lang.E(lang.MotionNotHere, string(id))
	}
	texts := map[int]string{} // by the line they come behind
	for i := range add {
		gap := "\n\n"
		if add[i].Kind == motions.Decision && add[i].After < 0 && before(mo, add[:i]) == motions.VotePart {
			gap = "\n"
		}
		texts[f.behind(mo, &add[i])] += gap + passageMarkdown(&add[i].Passage, f.ctx.Lang)
	}
	nl := lineBreak(f.src)
	var edits []edit
	for _, n := range slices.Sorted(maps.Keys(texts)) {
		at, ok := lineSpan(f.src, n)
		if !ok {
			return nil, lang.E(lang.MotionNotHere, string(id))
		}
		text := texts[n]
		if next, ok := lineSpan(f.src, n+1); ok && len(bytes.TrimSpace(next.Of(f.src))) > 0 {
			text += "\n"
		}
		edits = append(edits, edit{Span{at.End, at.End}, strings.ReplaceAll(text, "\n", nl)})
	}
	out := splice(f.src, edits)
	if !bytes.HasSuffix(out, []byte("\n")) {
		out = append(out, nl...)
	}
	return out, f.checkPassages(out, mo, add)
}

// before returns the kind of the passage that comes before one at the end of mo.
func before(mo *motions.Motion, add []NewPassage) motions.Kind {
	for i := len(add) - 1; i >= 0; i-- {
		if add[i].After < 0 {
			return add[i].Kind
		}
	}
	if n := len(mo.Parts); n > 0 {
		return mo.Parts[n-1].Kind
	}
	return ""
}

// motion returns the motion with this id, or that begins on a line.
func (f *File) motion(id motions.ID, line int) *motions.Motion {
	for _, m := range f.Meeting.Motions {
		if id != "" && m.ID == id || id == "" && m.Line == line {
			return m
		}
	}
	return nil
}

// behind returns the line that p comes after.
func (f *File) behind(mo *motions.Motion, p *NewPassage) int {
	if p.After < 0 || p.After >= len(mo.Parts) {
		last := mo.Line
		for i := range mo.Parts {
			last = max(last, mo.Parts[i].End)
		}
		if len(mo.Parts) == 0 {
			last = f.lastText(mo.Line, mo.End)
		}
		return last
	}
	part := &mo.Parts[p.After]
	if blocks := len(PassageBlocks(part.Text)); p.Block >= 0 && p.Block < blocks-1 {
		return f.blockEnd(part, blocks-1-p.Block)
	}
	end := part.End
	for _, next := range mo.Parts[p.After+1:] {
		if next.Kind != motions.Answer && next.Kind != motions.Comment {
			break
		}
		end = next.End
	}
	return end
}

// blockEnd returns the last line of the block of a passage that has so many
// blocks behind it.
func (f *File) blockEnd(p *motions.Passage, behind int) int {
	n := p.End
	for ; behind > 0; behind-- {
		for n > p.Line && strings.TrimSpace(f.lineText(n)) != "" {
			n--
		}
		for n > p.Line && strings.TrimSpace(f.lineText(n)) == "" {
			n--
		}
	}
	return n
}

// lastText returns the last line that is not blank from one line to another.
func (f *File) lastText(from, to int) int {
	for to > from && strings.TrimSpace(f.lineText(to)) == "" {
		to--
	}
	return to
}

// passageMarkdown returns a passage with its label as it stands in a file.
func passageMarkdown(p *motions.Passage, l lang.Lang) string {
	text := label(passageLabel(p, l), clockOf(p)) + passageText(p, l)
	if p.Kind == motions.Answer || p.Kind == motions.Comment {
		return quote(text)
	}
	return text
}

// checkPassages reports whether a file has the motion as it was, the new
// passages, and nothing else that is new.
func (f *File) checkPassages(out []byte, mo *motions.Motion, add []NewPassage) error {
	g, err := Parse(f.name, out, f.ctx)
	if err != nil {
		return err
	}
	broken := lang.E(lang.MotionNotBetween).Hint(lang.MotionNotBetweenHint)
	after := g.motion(mo.ID, mo.Line)
	if after == nil || len(g.Sections) != len(f.Sections) || len(g.Meeting.Motions) != len(f.Meeting.Motions) || len(g.Meeting.Tasks) != len(f.Meeting.Tasks) {
		return broken
	}
	want := expectedParts(mo, add)
	if len(want) != len(after.Parts) {
		return broken
	}
	for i := range want {
		got := &after.Parts[i]
		if want[i].Kind != got.Kind || foldSpace(passageText(&want[i], f.ctx.Lang)) != foldSpace(passageText(got, f.ctx.Lang)) {
			return broken
		}
	}
	return nil
}

// expectedParts returns the passages of mo with the new ones among them. A
// passage that an answer interrupts goes on behind it as another of its kind.
func expectedParts(mo *motions.Motion, add []NewPassage) []motions.Passage {
	var out []motions.Passage
	take := func(part, block int) {
		for i := range add {
			if add[i].After == part && add[i].Block == block {
				out = append(out, add[i].Passage)
			}
		}
	}
	for i := 0; i < len(mo.Parts); i++ {
		p := mo.Parts[i]
		blocks := PassageBlocks(p.Text)
		open := []string{}
		for b, text := range blocks {
			open = append(open, text)
			between := slices.ContainsFunc(add, func(n NewPassage) bool { return n.After == i && n.Block == b })
			if between && b < len(blocks)-1 {
				q := p
				q.Text = strings.Join(open, "\n\n")
				out = append(out, q)
				take(i, b)
				open = open[:0]
			}
		}
		if len(blocks) == 0 || len(open) > 0 {
			p.Text = strings.Join(open, "\n\n")
			out = append(out, p)
		}
		at := i
		for i+1 < len(mo.Parts) && isSaid(mo.Parts[i+1].Kind) && !isSaid(mo.Parts[at].Kind) {
			i++
			out = append(out, mo.Parts[i])
		}
		take(at, -1)
		if len(blocks) > 0 {
			take(at, len(blocks)-1)
		}
	}
	for i := range add {
		if add[i].After < 0 || add[i].After >= len(mo.Parts) {
			out = append(out, add[i].Passage)
		}
	}
	return out
}

// isSaid reports whether a passage of kind k is said about the one before it.
func isSaid(k motions.Kind) bool { return k == motions.Answer || k == motions.Comment }

func foldSpace(s string) string { return strings.Join(strings.Fields(s), " ") }

// FormatVote returns a tally in the words of l.
func FormatVote(v *motions.Vote, l lang.Lang) string { return formatVote(v, l) }
