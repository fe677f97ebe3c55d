package minutes

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestValidUTF8(t *testing.T) {
	for _, s := range []string{"", "a", "ä", "\xff", "\xc3", "€", "\xe2\x82", "\xed\xa0\x80", "\U0001f600", "\xf4\x90\x80\x80", "\ufffd", "\x00"} {
		for n := range 20 {
			for _, text := range []string{strings.Repeat("x", n) + s, strings.Repeat("x", n) + s + "12345678", strings.Repeat("ü", n) + s + "x"} {
				if got := validUTF8([]byte(text)); got != utf8.ValidString(text) {
					t.Errorf("%q: %t", text, got)
				}
			}
		}
	}
}

func FuzzValidUTF8(f *testing.F) {
	f.Add([]byte("Anträge über Köln €"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if got := validUTF8(b); got != utf8.Valid(b) {
			t.Errorf("%q: %t", b, got)
		}
	})
}

func BenchmarkValidUTF8(b *testing.B) {
	text := []byte(strings.Repeat("- Eine Notiz über die Lüftung im Keller, die nicht läuft\n", 200))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		validUTF8(text)
	}
}
