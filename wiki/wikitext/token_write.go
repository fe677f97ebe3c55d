package wikitext

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokenKind is what a piece of a text to be written is.
type tokenKind uint8

const (
	textToken  tokenKind = iota // plain text, not yet escaped
	markToken                   // '' or '''
	rawToken                    // wikitext
	linkToken                   // [[…]]: letters that follow would join its label
	urlToken                    // a bare address
	breakToken                  // the end of a line in the source
)

// A token is a piece of a text to be written. What it takes to write one
// depends on its neighbours, so they are all there before the first is written.
type token struct {
	kind tokenKind
	s    string
}

// begin returns how t will begin, enough for its neighbour to know.
func (t token) begin() string {
	switch t.kind {
	case urlToken:
		return "[" // if not bare, then in brackets: prepare for both
	case breakToken:
		return " "
	}
	return t.s[:min(len(t.s), 64)]
}

// merge joins neighbouring texts.
func merge(toks []token) []token {
	out := toks[:0]
	for i := 0; i < len(toks); {
		t := toks[i]
		j := i + 1
		for t.kind == textToken && j < len(toks) && toks[j].kind == textToken {
			j++
		}
		if j > i+1 {
			var b strings.Builder
			for _, t := range toks[i:j] {
				b.WriteString(t.s)
			}
			t.s = b.String()
		}
		if t.kind != textToken || t.s != "" {
			out = append(out, t)
		}
		i = j
	}
	return out
}

// join returns tokens as wikitext.
func (p place) join(toks []token) string { return string(p.appendTo(nil, toks)) }

// appendTo writes tokens to out, which is empty.
func (p place) appendTo(out []byte, toks []token) []byte {
	toks = merge(toks)
	size := 0
	for _, t := range toks {
		size += len(t.s) + 1
	}
	e := escaper{place: p, out: slices.Grow(out, size+size/16)}
	run := 0   // apostrophes of the marks just written
	start := 0 // of the line
	for i, t := range toks {
		next := token{}
		e.next, e.quot = "", false
		if i+1 < len(toks) {
			next = toks[i+1]
			e.next, e.quot = next.begin(), next.kind == markToken
		}
		if t.kind == markToken {
			// Two marks side by side are one to MediaWiki unless they make five.
			if run > 0 && run+len(t.s) != 5 {
				e.out = append(e.out, "<nowiki/>"...)
				run = 0
			}
			e.out = append(e.out, t.s...)
			run += len(t.s)
			continue
		}
		e.mark, run = run > 0, 0
		e.token(t, toks[i+1:], i > 0 && toks[i-1].kind == linkToken)
		if t.kind == breakToken {
			e.endLine(start)
			start = len(e.out)
		}
	}
	e.endLine(start)
	return e.out
}

// token writes a token that is no mark.
func (e *escaper) token(t token, rest []token, behindLink bool) {
	switch t.kind {
	case textToken:
		if r, _ := utf8.DecodeRuneInString(t.s); behindLink && unicode.IsLetter(r) {
			e.out = append(e.out, "<nowiki/>"...)
		}
		e.s = t.s
		if behindLink && t.s[0] == ']' && e.bracketInLabel() {
			e.out = append(e.out, "&#93;"...)
			e.s = t.s[1:]
		}
		e.text()
	case urlToken:
		if behindLink {
			e.out = append(e.out, "<nowiki/>"...)
		}
		e.url(t.s, rest)
	case breakToken:
		e.out = bytes.TrimRight(e.out, " ")
		switch {
		case e.line:
			e.out = append(e.out, '\n')
		case !bytes.HasSuffix(e.out, []byte("<br>")):
			e.out = append(e.out, ' ')
		}
	default:
		e.out = append(e.out, t.s...)
	}
}

// bracketInLabel reports whether the link just written has a bracket in its
// label. Then MediaWiki takes one that follows it into the label.
func (e *escaper) bracketInLabel() bool {
	return bytes.LastIndexByte(e.out, '[') > bytes.LastIndex(e.out, []byte("[["))+1
}

// url writes an address bare if the wiki finds the same begin and end in it.
func (e *escaper) url(s string, rest []token) {
	if r := lastRune(e.out); !isWordRune(r) && !unicode.Is(unicode.Mn, r) && !e.inURL() && urlLength(s+follows(rest)) == len(s) {
		e.out = append(e.out, s...)
		return
	}
	e.out = append(e.out, "["+s+" "+place{label: true, cell: e.cell}.join([]token{{kind: textToken, s: s}})+"]"...)
}

// inURL reports whether there is an address in the word just written. Even if
// it ends before, MediaWiki takes the whole word for it first, and finds no
// second one in what it gives back.
func (e *escaper) inURL() bool {
	word := e.out[bytes.LastIndexAny(e.out, " \t\n[]\"")+1:]
	if bytes.IndexByte(word, ':') < 0 {
		return false
	}
	for _, p := range protocols {
		if bytes.Contains(word, []byte(p)) {
			return true
		}
	}
	return false
}

// follows returns the begin of what is behind an address, as it will be
// written, up to a blank.
func follows(rest []token) string {
	if len(rest) == 0 {
		return ""
	}
	next := rest[0]
	if next.kind != textToken {
		return next.begin()
	}
	const most = 200
	n := 0
	for n < len(next.s) && n < most && next.s[n] != ' ' {
		n++
	}
	e := escaper{s: next.s[:n], out: []byte("x")}
	if n == len(next.s) && len(rest) > 1 {
		e.next = rest[1].begin()
	}
	e.text()
	return string(e.out[1:])
}
