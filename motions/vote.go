package motions

import (
	"strconv"
	"strings"
	"sync"
	"unicode"
)

// side is what a word of a tally counts.
type side uint8

const (
	noSide side = iota
	forSide
	againstSide
	abstainSide
	invalidSide
)

var sides = sync.OnceValue(func() map[string]side {
	return map[string]side{
		"dafür": forSide, "ja": forSide, "jastimmen": forSide, "ja-stimmen": forSide, "pro": forSide, "zustimmung": forSide,
		"zustimmungen": forSide, "fürstimmen": forSide, "for": forSide, "yes": forSide, "y": forSide, "aye": forSide, "ayes": forSide,
		"favour": forSide, "favor": forSide, "j": forSide, "für": forSide,
		"dagegen": againstSide, "nein": againstSide, "neinstimmen": againstSide, "nein-stimmen": againstSide, "contra": againstSide,
		"kontra": againstSide, "gegenstimme": againstSide, "gegenstimmen": againstSide, "ablehnung": againstSide,
		"ablehnungen": againstSide, "against": againstSide, "n": againstSide, "nay": againstSide, "nays": againstSide,
		"no": againstSide, "noes": againstSide, "opposed": againstSide, "gegen": againstSide,
		"enthaltung": abstainSide, "enthaltungen": abstainSide, "enthalten": abstainSide, "enth": abstainSide,
		"abstain": abstainSide, "abstained": abstainSide, "abstaining": abstainSide, "abstention": abstainSide,
		"abstentions": abstainSide, "a": abstainSide, "e": abstainSide,
		"ungültig": invalidSide, "ungültige": invalidSide, "ungültiger": invalidSide, "invalid": invalidSide, "spoiled": invalidSide, "spoilt": invalidSide,
	}
})

var numbers = sync.OnceValue(func() map[string]int {
	return map[string]int{
		"kein": 0, "keine": 0, "keiner": 0, "null": 0, "none": 0, "zero": 0,
		"eine": 1, "einer": 1, "ein": 1, "one": 1, "zwei": 2, "two": 2, "drei": 3, "three": 3, "vier": 4, "four": 4,
		"fünf": 5, "five": 5, "sechs": 6, "six": 6, "sieben": 7, "seven": 7, "acht": 8, "eight": 8, "neun": 9, "nine": 9,
		"zehn": 10, "ten": 10, "elf": 11, "eleven": 11, "zwölf": 12, "twelve": 12,
	}
})

// vague are words that make a tally relative or rough.
var vague = sync.OnceValue(func() map[string]bool {
	return map[string]bool{
		"alle": true, "rest": true, "übrige": true, "übrigen": true, "mehrheit": true, "mehrheitlich": true, "viele": true,
		"einige": true, "wenige": true, "ca": true, "etwa": true, "circa": true, "rund": true, "ungefähr": true,
		"all": true, "others": true, "majority": true, "many": true, "some": true, "few": true, "about": true, "most": true,
	}
})

// agreed are ways to decide without counting.
var agreed = []string{
	"konsens", "kein widerspruch", "keine gegenrede", "ohne gegenrede", "ohne widerspruch", "einstimmig", "einmütig",
	"per akklamation", "akklamation", "consensus", "no objection", "no objections", "without objection", "unanimous",
	"unanimously", "by acclamation", "lazy consensus", "nem con",
}

// Counting says how a vote was taken.
type Counting string

// The ways to vote.
const (
	Counted   Counting = "counted"   // the numbers are what was counted
	Consensus Counting = "consensus" // agreed without counting
	Rough     Counting = "rough"     // relative or estimated: the words in Mode are all there is
)

// Counting returns how v was taken.
func (v *Vote) Counting() Counting {
	switch {
	case v.For+v.Against+v.Abstain+v.Invalid > 0 || v.Mode == "":
		return Counted
	case isAgreed(v.Mode):
		return Consensus
	}
	return Rough
}

// Cast returns how many votes were counted, those that are invalid too.
func (v *Vote) Cast() int { return v.For + v.Against + v.Abstain + v.Invalid }

// ReadVote reads a tally: "5 dafür, 1 dagegen, 2 Enthaltungen", "Dafür: 15 /
// Dagegen: 1", "5/1/2", "3Y 0N 2A", "Konsens". Relative and rough ones ("alle
// -1", "~50 % dagegen") keep their words in Mode and have no numbers. What
// stands in brackets behind the numbers is the mode: "10 ja (geheim)"; invalid
// votes may stand there too: "10 ja (geheim, 1 ungültig)". The whole of s must be understood but for an outcome; else ok is false.
func ReadVote(s string) (v Vote, ok bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return Vote{}, false
	}
	counts, mode := splitMode(s)
	invalid, mode := cutInvalid(mode)
	if v, ok := readTriple(counts); ok {
		v.Mode, v.Invalid = mode, invalid
		return v, true
	}
	if isAgreed(counts) {
		return Vote{Mode: strings.TrimRight(s, ".")}, true
	}
	if v, ok = readSides(counts, mode, s); ok && v.Counting() == Counted {
		v.Invalid = max(v.Invalid, invalid)
	}
	return v, ok
}

// splitMode takes a bracket or a word of agreement off the end of s. A bracket
// around the whole is no mode.
func splitMode(s string) (counts, mode string) {
	t := strings.TrimRight(s, ". ")
	if strings.HasPrefix(t, "(") && strings.IndexByte(t, ')') == len(t)-1 {
		return t[1 : len(t)-1], ""
	}
	if i := strings.LastIndexByte(t, '('); i > 0 && strings.HasSuffix(t, ")") {
		inside := strings.TrimSpace(t[i+1 : len(t)-1])
		if isMode(inside) {
			return strings.TrimRight(t[:i], " ,;"), inside
		}
	}
	return s, ""
}

// isMode reports whether what stands in a bracket behind numbers says how the
// vote was taken, not more numbers. Invalid votes and versions may have numbers.
func isMode(s string) bool {
	if s == "" {
		return false
	}
	for part := range strings.SplitSeq(s, ",") {
		if _, ok := invalidIn(part); ok || !strings.ContainsAny(part, "0123456789") {
			continue
		}
		words := 0
		for _, t := range tokens(part) {
			if sides()[t.word] != noSide || vague()[t.word] || t.sign != 0 {
				return false
			}
			if t.number < 0 {
				words++
			}
		}
		if words == 0 {
			return false
		}
	}
	return true
}

// cutInvalid takes how many votes were invalid out of a mode.
func cutInvalid(mode string) (n int, rest string) {
	var kept []string
	for part := range strings.SplitSeq(mode, ",") {
		if k, ok := invalidIn(part); ok {
			n += k
		} else if part = strings.TrimSpace(part); part != "" {
			kept = append(kept, part)
		}
	}
	return n, strings.Join(kept, ", ")
}

// invalidIn reads "2 ungültig".
func invalidIn(part string) (int, bool) {
	n := -1
	word := false
	for _, t := range tokens(part) {
		switch {
		case t.sign != 0:
			return 0, false
		case t.number >= 0 && n < 0:
			n = t.number
		case sides()[t.word] == invalidSide:
			word = true
		case t.word != "stimmen" && t.word != "stimme" && t.word != "votes" && t.word != "vote":
			return 0, false
		}
	}
	return n, n >= 0 && word
}

func isAgreed(s string) bool {
	k := strings.Trim(fold(s), " .!")
	for _, w := range agreed {
		if k == w || strings.HasPrefix(k, w+",") || k == "im "+w || k == "by "+w {
			return true
		}
	}
	return false
}

// readTriple reads for/against/abstaining without words: 6/0/0, 6-0-0, 6:0:0,
// with nothing behind it but an outcome.
func readTriple(s string) (Vote, bool) {
	f := strings.FieldsFunc(s, unicode.IsSpace)
	if len(f) == 0 {
		return Vote{}, false
	}
	for _, sep := range []string{"/", "-", ":", "–"} {
		parts := strings.Split(strings.TrimRight(f[0], ",;"), sep)
		if len(parts) != 3 {
			continue
		}
		var n [3]int
		for i, p := range parts {
			x, err := strconv.Atoi(p)
			if err != nil || x < 0 || len(p) > 5 || len(p) > 1 && p[0] == '0' {
				return Vote{}, false
			}
			n[i] = x
		}
		rest := strings.Trim(strings.Join(f[1:], " "), "-–: ")
		if _, outcome := ReadOutcome(rest); rest != "" && !outcome {
			return Vote{}, false
		}
		return Vote{For: n[0], Against: n[1], Abstain: n[2]}, true
	}
	return Vote{}, false
}

// token is a number or a word of a tally.
type token struct {
	number int // -1 for a word
	word   string
	sign   byte // '~', '-', '%', '+' standing at it
}

// tokens splits a tally: "9 For/1 Against", "3Y 0N".
func tokens(s string) []token {
	var out []token
	rs := []rune(fold(s))
	for i := 0; i < len(rs); {
		switch r := rs[i]; {
		case unicode.IsDigit(r):
			j := i
			for j < len(rs) && unicode.IsDigit(rs[j]) {
				j++
			}
			n, err := strconv.Atoi(string(rs[i:j]))
			if err != nil || j-i > 5 {
				n = -1
			}
			t := token{number: n, word: string(rs[i:j])}
			if i > 0 && strings.ContainsRune("~-+<>≈", rs[i-1]) {
				t.sign = '~'
			}
			k := j
			for k < len(rs) && rs[k] == ' ' {
				k++
			}
			if k < len(rs) && rs[k] == '%' {
				t.sign = '%'
			}
			out = append(out, t)
			i = j
		case unicode.IsLetter(r):
			j := i
			for j < len(rs) && (unicode.IsLetter(rs[j]) || rs[j] == '-' && j+1 < len(rs) && unicode.IsLetter(rs[j+1])) {
				j++
			}
			out = append(out, token{number: -1, word: string(rs[i:j])})
			i = j
		default:
			i++
		}
	}
	return out
}

// readSides reads numbers with the words that say what they count, in either
// order.
func readSides(counts, mode, whole string) (Vote, bool) {
	ts := tokens(counts)
	got := map[side]int{}
	pending, last, rough := -1, noSide, false
	var left []string // words that are none of a tally's
	for i, t := range ts {
		n, isNumber := t.number, t.number >= 0
		if !isNumber {
			n, isNumber = wordNumber(ts, i)
		}
		switch {
		case t.sign != 0 || vague()[t.word]:
			rough = true
		case isNumber && last != noSide && !has(got, last):
			got[last], last = n, noSide // "dafür: 15"
		case isNumber && pending < 0:
			pending = n // "15 dafür"
		case isNumber:
			return Vote{}, false // two numbers and nothing to count
		case sides()[t.word] != noSide:
			sd := sides()[t.word]
			if has(got, sd) {
				return Vote{}, false
			}
			if pending >= 0 {
				got[sd], pending = pending, -1
			} else {
				last = sd
			}
		case t.word == "x" || t.word == "stimmen" || t.word == "stimme" || t.word == "votes" || t.word == "vote" ||
			t.word == "mal" || t.word == "und" || t.word == "and" || t.word == "mit" || t.word == "in" || t.word == "bei" || t.word == "with":
		default:
			left = append(left, t.word)
		}
	}
	counted := len(got) > 0 || last != noSide
	if rough && counted {
		return Vote{Mode: whole}, true
	}
	if len(got) == 0 || pending >= 0 || last != noSide {
		return Vote{}, false
	}
	if rest := strings.Join(left, " "); rest != "" && !isAgreed(rest) {
		if _, outcome := ReadOutcome(rest); !outcome {
			return Vote{}, false
		}
	} else if rest != "" && mode == "" {
		mode = rest
	}
	return Vote{For: got[forSide], Against: got[againstSide], Abstain: got[abstainSide], Invalid: got[invalidSide], Mode: mode}, true
}

// wordNumber returns the number that the word ts[i] is. "No" is nothing before
// a word that is counted ("no abstentions"), and a vote against elsewhere.
func wordNumber(ts []token, i int) (int, bool) {
	if ts[i].word == "no" {
		return 0, i+1 < len(ts) && sides()[ts[i+1].word] != noSide
	}
	n, ok := numbers()[ts[i].word]
	return n, ok
}

func has(m map[side]int, s side) bool { _, ok := m[s]; return ok }

// Unanimous reports whether v says of itself that nobody was against.
func (v *Vote) Unanimous() bool {
	for part := range strings.SplitSeq(fold(v.Mode), ",") {
		switch strings.Trim(part, " .!") {
		case "einstimmig", "einmütig", "unanimous", "unanimously", "nem con", "ohne gegenstimme", "ohne gegenstimmen":
			return true
		}
	}
	return false
}
