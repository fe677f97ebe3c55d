package motions

import (
	"strings"
	"testing"
	"time"
)

// TestFrozen: what the log has of a wording is the wording, on one line.
func TestFrozen(t *testing.T) {
	for _, wording := range []string{
		"Leinwand\nDas Plenum möge eine  neue\n\n    Leinwand kaufen.",
		"\nohne Titel, zu 100 % und %0A wörtlich\t\x01",
		"Leinwand\n<!-- für uns --> kaufen",
		"Lang\n" + strings.Repeat("a", maxFrozen),
		"Kaputt\n\xff",
	} {
		e := TextEvent(wording)
		e.At, e.By, e.ID = time.Date(2032, 5, 4, 20, 0, 0, 0, time.UTC), "telko", "M320504-1"
		back, err := ParseEvent(e.Line())
		if err != nil || back != e || strings.Count(e.Line(), "\n") > 0 {
			t.Errorf("%q: %+v, %v", e.Line(), back, err)
		}
		short := len(wording) < 100 && !strings.Contains(wording, "<!--") && !strings.Contains(wording, "\xff")
		if (e.Text != "") != short || short && Digest(e.Text) != Digest(wording) {
			t.Errorf("%q of %q", e.Text, wording)
		}
	}
}

// TestFrozenOfRecord: a record knows what it was, if the log tells the truth.
func TestFrozenOfRecord(t *testing.T) {
	station := at(4, having("M320504-1", part(TextPart, "Ein Anker für zwei Boote")))
	add, text := AddEvent("M320504-1", "Anker\nEin Anker", station.Start), TextEvent("Anker\nEin Anker")
	text.At, text.By, text.ID = station.Start, "telko", "M320504-1"
	bare, lie := text, text
	bare.Text, lie.Text = "", "Anker\nKein Anker"
	for _, c := range []struct {
		events []Event
		want   string
	}{
		{[]Event{add, text}, "Anker\nEin Anker"},
		{[]Event{add, bare, text}, "Anker\nEin Anker"},
		{[]Event{add, bare}, ""},
		{[]Event{add, lie}, ""},
	} {
		r := Fold([]Station{station}, c.events)[0]
		if r.Frozen != c.want {
			t.Errorf("%q, want %q", r.Frozen, c.want)
		}
		if len(r.Remarks) != 1 || r.Remarks[0].Code != TextChanged {
			t.Errorf("%+v", r.Remarks)
		}
	}
}
