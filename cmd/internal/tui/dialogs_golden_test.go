package tui

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/capture"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks/when"
)

// sizes are those that every dialog is looked at in.
var sizes = [][2]int{{80, 24}, {40, 12}}

// looks compares what a screen shows in every size with golden files.
func looks(t *testing.T, name string, open func(t *testing.T, w, h int) *screen) {
	t.Helper()
	for _, size := range sizes {
		s := open(t, size[0], size[1])
		golden(t, fmt.Sprintf("%s-%dx%d", name, size[0], size[1]), s.plain())
	}
}

func TestVoteLooks(t *testing.T) {
	looks(t, "vote", func(t *testing.T, w, h int) *screen {
		return newDeck(t, lang.German, w, h, talk...).keys("f6", "2", "tab", "9")
	})
	looks(t, "vote-en", func(t *testing.T, w, h int) *screen {
		return newDeck(t, lang.English, w, h, talk...).keys("f6", "2", "tab", "1", "tab", "tab", "tab", "right")
	})
}

func TestMotionFormLooks(t *testing.T) {
	looks(t, "motion", func(t *testing.T, w, h int) *screen {
		s := newDeck(t, lang.German, w, h, "# Anträge")
		s.keys("f4").paste(mail).keys("ctrl+left", "ctrl+left", "f5").write("Das stimmt.")
		return s
	})
	looks(t, "motion-who", func(t *testing.T, w, h int) *screen {
		s := newDeck(t, lang.English, w, h, "# Motions")
		return s.keys("f4").paste(mail).keys("f5", "ctrl+t").write("Lotte")
	})
}

func TestPaletteLooks(t *testing.T) {
	looks(t, "palette", func(t *testing.T, w, h int) *screen {
		return newDeck(t, lang.German, w, h, talk...).keys("f2", "down", "down")
	})
}

func TestHelpLooks(t *testing.T) {
	looks(t, "help", func(t *testing.T, w, h int) *screen {
		return newDeck(t, lang.German, w, h, talk...).keys("f1")
	})
	looks(t, "help-en", func(t *testing.T, w, h int) *screen {
		return newDeck(t, lang.English, w, h, talk...).keys("f1", "pgdown")
	})
}

func TestPromisesLook(t *testing.T) {
	looks(t, "promises", func(t *testing.T, w, h int) *screen {
		return newDeck(t, lang.German, w, h, "# Segel").keys("f3", "e")
	})
	looks(t, "promises-extend", func(t *testing.T, w, h int) *screen {
		return newDeck(t, lang.German, w, h, "# Segel").keys("f3", "v")
	})
	looks(t, "promises-aside", func(t *testing.T, w, h int) *screen {
		return newDeck(t, lang.German, w, h, "# Segel").keys("f3", "tab").write("die Fock")
	})
}

func TestEndLooks(t *testing.T) {
	looks(t, "end", func(t *testing.T, w, h int) *screen {
		s := newDeck(t, lang.German, w, h, "+kaja, bente", "# Segel", "! Fock flicken", "# Motor", "/antrag Neue Fock")
		s.do(s.run(actEnd))
		return s.keys("down")
	})
	looks(t, "ended", func(t *testing.T, w, h int) *screen {
		s := newDeck(t, lang.German, w, h, "+kaja, bente", "# Segel", "eins")
		s.opt.Publish = func(context.Context) (string, error) { return "veröffentlicht: Deck/2032-05-06", nil }
		s.do(s.run(actEnd))
		return s.keys("enter")
	})
}

func TestEntryBoxLooks(t *testing.T) {
	looks(t, "edit", func(t *testing.T, w, h int) *screen {
		s := newDeck(t, lang.German, w, h, talk[:5]...)
		return s.keys("ctrl+s", "enter").write(" 20.5.")
	})
}

const wikiPage1 = `'''Beginn:''' 22:00

== Segel ==
* die [[Fock]] ist ''gerissen''
** schon wieder &ndash; siehe [https://example.org Bild]
# erstens
; Antwort der IT
: Wir flicken sie. <!-- unsichtbar -->
`

func TestPreviewLooks(t *testing.T) {
	looks(t, "preview", func(t *testing.T, w, h int) *screen {
		return previewed(t, w, h, wikiPage1, nil)
	})
	looks(t, "preview-source", func(t *testing.T, w, h int) *screen {
		return previewed(t, w, h, wikiPage1, nil).keys("f10")
	})
	looks(t, "preview-failed", func(t *testing.T, w, h int) *screen {
		return previewed(t, w, h, "", errors.New("Zeile 12: {nichtöffentlich} ist noch da"))
	})
}

// previewed returns a screen with the preview aside.
func previewed(t *testing.T, w, h int, page string, err error) *screen {
	s := newDeck(t, lang.German, w, h, "# Segel", "die Fock ist gerissen")
	s.opt.Preview = func(context.Context, []byte) (string, error) { return page, err }
	s.send(keyPress("f5"))
	p := s.over.(*preview)
	s.plain() // tells it how wide it is
	s.do(p.start())
	return s
}

func TestPageLooks(t *testing.T) {
	looks(t, "page", func(t *testing.T, w, h int) *screen {
		s := newDeck(t, lang.German, w, h, "# Segel")
		text := "Deck-Telko, seit 22:00\n\n" + strings.Repeat("Die Fock ist gerissen, und Lotte flickt sie bis Freitag. ", 12)
		s.send(openMsg{newPage(s.desk, "Stand der Dinge", text, nil)})
		return s
	})
}

func TestOpeningLooks(t *testing.T) {
	looks(t, "opening", func(t *testing.T, w, h int) *screen {
		return newOpeningScreen(t, lang.German, w, h).keys("up", "up", "space")
	})
	looks(t, "opening-en", func(t *testing.T, w, h int) *screen {
		return newOpeningScreen(t, lang.English, w, h).keys("up", "+").write("peer")
	})
}

// newOpeningScreen returns a screen that a telco is yet to be begun on.
func newOpeningScreen(t *testing.T, l lang.Lang, w, h int) *screen {
	t.Helper()
	c := newClock()
	day := when.Day(2032, time.May, 6)
	plan := capture.Plan{
		Ref:    archive.Ref{ID: "2032-05-06-deck", Date: day, Series: "deck"},
		Series: archive.Series{Key: "deck", Title: "Deck-Telko"}, Title: "Deck-Telko 06.05.2032",
		Place: "Raum 2671", Status: minutes.StatusAgenda, Shown: true, Sure: true,
		Expected: []capture.Presence{
			{Nick: "kaja", Name: "Kaja Steuer", Expected: true},
			{Nick: "bente", Name: "Bente Lund", Expected: true},
			{Nick: "lotte", Name: "Lotte Boje", Expected: true},
		},
	}
	sc := &screen{t: t, clock: c}
	o := &Options{Lang: l, Now: c.now, Plan: plan, Series: []archive.Series{{Key: "deck", Title: "Deck-Telko"}, {Key: "werft", Title: "Werft"}}}
	o.Begin = func(p capture.Plan) (*capture.Session, error) {
		d := newDeck(t, l, w, h)
		sc.log = d.log
		return d.session, nil
	}
	o.Replan = func(w capture.Wish) (capture.Plan, error) {
		p := plan
		if !w.Date.IsZero() {
			p.Ref.Date = w.Date
		}
		if w.Series == "werft" {
			p.Series, p.Title, p.Place, p.Expected = o.Series[1], "Werft-Telko", "am Steg", nil
		}
		return p, nil
	}
	o.Promises = func(capture.Plan) ([]capture.Promise, error) {
		return []capture.Promise{{Kind: capture.PromisedTopic, Topic: "Anstrich"}, {Kind: capture.PromisedMotion, Motion: &motions.Motion{ID: "M320422-1", Title: "Neuer Anker", Petitioner: "Jorin"}}}, nil
	}
	sc.app = newApp(o)
	sc.openTelco()
	sc.width, sc.height = w, h
	return sc
}
