package imports

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"telko/minutes"
	"telko/minutes/lang"
)

// known are the people a page names as present or absent, and the roster's.
type known struct {
	roster *minutes.People
	words  map[string]string // key of a name or nick -> how it is written
}

func newKnown(roster *minutes.People) *known {
	return &known{roster: roster, words: map[string]string{}}
}

// find returns the word that names a person in a bracket: the nick, else the
// name.
func (k *known) find(word string) (string, bool) {
	word = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(word), "@"))
	if w, ok := k.words[lang.Key(word)]; ok {
		return w, true
	}
	if p, ok := k.roster.Find(word); ok {
		return p.Nick, true
	}
	return "", false
}

// add learns the people of a line of attendance: "Name (nick) (Gast)".
func (k *known) add(line string) {
	for _, one := range splitNames(plain(line)) {
		name, rest, _ := strings.Cut(one, "(")
		name = strings.TrimSpace(name)
		if label, after, ok := strings.Cut(name, ":"); ok {
			if _, ok := lang.ReadLabel(label); ok {
				name = strings.TrimSpace(after)
			}
		}
		if !isName(name) {
			continue
		}
		written := name
		if nick, _, ok := strings.Cut(rest, ")"); ok && isNick(nick) {
			written = strings.TrimSpace(nick)
			k.words[lang.Key(written)] = written
		}
		k.words[lang.Key(name)] = written
	}
}

// startsWith reports whether a text begins with a person's name or nick.
func (k *known) startsWith(text string) bool {
	words := strings.Fields(text)
	for n := min(len(words), 4); n > 0; n-- {
		if _, ok := k.find(strings.Trim(strings.Join(words[:n], " "), ":,;()")); ok {
			return true
		}
	}
	return false
}

// splitNames splits a list of names at commas and semicolons outside brackets.
func splitNames(s string) []string {
	var out []string
	depth, from := 0, 0
	cut := func(to int) {
		if t := strings.TrimSpace(s[from:to]); t != "" {
			out = append(out, t)
		}
	}
	for i, r := range s {
		switch r {
		case '(', '[':
			depth++
		case ')', ']':
			depth = max(depth-1, 0)
		case ',', ';':
			if depth == 0 {
				cut(i)
				from = i + 1
			}
		}
	}
	cut(len(s))
	return out
}

var bracket = lazily(`\([^()]*\)`)

// isName reports whether a piece of a list reads like a person's name.
func isName(s string) bool {
	s = strings.TrimSpace(bracket.ReplaceAllString(s, " "))
	r, _ := utf8.DecodeRuneInString(s)
	if s == "" || len(strings.Fields(s)) > 6 || utf8.RuneCountInString(s) > 60 || !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '@' && r != '_' {
		return false
	}
	if unicode.IsDigit(r) && isCount(s) {
		return false
	}
	return !strings.ContainsAny(s, "!?:") && !strings.Contains(s, "//")
}

// isNick reports whether what stands in the bracket behind a name is a nick,
// rather than a role, a time or a remark.
func isNick(s string) bool {
	s = strings.TrimSpace(s)
	if s == "" || len(strings.Fields(s)) != 1 || strings.ContainsAny(s, ":,") {
		return false
	}
	l, ok := lang.ReadLabel(s)
	return !ok || l.Label < lang.LabelPresent
}

var counted = lazily(`^(?:ca\.?|etwa|rund|about|~)?\s*\d+(?:\s|$|[+])`)

// isCount reports whether a list of names only counts them.
func isCount(s string) bool {
	parts := splitNames(s)
	for _, part := range parts {
		if !counted.MatchString(part) {
			return false
		}
	}
	return len(parts) > 0
}

// isParticle reports whether word is one of the small words in names.
func isParticle(word string) bool {
	switch word {
	case "von", "vom", "van", "zu", "zum", "zur", "de", "der", "den", "del", "di", "da", "la", "le", "al", "el", "ten", "bin":
		return true
	}
	return false
}

var present = lazily(`(?i)\s+(?:ab|seit|bis|from|since|until|till)\s+(?:ca\.?\s*)?\d{1,2}\b.*$`)

// bareNames reports whether a list that no label announces reads like names:
// each is one word, or words that begin with a capital letter.
func bareNames(s string) bool {
	if !areNames(s) {
		return false
	}
	for _, p := range splitNames(plain(s)) {
		p = present.ReplaceAllString(strings.TrimSpace(bracket.ReplaceAllString(p, " ")), "")
		words := strings.Fields(strings.TrimSuffix(p, "."))
		if len(words) > 4 {
			return false
		}
		for _, w := range words {
			c, _ := utf8.DecodeRuneInString(w)
			if len(words) > 1 && unicode.IsLower(c) && !isParticle(w) && w != "und" && w != "and" {
				return false
			}
		}
	}
	return true
}

// areNames reports whether a whole list reads like names.
func areNames(s string) bool {
	parts := splitNames(plain(s))
	names := 0
	for _, p := range parts {
		switch {
		case counted.MatchString(p): // "anke, Bo, 3 Gäste"
		case !isName(strings.TrimSuffix(p, ".")):
			return false
		default:
			names++
		}
	}
	return names > 0
}
