package cli

import (
	"strings"
	"testing"
)

func TestHTMLText(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"nothing", "", ""},
		{"paragraphs", "<p>Ein\n <b>neues</b>&nbsp;Sieb.</p><p>Begründung: das alte &lt; rostig</p>", "Ein neues Sieb.\n\nBegründung: das alte < rostig"},
		{"lines", "<div>eins</div><div>zwei<br>drei</div><div><br></div><div>vier</div>", "eins\nzwei\ndrei\n\nvier"},
		{"lists", "<ul><li>Tee</li><li><p>Kekse<ol><li>mit<li>ohne</ol></ul>danach", "- Tee\n- Kekse\n  1. mit\n  2. ohne\n\ndanach"},
		{"table", "<table><tr><td>Sieb</td><td> 3 </td></tr><tr><th>Topf</th><td></td></tr></table>", "Sieb | 3\nTopf"},
		{"layout", "<table><tr><td><table><tr><td><p>Text</p></td></tr></table></td></tr></table>", "Text"},
		{"links", `<a href="https://example.org/a?b=1&amp;c=2">hier</a>, <a href='https://example.org/'>https://example.org/</a>, <a href=mailto:a@example.org>Mia</a>`, "hier (https://example.org/a?b=1&c=2), https://example.org/, Mia"},
		{"quote", "ja<blockquote>alt<p>älter</blockquote>nein", "ja\n>\n> alt\n>\n> älter\n\nnein"},
		{"pre", "<pre>a  b\n\n  c</pre>", "a  b\n\n  c"},
		{"unseen", `<html><head><title>T</title><style>p > a {}</style></head><body><div style="display: none">x<div>y</div>z</div>gut<!-- a > b --><script>if (a<b) "</p>"</script><img src=x alt=y></body>`, "gut"},
		{"signature", `gut<div class="moz-signature">-- <br>Tel. 0123<div>mehr</div></div>, ja`, "gut, ja"},
		{"quoted end", `<p title="a > b" data-x='>'>gut</p>`, "gut"},
		{"no tag", "1 < 2 und 3<4 <", "1 < 2 und 3<4 <"},
		{"cut off", `gut<p title="`, "gut"},
		{"hidden, never closed", `<body>gut<div style="display:none">x</body>`, "gut"},
	} {
		if got := htmlText(c.src); got != c.want {
			t.Errorf("%s:\n%q, want\n%q", c.name, got, c.want)
		}
	}
}

// Whatever a mail holds, its text has no control characters and no mark-up that
// was read, and escaped words come through.
func FuzzHTMLText(f *testing.F) {
	f.Add("<p>Ein <b>Sieb</b>")
	f.Add(`<a href="x>y`)
	f.Fuzz(func(t *testing.T, src string) {
		if got := htmlText(src); strings.ContainsAny(got, "\x00\x01\x1b\r\t") {
			t.Errorf("%q", got)
		}
		word := htmlText("</pre><p>" + strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(src) + "</p>")
		if want := strings.Join(strings.Fields(src), ""); !strings.ContainsFunc(want, func(r rune) bool { return r <= ' ' || r > '~' || r == '|' }) && word != strings.Join(strings.Fields(src), " ") {
			t.Errorf("%q of %q", word, src)
		}
	})
}
