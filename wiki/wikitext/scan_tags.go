package wikitext

import "strings"

// extName returns the lower-case name of the extension tag, or of the tag that
// says what is included elsewhere, whose '<' has just been read, and the length
// of the name with the slash of an end; or 0.
func extName(s string) (string, int) {
	n := 0
	if n < len(s) && s[n] == '/' {
		n++
	}
	for n < len(s) && n < 20 && isASCIILetter(s[n]) {
		n++
	}
	if n < 2 || n == len(s) {
		return "", 0
	}
	switch {
	case isSpace(s[n]), s[n] == '>', strings.HasPrefix(s[n:], "/>"):
	default:
		return "", 0
	}
	name := strings.ToLower(s[:n])
	if !isExtTag(name) {
		return "", 0
	}
	return name, n
}

// isExtTag reports whether MediaWiki, or a usual extension of it, takes the
// content of the tag as it is. A tag that a wiki does not know is text there,
// but then its content is not wiki markup that a reader of minutes would miss.
// noinclude and its like are looked for in the same pass.
func isExtTag(name string) bool {
	switch name {
	case "nowiki", "pre", "ref", "references", "gallery", "math", "chem", "ce", "source", "syntaxhighlight",
		"poem", "score", "timeline", "imagemap", "inputbox", "categorytree", "indicator", "templatestyles", "templatedata",
		"mapframe", "maplink", "graph", "hiero", "charinsert", "dynamicpagelist", "rss", "html", "langconvert",
		"includeonly", "noinclude", "/noinclude", "onlyinclude", "/onlyinclude":
		return true
	}
	return false
}

// isHTMLTag reports whether MediaWiki lets the element through.
func isHTMLTag(name string) bool {
	switch name {
	case "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "pre",
		"q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr":
		return true
	}
	return isBlockTag(name)
}

// isBlockTag reports whether the element is let through and breaks a
// paragraph.
func isBlockTag(name string) bool {
	switch name {
	case "table", "tr", "td", "th", "caption", "ul", "ol", "dl", "li", "dt", "dd", "blockquote", "div", "center", "p", "hr",
		"h1", "h2", "h3", "h4", "h5", "h6":
		return true
	}
	return false
}

// isWholeTag reports whether the element is one block up to its end.
func isWholeTag(name string) bool {
	switch name {
	case "table", "ul", "ol", "dl", "blockquote", "p":
		return true
	}
	return false
}

// isVoidTag reports whether the element has no end.
func isVoidTag(name string) bool { return name == "br" || name == "hr" || name == "wbr" }

// tagName returns the lower-case name of the HTML tag whose '<' has just been
// read, or "" if what follows is no tag.
func tagName(s string) string {
	n := 0
	for n < len(s) && n < 32 && (isASCIILetter(s[n]) || n > 0 && isDigit(s[n])) {
		n++
	}
	if n == 0 || n == len(s) {
		return ""
	}
	switch s[n] {
	case ' ', '\t', '\n', '\r', '\v', 0, '/', '>':
		return strings.ToLower(s[:n])
	}
	return ""
}

// blockTag returns the name of the block-level tag, opening or closing, at the
// start of the line, or "".
func blockTag(line string) string {
	if len(line) < 3 || line[0] != '<' {
		return ""
	}
	name := tagName(strings.TrimPrefix(line[1:], "/"))
	if !isBlockTag(name) {
		return ""
	}
	return name
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isSpace reports whether c is white space to MediaWiki's patterns.
func isSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

// blanks is what MediaWiki trims lines and cells of.
const blanks = " \t\n\r\x00\v"
