package minutes

import (
	"telko/minutes/lang"
	"telko/motions"
)

// readResolutions keeps the decisions among blocks that are no motion's: lines
// of paragraphs that begin with the label of one, with the tally before it. A
// decision goes on to the end of its paragraph.
func (f *File) readResolutions(blocks []block, topic string) {
	var vote *motions.Passage
	for _, b := range blocks {
		if b.kind != paraBlock {
			vote = nil
			continue
		}
		var open *motions.Passage
		for n := b.line; n <= b.last; n++ {
			s := f.lineText(n)
			kind := motions.Kind("")
			label, rest, ok := boldLabel(s)
			if ok {
				parts, known := lang.ReadLabel(label)
				if k, opens := PassageKind(parts.Label); known && opens && parts.Exact {
					kind = k
				}
			}
			switch kind {
			case motions.VotePart:
				p, _ := f.passage(n, label)
				p.Text = rest
				f.readDecision(&p)
				vote, open = &p, nil
			case motions.Decision:
				p, _ := f.passage(n, label)
				p.Text = rest
				open = f.resolution(topic, vote, p)
				vote = nil
			default:
				if open != nil && kind == "" {
					open.Text, open.End = open.Text+"\n"+s, n
				} else {
					vote = nil
				}
			}
		}
	}
	for _, r := range f.Meeting.Resolutions {
		p := &r.Parts[len(r.Parts)-1]
		p.Text, r.End = modelText([]byte(p.Text)), p.End
		p.Outcome, _ = motions.ReadOutcome(p.Text)
	}
}

// resolution adds a decision without a motion.
func (f *File) resolution(topic string, vote *motions.Passage, p motions.Passage) *motions.Passage {
	r := &motions.Motion{Meeting: f.Meeting.ID, Topic: topic, Line: p.Line, End: p.End}
	if vote != nil {
		r.Parts = append(r.Parts, *vote)
		r.Line = vote.Line
	}
	r.Parts = append(r.Parts, p)
	f.Meeting.Resolutions = append(f.Meeting.Resolutions, r)
	return &r.Parts[len(r.Parts)-1]
}
