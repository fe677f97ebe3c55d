package wikitext

import (
	"bytes"
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
	for _, t := range toks {
		if t.kind == textToken && t.s == "" {
			continue
		}
		if n := len(out); n > 0 && t.kind == textToken && out[n-1].kind == textToken {
			out[n-1].s += t.s
			continue
		}
		out = append(out, t)
	}
	return out
}

// join writes tokens.
func (p place) join(toks []token) string {
	toks = merge(toks)
	e := escaper{place: p}
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
		e.token(t, next, i > 0 && toks[i-1].kind == linkToken)
		if t.kind == breakToken {
			e.endLine(start)
			start = len(e.out)
		}
	}
	e.endLine(start)
	return string(e.out)
}

// token writes a token that is no mark.
func (e *escaper) token(t, next token, behindLink bool) {
	switch t.kind {
	case textToken:
		if r, _ := utf8.DecodeRuneInString(t.s); behindLink && unicode.IsLetter(r) {
			e.out = append(e.out, "<nowiki/>"...)
		}
		e.s = t.s
		e.text()
	case urlToken:
		if behindLink {
			e.out = append(e.out, "<nowiki/>"...)
		}
		e.url(t.s, next)
	case breakToken:
		e.out = bytes.TrimRight(e.out, " ")
		if e.line {
			e.out = append(e.out, '\n')
		} else {
			e.out = append(e.out, ' ')
		}
	default:
		e.out = append(e.out, t.s...)
	}
}

// url writes an address bare if the wiki finds the same begin and end in it.
func (e *escaper) url(s string, next token) {
	follow := ""
	if next.kind == textToken {
		follow = escapedBegin(next.s)
	} else if next.kind == urlToken || next.kind == rawToken && next.s[0] != '<' && next.s[0] != '[' {
		follow = "x"
	}
	if !isWordRune(lastRune(e.out)) && urlLength(s+follow) == len(s) {
		e.out = append(e.out, s...)
		return
	}
	e.out = append(e.out, "["+s+" "+place{item: true, label: true}.join([]token{{kind: textToken, s: s}})+"]"...)
}

// escapedBegin returns the begin of a text as it will be written, up to a
// blank.
func escapedBegin(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] == ' ' || s[i] == '\n' || i == 200 {
			s = s[:i]
			break
		}
	}
	e := escaper{s: s, out: []byte("x")}
	e.text()
	return string(e.out[1:])
}
