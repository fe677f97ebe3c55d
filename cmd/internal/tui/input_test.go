package tui

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"
)

// filtered returns what comes out of a filter for input in pieces.
func filtered(t *testing.T, pieces ...string) string {
	t.Helper()
	var f pasteFilter
	var out bytes.Buffer
	for _, p := range pieces {
		got := f.take([]byte(p))
		if !utf8.Valid(got) && utf8.ValidString(strings.Join(pieces, "")) {
			t.Errorf("%q: a piece of a character came out: %q", pieces, got)
		}
		if len(got) > grows*(len(p)+len(pasteEnd)) {
			t.Errorf("%q became %q", p, got)
		}
		out.Write(got)
	}
	out.Write(f.held)
	return out.String()
}

func TestInputIsWhole(t *testing.T) {
	const esc = string(pasteEscape)
	for _, tt := range []struct{ in, want string }{
		{"Grüße an 漢字 👩\u200d👧", "Grüße an 漢字 👩\u200d👧"},
		{"\x1b[A\x1b[1;5D\x1b", "\x1b[A\x1b[1;5D\x1b"},
		{"a\x1b[200~ein\x1b[31m rot\x1b[201~b", "a\x1b[200~ein" + esc + "[31m rot\x1b[201~b"},
		{"\x1b[200~\x1b]offen\x1b\x1b[201~\x1b[A", "\x1b[200~" + esc + "]offen" + esc + "\x1b[201~\x1b[A"},
		{"\x1b[200~\x1b[200~x\x1b[201~", "\x1b[200~" + esc + "[200~x\x1b[201~"},
		{"\x1b\x1b[200~ü\x1b[201~\x1b[201~", "\x1b\x1b[200~ü\x1b[201~\x1b[201~"},
		{"\x1b[200~\xff\x9b31m\x1b[201~", "\x1b[200~\ufffd\ufffd31m\x1b[201~"},
		{"\x1b[20~\x1b[2~", "\x1b[20~\x1b[2~"},
	} {
		if got := filtered(t, tt.in); got != tt.want {
			t.Errorf("%q becomes %q, want %q", tt.in, got, tt.want)
		}
		if got := filtered(t, strings.Split(tt.in, "")...); utf8.ValidString(tt.in) && got != tt.want {
			t.Errorf("%q in characters becomes %q, want %q", tt.in, got, tt.want)
		}
		for i := range tt.in {
			for j := i; j <= len(tt.in); j++ {
				if got := filtered(t, tt.in[:i], tt.in[i:j], tt.in[j:]); got != tt.want {
					t.Errorf("%q parted at %d and %d becomes %q, want %q", tt.in, i, j, got, tt.want)
				}
			}
		}
	}
}

func TestEscapeIsNotHeld(t *testing.T) {
	var f pasteFilter
	for _, key := range []string{"\x1b", "a", "\x1b[", "\x1b", "\x1b", "\x1b[A", "ü"} {
		if got := string(f.take([]byte(key))); got != key {
			t.Errorf("of the key %q %q comes through", key, got)
		}
	}
}

// drip is input that comes in pieces as small as they can be.
type drip struct{ left string }

func (d *drip) Read(p []byte) (int, error) {
	if len(p) == 0 || d.left == "" {
		return 0, nil
	}
	n := copy(p[:1], d.left)
	d.left = d.left[n:]
	return n, nil
}

func TestInputRead(t *testing.T) {
	const in = "Größe \x1b[200~\x1b[1mfett\x1b[m\x1b[201~ü"
	r := &input{from: &drip{in}}
	var out bytes.Buffer
	p := make([]byte, 64)
	for range 2 * len(in) {
		n, err := r.Read(p)
		if err != nil {
			t.Fatal(err)
		}
		if !utf8.Valid(p[:n]) {
			t.Errorf("%q is not whole", p[:n])
		}
		out.Write(p[:n])
	}
	if got := strings.ReplaceAll(out.String(), string(pasteEscape), "\x1b"); got != in {
		t.Errorf("got %q", got)
	}
}

func FuzzInput(f *testing.F) {
	f.Add("a\x1b[200~ein\x1b[31m rot\x1b[201~b", 3, 5)
	f.Add("\x1b\x1b[20", 1, 1)
	f.Fuzz(func(t *testing.T, s string, a, b int) {
		if a < 0 || b < 0 || a > len(s) || b > len(s)-a {
			t.Skip()
		}
		whole := filtered(t, s)
		if parted := filtered(t, s[:a], s[a:a+b], s[a+b:]); parted != whole {
			t.Fatalf("%q gives %q, in pieces %q", s, whole, parted)
		}
	})
}
