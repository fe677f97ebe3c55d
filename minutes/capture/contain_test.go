package capture

import (
	"strings"
	"testing"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
)

// among puts a text into every kind of entry, each with others around it.
func among(t testing.TB, text string, source bool) {
	t.Helper()
	s := newTestSession(t, Config{Context: minutes.Context{Lang: lang.German}})
	text = trimLines(Clean(text))
	if text == "" {
		return
	}
	title := cleanLine(text)
	note := Event{Verb: MakeNote, Text: "danach"}
	happen(
		t, s,
		Event{Verb: MakeTopic, Text: "Segel", Level: 2},
		Event{Verb: MakeNote, Text: text, Source: source}, Event{Verb: MakeNote, Level: 1, Text: "darin"},
		Event{Verb: MakeTask, Text: text, Source: source}, Event{Verb: MakeTask, Level: 1, Text: "darin"},
		Event{Verb: MakeDecision, Text: text, Source: source}, note,
		Event{Verb: MakePassage, Topic: "k3f-1", Passage: motions.Answer, Text: text, Source: source}, note,
		Event{Verb: MakeRaw, Text: text, Source: source}, note,
		Event{Verb: MakeMention, TaskID: "320429-1", Text: text, Source: source},
		Event{Verb: MakeMotion, Text: title},
	)
	motion := s.doc.motion
	happen(t, s, Event{Verb: Extend, Of: motion, Text: text, Source: source})
	for _, kind := range []motions.Kind{motions.Answer, motions.TextPart, motions.Reasons, motions.Amendment, motions.Comment, motions.Reasons, motions.Decision} {
		happen(t, s, Event{Verb: MakePassage, Topic: motion, Passage: kind, Who: title, Text: text, Source: source})
	}
	happen(
		t, s,
		note,
		Event{Verb: MakeTopic, Text: title, Level: 3}, note,
	)
	checkDocument(t, s)

	public := publicText(s)
	if got := strings.Count(public, "danach\n"); got < 5 {
		t.Fatalf("%d of 5 notes are left:\n%s", got, public)
	}
	f, err := minutes.Parse(s.c.Ref.Path, []byte(public), s.c.Context)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := minutes.NewPublic(f, minutes.PublicOptions{}); err != nil && !strings.ContainsAny(text, "{}") {
		t.Fatalf("cannot be published: %v\n%s", err, public)
	}
}

func TestContained(t *testing.T) {
	for _, text := range texts {
		among(t, text, false)
		among(t, text, true)
	}
	for _, text := range pastes {
		among(t, text, false)
		among(t, text, true)
	}
}

// Pasted Markdown keeps what it may.
func TestPasted(t *testing.T) {
	for _, c := range []struct{ text, item, motion string }{
		{"# Kopf\n\ntext\n\n- a\n- b", "- **Kopf**\n\n  text\n\n  - a\n  - b\n", "**Begründung:**\n\n### Kopf\n\ntext\n\n- a\n- b\n"},
		{"- a\n- b", "- - a\n  - b\n", "**Begründung:**\n\n- a\n- b\n"},
		{"text\n\n## Unter ##\n\nmehr", "- text\n\n  **Unter**\n\n  mehr\n", "**Begründung:** text\n\n#### Unter\n\nmehr\n"},
		{"a\n\n## Begründung\n\nb", "- a\n\n  **Begründung**\n\n  b\n", "**Begründung:** a\n\n**Begründung**\n\nb\n"},
		{"*a*\n```\n# b\n```", "- *a*\n  ```\n  # b\n  ```\n", "**Begründung:** *a*\n```\n# b\n```\n"},
		{"a\n```\nb", "- a\n  ```\n  b\n  ```\n", "**Begründung:** a\n```\nb\n```\n"},
		{"a\n\n**Beschluss:** b", "- a\n\n  \\*\\*Beschluss:** b\n", "**Begründung:** a\n\n\\*\\*Beschluss:** b\n"},
		{"a\n- [ ] b", "- a\n  - \\[ ] b\n", "**Begründung:** a\n- \\[ ] b\n"},
		{"a\n---", "- a\n  \\---\n", "**Begründung:** a\n\\---\n"},
		{"a\n> b", "- a\n  > b\n", "**Begründung:** a\n> b\n"},
	} {
		s := newTestSession(t, Config{Context: minutes.Context{Lang: lang.German}})
		happen(t, s, Event{Verb: MakeTopic, Text: "Segel", Level: 2})
		if err := s.doIt(PasteText{Text: c.text, Kind: KindNote}); err != nil {
			t.Fatal(err)
		}
		if _, got, _ := strings.Cut(body(s), "## Segel\n\n"); got != c.item {
			t.Errorf("%q in a note is\n%s", c.text, got)
		}
		happen(t, s, Event{Verb: MakeMotion, Text: "Anker", Level: 2})
		if err := s.doIt(PasteText{Text: c.text, Kind: KindPassage, Passage: motions.Reasons}); err != nil {
			t.Fatal(err)
		}
		if _, got, _ := strings.Cut(body(s), "Antrag 1: Anker\n\n"); got != c.motion {
			t.Errorf("%q in a motion is\n%s", c.text, got)
		}
		checkDocument(t, s)
	}
}

func FuzzContained(f *testing.F) {
	for _, list := range [][]string{texts, pastes} {
		for i, text := range list {
			f.Add(text, i%2 == 0)
		}
	}
	f.Fuzz(func(t *testing.T, text string, source bool) {
		if len(text) < 2000 {
			among(t, text, source)
		}
	})
}

func FuzzLoad(f *testing.F) {
	for _, src := range pages(f) {
		f.Add(src)
	}
	for _, text := range pastes {
		f.Add(testAgenda + "\n" + text + "\n\n## Ende\n\n- x\n" + text)
	}
	f.Fuzz(func(t *testing.T, src string) {
		checkLoad(t, "minutes/2031/2031-01-02-x.md", src)
	})
}
