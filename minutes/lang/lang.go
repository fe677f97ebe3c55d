package lang

import "fmt"

// Lang is a language that users read telko in.
type Lang uint8

// The languages of the catalogue.
const (
	German Lang = iota
	English
)

// Parse returns the language of a code, "de" or "en".
func Parse(code string) (Lang, bool) {
	switch code {
	case "de":
		return German, true
	case "en":
		return English, true
	}
	return German, false
}

// Code returns the two-letter code of l.
func (l Lang) Code() string {
	if l == English {
		return "en"
	}
	return "de"
}

// Text is one message in every language. Texts are made by T alone, which
// takes them all: a missing string does not compile.
type Text struct{ de, en string }

// T returns the message with its German and its English form. Both take the
// same verbs of package fmt in the same order, or number them; a test holds
// the whole catalogue to that.
func T(de, en string) Text { return Text{de, en} }

// In returns the message in l, formatted with args. An argument that is itself
// localised (a Text or an Error) appears in l too.
func (t Text) In(l Lang, args ...any) string {
	s := t.de
	if l == English {
		s = t.en
	}
	if len(args) == 0 {
		return s
	}
	out := make([]any, len(args))
	for i, a := range args {
		switch a := a.(type) {
		case Text:
			out[i] = a.In(l)
		case error:
			out[i] = Say(a, l)
		default:
			out[i] = a
		}
	}
	return fmt.Sprintf(s, out...)
}
