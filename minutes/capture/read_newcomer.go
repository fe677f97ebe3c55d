package capture

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"telko/minutes/lang"
)

// newcomers reads the names behind "+neu:".
func (g *grammar) newcomers(names string, guest bool) (Reading, bool) {
	var people []Attendee
	var near Reading
	for _, part := range splitList(names) {
		if label, name, ok := strings.Cut(part, ":"); ok && lang.IsNew(label) {
			part = name
		}
		who, warn, ok := g.newcomer(part, guest)
		if near.Warnings = append(near.Warnings, warn...); !ok {
			return near, false
		}
		people = append(people, who)
	}
	if len(people) == 0 {
		return Reading{}, false
	}
	r := g.arrived('+', people)
	r.Warnings = append(near.Warnings, r.Warnings...)
	return r, true
}

// newcomer reads one of them. Who is known already is who they are; a nick that
// is somebody else's is not taken.
func (g *grammar) newcomer(part string, guest bool) (who Attendee, warn []*lang.Error, ok bool) {
	who, ok = readNewcomer(part)
	if !ok {
		return who, nil, false
	}
	who.Guest = who.Guest || guest
	byNick, nick := g.find(who.Nick)
	byName, named := g.find(who.Name)
	known := byNick
	switch {
	case nick && (who.Name == "" || named && byName.call() == byNick.call() || byNick.Name == ""):
	case nick:
		return who, []*lang.Error{lang.E(lang.WarnNickTaken, who.Nick)}, false
	case named && (who.Nick == "" || byName.Nick == ""):
		if known = byName; known.Nick == "" {
			known.Nick = who.Nick
		}
	default:
		who.New = true
		return who, nil, true
	}
	known.Guest, known.From, known.Until = known.Guest || who.Guest, who.From, who.Until
	return known, []*lang.Error{lang.E(lang.WarnKnown, known.call())}, true
}

// readNewcomer reads "Jan Simons (jamasi) gast 22:50"; one word is a nick.
func readNewcomer(s string) (who Attendee, ok bool) {
	s = strings.TrimSpace(s)
	for {
		cut, ok := cutSaid(s, &who)
		if !ok {
			break
		}
		s = cut
	}
	if i := strings.LastIndexByte(s, '('); i > 0 && strings.HasSuffix(s, ")") {
		who.Nick, s = strings.TrimSpace(s[i+1:len(s)-1]), strings.TrimSpace(s[:i])
		if !isNick(who.Nick) {
			return who, false
		}
	}
	who.Name = strings.Join(strings.Fields(s), " ")
	if who.Nick == "" && !strings.Contains(who.Name, " ") {
		who.Nick, who.Name = who.Name, ""
		return who, isNick(who.Nick)
	}
	return who, isPersonName(who.Name)
}

// isNick reports whether s can be a nick: one word that a bracket of assignees
// can hold, with a letter in it.
func isNick(s string) bool {
	for _, r := range s {
		if unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune("()[]{}<>,;?#\"!:|*\\`", r) {
			return false
		}
	}
	return strings.IndexFunc(s, unicode.IsLetter) >= 0 && !lang.IsNobody(s) && !lang.IsEveryone(s) && !lang.IsGuest(s) && !lang.IsNew(s)
}

// isPersonName reports whether s looks like a name: up to five words with
// letters, without digits.
func isPersonName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 5 || lang.IsNobody(s) || strings.ContainsAny(s, "!?<>=|:()[]{},;#*\\`\"0123456789") {
		return false
	}
	for _, w := range words {
		if strings.IndexFunc(w, unicode.IsLetter) < 0 {
			return false
		}
	}
	return true
}

// nearPeople says who may have been meant by names that are nobody's; who comes
// and is like nobody may be new.
func (g *grammar) nearPeople(sign byte, parts []string, unknown map[int]string) Reading {
	label := "neu: "
	if g.lang() == lang.English {
		label = "new: "
	}
	if len(unknown) == len(parts) && len(unknown) > 1 {
		return Reading{} // a sentence with commas
	}
	line := string(sign)
	for i, part := range parts {
		if i > 0 {
			line += ", "
		}
		word, is := unknown[i]
		if !is {
			line += part
			continue
		}
		if !looksLikeName(word) {
			return Reading{}
		}
		who := g.nearPerson(word, sign)
		if fresh, ok := readNewcomer(word); who == "" {
			if sign != '+' || !ok || utf8.RuneCountInString(fresh.call()) < 2 {
				return Reading{}
			}
			who = label + word
		}
		rest, cut := strings.CutPrefix(strings.Join(strings.Fields(part), " "), word)
		if !cut {
			return Reading{}
		}
		line += who + rest
	}
	return Reading{Offer: &Offer{Line: line}}
}

// nearPerson returns the nick of who may have been meant by word, "" for
// nobody. Those who are likely with this sign come first.
func (g *grammar) nearPerson(word string, sign byte) string {
	far, best := 6, ""
	for _, w := range lang.Spellings(word) {
		for _, n := range g.people() {
			for _, form := range n.forms {
				d, ok := isNear(w, form, 3)
				if !ok {
					continue
				}
				d = 2 * d
				if here := n.seen != nil && n.seen.Here; here != (sign == '-') {
					d++
				}
				if d < far {
					far, best = d, n.who.call()
				}
			}
		}
	}
	return best
}

// looksLikeName reports whether words may be a name that is not known: one word
// of letters, or several that begin with capitals, with a nick in brackets.
func looksLikeName(s string) bool {
	if i := strings.LastIndexByte(s, '('); i > 0 && strings.HasSuffix(s, ")") {
		if !isNick(s[i+1 : len(s)-1]) {
			return false
		}
		s = s[:i]
	}
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 4 {
		return false
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsLetter(r) || len(words) > 1 && !unicode.IsUpper(r) {
			return false
		}
		for _, r := range w {
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("-_.'’", r) {
				return false
			}
		}
	}
	return true
}
