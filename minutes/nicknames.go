package minutes

import (
	"bytes"
	"html"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// secretName is a name or address of people.toml that gives way to a nick.
type secretName struct {
	words  []string // folded; between them any white space may stand
	nick   string
	turned bool // a comma stands behind the family name
}

// nameKey returns what characters of names are compared by: what [key] makes of
// them, and beside it one form for all apostrophes and hyphens, for ligatures
// and other letters that are only another shape, for letters that people write
// in two ways (ß and ss, ä and ae), and letters without their accents.
func nameKey(s string) string {
	s = key(s)
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf || s[i] == '`' {
			return withoutAccents(nameForms().Replace(norm.NFKC.String(s)))
		}
	}
	return s
}

func withoutAccents(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}

var nameForms = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "′", "'", "`", "'",
		"‐", "-", "‑", "-", "‒", "-", "–", "-", "−", "-",
		"ß", "ss", "ä", "ae", "ö", "oe", "ü", "ue", "æ", "ae", "ø", "oe", "œ", "oe")
})

// secretNames returns what stands for somebody other than the nick: the full
// name, aliases of several words, both also turned round ("Muster, Mia"), the
// e-mail address. Longer ones come first,
// so that one that begins another is not found within it.
func secretNames(people *People) []secretName {
	var out []secretName
	for _, p := range people.All() {
		names := []string{p.Name, p.Email}
		for _, a := range p.Aliases {
			if len(strings.Fields(a)) > 1 {
				names = append(names, a)
			}
		}
		for _, n := range names {
			w := strings.Fields(nameKey(n))
			if len(w) > 0 && !equalFold(n, p.Nick) {
				out = append(out, secretName{w, p.Nick, false})
			}
			for i := 1; i < len(w); i++ { // as in lists that go by family names
				turned := slices.Concat(w[i:], w[:i])
				turned[len(w)-i-1] += ","
				out = append(out, secretName{turned, p.Nick, true})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b secretName) int {
		return len(strings.Join(b.words, " ")) - len(strings.Join(a.words, " "))
	})
	return out
}

// nameHider hides the names of a roster.
type nameHider struct {
	names  []secretName
	finder func() *nameFinder
}

func newNameHider(people *People) *nameHider {
	names := secretNames(people)
	return &nameHider{names, sync.OnceValue(func() *nameFinder { return newNameFinder(names) })}
}

// in returns text with nicks for names; ok is false if a name is left that
// cannot be replaced.
func (h *nameHider) in(text string) (out string, ok bool) {
	out = string(replaceNames([]byte(text), h.names, Span{}))
	if _, left := h.finder().in([]byte(out)); left {
		return "", false
	}
	return out, true
}

// hiderOf returns what hides names where nicks stand for them, nil elsewhere.
func hiderOf(o PublicOptions) *nameHider {
	if !o.NamesAsNick {
		return nil
	}
	return newNameHider(o.People)
}

// NicksFor returns what writes texts with nicks for the names of people; ok is
// false if a name is left in one that cannot be replaced.
func NicksFor(people *People) func(text string) (out string, ok bool) {
	return newNameHider(people).in
}

// replaceNames returns src with every name replaced by its nick: in any
// Unicode form and case, over line breaks, with an s of the genitive behind
// it; see nameKey for what is the same. "Name (nick)" becomes the nick alone. Spans of keep are left as they are.
func replaceNames(src []byte, names []secretName, keep Span) []byte {
	if len(names) == 0 {
		return src
	}
	byFirst := map[rune][]secretName{}
	for _, n := range names {
		r, _ := utf8.DecodeRuneInString(n.words[0])
		byFirst[r] = append(byFirst[r], n)
	}
	var out bytes.Buffer
	at, wordBefore := 0, false
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRune(src[i:])
		if !wordBefore && (i < keep.Start || i >= keep.End) {
			first, _ := utf8.DecodeRuneInString(foldStart(src[i:]))
			if end, nick, ok := matchName(src, i, byFirst[first]); ok {
				out.Write(src[at:i])
				out.WriteString(nick)
				at, i, wordBefore = end, end, true
				continue
			}
		}
		wordBefore = inWord(r)
		i += size
	}
	out.Write(src[at:])
	return out.Bytes()
}

// spelling is a character behind a backslash, or one as an address has it.
var spelling = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\\[!-/:-@\[-\x60{-~]|(?:%[0-9A-Fa-f]{2})+|~~`)
})

// spelledOut returns s with entities, backslashes before punctuation, percent
// escapes and strikes resolved: what a reader, or a browser, makes of it.
func spelledOut(s string) string {
	return html.UnescapeString(spelling().ReplaceAllStringFunc(s, func(m string) string {
		switch m[0] {
		case '\\':
			return m[1:]
		case '%':
			if t, err := url.PathUnescape(m); err == nil && utf8.ValidString(t) {
				return t
			}
			return m
		}
		return ""
	}))
}

// visible returns s without characters that nobody sees, such as soft hyphens.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.Cf, unicode.Variation_Selector) || r == 0x034F {
			return -1
		}
		return r
	}, s)
}

// foldStart returns the folded first character of b, its marks included.
func foldStart(b []byte) string {
	n := norm.NFC.FirstBoundary(b)
	if m := norm.NFC.NextBoundary(b, true); n <= 0 {
		n = m
	}
	if n <= 0 || n > len(b) {
		n = len(b)
	}
	return nameKey(string(b[:n]))
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// matchName returns where the first of names that stands at offset i ends.
func matchName(src []byte, i int, names []secretName) (end int, nick string, ok bool) {
	for _, n := range names {
		end, ok := matchWords(src, i, n.words)
		if !ok {
			continue
		}
		r, size := utf8.DecodeRune(src[end:])
		if r == 's' || r == 'S' { // Jan Simons' or Dana Stolls: the genitive stays
			if after, _ := utf8.DecodeRune(src[end+size:]); !inWord(after) {
				return end, n.nick, true
			}
		}
		if inWord(r) {
			continue
		}
		return skipNick(src, end, n.nick), n.nick, true
	}
	return 0, "", false
}

// matchWords matches the folded words at offset i, with white space, line
// breaks with their quote marks, no-break spaces or underscores between them.
func matchWords(src []byte, i int, words []string) (end int, ok bool) {
	for n, w := range words {
		if n > 0 {
			j := i
			for j < len(src) {
				if rest := src[j:]; bytes.HasPrefix(rest, []byte("&nbsp;")) {
					j += len("&nbsp;")
					continue
				}
				r, size := utf8.DecodeRune(src[j:])
				if r == '*' && bytes.HasPrefix(src[j+1:], []byte(" ")) && bytes.IndexByte(src[i:j], '\n') >= 0 {
					break // the next item of a list
				}
				if !unicode.IsSpace(r) && r != '_' && r != '*' && (r != '>' || !bytes.ContainsRune(src[i:j], '\n')) {
					break
				}
				j += size
			}
			if j == i {
				return 0, false
			}
			i = j
		}
		if i, ok = matchWord(src, i, w); !ok {
			return 0, false
		}
	}
	return i, true
}

// matchWord matches one folded word at offset i.
func matchWord(src []byte, i int, w string) (end int, ok bool) {
	for len(w) > 0 {
		if i >= len(src) {
			return 0, false
		}
		n := norm.NFC.NextBoundary(src[i:], true)
		if n <= 0 {
			return 0, false
		}
		c := nameKey(string(src[i : i+n]))
		if c == "" || !strings.HasPrefix(w, c) {
			return 0, false
		}
		w, i = w[len(c):], i+n
	}
	return i, true
}

// skipNick returns end moved behind " (nick)", if that follows.
func skipNick(src []byte, end int, nick string) int {
	rest := src[end:]
	open := bytes.TrimLeft(rest, " ")
	if len(open) == 0 || open[0] != '(' {
		return end
	}
	n := bytes.IndexByte(open, ')')
	if n < 0 || !equalFold(strings.TrimSpace(string(open[1:n])), nick) {
		return end
	}
	return end + len(rest) - len(open) + n + 1
}

// nicksOnly returns the roster without what NamesAsNick hides.
func nicksOnly(people *People) *People {
	ps := people.All()
	for i := range ps {
		ps[i].Name, ps[i].Email, ps[i].Wiki = "", "", ""
	}
	out, err := NewPeople(ps)
	if err != nil {
		return nil // fewer names cannot clash where more did not
	}
	return out
}
