package wikitext

import (
	"strings"
	"unicode/utf8"
)

// NoticeCode says what could not be carried over.
type NoticeCode uint8

const (
	// BadUTF8 is bytes that are no UTF-8; each became U+FFFD.
	BadUTF8 NoticeCode = iota + 1
	// ControlChar is a character that no wiki stores, NUL among them; it
	// became U+FFFD.
	ControlChar
	// TooDeep is nesting beyond what is followed; what is deeper is text.
	TooDeep
	// HTMLCommentDropped is an HTML comment in Markdown, which shows nothing.
	HTMLCommentDropped
	// HTMLShown is raw HTML in Markdown, which the wiki shows as typed.
	HTMLShown
	// LinkAsText is a link that leads nowhere on a wiki, or nowhere good; its
	// destination follows its label in brackets.
	LinkAsText
	// ImageAsLink is an image that became a link.
	ImageAsLink
	// RawWikitext is wikitext that Markdown cannot say, where it cannot stay
	// wikitext either.
	RawWikitext
	// EmptyItemDropped is a list's item of wikitext without anything in it,
	// which MediaWiki hides.
	EmptyItemDropped
)

// String returns a name of c that stays the same, such as "bad-utf8".
func (c NoticeCode) String() string {
	switch c {
	case BadUTF8:
		return "bad-utf8"
	case ControlChar:
		return "control-char"
	case TooDeep:
		return "too-deep"
	case HTMLCommentDropped:
		return "html-comment-dropped"
	case HTMLShown:
		return "html-shown"
	case LinkAsText:
		return "link-as-text"
	case ImageAsLink:
		return "image-as-link"
	case RawWikitext:
		return "raw-wikitext"
	case EmptyItemDropped:
		return "empty-item-dropped"
	}
	return "unknown"
}

// Notice is one thing that a conversion could not carry over as it was. A
// conversion never fails: it has a result, and notices.
type Notice struct {
	Code NoticeCode
	Line int    // from 1, in the input; 0 if not known
	Text string // the beginning of what it is about, on one line, in valid UTF-8
}

// excerptBytes is about how much of a text a notice holds.
const excerptBytes = 60

// note tells report, if anybody listens, of text on a line.
func note(report func(Notice), code NoticeCode, line int, text string) {
	if report != nil {
		report(Notice{Code: code, Line: line, Text: excerpt(text)})
	}
}

// excerpt returns the beginning of a text on one line.
func excerpt(s string) string {
	s = strings.TrimLeft(s[:min(len(s), 10*excerptBytes)], " \t\r\n") // of a megabyte only the beginning is looked at
	more := ""
	if len(s) > excerptBytes {
		n := excerptBytes
		for n > excerptBytes-utf8.UTFMax && !utf8.RuneStart(s[n]) {
			n--
		}
		s, more = s[:n], "…"
	}
	return strings.Join(strings.Fields(clean(s)), " ") + more
}

// ReportBytes reports the bytes of a text that a conversion would replace: what
// is no UTF-8 and control characters, each at most once a line.
func ReportBytes(src string, report func(Notice)) { noteBytes(src, report) }

// noteBytes reports what clean replaces: at most one notice a line for each of
// the two codes, for a line can be a megabyte of nothing else.
func noteBytes(src string, report func(Notice)) {
	if report == nil {
		return
	}
	line, badLine, controlLine := 1, 0, 0
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRuneInString(src[i:])
		switch {
		case r == '\n', r == '\r' && !strings.HasPrefix(src[i+1:], "\n"):
			line++
		case r == '\r':
		case r == utf8.RuneError && n == 1:
			if badLine != line {
				badLine = line
				note(report, BadUTF8, line, linePart(src, i))
			}
		case isControl(r):
			if controlLine != line {
				controlLine = line
				note(report, ControlChar, line, linePart(src, i))
			}
		}
		i += n
	}
}

// linePart returns the line that src[i] is in, from a little before it.
func linePart(src string, i int) string {
	start := max(0, i-excerptBytes/2)
	for start < i && start > 0 && !utf8.RuneStart(src[start]) {
		start++
	}
	start += strings.LastIndexAny(src[start:i], "\r\n") + 1
	end := min(len(src), i+excerptBytes)
	if n := strings.IndexAny(src[i:end], "\r\n"); n >= 0 {
		end = i + n
	}
	return src[start:end]
}
