package capture_test

import (
	"fmt"
	"strings"
	"testing"

	"telko/minutes"
	"telko/minutes/capture"
	"telko/minutes/lang"
)

// A motion as it comes by mail, and what is read of it: its title, who moves
// it, its passages.
func TestReadMotion(t *testing.T) {
	for _, c := range []struct{ mail, title, want string }{
		{"Neuer Anker\n\nEs möge ein Anker her.\n", "", "Neuer Anker|text: Es möge ein Anker her."},
		{"Betreff: Antrag: Neuer Anker\r\n\r\nHer damit.", "", "Neuer Anker|text: Her damit."},
		{"# Neuer Anker", "", "Neuer Anker"},
		{"Her damit.\n\nUnd bald.", "Neuer  Anker", "Neuer Anker|text: Her damit.\n\nUnd bald."},
		{"Antragsteller: Otto Ost (Kassenwart)\nHer damit.\n**Begründung:** Der alte ist weg.\n\nLange schon.", "Anker", "Anker|by Otto Ost (Kassenwart)|text: Her damit.|reasons: Der alte ist weg.\n\nLange schon."},
		{"Antrag von Otto Ost: Her damit.", "Anker", "Anker|text von Otto Ost: Her damit."},
		{"Her damit: und zwar bald\nNotiz: keine Beschriftung", "Anker", "Anker|text: Her damit: und zwar bald\nNotiz: keine Beschriftung"},
		{"Her damit.\nAbstimmung: 5/0/0\nBeschluss: angenommen", "Anker", "Anker|text: Her damit.\nAbstimmung: 5/0/0\nBeschluss: angenommen"},
		{"## Anwesend\n\n- alle\n\n```\noffen", "2*3*4 #", "2\\*3\\*4 \\#|text: **Anwesend**\n\n- alle\n\n```\noffen\n```"},
		{"", "Anker", "Anker"},
	} {
		mo, err := capture.ReadMotion(c.mail, c.title)
		if err != nil {
			t.Errorf("%q: %v", c.mail, err)
			continue
		}
		got := mo.Title
		if mo.Petitioner != "" {
			got += "|by " + mo.Petitioner
		}
		for _, p := range mo.Parts {
			by := ""
			if p.By != "" {
				by = " von " + p.By
			}
			got += fmt.Sprintf("|%s%s: %s", p.Kind, by, p.Text)
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.mail, got, c.want)
		}
	}
	if _, err := capture.ReadMotion(" \n", ""); err == nil {
		t.Error("nothing is a motion")
	}
}

// FuzzReadMotion puts any mail on an agenda: it is one motion, and the topic
// behind it stands there still.
func FuzzReadMotion(f *testing.F) {
	f.Add("Neuer Anker\n\nHer damit.\n\nBegründung: weg\n", "")
	f.Add("x\n# y\n===\n```\n<!-- z\n> q\n- [ ] t (kaja)\n", "T")
	f.Add("**Antwort:** a\n\n> **Antwort:** b\n\n\tcode\n<div>\n", "{privat}")
	f.Fuzz(func(t *testing.T, mail, title string) {
		mo, err := capture.ReadMotion(mail, title)
		if err != nil {
			return
		}
		const head = "---\ndate: 2032-05-06\nstatus: agenda\n---\n\n# Deck-Telko\n"
		ctx := minutes.Context{Lang: lang.German}
		g, err := minutes.Parse("2032-05-06-deck.md", []byte(head), ctx)
		if err != nil {
			t.Fatal(err)
		}
		src, err := g.AddMotion(mo, -1)
		if err != nil {
			return
		}
		if g, err = minutes.Parse("2032-05-06-deck.md", src, ctx); err != nil {
			return // bytes that are no text
		}
		if src, err = g.AddTopic("Danach", -1); err != nil {
			t.Fatalf("%v:\n%s", err, src)
		}
		if g, err = minutes.Parse("2032-05-06-deck.md", src, ctx); err != nil {
			t.Fatal(err)
		}
		if n := len(g.Meeting.Motions); n != 1 || len(g.Meeting.Tasks) > 0 || !strings.HasSuffix(string(src), "\n## Danach\n") {
			t.Errorf("%d motions, %d tasks:\n%s", n, len(g.Meeting.Tasks), src)
		}
	})
}
