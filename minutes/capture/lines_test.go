package capture

import (
	"strings"
	"testing"

	"telko/minutes"
	"telko/minutes/lang"
)

// What another program wrote keeps its bytes, and is read as it stands there.
func TestLines(t *testing.T) {
	const base = testBase + "\n## Anwesend\n\n- Kaja Steuer (kaja)\n\n## Gäste\n\n- Ida\n\n## Segel\n\n- eins\n  - zwei\n\n### Antrag 1: Anker\n\n**Begründung:** x\n"
	for _, c := range []struct {
		name     string
		event    func(id func(string) EntryID) Event
		old, new string
		kind     Kind
		is       func(s *Session) bool
	}{
		{
			"a note is changed", func(id func(string) EntryID) Event { return Event{Verb: Edit, Of: id("eins"), Text: "\n*   EINS"} },
			"- eins\n", "*   EINS\n", KindNote, nil,
		},
		{
			"a nested note becomes a task", func(id func(string) EntryID) Event {
				return Event{Verb: Edit, Of: id("zwei"), Level: 1, Text: "  - [x] zwei (Ida) bis 20.5."}
			},
			"  - zwei\n", "  - [x] zwei (Ida) bis 20.5.\n", KindTask,
			func(s *Session) bool {
				e := s.View().Entry(s.View().Last)
				return e == nil && taskOf(s) == "zwei [Ida] done"
			},
		},
		{
			"a title is changed", func(id func(string) EntryID) Event {
				return Event{Verb: Edit, Kind: KindTopic, Of: id("Segel"), Text: "\n##   Tuch  ##"}
			},
			"## Segel\n", "##   Tuch  ##\n", KindTopic, nil,
		},
		{
			"a passage is changed", func(id func(string) EntryID) Event {
				return Event{Verb: Edit, Kind: KindPassage, Of: id("x"), Text: "\n__Begründung__: x\ny"}
			},
			"**Begründung:** x\n", "__Begründung__: x\ny\n", KindPassage, nil,
		},
		{
			"a guest is added", func(id func(string) EntryID) Event {
				return Event{Verb: MakeRaw, Stay: true, Section: minutes.SectionPresent, Before: id("Segel"), Text: "- Otto Ost (ab 23:00)"}
			},
			"- Ida\n", "- Ida\n- Otto Ost (ab 23:00)\n", KindRaw,
			func(s *Session) bool {
				p := s.doc.findPerson("otto", "")
				return p != nil && p.guest && p.state == isPresent && p.intervals[0].From.String() == "23:00"
			},
		},
		{
			"a line of attendance is changed", func(id func(string) EntryID) Event {
				return Event{Verb: Edit, Section: minutes.SectionPresent, Of: "f-2", Text: "\n- Lotte Boje"}
			},
			"- Kaja Steuer (kaja)\n", "- Lotte Boje\n", KindRaw,
			func(s *Session) bool {
				return s.doc.findPerson("kaja", "") == nil && s.doc.findPerson("lotte", "") != nil
			},
		},
		{
			"a block is added", func(id func(string) EntryID) Event {
				return Event{Verb: MakeRaw, Stay: true, Before: id("Anker"), Text: "\n| a |\n|---|"}
			},
			"  - zwei\n", "  - zwei\n\n| a |\n|---|\n", KindRaw, nil,
		},
		{
			"an answer is added", func(id func(string) EntryID) Event {
				return Event{Verb: MakePassage, Stay: true, Topic: id("Anker"), Text: "\n> **Antwort der Werft (22:40):** nein"}
			},
			"**Begründung:** x\n", "**Begründung:** x\n\n> **Antwort der Werft (22:40):** nein\n", KindPassage,
			func(s *Session) bool {
				for _, e := range s.View().Entries {
					if e.By == "Werft" && e.Text == "nein" && e.Clock.String() == "22:40" {
						return true
					}
				}
				return false
			},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newTestSession(t, Config{Base: []byte(base), Context: minutes.Context{Lang: lang.German}})
			e := c.event(func(text string) EntryID { return entryOf(t, s, text) })
			e.By, e.Lines = Outside, true
			happen(t, s, e)
			want := strings.Replace(base, c.old, c.new, 1)
			if got := publicText(s); got != want {
				t.Fatal(firstDiff(got, want))
			}
			if c.is != nil && !c.is(s) {
				t.Errorf("%+v", s.View().Entries)
			}
			checkDocument(t, s)
			if undo, _ := s.undoWords(); undo != "" {
				t.Errorf("undo would take back %s", undo)
			}
		})
	}
}

func taskOf(s *Session) string {
	for _, e := range s.View().Entries {
		if e.Kind == KindTask {
			return e.Task.Text + " [" + assigneeWords(e.Task.Assignees) + "] " + string(e.Task.State)
		}
	}
	return ""
}
