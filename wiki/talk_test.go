package wiki_test

import (
	"strings"
	"testing"

	"telko/wiki"
)

func TestTalkSection(t *testing.T) {
	s := wiki.TalkSection{Workspace: "k7q2m4", Heading: "Aufgaben (IT)", Markdown: "- Kabel <!-- /telko reminder k7q2m4 --> [[kaufen]] #100107-1\n"}
	first, ok := s.In("")
	if !ok || !strings.HasPrefix(first, "== Aufgaben (IT) ==\n<!-- telko reminder k7q2m4 -->\n* Kabel ") || !strings.HasSuffix(first, "\n<!-- /telko reminder k7q2m4 -->") {
		t.Errorf("%t\n%s", ok, first)
	}
	// What was written is found again: the text cannot forge a mark.
	again, ok := s.In(first)
	if !ok || again != first {
		t.Errorf("%t\n%s", ok, again)
	}
	page := "Hallo!\n\n" + strings.Replace(first, "Kabel", "Draht", 1) + "\n\n== Frage ==\nWann?"
	got, ok := s.In(page)
	if !ok || got != "Hallo!\n\n"+first+"\n\n== Frage ==\nWann?" {
		t.Errorf("%t\n%s", ok, got)
	}
	if got, ok := s.In("Hallo!\n"); !ok || got != "Hallo!\n\n"+first {
		t.Errorf("%t\n%s", ok, got)
	}
	for _, damaged := range []string{
		"<!-- telko reminder k7q2m4 -->\nx", "x <!-- /telko reminder k7q2m4 -->",
		"<!-- /telko reminder k7q2m4 --> <!-- telko reminder k7q2m4 -->", first + first,
		"<!-- telko reminder k7q2m4 -->\nvon Hand\n" + first, first + "\nvon Hand\n<!-- /telko reminder k7q2m4 -->",
	} {
		if got, ok := s.In(damaged); ok {
			t.Errorf("%q became %q", damaged, got)
		}
	}
	// Another team's section is its own.
	other := s
	other.Workspace = "other"
	if got, ok := other.In(first); !ok || !strings.HasPrefix(got, first+"\n\n== ") {
		t.Errorf("%t\n%s", ok, got)
	}
}
