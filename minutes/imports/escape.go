package imports

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// escape returns s, plain text of one line, as inline Markdown that shows s.
// It escapes only what would mean something, so that the file stays readable;
// addresses stay whole, and so do wiki links, which text does not have by chance.
func escape(s string) string {
	var b strings.Builder
	prev := ' '
	for i := 0; i < len(s); {
		if n := verbatim(s[i:], prev); n > 0 {
			b.WriteString(s[i : i+n])
			prev, _ = utf8.DecodeLastRuneInString(s[:i+n])
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		next, _ := utf8.DecodeRuneInString(s[i+n:])
		if i+n == len(s) {
			next = ' '
		}
		if active(r, prev, next, s[i:]) {
			b.WriteByte('\\')
		}
		b.WriteString(s[i : i+n])
		prev = r
		i += n
	}
	return b.String()
}

// verbatim returns the length of the address or wiki link that s begins with.
func verbatim(s string, prev rune) int {
	switch {
	case strings.HasPrefix(s, "[["):
		if end := strings.Index(s, "]]"); end > 0 && !strings.ContainsAny(s[:end], "\n\\") {
			return end + 2
		}
	case strings.HasPrefix(s, "http://"), strings.HasPrefix(s, "https://"):
		if isWord(prev) {
			return 0
		}
		if end := strings.IndexAny(s, " \t<>\"'`*\\"); end > 0 {
			return end
		}
		return len(s)
	}
	return 0
}

// active reports whether r would mean something to Markdown between prev and
// next; rest begins with r.
func active(r, prev, next rune, rest string) bool {
	switch r {
	case '\\':
		return next < utf8.RuneSelf && (unicode.IsPunct(next) || unicode.IsSymbol(next))
	case '*':
		return !unicode.IsSpace(prev) || !unicode.IsSpace(next)
	case '_':
		return !(isWord(prev) && isWord(next)) && !(unicode.IsSpace(prev) && unicode.IsSpace(next))
	case '`':
		return true
	case '~':
		return next == '~' || prev == '~' || !unicode.IsSpace(prev)
	case '<':
		return next == '/' || next == '!' || next == '?' || next < utf8.RuneSelf && unicode.IsLetter(next)
	case '&':
		return entity.MatchString(rest)
	case '[':
		return strings.Contains(rest, "](") || checkbox.MatchString(rest)
	}
	return false
}

var (
	entity   = lazily(`^&(#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);`)
	checkbox = lazily(`^\[[ xX]\](\s|$)`)
	starts   = lazily(`^(#{1,6}(\s|$)|>|[-+*](\s|$)|={1,}\s*$|-{2,}\s*$|([-*_]\s*){3,}$|~~~|\[[^\]]*\]:|\|)`)
	numbered = lazily(`^(\d{1,9})([.)])(\s|$)`)
)

// start returns line, inline Markdown, so that nothing at its beginning opens
// a block.
func start(line string) string {
	line = strings.TrimLeft(line, " \t")
	switch {
	case starts.MatchString(line):
		return `\` + line
	case numbered.MatchString(line):
		return numbered.ReplaceAllString(line, `$1\$2$3`)
	}
	return line
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

var (
	linked   = lazily(`\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]`)
	external = lazily(`\[([^\[\]]*)\]\(<?[^()\s]*>?\)`)
	escaped  = lazily(`\\([!-/:-@\[-` + "`" + `{-~])`)
	tag      = lazily(`</?[a-zA-Z][^<>]*>`)
)

// plain returns inline Markdown without its marks, for reading; what is
// written comes from the text itself.
func plain(s string) string {
	if !strings.ContainsAny(s, "[<*`\\") {
		return strings.Join(strings.Fields(s), " ")
	}
	// A pattern is asked only where what it needs is there: most lines have one
	// mark or none, and every line of a page comes here several times.
	if strings.Contains(s, "[[") {
		s = linked.ReplaceAllStringFunc(s, linkText)
	}
	if strings.Contains(s, "](") {
		s = external.ReplaceAllString(s, "$1")
	}
	if strings.Contains(s, "<") {
		s = tag.ReplaceAllString(s, " ")
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, "**", ""), "`", "")
	if strings.Contains(s, "*") {
		s = emphasis.ReplaceAllString(s, "$1$2$3")
	}
	if strings.Contains(s, `\`) {
		s = escaped.ReplaceAllString(s, "$1")
	}
	return strings.Join(strings.Fields(s), " ")
}

// linkText returns what a wiki link shows; of a link to a user's page that has
// no label, the user.
func linkText(l string) string {
	m := linked.FindStringSubmatch(l)
	if !strings.Contains(l, "|") {
		if _, user, ok := strings.Cut(m[1], ":"); ok && isUser(m[1]) {
			return user
		}
	}
	return m[1]
}

var emphasis = lazily(`(^|[^\\\pL\pN*])\*([^*\s][^*]*)\*($|[^\pL\pN*])`)

// isUser reports whether a link target is a user's page.
func isUser(target string) bool {
	space, _, ok := strings.Cut(target, ":")
	if !ok {
		return false
	}
	switch strings.ToLower(strings.TrimSpace(space)) {
	case "benutzer", "benutzerin", "user", "nutzer":
		return true
	}
	return false
}
