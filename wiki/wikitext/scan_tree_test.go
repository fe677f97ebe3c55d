package wikitext

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// outline writes a tree in brackets: an inner node as (kind …) and a leaf as
// its source, text without more.
func outline(src string) string {
	var b strings.Builder
	last := 0
	for depth, e := range Parse(src).All() {
		b.WriteString(strings.Repeat(")", max(0, last-depth)))
		last = depth
		if depth == 0 {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		name := ""
		if s := e.Name(); s != "" {
			name = "=" + s
		}
		if e.Leaf() {
			fmt.Fprintf(&b, "%s%s%q", short[e.Kind()], name, e.Source())
		} else {
			fmt.Fprintf(&b, "(%s%s", e.Kind(), name)
			last++
		}
	}
	b.WriteString(strings.Repeat(")", max(0, last-1)))
	return b.String()
}

// short are the names of leaves in an outline.
var short = map[NodeKind]string{
	TextNode: "", MarkNode: "m", SpaceNode: "_", CommentNode: "c", TagNode: "t", AttrNode: "a", QuoteNode: "q", EntityNode: "e",
	URLNode: "u", TargetNode: "to", NameNode: "n", SwitchNode: "s", SignNode: "sign", TemplateNode: "template", ExtNode: "ext",
}

func TestTree(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"heading", "== A ''b'' == <!-- c -->\n", `(heading m"==" _" " "A " q"''" "b" q"''" _" " m"==" _" " c"<!-- c -->" _"\n")`},
		{"items", "* a\n** [[B|c]]d\n\n#x", `(list (item=* m"*" _" " "a" _"\n") (item=** m"**" _" " (link=B m"[[" to"B" m"|" (label "c") m"]]") "d" _"\n")) _"\n" (list (item=# m"#" "x"))`},
		{"term and definition", "*; e : f\n", `(list (item=*; m"*;" _" " "e" _" ") (item=*: m":" _" " "f" _"\n"))`},
		{"comment before a mark", "<!-- x -->* a", `(list (item=* c"<!-- x -->" m"*" _" " "a"))`},
		{"rule, switch", "----b\n__TOC__\n", `(rule m"----" "b" _"\n") s"__TOC__" _"\n"`},
		{"redirect", "#REDIRECT [[A]]", `s"#REDIRECT" _" " (link=A m"[[" to"A" m"]]")`},
		{
			"table", "{| class=x\n|+ cap\n! a !! style=b | c\n|-\n| d || e\n* g\n|}\n",
			`(table m"{|" a" class=x" _"\n" (caption m"|+" (paragraph _" " "cap" _"\n")) (row (header m"!" (paragraph _" " "a" _" ")) (header m"!!" a" style=b " m"|" (paragraph _" " "c" _"\n"))) (row m"|-" _"\n" (cell m"|" (paragraph _" " "d" _" ")) (cell m"||" (paragraph _" " "e" _"\n") (list (item=* m"*" _" " "g" _"\n")))) m"|}") _"\n"`,
		},
		{"table in a table, text behind", "{|\n|\n{|\n|a\n|}\n|b\n|}c", `(table m"{|" _"\n" (row (cell m"|" _"\n" (table m"{|" _"\n" (row (cell m"|" (paragraph "a" _"\n"))) m"|}") _"\n") (cell m"|" (paragraph "b" _"\n"))) m"|}") (paragraph "c")`},
		{"template", "{{a|b=c {{d}}|e}}", `(template=a m"{{" n"a" (parameter=b m"|" n"b" m"=" (value "c " (template=d m"{{" n"d" m"}}"))) (parameter m"|" (value "e")) m"}}")`},
		{"argument", "{{{a|}}}", `(argument=a m"{{{" n"a" (parameter m"|") m"}}}")`},
		{"reference", "<ref name=x>y ''z''</ref>", `(paragraph (extension=ref t=ref"<ref name=x>" "y " q"''" "z" q"''" t=/ref"</ref>"))`},
		{"elements", "<b>f <i>g</b>h</i><br>", `(paragraph (element=b t=b"<b>" "f " (element=i t=i"<i>") "g" t=/b"</b>") "h" t=/i"</i>" t=br"<br>")`},
		{"element around blocks", "<div>\n* a\n</div>\n", `(element=div t=div"<div>" _"\n" (list (item=* m"*" _" " "a" _"\n")) t=/div"</div>") _"\n"`},
		{"leading blanks", " b\n c {{d\n|e}}\n", `(pre m" " "b\n" m" " "c " (template=d m"{{" n"d\n" (parameter m"|" (value "e")) m"}}") _"\n")`},
		{"file", "[[Datei:A.png|mini|b [[c]] d]]", `(paragraph (link=Datei:A.png m"[[" to"Datei:A.png" m"|" (label "mini|b " (link=c m"[[" to"c" m"]]") " d") m"]]"))`},
		{"addresses", "[http://e f [[g]]] http://x.y.", `(paragraph (external link=http://e m"[" to"http://e" _" " (label "f " (link=g m"[[" to"g" m"]]")) m"]") " " u"http://x.y" ".")`},
		{"nowiki", "a<nowiki>x</nowiki><nowiki/>&amp;", `(paragraph "a" (nowiki=nowiki t=nowiki"<nowiki>" "x" t=/nowiki"</nowiki>") (nowiki=nowiki t=nowiki"<nowiki/>") e"&amp;")`},
	} {
		if diff := cmp.Diff(c.want, outline(c.src)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

// TestParts: tables are opened into rows, nested ones are not.
func TestParts(t *testing.T) {
	var got []string
	for _, b := range Scan("a\n{|\n|+ b\n! c\n|-\n| d\n* e\n{|\n|-\n| f\n|}\n|- x\n|}\n<ul>\n<li>g\n</ul>").Parts() {
		got = append(got, fmt.Sprintf("%d %s %s", b.Line, b.Kind, b.Text))
	}
	want := []string{
		"1 paragraph a", "2 table start {|\n|+ b", "4 table row ! c", "5 table row |-\n| d\n* e\n{|\n|-\n| f\n|}", "12 table row |- x", "13 table end |}",
		"14 html <ul>", "15 html <li>g", "16 html </ul>",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
