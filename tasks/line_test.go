package tasks_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"telko/tasks"
	"telko/tasks/when"
)

// Lines that telko writes are read and written as the same bytes.
var lines = []string{
	"2010-01-07T22:20:00+01:00 telko 100107-2 add 1f2e3d4c5b",
	"2010-01-09T21:14:03+01:00 jpru 100107-2 done",
	"2010-01-09T21:14:03+01:00 jpru 100107-2 done läuft seit heute  auf dem neuen",
	"2010-01-09T20:14:03Z wiki:Ulla 100107-2 reopen",
	"2010-01-09T20:14:03+00:00 wiki:Ulla%20Beispiel IT-100107-12 drop",
	"2010-07-09T21:14:03+02:00 ulla 100107-2 due 2010-01-20 Ersatzteil fehlt",
	"2010-01-09T21:14:03-09:30 ulla 100107-2 assign bert,ulla?",
	"2010-01-09T21:14:03+01:00 ulla 100107-2 assign @technik?,*alle,!niemand weil es eilt",
	"2010-01-09T21:14:03+01:00 ulla 100107-2 assign -",
	"2010-01-09T21:14:03+01:00 ulla 100107-2 assign %2D,%40bert,a%2Cb%3F?,Bert%20Meier%25",
	"2010-01-09T21:14:03+01:00 ulla 100107-2 wait auf Post",
	"2010-01-09T21:14:03+01:00 ulla 100107-2 resume",
	"2010-01-09T21:14:03+01:00 ulla 100109-ulla-1 text Stecker löten",
	"2010-01-09T21:14:03+01:00 ulla 100107-2 note due=2010-01-01 # <b> `x` [[y]]",
	"2010-01-09T21:14:03+01:00 ulla 100107-2 undo done@2010-01-09T21:14:03+01:00",
	"2010-01-09T21:14:03+01:00 ulla 100107-2 undo due@2010-01-09T20:14:03Z vertan",
	"2010-01-09T21:14:03+01:00 jpru 100109-jpru-1 add 9a8b7c6d5e due=2010-01-16 assign=jpru,sebi? Kabel bestellen",
	"2010-01-09T21:14:03+01:00 jpru IT-100109-jürg_x-1 add 9a8b7c6d5e due=- assign=- due=bald",
}

func TestLineIsWrittenAsItWasRead(t *testing.T) {
	for _, line := range lines {
		e, err := tasks.ParseEvent(line)
		if err != nil {
			t.Errorf("%s: %v", line, err)
		} else if got := e.Line(); got != line {
			t.Errorf("got  %s\nwant %s", got, line)
		}
	}
}

func TestParseEvent(t *testing.T) {
	zone := time.FixedZone("", 3600)
	at := time.Date(2010, 1, 9, 21, 14, 3, 0, zone)
	for line, want := range map[string]tasks.Event{
		lines[0]:  {At: time.Date(2010, 1, 7, 22, 20, 0, 0, zone), By: "telko", ID: "100107-2", Verb: tasks.Add, Digest: "1f2e3d4c5b"},
		lines[5]:  {At: time.Date(2010, 7, 9, 19, 14, 3, 0, time.UTC), By: "ulla", ID: "100107-2", Verb: tasks.DueV, Due: when.Day(2010, 1, 20), Text: "Ersatzteil fehlt"},
		lines[4]:  {At: time.Date(2010, 1, 9, 20, 14, 3, 0, time.UTC), By: "wiki:Ulla Beispiel", ID: "IT-100107-12", Verb: tasks.Drop},
		lines[7]:  {At: at, By: "ulla", ID: "100107-2", Verb: tasks.Assign, Assignees: []tasks.Assignee{{Nick: "technik", Tentative: true, Kind: tasks.Group}, {Nick: "alle", Kind: tasks.Everyone}, {Nick: "niemand", Kind: tasks.Nobody}}, Text: "weil es eilt"},
		lines[9]:  {At: at, By: "ulla", ID: "100107-2", Verb: tasks.Assign, Assignees: []tasks.Assignee{{Nick: "-"}, {Nick: "@bert"}, {Nick: "a,b?", Tentative: true}, {Nick: "Bert Meier%"}}},
		lines[15]: {At: at, By: "ulla", ID: "100107-2", Verb: tasks.Undo, Of: tasks.DueV, OfAt: time.Date(2010, 1, 9, 20, 14, 3, 0, time.UTC), Text: "vertan"},
		lines[16]: {At: at, By: "jpru", ID: "100109-jpru-1", Verb: tasks.Add, Digest: "9a8b7c6d5e", Due: when.Day(2010, 1, 16), Assignees: []tasks.Assignee{{Nick: "jpru"}, {Nick: "sebi", Tentative: true}}, Text: "Kabel bestellen"},
	} {
		got, err := tasks.ParseEvent(line)
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%s: %v\n%s", line, err, diff)
		}
	}
}

func TestParseEventDamaged(t *testing.T) {
	const start = "2010-01-09T21:14:03+01:00 "
	for _, c := range []struct {
		line string
		want tasks.Code
	}{
		{"", tasks.BadInstant},
		{"# a comment", tasks.BadInstant},
		{"09.01.2010 21:14 jpru 100107-2 done", tasks.BadInstant},
		{"2010-01-09T21:14:03+01:00jpru 100107-2 done", tasks.BadInstant},
		{"2010-02-30T21:14:03+01:00 jpru 100107-2 done", tasks.BadInstant},
		{" " + start + "jpru 100107-2 done", tasks.BadInstant},
		{start[:25], tasks.BadName},
		{start, tasks.BadName},
		{start + " jpru 100107-2 done", tasks.BadName},
		{start + "jp%ru 100107-2 done", tasks.BadName},
		{start + "jp%0Aru 100107-2 done", tasks.BadName},
		{start + "jpru", tasks.BadID},
		{start + "jpru #100107-2 done", tasks.BadID},
		{start + "jpru 100107 done", tasks.BadID},
		{start + "jpru 101307-1 done", tasks.BadID},
		{start + "jpru 100107-02 done", tasks.BadID},
		{start + "jpru M100107-1 add 1f2e3d4c5b", tasks.BadID},
		{start + "jpru 100107-2", tasks.BadVerb},
		{start + "jpru 100107-2 ", tasks.BadVerb},
		{start + "jpru 100107-2 Done", tasks.BadVerb},
		{start + "jpru 100107-2 +1", tasks.BadVerb},
		{start + "jpru 100107-2 due", tasks.BadDate},
		{start + "jpru 100107-2 due morgen", tasks.BadDate},
		{start + "jpru 100107-2 due 2010-02-29", tasks.BadDate},
		{start + "jpru 100107-2 add", tasks.BadDigest},
		{start + "jpru 100107-2 add 1F2E3D4C5B", tasks.BadDigest},
		{start + "jpru 100107-2 add 1f2e3d4c5", tasks.BadDigest},
		{start + "jpru 100107-2 add 1f2e3d4c5b due=bald assign=-", tasks.BadDate},
		{start + "jpru 100107-2 add 1f2e3d4c5b due=-", tasks.BadList},
		{start + "jpru 100107-2 add 1f2e3d4c5b due=- jpru Text", tasks.BadList},
		{start + "jpru 100107-2 assign", tasks.BadList},
		{start + "jpru 100107-2 assign a,,b", tasks.BadList},
		{start + "jpru 100107-2 assign a,", tasks.BadList},
		{start + "jpru 100107-2 assign ?", tasks.BadList},
		{start + "jpru 100107-2 assign @", tasks.BadList},
		{start + "jpru 100107-2 assign @@x", tasks.BadList},
		{start + "jpru 100107-2 assign a?b", tasks.BadList},
		{start + "jpru 100107-2 assign a%zz", tasks.BadList},
		{start + "jpru 100107-2 undo", tasks.BadUndo},
		{start + "jpru 100107-2 undo done", tasks.BadUndo},
		{start + "jpru 100107-2 undo done@gestern", tasks.BadUndo},
		{start + "jpru 100107-2 undo done@2010-01-09T21:14:03+01:00x", tasks.BadUndo},
		{start + "jpru 100107-2 done \x00\x00\x00", tasks.BadText},
		{start + "jpru 100107-2 done \x1b[2J", tasks.BadText},
		{start + "jpru 100107-2 done viele Zeichen davor \x7f", tasks.BadText},
		{start + "jpru 100107-2 done l\xe4uft", tasks.BadText},
		{"<<<<<<< HEAD", tasks.Conflict},
		{"=======", tasks.Conflict},
		{">>>>>>> 1f2e3d4", tasks.Conflict},
		{start + "jpru 100107-2 rate 5", tasks.UnknownVerb},
	} {
		e, err := tasks.ParseEvent(c.line)
		var ee *tasks.EventError
		if !errors.As(err, &ee) || ee.Code != c.want {
			t.Errorf("%q: %v, want %s", c.line, err, c.want)
			continue
		}
		if kept := e.ID != ""; kept != (c.want == tasks.UnknownVerb) {
			t.Errorf("%q: the event is %+v", c.line, e)
		}
		if err.Error() == string(c.want) {
			t.Errorf("%s has no message", c.want)
		}
	}
}

// What a caller puts into an event cannot break out of its line.
func TestLineKeepsToItself(t *testing.T) {
	at := time.Date(2010, 1, 9, 21, 14, 3, 0, time.UTC)
	const forged = "\n2010-01-09T21:14:03Z bert 100107-1 drop"
	for _, e := range []tasks.Event{
		{At: at, By: "ulla", ID: "100107-2", Verb: tasks.DoneV, Text: "gut" + forged},
		{At: at, By: "ulla" + forged, ID: "100107-2", Verb: tasks.DoneV},
		{At: at, By: "", ID: "100107-2", Verb: tasks.DoneV},
		{At: at, By: "ulla", ID: "100107-2", Verb: tasks.Assign, Assignees: []tasks.Assignee{{Nick: "x" + forged}, {Nick: "y,z"}, {Nick: "\xff\x1b[2J"}}},
		{At: at, By: "ulla", ID: "100107-2", Verb: tasks.Note, Text: "  \r\n a\x00b\xffc\r"},
	} {
		line := e.Line()
		if strings.ContainsAny(line, "\n\r\x00\x1b") {
			t.Errorf("%q", line)
		}
		got, err := tasks.ParseEvent(line)
		if err != nil || got.ID != e.ID || got.Verb != e.Verb || len(got.Assignees) != len(e.Assignees) {
			t.Errorf("%q: %+v, %v", line, got, err)
		}
	}
}

func TestReadLog(t *testing.T) {
	data := "\ufeff" + lines[0] + "\r\n\n" + "kaputt\n" + strings.Replace(lines[1], "done", "rate", 1) + "\n<<<<<<< HEAD\n" + lines[2] + "\n=======\n>>>>>>> x\n" + lines[1]
	evs, bad := tasks.ReadLog("tasks.log", []byte(data))
	var verbs []string
	for _, e := range evs {
		verbs = append(verbs, string(e.Verb))
	}
	if got := strings.Join(verbs, " "); got != "add rate done done" {
		t.Errorf("events %s", got)
	}
	want := []string{
		"tasks.log:3: the line does not begin with an instant like 2010-01-09T21:14:03+01:00",
		`tasks.log:4: this telko does not know the verb "rate"; the line is kept`,
		"tasks.log:5: the line is a conflict marker that a merge left; delete it",
		"tasks.log:7: the line is a conflict marker that a merge left; delete it",
		"tasks.log:8: the line is a conflict marker that a merge left; delete it",
		"tasks.log:9: the last line has no line end and may have been cut off",
	}
	if diff := cmp.Diff(want, messages(bad)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(want, messages(tasks.ReadStanding([]byte(data)).Errors("tasks.log"))); diff != "" {
		t.Errorf("standing: %s", diff)
	}
	if bad[0].Text != "kaputt" {
		t.Errorf("line %q", bad[0].Text)
	}
	if evs, bad := tasks.ReadLog("tasks.log", nil); len(evs) != 0 || bad != nil {
		t.Errorf("an empty log: %v, %v", evs, bad)
	}
}

// A log cut off anywhere gives the events of its whole lines, and at most one
// more, which is reported.
func TestReadLogCutOff(t *testing.T) {
	data := strings.Join(lines, "\n") + "\n"
	for n := range len(data) {
		whole := strings.Count(data[:n], "\n")
		evs, bad := tasks.ReadLog("tasks.log", []byte(data[:n]))
		clean := n == 0 || data[n-1] == '\n'
		if len(evs) < whole || len(evs) > whole+1 || clean != (len(bad) == 0) {
			t.Fatalf("cut at %d: %d events of %d lines, %v", n, len(evs), whole, bad)
		}
	}
}

func TestAppendLines(t *testing.T) {
	e, _ := tasks.ParseEvent(lines[1])
	for log, want := range map[string]string{
		"":                   lines[1] + "\n",
		lines[0] + "\n":      lines[1] + "\n",
		lines[0]:             "\n" + lines[1] + "\n",
		lines[0] + "\r\n":    lines[1] + "\n",
		"2010-01-09T21:14:0": "\n" + lines[1] + "\n",
	} {
		if got := string(tasks.AppendLines([]byte(log), e)); got != want {
			t.Errorf("behind %q: %q", log, got)
		}
	}
}

func FuzzParseEvent(f *testing.F) {
	for _, line := range lines {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		e, err := tasks.ParseEvent(line)
		var ee *tasks.EventError
		if err != nil && (!errors.As(err, &ee) || ee.Code != tasks.UnknownVerb) {
			return
		}
		once := e.Line()
		if strings.ContainsAny(once, "\r\n") {
			t.Fatalf("%q is written as %q", line, once)
		}
		again, err2 := tasks.ParseEvent(once)
		if (err == nil) != (err2 == nil) {
			t.Fatalf("%q is written as %q: %v, %v", line, once, err, err2)
		}
		if diff := cmp.Diff(e, again); diff != "" {
			t.Fatalf("%q is written as %q:\n%s", line, once, diff)
		}
		if twice := again.Line(); twice != once {
			t.Fatalf("%q, then %q", once, twice)
		}
	})
}

func messages(bad []*tasks.LineError) []string {
	var out []string
	for _, b := range bad {
		out = append(out, b.Error())
	}
	return out
}
