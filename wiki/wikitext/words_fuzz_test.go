package wikitext

import (
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// FuzzWords: no letter of a text is lost on the way, or changes its place:
// those of the input are those of the result, with what the result needs
// between them (tags, targets).
func FuzzWords(f *testing.F) {
	addCases(f, "read.txt", "write.txt", "indent.txt")
	f.Fuzz(func(t *testing.T, src string) {
		if !utf8.ValidString(src) || norm.NFC.String(src) != src || clean(src) != src {
			return
		}
		page := FromMarkdown([]byte(src), WriteOptions{})
		if c := lost(markdownWords(src, false), decodeEntities(page)); c != "" {
			t.Errorf("Markdown %q loses %q as %q", src, c, page)
		}
		var in strings.Builder
		end := 0
		for _, e := range Parse(src).All() {
			if e.Kind() != TextNode || !e.Leaf() {
				continue
			}
			if e.Start() > end {
				in.WriteByte('\n') // what stands apart makes no entity together
			}
			in.WriteString(e.Source())
			end = e.End()
		}
		md := ToMarkdown(src, ReadOptions{})
		if c := lost(decodeEntities(in.String()), markdownWords(md, true)); c != "" {
			t.Errorf("wikitext %q loses %q as %q", src, c, md)
		}
	})
}

// markdownWords returns what a text shows for sure; with all set, what else
// there is too.
func markdownWords(md string, all bool) string {
	var b strings.Builder
	for _, n := range ParseMarkdown([]byte(md)) {
		switch n.Kind {
		case "text":
			b.WriteString(literal(n.Source))
		case "code", "code block":
			if all && n.Name == rawLanguage {
				n.Source = decodeEntities(n.Source)
			}
			b.WriteString(n.Source)
		default:
			if all {
				b.WriteString(decodeEntities(n.Source))
			}
		}
	}
	return b.String()
}

// lost returns what of the letters and digits of a is not in b in their order,
// "" if all is there.
func lost(a, b string) string {
	a, b = norm.NFD.String(a), norm.NFD.String(b) // an accent by its number joins its letter
	rest := []rune(b)
	for i, r := range a {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		for len(rest) > 0 && rest[0] != r {
			rest = rest[1:]
		}
		if len(rest) == 0 {
			return a[i:]
		}
		rest = rest[1:]
	}
	return ""
}

func TestLost(t *testing.T) {
	for _, c := range [][3]string{
		{"a b", "<p>a</p>xb", ""}, {"ab", "ba", "b"}, {"a", "", "a"}, {"", "x", ""}, {"- !", "", ""}, {"aa", "a", "a"},
	} {
		if got := lost(c[0], c[1]); got != c[2] {
			t.Errorf("lost(%q, %q) = %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

// What ToHTML may write, and where links may lead. Without a letter first there
// is no scheme.
var (
	safeTag  = regexp.MustCompile(`^<(/?(h[1-6]|p|ul|ol|li|blockquote|pre|code|em|strong|del|table|thead|tbody|tr|th|td|a)|hr|br|li|(ol start="\d+")|((th|td) (align|style)="[a-z:-]+")|code class="language-[^"<>]*"|a href="[^"<>]*"( title="[^"<>]*")?|input (checked="" )?disabled="" type="checkbox")>`)
	safeLink = regexp.MustCompile(`^(\./|#|//|/|\?|[^a-z\x00- ]|[^:]*$|[^:]*[/?#]|` + strings.ReplaceAll(strings.Join(protocols, "|"), ".", `\.`) + `)`)
)

// FuzzHTML: whatever stands in a text, nothing of it acts on the page that shows
// it.
func FuzzHTML(f *testing.F) {
	addCases(f, "read.txt", "write.txt")
	for _, s := range []string{
		"<script>a</script>", "[a](javascript:b)", "[a](JaVa\tScript:b)", "<javascript:a>", "![a](data:text/html,b)", "[a]( \x01javascript:b)", "[a](&#106;avascript:b)", "[a](vbscript:b \"<i>\")",
		"`<script>`{=wikitext}", "`[javascript:a b]`{=wikitext}", "```\"><script>\na\n```", "[[A\" onclick=\"b|c]]", "| a |\n|:-:|\n| <b> |", "[a]: javascript:b\n\n[a]", "<div onclick=a>\n",
	} {
		f.Add(s)
	}
	o := HTMLOptions{ExtOptions: ExtOptions{PageURL: func(target string) string { return "./" + target }}}
	f.Fuzz(func(t *testing.T, src string) {
		out := ToHTML([]byte(src), o)
		if !utf8.ValidString(out) || strings.ContainsFunc(out, isControl) {
			t.Errorf("%q gives %q", src, out)
		}
		for rest := out; ; {
			i := strings.IndexByte(rest, '<')
			if i < 0 {
				return
			}
			tag := safeTag.FindString(rest[i:])
			if tag == "" {
				t.Fatalf("%q gives the tag %.60q", src, rest[i:])
			}
			if _, href, ok := strings.Cut(tag, ` href="`); ok {
				href, _, _ = strings.Cut(href, `"`)
				if href = html.UnescapeString(href); !safeLink.MatchString(strings.ToLower(href)) {
					t.Errorf("%q links to %q", src, href)
				}
			}
			rest = rest[i+len(tag):]
		}
	})
}
