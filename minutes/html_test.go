package minutes_test

import (
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"telko/minutes"
	"telko/minutes/lang"
)

func htmlOf(t *testing.T, body string, o minutes.HTMLOptions) string {
	t.Helper()
	ctx := gardenContext(t, lang.German)
	p, err := minutes.NewPublic(fileOf(t, "2031-03-06-x.md", publicHead+body, ctx), minutes.PublicOptions{People: ctx.People})
	if err != nil {
		t.Fatal(err)
	}
	_, out, _ := strings.Cut(string(minutes.HTML(p, o)), "</p>\n") // the line below the title
	return out
}

func TestHTML(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"task", "- [ ] a & b (ole) #310306-1\n", `<ul>
<li class="task" id="310306-1"><span class="box open">☐</span> a &amp; b (ole) <a href="t#310306-1">#310306-1</a></li>
</ul>
`},
		{"done task", "1. [x] *a*\n", "<ol>\n<li class=\"task\"><span class=\"box done\">☑</span> <em>a</em></li>\n</ol>\n"},
		{"unknown task", "see #990101-1 and #310306-1.\n", "<p>see #990101-1 and <a href=\"t#310306-1\">#310306-1</a>.</p>\n"},
		{"task in code", "`#310306-1`\n", "<p><code>#310306-1</code></p>\n"},
		{"raw inline", "a <b onclick=\"x()\">b</b> <script>x()</script>\n", "<p>a &lt;b onclick=&quot;x()&quot;&gt;b&lt;/b&gt; &lt;script&gt;x()&lt;/script&gt;</p>\n"},
		{"raw block", "<script>\nx()\n</script>\n\na\n", "<p>&lt;script&gt;<br>\nx()<br>\n&lt;/script&gt;</p>\n<p>a</p>\n"},
		{"link", "[a](https://example.org/?q=1&r=2 \"t\")\n", "<p><a href=\"https://example.org/?q=1&amp;r=2\" title=\"t\">a</a></p>\n"},
		{"relative link", "[a](b.html#c)\n", "<p><a href=\"b.html#c\">a</a></p>\n"},
		{"javascript", "[a](javascript:alert(1)) [b](JaVaScRiPt:x) [c](&#106;avascript:x) [d](data:text/html,x) [e](vbscript:x) [f](<java\tscript:x>) [g](file:///etc/passwd)\n", "<p>a b c d e f g</p>\n"},
		{"javascript in brackets", "<javascript:alert(1)> <https://example.org> <a@example.org>\n", "<p>javascript:alert(1) <a href=\"https://example.org\">https://example.org</a> <a href=\"mailto:a@example.org\">a@example.org</a></p>\n"},
		{"javascript by reference", "[a][x]\n\n[x]: javascript:alert(1)\n", "<p>a</p>\n"},
		{"image", "![a](https://example.org/p.png) ![](https://example.org/q.png) [![b](https://example.org/r.png)](https://example.org)\n", "<p><a href=\"https://example.org/p.png\">a</a> <a href=\"https://example.org/q.png\">https://example.org/q.png</a> <a href=\"https://example.org\">b</a></p>\n"},
		{"table", "| a | b |\n|---|---|\n| 1 | 2 |\n", "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>\n"},
		{"passages begin a line", "x\n**Vote:** 1\n**Decision:** yes\n**bold** text\n", "<p>x<br>\n<strong>Vote:</strong> 1<br>\n<strong>Decision:</strong> yes\n<strong>bold</strong> text</p>\n"},
		{"anchor of a motion", "### Antrag 1: a *b* #M310306-1\n", "<h3 id=\"M310306-1\" class=\"motion\">Antrag 1: a <em>b</em> #M310306-1</h3>\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := htmlOf(t, c.in, minutes.HTMLOptions{Extenders: []goldmark.Extender{extension.Table}, TaskURL: func(id string) string {
				if id == "310306-1" {
					return "t#" + id
				}
				return ""
			}})
			if got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestHTMLTitle(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"---\ndate: 2031-03-06\nplace: <b>\nkeeper: ole\n---\n\n# A & B\n\nx\n", "<h1>A &amp; B</h1>\n<p class=\"meta\"><span class=\"date\">06.03.2031</span> · <span class=\"place\">&lt;b&gt;</span> · <span class=\"keeper\">Protokoll: ole</span></p>\n<p>x</p>\n"},
		{"---\ndate: 2031-03-06\nstart: 22:00\nend: 0:10\n---\n", "<p class=\"meta\"><span class=\"date\">06.03.2031</span> · <span class=\"time\">22:00–00:10</span></p>\n"},
	} {
		p, err := minutes.NewPublic(fileOf(t, "2031-03-06-x.md", c.src, minutes.Context{}), minutes.PublicOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if got := string(minutes.HTML(p, minutes.HTMLOptions{})); got != c.want {
			t.Errorf("got  %q\nwant %q", got, c.want)
		}
	}
}

// FuzzHTML holds that nothing a person types becomes an element or a link that
// could run something.
func FuzzHTML(f *testing.F) {
	for _, s := range []string{
		"<script>alert(1)</script>", "[a](javascript:alert(1))", "<javascript:x>", "![x](javascript:y)", "<img src=x onerror=y>", "- [ ] <script>", "[a]: javascript:x\n\n[a]",
		"| <script> |\n|---|\n", "~~<b>~~", "```<script>\n```", "&lt;script&gt;", "\\<script>", "[x](<java\nscript:y>)", "#310306-1<script>", "## <script> #M310306-1",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		file, err := minutes.Parse("2031-03-06-x.md", []byte(publicHead+body), minutes.Context{})
		if err != nil {
			t.Skip()
		}
		p, err := minutes.NewPublic(file, minutes.PublicOptions{})
		if err != nil {
			t.Skip()
		}
		out := strings.ToLower(string(minutes.HTML(p, minutes.HTMLOptions{})))
		for _, bad := range []string{"<script", "<img", "<iframe", "<style", "<!--", "href=\"javascript:", "href=\"data:", "href=\"vbscript:", "href=\"file:", "<object", "<b>", "<svg"} {
			if strings.Contains(out, bad) {
				t.Errorf("%q in %q", bad, out)
			}
		}
	})
}
