package wikitext

import (
	"strings"
)

// InlineToMarkdown converts a text without blocks. The result has a line's end
// where the text has one, and a backslash before it where the text has <br>.
// What Markdown cannot say is a raw span, or the whole text is one; converted
// back by FromMarkdown the result reads the same.
func InlineToMarkdown(text string) string {
	md, ok := inlineMarkdown(text)
	if !ok {
		return rawSpan(strings.TrimSpace(text))
	}
	return md
}

// inlineMarkdown tries the ways to write a text, the prettiest first, and
// takes the first that reads the same when it is converted back.
func inlineMarkdown(text string) (string, bool) {
	text = strings.TrimSpace(text)
	if isPlain(text) {
		return text, true
	}
	runs, ok := readRuns(clean(text))
	if !ok {
		return "", false
	}
	for _, w := range []runWriter{{}, {under: true}, {full: true}, {full: true, under: true}} {
		md := w.write(runs)
		back, ok := readRuns(FromMarkdown([]byte(md), WriteOptions{}))
		if ok && sameRuns(runs, back) {
			return md, true
		}
	}
	return "", false
}

// isPlain reports whether a text means the same everywhere: words with blanks
// and the punctuation that neither side cares for.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case isASCIILetter(c), c >= 0x80 && c != 0xc2, c == ',', c == ';', c == '"', c == '%', c == '?':
		case isDigit(c), c == '(' || c == '/' || c == '$':
		case c == ' ':
			if i > 0 && s[i-1] == ' ' {
				return false
			}
		case c == '.' || c == ')':
			if i > 0 && isDigit(s[i-1]) && i < 12 || i+1 < len(s) && isASCIILetter(s[i+1]) { // "1." "www.x"
				return false
			}
		default:
			return false
		}
	}
	return true
}

// rawSpan returns a raw span that holds wikitext.
func rawSpan(s string) string {
	s = strings.NewReplacer("\r\n", " ", "\n", " ").Replace(s)
	return codeSpan(s) + string(rawMark)
}

// codeSpan returns a code span that shows s.
func codeSpan(s string) string {
	longest, n := 0, 0
	for i := 0; i < len(s); i++ {
		if s[i] == '`' {
			n++
			longest = max(longest, n)
		} else {
			n = 0
		}
	}
	fence := strings.Repeat("`", longest+1)
	if s == "" || s[0] == '`' || s[len(s)-1] == '`' || s[0] == ' ' && s[len(s)-1] == ' ' && strings.Trim(s, " ") != "" {
		s = " " + s + " "
	}
	return fence + s + fence
}
