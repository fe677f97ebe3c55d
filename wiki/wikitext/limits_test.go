package wikitext

import (
	"strings"
	"testing"
	"unicode"
)

// beyond are texts that goldmark alone takes the square of their length for.
var beyond = []struct{ open, middle, end string }{
	{"> ", "a", ""},
	{">", "a", ""},
	{"- ", "a", ""},
	{"1. ", "a", ""},
	{"> - ", "a", ""},
	{"_a*", "", ""},
	{"*a_ ", "", ""},
	{"*a~~", "", ""},
	{"a*b_c", "", ""},
	{"*a_", "x", "_a*"},
	{"*a ", "x", " a*"},
	{"*", "x", "*"},
	{"**", "x", "**"},
	{"_", "x", "_"},
	{"[", "x", "]"},
	{"[[", "x", "]]"},
	{"*[", "x", "]*"},
	{"![", "x", "](a)"},
	{"[a](", "", ""},
	{"![a](", "", ""},
	{"[(](", "", ""},
	{"[a](<", "", ">)"},
	{"[a](b \"", "", ""},
	{"[a][", "", "]: b\n"},
	{"[http://a.b](", "", ")"},
	{"[a]: b\n", "", ""},
	{"[a]:\n", "", ""},
	{"[a]: <b\n", "", ""},
	{"[a]: b \"", "c\n", "\""},
	{"[a](b \"", "c\n", "\")"},
	{"x\n", "", ""},
	{"| `\\|` |\n", "", ""},
	{"`", "a", "``"},
	{"<a b=\"", "", ""},
	{"<!--", "", ""},
	{"<", "", ">"},
	{"&#", "", ";"},
	{"\\", "", ""},
	{"|", "\n", "|-"},
	{"http://a.b", "", ""},
	{"a@b.", "", ""},
	{"#100107-", "", ""},
}

// TestBeyondLimits: such texts come out in time that grows with their length
// (else this runs into the test's deadline) and with all their letters.
func TestBeyondLimits(t *testing.T) {
	letters := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) {
				return r
			}
			return -1
		}, s)
	}
	for _, c := range beyond {
		const size = 100_000
		n := size / len(c.open+c.end)
		md := strings.Repeat(c.open, n) + c.middle + strings.Repeat(c.end, n)
		out := FromMarkdown([]byte(md), WriteOptions{Report: func(Notice) {}})
		if strings.HasPrefix(c.open, "[") || strings.HasPrefix(c.open, "!") || strings.HasPrefix(c.open, "|") || strings.HasPrefix(c.open, "http") || strings.ContainsAny(c.open, "@<&`") {
			continue // the letters of addresses are not those of the text
		}
		plain := tag(out)
		if letters(plain) != letters(md) {
			t.Errorf("%q: of %d letters %d are left", c.open, len(letters(md)), len(letters(plain)))
		}
	}
}

// tag takes the tags and entities out of wikitext.
func tag(s string) string {
	var b strings.Builder
	for _, n := range Inlines(s) {
		switch n.Kind {
		case TagNode, EntityNode, NowikiNode:
		default:
			b.WriteString(n.Source)
		}
	}
	return b.String()
}

// TestTooDeep: what is beyond a limit is text, as typed, and reported.
func TestTooDeep(t *testing.T) {
	for _, c := range []struct {
		in, want string
		line     int
	}{
		{"a\n\n" + strings.Repeat("> ", maxNesting) + "> b", "&gt; b", 3},
		{strings.Repeat("- ", maxNesting) + "- b", " - b", 1},
		{strings.Repeat("*", maxRun+1) + "a" + strings.Repeat("*", maxRun+1), strings.Repeat("*", maxRun) + "a*", 1},
		{strings.Repeat("*a_ ", maxMarks/2) + "*a*", "*a*", 1},
		{strings.Repeat("[a ", maxBrackets) + "[b](http://b.de)", "[http://b.de a [b]", 1},
	} {
		var notices []Notice
		out := FromMarkdown([]byte(c.in), WriteOptions{Report: func(n Notice) { notices = append(notices, n) }})
		if out = strings.ReplaceAll(out, ">", "&gt;"); !strings.Contains(strings.NewReplacer("&#58;", ":").Replace(out), c.want) {
			t.Errorf("%.20q: no %q in\n%s", c.in, c.want, out)
		}
		if len(notices) != 1 || notices[0].Code != TooDeep || notices[0].Line != c.line {
			t.Errorf("%.20q: reported %v", c.in, notices)
			continue
		}
		if c.line == 3 && notices[0].Text != "> b" {
			t.Errorf("excerpt is %q", notices[0].Text)
		}
	}
	// One level less is what it says.
	if out := FromMarkdown([]byte(strings.Repeat("> ", maxNesting)+"b"), WriteOptions{}); strings.Count(out, "<blockquote>") != maxNesting {
		t.Errorf("%d quotes", strings.Count(out, "<blockquote>"))
	}
}

// TestLongParagraph: no limit is reached by a paragraph that is only long.
func TestLongParagraph(t *testing.T) {
	const n = 20_000
	md := strings.Repeat("*a* **b** _c [d](http://example.org/) e_ ~~f~~ [g] `h` ", n)
	out := FromMarkdown([]byte(md), WriteOptions{Report: func(x Notice) { t.Errorf("reported %v", x) }})
	want := strings.Repeat("''a'' '''b''' ''c [http://example.org/ d] e'' <s>f</s> [g] <code>h</code> ", n)
	if out != strings.TrimSpace(want) {
		i := 0
		for i < len(out) && i < len(want) && out[i] == want[i] {
			i++
		}
		t.Errorf("differs at %d: %.80q, want %.80q", i, out[i:], want[i:])
	}
}
