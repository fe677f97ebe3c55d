package capture

import (
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
)

// completeAttendance completes the last name of a list behind + - or ?.
func (g *grammar) completeAttendance(head string, at func(int) stretch) []Completion {
	from := 1
	if i := strings.LastIndexAny(head, ",;:"); i >= 0 {
		if from = i + 1; head[i] == ':' {
			return nil // +neu: somebody nobody knows
		}
	}
	if from == 1 && isBlankAt(head, 1) {
		return nil
	}
	return g.completeNick(at(skipBlanks(head, from)), head[0], false)
}

// completeNick completes a name behind a mark: those first whom it is likely
// about. Who stands in the list already is left out.
func (g *grammar) completeNick(s stretch, mark byte, groups bool) []Completion {
	listed := map[string]bool{}
	if mark != '@' {
		list := s.line[:s.from]
		if i := strings.LastIndexByte(list, '('); mark == '(' && i >= 0 {
			list = list[i+1:]
		}
		for _, part := range splitList(strings.TrimLeft(list, "+-?")) {
			if who, ok := g.find(strings.TrimRight(part, "?")); ok {
				listed[who.call()] = true
			}
		}
	}
	var likely, others, least []candidate
	for _, n := range g.people() {
		if listed[n.who.call()] {
			continue
		}
		c := candidate{insert: n.who.call(), label: n.who.call(), note: g.standing(n), forms: n.forms, kind: CompleteNick}
		here := n.seen != nil && n.seen.Here
		switch {
		case mark == '-' && !here:
			if n.seen == nil {
				continue
			}
			least = append(least, c)
		case mark == '-', mark == '(' && here, mark == '@' && here, (mark == '+' || mark == '?') && n.seen != nil && n.seen.Expected:
			likely = append(likely, c)
		case (mark == '+' || mark == '?') && here:
			least = append(least, c)
		default:
			others = append(others, c)
		}
	}
	if groups {
		for _, name := range g.ctx.People.Groups() {
			others = append(others, candidate{insert: name, label: name, note: lang.CompleteGroup.In(g.lang()), forms: lang.Spellings(name), kind: CompleteNick})
		}
	}
	return offer(s, append(append(likely, others...), least...))
}

// standing says of a person their name, and whether they are here.
func (g *grammar) standing(n knownName) string {
	note := n.who.Name
	if n.who.Nick == "" {
		note = ""
	}
	is := ""
	switch p := n.seen; {
	case p == nil:
		return note
	case p.Here:
		is = lang.NoteHere.In(g.lang())
	case p.Excused:
		is = lang.NoteExcused.In(g.lang())
	case p.Expected:
		is = lang.NoteExpected.In(g.lang())
	case len(p.Intervals) > 0:
		is = lang.NoteLeft.In(g.lang())
	}
	if note != "" && is != "" {
		note += ", "
	}
	return note + is
}

// completeCommand completes a command, or what stands behind it.
func (g *grammar) completeCommand(head string, at func(int) stretch) []Completion {
	word, rest, behind := strings.Cut(head[1:], " ")
	if !behind {
		return g.completeCommandName(at(1))
	}
	if strings.TrimSpace(rest) != rest || strings.Contains(rest, "  ") {
		rest = strings.TrimLeft(rest, " ")
	}
	s := at(len(head) - len(rest))
	switch lang.ReadCommand(word, g.lang()) {
	case lang.CommandKeeper, lang.CommandPetitioner:
		return g.completeNick(s, '@', false)
	case lang.CommandPrivate:
		return g.completeTopic(s, 1)
	case lang.CommandMotion:
		var among []candidate
		for _, e := range g.v.Entries {
			if e.Kind == KindMotion && e.Text != "" {
				among = append(among, candidate{insert: e.Text, label: e.Text, forms: lang.Spellings(e.Text), kind: CompleteTopic})
			}
		}
		return offer(s, among)
	case lang.CommandDecision:
		var among []candidate
		for _, o := range []motions.Outcome{
			motions.Accepted, motions.AcceptedChanged, motions.Rejected, motions.Settled, motions.ReferredOut, motions.NotDecided, motions.Withdrawn,
		} {
			w := minutes.FormatOutcome(o, g.lang())
			among = append(among, candidate{insert: w, label: w, forms: lang.Spellings(w), kind: CompleteWord})
		}
		return offer(s, among)
	}
	return nil
}

// completeCommandName completes the name of a command: of those of motions
// first while there is one, else last. Its other names count where none of the
// language's own fits.
func (g *grammar) completeCommandName(s stretch) []Completion {
	if out := offer(s, g.commands(false)); len(out) > 0 {
		return out
	}
	return offer(s, g.commands(true))
}

func (g *grammar) commands(allNames bool) []candidate {
	var first, then []candidate
	for _, c := range lang.Commands() {
		name := c.Write(g.lang())
		forms := lang.Spellings(name)
		if allNames {
			for _, w := range c.Words() {
				forms = append(forms, lang.Spellings(w)...)
			}
		}
		one := candidate{insert: name, label: "/" + name, note: c.Does(g.lang()), forms: forms, kind: CompleteCommand}
		if c.Takes() {
			one.insert += " "
		}
		if ofMotions := c > lang.CommandMotion && c <= lang.CommandClose || c == lang.CommandReadAloud; ofMotions == (g.v.Motion != "") {
			first = append(first, one)
		} else {
			then = append(then, one)
		}
	}
	return append(first, then...)
}
