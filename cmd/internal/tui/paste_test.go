package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"telko/minutes/lang"
)

func TestPasted(t *testing.T) {
	tests := []struct{ in, want string }{
		{"eine Zeile", "eine Zeile"},
		{"a\r\nb\rc\n", "a\nb\nc\n"},
		{"\x1b[1;31mrot\x1b[0m und \x1b[?25hblau", "rot und blau"},
		{"\x1b]0;Titel\arest", "rest"},
		{"\x1b]8;;http://x\x1b\\Link\x1b]8;;\x1b\\ Ende", "Link Ende"},
		{"\x1bOA\x1b(B\x1b7x", "x"},
		{"offen \x1b]0;ohne Ende\nzweite", "offen ]0;ohne Ende\nzweite"},
		{"\x1b[12", "[12"},
		{"\x1b", ""},
		{"\x1bx", "x"},
		{"u\u0308ber", "über"},
		{"tab\there", "tab    here"},
		{"\xff", "\ufffd"},
	}
	for _, tt := range tests {
		if got := pasted(tt.in); got != tt.want {
			t.Errorf("pasted(%q) is %q, want %q", tt.in, got, tt.want)
		}
	}
}

func FuzzPasted(f *testing.F) {
	f.Add("a\x1b[31mb\r\nc\x1b]x\a")
	f.Fuzz(func(t *testing.T, s string) {
		got := pasted(s)
		for _, r := range got {
			if hidden(r) && r != '\n' {
				t.Fatalf("pasted(%q) has %q", s, r)
			}
		}
		// A letter that is in no escape sequence is never lost.
		if !strings.Contains(s, "\x1b") && strings.Count(got, "a") < strings.Count(s, "a") && !strings.ContainsAny(s, "\u0300\u030a") {
			for _, r := range s {
				if r >= 0x300 && r < 0x370 {
					return // an accent joined it
				}
			}
			t.Fatalf("pasted(%q) lost a letter: %q", s, got)
		}
	})
}

func TestPasteOfOneLineGoesIntoTheEntryLine(t *testing.T) {
	s := newScreen(t, lang.German, 80, 24)
	s.write("vorn ")
	s.send(tea.PasteMsg{Content: "\x1b[31meingefügt\x1b[0m\r\n"})
	s.write(" hinten")
	if got := s.entry.text; got != "vorn eingefügt hinten" {
		t.Errorf("the line is %q", got)
	}
}

func TestPasteOfManyLinesIsOneEntry(t *testing.T) {
	text := strings.Repeat("Größe: „zehn“ \x1b[1mfett\x1b[m\r\n", 2000)
	text += strings.Repeat("x", 80000-len([]rune(text)))
	s := newScreen(t, lang.German, 80, 24)
	s.write("halb")
	s.send(tea.PasteMsg{Content: text})
	s.has("Eingefügt: 2001 Zeilen")
	s.write("abc") // somebody goes on typing: nothing happens
	s.press("enter")
	entries := s.view.Entries
	if len(entries) != 1 {
		t.Fatalf("%d entries", len(entries))
	}
	if got, want := entries[0].Text, strings.TrimSpace(pasted(text)); got != want {
		t.Errorf("the entry has %d characters, %d were pasted", len(got), len(want))
	}
	if s.entry.text != "halb" {
		t.Errorf("the line being typed is %q", s.entry.text)
	}
}

func TestPasteCanBeDroppedOrBecomeALine(t *testing.T) {
	s := newScreen(t, lang.German, 80, 24)
	s.send(tea.PasteMsg{Content: "eins\nzwei"})
	s.press("esc")
	if len(s.view.Entries) != 0 || s.over != nil {
		t.Error("it was not dropped")
	}
	s.send(tea.PasteMsg{Content: "eins\nzwei"})
	s.press("ctrl+e")
	if s.entry.text != "eins zwei" || s.over != nil {
		t.Errorf("the line is %q", s.entry.text)
	}
}

func TestPasteThatIsRefusedStays(t *testing.T) {
	s := newScreen(t, lang.German, 80, 24)
	s.send(tea.PasteMsg{Content: "eins\nzwei"})
	s.log.Err = errFull
	s.press("enter")
	s.has("nicht angenommen", "kein Platz", "eins")
	s.log.Err = nil
	s.press("enter")
	if len(s.view.Entries) != 1 {
		t.Error("it is not taken once there is room")
	}
}
