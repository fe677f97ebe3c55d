package cli

import (
	"bufio"
	"bytes"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"telko/minutes/lang"
)

func TestCleanTakesOutWhatDrivesATerminal(t *testing.T) {
	for in, want := range map[string]string{
		"schlicht\tund\nzwei Zeilen":  "schlicht\tund\nzwei Zeilen",
		"\x1b[31mrot\x1b[0m":          "[31mrot[0m",
		"\x1b]52;c;Zm9v\x07":          "]52;c;Zm9v",
		"a\rb\bc\x00d\x7fe":           "abcde",
		"c1 \u009b31m":                "c1 31m",
		"bidi \u202eabc\u2066d\u200f": "bidi abcd",
		"Grüße 👩‍👩‍👧":                 "Grüße 👩‍👩‍👧",
	} {
		if got := clean(in); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestHarmlessTextHoldsNothingThatIsTakenOut(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		bad := unicode.IsControl(r) || r == 0x200e || r == 0x200f || r >= 0x2028 && r <= 0x202e || r >= 0x2066 && r <= 0x2069
		if s := "Grüße" + string(r); bad && harmless(s) {
			t.Errorf("%U is taken for harmless", r)
		}
	}
	for _, s := range []string{"\xff", "ü\xc3", "\xc2", "\xe2"} {
		if harmless(s) {
			t.Errorf("%q is taken for harmless", s)
		}
	}
	for _, s := range []string{"", "schlicht", "Grüße, Ærø", "日本語"} {
		if !harmless(s) {
			t.Errorf("%q goes the slow way", s)
		}
	}
}

func TestRecordsHoldTheirFields(t *testing.T) {
	var b bytes.Buffer
	o := &output{stdout: bufio.NewWriter(&b), stderr: &b}
	o.Record("a\tb", "c\nd", "e\u2028f", "")
	o.Flush()
	if got, want := b.String(), "a b\tc d\te f\t\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  []string
	}{
		{"passt", 10, []string{"passt"}},
		{"eins zwei drei", 9, []string{"eins zwei", "drei"}},
		{"zu langes Donaudampfschiff", 8, []string{"zu", "langes", "Donaudampfschiff"}},
		{"日本語 日本語", 7, []string{"日本語", "日本語"}}, // two cells a rune
		{"bleibt ganz", 0, []string{"bleibt ganz"}},
		{"", 5, []string{""}},
	} {
		if diff := cmp.Diff(c.want, wrap(c.text, c.width)); diff != "" {
			t.Errorf("wrap(%q, %d): (-want +got)\n%s", c.text, c.width, diff)
		}
	}
}

func TestTableOnATerminalAlignsCells(t *testing.T) {
	var out, talk bytes.Buffer
	o := &output{stdout: bufio.NewWriter(&out), stderr: &talk, outTTY: true, errTTY: true, width: 40}
	tab := &table{heads: []lang.Text{lang.HeadNick, lang.HeadName}}
	tab.add(text("日本"), both("gezeigt", "verborgen"), text("nur für die Pipe"))
	tab.add(text("\x1b[2Jx"), text("zweite\nZeile"))
	o.Table(tab)
	o.Flush()
	want := "日本  gezeigt\n[2Jx  zweite Zeile\n"
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
	if got := talk.String(); got != "Nick  Name\n" {
		t.Errorf("heading %q", got)
	}
	if strings.Contains(out.String(), "\x1b") {
		t.Error("an escape sequence came through")
	}
}

// A heading over nothing would be noise.
func TestEmptyTableIsSilent(t *testing.T) {
	var out bytes.Buffer
	o := &output{stdout: bufio.NewWriter(&out), stderr: &out, outTTY: true, width: 40}
	o.Table(&table{heads: []lang.Text{lang.HeadNick}})
	o.Flush()
	if out.Len() != 0 {
		t.Errorf("got %q", out.String())
	}
}
