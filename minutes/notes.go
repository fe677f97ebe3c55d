package minutes

import (
	"bytes"
	"strings"
)

// stripNotes takes out link definitions that are used as comments. Line is
// that of one which goes on over the line's end.
func stripNotes(src []byte) (out []byte, line int) {
	if !bytes.Contains(src, []byte("]:")) && !bytes.Contains(src, []byte("] :")) {
		return src, 0
	}
	var b bytes.Buffer
	lines := bytes.SplitAfter(src, []byte("\n"))
	for n, l := range lines {
		note, closed := hiddenNote(string(l))
		if note && n+1 < len(lines) && titleBegins(lines[n+1]) {
			closed = false
		}
		switch {
		case note && !closed:
			return nil, n + 1
		case !note:
			b.Write(l)
		}
	}
	return b.Bytes(), 0
}

// hiddenNote reports whether line is a link definition that is used as a
// comment, and whether it is all on this line.
func hiddenNote(line string) (note, closed bool) {
	s := unlisted(strings.TrimSpace(line))
	label, rest, ok := strings.Cut(strings.Replace(s, "] :", "]:", 1), "]:")
	if !ok || !strings.HasPrefix(label, "[") {
		return false, false
	}
	f := strings.Fields(rest)
	switch key(label[1:]) {
	case "//", "comment", "kommentar", "_comment":
	default:
		// What leads nowhere and has a text of its own is no link, whatever it
		// is called. Without a label Markdown shows it, but who writes it behind
		// a # meant to hide it.
		if len(f) == 0 || f[0] != "#" && f[0] != "<>" || len(f) == 1 && label != "[" {
			return false, false
		}
	}
	if len(f) == 0 {
		return true, false
	}
	if len(f) == 1 {
		return true, !strings.ContainsAny(f[0][:1], "(\"'")
	}
	open, last := f[1][0], rest[len(strings.TrimRight(rest, " \t\r\n"))-1]
	return true, open == '(' && last == ')' || (open == '"' || open == '\'') && last == open
}

// titleBegins reports whether a line would be the title of the link definition
// above it, or go on with it.
func titleBegins(line []byte) bool {
	s := strings.TrimSpace(unlisted(string(line)))
	return s != "" && strings.ContainsAny(s[:1], "(\"'")
}
