package fidelity

import "testing"

func tree(t *testing.T, look Look, src string) string {
	t.Helper()
	n, err := look.Tree(src)
	if err != nil {
		t.Fatal(err)
	}
	return n.String()
}

// TestAlike has pairs that a reader cannot tell apart: what CommonMark
// expects, and what MediaWiki makes of the same.
func TestAlike(t *testing.T) {
	for _, c := range []struct{ name, a, b string }{
		{"heading's anchor", `<h2>A b</h2>`, `<h2><span class="mw-headline" id="A_b">A b</span></h2>`},
		{"edit link", `<h2>A</h2>`, `<h2><span class="mw-headline" id="A">A</span><span class="mw-editsection">[<a href="/x">Bearbeiten</a>]</span></h2>`},
		{"i and em", `<p><em>a</em> <strong>b</strong></p>`, `<p><i>a</i> <b>b</b></p>`},
		{"the same mark twice", `<p><strong><strong>a</strong></strong></p>`, `<p><b>a</b></p>`},
		{"the order of marks", `<p><em><strong>a</strong></em></p>`, `<p><b><i>a</i></b></p>`},
		{"a mark in two pieces", `<p><em>ab</em></p>`, `<p><i>a</i><i>b</i></p>`},
		{"a mark of nothing", `<p>ab</p>`, `<p>a<b></b>b</p>`},
		{"three ways to strike", `<p><del>a</del></p>`, `<p><s>a</s></p>`},
		{"a blank's mark", `<p><em>a</em> <em>b</em></p>`, `<p><i>a b</i></p>`},
		{"a blank at a mark's edge", `<p><em>a</em> b</p>`, `<p><i>a </i>b</p>`},
		{"a blank at a link's edge", `<p><a href="http://x.example/">a</a> b</p>`, `<p><a href="http://x.example/">a </a>b</p>`},
		{"white space", "<p>a\n  b\tc</p>\n", "<p>a b c\n</p>"},
		{"white space across marks", `<p>a <em> b</em></p>`, `<p>a<em> b</em></p>`},
		{"a break at the edges", `<p>a</p>`, "<p><br />a<br>\n</p>"},
		{"white space at a break", `<p>a<br>b</p>`, "<p>a <br />\n b</p>"},
		{"an empty paragraph", `<p>a</p>`, `<p>a</p><p><br></p><p></p>`},
		{"entities", `<p>&auml; &lt; &amp; &quot;</p>`, `<p>ä &#60; & "</p>`},
		{"decomposed letters", "<p>A\u030a</p>", "<p>\u00c5</p>"},
		{"a hard blank before a mark", `<p>was ? so : « a »</p>`, `<p>was&#160;? so&#160;: «&#160;a&#160;»</p>`},
		{"the same in code", `<pre>was ?</pre>`, `<pre>was&#160;?</pre>`},
		{"a tight item and a loose one", `<ul><li>a</li></ul>`, `<ul><li><p>a</p></li></ul>`},
		{"a tight item with a list", `<ul><li>a<ul><li>b</li></ul></li></ul>`, `<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>`},
		{"a quote without a paragraph", `<blockquote><p>a</p></blockquote>`, `<blockquote>a</blockquote>`},
		{"code in pre", `<pre><code class="language-go">a  b
</code></pre>`, `<pre>a  b
</pre>`},
		{"the last newline of code", "<pre>a\n</pre>", "<pre>a</pre>"},
		{"parts of a table", `<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>`, `<table class="wikitable"><tbody><tr><th>a
</th></tr><tr><td>b
</td></tr></tbody></table>`},
		{"two ways to align", `<table><tr><td align="right">a</td></tr></table>`, `<table><tr><td style="text-align: right;">a</td></tr></table>`},
		{"a list from 1", `<ol start="1"><li>a</li></ol>`, `<ol><li>a</li></ol>`},
		{"a box", `<ul><li><input type="checkbox" checked disabled> a</li></ul>`, `<ul><li>☑ a</li></ul>`},
		{"a link's classes", `<p><a href="http://x.example/a">a</a></p>`, `<p><a rel="nofollow" class="external text" href="http://x.example/a">a</a></p>`},
		{"percent signs", `<p><a href="http://x.example/%C3%A4%5B%20b">a</a></p>`, `<p><a href="http://x.example/ä[ b">a</a></p>`},
		{"an empty path", `<p><a href="HTTP://X.example">a</a></p>`, `<p><a href="http://x.example/">a</a></p>`},
		{"a relative address", `<p><a href="/a/b">a</a></p>`, `<p><a href="http://base.example/a/b">a</a></p>`},
		{"a page", `<p><a href="wiki:haus am See#Tür">a</a></p>`, `<p><a href="/index.php/Haus_am_See#T%C3%BCr" title="Haus am See">a</a></p>`},
		{"a page that is not there", `<p><a href="wiki:Haus">a</a></p>`, `<p><a href="/index.php?title=Haus&amp;action=edit&amp;redlink=1" class="new">a</a></p>`},
		{"a section", `<p><a href="#a b">a</a></p>`, `<p><a href="#a_b">a</a></p>`},
		{"comments", `<p>a</p>`, `<!-- x --><p>a<!-- y --></p>`},
		{"the table of contents", `<h2>a</h2>`, `<div id="toc" class="toc"><h2>Inhalt</h2></div><h2>a</h2>`},
		{"an item that shows nothing", `<ul><li>a</li></ul>`, `<ul><li>a</li><li class="mw-empty-elt"></li></ul>`},
		{"a list that shows nothing", `<p>a</p>`, `<p>a</p><ul><li class="mw-empty-elt"></li></ul>`},
		{"an item with a hard blank", `<ul><li></li></ul>`, `<ul><li>&nbsp;</li></ul>`},
		{"a div without looks", `<p>a</p>`, `<div>a</div>`},
	} {
		look := Look{Base: "http://base.example/"}
		if a, b := tree(t, look, c.a), tree(t, look, c.b); a != b {
			t.Errorf("%s:\n%s\nis\n%sand\n%s\nis\n%s", c.name, c.a, a, c.b, b)
		}
	}
}

// TestApart has pairs that a reader can tell apart.
func TestApart(t *testing.T) {
	for _, c := range []struct{ name, a, b string }{
		{"words", `<p>a b</p>`, `<p>a c</p>`},
		{"letters' case", `<p>a</p>`, `<p>A</p>`},
		{"a blank more", `<p>ab</p>`, `<p>a b</p>`},
		{"a hard blank", `<p>a b</p>`, `<p>a&nbsp;b</p>`},
		{"a hard blank behind a mark", `<p>a: b</p>`, `<p>a:&nbsp;b</p>`},
		{"a wide blank", `<p>a b</p>`, "<p>a\u2003b</p>"},
		{"marks", `<p><em>a</em></p>`, `<p><strong>a</strong></p>`},
		{"no mark", `<p><em>a</em></p>`, `<p>a</p>`},
		{"where a mark ends", `<p><em>a</em>b</p>`, `<p><em>ab</em></p>`},
		{"a mark on another word", `<p><em>a</em> b</p>`, `<p>a <em>b</em></p>`},
		{"code", `<p><code>a</code></p>`, `<p>a</p>`},
		{"code's blanks", `<p><code>a</code> <code>b</code></p>`, `<p><code>a b</code></p>`},
		{"a line through a blank", `<p><del>a</del> <del>b</del></p>`, `<p><del>a b</del></p>`},
		{"strike", `<p><del>a</del></p>`, `<p>a</p>`},
		{"underline", `<p><u>a</u></p>`, `<p>a</p>`},
		{"a link's target", `<p><a href="http://x.example/a">a</a></p>`, `<p><a href="http://x.example/b">a</a></p>`},
		{"no link", `<p><a href="http://x.example/a">a</a></p>`, `<p>a</p>`},
		{"a link's end", `<p><a href="http://x.example/a">a</a>b</p>`, `<p><a href="http://x.example/a">ab</a></p>`},
		{"the case of a path", `<p><a href="http://x.example/a">a</a></p>`, `<p><a href="http://x.example/A">a</a></p>`},
		{"an escaped slash", `<p><a href="http://x.example/a%2Fb">a</a></p>`, `<p><a href="http://x.example/a/b">a</a></p>`},
		{"a page's section", `<p><a href="/index.php/Haus#a">a</a></p>`, `<p><a href="/index.php/Haus">a</a></p>`},
		{"a page of the wiki and of another site", `<p><a href="/index.php/Haus">a</a></p>`, `<p><a href="http://x.example/index.php/Haus">a</a></p>`},
		{"two paragraphs", `<p>a b</p>`, `<p>a</p><p>b</p>`},
		{"a line break", `<p>a b</p>`, `<p>a<br>b</p>`},
		{"two line breaks", `<p>a<br>b</p>`, `<p>a<br><br>b</p>`},
		{"levels", `<h2>a</h2>`, `<h3>a</h3>`},
		{"no heading", `<h2>a</h2>`, `<p>a</p>`},
		{"an empty heading", `<h2></h2>`, ``},
		{"kinds of lists", `<ul><li>a</li></ul>`, `<ol><li>a</li></ol>`},
		{"two lists", `<ul><li>a</li><li>b</li></ul>`, `<ul><li>a</li></ul><ul><li>b</li></ul>`},
		{"depth", `<ul><li>a<ul><li>b</li></ul></li></ul>`, `<ul><li>a</li><li>b</li></ul>`},
		{"a paragraph in a list and behind it", `<ul><li>a<p>b</p></li></ul>`, `<ul><li>a</li></ul><p>b</p>`},
		{"the number to start at", `<ol start="3"><li>a</li></ol>`, `<ol><li>a</li></ol>`},
		{"an empty item", `<ul><li>a</li><li></li></ul>`, `<ul><li>a</li></ul>`},
		{"a quote", `<blockquote><p>a</p></blockquote>`, `<p>a</p>`},
		{"a quote in two", `<blockquote><p>a</p><p>b</p></blockquote>`, `<blockquote><p>a</p></blockquote><blockquote><p>b</p></blockquote>`},
		{"a definition", `<dl><dt>a</dt><dd>b</dd></dl>`, `<p>a</p><p>b</p>`},
		{"term and definition", `<dl><dt>a</dt></dl>`, `<dl><dd>a</dd></dl>`},
		{"code's lines", "<pre>a\nb</pre>", "<pre>a b</pre>"},
		{"code's white space", "<pre>a  b</pre>", "<pre>a b</pre>"},
		{"code's empty lines", "<pre>a\n\n</pre>", "<pre>a\n</pre>"},
		{"code's tabs", "<pre>a\tb</pre>", "<pre>a b</pre>"},
		{"code and text", "<pre>a</pre>", "<p>a</p>"},
		{"header cells", `<table><tr><th>a</th></tr></table>`, `<table><tr><td>a</td></tr></table>`},
		{"rows", `<table><tr><td>a</td></tr><tr><td>b</td></tr></table>`, `<table><tr><td>a</td><td>b</td></tr></table>`},
		{"an empty cell", `<table><tr><td>a</td><td></td></tr></table>`, `<table><tr><td>a</td></tr></table>`},
		{"a cell's side", `<table><tr><td align="right">a</td></tr></table>`, `<table><tr><td>a</td></tr></table>`},
		{"cells joined", `<table><tr><td colspan="2">a</td></tr></table>`, `<table><tr><td>a</td></tr></table>`},
		{"a rule", `<p>a</p><hr><p>b</p>`, `<p>a</p><p>b</p>`},
		{"a box that is checked", `<p><input type="checkbox" checked></p>`, `<p><input type="checkbox"></p>`},
		{"an image", `<p><img src="a.png" alt="b"></p>`, `<p>b</p>`},
		{"a category", `<p>a</p>`, `<p>a</p><div class="catlinks"><ul><li>X</li></ul></div>`},
	} {
		look := Look{Base: "http://base.example/"}
		if a, b := tree(t, look, c.a), tree(t, look, c.b); a == b {
			t.Errorf("%s: both\n%s\nand\n%s\nare\n%s", c.name, c.a, c.b, a)
		}
	}
}

// TestExactTellsLooksApart has what only pages of one wiki are compared in.
func TestExactTellsLooksApart(t *testing.T) {
	for _, c := range []struct{ name, a, b string }{
		{"a style", `<p><span style="color:red">a</span></p>`, `<p>a</p>`},
		{"a table's class", `<table class="wikitable"><tr><td>a</td></tr></table>`, `<table><tr><td>a</td></tr></table>`},
		{"a border", `<table border="1"><tr><td>a</td></tr></table>`, `<table><tr><td>a</td></tr></table>`},
		{"a box around", `<div style="border:1px">a</div>`, `<p>a</p>`},
		{"a paragraph's side", `<p style="text-align:right">a</p>`, `<p>a</p>`},
		{"the table of contents", `<h2>a</h2>`, `<div id="toc" class="toc"><h2>Inhalt</h2></div><h2>a</h2>`},
	} {
		if a, b := tree(t, Look{Exact: true}, c.a), tree(t, Look{Exact: true}, c.b); a == b {
			t.Errorf("%s: both %s and %s are\n%s", c.name, c.a, c.b, a)
		}
		if c.name == "the table of contents" {
			continue
		}
		if a, b := tree(t, Look{}, c.a), tree(t, Look{}, c.b); a != b {
			t.Errorf("%s: what Markdown cannot say counts against it:\n%s\n%s", c.name, a, b)
		}
	}
}

func TestTreeIsDrawn(t *testing.T) {
	got := tree(t, Look{}, `<h1>A</h1><ul><li>see <a href="http://x.example/">the <b>plan</b></a><br>now</li></ul><ol start="4"><li>x</li></ol><pre>a
 "b"
</pre>`)
	want := `h1 "A"
ul
  li
    p "see " [http://x.example/]"the " <strong>[http://x.example/]"plan" "\nnow"
ol start=4
  li
    p "x"
pre "a\n \"b\""
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
