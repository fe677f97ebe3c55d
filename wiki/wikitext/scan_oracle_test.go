package wikitext_test

import (
	"encoding/xml"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"telko/wiki/wikitest"
	"telko/wiki/wikitext"
)

// awkward are texts on which scanners differ.
var awkward = []string{
	"{{a}}{{a|b}}{{a|b=c}}{{a|b=c=d|=e|f=}}", "{{{a}}}{{{a|b}}}{{{{a}}}}{{{{{a}}}}}{{{{{{a}}}}}}", "{{{a}}", "{{a}}}", "{{{{a}} b}}", "{{a{{b}}c}}", "{{ {{{a|{{b|c=d}}}}} }}",
	"{{a|[[b|c]]}} {{a|[[b}} c]]", "{{a|[b}}", "[[a|{{b]]}}", "{{a|[[b}}", "[[[a]]]", "[[[[a]]]]", "{ {a}}", "{{\na\n|b\n=\nc\n}}", "{{a|<!--|-->b|<nowiki>|</nowiki>c}}",
	"{{a|\n== b }} ==\n}}", "{{a|\n= b\n}}", "{{a|\n== b\n}}", "{{a|b\n=c=\n|d}}", "== {{a|b == c}} ==", "==\n{{a}}==", "= {{a}}\n=b}}", "{{a|b\n==c==\n|d}}", "{{a|\n=\n}}", "{{=}}", "{{a|=}}",
	"-{a}- {{b|-{c}}}-", "-{{a}}-", "-{{{a}}}-", "-{{{a}}", "-{{{{a}}}}-", "a-{b|c}-{{d}}", "{{a|-{b|c}-|d}}", "-{-{a}-}-", "-{a\n=b=\n}-", "{-{a}-}", "->{{a}}<-",
	"<ref>a</ref><ref name=b/><ref name=\"c\">d</ref >", "<ref>a", "<ref>a<ref>b</ref>c</ref>", "<REF>a</Ref>", "<ref/x>", "<refx>a</refx>", "<ref\n>a</ref\n>", "<ref </ref>a</ref>", "<ref {{a}}>b</ref>",
	"<nowiki>{{a}}</nowiki>{{<nowiki>a}}</nowiki>}}", "<nowiki/>{{a<nowiki/>}}", "<pre>{{a</pre>}}", "<pre >a</pre><pre/>", "<gallery>a|b</gallery>", "<nowiki><nowiki></nowiki></nowiki>", "<references><ref name=a>b</ref></references>",
	"<!-- a --> {{<!-- b -->a<!-- }} -->}}", "<!--a", "a<!-->b-->c", "<!---->", "<!--->-->", "a\n<!-- b -->\nc", "a\n <!-- b --> <!-- c --> \nd", "<!-- {{ -->a}}", "{{a|\n<!-- b -->\n== c ==\n}}", "== a <!-- b --> ==", "== a == <!-- b -->", "== a == <!-- b --> <!-- c -->\n", "<!-- a -->== b ==", "== a <!--\n--> ==",
	"<noinclude>a {{b}}</noinclude><includeonly>{{c</includeonly>}}<onlyinclude>d</onlyinclude>", "<includeonly>a", "<noinclude/>", "<noinclude", "<noinclude {{a}}>b", "<onlyinclude >{{a|</onlyinclude>}}", "<includeonly/>a",
	"= a =\n== b ==\n=== c ==\n== d ===\n====== e ======\n======= f =======\n", "=\n==\n===\n====\n=====\n======\n=======\n", "== ==\n==  ==\n= =\n", "==a==b\n==a== \n==a==\t\n ==a==\n", "==a\nb==\n", "==<nowiki/>a==\n==a==<nowiki/>\n", "==a\n==\n==b==\n", "==a<ref>b==</ref>==\n==c==",
	"{|\n== a ==\n|}", "* == a ==", "<div>== a ==</div>\n== b ==", "ä\n== ö ==\n€\n== 𝄞 ==\nx\n== y ==",
	"{{Vorlage:a|1=b}}{{SEITENNAME}}{{#if:a|b|c}}{{subst:a}}{{DISPLAYTITLE:b}}", "#WEITERLEITUNG [[a]] {{b}}", "__INHALTSVERZEICHNIS__ {{a|__KEIN_INHALTSVERZEICHNIS__}}",
}

// randomPage writes what a generator of wiki markup thinks of.
func randomPage(rng *rand.Rand, marks []string, n int) string {
	var b strings.Builder
	for i := range n {
		m := marks[rng.IntN(len(marks))]
		b.WriteString(strings.ReplaceAll(m, "§", fmt.Sprintf("W%d", i)))
	}
	return strings.Trim(b.String(), " \t\n\r\x00\v")
}

var braceMarks = []string{
	"{{", "{{", "}}", "}}", "{{{", "}}}", "{", "}", "[[", "]]", "[", "]", "|", "|", "=", "=", "\n", "\n", "\n==", "==\n", "\n=", "a", "b", " ", "-{", "}-", "-",
	"<!--", "-->", "<!-- c -->", "\n<!-- c -->\n", "<nowiki>", "</nowiki>", "<nowiki/>", "<ref>", "</ref>", "<ref name=a", "/>", ">", "<pre>", "</pre>", "<noinclude>", "</noinclude>", "<includeonly>", "</includeonly>", "ä",
}

// TestPreprocessor compares templates, arguments, tags and comments with what
// MediaWiki's preprocessor finds.
func TestPreprocessor(t *testing.T) {
	w := wikitest.Start(t)
	texts := append([]string{}, awkward...)
	rng := rand.New(rand.NewPCG(3, 1))
	for range 250 {
		texts = append(texts, randomPage(rng, braceMarks, 4+rng.IntN(30)))
	}
	for _, text := range texts {
		var out struct {
			Parse struct {
				Parsetree string
				Sections  []struct {
					Level      string
					Byteoffset *int
				}
			}
		}
		w.Call(wikitest.Admin, &out, "action", "parse", "title", "Testseite", "text", text, "contentmodel", "wikitext", "prop", "parsetree|sections", "disablelimitreport", "1")
		tree := wikitext.Parse(text)
		if got, want := hiddenIn(tree.Root()), hiddenOf(t, out.Parse.Parsetree); got != want {
			t.Errorf("%q\n got  %q\n want %q", text, got, want)
		}
		var heads []wikitext.Elem
		unknown := false // a template over several lines: what is not a page's name is text again
		for _, e := range tree.All() {
			switch e.Kind() {
			case wikitext.HeadingNode:
				heads = append(heads, e)
			case wikitext.TemplateNode, wikitext.ArgumentNode:
				unknown = unknown || strings.Contains(e.Source(), "\n")
			}
		}
		if unknown {
			continue
		}
		same := len(heads) == len(out.Parse.Sections)
		for i, s := range out.Parse.Sections {
			same = same && s.Level == fmt.Sprint(heads[i].Level()) &&
				(s.Byteoffset == nil || *s.Byteoffset == utf8.RuneCountInString(text[:heads[i].Start()]))
		}
		if !same {
			var want []string
			for _, s := range out.Parse.Sections {
				at := -1
				if s.Byteoffset != nil {
					at = *s.Byteoffset
				}
				want = append(want, fmt.Sprintf("%s at %d", s.Level, at))
			}
			var got []string
			for _, h := range heads {
				got = append(got, fmt.Sprintf("%d at %d", h.Level(), utf8.RuneCountInString(text[:h.Start()])))
			}
			t.Errorf("%q has headings\n got  %v\n want %v", text, got, want)
		}
	}
}

var squeeze = strings.NewReplacer(" ", "", "\t", "", "\n", "")

// hiddenIn writes what the preprocessor takes out, and the text around it
// without white space.
func hiddenIn(e wikitext.Elem) string {
	var b strings.Builder
	switch k := e.Kind(); k {
	case wikitext.CommentNode:
		return "‹!" + squeeze.Replace(e.Source()) + "›"
	case wikitext.NowikiNode, wikitext.ExtNode:
		if e.Name() == "includeonly" {
			return "‹ignore " + squeeze.Replace(e.Source()) + "›"
		}
		return "‹" + squeeze.Replace(e.Source()) + "›"
	case wikitext.TemplateNode, wikitext.ArgumentNode:
		b.WriteString(map[wikitext.NodeKind]string{wikitext.TemplateNode: "‹2 ", wikitext.ArgumentNode: "‹3 "}[k])
		for c := range e.Children() {
			if c.Kind() != wikitext.MarkNode {
				b.WriteString(hiddenIn(c))
			}
		}
		return b.String() + "›"
	case wikitext.ParamNode:
		for c := range e.Children() {
			b.WriteString(map[bool]string{true: "‹" + c.Source() + "›"}[c.Kind() == wikitext.MarkNode])
			if c.Kind() != wikitext.MarkNode {
				b.WriteString(hiddenIn(c))
			}
		}
		return b.String()
	case wikitext.TagNode:
		if strings.HasSuffix(e.Name(), "noinclude") || strings.HasSuffix(e.Name(), "onlyinclude") {
			return "‹ignore " + squeeze.Replace(e.Source()) + "›"
		}
	}
	if e.Leaf() {
		return squeeze.Replace(e.Source())
	}
	for c := range e.Children() {
		b.WriteString(hiddenIn(c))
	}
	return b.String()
}

// hiddenOf writes MediaWiki's tree in the same way.
func hiddenOf(t *testing.T, tree string) string {
	t.Helper()
	var b strings.Builder
	var in []string // names of the open elements
	dec := xml.NewDecoder(strings.NewReader(tree))
	for {
		tok, err := dec.Token()
		if err == io.EOF {
			return b.String()
		}
		if err != nil {
			t.Fatalf("%v in %q", err, tree)
		}
		switch x := tok.(type) {
		case xml.StartElement:
			if x.Name.Local == "equals" && in[len(in)-1] != "part" { // of what has not become a template
				x.Name.Local = ""
			}
			in = append(in, x.Name.Local)
			switch x.Name.Local {
			case "template":
				b.WriteString("‹2 ")
			case "tplarg":
				b.WriteString("‹3 ")
			case "part":
				b.WriteString("‹|›")
			case "equals":
				b.WriteString("‹")
			case "ext":
				b.WriteString("‹<")
			case "comment":
				b.WriteString("‹!")
			case "ignore":
				b.WriteString("‹ignore ")
			case "inner":
				b.WriteString(">")
			}
		case xml.EndElement:
			name := in[len(in)-1]
			in = in[:len(in)-1]
			switch name {
			case "ext":
				if s := b.String(); !strings.HasSuffix(s, ">") || strings.HasSuffix(s, "‹<>") {
					b.WriteString("/>")
				}
				b.WriteString("›")
			case "template", "tplarg", "comment", "ignore", "equals":
				b.WriteString("›")
			}
		case xml.CharData:
			b.WriteString(squeeze.Replace(string(x)))
		}
	}
}
