package capture

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks"
)

// markSeeds are lines of every kind, for fuzzing.
func markSeeds(f *testing.F) {
	for _, c := range notMarks(f) {
		f.Add(c[0])
	}
	for _, s := range []string{
		"! Fock flicken (kaja, lotte?) freitag", "! a → kaja, Freitag", "#1 (lotte) freitag", "#320429-2 erledigt: ja", "#2 wartet auf Farbe",
		"+kaja, lotte 22:50", "+neu: Jan Simons (jamasi) gast", "-kaja 23:05", "?ole", "# Segel", "## Fock", "..", "/antrag 2: Tau #M320429-3",
		"/abstimmung 5 1 2", "/beschluss angenommen", "/antwort der Werft: nein", "= ja", "s/gerissen/x/", "~ Fock: ! x (kaja)", "/ende 1:10",
		"\t\tx", " # x", "a\nb\n# c", "/begründung a\nb", "\x1b[31mrot", "u\u0308ber", "\u202egnul", "x\x00y", "# Anwesend", "/privat Fock",
	} {
		f.Add(s)
	}
}

// FuzzRead: reading never fails, is the same twice, and loses nothing of what is
// no mark; what is offered acts.
func FuzzRead(f *testing.F) {
	markSeeds(f)
	scenes := []*grammar{deck(lang.German), deck(lang.English), atMotion(lang.German)}
	f.Fuzz(func(t *testing.T, line string) {
		for _, g := range scenes {
			l := g.lang()
			r := g.read(line)
			if a, b := dumpReading(r, l), dumpReading(g.read(line), l); a != b {
				t.Fatalf("%q is read as\n%sand then as\n%s", line, a, b)
			}
			clean := strings.TrimRightFunc(strings.TrimLeft(strings.TrimLeft(Clean(line), "\n"), "\t"), unicode.IsSpace)
			text := strings.TrimLeftFunc(clean, unicode.IsSpace)
			if (r.Act == ActNothing) != (text == "") {
				t.Errorf("%q: %s", line, dumpReading(r, l))
			}
			if (r.Act == ActNote && r.Into == "" || r.Act == ActExtend) && r.Text != text {
				t.Errorf("%q: the note is %q", line, r.Text)
			}
			if text != clean && r.Act != ActNote && r.Act != ActExtend && r.Act != ActNothing && !strings.Contains(text, "\n") {
				t.Errorf("%q begins with a space and is no note: %s", line, dumpReading(r, l))
			}
			if r.Act != ActNothing && r.Describe(l) == "" {
				t.Errorf("%q is not described", line)
			}
			for _, w := range append(slices.Clone(r.Warnings), r.Err) {
				if w != nil && strings.Contains(w.In(l), "%!") {
					t.Errorf("%q: %s", line, w.In(l))
				}
			}
			if r.Offer == nil {
				continue
			}
			again := g.read(r.Offer.Line)
			if r.Offer.Line == text || again.Act == ActNote && again.Into == "" || again.Act == ActExtend {
				t.Errorf("%q: the offer %q is read as\n%s", line, r.Offer.Line, dumpReading(again, l))
			}
		}
	})
}

// FuzzTask: what a task says is what the reader of the file finds there.
func FuzzTask(f *testing.F) {
	markSeeds(f)
	f.Add("! Fock *flicken* (kaja, lotte?) bis 20.05.")
	g := deck(lang.German)
	f.Fuzz(func(t *testing.T, line string) {
		r := g.read(line)
		if r.Act != ActTask {
			return
		}
		src := "---\ndate: 2032-05-06\n---\n\n# T\n\n## Anwesend\n\n- Otto Ost (otto)\n- Bente Harms (bente)\n- Lotte Boje (lotte)\n- Kaja Steuer (kaja)\n" +
			"\n## Abwesend\n\n- entschuldigt: Ole Özdemir (ole)\n\n## A\n\n- [ ] " + markdownOf(r.Text) + "\n"
		ctx := g.ctx
		ctx.NextTelco = telcoIn7
		got, err := minutes.ReadTasks("2032-05-06-deck.md", []byte(src), ctx)
		if err != nil || len(got) != 1 {
			t.Fatalf("%q: %v, %v", line, got, err)
		}
		want := tasks.Task{Text: r.Task.Text, Assignees: r.Task.Assignees, Due: r.Due}
		if a, b := fmt.Sprint(got[0].Text, got[0].Assignees, got[0].Due), fmt.Sprint(want.Text, want.Assignees, want.Due); a != b {
			t.Errorf("%q: the file says %s, the reading %s", line, a, b)
		}
	})
}

// FuzzEnter: a line that is entered never fails but for a reason that is said,
// and a note stands in the file as one list item that shows what was typed.
func FuzzEnter(f *testing.F) {
	markSeeds(f)
	f.Fuzz(func(t *testing.T, line string) {
		s := newTestSession(t, Config{})
		for _, first := range []string{"# Segel", "Die Fock ist gerissen"} {
			if _, err := s.Enter(first); err != nil {
				t.Fatal(err)
			}
		}
		before := entries(s)
		r, err := s.Enter(line)
		file := publicText(s)
		parsed, perr := minutes.Parse("2032-05-06-deck.md", []byte(file), minutes.Context{})
		if perr != nil {
			t.Fatalf("%q: %v\n%s", line, perr, file)
		}
		if err != nil {
			if after := entries(s); after != before {
				t.Errorf("%q is refused and makes entries", line)
			}
			return
		}
		if r.Act != ActNote || r.Into != "" {
			return
		}
		if after := entries(s); after != before+1 || len(parsed.Meeting.Agenda) != 1 || len(parsed.TaskLines()) > 0 || len(parsed.Meeting.Motions) > 0 {
			t.Fatalf("%q: %d entries of %d\n%s", line, after, before, file)
		}
		if strings.Contains(r.Text, "\n") || r.Level > 0 || strings.ContainsAny(r.Text, "*_`[<") || !utf8.ValidString(line) {
			return
		}
		doc, src := parse(strings.TrimSpace(parsed.Meeting.Agenda[0].Notes))
		if doc.ChildCount() != 1 || doc.FirstChild().ChildCount() != 2 {
			t.Fatalf("%q: not a second list item\n%s", line, file)
		}
		if got := shown(doc.FirstChild().LastChild(), src); strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(r.Text), " ") {
			t.Errorf("%q: shows as %q", line, got)
		}
	})
}

func entries(s *Session) int { return len(s.View().Entries) }
