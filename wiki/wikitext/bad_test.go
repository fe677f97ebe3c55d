package wikitext

import (
	"runtime"
	"strings"
	"testing"
	"unicode/utf8"
)

// badTexts are what no person writes, at a size n. Both directions get each.
var badTexts = []struct {
	name string
	make func(n int) string
	md   []NoticeCode // reported on the way to wikitext
	wiki []NoticeCode // reported on the way to Markdown
}{
	{"invalid UTF-8", func(n int) string { return strings.Repeat("gut \xff\xfe \xc3( schlecht\n", n/20) }, []NoticeCode{BadUTF8}, []NoticeCode{BadUTF8}},
	{"half a character at the end", func(n int) string { return strings.Repeat("ä", n/2) + "\xc3" }, []NoticeCode{BadUTF8}, []NoticeCode{BadUTF8}},
	{"UTF-16", func(n int) string { return "\xff\xfe" + strings.Repeat("a\x00", n/2) }, []NoticeCode{BadUTF8, ControlChar}, []NoticeCode{BadUTF8, ControlChar}},
	{"NUL", func(n int) string { return strings.Repeat("a\x00b\n", n/4) }, []NoticeCode{ControlChar}, []NoticeCode{ControlChar}},
	{"control characters", func(n int) string { return strings.Repeat("a\x1b[31m\x07\x7f\n", n/9) }, []NoticeCode{ControlChar}, []NoticeCode{ControlChar}},
	{"CRLF", func(n int) string { return strings.Repeat("- a\r\n- b\r\n\r\nc\r\n", n/15) }, nil, nil},
	{"CR", func(n int) string { return strings.Repeat("a\r", n/2) }, nil, nil},
	{"a line of words", func(n int) string { return strings.Repeat("wort ", n/5) }, nil, nil},
	{"a line without a blank", func(n int) string { return strings.Repeat("x", n) }, nil, nil},
	{"a line of marks", func(n int) string { return strings.Repeat("*_'[{<|=~", n/9) }, []NoticeCode{TooDeep}, nil},
	{"lines of nothing", func(n int) string { return strings.Repeat("\n", n) }, nil, nil},
	{"marks that never close", func(n int) string { return strings.Repeat("'''a [[b {{c <div> | ", n/21) }, []NoticeCode{TooDeep}, nil},
	{"ends without beginnings", func(n int) string { return strings.Repeat("}} ]] </div> |} --> ''' ", n/24) }, nil, nil},
	{"a thousand quotes in each other", func(n int) string { return strings.Repeat("> ", 1000) + "tief\n" + strings.Repeat("x", n) }, []NoticeCode{TooDeep}, nil},
	{"a thousand items in each other", func(n int) string { return strings.Repeat("- ", 1000) + "tief\n" + strings.Repeat("x", n) }, []NoticeCode{TooDeep}, nil},
	{"a thousand list marks", func(n int) string { return strings.Repeat("*", 1000) + " tief\n" + strings.Repeat("x", n) }, []NoticeCode{TooDeep}, []NoticeCode{TooDeep}},
	{"a thousand block quotes", func(n int) string {
		return strings.Repeat("<blockquote>\n", 1000) + "tief\n" + strings.Repeat("</blockquote>\n", 1000) + strings.Repeat("x", n)
	}, nil, []NoticeCode{TooDeep}},
	{"a thousand templates", func(n int) string {
		return strings.Repeat("{{a|", 1000) + strings.Repeat("}}", 1000) + strings.Repeat("x", n)
	}, nil, nil},
	{"a thousand tables", func(n int) string {
		return strings.Repeat("{|\n|\n", 1000) + strings.Repeat("|}\n", 1000) + strings.Repeat("x", n)
	}, nil, nil},
	{"a thousand emphases", func(n int) string {
		return strings.Repeat("*a **b ", 500) + strings.Repeat("** *", 500) + strings.Repeat("x", n)
	}, []NoticeCode{TooDeep}, nil},
	{"a thousand links", func(n int) string {
		return strings.Repeat("[", 1000) + "a" + strings.Repeat("](b)", 1000) + strings.Repeat("x", n)
	}, []NoticeCode{TooDeep}, nil},
}

// ways are what can be done with a text. Each returns what it makes of it.
var ways = []struct {
	name string
	wiki bool // it reads wikitext
	do   func(src string, report func(Notice)) string
}{
	{"to wikitext", false, func(src string, report func(Notice)) string {
		return FromMarkdown([]byte(src), WriteOptions{Report: report})
	}},
	{"to items", false, func(src string, report func(Notice)) string {
		return FromMarkdown([]byte(src), WriteOptions{Report: report, Indent: ":"})
	}},
	{"to HTML", false, func(src string, report func(Notice)) string { return ToHTML([]byte(src), HTMLOptions{Report: report}) }},
	{"to Markdown", true, func(src string, report func(Notice)) string { return ToMarkdown(src, ReadOptions{Report: report}) }},
}

// Whatever comes in, there is a result that a wiki would store as it is, and a
// notice of what was not carried over, with its line.
func TestBadTextsHaveAResultAndANotice(t *testing.T) {
	for _, c := range badTexts {
		src := c.make(2000)
		for _, way := range ways {
			told := map[NoticeCode]bool{}
			out := way.do(src, func(n Notice) {
				told[n.Code] = true
				if n.Line < 1 || n.Line > strings.Count(src, "\n")+strings.Count(src, "\r")+1 {
					t.Errorf("%s, %s: a notice of line %d", c.name, way.name, n.Line)
				}
				if !utf8.ValidString(n.Text) || strings.ContainsFunc(n.Text, isControl) || len(n.Text) > 4*excerptBytes {
					t.Errorf("%s, %s: a notice of %q", c.name, way.name, n.Text)
				}
			})
			if !utf8.ValidString(out) || strings.ContainsFunc(out, isControl) {
				t.Errorf("%s, %s: the result is no text", c.name, way.name)
			}
			if out == "" && strings.TrimSpace(src) != "" {
				t.Errorf("%s, %s: nothing comes out", c.name, way.name)
			}
			want := c.md
			if way.wiki {
				want = c.wiki
			}
			for _, code := range want {
				if !told[code] {
					t.Errorf("%s, %s: no notice %s", c.name, way.name, code)
				}
			}
			if len(want) == 0 && (told[BadUTF8] || told[ControlChar] || told[TooDeep]) {
				t.Errorf("%s, %s: notices %v", c.name, way.name, told)
			}
		}
	}
}

// A long text takes no more memory a byte than a short one, counted
// over all of the way: what is looked at again and again is copied again and
// again. What is not copied is for TestLinear to count.
func TestBadTextsTakeLinearWork(t *testing.T) {
	const small, factor = 32 << 10, 4
	for _, c := range badTexts {
		if strings.HasPrefix(c.name, "a thousand") {
			continue // as deep at any size
		}
		for _, way := range ways {
			if way.name == "to items" {
				continue // does what "to wikitext" does
			}
			a := allocated(func() { way.do(c.make(small), nil) })
			b := allocated(func() { way.do(c.make(small*factor), nil) })
			if limit := a*factor*3/2 + 1<<20; b > limit {
				t.Errorf("%s, %s: %d bytes allocated, and %d for %d times as much", c.name, way.name, a, b, factor)
			}
		}
	}
}

// allocated returns how many bytes f asks for.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
