package capture

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestClean(t *testing.T) {
	for typed, want := range map[string]string{
		"Die Fock\tist größer": "Die Fock\tist größer",
		"u\u0308ber":           "über",
		"a\r\nb\rc\u2028d":     "a\nb\nc\nd",
		"\x1b[31mrot\x1b[0m":   "rot",
		"\x1b]0;Titel\x07da":   "da",
		"\x1b]0;Titel\x1b\\da": "da",
		"\x1b[200~x\x1b[201~":  "x",
		"\x1bOPx":              "x",
		"\x1bNäx":              "x",
		"\x1bN\xffx":           "x",
		"\x1b":                 "",
		"\x1b[":                "",
		"\x1b[3\nzwei":         "\nzwei",
		"a\x00b\x07c\x7fd":     "abcd",
		"a\u0085b\u009bc":      "a\nbc",
		"\ufeffa":              "a",
		"\u202egnul\u202c":     "gnul",
		"a\xffb":               "a\ufffdb",
		"👩‍🔧 Ω":                "👩‍🔧 Ω",
		"\u00ad":               "\u00ad",
	} {
		if got := Clean(typed); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}

// FuzzClean: clean text is clean, in NFC, and nothing a terminal acts on.
func FuzzClean(f *testing.F) {
	for _, s := range []string{"\x1b[1;31mä\r\n", "u\u0308\u0301", "\x1b]8;;x\x1b\\y", "\xc2\x85", "\xcc\x88", "a\u2066b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		s := Clean(typed)
		if again := Clean(s); again != s {
			t.Fatalf("%q: %q, and then %q", typed, s, again)
		}
		if !utf8.ValidString(s) || !norm.NFC.IsNormalString(s) {
			t.Errorf("%q: %q is not NFC", typed, s)
		}
		if i := strings.IndexFunc(s, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }); i >= 0 {
			t.Errorf("%q: %q holds a control", typed, s)
		}
	})
}
