package wikitext_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"telko/wiki/wikitest"
	"telko/wiki/wikitext"
)

// lumpy are pages on whose blocks scanners differ; words are W and a number.
var lumpy = []string{
	"* W1\n** W2\n*# W3\n#W4\n: W5\n*:W6\n:*W7\n*W8", "*** W1\n* W2\n** W3\n\n** W4", "**:*W1\n*:*W2\n*: W3", "; W1 : W2\n; W3\n: W4\n:; W5 : W6\n;; W7", "* W1\n<!-- c -->\n* W2\n<!-- c -->* W3\n <!-- c -->\n* W4",
	"; [http://W1 W2:W3] W4 : W5", "; '''W1:''' W2", "; '''W1''' : W2", ";http://W1 : W2", "; W1:W2:W3", "; <b>W1:</b> W2", "; <nowiki>:</nowiki> W1 : W2", "; [[W1:W2|W3]] : W4", "; W1 <br> : W2", "; ''W1 : W2", "; <s>W1 : W2", ";<!-- : -->W1 : W2",
	"W1\nw2\n\nw3\n\n\n\nw4", "W1\n<!-- c -->\nw2", "W1\n<!-- c -->\n* W2", " W1\n  W2\nw3\n W4\n\n W5\n \n W6", " W1 <b>W2</b>\n <div>W3</div>\n W4", "<div>\n W1\n</div>\n W2", "<blockquote>\n W1\n\n W2\n</blockquote>\n W3", "<ul>\n W1\n<li>W2\n W3</ul>\n W4", "<p>\n W1\n</p>\n W2",
	"----\n---- W1\n-----W2\n--- W3\n ---- W4", "=W1=\n==W2==\n===W3==\n== W4 == <!-- c -->\n<!-- c -->== W5 ==\n == W6 ==\n==W7\n==\n=====", "== W1 ==\nw2\n* W3\n== W4 ==",
	"{|\n|W1\n|}", "{| class=W1\n|+ W2\n! W3 !! W4 || W5\n|-\n| W6 || W7\n|- class=W8\n| style=W9 | W10 || [[W11|W12]]\n|}", "{|\n|\n* W1\n* W2\n| W3\n\nw4\n W5\n|}\nw6", "{|\n| W1\n{|\n| W2\n|}\n| W3\n|}", ":{|\n| W1\n|}\n::{|\n|W2\n|} W3", " {|\n | W1\n |-\n | W2\n |}",
	"{|\n|}", "{|\n|-\n|}", "{|\n|+ W1\n|}", "{|\n! W1 | W2 !! W3\n| W4\n|-----\n| W5 !! W6\n|}", "{|\n|W1\n|}W2\nw3", "{|\n|W1||W2|W3|W4|||W5\n|}", "{|\n|W1", "|}\n|W1\n!W2\n|-", "{|\n|<nowiki>||</nowiki>W1<!-- || -->||W2\n|}", "{|\n| [[W1|W2]] | W3\n|}", "{|\n! <b title='!!'>W1</b>!!W2\n|}", "{|\n| * W1\n|}", "{|\n| W1 <!-- c\n| --> W2\n|}", "{|\n<!-- c -->| W1\n|}",
	"<pre>\n* W1\n</pre>\n* W2", "W1 <pre>W2</pre> W3", "<pre>W1\n* W2\n\nw3\n== W4 ==", "<nowiki>\n* W1\n</nowiki>", "<nowiki>*</nowiki> W1\n* <nowiki>\n* W2</nowiki>", "* W1 <!--\n* W2 --> W3",
	"[[W1]] [[W2|W3]] [[W4|W5]] [[[W7]]] [[W8", "[[W1|W2 [[W3]] W4]]", "[[W1|W2]W3]]", "[http://W1 W2] [http://W3] http://W4 [W5] [//W6 W7]", "[http://W1 W2 [[W3]] W4]", "[[W1\n|W2]] [[W3|W4\nw5]]", "[http://W1\nw2] [http://W3 W4\n]", "[[W2|]W3]] [[W4||W5]] [[W6{|W7]]",
	"<noinclude>* W1</noinclude>\n<includeonly>* W2</includeonly>\n* W3", "<includeonly>W1\n</includeonly>* W2", "<div\nclass='x'>W1</div>", "<table\nclass='x'>\n<tr><td>W1</table>",
	"<div>W1</div\n>w2", "<ul><li>W1</li\n><li>W2</ul>", "* W1 <b\nclass='x'>W2</b>\n* W3", "* W1 <b\n* W2", "W1 <div\n>W2</div\n> W3", "== W1 <b\n>W2</b> ==", " W1 <b\n>W2</b>\nw3", "; W1 <b\n>W2</b> : W3\n* W4", "{|\n| W1 <b\n>W2</b> || W3\n|}", "* <nowiki><b</nowiki> W1\n* W2 > W3", "* W1 <unbekannt\n* W2>",
}

var blockMarks = []string{
	"\n* §", "\n** §", "\n# §", "\n#* §", "\n: §", "\n:: §", "\n*: §", "\n; § : §", "\n; §", "\n:; § : §", "\n;'''§:'''", " :§", "\n\n", "\n", "\n", "\n §", " §", "§ ", "\n§", "\n== § ==", "\n=§=\n", "\n=== § ==", "\n----", "\n---- §",
	"<!-- c -->", "\n<!-- c -->\n", "\n<!-- c --> ", "<nowiki>*§</nowiki>", "<nowiki/>", "'''§'''", "''§''", "[[§]]", "[[§|§]]", "[[§", "]]", "[http://§ §]", "http://§ ", "[", "]", "<br>", "<b>§</b>", "<b\n>§</b\n>", "<div\n>§</div\n>", "\n<pre>§\n* §</pre>", "\n{|", "\n{| class=x\n|", "\n|}", "\n|}", "\n|-\n|", "\n| §", "\n! §", "||§", "!!§", "|§", "\n|+ §", "\n|\n", "\n:{|\n|", "\n<div>§</div>\n",
}

// TestSkeleton compares the blocks of a page, and the words in them, with what
// MediaWiki makes of it.
func TestSkeleton(t *testing.T) {
	p := wikitest.Start(t).Parser()
	texts := append([]string{}, lumpy...)
	rng := rand.New(rand.NewPCG(5, 2))
	for range 400 {
		texts = append(texts, randomPage(rng, blockMarks, 3+rng.IntN(14)))
	}
	left := 0
	for _, text := range texts {
		shown, err := p.HTML(text)
		if err != nil {
			t.Fatal(err)
		}
		sk := skeleton{}
		sk.nodes(wikitext.Parse(text).Root())
		if sk.fostered { // what stands between cells is put before the table
			left++
			continue
		}
		if got, want := strings.Join(sk.out, " "), skeletonOf(shown); got != want {
			t.Errorf("%q\n got  %s\n want %s", text, got, want)
		}
	}
	if left > len(texts)/4 {
		t.Errorf("%d of %d texts are not compared", left, len(texts))
	}
}

var (
	word  = regexp.MustCompile(`W[0-9]+`)
	piece = regexp.MustCompile(`<(ul|ol|dl|li|dt|dd|table|caption|tr|td|th|pre|hr|h[1-6]|a)\b[^>]*>|<[^>]*>|W[0-9]+`)
	toc   = regexp.MustCompile(`(?s)<div id="toc".*?</ul>\s*</div>`)
)

// skeletonOf returns the tags of blocks and the words of HTML.
func skeletonOf(h string) string {
	var out []string
	for _, m := range piece.FindAllStringSubmatch(toc.ReplaceAllString(h, ""), -1) {
		switch {
		case m[1] != "":
			out = append(out, m[1])
		case m[0][0] == 'W':
			out = append(out, m[0])
		}
	}
	return strings.Join(out, " ")
}

// skeleton writes a tree as the tags and words that MediaWiki would show.
type skeleton struct {
	out      []string
	list     string // marks of the item before, ; as :
	dt       bool
	fostered bool
}

func (s *skeleton) add(x ...string) { s.out = append(s.out, x...) }

func (s *skeleton) nodes(e wikitext.Elem) {
	for c := range e.Children() {
		s.node(c, e.Kind())
	}
}

func (s *skeleton) node(e wikitext.Elem, in wikitext.NodeKind) {
	k := e.Kind()
	switch in {
	case wikitext.PageNode, wikitext.CellNode, wikitext.HeaderNode, wikitext.CaptionNode:
		if k != wikitext.ListNode { // also a list behind an empty line is another one
			s.list, s.dt = "", false
		}
	}
	if in == wikitext.TableNode || in == wikitext.RowNode {
		switch k {
		case wikitext.CaptionNode, wikitext.RowNode, wikitext.CellNode, wikitext.HeaderNode, wikitext.MarkNode, wikitext.SpaceNode, wikitext.CommentNode, wikitext.AttrNode:
		default:
			s.fostered = true
		}
	}
	switch k {
	case wikitext.ItemNode:
		s.item(e)
	case wikitext.HeadingNode:
		s.add(fmt.Sprint("h", e.Level()))
	case wikitext.RuleNode:
		s.add("hr")
	case wikitext.PreNode:
		if !strings.HasPrefix(e.Source(), "<pre") {
			s.add("pre")
		}
	case wikitext.TableNode:
		s.table(e)
		return
	case wikitext.CaptionNode:
		s.add("caption")
	case wikitext.CellNode, wikitext.HeaderNode:
		s.add(map[wikitext.NodeKind]string{wikitext.CellNode: "td", wikitext.HeaderNode: "th"}[k])
	case wikitext.RowNode:
		for c := range e.Children() {
			if c.Kind() == wikitext.CellNode || c.Kind() == wikitext.HeaderNode {
				s.add("tr")
				break
			}
		}
	case wikitext.LinkNode:
		s.add("a")
		for c := range e.Children() {
			if c.Kind() == wikitext.LabelNode {
				s.nodes(c)
				return
			}
		}
		s.words(e.Source())
		return
	case wikitext.ExternalNode:
		s.add("a")
		for c := range e.Children() {
			if c.Kind() == wikitext.LabelNode {
				s.nodes(c)
			}
		}
		return
	case wikitext.TemplateNode:
		if !strings.Contains(e.Source(), "\n") {
			s.add("a")
			s.words(e.Name())
		} else {
			s.words(e.Source()) // not the name of a page
		}
		return
	case wikitext.URLNode:
		s.add("a")
		s.words(e.Source())
		return
	case wikitext.CommentNode, wikitext.AttrNode, wikitext.MarkNode:
		return
	case wikitext.ExtNode:
		switch e.Name() {
		case "includeonly":
			return
		case "pre":
			s.add("pre")
		}
	case wikitext.TagNode:
		if n := e.Name(); in != wikitext.ExtNode && len(n) > 0 && n[0] != '/' && piece.MatchString("<"+n+">") && skeletonOf("<"+n+">") != "" {
			s.add(n)
		}
		return
	}
	if e.Leaf() {
		s.words(e.Source())
		return
	}
	s.nodes(e)
}

func (s *skeleton) words(text string) { s.add(word.FindAllString(text, -1)...) }

// table writes a table; MediaWiki puts a cell into one without a row.
func (s *skeleton) table(e wikitext.Elem) {
	rows := false
	for c := range e.Children() {
		if c.Kind() == wikitext.MarkNode {
			for range strings.Count(c.Source(), ":") {
				s.add("dl", "dd")
			}
			if strings.Contains(c.Source(), "{|") {
				s.add("table")
			}
		}
		rows = rows || c.Kind() == wikitext.RowNode
	}
	s.nodes(e)
	if !rows {
		s.add("tr", "td")
	}
	s.list = ""
}

// item writes the tags that open an item, as MediaWiki's block pass does.
func (s *skeleton) item(e wikitext.Elem) {
	marks := e.Name()
	same := 0
	for same < len(marks) && same < len(s.list) && marks[same] == s.list[same] {
		same++
	}
	def := len(marks) > 0 && s.dt && same > 0 && marks[same-1] == ':'
	s.dt = marks[len(marks)-1] == ';'
	flat := strings.ReplaceAll(marks, ";", ":")
	switch {
	case s.list == flat:
		s.add(entry(marks[len(marks)-1]))
	default:
		if len(marks) <= same && same > 0 {
			s.add(entry(marks[same-1]))
		} else if def {
			s.add("dd")
		}
		for i := same; i < len(marks); i++ {
			s.add(map[byte]string{'*': "ul", '#': "ol", ':': "dl", ';': "dl"}[marks[i]], entry(marks[i]))
		}
	}
	s.list = flat
}

func entry(mark byte) string {
	return map[byte]string{'*': "li", '#': "li", ':': "dd", ';': "dt"}[mark]
}
