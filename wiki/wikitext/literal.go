package wikitext

import (
	"strings"

	"github.com/yuin/goldmark/util"
)

// literal returns what a piece of Markdown text shows: backslash escapes and
// entities are resolved, each once.
func literal(s string) string {
	if strings.IndexByte(s, '\\') < 0 && strings.IndexByte(s, '&') < 0 {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c == '\\' && i+1 < len(s) && util.IsPunct(s[i+1]):
			b.WriteByte(s[i+1])
			i += 2
			continue
		case c == '&':
			if n := entityLength(s[i:]); n > 0 {
				switch r := entity(s[i : i+n]); r {
				case "":
				case "\n", "\r": // in a text it is no line's end
					b.WriteByte(' ')
					i += n
					continue
				default:
					b.WriteString(clean(r))
					i += n
					continue
				}
			}
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}

// isEntity reports whether s begins with an entity that HTML knows; MediaWiki
// shows others as typed.
func isEntity(s string) bool {
	n := entityLength(s)
	return n > 0 && entity(s[:n]) != ""
}

// entity returns the characters of an entity, or "" if HTML knows none.
func entity(s string) string {
	in := []byte(s)
	out := util.ResolveNumericReferences(in)
	if s[1] != '#' {
		out = util.ResolveEntityNames(in)
	}
	if string(out) == s {
		return ""
	}
	return string(out)
}
