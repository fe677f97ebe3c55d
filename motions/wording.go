package motions

import (
	"strings"
	"unicode/utf8"
)

// maxFrozen is how long a wording may be that the log carries, in bytes.
const maxFrozen = 16 << 10

// TextEvent returns the event that freezes a wording, for the caller to say of
// which motion and when. It carries the wording, so that every machine that has
// the log can say what was changed later; but for what is very long, or holds
// an HTML comment: that is nobody else's.
func TextEvent(wording string) Event {
	e := Event{Verb: TextV, Digest: Digest(wording)}
	if len(wording) <= maxFrozen && utf8.ValidString(wording) && !strings.Contains(wording, "<!--") {
		e.Text = strings.TrimSpace(wording)
	}
	return e
}

// frozenLine writes a wording on one line of the log: what would end or fold
// there becomes %XX.
func frozenLine(s string) string {
	var b strings.Builder
	for i := range len(s) {
		c := s[i]
		if c == '%' || c < ' ' || c == 0x7f || c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			b.WriteString("%" + hexDigits[c>>4:c>>4+1] + hexDigits[c&15:c&15+1])
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// readFrozen reads what frozenLine wrote; anything else is as it stands.
func readFrozen(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			hi, lo := strings.IndexByte(hexDigits, s[i+1]), strings.IndexByte(hexDigits, s[i+2])
			if hi >= 0 && lo >= 0 && hi < 8 {
				b.WriteByte(byte(hi<<4 | lo))
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// WithoutWordings returns a log in which what is frozen of these motions is a
// digest alone, and the lines that were shortened. It returns nil if there are
// none.
func WithoutWordings(log []byte, of []ID) (rest, lines []byte) {
	for line := range strings.Lines(string(log)) {
		e, err := ParseEvent(strings.TrimRight(line, "\r\n"))
		secret := false
		for _, id := range of {
			secret = secret || err == nil && e.Verb == TextV && e.Text != "" && e.ID == id
		}
		if !secret {
			rest = append(rest, line...)
			continue
		}
		lines = append(append(lines, e.Line()...), '\n')
		e.Text = ""
		rest = append(append(rest, e.Line()...), '\n')
	}
	if lines == nil {
		return nil, nil
	}
	return rest, lines
}
