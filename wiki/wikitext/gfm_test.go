package wikitext

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

// plain are CommonMark's own parsers, without and with our limits.
var (
	plain   = goldmark.New()
	bounded = goldmark.New(goldmark.WithParser(boundedParser(false)))
)

// sameAsPlain holds the limits to change nothing of what people write.
func sameAsPlain(t *testing.T, src string) {
	t.Helper()
	var got, want bytes.Buffer
	if err := bounded.Convert([]byte(src), &got); err != nil {
		t.Fatal(err)
	}
	if err := plain.Convert([]byte(src), &want); err != nil {
		t.Fatal(err)
	}
	if got.String() != want.String() {
		t.Errorf("%q\ngot  %q\nwant %q", src, got.String(), want.String())
	}
}

var (
	ours   = goldmark.New(goldmark.WithExtensions(GFM, gfmNotes{}))
	theirs = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.Linkify))
)

func sameAsGoldmark(t *testing.T, src string) {
	t.Helper()
	var got, want bytes.Buffer
	if err := ours.Convert([]byte(src), &got); err != nil {
		t.Fatal(err)
	}
	if err := theirs.Convert([]byte(src), &want); err != nil {
		t.Fatal(err)
	}
	// A mail address that begins like a host becomes one of http there.
	if got.String() != strings.ReplaceAll(want.String(), "mailto:http://www.", "mailto:www.") {
		t.Errorf("%q\ngot  %q\nwant %q", src, got.String(), want.String())
	}
}

var gfmSeeds = []string{
	"| a | b |\n|---|---|\n| 1 | 2 |\n", "a | b\n:-- | --:\n1\n1 | 2 | 3\n", "text\n| a |\n|:-:|\n", "| a |\n|---|---|\n", "| a |\n| - |\n| `x \\| y` \\| z |\n",
	"> | a |\n> |---|\n> | b |\n", "- | a |\n  |---|\n", "|a|\n|:|\n", "|a|b|\n-|-\n", "    |a|\n    |-|\n", "| a |\n|-|\n| b\n\n| c |\n", "||\n|-|\n||\n",
	"| a |\n|---|\n| b |\n| c |\n|---|\n", "|\n|-\n", "a\n|\n", "| a | b |\n\t|-|-|\n", "| `a` | \\| |\n|-|-|\n| `\\|` `\\|` | `|` |\n", "|a|\n|-|\n|\u00a0b\u00a0|\n", "|\v|\n|-|\n", "|a|\n|\v-|\n",
	"~~a~~ ~b~ ~~~c~~~ ~~a~ a~~b~~ ~~ a ~~", "- [ ] a\n- [x] b\n- [X]c\n- [\t] d\n- a [ ] b\n- [y] z\n- [ ]\n- [x]\n  [x]\n", "[ ] a\n\n1. [x] b\n", "- [ ][x]\n- \\[ ] a\n- *[ ]* a\n",
	"http://a.de https://a.b.c/x?y=1&amp;z (http://a.de/x) ftp://a.de:21/x http://a.de:x www.a.de www.a.de/$x www.a.de:80/ http://a.de/$x",
	"http://a http://a. http://a.1 http://.de http://a.de. http://a.de), (see http://a.de/(b)c) http://a.de/&copy; http://a.de/; http://a.de#f.x *http://a.de* _www.a.de_",
	"a@b.de a@b A.b+c@d.e.f. a@b.de- a@b.de_ a.@b.de mailto:a@b.de (a@b.de) xmpp:a@b.de", "http://" + strings.Repeat("x", 260) + ".de http://" + strings.Repeat("x", 255) + ".de http://" + strings.Repeat("x", 256) + ".de/a",
	"[http://a.de](b) [a http://a.de b](c) <http://a.de> `http://a.de` ![http://a.de](b)", "http://a.de/\"x http://a.de/`x` http://a.de/<b HTTP://a.de http:a.de",
}

func TestGFM(t *testing.T) {
	for _, s := range gfmSeeds {
		sameAsGoldmark(t, s)
	}
}

// Random texts of what tables, boxes, strikes and addresses are made of.
func TestGFMRandom(t *testing.T) {
	parts := strings.Split("| - : \\ ` ~ ~~ [ ] x X ( ) ; & . , a b.de @ / # ? ! * _ $ 1 http:// https://a.de www. www.b.de/ a@b.de |-| |--- :-: > - amp; copy; \" ' < +", " ")
	parts = append(parts, " ", "  ", "\n", "\n", "\n\n", "\t", "- [ ] ", "- [x] ", "|a|b|\n|-|-|\n", "\u00a0", "ü", "\v", "\f", "\r", "    ")
	for seed := range uint64(20_000) {
		rnd := rand.New(rand.NewPCG(seed, 7))
		var b strings.Builder
		for range 1 + rnd.IntN(24) {
			b.WriteString(parts[rnd.IntN(len(parts))])
		}
		sameAsGoldmark(t, b.String())
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func FuzzGFM(f *testing.F) {
	for _, s := range gfmSeeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { sameAsGoldmark(t, s) })
}

// TestLimitsRandom: texts of what CommonMark is made of, long enough to be
// settled in parts, read the same with limits.
func TestLimitsRandom(t *testing.T) {
	parts := strings.Split("* ** *** _ __ ` `` [ ] ( ) ![ ]( [a] [b] [c]: (/x) </y> \\ < > <b> </b> & &amp; ! a b c . : - + # \" ' = ~", " ")
	parts = append(parts, " ", " ", " ", "\n", "\n", "\n\n", "\t", "\n- ", "\n  ", "\n> ", "\n1. ", "\n    ", "\n[a]: /u 't'\n", "\n[b]:\n/v\n\"t\nu\"\n", "\n```\n", "\n***\n", "[x](/y 'z')", "*a* ", "a **b** ")
	for seed := range uint64(12_000) {
		rnd := rand.New(rand.NewPCG(seed, 9))
		var b strings.Builder
		n := 1 + rnd.IntN(40)
		if seed%50 == 0 {
			n = 1500
		}
		for range n {
			b.WriteString(parts[rnd.IntN(len(parts))])
		}
		sameAsPlain(t, b.String())
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func FuzzLimits(f *testing.F) {
	for _, s := range gfmSeeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) < 4000 { // far below the limits
			sameAsPlain(t, s)
		}
	})
}
