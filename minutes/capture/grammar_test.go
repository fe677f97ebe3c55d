package capture

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks"
	"telko/tasks/when"
)

var updateGrammar = flag.Bool("update-grammar", false, "write what is read into testdata/grammar")

// deck is a telco on 6 May 2032, a Thursday, that began at 22:20; it is 23:10.
// Kaja and Lotte are there, and Otto, a guest whom the roster does not know;
// Bente has left, Ole is excused, Piet has not come yet.
func deck(l lang.Lang) *grammar {
	people, err := minutes.NewPeople([]minutes.Person{
		{Nick: "kaja", Name: "Kaja Steuer", Aliases: []string{"die Steuerfrau", "ks"}, Groups: []string{"werft"}},
		{Nick: "lotte", Name: "Lotte Boje"},
		{Nick: "bente", Name: "Bente Harms", Groups: []string{"werft"}},
		{Nick: "ole", Name: "Ole Özdemir"},
		{Nick: "piet", Name: "Piet Kluge", Guest: true},
		{Nick: "jördis", Name: "Jördis Lund"},
	})
	if err != nil {
		panic(err)
	}
	date := when.Day(2032, 5, 6)
	at := func(h, m int) when.Clock { return when.ClockAt(h, m) }
	who := func(nick string) []tasks.Assignee { return []tasks.Assignee{{Nick: nick}} }
	v := &View{
		Title: "Deck-Telko 06.05.2032", Series: "deck", Date: date, Lang: l, Start: when.Moment{Date: date, Clock: at(22, 20)},
		Topics: []Topic{
			{ID: "t1", Title: "Segel", Level: 2, Current: true, Done: true},
			{ID: "t2", Title: "Fock", Level: 3},
			{ID: "t3", Title: "Backups und Ersatz", Level: 2},
			{ID: "t4", Title: "TOP 4: Anker", Level: 2},
			{ID: "t5", Title: "Fock", Level: 2},
			{ID: "t6", Title: "Größe der Küche", Level: 2},
		},
		Topic: "t1", Last: "n1",
		Entries: []*Entry{
			{ID: "t1", Kind: KindTopic, Level: 2, Text: "Segel"},
			{ID: "a1", Kind: KindTask, Text: "Segel nähen (bente) bis 20.05.2032", TaskID: "320506-1", Number: 1, Task: tasks.Task{Text: "Segel nähen", State: tasks.Open}},
			{ID: "a2", Kind: KindTask, Text: "Farbe kaufen", Number: 2, Task: tasks.Task{Text: "Farbe kaufen", State: tasks.Open}},
			{ID: "a3", Kind: KindTask, Text: "Anker lichten (lotte)", TaskID: "320506-3", Number: 3, Done: true, Task: tasks.Task{Text: "Anker lichten", State: tasks.Done}},
			{ID: "m1", Kind: KindMotion, Level: 3, Text: "Neuer Anker", Number: 1, MotionID: "M320506-1"},
			{ID: "n1", Kind: KindNote, Text: `Die Fock ist gerissen, TCP/IP geht, C:\alt und 10/12 auch`},
		},
		Present: []Presence{
			{Nick: "kaja", Name: "Kaja Steuer", Here: true, Intervals: []minutes.Interval{{}}},
			{Nick: "lotte", Name: "Lotte Boje", Here: true, Since: at(22, 50), Intervals: []minutes.Interval{{From: at(22, 50)}}},
			{Nick: "otto", Name: "Otto Ost", Guest: true, Here: true, Intervals: []minutes.Interval{{}}},
			{Nick: "bente", Name: "Bente Harms", Intervals: []minutes.Interval{{Until: at(22, 55)}}},
		},
		Missing: []Presence{
			{Nick: "ole", Name: "Ole Özdemir", Excused: true},
			{Nick: "piet", Name: "Piet Kluge", Guest: true, Expected: true},
		},
		CanUndo: "Notiz",
	}
	earlier := []tasks.Task{
		{ID: "320429-2", Text: "Winsch fetten", Assignees: who("lotte"), State: tasks.Open, Due: when.Day(2032, 5, 1)},
		{ID: "320422-7", Text: "Karten *bestellen*", Assignees: who("kaja"), State: tasks.Waiting, Due: when.Day(2032, 5, 8)},
		{ID: "320429-7", Text: "Bilge lenzen", Assignees: who("ole"), State: tasks.Open, Due: when.Day(2032, 5, 10)},
		{ID: "320430-kaja-1", Text: "Tau kaufen", Assignees: who("kaja"), State: tasks.Open, Due: when.Day(2032, 5, 20)},
	}
	ctx := minutes.Context{People: people, Lang: l}
	cal := when.Calendar{From: date, Telco: func(string, when.Date) []when.Date { return []when.Date{date.AddDays(7)} }}
	g := newGrammar(v, ctx, cal, date.AddDays(7), earlier, []string{"IT/Protokolle", "IT/Aufgaben", "Werft/Größen"})
	g.now = when.Moment{Date: date, Clock: at(23, 10)}
	return g
}

// atMotion is the deck while the motion's reasons are written down.
func atMotion(l lang.Lang) *grammar {
	g := deck(l)
	g.v.Motion, g.v.Open, g.v.Passage, g.v.OpenEntry = "m1", true, motions.Reasons, "p2"
	g.v.Entries = append(g.v.Entries,
		&Entry{ID: "p1", Kind: KindPassage, Passage: motions.TextPart, Motion: "m1", Text: "Es möge ein Anker her."},
		&Entry{ID: "p2", Kind: KindPassage, Passage: motions.Reasons, Motion: "m1", Text: "Der alte ist weg."})
	g.v.Last = "p2"
	return g
}

// A case file holds blocks: the line in quotes after "typed", and what is read.
// With -update-grammar all but the first line of each is written anew.
func TestGrammar(t *testing.T) {
	files, err := filepath.Glob("testdata/grammar/*.txt")
	if err != nil || len(files) < 5 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var out strings.Builder
			scene, l := deck, lang.German
			for line := range strings.SplitAfterSeq(string(src), "\n") {
				if strings.HasPrefix(line, "scene motion") {
					scene = atMotion
				}
				if strings.HasPrefix(line, "lang en") {
					l = lang.English
				}
				typed, ok := strings.CutPrefix(line, "typed ")
				if !ok {
					if !strings.HasPrefix(line, "  ") {
						out.WriteString(line)
					}
					continue
				}
				var s string
				if _, err := fmt.Sscanf(typed, "%q", &s); err != nil {
					s = strings.TrimSuffix(typed, "\n")
				}
				out.WriteString(line + dumpReading(scene(l).read(s), l))
			}
			if out.String() == string(src) {
				return
			}
			if *updateGrammar {
				if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want := strings.Split(string(src), "\n")
			for i, got := range strings.Split(out.String(), "\n") {
				if i >= len(want) || want[i] != got {
					t.Fatalf("%s:%d:\n got %s\nwant %s", file, i+1, got, want[min(i, len(want)-1)])
				}
			}
			t.Fatalf("%s: shorter than before", file)
		})
	}
}

// dumpReading returns all that a reading says.
func dumpReading(r Reading, l lang.Lang) string {
	var b strings.Builder
	fmt.Fprintf(&b, "  %s\n", r.Describe(l))
	say := func(name string, v any, zero bool) {
		if !zero {
			fmt.Fprintf(&b, "    %s %v\n", name, v)
		}
	}
	say("act", [...]string{
		"nothing", "note", "extend", "topic", "up", "task", "change", "come", "leave", "excuse", "motion", "petitioner", "passage",
		"vote", "outcome", "close", "decision", "mend", "undo", "redo", "review", "promises", "private", "read aloud", "standing", "preview", "publish", "end", "head", "help",
	}[r.Act], false)
	say("text", fmt.Sprintf("%q", r.Text), r.Text == "")
	say("of", r.Of, r.Of == "")
	say("into", r.Into, r.Into == "")
	say("title", fmt.Sprintf("%q", r.Topic), r.Topic == "")
	say("level", r.Level, r.Level == 0)
	if r.Task != nil {
		say("task", fmt.Sprintf("%q by %v, written %v, due %v", r.Task.Text, r.Task.Assignees, r.Task.Due, r.Due), false)
	}
	if c := r.Change; c != nil {
		say("change", fmt.Sprintf("of %q #%s: %q due %v by %v: %q", c.Of, c.Task.ID, c.Verb, c.Due, c.Assignees, c.Text), false)
	}
	for _, p := range r.People {
		say("person", fmt.Sprintf("%q %q guest %t new %t from %q until %q", p.Nick, p.Name, p.Guest, p.New, p.From, p.Until), false)
	}
	say("clock", r.Clock, r.Clock.IsZero())
	say("number", r.Number, r.Number == 0)
	say("motion", r.MotionID, r.MotionID == "")
	say("passage", r.Passage, r.Passage == "")
	say("by", r.By, r.By == "")
	say("label", r.Label, r.Label == "")
	if r.Vote != nil {
		say("tally", fmt.Sprintf("%+v", *r.Vote), false)
	}
	say("outcome", r.Outcome, r.Outcome == "")
	say("key", r.Key, r.Key == "")
	if r.Offer != nil {
		say("offer", r.Offer.Line, false)
	}
	for _, w := range r.Warnings {
		say("warning", w.In(l), false)
	}
	if r.Err != nil {
		say("refused", r.Err.In(l)+"; "+lang.HintOf(r.Err, l), false)
	}
	return b.String()
}

// telcoIn7 says when the next telco is: in a week.
func telcoIn7(_, _ string, after when.Date) []when.Date { return []when.Date{after.AddDays(7)} }
