package imports

import (
	"strings"
	"unicode"

	"telko/minutes/lang"
)

// signs reports whether what stands behind a dash at the end of a paragraph is
// a signature: with a link or a time, of somebody known, or a name behind two
// hyphens.
func (r *reader) signs(dash, s string) bool {
	name := plain(s)
	return strings.Contains(s, "[[") || signedAt.MatchString(s) || r.isPerson(s) ||
		dash == "--" && name != "" && unicode.IsUpper([]rune(name)[0])
}

func (r *reader) isPerson(s string) bool {
	_, ok := r.people.find(plain(s))
	return ok
}

// petitionerLater reports whether the open motion still names its petitioner.
func (r *reader) petitionerLater() bool {
	for _, b := range r.in[r.i:] {
		if b.kind == heading {
			if f, ok := labelOf(b.text); !ok || !isPassage(f.Label) || f.Number > 0 {
				return false
			}
		}
		for _, line := range b.lines() {
			if f, ok := labelOf(line); ok && f.Label == lang.LabelPetitioner {
				return true
			}
			if _, _, ok := cutPetitioner(line); ok {
				return true
			}
		}
	}
	return false
}

func (r *reader) comment(b block, name string) {
	r.warn(b.line, lang.WarnSigned, name)
	label := lang.WriteBy.In(r.lang, lang.LabelComment.Write(r.lang), name)
	r.emit(block{kind: quote, label: label, inner: []block{b}, line: b.line})
}

// signer returns the name in a signature.
func signer(s string) string {
	name := plain(s)
	if i := strings.IndexAny(name, "(,"); i > 0 {
		name = name[:i]
	}
	if at := signedAt.FindStringIndex(name + " "); at != nil {
		name = name[:at[0]]
	}
	return strings.Trim(name, " -–—")
}

// cutPetitioner cuts the petitioner's line off the end of a paragraph, where
// it follows a whole sentence.
func cutPetitioner(text string) (body string, f found, ok bool) {
	head, last := "", text
	if i := strings.LastIndexByte(text, '\n'); i >= 0 {
		head, last = text[:i+1], text[i+1:]
	}
	m := endByLine.FindStringSubmatch(last)
	if m == nil {
		return "", found{}, false
	}
	f, ok = labelOf(m[2])
	if !ok || f.Label != lang.LabelPetitioner || f.rest == "" {
		return "", found{}, false
	}
	return head + m[1], f, true
}

// bracketed returns the name that a paragraph both begins and ends with, as
// people sign in the middle of a page: "Ute: Nein. Ute", "Ute ... nein Ute".
func bracketed(text string) (string, bool) {
	words := strings.Fields(plain(text))
	if len(words) < 4 {
		return "", false
	}
	trim := func(s string) string { return strings.TrimFunc(s, func(c rune) bool { return !isWord(c) }) }
	first, last := trim(words[0]), trim(words[len(words)-1])
	marked := words[0] != first || trim(words[1]) == ""
	if first == "" || first != last || !unicode.IsUpper([]rune(first)[0]) || len([]rune(first)) < 2 || !marked {
		return "", false
	}
	return first, true
}
