package minutes

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

	"telko/minutes/lang"
	"telko/motions"
)

// motions looks at the motions of a meeting. What several meetings or the log
// say of one is not for here: see motions.Remark.
func (l *linter) motions() {
	m := &l.f.Meeting
	held := m.Status.Held()
	for _, mo := range m.Motions {
		l.petitioners(mo)
		for i := range mo.Parts {
			l.vote(&mo.Parts[i])
			l.bareTally(mo, &mo.Parts[i])
		}
		if held {
			l.unfinished(mo)
		}
	}
	for _, r := range m.Resolutions {
		for i := range r.Parts {
			l.vote(&r.Parts[i])
		}
	}
}

// unfinished remarks on a motion that nobody dealt with, and on a vote of which
// nobody wrote down what it decided.
func (l *linter) unfinished(mo *motions.Motion) {
	vote, decision := -1, -1
	for i := range mo.Parts {
		switch mo.Parts[i].Kind {
		case motions.VotePart:
			vote = i
		case motions.Decision:
			decision = i
		}
	}
	name := motionTitle(&motions.Motion{Number: mo.Number, Title: mo.Title}, l.ctx.Lang)
	switch h := mo.Handling(); {
	case vote > decision:
		l.remark(mo.Parts[vote].Line, NoDecision, lang.E(lang.LintNoDecision, name, lang.LabelDecision.Write(l.ctx.Lang)))
	case decision < 0 && (h == motions.HandlingReceived || h == motions.HandlingDiscussed):
		l.remark(mo.Line, NoAnswer, lang.E(lang.LintNoAnswer, name, lang.LabelAnswer.Write(l.ctx.Lang), lang.LabelDecision.Write(l.ctx.Lang)))
	}
}

// petitioners remarks on a motion that names nobody, and on a name without an
// office that nobody here has.
func (l *linter) petitioners(mo *motions.Motion) {
	if mo.Petitioner == "" && mo.Role == "" && len(mo.Others) == 0 {
		l.remark(mo.Line, NoPetitioner, lang.E(lang.LintNoPetitioner, lang.LabelPetitioner.Write(l.ctx.Lang)))
		return
	}
	if len(l.ctx.People.All()) == 0 {
		return
	}
	all := append([]motions.Petitioner{{Name: mo.Petitioner, Role: mo.Role}}, mo.Others...)
	for _, p := range all {
		if p.Role != "" {
			continue // somebody from elsewhere, with an office
		}
		for _, name := range petitionerNames(p.Name) {
			if near, known := l.petitioner(name); !known && near != "" {
				l.remark(mo.Line, UnknownPerson, lang.E(lang.LintPetitionerNear, name, near))
			} else if !known {
				l.remark(mo.Line, UnknownPerson, lang.E(lang.LintPetitioner, name))
			}
		}
	}
}

// petitionerNames returns the names of one line, without nicks in brackets.
func petitionerNames(s string) []string {
	s = PlainText(s)
	for _, and := range []string{" und ", " and ", " & ", ";"} {
		s = strings.ReplaceAll(s, and, ",")
	}
	var out []string
	for name := range strings.SplitSeq(s, ",") {
		if i := strings.IndexByte(name, '('); i > 0 {
			name = name[:i]
		}
		if name = strings.TrimSpace(name); name != "" {
			out = append(out, name)
		}
	}
	return out
}

// petitioner reports whether the roster or this meeting's attendance has name, and
// if not who is meant perhaps.
func (l *linter) petitioner(name string) (near string, known bool) {
	if _, ok := l.ctx.People.Find(name); ok {
		return "", true
	}
	if _, ok := l.ctx.People.Group(name); ok {
		return "", true
	}
	for _, a := range l.f.Meeting.Present {
		if equalFold(a.Name, name) || equalFold(a.Nick, name) {
			return "", true
		}
	}
	if all := l.ctx.People.Nearest(name); len(all) > 0 {
		near = all[0]
	}
	return near, false
}

// bareTally remarks on a line below a motion that is a tally and says nothing
// else: without its label it is a part of the text.
func (l *linter) bareTally(mo *motions.Motion, p *motions.Passage) {
	switch p.Kind {
	case motions.TextPart, motions.Reasons, motions.Amendment:
	default:
		return
	}
	first, ok := lineSpan(l.f.src, p.Line)
	if !ok || p.Line < 1 {
		return
	}
	n := p.Line - 1
	for src := range bytes.Lines(l.f.src[first.Start:]) {
		if n++; n > p.End {
			return
		}
		line := PlainText(strings.Trim(string(src), " -*\r\n"))
		v, ok := motions.ReadVote(line)
		if !ok || v.Counting() != motions.Counted || v.Cast() == 0 || !looksCounted(line) {
			continue
		}
		told := slices.ContainsFunc(mo.Parts, func(other motions.Passage) bool {
			o := other.Vote
			return o != nil && o.For == v.For && o.Against == v.Against && o.Abstain == v.Abstain
		})
		if !told {
			l.remark(n, VoteBare, lang.E(lang.LintVoteBare, line, lang.LabelVote.Write(l.ctx.Lang)))
		}
	}
}

// looksCounted reports whether a line that can be read as a tally is one at first
// sight too: it has words, and begins with a number or has several.
func looksCounted(line string) bool {
	numbers := strings.FieldsFunc(line, func(r rune) bool { return !unicode.IsDigit(r) })
	return strings.ContainsFunc(line, unicode.IsLetter) && len(numbers) > 0 && (len(numbers) > 1 || strings.HasPrefix(line, numbers[0]))
}

// vote remarks on a tally that does not fit those who were there, or itself.
// What the minutes say stands all the same.
func (l *linter) vote(p *motions.Passage) {
	v := p.Vote
	if v == nil {
		return
	}
	m := &l.f.Meeting
	present := m.PresentAt(voteTime(p))
	there := len(present.Names)
	if present.Known && v.Cast() > there {
		l.remark(p.Line, VoteMisfit, lang.E(lang.LintVotes, v.Cast(), there))
	}
	if v.Counting() == motions.Rough {
		l.remark(p.Line, VoteRough, lang.E(lang.LintRough, v.Mode))
	}
	if v.Unanimous() && v.Against > 0 {
		l.remark(p.Line, VoteOdd, lang.E(lang.LintUnanimous, v.Mode, v.Against))
	}
	if l.ctx.Quorum == nil || !present.Known {
		return
	}
	if need := l.ctx.Quorum(m.Series); there < need {
		l.remark(p.Line, NoQuorum, lang.E(lang.LintQuorum, there, need))
	}
}
