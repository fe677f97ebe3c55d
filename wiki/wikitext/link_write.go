package wikitext

import (
	"net/url"
	"strings"
	"unicode/utf8"
)

// isScript reports whether a browser would run the address, or show what it
// holds, instead of going somewhere.
func isScript(dest string) bool {
	d := strings.ToLower(strings.Map(func(r rune) rune {
		if r <= ' ' {
			return -1
		}
		return r
	}, dest))
	for _, p := range []string{"javascript:", "vbscript:", "data:", "file:"} {
		if strings.HasPrefix(d, p) {
			return true
		}
	}
	return false
}

// address returns dest as it can stand in [dest label], or "" if MediaWiki
// would make no link of it.
func address(dest string) string {
	if n := protocolLength(dest); n == len(dest) || n == 0 && (!strings.HasPrefix(dest, "//") || len(dest) == 2) {
		return ""
	}
	var b strings.Builder
	for i := 0; i < len(dest); i++ {
		switch c := dest[i]; {
		case urlStop(c) || c == '|' || c == '{' || c == '}' || c == '\\' || c == '^' || c == '`':
			escapeByte(&b, c)
		case c == '\'' && i > 0 && dest[i-1] == '\'':
			b.WriteString("%27")
		case c == '~' && strings.HasSuffix(b.String(), "~~"):
			b.WriteString("%7E")
		case c == '_' && couldSwitch(dest[i:min(len(dest), i+64)]):
			b.WriteString("%5F")
		case c == '&' && entityLength(dest[i:]) > 0:
			b.WriteString("&amp;")
		case c >= utf8.RuneSelf && utf8.RuneStart(c) && urlEnds(dest[i:]):
			_, n := utf8.DecodeRuneInString(dest[i:])
			for ; n > 1; n, i = n-1, i+1 {
				escapeByte(&b, dest[i])
			}
			escapeByte(&b, dest[i])
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// escapeByte writes a byte of an address as MediaWiki keeps it in one.
func escapeByte(b *strings.Builder, c byte) {
	const hex = "0123456789ABCDEF"
	b.Write([]byte{'%', hex[c>>4], hex[c&15]})
}

// wikiTarget returns a page's name as it can stand in a link: what would put
// the page into a category, or the file onto it, gets a colon in front.
func wikiTarget(target string) string {
	target = strings.ReplaceAll(withoutSwitch(target), "''", "'%27")
	ns, _, ok := strings.Cut(target, ":")
	if ok && hidesLink(strings.ToLower(strings.TrimSpace(ns))) {
		return ":" + target
	}
	return target
}

// withoutSwitch returns a page's name with blanks where it could hold a behaviour
// switch: they are the same to a title, and so is how many there are.
func withoutSwitch(target string) string {
	if !strings.Contains(target, "__") {
		return target
	}
	out := strings.TrimSpace(collapse(strings.ReplaceAll(target, "_", " ")))
	if strings.Trim(out, ":# ") == "" { // no name at all
		return target
	}
	return out
}

// hidesLink reports whether a link to a page of this namespace shows no link:
// categories, files, and the page in another language.
func hidesLink(ns string) bool {
	if isCategory(ns) {
		return true
	}
	switch ns {
	case "datei", "file", "bild", "image", "medium", "media":
		return true
	}
	lang, _, _ := strings.Cut(ns, "-")
	if len(lang) != 2 && len(lang) != 3 {
		return false
	}
	for i := 0; i < len(lang); i++ {
		if lang[i] < 'a' || lang[i] > 'z' {
			return false
		}
	}
	return true
}

func isCategory(ns string) bool { return ns == "kategorie" || ns == "category" }

// sectionLink returns the target of a link within the page.
func sectionLink(dest string) string {
	if s, err := url.PathUnescape(dest); err == nil {
		dest = s
	}
	dest = strings.ReplaceAll(dest, "_", " ")
	if !validTarget("x"+dest) || strings.ContainsAny(dest, "<>{}\n'~") {
		return ""
	}
	return dest
}

// filePage returns the link target of the page of an image's file.
func filePage(dest string) string {
	if s, err := url.PathUnescape(dest); err == nil {
		dest = s
	}
	dest, _, _ = strings.Cut(dest, "?")
	dest, _, _ = strings.Cut(dest, "#")
	dest = dest[strings.LastIndexByte(dest, '/')+1:]
	if ns, name, ok := strings.Cut(dest, ":"); ok {
		switch strings.ToLower(ns) {
		case "datei", "file", "bild", "image":
			dest = name
		}
	}
	target := "File:" + strings.ReplaceAll(dest, "_", " ")
	if dest == "" || !validTarget(target) || strings.Contains(target, "''") {
		return ""
	}
	return ":" + target
}
