package capture

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks/when"
)

// readMotion reads what stands behind /antrag: a title, "2: Title" or "2", an
// id of a motion of an earlier meeting.
func (g *grammar) readMotion(rest string) Reading {
	id, bare := cutMotionID(rest)
	number, title, marked := cutNumber(bare)
	if number > 0 && !marked && title != "" {
		number, title = 0, bare // "3 Anker kaufen"
	}
	return g.motion(number, title, id)
}

// motion is a new motion, or the return to one of this meeting.
func (g *grammar) motion(number int, title string, id motions.ID) Reading {
	r := Reading{Act: ActMotion, Topic: title, Number: number, MotionID: id}
	for _, e := range g.v.Entries {
		if e.Kind != KindMotion {
			continue
		}
		same := id != "" && e.MotionID == id || title != "" && lang.Key(e.Text) == lang.Key(title) ||
			title == "" && number > 0 && e.Number == number
		if same {
			return Reading{Act: ActMotion, Of: e.ID, Topic: e.Text, Number: e.Number, MotionID: e.MotionID}
		}
		if number > 0 && e.Number == number {
			r.Number = 0
			r.Warnings = append(r.Warnings, lang.E(lang.WarnNumberTaken, number))
		}
	}
	warnPrivate(&r, title, true)
	return r
}

// passage reads what stands behind /begründung and its like: text, or nothing
// yet. Only an answer may stand outside motions.
func (g *grammar) passage(kind motions.Kind, rest string) Reading {
	r := Reading{Act: ActPassage, Of: g.v.Motion, Passage: kind, Text: rest}
	if kind == motions.Answer || kind == motions.Comment {
		var words string
		words, r.By, r.Text = g.cutSpeaker(rest)
		label := passageName(kind, "", g.lang()) + " " + words
		if p, ok := lang.ReadLabel(label); ok && p.By == r.By && words != r.By && !strings.ContainsAny(words, "*_:`<[]\\()") {
			r.Label = label
		}
	}
	if r.Of == "" && kind != motions.Answer {
		r.Err = noMotion()
	}
	warnPrivate(&r, r.Text, false)
	return r
}

func noMotion() *lang.Error { return lang.E(lang.RefuseNoMotion).Hint(lang.RefuseNoMotionHint) }

// cutSpeaker takes who speaks off the front of an answer: "der IT: …", "(IT)
// …", or a known person and a colon. Words is how it was typed: "der IT".
func (g *grammar) cutSpeaker(s string) (words, by, text string) {
	if strings.HasPrefix(s, "(") {
		if end := strings.IndexByte(s, ')'); end > 1 && end < 60 {
			by = strings.TrimSpace(s[1:end])
			return by, by, strings.TrimLeft(s[end+1:], ": ")
		}
	}
	colon := strings.IndexByte(s, ':')
	if colon <= 0 || colon > 60 || !endsWord(s, colon+1) {
		return "", "", s
	}
	typed := strings.Fields(s[:colon])
	text = strings.TrimSpace(s[colon+1:])
	if who, ok := g.find(strings.Join(typed, " ")); ok {
		return who.call(), who.call(), text
	}
	n := 0
	for n < len(typed) && lang.IsBy(typed[n]) {
		n++
	}
	if n == 0 || n == len(typed) || len(typed)-n > 4 {
		return "", "", s
	}
	for _, w := range typed[n:] {
		r, _ := utf8.DecodeRuneInString(w)
		if _, known := g.find(w); !known && !unicode.IsUpper(r) && !unicode.IsDigit(r) && !lang.IsBy(w) {
			return "", "", s
		}
	}
	return strings.Join(typed, " "), strings.Join(typed[n:], " "), text
}

// vote reads what stands behind /abstimmung: three numbers in whatever form, or
// words. Without any, they are to be asked for.
func (g *grammar) vote(rest string) (Reading, bool) {
	r := Reading{Act: ActVote, Of: g.v.Motion, Clock: g.now.Clock}
	rest, at := cutVoteTime(rest)
	if !at.IsZero() {
		r.Clock = g.pastClock(at, &r)
	}
	if rest == "" {
		r.Err = lang.E(lang.RefuseVote).Hint(lang.RefuseVoteHint)
	} else if v, text, ok := g.readVote(rest); ok {
		v.Time = r.Clock
		r.Vote, r.Text = &v, text
		g.checkVote(&r)
	} else {
		return Reading{Warnings: []*lang.Error{lang.E(lang.RefuseVote).Hint(lang.RefuseVoteHint)}}, false
	}
	if r.Of == "" {
		r.Err = noMotion()
	}
	if o, ok := motions.ReadOutcome(rest); ok {
		r.Outcome = o
	}
	return r, true
}

// readVote reads a tally: "5 1 2" and "5:1", or as minutes have it. Text is how
// the minutes will.
func (g *grammar) readVote(s string) (v motions.Vote, text string, ok bool) {
	counts, mode := s, ""
	if i := strings.IndexByte(s, '('); i > 0 && strings.HasSuffix(s, ")") {
		counts, mode = strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+1:len(s)-1])
	}
	parts := strings.FieldsFunc(counts, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(":/,;-–", r) })
	var n []int
	for len(n) < len(parts) && len(n) < 3 {
		x, err := strconv.Atoi(parts[len(n)])
		if err != nil || len(parts[len(n)]) > 5 {
			break
		}
		n = append(n, x)
	}
	left := strings.Join(parts[len(n):], " ")
	if _, outcome := motions.ReadOutcome(left); len(n) >= 2 && (left == "" || outcome) {
		v = motions.Vote{For: n[0], Against: n[1], Mode: mode}
		if len(n) == 3 {
			v.Abstain = n[2]
		}
		return v, g.tally(v), true
	}
	v, ok = motions.ReadVote(s)
	return v, s, ok
}

// tally returns a vote in the words of the minutes.
func (g *grammar) tally(v motions.Vote) string {
	words := lang.WriteTally
	if v.Abstain == 1 {
		words = lang.WriteTallyOne
	}
	s := words.In(g.lang(), v.For, v.Against, v.Abstain)
	if v.Mode != "" {
		s += " (" + v.Mode + ")"
	}
	return s
}

// cutVoteTime takes the time of a vote off the end of s: "um 23:41", "(23:41)".
func cutVoteTime(s string) (rest string, at when.Clock) {
	if i := strings.LastIndexByte(s, '('); i >= 0 && strings.HasSuffix(s, ")") {
		if c, err := when.ReadClock(s[i+1 : len(s)-1]); err == nil {
			return strings.TrimSpace(s[:i]), c
		}
	}
	for _, at := range []string{"um ", "at "} {
		i := strings.LastIndex(s, at)
		if i < 0 || i > 0 && s[i-1] != ' ' {
			continue
		}
		if c, err := when.ReadClock(s[i+len(at):]); err == nil {
			return strings.TrimSpace(s[:i]), c
		}
	}
	return s, 0
}

// checkVote warns where numbers do not fit.
func (g *grammar) checkVote(r *Reading) {
	members, _ := g.v.Here()
	if n := r.Vote.For + r.Vote.Against + r.Vote.Abstain; members > 0 && n > members {
		r.Warnings = append(r.Warnings, lang.E(lang.WarnVotes, n, members))
	}
	if g.v.Motion != "" && !g.motionHas(motions.TextPart) {
		r.Warnings = append(r.Warnings, lang.E(lang.WarnNoMotionText))
	}
}

// motionHas reports whether the current motion has a passage of this kind.
func (g *grammar) motionHas(kind motions.Kind) bool {
	for i := len(g.v.Entries) - 1; i >= 0; i-- {
		if e := g.v.Entries[i]; e.Kind == KindPassage && e.Motion == g.v.Motion && e.Passage == kind {
			return true
		}
	}
	return false
}

// outcome reads what stands behind /beschluss. Outside motions it is a decision
// without one, unless it is but an outcome.
func (g *grammar) outcome(rest string) Reading {
	if _, bare := motions.ReadOutcome(rest); g.v.Motion == "" && rest != "" && (!bare || len(strings.Fields(rest)) > 3) {
		return g.decided(rest)
	}
	r := Reading{Act: ActOutcome, Of: g.v.Motion, Text: rest}
	if rest == "" {
		r.Err = lang.E(lang.RefuseOutcome).Hint(lang.RefuseOutcomeHint)
		return r
	}
	if r.Of == "" {
		r.Err = noMotion()
		return r
	}
	o, ok := motions.ReadOutcome(rest)
	r.Outcome = o
	switch {
	case !ok && !motions.IsPostponed(rest):
		r.Warnings = append(r.Warnings, lang.E(lang.WarnOutcome))
	case (o == motions.Accepted || o == motions.AcceptedChanged || o == motions.Rejected) && !g.motionHas(motions.VotePart):
		r.Warnings = append(r.Warnings, lang.E(lang.WarnNoVote))
	}
	return r
}
