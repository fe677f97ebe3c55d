package wikitext

import (
	"strings"
	"unicode/utf8"
)

// protocols are the beginnings that MediaWiki makes links of, in its default
// configuration.
var protocols = []string{
	"bitcoin:", "ftp://", "ftps://", "geo:", "git://", "gopher://", "http://", "https://", "irc://", "ircs://",
	"magnet:", "mailto:", "matrix:", "mms://", "news:", "nntp://", "redis://", "sftp://", "sip:", "sips:", "sms:", "ssh://",
	"svn://", "tel:", "telnet://", "urn:", "worldwind://", "xmpp:",
}

// protocolLength returns the length of the protocol at the start of s, or 0.
func protocolLength(s string) int {
	if s == "" || !isASCIILetter(s[0]) {
		return 0
	}
	for _, p := range protocols {
		if len(s) >= len(p) && s[0]|0x20 == p[0] && strings.EqualFold(s[:len(p)], p) {
			return len(p)
		}
	}
	return 0
}

// urlStop reports whether c cannot be in an address.
func urlStop(c byte) bool {
	return c <= ' ' || c == 0x7f || c == '[' || c == ']' || c == '<' || c == '>' || c == '"'
}

// urlLength returns the length of the address that MediaWiki would link at
// the start of s, or 0.
func urlLength(s string) int {
	n := protocolLength(s)
	if n == 0 {
		return 0
	}
	i := n
	for i < len(s) && !urlEnds(s[i:]) && !strings.HasPrefix(s[i:], "{{") && !urlEntity(s[i:]) {
		i++
		for i < len(s) && !utf8.RuneStart(s[i]) {
			i++
		}
	}
	if trail := trailing(s[:i], n); trail < i-n {
		return i - trail
	}
	return 0
}

// trailing counts the bytes at the end of an address that belong to the
// sentence: , ; . : ! ? and ) if the address opens none.
func trailing(url string, from int) int {
	sep := ",;.:!?"
	if !strings.Contains(url, "(") {
		sep += ")"
	}
	n := len(url)
	for n > from && strings.IndexByte(sep, url[n-1]) >= 0 {
		n--
	}
	if n < len(url) && url[n] == ';' {
		if k := strings.LastIndexByte(url[:n], '&'); k >= 0 && entityLength(url[k:]) == n+1-k {
			n++
		}
	}
	return len(url) - n
}

// urlEntity reports whether s begins with an entity that ends an address.
func urlEntity(s string) bool {
	n := 0
	if s[0] == '&' {
		n = entityLength(s)
	}
	if n == 0 {
		return false
	}
	switch entity(s[:n]) {
	case "<", ">", "\u00a0":
		return true
	}
	return false
}
