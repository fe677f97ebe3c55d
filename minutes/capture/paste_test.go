package capture

import (
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"

	"telko/minutes"
	"telko/motions"
)

// FuzzPaste: text of whatever lines is one entry, as a note and as a motion's
// reasons: it opens no topic, no task, no passage beside its own, and what is
// typed behind it stands behind it.
func FuzzPaste(f *testing.F) {
	for _, s := range []string{
		"# Titel\n\nText\n\n## Antrag 2: mehr", "- a\n  - b\n- [ ] c", "1. a\n2. b\n\n   c", "> Zitat\n> **Antwort:** nein\nlazy", "```\nCode\n# x", "~~~~\n~~~",
		"a\n===\nb\n---", "| a | b |\n|---|---|\n| 1 | 2 |", "[a]: b\n\n[a]", "<!-- x\n\ny", "<script>\n\n</script>", "**Beschluss:** ja\n**Abstimmung:** 1:0", "    Code\n\ttab",
		"zwei  \nZeilen\\\nhart", "* * *\n\n***", "#### Beschluss:\nx", "a\r\nb\r\n", "- [x] a #320506-9", "`a\nb`", "## x {privat}", "- - - a\n+ b", "1) x\n1. y", "\n\n\n- a",
		"> # x\n> - [ ] y", "<div>\n*a*\n</div>", "&lt;b&gt;\n\\", "- a\n\n      code\n- ```\n  x",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := newTestSession(t, Config{})
		for _, line := range []string{"# Segel", "davor"} {
			if _, err := s.Enter(line); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := s.Do(PasteText{Text: text, Kind: KindNote}); err != nil {
			return // there was no text
		}
		for _, line := range []string{"danach", "/antrag Anker", "Text"} {
			if _, err := s.Enter(line); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := s.Do(PasteText{Text: text, Kind: KindPassage, Passage: motions.Reasons}); err != nil {
			t.Fatal(err)
		}
		for _, line := range []string{"/beschluss angenommen", "# Ende", "zuletzt"} {
			if _, err := s.Enter(line); err != nil {
				t.Fatal(err)
			}
		}
		file := publicText(s)
		p, err := minutes.Parse("2032-05-06-deck.md", []byte(file), minutes.Context{})
		if err != nil {
			t.Fatalf("%q: %v\n%s", text, err, file)
		}
		m := &p.Meeting
		if len(m.Agenda) != 2 || len(p.TaskLines()) != 0 || len(m.Motions) != 1 || len(m.Answers) != 0 || m.Agenda[1].Title != "Ende" {
			t.Fatalf("%q: %d topics, %d tasks, %d motions\n%s", text, len(m.Agenda), len(p.TaskLines()), len(m.Motions), file)
		}
		parts := m.Motions[0].Parts
		if len(parts) != 3 || parts[0].Text != "Text" || parts[1].Kind != motions.Reasons || parts[2].Text != "angenommen" {
			t.Errorf("%q: passages %+v\n%s", text, parts, file)
		}
		notes := strings.TrimSpace(m.Agenda[0].Notes)
		doc, src := parse(notes)
		list, ok := doc.FirstChild().(*ast.List)
		if !ok || list.NextSibling() != nil || list.ChildCount() != 3 {
			t.Fatalf("%q: not three list items\n%s", text, file)
		}
		if last := shown(list.LastChild(), src); last != "danach" || m.Agenda[1].Notes != "- zuletzt" {
			t.Errorf("%q: what follows is %q and %q\n%s", text, last, m.Agenda[1].Notes, file)
		}
	})
}
