package imports

import (
	"strings"
	"testing"

	"telko/minutes/lang"
	"telko/tasks/when"
)

func TestIdentity(t *testing.T) {
	two := []SeriesHint{
		{Key: "netz-telko", Title: "Netz-Telko", Page: "Netz/Protokolle/{date} - Netz-Telko"},
		{Key: "vorstand", Title: "Vorstandssitzung", Page: "Vorstand/{date}"},
	}
	const page = "Anwesend: anke\n\n== Thema ==\n* eins\n"
	for _, c := range []struct {
		o                Options
		src              string
		id, series, page string
	}{
		{Options{Title: "Netz/Protokolle/2015-03-12 - Netz-Telko", Series: two}, page, "2015-03-12-netz-telko", "netz-telko", "Netz/Protokolle/2015-03-12 - Netz-Telko"},
		{Options{Title: "Netz/Protokolle/2015-03-12_-_Netz-Telko", Series: two}, page, "2015-03-12-netz-telko", "netz-telko", "Netz/Protokolle/2015-03-12_-_Netz-Telko"},
		{Options{FileName: "2015-03-12_Netz-Telko.wiki", Series: two}, page, "2015-03-12-netz-telko", "netz-telko", "Netz/Protokolle/2015-03-12 - Netz-Telko"},
		{Options{FileName: "dir/12.03.2015 Netz-Telko.wiki", Series: two}, page, "2015-03-12-netz-telko", "netz-telko", "Netz/Protokolle/2015-03-12 - Netz-Telko"},
		{Options{Title: "Vorstand/2015-03-12", Series: two}, page, "2015-03-12-vorstand", "vorstand", "Vorstand/2015-03-12"},
		{Options{Title: "Vorstand/Sitzung vom 12. März 2015"}, page, "2015-03-12-sitzung-vom", "", "Vorstand/Sitzung vom 12. März 2015"},
		{Options{SeriesOf: "vorstand", Series: two, FileName: "x.wiki", Date: when.Day(2015, 3, 12)}, page, "2015-03-12-vorstand", "vorstand", "Vorstand/2015-03-12"},
		{Options{SeriesOf: "vorstand", Series: two}, "= Sitzung 12.03.2015 =\n" + page, "2015-03-12-vorstand", "vorstand", "Vorstand/2015-03-12"},
		{Options{SeriesOf: "vorstand", Series: two}, "Datum: 12. März 2015\n\n" + page, "2015-03-12-vorstand", "vorstand", "Vorstand/2015-03-12"},
		{Options{FileName: "Protokoll.wiki"}, "Date: March 12, 2015\n\n" + page, "2015-03-12-protokoll", "", ""},
		{Options{FileName: "Größenwahn-Café.wiki", Date: when.Day(2015, 3, 12)}, page, "2015-03-12-groessenwahn-cafe", "", ""},
		{Options{FileName: "../../etc/passwd", Date: when.Day(2015, 3, 12)}, page, "2015-03-12-passwd", "", ""},
		{Options{Title: "2015-03-12", FileName: "2015-03-12.wiki"}, "= Plenum =\n" + page, "2015-03-12-plenum", "", "2015-03-12"},
	} {
		res, err := Wikitext([]byte(c.src), c.o)
		if err != nil {
			t.Errorf("%+v: %v", c.o, err)
			continue
		}
		if res.ID != c.id || res.Series != c.series || res.Page != c.page {
			t.Errorf("%+v: id %q, series %q, page %q; want %q, %q, %q", c.o, res.ID, res.Series, res.Page, c.id, c.series, c.page)
		}
		if !meetingName.MatchString(res.ID) {
			t.Errorf("%q is no name for a file", res.ID)
		}
	}
}

func TestRefusals(t *testing.T) {
	const page = "Anwesend: anke\n\n== Thema ==\n* eins\n"
	day := when.Day(2015, 3, 12)
	series := []SeriesHint{{Key: "plenum", Page: "Plenum/{date}"}}
	for _, c := range []struct {
		src       string
		o         Options
		want, aid string
	}{
		{"", Options{}, "the page is empty", "holds minutes"},
		{" \n\n", Options{}, "the page is empty", ""},
		{"a\x00b", Options{}, "not text in UTF-8 (line 1)", "UTF-8"},
		{"a\n\xff\xfe", Options{}, "not text in UTF-8 (line 2)", ""},
		{"#REDIRECT [[Plenum/2015-03-12]]\n", Options{Title: "Plenum/alt"}, "redirect", "leads to"},
		{page, Options{}, "day of the meeting", "--date"},
		{page, Options{FileName: "2015-02-30.wiki"}, "day of the meeting", "--date"},
		{page, Options{Date: day}, "no series, and the page has no title", "--title"},
		{page, Options{Date: day, SeriesOf: "plenun", Series: series}, `no series "plenun"`, "plenum"},
		{page, Options{Date: day, SeriesOf: "plenum"}, `no series "plenum"`, "no series in telko.toml yet"},
		{"== TCP ==\n\nEin Segment hat einen Kopf.\n", Options{Title: "TCP (Netzwerkprotokoll)", Date: day, Series: series}, "does not look like minutes", "--series plenum"},
		{"* [[2015-03-12]]\n* [[2015-03-19]]\n", Options{Title: "Plenum/Protokolle"}, "day of the meeting", ""},
		{"== 05.03.2015 ==\n" + "=== Anwesend ===\n* anke\n== 12.03.2015 ==\nAnwesend: anke\n", Options{Title: "Plenum/2015"}, "several meetings: line 1 and line 4", "split it"},
		{"---\nkey: value\n", Options{Date: day}, "front matter is not closed", "---"},
	} {
		_, err := Wikitext([]byte(c.src), c.o)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %q", c.src, err, c.want)
			continue
		}
		if hint := lang.HintOf(err, lang.English); hint == "" || !strings.Contains(hint, c.aid) {
			t.Errorf("%q: hint %q, want %q", c.src, hint, c.aid)
		}
	}
	// The user's word that it is minutes of a series is enough.
	if _, err := Wikitext([]byte("== TCP ==\n\nText.\n"), Options{Date: day, SeriesOf: "plenum", Series: series}); err != nil {
		t.Error(err)
	}
}

func TestDateIn(t *testing.T) {
	for s, want := range map[string]string{
		"IT-Telko 07.01.2010":          "2010-01-07",
		"2010-01-07 - Technik":         "2010-01-07",
		"2010_01_07":                   "2010-01-07",
		"20100107 Protokoll":           "2010-01-07",
		"7. Januar 2010, 22 Uhr":       "2010-01-07",
		"January 7, 2010":              "2010-01-07",
		"7th January 2010":             "2010-01-07",
		"am 7.1.2010 und am 14.1.2010": "2010-01-07",
		"Raum 267121":                  "",
		"07.01.":                       "",
		"30.02.2010":                   "",
		"BuPT 2010.1":                  "",
		"Version 1.2.2010.4 und mehr":  "",
		"12345678":                     "",
		"Budget 2010":                  "",
		"3 Stück 2010":                 "",
	} {
		d, _, ok := dateIn(s)
		if d.String() != want || ok != (want != "") {
			t.Errorf("%q: %v, want %q", s, d, want)
		}
	}
}

func TestTextHeadings(t *testing.T) {
	const head = "Netz-Telko 12.03.2015\n\nAnwesend\n\n  • Anke Behrend (anke)\n  • Bo\n\nErstes\n\n  • a\n\n"
	for _, c := range []struct{ text, want string }{
		{"Umzug der Server\n\n  • b", "Erstes|Umzug der Server"},
		{"Umzug der Server\n\nDer Umzug ist vorbei.", "Erstes|Umzug der Server"},
		{"Stand der Dinge: unklar\n\n  • b", "Erstes|Stand der Dinge: unklar"},
		{"Bilder im Wiki gehen laut Liste nicht\n\nEs sind viele.", "Erstes|Bilder im Wiki gehen laut Liste nicht"},
		{"Befund:\n\n  • b", "Erstes|Befund:"},
		{"zur Erinnerung:\n\n  • b", "Erstes"},
		{"Bo:\n\n  • b", "Erstes"},
		{"Anke Behrend (anke):\n\n  • b", "Erstes"},
		{"Bo bestellt noch einen\n\n  • b", "Erstes"},
		{"Wir brauchen mehr Leute als sonst im Jahr:\n\n  • b", "Erstes"},
		{"Das war es dann.\n\n  • b", "Erstes"},
		{"Ende der Welt", "Erstes"},
		{"ohne Großschreibung\n\n  • b", "Erstes"},
		{"500er-Fehler\n\n  • b", "Erstes|500er-Fehler"},
		{"eMail-Server\n\n  • b", "Erstes|eMail-Server"},
		{"Umzug [Bearbeiten]\n\nText.", "Erstes|Umzug"},
		{"== Umzug ==\n\nText.", "Erstes|Umzug"},
		{"http://example.org/\n\n  • b", "Erstes"},
		{"Antrag 1: Tür\n\nDie Tür wird neu\n\nBegründung\nAlt.", "Erstes"},
		{"Antrag 1: Tür\n\nTu es.\n\nAuskunft vom Amt\n\nEs dauert.", "Erstes|Auskunft vom Amt"},
		{"  • b\nTür\n  • c", "Erstes|Tür"},
		{"Inhaltsverzeichnis\n\n  • 1 Erstes", "Erstes"},
		{"Aufgaben\n\n  • Tür kaufen (Bo)\n\nSonstiges\n\n  • b", "Erstes|Sonstiges"},
	} {
		m, res := meeting(t, ".txt", head+c.text+"\n")
		var got []string
		for _, it := range m.Agenda {
			got = append(got, it.Title)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q: got %q, want %q\n%s", c.text, s, c.want, res.Source)
		}
	}
}

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{
		"IT-Telko": "it-telko", "Große Öffentlichkeit!": "grosse-oeffentlichkeit", " a  b ": "a-b", "Réunion": "reunion", "Antra\u0308ge": "antraege", "日本": "",
	} {
		if got := Slug(in); got != want {
			t.Errorf("Slug(%q) = %q, want %q", in, got, want)
		}
	}
}
