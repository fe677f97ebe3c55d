package tasks_test

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"
	"github.com/google/go-cmp/cmp"

	"telko/tasks"
	"telko/tasks/when"
)

// decode reads a calendar with another program's eyes, and has it check what
// RFC 5545 asks of every component.
func decode(t *testing.T, b []byte) *ical.Calendar {
	t.Helper()
	cal, err := ical.NewDecoder(bytes.NewReader(b)).Decode()
	if err != nil {
		t.Fatalf("%v\n%s", err, b)
	}
	if len(cal.Children) > 0 { // it refuses a calendar without any
		if err := ical.NewEncoder(&bytes.Buffer{}).Encode(cal); err != nil {
			t.Fatalf("%v\n%s", err, b)
		}
	}
	return cal
}

func value(t *testing.T, c *ical.Component, name string) string {
	t.Helper()
	p := c.Props.Get(name)
	if p == nil {
		return ""
	}
	if name == ical.PropSummary || name == ical.PropDescription || name == ical.PropUID {
		s, err := p.Text()
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	return p.Value
}

func TestCalendar(t *testing.T) {
	at := time.Date(2010, 1, 9, 21, 14, 3, 0, time.FixedZone("", 3600))
	log := []tasks.Event{
		tasks.AddEvent("100107-1", "Kabel kaufen", at.Add(-time.Hour)),
		{At: at, By: "ulla", ID: "100107-1", Verb: tasks.DoneV},
		tasks.NewTask(tasks.Task{ID: "100109-bert-1", Text: "Wände; Türen, \\Licht", Due: when.Day(2010, 1, 20)}, "bert", at),
		{At: at.Add(time.Minute), By: "bert", ID: "100109-bert-1", Verb: tasks.Wait},
	}
	ts, _ := tasks.Fold(promised("Kabel kaufen", "Server taufen"), log)
	cal := tasks.Calendar{Name: "IT: Aufgaben", Domain: "k7q2m4", Describe: func(t *tasks.Task) string { return "bei " + string(t.ID) + "\nzweite Zeile" }}
	b := cal.Append(nil, ts)
	if again := cal.Append(nil, ts); !bytes.Equal(b, again) {
		t.Error("twice the same tasks gave different bytes")
	}
	got := decode(t, b)
	var all []string
	for _, c := range got.Children {
		if c.Name != ical.CompToDo {
			t.Fatalf("a %s", c.Name)
		}
		var line []string
		for _, name := range []string{"UID", "DTSTAMP", "SUMMARY", "DUE", "STATUS", "COMPLETED", "SEQUENCE", "DESCRIPTION"} {
			line = append(line, value(t, c, name))
		}
		all = append(all, strings.Join(line, "|"))
		if due := c.Props.Get("DUE"); due != nil && due.ValueType() != ical.ValueDate {
			t.Errorf("a due date is a %s", due.ValueType())
		}
	}
	want := []string{
		"100107-1@k7q2m4.telko|20100109T201403Z|Kabel kaufen|20100114|COMPLETED|20100109T201403Z|1|bei 100107-1\nzweite Zeile",
		"100107-2@k7q2m4.telko|20100107T000000Z|Server taufen|20100114|NEEDS-ACTION||0|bei 100107-2\nzweite Zeile",
		"100109-bert-1@k7q2m4.telko|20100109T201503Z|Wände; Türen, \\Licht|20100120|IN-PROCESS||1|bei 100109-bert-1\nzweite Zeile",
	}
	if diff := cmp.Diff(want, all); diff != "" {
		t.Errorf("(-want +got)\n%s\n%s", diff, b)
	}
	if name := got.Props.Get("X-WR-CALNAME"); name == nil || name.Value != "IT: Aufgaben" {
		t.Errorf("name %v", name)
	}
	decode(t, cal.Append(nil, nil))
}

// Whatever a text holds, it ends neither its value nor its line, and comes back
// as it was; no line is longer than 75 bytes, nor cut within a character.
func TestCalendarKeepsEveryText(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	letters := []rune("aäé€😀,;:\\\"'\n \tBEGIN:VTODO=%^")
	for range 500 {
		n := 1 + rnd.IntN(200)
		var text []rune
		for range n {
			text = append(text, letters[rnd.IntN(len(letters))])
		}
		want := strings.TrimSpace("x" + string(text) + "x")
		b := tasks.Calendar{Domain: "d"}.Append(nil, []tasks.Task{{ID: "100107-1", Text: want, State: tasks.Open}})
		for line := range strings.SplitSeq(string(b), "\r\n") {
			if len(line) > 75 || strings.ContainsAny(line, "\r\n") || strings.ToValidUTF8(line, "") != line {
				t.Fatalf("a line %q of %d bytes", line, len(line))
			}
		}
		c := decode(t, b)
		if got := value(t, c.Children[0], "SUMMARY"); got != want {
			t.Fatalf("got  %q\nwant %q\n%s", got, want, b)
		}
	}
}

func TestWriteCSV(t *testing.T) {
	var b bytes.Buffer
	ts := []tasks.Task{
		{ID: "100107-1", Text: `"Kabel", rot`, State: tasks.Open, Due: when.Day(2010, 1, 14), Assignees: []tasks.Assignee{{Nick: "ulla"}, {Nick: "bert", Tentative: true}}, Meeting: "2010-01-07-it", Topic: "Netz", Series: "it", Extended: 2},
		{ID: "100109-bert-1", Text: "=1+1", State: tasks.Done},
	}
	if err := tasks.WriteCSV(&b, ts, when.Day(2010, 1, 15)); err != nil {
		t.Fatal(err)
	}
	want := "id,state,due,overdue,assignees,text,meeting,topic,series,extended\r\n" +
		"100107-1,open,2010-01-14,yes,\"ulla,bert?\",\"\"\"Kabel\"\", rot\",2010-01-07-it,Netz,it,2\r\n" +
		"100109-bert-1,done,,,,'=1+1,,,,0\r\n"
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}
