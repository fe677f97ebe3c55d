package wikitest

import (
	"strings"
	"testing"
)

// TestParserIsTheAPI holds the parser to the calls that a program makes over
// HTTP, one after the other as the parser makes them: nothing of a text may
// change how the next one shows.
func TestParserIsTheAPI(t *testing.T) {
	w := Start(t)
	p := w.Parser()
	w.Edit(Erika, "Haus", "Hier.")
	for _, text := range []string{
		"''a'' [[Haus#Tür|x]] [http://example.org x]\n* b\n*\n== c ==\n{{subst:PAGENAME}}",
		"<ref>offen __NOTOC__ <!-- auch offen",
		"[[Kategorie:X]] [[Kategorie:Y z|q]]", "a<ref>x</ref>", "a<ref>y</ref>", "== c ==\n== c ==", "{{SEITENNAME}} {{DISPLAYTITLE:x}} [http://a.example]", "", "#REDIRECT [[Haus]]",
		"<pre>\nx", "[[Kategorie:X]]ä 𝄞 \ufffd",
	} {
		var api struct{ Parse struct{ Text string } }
		w.Call(Admin, &api, "action", "parse", "title", ParserPage, "text", text, "pst", "1", "contentmodel", "wikitext",
			"prop", "text", "disablelimitreport", "1", "disableeditsection", "1", "wrapoutputclass", "")
		got, err := p.HTML(text)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(text, "[[Kategorie:X]] ") != strings.HasSuffix(got, `<div class="catlinks"><ul><li>X</li><li>Y_z</li></ul></div>`) {
			t.Errorf("%q: the categories of %q", text, got)
		}
		if got, _, _ = strings.Cut(got, `<div class="catlinks">`); got != api.Parse.Text {
			t.Errorf("%q\n got %q\nwant %q", text, got, api.Parse.Text)
		}
	}
}

func TestParserExpandsAsSavingDoes(t *testing.T) {
	got, err := Start(t).Parser().HTML("{{subst:PAGENAME}} -- ~~~")
	if err != nil || !strings.Contains(got, ParserPage+" -- ") || !strings.Contains(got, "Benutzer:Admin") {
		t.Errorf("%q, %v", got, err)
	}
}

// TestParserSaysWhyItEnded kills the process below a parser.
func TestParserSaysWhyItEnded(t *testing.T) {
	p := Start(t).Parser()
	if err := p.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if _, err := p.HTML("x"); err == nil {
			t.Error("a dead parser answers")
		}
	}
}
