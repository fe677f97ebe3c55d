package capture

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"telko/minutes/lang"
	"telko/tasks/when"
)

// attendance reads "+nick", "-nick", "?nick" and lists of them. Every part must
// be somebody who is known.
func (g *grammar) attendance(text string) (Reading, bool) {
	sign, rest := text[0], text[1:]
	if rest == "" {
		return Reading{}, false
	}
	if isBlankAt(rest, 0) {
		bare := string(sign) + strings.TrimSpace(rest)
		if r, ok := g.attendance(bare); ok && len(bare) > 1 && len(r.Warnings) == 0 {
			return Reading{Offer: &Offer{Line: bare}}, false
		}
		return Reading{}, false
	}
	if r, _ := utf8.DecodeRuneInString(rest); !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return Reading{}, false
	}
	if sign == '+' {
		if label, names, ok := strings.Cut(rest, ":"); ok && (lang.IsNew(label) || lang.IsGuest(label)) {
			return g.newcomers(names, lang.IsGuest(label))
		}
	}
	parts := splitList(rest)
	var people []Attendee
	unknown := map[int]string{} // what in a part is nobody's name
	var warnings []*lang.Error
	for i, part := range parts {
		if label, name, ok := strings.Cut(part, ":"); ok && sign == '+' && lang.IsNew(label) {
			who, warn, ok := g.newcomer(name, false)
			if warnings = append(warnings, warn...); ok {
				people = append(people, who)
				continue
			}
		}
		who, left := g.attendee(part)
		people = append(people, who...)
		if left != "" {
			unknown[i] = left
		}
	}
	if len(unknown) > 0 || len(people) == 0 {
		near := g.nearPeople(sign, parts, unknown)
		near.Warnings = append(warnings, near.Warnings...)
		return near, false
	}
	if last := people[len(people)-1]; len(people) > 1 {
		timed := 0
		for _, p := range people {
			if !p.From.IsZero() || !p.Until.IsZero() {
				timed++
			}
		}
		for i := range people {
			if timed == 1 && (!last.From.IsZero() || !last.Until.IsZero()) {
				people[i].From, people[i].Until = last.From, last.Until // "+a, b, c 22:50"
			}
		}
	}
	r := g.arrived(sign, people)
	r.Warnings = append(warnings, r.Warnings...)
	return r, true
}

// arrived settles when those people came, left or were excused.
func (g *grammar) arrived(sign byte, people []Attendee) Reading {
	var r Reading
	for _, who := range people {
		seen := g.met(who.Nick, who.Name)
		switch sign {
		case '+':
			r.Act = ActCome
			g.comes(&r, &who, seen)
		case '-':
			r.Act = ActLeave
			if who.Until.IsZero() {
				who.Until, who.From = who.From, 0
			}
			g.leaves(&r, &who, seen)
		default:
			r.Act = ActExcuse
			g.excused(&r, &who, seen)
		}
		twice := false
		for _, have := range r.People {
			twice = twice || have.Nick == who.Nick && have.Name == who.Name
		}
		if !twice {
			r.People = append(r.People, who)
		}
	}
	return r
}

// excused is who is not here and has said so; who is here is excused from now
// on, or from a time on, and leaves.
func (g *grammar) excused(r *Reading, who *Attendee, seen *Presence) {
	if who.Until.IsZero() {
		who.Until, who.From = who.From, 0
	}
	if seen != nil && seen.Here {
		g.leaves(r, who, seen)
		return
	}
	if !who.Until.IsZero() {
		who.Until = 0
		r.Warnings = append(r.Warnings, lang.E(lang.WarnExcuseTime))
	}
}

func (g *grammar) comes(r *Reading, who *Attendee, seen *Presence) {
	typed := !who.From.IsZero() || !who.Until.IsZero()
	if typed {
		for _, c := range []when.Clock{who.From, who.Until} {
			if !c.IsZero() {
				g.pastClock(c, r)
			}
		}
	} else if seen != nil && seen.Here {
		who.From = seen.Since
		r.Warnings = append(r.Warnings, lang.E(lang.WarnHere, who.call()))
		return
	} else if !g.fromStart() || seen != nil && len(seen.Intervals) > 0 {
		who.From = g.now.Clock
	}
	if start := g.v.Start.Clock; typed && !start.IsZero() && !who.From.IsZero() {
		if m, _ := pastMoment(g.now, g.v.Start, who.From); minutesAfter(m, begun(g.now, g.v.Start)) <= 0 {
			who.From = 0
		}
	}
}

// fromStart reports whether who comes now counts as there from the start: it
// has not begun, or the roll is being called before the first topic.
func (g *grammar) fromStart() bool {
	start := g.v.Start
	if start.Clock.IsZero() {
		return true
	}
	late := minutesAfter(g.now, begun(g.now, start))
	return late <= 5 || late <= 30 && g.v.Topic == "" && g.v.Motion == ""
}

func (g *grammar) leaves(r *Reading, who *Attendee, seen *Presence) {
	typed := !who.Until.IsZero()
	if !typed {
		who.Until = g.now.Clock
	} else {
		g.pastClock(who.Until, r)
	}
	switch {
	case seen == nil || !seen.Here && !(typed && len(seen.Intervals) > 0):
		r.Warnings = append(r.Warnings, lang.E(lang.WarnNotHere, who.call()))
	case !seen.Since.IsZero():
		left, _ := pastMoment(g.now, g.v.Start, who.Until)
		came, _ := pastMoment(g.now, g.v.Start, seen.Since)
		if minutesAfter(left, came) < 0 {
			r.Warnings = append(r.Warnings, lang.E(lang.WarnLeftBefore, who.call(), seen.Since))
		}
	}
}

// attendee reads one part of a list: a name, and behind it a time or that it is
// a guest; or several names with blanks between. Left is what is nobody's name.
func (g *grammar) attendee(part string) (who []Attendee, left string) {
	s := strings.TrimSpace(part)
	var said Attendee
	for {
		if one, ok := g.find(s); ok {
			one.Guest = one.Guest || said.Guest
			one.From, one.Until = said.From, said.Until
			return []Attendee{one}, ""
		}
		cut, ok := cutSaid(s, &said)
		if !ok {
			break
		}
		s = cut
	}
	if i := strings.LastIndexByte(s, '('); i > 0 && strings.HasSuffix(s, ")") {
		one, ok := g.find(s[i+1 : len(s)-1])
		if named, same := g.find(strings.TrimSpace(s[:i])); ok && same && named.call() == one.call() {
			one.Guest, one.From, one.Until = one.Guest || said.Guest, said.From, said.Until
			return []Attendee{one}, ""
		}
		return nil, s
	}
	for _, word := range strings.Fields(s) {
		one, ok := g.find(word)
		if !ok {
			return nil, s
		}
		one.Guest, one.From, one.Until = one.Guest || said.Guest, said.From, said.Until
		who = append(who, one)
	}
	return who, ""
}

// cutSaid takes off the end of s what says something of a person: "22:50",
// "seit 22:50", "gast", "(Gast)".
func cutSaid(s string, said *Attendee) (rest string, ok bool) {
	take := func(words string) bool {
		if lang.IsGuest(words) {
			said.Guest = true
			return true
		}
		from, until, timed := readTimes(words)
		if timed {
			said.From, said.Until = from, until
		}
		return timed
	}
	if i := strings.LastIndexByte(s, '('); i > 0 && strings.HasSuffix(s, ")") {
		return strings.TrimSpace(s[:i]), take(strings.TrimSpace(s[i+1 : len(s)-1]))
	}
	words := strings.Fields(s)
	for n := min(4, len(words)-1); n > 0; n-- {
		if take(strings.Join(words[len(words)-n:], " ")) {
			return strings.Join(words[:len(words)-n], " "), true
		}
	}
	return s, false
}

// splitList splits at commas, semicolons and "und" outside brackets.
func splitList(s string) (parts []string) {
	depth, from := 0, 0
	cut := func(i, n int) {
		if part := strings.TrimSpace(s[from:i]); part != "" {
			parts = append(parts, part)
		}
		from = i + n
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '(':
			depth++
		case c == ')':
			depth--
		case depth > 0:
		case c == ',' || c == ';':
			cut(i, 1)
		case c == ' ':
			for _, and := range []string{" und ", " and ", " & "} {
				if strings.HasPrefix(s[i:], and) {
					cut(i, len(and))
					i += len(and) - 1
					break
				}
			}
		}
	}
	cut(len(s), 0)
	return parts
}
