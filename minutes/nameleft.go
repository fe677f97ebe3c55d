package minutes

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	gmtext "github.com/yuin/goldmark/text"
)

// nameFinder finds names that replaceNames cannot replace, because something
// stands in them that a reader does not see, or takes for a part of the name:
// mark-up, entities, escapes of addresses, hyphens at the ends of lines, the
// nick, an initial.
type nameFinder struct {
	byFirst map[rune][]soughtName
}

// soughtName is a name as its letters alone.
type soughtName struct {
	letters string
	words   map[int]bool // where in letters a word of the name ends
	turn    int          // where a comma may stand, -1 for nowhere
	nick    string       // its letters
	who     string       // the nick
}

func newNameFinder(names []secretName) *nameFinder {
	f := &nameFinder{map[rune][]soughtName{}}
	for _, n := range names {
		s := soughtName{words: map[int]bool{}, turn: -1, nick: lettersOf(n.nick), who: n.nick}
		for _, w := range n.words {
			for _, part := range tokensOf(w) {
				s.letters += part.word
				s.words[len(s.letters)] = true
			}
			if n.turned && strings.HasSuffix(w, ",") {
				s.turn = len(s.letters)
			}
		}
		if first, _ := utf8.DecodeRuneInString(s.letters); s.letters != "" && s.letters != s.nick {
			f.byFirst[first] = append(f.byFirst[first], s)
		}
	}
	return f
}

// in returns the nick of somebody whose name a reader of src, Markdown, would
// see; ok is false if there is none.
func (f *nameFinder) in(src []byte) (nick string, ok bool) {
	plain := plainText(goldmark.DefaultParser().Parse(gmtext.NewReader(src)), src)
	raw := string(src)
	for _, text := range []string{plain, raw, unseen().ReplaceAllString(raw, "")} {
		for range 3 { // addresses within addresses are escaped twice
			if nick, ok := f.shown(text); ok {
				return nick, true
			}
			spelled := spelledOut(text)
			if spelled == text {
				break
			}
			text = spelled
		}
	}
	return "", false
}

// unseen is what stands in a text and is not shown, with all its letters.
var unseen = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`</?[A-Za-z][^<>]*>|\[\[[^\[\]|]*\||\{\{[^{}]*\}\}|\{=\w+\}|\]\([^()]*\)`)
})

// shown returns the nick of somebody whose name stands in text, whatever stands
// between its letters and is no letter, as far as it may be one name.
func (f *nameFinder) shown(text string) (nick string, ok bool) {
	tokens := tokensOf(text)
	for i, t := range tokens {
		first, _ := utf8.DecodeRuneInString(t.word)
		for _, n := range f.byFirst[first] {
			if n.at(tokens[i:]) {
				return n.who, true
			}
		}
	}
	return "", false
}

// longName is the number of bytes from which on a name is found as one word.
const longName = 10

// at reports whether the name stands at the beginning of tokens.
func (n *soughtName) at(tokens []token) bool { return n.goesOn(tokens, 0, 0) }

// goesOn reports whether the name, of which done bytes were found, goes on with
// token i.
func (n *soughtName) goesOn(tokens []token, i, done int) bool {
	if i >= len(tokens) {
		return false
	}
	t := &tokens[i]
	if i > 0 {
		if t.apart && !(t.comma && done == n.turn) && !tokens[i-1].initial() {
			return false
		}
		if t.spaced && !n.words[done] {
			return false // two words where the name has one
		}
	}
	rest := n.letters[done:]
	if t.word == rest || t.word == rest+"s" {
		return i > 0 || !n.several() || len(n.letters) >= longName
	}
	if strings.HasPrefix(rest, t.word) && n.goesOn(tokens, i+1, done+len(t.word)) {
		return true
	}
	between := i > 0 && n.words[done] && (t.word == n.nick || t.initial() || t.word == "at" || t.word == "dot")
	return between && n.goesOn(tokens, i+1, done)
}

// several reports whether the name is of more than one word.
func (n *soughtName) several() bool { return len(n.words) > 1 }

// token is a run of letters, and what stands before it.
type token struct {
	word   string // as nameKey has it
	spaced bool   // white space stands before it, other than in hyphenation
	apart  bool   // what stands before it parts sentences, cells of lists, blocks
	comma  bool   // what parts them is a comma or semicolon alone
}

// initial reports whether the word may be one letter that stands for a name.
func (t *token) initial() bool { return utf8.RuneCountInString(t.word) == 1 }

// tokensOf returns the runs of letters of a text.
func tokensOf(text string) []token {
	var out []token
	before := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) {
			i += size
			continue
		}
		start := i
		for i < len(text) {
			r, size := utf8.DecodeRuneInString(text[i:])
			if !unicode.IsLetter(r) && !unicode.IsMark(r) && !hidden(r) {
				break
			}
			i += size
		}
		word := text[start:i]
		for j := 0; j < len(word); j++ {
			if word[j] >= utf8.RuneSelf {
				word = visible(word)
				break
			}
		}
		out = append(out, tokenAfter(text[before:start], nameKey(word)))
		before = i
	}
	return out
}

// hidden reports whether r is shown within a word as nothing at all. What has
// no width may also part two words.
func hidden(r rune) bool { return r == 0xAD || r == 0x034F }

// farApart is how many bytes between two words make them no name.
const farApart = 40

func tokenAfter(between, word string) token {
	t := token{word: word}
	hyphened := strings.Contains(between, "\n") && strings.HasPrefix(nameKey(between), "-")
	t.spaced = strings.ContainsFunc(between, unicode.IsSpace) && !hyphened
	sep := strings.TrimSpace(between)
	t.comma = sep == "," || sep == ";"
	t.apart = len(between) > farApart || strings.ContainsAny(between, ",;:?!\x00") || strings.Contains(between, ". ") ||
		strings.Contains(between, ".\n") || newBlock(between)
	return t
}

// newBlock reports whether a block or an item of a list begins in between.
func newBlock(between string) bool {
	for {
		_, line, ok := strings.Cut(between, "\n")
		if !ok {
			return false
		}
		line = strings.TrimLeft(line, " \t\r>")
		if line != "" && strings.ContainsRune("\n-+#|", rune(line[0])) || strings.HasPrefix(line, "* ") {
			return true
		}
		if digits := strings.TrimLeft(line, "0123456789"); digits != line && digits != "" && strings.ContainsRune(".)", rune(digits[0])) {
			return true
		}
		between = line
	}
}

// lettersOf returns the letters of s, in small ones.
func lettersOf(s string) string {
	var b strings.Builder
	for _, t := range tokensOf(s) {
		b.WriteString(t.word)
	}
	return b.String()
}
