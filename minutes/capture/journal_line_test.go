package capture

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"telko/minutes"
	"telko/motions"
	"telko/tasks"
	"telko/tasks/when"
)

var berlin = time.FixedZone("", 3600)

func journalEvents() []Event {
	at := time.Date(2010, 1, 7, 22, 31, 4, 123e6, berlin)
	return []Event{
		{At: at, By: "dyfa", ID: "k3f-17", Verb: MakeNote, Topic: "k3f-4", Text: "Die Fock ist gerissen"},
		{At: at, By: "dyfa", ID: "k3f-18", Verb: MakeNote, Text: "level=3 ist Text"},
		{At: at, By: "dyfa", ID: "k3f-19", Verb: MakeNote, Text: " vorn und hinten ein Leerzeichen "},
		{At: at, By: "dyfa", ID: "k3f-20", Verb: MakePassage, Passage: motions.Answer, Who: "die IT", Clock: when.ClockAt(22, 10), Text: "eine Zeile\nund \\noch\\\\ eine\r\n\tund |0000"},
		{At: at, By: "zwei worte", ID: "k3f-21", Verb: Edit, Of: "k3f-20", Text: "\x00\x1b[31mrot\x7f\u0085\u2028\ufeff\xff\xc3 \ufffd"},
		{At: at, By: "", ID: "k3f-22", Verb: Come, Nick: "jamasi", Name: "Jan Simons", Guest: true, Clock: when.ClockAt(0, 0)},
		{At: at, By: "-", ID: "k3f-23", Verb: Outcome, TaskID: "091231-2", Key: "assign", Due: when.Day(2010, 1, 20), Assignees: []tasks.Assignee{
			{Nick: "jpru", Tentative: true}, {Nick: "technik", Kind: tasks.Group}, {Nick: "alle", Kind: tasks.Everyone}, {Nick: "a, b %"}, {Nick: "keiner", Kind: tasks.Nobody},
		}},
		{At: at.Add(time.Hour).UTC(), By: "telko", ID: "k3f-24", With: "k3f-23", Verb: GiveID, Of: "k3f-9", MotionID: "M100107-1", Done: true},
		{At: at, By: Outside, ID: "k3f-25", Verb: MakeTopic, Level: 2, Section: minutes.SectionOpenTasks, Stay: true, Source: true, Before: AtEnd, Number: 12, Label: "Antort der IT", Kind: KindPassage, Text: "x="},
	}
}

func sameEvent(a, b Event) bool {
	_, za := a.At.Zone()
	_, zb := b.At.Zone()
	if !a.At.Equal(b.At) || za != zb {
		return false
	}
	a.At, b.At = time.Time{}, time.Time{}
	return reflect.DeepEqual(a, b)
}

func TestJournalLines(t *testing.T) {
	for _, e := range journalEvents() {
		b, err := appendLine(nil, eventLine(&e))
		if err != nil {
			t.Fatal(err)
		}
		line, end := strings.CutSuffix(string(b), "\n")
		if !end || strings.ContainsAny(line, "\r\n\x1b") {
			t.Errorf("no line: %q", b)
		}
		l, ok, err := parseLine([]byte(line))
		if !ok || err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		got, err := l.event()
		if err != nil || !sameEvent(got, e) {
			t.Errorf("%s\ngot  %+v\nwant %+v\n%v", line, got, e, err)
		}
	}
}

// The lines are for people too, so they are fixed.
func TestJournalLineAsWritten(t *testing.T) {
	for i, want := range []string{
		`2010-01-07T22:31:04.123+01:00 dyfa k3f-17 note topic=k3f-4 Die Fock ist gerissen |5c29`,
		`2010-01-07T22:31:04.123+01:00 dyfa k3f-18 note level\=3 ist Text |9757`,
		`2010-01-07T22:31:04.123+01:00 dyfa k3f-19 note  vorn und hinten ein Leerzeichen  |bb12`,
		`2010-01-07T22:31:04.123+01:00 dyfa k3f-20 passage passage=answer who=die\sIT clock=22:10 eine Zeile\nund \\noch\\\\ eine\r\n\tund |0000 |99d9`,
	} {
		e := journalEvents()[i]
		b, _ := appendLine(nil, eventLine(&e))
		if string(b) != want+"\n" {
			t.Errorf("got  %swant %s", b, want)
		}
	}
}

// Whatever happens to one byte of a line, it is seen.
func TestJournalLineDamaged(t *testing.T) {
	for _, e := range journalEvents() {
		b, _ := appendLine(nil, eventLine(&e))
		line := b[:len(b)-1]
		for i := range line {
			for _, flip := range []byte{1, 0x20, 0x80} {
				damaged := []byte(string(line))
				damaged[i] ^= flip
				if _, _, err := parseLine(damaged); err == nil {
					t.Errorf("not seen: %q", damaged)
				}
			}
			if _, _, err := parseLine(line[:i]); err == nil {
				t.Errorf("not seen: %q", line[:i])
			}
		}
	}
}

func FuzzJournalLine(f *testing.F) {
	for _, e := range journalEvents() {
		b, _ := appendLine(nil, eventLine(&e))
		f.Add(b[:len(b)-1])
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		// Whatever is read is written so that it is read as the same again.
		l, ok, _ := parseLine(line)
		if !ok {
			return
		}
		e, err := l.event()
		if err != nil || e.At.Year() < 0 || e.At.Year() > 9999 {
			return
		}
		b, err := appendLine(nil, eventLine(&e))
		if err != nil {
			t.Fatalf("%q was read and cannot be written: %v", line, err)
		}
		l, ok, err = parseLine(b[:len(b)-1])
		if !ok || err != nil {
			t.Fatalf("%q: %v", b, err)
		}
		again, err := l.event()
		if err != nil || !sameEvent(again, e) {
			t.Fatalf("%q\n%+v\n%+v\n%v", b, e, again, err)
		}
	})
}

func FuzzJournalText(f *testing.F) {
	f.Add("text", "value", "who")
	f.Add(`a=b`, `\s\x20`, "\xff")
	f.Add("=x \\", " ", "-")
	f.Fuzz(func(t *testing.T, text, value, who string) {
		e := Event{At: time.Date(2010, 1, 7, 22, 0, 0, 0, time.UTC), By: who, ID: "x-1", Verb: MakeNote, Label: value, Text: text}
		b, err := appendLine(nil, eventLine(&e))
		if err != nil {
			t.Fatal(err)
		}
		l, ok, err := parseLine(b[:len(b)-1])
		if !ok || err != nil {
			t.Fatalf("%q: %v", b, err)
		}
		if got, err := l.event(); err != nil || !sameEvent(got, e) {
			t.Fatalf("%q\n%+v\n%+v %v", b, e, got, err)
		}
	})
}
