package capture

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// markdownOf returns a line that was typed as Markdown that shows it as typed,
// wherever a block may begin. Emphasis at word edges, code, links to addresses
// and wiki pages keep their meaning; what would begin a block, HTML or an
// entity, backslashes, and asterisks within words are escaped.
func markdownOf(line string) string {
	line = strings.TrimSpace(line)
	at, n := blockStart(line)
	return escapeInline(line, at, n, false)
}

// headingMarkdown returns a heading's text, as typed, as Markdown: on one line, and
// without a run of # at the end that would close the heading.
func headingMarkdown(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	at, n := -1, 0
	if bare := strings.TrimRight(text, "#"); len(bare) < len(text) && (bare == "" || strings.HasSuffix(bare, " ")) {
		at, n = len(bare), 1
	}
	return escapeInline(text, at, n, false)
}

// typedOf takes back markdownOf; ok is false if md is not what that makes of
// any line.
func typedOf(md string) (line string, ok bool) {
	if !strings.Contains(md, `\`) {
		return md, markdownOf(md) == md
	}
	line = unescapeMarkdown(md)
	return line, markdownOf(line) == md
}

func unescapeMarkdown(md string) string {
	var b strings.Builder
	for i := 0; i < len(md); {
		if md[i] == '\\' && i+1 < len(md) && isPunct(md[i+1]) {
			b.WriteByte(md[i+1])
			i += 2
			continue
		}
		end := max(i+1, verbatim(md, i))
		if md[i] == '`' && end == i+1 {
			end = i + runOf(md[i:], '`') // they close nothing, and are looked at as one
		}
		b.WriteString(md[i:end])
		i = end
	}
	return b.String()
}

// escapeInline escapes what in s would be read as more than it shows. The n
// bytes at offset at are escaped whatever they are. In a paragraph of several
// lines, backticks that no others close are escaped too: they could reach into
// the next line.
func escapeInline(s string, at, n int, paragraph bool) string {
	if n == 0 && !strings.ContainsAny(s, "\\`*_[<&") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 8)
	for i := 0; i < len(s); {
		c := s[i]
		if n > 0 && i >= at && i < at+n {
			b.WriteByte('\\')
			b.WriteByte(c)
			i++
			continue
		}
		if end := verbatim(s, i); end > i {
			b.WriteString(s[i:end])
			i = end
			continue
		}
		run := 1
		escape := false
		switch c {
		case '\\':
			escape = true
		case '`':
			run = runOf(s[i:], c)
			escape = paragraph || codeEnd(s, i) > i+run
		case '*', '_':
			run = runOf(s[i:], c)
			escape = !atWordEdge(s, i, i+run)
		case '<':
			escape = i+1 < len(s) && (isLetter(s[i+1]) || strings.IndexByte("/!?", s[i+1]) >= 0)
		case '&':
			escape = isEntity(s[i:])
		case '[':
			escape = isFalseLink(s, i)
		}
		for range run {
			if escape {
				b.WriteByte('\\')
			}
			b.WriteByte(c)
		}
		i += run
	}
	return b.String()
}

// verbatim returns where the code, wiki link or address that begins at s[i]
// ends, in which nothing is escaped; i if there is none.
func verbatim(s string, i int) int {
	switch s[i] {
	case '`':
		n := runOf(s[i:], '`')
		if end := codeEnd(s, i); end > i+n && !strings.Contains(s[i:end], "<!--") {
			return end
		}
	case '[':
		if !strings.HasPrefix(s[i:], "[[") {
			return i
		}
		end := strings.Index(s[i:], "]]")
		if end > 2 && !strings.ContainsAny(s[i+2:i+end], "[]<\\`") {
			return i + end + 2
		}
	case '<':
		return i + autolink(s[i:])
	}
	return i
}

// autolink returns how long the address in angle brackets at the start of s
// is, 0 if there is none.
func autolink(s string) int {
	end := strings.IndexByte(s, '>')
	if end < 0 || strings.ContainsAny(s[1:end], " \t<") || strings.IndexFunc(s[1:end], unicode.IsControl) >= 0 {
		return 0
	}
	scheme, rest, ok := strings.Cut(s[1:end], ":")
	if !ok || len(scheme) < 2 || len(scheme) > 32 || rest == "" || !isLetter(scheme[0]) {
		return 0
	}
	for i := range len(scheme) {
		if c := scheme[i]; !isLetter(c) && (c < '0' || c > '9') && strings.IndexByte("+-.", c) < 0 {
			return 0
		}
	}
	return end + 1
}

// isFalseLink reports whether the bracket at s[i] would begin a link that was
// hardly meant: behind a word, or to what is no address.
func isFalseLink(s string, i int) bool {
	depth, end := 0, -1
	for j := i; j < len(s) && end < 0; j++ {
		switch s[j] {
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				end = j
			}
		}
	}
	if end < 0 || !strings.HasPrefix(s[end:], "](") {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	target := strings.TrimLeft(s[end+2:], " <")
	if i > 0 && (inWord(before) || before == ')' || before == ']') {
		return true
	}
	if strings.HasPrefix(target, "/") || strings.HasPrefix(target, "#") || strings.HasPrefix(target, ".") {
		return false
	}
	scheme := strings.IndexByte(target, ':')
	return scheme < 2 || strings.ContainsAny(target[:scheme], " )(\"")
}

// atWordEdge reports whether the run s[from:to] of asterisks or underscores is
// none, or stands where emphasis begins or ends: between a word and what is
// none.
func atWordEdge(s string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:from])
	after, _ := utf8.DecodeRuneInString(s[to:])
	openSide := from == 0 || unicode.IsSpace(before)
	closeSide := to == len(s) || unicode.IsSpace(after)
	switch {
	case openSide && closeSide:
		return true
	case inWord(before) && inWord(after):
		return s[from] == '_'
	}
	mark := func(r rune) bool { return strings.ContainsRune("*_~`[]", r) }
	if !openSide && !closeSide && !inWord(before) && !inWord(after) && !mark(before) && !mark(after) {
		return false
	}
	opens := (openSide || strings.ContainsRune("([{\"'„“‚‘»«–—-/:;,>*_~|", before)) && !closeSide && !strings.ContainsRune(").,;:!?]}", after)
	closes := (closeSide || strings.ContainsRune(").,;:!?]}\"'“”’‘«»–—-/…*_~|<", after)) && !openSide && !strings.ContainsRune("([{", before)
	return opens || closes
}

// isEntity reports whether s begins with an entity, which would be shown as
// the character it names.
func isEntity(s string) bool {
	end := strings.IndexByte(s, ';')
	if end < 2 || end > 33 {
		return false
	}
	for i, c := range []byte(s[1:end]) {
		if !isLetter(c) && (c < '0' || c > '9') && (c != '#' || i > 0) {
			return false
		}
	}
	return true
}

// codeEnd returns where the code that begins at s[i] ends, or the run of
// backticks if no other of the same length closes it.
func codeEnd(s string, i int) int {
	n := runOf(s[i:], '`')
	for at := i + n; at < len(s); {
		j := strings.IndexByte(s[at:], '`')
		if j < 0 {
			break
		}
		m := runOf(s[at+j:], '`')
		if at += j + m; m == n {
			return at
		}
	}
	return i + n
}

func runOf(s string, c byte) int {
	n := 0
	for n < len(s) && s[n] == c {
		n++
	}
	return n
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isPunct(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
