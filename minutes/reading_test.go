package minutes_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"telko/minutes"
	"telko/motions"
)

func TestWhatDoesNotCloseIsReported(t *testing.T) {
	for name, tt := range map[string]struct {
		body, problems string
		tasks          int
	}{
		"fence":             {"- [ ] a\n\n```\n- [ ] b\n\n## Segel\n", "11:unclosed", 1},
		"long fence":        {"- [ ] a\n\n~~~~\n- [ ] b\n~~~\n", "11:unclosed", 1},
		"comment":           {"- [ ] a\n\n<!-- b\n- [ ] c\n\n## Segel\n", "11:unclosed", 1},
		"closed fence":      {"```\n- [ ] a\n```\n", "", 0},
		"closed comment":    {"<!-- a\n-->\n- [ ] b\n", "", 1},
		"motion":            {"### Antrag 1: Segel\n\n**Begründung:** ja\n\n- [ ] a\n", "", 1},
		"quote":             {"> a\n- [ ] b\n", "", 1},
		"bracket":           {"- [ ] a (kaja\n- [ ] b\n", "", 2},
		"bold":              {"**a\n\n- [ ] b\n", "", 1},
		"inline code":       {"a ` b\n\n- [ ] c `d\n- [ ] e`\n", "", 2},
		"wiki link":         {"a [[b\n- [ ] c [[d\n", "", 1},
		"fence in a list":   {"- a\n  ```\n  - [ ] b\n\n- [ ] c\n", "", 1},
		"empty and the end": {"", "", 0},
	} {
		f := read(t, tt.body)
		if got := codes(f); got != tt.problems || len(f.Meeting.Tasks) != tt.tasks {
			t.Errorf("%s: problems %q, tasks %v; want %q and %d", name, got, saidAll(f.Meeting.Tasks), tt.problems, tt.tasks)
		}
	}
}

func TestFormsOfTheFileItself(t *testing.T) {
	body := crewHead + "## Segel\n\n- [ ] a (kaja)\n- b"
	want := read(t, "## Segel\n\n- [ ] a (kaja)\n- b\n").Meeting
	for name, src := range map[string]string{
		"no line break at the end": body,
		"CRLF":                     strings.ReplaceAll(body, "\n", "\r\n") + "\r\n",
		"byte order mark":          "\ufeff" + body,
	} {
		ctx := minutes.Context{People: crew(t)}
		f, err := minutes.Parse("2032-05-06-deck.md", []byte(src), ctx)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		sameTasks(t, f, ctx)
		if diff := cmp.Diff(want, f.Meeting); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if string(f.Source()) != src {
			t.Errorf("%s: the source has changed", name)
		}
	}
}

func TestSectionsJoinedAreTheBody(t *testing.T) {
	for _, body := range []string{
		"", "text\n", "\n\nvorweg\n\n## A\n\nb\n### C\n\n## Antrag 1\n\n#### Begründung\n\nx\n\n## D", "## A\n# B\nc\n",
		"Unterstrichen\n===\n\na\n\nAuch\nzwei Zeilen\n---\nb\n",
	} {
		f := read(t, body)
		var joined strings.Builder
		last := 0
		for _, s := range f.Sections {
			if s.Line != last+1 && last > 0 || s.End < s.Line-1 {
				t.Errorf("%q: section %q has lines %d to %d behind %d", body, s.Title, s.Line, s.End, last)
			}
			last = s.End
			joined.Write(s.At.Of(f.Source()))
			if string(s.BodyAt.Of(f.Source())) != s.Body {
				t.Errorf("%q: body of %q is elsewhere", body, s.Title)
			}
		}
		if got := joined.String(); got != "\n"+body {
			t.Errorf("sections of %q joined: %q", body, got)
		}
	}
}

func TestMotionsHandledByOneAnswer(t *testing.T) {
	f := read(t, "## Segel\n\n> **Antwort der Werft:** ja\n>\n> mehr [[Werft/Plan]]\n\n> ein Zitat\n")
	want := []motions.Passage{{Kind: motions.Answer, By: "Werft", Label: "Antwort der Werft", Text: "ja\n\nmehr [[Werft/Plan]]", Line: 11, End: 13}}
	if diff := cmp.Diff(want, f.Meeting.Answers); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"Werft/Plan"}, f.Meeting.Links); diff != "" {
		t.Error(diff)
	}
}

func TestLinks(t *testing.T) {
	f := read(t, "## Zu [[A]]\n\n[[B b|so]], [[C#d_e|f]] [[A]] `[[nein]]` \\[[nein]] <!-- [[nein]] -->\n\n- [[Kategorie:K]] [[:Kategorie:L]] [[Datei:x.png]]\n\n"+
		"> [[ D ]] [[offen\n\n    [[nein]]\n\n```\n[[nein]]\n```\n[[zu [[E]]\n")
	if diff := cmp.Diff([]string{"A", "B b", "C#d_e", "Kategorie:L", "D", "E"}, f.Meeting.Links); diff != "" {
		t.Error(diff)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		crewHead, crewHead + "- [ ] a (kaja) bis 20.05.2032 #320506-1\n", "---\ndate: 2032-05-06\n---\n## Anwesend\n- a (b)\n\t- c, d (e)\n## Antrag 1: x\n> **Antwort:** y\nz\n",
		crewHead + "## Abwesend\n- entschuldigt: a\n### Antrag\n**Antragsteller:** a (b) c\n**Abstimmung (1:10):** 1/2/3\n**Beschluss:** ja\n",
		"A\n===\n\n- [ ] b\n\nC\n---\n- - [ ] d\n", "# A\n## B (Fortsetzung)\n### B {x} (continued)\n<!--",
		"\ufeff---\r\ndate: 2032-05-06\r\n---\r\n# a #\r\n* [X] b (c, d?, alle, Freitag)\r\n", "- [x] ((((\n- [ ] )))\n- [ ] bis by bis 1.1.\n",
		"[a]: b\n\n[c]: d\n\"e\n## F\n", ">\n> \n>>a\n- > [[b|[[c]]\n",
	} {
		f.Add([]byte(s))
	}
	people := crew(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		ctx := minutes.Context{People: people}
		file, err := minutes.Parse("2032-05-06-deck.md", src, ctx)
		if err != nil {
			var le *minutes.LineError
			if !errors.As(err, &le) || le.Line < 1 || le.Line > 1+strings.Count(string(src), "\n") {
				t.Fatalf("%v", err)
			}
			return
		}
		sameTasks(t, file, ctx)
		end := 0
		for _, s := range file.Sections {
			if s.At.Start < end || s.At.End < s.At.Start || s.BodyAt.End != s.At.End || s.Head.Start < s.At.Start {
				t.Fatalf("sections overlap: %+v", file.Sections)
			}
			end = s.At.End
		}
		if len(file.Sections) > 0 && end != len(src) && file.TitleLine().End < end {
			t.Fatalf("the sections end at %d of %d", end, len(src))
		}
		for _, tl := range file.TaskLines() {
			p := tl.Parts
			for _, s := range []minutes.Span{p.Text, p.Bracket, p.Due, p.ID} {
				if s.End < s.Start || !s.Empty() && (s.Start < tl.Content.Start || s.End > tl.Content.End) {
					t.Fatalf("%+v: a piece stands outside its line", tl)
				}
			}
			if tl.Task < 0 == (tl.Mention < 0) || !strings.ContainsRune(" xX", rune(src[tl.Mark])) {
				t.Fatalf("%+v", tl)
			}
		}
		for _, m := range file.Meeting.Motions {
			for _, p := range m.Parts {
				if p.Line < m.Line || p.End > m.End || p.End < p.Line {
					t.Fatalf("motion %d-%d has a passage %d-%d", m.Line, m.End, p.Line, p.End)
				}
			}
		}
	})
}
