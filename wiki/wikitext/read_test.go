package wikitext

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// oddPage returns a page of lines with what begins blocks and what stands in
// them, right and wrong.
func oddPage(rng *rand.Rand) string {
	begins := strings.Split("|||||* |* |** |# |#* |*# |*: |: |; |== | |---- |{{v}}|<!-- c -->|<blockquote>|</blockquote>|<div>|</div>|{\\|\n! a !! b\n\\|-\n\\| |\\|}|<pre>|</pre>|__NOTOC__|\n|\n|\n", "|")
	var b strings.Builder
	for range 2 + rng.IntN(9) {
		begin := begins[rng.IntN(len(begins))]
		b.WriteString(strings.ReplaceAll(begin, `\`, "|"))
		if strings.TrimSpace(begin) == "" || strings.HasSuffix(begin, " ") {
			for range 1 + rng.IntN(6) {
				b.WriteString(surePieces[rng.IntN(len(surePieces))])
				if rng.IntN(2) == 0 {
					b.WriteByte(' ')
				}
			}
			if strings.HasPrefix(begin, "=") {
				b.WriteString(" ==")
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// spliced returns pieces of texts, with marks between them.
func spliced(rng *rand.Rand, texts []string) string {
	marks := []string{
		"", "", "\n", "\n", "\n\n", " ", "\n ", "<", "''", "\n* ", "\n:", "\n# ", "|", "</", "<b>", "<br>", "&#32;", "<li>", "<ol start=\"3\">", "<p>", "<blockquote>\n",
		"\n</blockquote>\n", "<pre>", "\n</pre>\n", "<!-- x -->", "{{x}}", "~~~~", "__TOC__", "[[A]]", "<s>", "</s>", "<code>", "</code>", "\n== a ==\n", "----", "\t",
	}
	var b strings.Builder
	for range 1 + rng.IntN(4) {
		s := texts[rng.IntN(len(texts))]
		from := rng.IntN(len(s) + 1)
		b.WriteString(s[from : from+rng.IntN(len(s)-from+1)])
		b.WriteString(marks[rng.IntN(len(marks))])
	}
	return b.String()
}

// TestSettles: Markdown that was read from a page, written to one again and read
// from that, is the same Markdown, so that a pull of a page that nobody edited
// changes nothing, even where the page it came from is not known any more.
func TestSettles(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 4))
	const pages = 12_000
	var texts []string
	for _, c := range readCases(t, "read.txt") {
		texts = append(texts, strings.TrimSuffix(c.in, "\n"))
	}
	same, settled := 0, 0
	for i := range pages {
		page := oddPage(rng)
		if i%3 > 0 {
			page = stored(spliced(rng, texts))
		}
		first := ToMarkdown(page, ReadOptions{})
		second := ToMarkdown(FromMarkdown([]byte(first), WriteOptions{}), ReadOptions{})
		if second == first {
			same++
			settled++
		} else if ToMarkdown(FromMarkdown([]byte(second), WriteOptions{}), ReadOptions{}) == second {
			settled++
		} else if testing.Verbose() {
			t.Logf("%q\nis %q\nthen %q", page, first, second)
		}
	}
	t.Logf("the same at once: %.2f %%, after one more: %.2f %%", float64(same)*100/pages, float64(settled)*100/pages)
	if same < pages*999/1000 || settled < pages {
		t.Errorf("of %d pages %d are the same at once, %d after one more", pages, same, settled)
	}
}

// TestReadBadInput: what no wiki stores has a result, and is reported.
func TestReadBadInput(t *testing.T) {
	for _, c := range []struct {
		src, want string
		notices   []NoticeCode
	}{
		{"a\r\nb\rc", "a\nb\nc\n", nil},
		{"a\x00b", "a\ufffdb\n", []NoticeCode{ControlChar}},
		{"a\n* \xff\xfe b\x07", "a\n\n- \ufffd\ufffd b\ufffd\n", []NoticeCode{BadUTF8, ControlChar}},
		{"a\u0308", "ä\n", nil},
		{"", "", nil},
		{"\n \n", "", nil},
		{strings.Repeat("*", 60) + " a", "- ```wikitext\n  " + strings.Repeat("*", 60) + " a\n  ```\n", []NoticeCode{TooDeep}},
	} {
		var got []NoticeCode
		md := ToMarkdown(c.src, ReadOptions{Report: func(n Notice) { got = append(got, n.Code) }})
		if md != c.want {
			t.Errorf("%q is %q, want %q", c.src, md, c.want)
		}
		if len(got) != len(c.notices) {
			t.Errorf("%q: notices %v, want %v", c.src, got, c.notices)
			continue
		}
		for i := range got {
			if got[i] != c.notices[i] {
				t.Errorf("%q: notices %v, want %v", c.src, got, c.notices)
			}
		}
	}
}

// TestReadDeep: nesting that nobody reads takes no time that grows with its
// square, and comes back.
func TestReadDeep(t *testing.T) {
	const deep = 3000
	for _, src := range []string{
		strings.Repeat("<blockquote>\n", deep) + "a" + strings.Repeat("\n</blockquote>", deep),
		strings.Repeat("<ul><li>", deep) + "a" + strings.Repeat("</li></ul>", deep),
		strings.Repeat("<b>", deep) + "a" + strings.Repeat("</b>", deep),
		strings.Repeat("<u>", deep) + "a" + strings.Repeat("</u>", deep),
		strings.Repeat("* a\n*: b\n", deep),
		strings.Repeat("[[a|''b'']]", deep),
		strings.Repeat("'''a ''b ", deep),
		"{|\n! a" + strings.Repeat(" !! b", deep) + "\n|-\n| c" + strings.Repeat(" || [[d|e]]", deep) + "\n|}",
		"x " + strings.Repeat("`a [b] *c* ", deep*10),
	} {
		md := ToMarkdown(src, ReadOptions{})
		if again := ToMarkdown(FromMarkdown([]byte(md), WriteOptions{}), ReadOptions{}); again != md {
			t.Errorf("%.60q … is %.200q …, then %.200q …", src, md, again)
		}
	}
}
