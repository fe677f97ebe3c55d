package wikitext

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// show writes blocks as "line kind[level marks] text".
func show(src string) []string {
	var out []string
	for _, b := range Scan(src).Blocks() {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%d %s%s %s", b.Line, b.Kind, mark(b), b.Text)))
	}
	return out
}

func mark(b Block) string {
	if b.Kind == Heading {
		return fmt.Sprint(b.Level)
	}
	return b.Marks
}

func TestBlocks(t *testing.T) {
	for _, c := range []struct {
		name, src string
		want      []string
	}{
		{"headings", "= A =\n== B == \n=== C ==\n==D== <!-- x -->\n== E\n====\n==\n ==F==", []string{
			"1 heading1 A", "2 heading2 B", "3 heading2 = C", "4 heading2 D", "5 paragraph == E", "6 heading1 ==", "7 paragraph ==", "8 pre  ==F==",
		}},
		{"lists", "* a\n** b\n*# c\n#d\n: e\n*:f", []string{
			"1 list item* a", "2 list item** b", "3 list item*# c", "4 list item# d", "5 list item: e", "6 list item*: f",
		}},
		{"a term and its definition are two blocks", ";Beginn:13:45\n; [http://example.org a]: b\n;http://example.org/x\n*; c : d\n; [[Hilfe:A|e:f]] {{g:h}}", []string{
			"1 list item; Beginn", "1 list item: 13:45", "2 list item; [http://example.org a]", "2 list item: b", "3 list item; http://example.org/x",
			"4 list item*; c", "4 list item*: d", "5 list item; [[Hilfe:A|e:f]] {{g:h}}",
		}},
		{"paragraphs", "a\nb\n\n\nc\n* d\ne", []string{"1 paragraph a\nb", "3 blank", "5 paragraph c", "6 list item* d", "7 paragraph e"}},
		{"a line goes on within what is hidden", "* a <!--\n* b --> c\n* {{d\n| e}} f\n* <nowiki>\n* g</nowiki>\n* <ref>h\n\ni</ref>", []string{
			"1 list item* a <!--\n* b --> c", "3 list item* {{d\n| e}} f", "5 list item* <nowiki>\n* g</nowiki>", "7 list item* <ref>h\n\ni</ref>",
		}},
		{"what is not closed hides nothing", "* {{a\n* <nowiki>b\n* [[c\n* {{{d", []string{
			"1 list item* {{a", "2 list item* <nowiki>b", "3 list item* [[c", "4 list item* {{{d",
		}},
		{"but an open comment hides the rest", "a\n<!-- b\n* c", []string{"1 paragraph a", "2 comment <!-- b\n* c"}},
		{"brackets keep braces apart", "{{a [[b}}\n* c]]", []string{"1 paragraph {{a [[b}}", "2 list item* c]]"}},
		{"tables", "{|\n! a\n|\n{|\n| b\n|}\n|}\n: {| class=x\n|}\nc\n{|\nd", []string{
			"1 table {|\n! a\n|\n{|\n| b\n|}\n|}", "8 table : {| class=x\n|}", "10 paragraph c", "11 table {|\nd",
		}},
		{"preformatted", "<pre>\n a\n</pre>\n b\n  c\n\n d\n<pre>e", []string{"1 pre<  a", "4 pre  b\n c", "6 blank", "7 pre  d", "8 paragraph <pre>e"}},
		{"rules and switches", "----\n---- a\n---\n__NOTOC__\n__a b__", []string{"1 rule", "2 rule a", "3 paragraph ---", "4 switch __NOTOC__", "5 paragraph __a b__"}},
		{"templates", "{{a\n| b = c\n}}\n{{d}} e\n{{f}}{{g}}", []string{"1 template {{a\n| b = c\n}}", "4 paragraph {{d}} e\n{{f}}{{g}}"}},
		{"HTML", "<div>\n* a\n</div>\n<blockquote>\nb\n\nc\n</blockquote> d\ne\n<ul>\n<li>f\n\ng<br>h", []string{
			"1 html <div>", "2 list item* a", "3 html </div>", "4 html <blockquote>\nb\n\nc\n</blockquote> d", "9 paragraph e", "10 html <ul>", "11 html <li>f", "12 blank", "13 paragraph g<br>h",
		}},
		{"comments", "<!-- a -->\n<!-- b --> c\n <!-- d --> \n", []string{"1 comment <!-- a -->", "2 pre  <!-- b --> c", "3 comment <!-- d -->"}},
		{"comments that are not there", "<!-- a -->* b\nc\n<!-- d -->\ne\n<!-- f -->\n== g ==\n i\n<!-- j -->\n k", []string{
			"1 list item* <!-- a -->b", "2 paragraph c\n<!-- d -->\ne", "5 comment <!-- f -->", "6 heading2 g", "7 pre  i\n<!-- j -->\nk",
		}},
		{"a term ends outside of marks", ";''a:'' b: c\n;<b>d:</b> e\n;f<br>:g\n;[[h:i]]:j", []string{
			"1 list item; ''a:'' b", "1 list item: c", "2 list item; <b>d:</b> e", "3 list item; f<br>:g", "4 list item; [[h:i]]", "4 list item: j",
		}},
		{"no leading blanks in elements", "<table>\n a\n<tr><td>\n b\n</table>\n<blockquote>c</blockquote>\n d <div>e</div>", []string{
			"1 html <table>\n a\n<tr><td>\n b\n</table>", "6 html <blockquote>c</blockquote>", "7 paragraph d <div>e</div>",
		}},
		{"an open pre ends all lists", "<pre>a\n* b\n== c ==\n* d", []string{"1 paragraph <pre>a\n* b", "3 heading2 c", "4 paragraph * d"}},
		{"a CR ends a line", "a\r* b\r\r== c ==\r", []string{"1 paragraph a", "2 list item* b", "3 blank", "4 heading2 c"}},
		{"redirects", "#REDIRECT [[A]]\n#WEITERLEITUNG [[B]]", []string{"1 switch #REDIRECT [[A]]", "2 list item# WEITERLEITUNG [[B]]"}},
		{"other line ends", "== a ==\r\n\r\n* b\r\nc\r\nd\r\n", []string{"1 heading2 a", "2 blank", "3 list item* b", "4 paragraph c\r\nd"}},
		{"nothing", "", nil},
	} {
		if diff := cmp.Diff(c.want, show(c.src)); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestInlines(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"a ''b'' '''c'''''d'''''e", "a ‹''›b‹''› ‹'''›c‹'''''›d‹'''''›e"},
		{"''''a'''''''b", "'‹'''›a''‹'''''›b"},
		{"[[a]] [[b|c]] [[d [[e]] [[f{]] [[g|h]i]]", "‹[[a]]› ‹[[b|c]]› [[d ‹[[e]]› [[f{]] ‹[[g|h]i]]›"},
		{"[http://a b] [//c] [d] [http://e\nf] [http://]", "‹[http://a b]› ‹[//c]› [d] [‹http://e›\nf] [http://]"},
		{"http://a.b. (http://c) http://d_(e) xhttp://f http://g&lt;h", "‹http://a.b›. (‹http://c›) ‹http://d_(e)› xhttp://f ‹http://g›‹&lt;›h"},
		{"&amp; &x &#42; a&b;", "‹&amp;› &x ‹&#42;› a‹&b;›"},
		{"<b>a</b> <br/> <x> < y", "‹<b>›a‹</b>› ‹<br/>› <x> < y"},
		{"<!-- a -->{{b}}{{{c}}}<nowiki>''</nowiki><ref/>__TOC__~~~~", "‹<!-- a -->›‹{{b}}›‹{{{c}}}›‹<nowiki>''</nowiki>›‹<ref/>›‹__TOC__›‹~~~~›"},
	} {
		var b strings.Builder
		for _, n := range Inlines(c.src) {
			if n.Kind == TextNode {
				b.WriteString(n.Source)
			} else {
				b.WriteString("‹" + n.Source + "›")
			}
		}
		if b.String() != c.want {
			t.Errorf("got  %s\nwant %s", b.String(), c.want)
		}
	}
}
