package minutes_test

import (
	"errors"
	"strings"
	"testing"

	"telko/minutes"
	"telko/minutes/lang"
)

func TestNamesBecomeNicks(t *testing.T) {
	ctx := gardenContext(t, lang.German)
	for in, want := range map[string]string{
		"Lene Marquardt sagt":                    "lene sagt",
		"laut Lene Marquardt.":                   "laut lene.",
		"Lene Marquardts Idee":                   "lenes Idee",
		"Lene Marquardt (lene) sagt":             "lene sagt",
		"LENE MARQUARDT":                         "lene",
		"Lene\nMarquardt":                        "lene",
		"> a Lene\n> Marquardt":                  "> a lene",
		"Lene  Marquardt":                        "lene",
		"Lene\u00a0Marquardt":                    "lene",
		"Lene&nbsp;Marquardt":                    "lene",
		"[[Benutzer:Lene_Marquardt]]":            "[[Benutzer:lene]]",
		"`Lene Marquardt`":                       "`lene`",
		"[x](mailto:lene@garten.example)":        "[x](mailto:lene)",
		"Ole B. Brinkmann":                       "ole",
		"Tariq Yıldız, Tariq Yildiz":             "tariq, tariq",
		"Jürg Öhm":                               "jürg",
		"Ju\u0308rg O\u0308hm":                   "jürg",
		"Jürg Öhms":                              "jürgs",
		"LENE MARQUARDTS":                        "leneS",
		"Lene Marquardt's":                       "lene's",
		"Ｌene Marquardt":                         "lene",
		"Juerg Oehm, JÜRG OEHM, Jürg Ohm":        "jürg, jürg, Jürg Ohm",
		"* Lene\n* Marquardt":                    "* Lene\n* Marquardt",
		"- Lene\n- Marquardt":                    "- Lene\n- Marquardt",
		"Lene, Marquardt und Ole":                "Lene, Marquardt und Ole",
		"es kam Lene. Marquardt nicht.":          "es kam Lene. Marquardt nicht.",
		"Le Ne Marquardt":                        "Le Ne Marquardt",
		"Lenes Marquardt":                        "Lenes Marquardt",
		"Marlene Marquardt":                      "Marlene Marquardt",
		"Lene Marquardtova":                      "Lene Marquardtova",
		"Lene und Marquardt":                     "Lene und Marquardt",
		"**Lene Marquardt:** ja":                 "**lene:** ja",
		"Lene Marquardt-Stiftung":                "lene-Stiftung",
		"- [ ] Tonne (Lene Marquardt) #310306-1": "- [ ] Tonne (lene) #310306-1",
	} {
		src := publicHead + in + "\n"
		p, err := minutes.NewPublic(fileOf(t, "2031-03-06-x.md", src, ctx), minutes.PublicOptions{People: ctx.People, NamesAsNick: true})
		if err != nil {
			t.Errorf("%q: %v", in, err)
			continue
		}
		if got := strings.TrimPrefix(string(p.Markdown()), publicHead); got != want+"\n" {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
		// As "full", everything stays.
		p, err = minutes.NewPublic(fileOf(t, "2031-03-06-x.md", src, ctx), minutes.PublicOptions{People: ctx.People})
		if err != nil || string(p.Markdown()) != src {
			t.Errorf("%q: full: %v %q", in, err, p.Markdown())
		}
	}
}

func TestNamesInMarkUpAreRefused(t *testing.T) {
	ctx := gardenContext(t, lang.German)
	for _, in := range []string{
		"sagt Lene [Marquardt](https://example.org)",
		"J&uuml;rg &Ouml;hm",
		"L&#101;ne Marquardt",
		"Lene&#32;Marquardt",
		"lene\\@garten.example",
		"lene&#64;garten.example",
		"~~Lene~~ Marquardt",
		"https://example.org/Lene%20Marquardt",
		"[x](https://example.org/J%C3%BCrg_%c3%96hm)",
		"`J&uuml;rg Öhm`{=wikitext}",
		"Lene<br>Marquardt",
		"<div>\nLene<br />Marquardt\n</div>",
		"```\nLene <b>Marquardt</b>\n```",
		"https://example.org/?q=Lene+Marquardt",
		"https://example.org/lene-marquardt.html",
		"https://example.org/Lene%2520Marquardt",
		"https://example.org/Lene%E2%80%8BMarquardt",
		"lene.marquardt@firma.example",
		"lene (at) garten.example",
		"#LeneMarquardt",
		"Lene\u200bMarquardt",
		"Lene&#x200b;Marquardt",
		"Lene \"lene\" Marquardt",
		"Lene (lene) Marquardt",
		"Lene M. Marquardt",
		"'''Lene''' Marquardt",
		"Lene\\ Marquardt",
		"[[Benutzer:x|Lene]] Marquardt",
		"Lene [[Seite|Marquardt]]",
		"Lene{{nbsp}}Marquardt",
		"Lene<nowiki/>Marquardt",
		"`Lene`{=wikitext} Marquardt",
		"Lene[^1] Marquardt",
		"| Lene | Marquardt |\n|---|---|",
		"| Marquardt | Lene |\n|---|---|",
		"Marquardt Lene",
		"Marquardt,Lene",
		"Marquardt;Lene",
		"Lene Mar-\nquardt",
		"Lene Mar\u2010\n> quardt",
		"Lene–Marquardt",
		"Le**ne** Marquardt",
	} {
		src := publicHead + in + "\n"
		p, err := minutes.NewPublic(fileOf(t, "2031-03-06-x.md", src, ctx), minutes.PublicOptions{People: ctx.People, NamesAsNick: true})
		var le *minutes.LineError
		switch first := strings.Count(publicHead, "\n") + 1; {
		case err == nil:
			t.Errorf("%q is public: %q", in, p.Markdown())
		case !errors.As(err, &le) || le.Line < first || le.Line > first+strings.Count(in, "\n"):
			t.Errorf("%q: %v", in, err)
		}
	}
}

// What the wiki calls the page stays, or nobody finds it.
func TestATitleOfAPageKeepsItsName(t *testing.T) {
	ctx := gardenContext(t, lang.German)
	head := "---\ndate: 2031-03-06\npage: Lene Marquardt/J&uuml;rg Öhm\n---\n\n# Telko\n\n"
	p, err := minutes.NewPublic(fileOf(t, "2031-03-06-x.md", head+"Lene Marquardt\n", ctx), minutes.PublicOptions{People: ctx.People, NamesAsNick: true})
	if err != nil || string(p.Markdown()) != head+"lene\n" {
		t.Errorf("%v %q", err, p.Markdown())
	}
}

func TestNoNameIsLeftAnywhere(t *testing.T) {
	ctx := gardenContext(t, lang.German)
	src := "---\ndate: 2031-03-06\nkeeper: Lene Marquardt\nplace: bei Ole Brinkmann\n---\n\n# Telko bei Ole Brinkmann\n\n" +
		"## Anwesend\n\n- Lene Marquardt (lene)\n- Ole Brinkmann\n- Tariq Yıldız (tariq) (Gast)\n\n## Abwesend\n\n- entschuldigt: Wim Haller (wim), Jürg Öhm\n\n" +
		"## Thema von Wim Haller\n\n- Ole Brinkmann <ole@garten.example> fragt [Lene Marquardt](https://example.org/Lene_Marquardt)\n\n" +
		"### Antrag 1: Tonne für Jürg Öhm\n\n**Antragsteller:** Wim Haller (Beisitzer)\n\nText\n\n> **Antwort von Ole Brinkmann:** nein\n\n- [ ] x (Ole Brinkmann)\n"
	p, err := minutes.NewPublic(fileOf(t, "2031-03-06-x.md", src, ctx), minutes.PublicOptions{People: ctx.People, NamesAsNick: true})
	if err != nil {
		t.Fatal(err)
	}
	all := everythingPublic(p)
	for _, who := range ctx.People.All() {
		for _, secret := range append([]string{who.Name, who.Email, who.Wiki}, who.Aliases...) {
			if secret != "" && secret != "olli" && strings.Contains(all, secret) {
				t.Errorf("%q is public:\n%s", secret, all)
			}
		}
	}
	m := p.Meeting()
	var there []string
	for _, a := range m.Present {
		there = append(there, a.Nick)
	}
	if got := strings.Join(there, " "); got != "lene ole tariq" {
		t.Errorf("present: %q", got)
	}
	if len(m.Absent) != 2 || m.Absent[0].Nick != "wim" || m.Absent[1].Nick != "jürg" {
		t.Errorf("absent: %+v", m.Absent)
	}
	if m.Keeper != "lene" {
		t.Errorf("keeper: %q", m.Keeper)
	}
}

// People write the signs within a name in many ways.
func TestSignsWithinNames(t *testing.T) {
	people, err := minutes.NewPeople([]minutes.Person{
		{Nick: "sob", Name: "Siobhán O'Brien-Müller"}, {Nick: "jw", Name: "Jörg Weiß"}, {Nick: "jo", Name: "Jo Li"}, {Nick: "annagross", Name: "Anna Groß"},
	})
	if err != nil {
		t.Fatal(err)
	}
	ctx := minutes.Context{People: people}
	for in, want := range map[string]string{ // "": refused
		"Siobhán O’Brien-Müller":             "sob",
		"Siobhan O`Brien‑Mueller":            "sob",
		"SIOBHÁN O'BRIEN–MÜLLERS":            "sobS",
		"Siobha\u0301n O'Brien-Mu\u0308ller": "sob",
		"Siobhán O'Brien-\nMüller":           "",
		"Siobhán OBrien Müller":              "",
		"Jörg Weiss, JÖRG WEISS":             "jw, jw",
		"JÖRG WEIẞ, Joerg Weiß":              "jw, jw",
		"`https://x.example/joerg.weiss`":    "",
		"joli, Jo liest, Jo, Li. Jo Lis":     "joli, Jo liest, Jo, Li. jos",
		"@annagross, Anna Groß":              "@annagross, annagross",
	} {
		p, err := minutes.NewPublic(fileOf(t, "2031-03-06-x.md", publicHead+in+"\n", ctx), minutes.PublicOptions{People: people, NamesAsNick: true})
		if got := strings.TrimSpace(strings.TrimPrefix(string(p.Markdown()), publicHead)); got != want || (err == nil) != (want != "") {
			t.Errorf("%q: got %q, %v, want %q", in, got, err, want)
		}
	}
}
