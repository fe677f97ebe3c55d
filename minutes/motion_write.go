package minutes

import (
	"fmt"
	"strings"

	"telko/minutes/lang"
	"telko/motions"
)

// ComposeMotion returns mo as a section of minutes, from its heading of the
// given level to the end of its last passage, without blank lines at the end.
// A passage keeps the label it was read with; one without gets the language's
// own where the reader would need it.
func ComposeMotion(mo motions.Motion, level int, l lang.Lang) string {
	blocks := []string{strings.Repeat("#", max(level, 1)) + " " + motionTitle(&mo, l)}
	if mo.Petitioner != "" || mo.Role != "" || mo.Remark != "" {
		blocks = append(blocks, label(lang.LabelPetitioner.Write(l), "")+petitioner(&mo))
	}
	blocks = append(blocks, detailBlocks(&mo, l)...)
	open := motions.TextPart // the unquoted passage that unlabelled text goes on with
	quoted := true           // whether unlabelled text would begin a passage of its own
	for i := range mo.Parts {
		p := &mo.Parts[i]
		if p.Kind == motions.Answer || p.Kind == motions.Comment {
			blocks = append(blocks, quote(label(passageLabel(p, l), clockOf(p))+p.Text))
			quoted = true
			continue
		}
		text := p.Text
		if p.Label != "" || p.Kind != open || !quoted || !continues(p) {
			text = label(passageLabel(p, l), clockOf(p)) + passageText(p, l)
		}
		if p.Kind == motions.Decision && i > 0 && mo.Parts[i-1].Kind == motions.VotePart && !quoted {
			blocks[len(blocks)-1] += "\n" + text
		} else {
			blocks = append(blocks, text)
		}
		open, quoted = p.Kind, false
	}
	return strings.Join(blocks, "\n\n") + "\n"
}

// continues reports whether p may go on with a passage before it without a
// label: it says nothing that only a label says.
func continues(p *motions.Passage) bool {
	switch p.Kind {
	case motions.VotePart, motions.Decision:
		return false
	}
	return p.By == "" && p.Time.IsZero()
}

// motionTitle returns the text of a motion's heading.
func motionTitle(mo *motions.Motion, l lang.Lang) string {
	s := lang.LabelMotion.Write(l)
	if mo.Number > 0 {
		s += fmt.Sprintf(" %d", mo.Number)
	}
	if mo.Title != "" {
		s += ": " + mo.Title
	}
	if mo.ID != "" {
		s += " #" + string(mo.ID)
	}
	return s
}

func petitioner(mo *motions.Motion) string {
	s := mo.Petitioner
	if mo.Role != "" {
		s += " (" + mo.Role + ")"
	}
	if mo.Remark != "" {
		s += " " + mo.Remark
	}
	return strings.TrimSpace(s)
}

// label returns a passage's label as it stands before its text.
func label(name, clock string) string {
	if clock != "" {
		name += " (" + clock + ")"
	}
	return "**" + name + ":** "
}

func clockOf(p *motions.Passage) string {
	if p.Time.IsZero() && p.Vote != nil {
		return p.Vote.Time.String()
	}
	return p.Time.String()
}

// passageLabel returns the label of p: its own, else the language's.
func passageLabel(p *motions.Passage, l lang.Lang) string {
	if p.Label != "" {
		return p.Label
	}
	name := LabelOf(p.Kind).Write(l)
	if p.Advice {
		name = lang.LabelAdvice.Write(l)
	}
	if p.By != "" {
		name = lang.WriteBy.In(l, name, p.By)
	}
	return name
}

// LabelOf returns the label that a passage of kind k begins with; that of the
// motion's text for a kind that is not known.
func LabelOf(k motions.Kind) lang.Label {
	switch k {
	case motions.Reasons:
		return lang.LabelReasons
	case motions.Answer:
		return lang.LabelAnswer
	case motions.Comment:
		return lang.LabelComment
	case motions.Amendment:
		return lang.LabelAmendment
	case motions.VotePart:
		return lang.LabelVote
	case motions.Decision:
		return lang.LabelDecision
	}
	return lang.LabelText
}

// passageText returns the words of p, those of a tally or outcome where the
// passage has none of its own.
func passageText(p *motions.Passage, l lang.Lang) string {
	switch {
	case p.Text != "":
		return p.Text
	case p.Vote != nil:
		return formatVote(p.Vote, l)
	}
	return FormatOutcome(p.Outcome, l)
}

func formatVote(v *motions.Vote, l lang.Lang) string {
	if v.Counting() != motions.Counted {
		return v.Mode
	}
	tally := lang.WriteTally
	if v.Abstain == 1 {
		tally = lang.WriteTallyOne
	}
	s := tally.In(l, v.For, v.Against, v.Abstain)
	if v.Invalid > 0 {
		s += ", " + lang.WriteInvalid.In(l, v.Invalid)
	}
	if v.Mode != "" {
		s += " (" + v.Mode + ")"
	}
	return s
}

// FormatOutcome returns the words for o in l, "" for none.
func FormatOutcome(o motions.Outcome, l lang.Lang) string {
	words := map[motions.Outcome]lang.Text{
		motions.Accepted:        lang.WriteAccepted,
		motions.AcceptedChanged: lang.WriteAcceptedChanged,
		motions.Rejected:        lang.WriteRejected,
		motions.Settled:         lang.WriteSettled,
		motions.ReferredOut:     lang.WriteReferred,
		motions.NotDecided:      lang.WriteNotVoted,
		motions.Withdrawn:       lang.WriteWithdrawn,
		motions.NotCompetent:    lang.WriteNotCompetent,
		motions.Inadmissible:    lang.WriteInadmissible,
	}
	t, ok := words[o]
	if !ok {
		return string(o)
	}
	return t.In(l)
}

// quote returns text as a block quote.
func quote(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if line == "" {
			lines[i] = ">"
		} else {
			lines[i] = "> " + line
		}
	}
	return strings.Join(lines, "\n")
}
