package wikitext

import (
	"strings"
)

// InlineToMarkdown converts a text without blocks. The result has a line's end
// where the text has one, and a backslash before it where the text has <br>.
// What Markdown cannot say is a raw span, or the whole text is one; converted
// back by FromMarkdown the result reads the same.
func InlineToMarkdown(text string) string {
	text = strings.TrimSpace(stored(text))
	in := readInline(text)
	if in.ok {
		md, sure := in.write(spot{})
		if !sure {
			settle([]*inline{in})
			md, _ = in.write(spot{})
		}
		if in.how < wholeRaw {
			return md
		}
	}
	return rawSpan(text)
}

// inline is what a text shows, and how it is written as Markdown.
type inline struct {
	text string // as wikitext
	runs []run
	ok   bool // it can be written at all
	how  how
}

// how says how a text is written: there is more than one way, and the first
// that reads the same when it is converted back is taken.
type how uint8

const (
	plainly     how = iota // with what escapes a text seems to need
	underscores            // emphasis by underscores
	escaped                // all punctuation escaped
	both                   // escaped, with underscores
	linksRaw               // escaped, with wiki links as raw spans
	wholeRaw               // as one raw span
)

// spot is where a text stands.
type spot struct {
	flat bool // on one line: in a heading or a cell
	cell bool // in a table's cell, where a bar is escaped
	item bool // first in a list's item, where a box is one
}

// readInline reads a text.
func readInline(text string) *inline {
	runs, ok := readRuns(text)
	for i := range runs {
		if r := runs[i]; r.kind == rawRun && (strings.Contains(r.text, "\n") || isOpenComment(r.text)) {
			ok = false // a raw span has no lines, and what hides the rest of the page none behind it
		}
	}
	return &inline{text: text, runs: runs, ok: ok}
}

// isOpenComment reports whether wikitext is a comment without an end.
func isOpenComment(s string) bool {
	return strings.HasPrefix(s, "<!--") && (len(s) < len("<!---->") || !strings.HasSuffix(s, "-->"))
}

// onlyRaw reports whether there is nothing but wikitext that stays so.
func (in *inline) onlyRaw() bool {
	for _, r := range in.runs {
		if r.kind != rawRun && (r.kind != textRun || strings.TrimSpace(r.text) != "") {
			return false
		}
	}
	return len(in.runs) > 0
}

// blank reports whether a text shows nothing.
func (in *inline) blank() bool { return len(in.runs) == 0 }

// write returns the text as Markdown, and whether that is so plain that it
// surely reads the same.
func (in *inline) write(at spot) (string, bool) {
	if in.how == plainly && len(in.runs) == 1 {
		r := in.runs[0]
		if r.kind == textRun && r.style == 0 && r.group == 0 && strings.IndexByte(r.text, '#') < 0 && sureText(r.text, true, '\n', 0) && !(at.flat && strings.Contains(r.text, "\n")) {
			return r.text, true
		}
	}
	w := runWriter{spot: at, under: in.how == underscores || in.how == both, full: in.how >= escaped, links: in.how == linksRaw, sure: in.how == plainly}
	if in.how == wholeRaw {
		w.raw(strings.TrimSpace(in.text))
		return w.b.String(), false
	}
	w.write(in.runs)
	return w.b.String(), w.sure
}

// isPlain reports whether a text means the same everywhere: words with blanks
// and the punctuation that neither side cares for.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case isASCIILetter(c), c >= 0x80 && c != 0xc2 && c != 0xe2 && c != 0xe1 && c != 0xe3, c == ',', c == ';', c == '"', c == '%', c == '?':
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
