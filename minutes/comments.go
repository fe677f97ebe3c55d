package minutes

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"telko/minutes/lang"
)

// comment is an HTML comment in a file's bytes, its marks included.
type comment struct{ at Span }

// findComments returns every HTML comment of src. It looks at bytes, not at
// Markdown: what stands between <!-- and --> is a comment in code, in quotes
// and across blank lines too, because whoever wrote it may have taken it for
// one. Only a < behind a backslash begins none.
//
// A comment that is not closed, or in which a second one begins, is in doubt:
// what was meant to be hidden may stand outside of what would be taken out.
// Then line and why say what is wrong.
func findComments(src []byte) (found []comment, line int, why *lang.Error) {
	for at := 0; ; {
		i := bytes.Index(src[at:], []byte("<!--"))
		if i < 0 {
			return found, 0, nil
		}
		start := at + i
		if backslashed(src, start) {
			at = start + 1
			continue
		}
		inner := start + len("<!--")
		n := bytes.Index(src[inner:], []byte("-->"))
		if n < 0 {
			return nil, lineOf(src, start), lang.E(lang.CommentOpen).Hint(lang.CommentOpenHint)
		}
		if bytes.Contains(src[inner:inner+n], []byte("<!--")) {
			return nil, lineOf(src, start), lang.E(lang.CommentNested).Hint(lang.CommentNestedHint)
		}
		at = inner + n + len("-->")
		found = append(found, comment{Span{start, at}})
	}
}

// oddComment returns the line of what is no comment, but was meant to be one: a
// program for writing made a dash of its hyphens, or there is one too few. It is
// 0 if there is none.
func oddComment(src []byte) (line int) {
	for at := 0; ; {
		i := bytes.Index(src[at:], []byte("<!"))
		if i < 0 {
			return 0
		}
		start := at + i
		at = start + len("<!")
		r, _ := utf8.DecodeRune(src[at:])
		if strings.ContainsRune("-‐‑–— ", r) && !backslashed(src, start) && (start == 0 || src[start-1] != '`') {
			return lineOf(src, start)
		}
	}
}

// backslashed reports whether an odd number of backslashes stands before at.
func backslashed(src []byte, at int) bool {
	n := 0
	for n < at && src[at-1-n] == '\\' {
		n++
	}
	return n%2 == 1
}

// stripComments returns src without comments. A line that held nothing else
// goes with them, where that joins no two paragraphs.
func stripComments(src []byte, found []comment) []byte {
	if len(found) == 0 {
		return src
	}
	var out bytes.Buffer
	at := 0
	for i := 0; i < len(found); {
		// All comments on one line, or that share lines, are one cut.
		first := found[i].at.Start
		lineStart := bytes.LastIndexByte(src[:first], '\n') + 1
		rest := append([]byte{}, src[max(lineStart, at):first]...)
		end := found[i].at.End
		for i++; i < len(found) && bytes.IndexByte(src[end:found[i].at.Start], '\n') < 0; i++ {
			rest = append(rest, src[end:found[i].at.Start]...)
			end = found[i].at.End
		}
		lineEnd := len(src)
		if n := bytes.IndexByte(src[end:], '\n'); n >= 0 {
			lineEnd = end + n + 1
		}
		rest = append(rest, src[end:lineEnd]...)
		out.Write(src[at:max(lineStart, at)])
		if len(bytes.TrimSpace(rest)) > 0 {
			out.Write(rest)
		} else if !droppable(out.Bytes(), src[lineEnd:]) {
			out.WriteString(lineBreak(src))
		} else if endsBlank(out.Bytes()) {
			// Of the blank lines on both sides one is enough.
			if next, _, ok := bytes.Cut(src[lineEnd:], []byte("\n")); ok && len(bytes.TrimSpace(next)) == 0 {
				lineEnd += len(next) + 1
			}
		}
		at = lineEnd
	}
	out.Write(src[at:])
	return out.Bytes()
}

// droppable reports whether nothing needs to stand between the lines before
// and after: one is blank or not there, or both are of a list.
func droppable(before, after []byte) bool {
	before = bytes.TrimRight(before, "\r\n")
	if i := bytes.LastIndexByte(before, '\n'); i >= 0 && len(bytes.TrimSpace(before)) > 0 {
		before = before[i+1:]
	}
	next, _, _ := bytes.Cut(after, []byte("\n"))
	if len(bytes.TrimSpace(next)) == 0 || len(bytes.TrimSpace(before)) == 0 {
		return true
	}
	return inList(before) && inList(next)
}

// endsBlank reports whether the last line of b is blank.
func endsBlank(b []byte) bool {
	b = bytes.TrimSuffix(b, []byte("\n"))
	return len(bytes.TrimSpace(b[bytes.LastIndexByte(b, '\n')+1:])) == 0
}

func inList(line []byte) bool {
	return len(line) > 1 && (line[0] == ' ' || line[0] == '\t' ||
		(line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ')
}

// blankComments returns src with comments overwritten by spaces, so that
// every line keeps its number.
func blankComments(src []byte, found []comment) []byte {
	if len(found) == 0 {
		return src
	}
	out := bytes.Clone(src)
	for _, c := range found {
		for i := c.at.Start; i < c.at.End; i++ {
			if out[i] != '\n' && out[i] != '\r' {
				out[i] = ' '
			}
		}
	}
	return out
}
