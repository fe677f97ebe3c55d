package tasks_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"telko/tasks"
	"telko/tasks/when"
)

// promised returns the tasks of a meeting on 7 January 2010, due a week later.
func promised(texts ...string) []tasks.Task {
	day := when.Day(2010, time.January, 7)
	var ts []tasks.Task
	for i, text := range texts {
		text, ticked := strings.CutPrefix(text, "[x] ")
		state := tasks.Open
		if ticked {
			state = tasks.Done
		}
		ts = append(ts, tasks.Task{
			ID: tasks.MeetingID("", day, i+1), Text: text, State: state,
			Assignees: []tasks.Assignee{{Nick: "ulla"}}, Due: day.AddDays(7),
			Meeting: "2010-01-07-runde", MeetingDate: day, Line: 10 + i,
		})
	}
	return ts
}

// became writes tasks down: id, state, due, assignees, text, and marks.
func became(ts []tasks.Task) string {
	var b strings.Builder
	for _, t := range ts {
		b.WriteString(string(t.ID) + " " + string(t.State) + " " + t.Due.String())
		for i, a := range t.Assignees {
			b.WriteString([]string{" ", ","}[min(i, 1)] + a.String())
		}
		b.WriteString(" " + t.Text)
		if t.Extended > 0 {
			b.WriteString(strings.Repeat("+", t.Extended))
		}
		if t.Orphan {
			b.WriteString(" orphan")
		}
		if t.Private {
			b.WriteString(" private")
		}
		b.WriteString("\n")
	}
	return b.String()
}

func problems(ps []tasks.Problem) string {
	var b strings.Builder
	for _, p := range ps {
		b.WriteString(string(p.ID) + " " + string(p.Code) + "\n")
	}
	return b.String()
}

// The rules of the fold, one test each. The lines are cut short: "8 ulla 1
// done" is what ulla did to the first task on 8 January at noon, "8:30" half an
// hour later.
var rules = []struct {
	rule     string
	minutes  []string
	log      string
	want     string
	problems string
}{
	{
		rule:    "minutes alone: text, assignees, due date, and [x] as done",
		minutes: []string{"Kabel kaufen", "[x] Server taufen"},
		want:    "1 open 2010-01-14 ulla Kabel kaufen\n2 done 2010-01-14 ulla Server taufen\n",
	},
	{
		rule:    "the log overrides state, due date and assignees",
		minutes: []string{"Kabel kaufen"},
		log:     "7 telko 1 add 0123456789\n8 ulla 1 due 2010-01-21\n9 ulla 1 assign bert?,@technik\n10 ulla 1 wait auf Post",
		want:    "1 waiting 2010-01-21 bert?,technik Kabel kaufen+\n",
	},
	{
		rule:     "the log does not override the text",
		minutes:  []string{"Kabel kaufen"},
		log:      "7 telko 1 add 0123456789\n8 ulla 1 text Kabel stehlen",
		want:     "1 open 2010-01-14 ulla Kabel kaufen\n",
		problems: "1 in minutes\n",
	},
	{
		rule:    "by instant: the order of the lines is of no matter",
		minutes: []string{"Kabel kaufen"},
		log:     "9 ulla 1 reopen\n8 ulla 1 done\n7 telko 1 add 0123456789",
		want:    "1 open 2010-01-14 ulla Kabel kaufen\n",
	},
	{
		rule:    "by instant, whatever the zone it is written in",
		minutes: []string{"Kabel kaufen"},
		log:     "7 telko 1 add 0123456789\n2010-01-08T12:30:00+01:00 ulla 1 done\n2010-01-08T11:45:00Z ulla 1 reopen",
		want:    "1 open 2010-01-14 ulla Kabel kaufen\n",
	},
	{
		rule:    "then by bytes: bert's line is before ulla's",
		minutes: []string{"Kabel kaufen"},
		log:     "7 telko 1 add 0123456789\n8 ulla 1 due 2010-02-02\n8 bert 1 due 2010-01-30",
		want:    "1 open 2010-02-02 ulla Kabel kaufen++\n",
	},
	{
		rule:    "identical lines once",
		minutes: []string{"Kabel kaufen"},
		log:     "7 telko 1 add 0123456789\n8 ulla 1 done\n9 ulla 1 undo done@8\n7 telko 1 add 0123456789\n9 ulla 1 undo done@8\n8 ulla 1 done",
		want:    "1 open 2010-01-14 ulla Kabel kaufen\n",
	},
	{
		rule:     "only reopen leaves done",
		minutes:  []string{"Kabel kaufen", "[x] Server taufen"},
		log:      "7 telko 1 add 0123456789\n8 ulla 1 done\n9 ulla 1 resume\n9:30 ulla 1 wait\n10 ulla 1 drop\n11 ulla 1 done\n7 telko 2 add 0123456789\n8 ulla 2 wait\n9 ulla 2 reopen",
		want:     "1 done 2010-01-14 ulla Kabel kaufen\n2 open 2010-01-14 ulla Server taufen\n",
		problems: "1 not open\n1 not open\n1 not open\n2 not open\n",
	},
	{
		rule:     "only reopen leaves dropped",
		minutes:  []string{"Kabel kaufen", "Server taufen"},
		log:      "7 telko 1 add 0123456789\n8 ulla 1 drop\n9 ulla 1 done\n7 telko 2 add 0123456789\n8 ulla 2 drop\n9 ulla 2 reopen\n10 ulla 2 done",
		want:     "1 dropped 2010-01-14 ulla Kabel kaufen\n2 done 2010-01-14 ulla Server taufen\n",
		problems: "1 not open\n",
	},
	{
		rule:    "wait and resume",
		minutes: []string{"Kabel kaufen", "Server taufen"},
		log:     "7 telko 1 add 0123456789\n8 ulla 1 wait\n7 telko 2 add 0123456789\n8 ulla 2 wait\n9 ulla 2 resume",
		want:    "1 waiting 2010-01-14 ulla Kabel kaufen\n2 open 2010-01-14 ulla Server taufen\n",
	},
	{
		rule:    "undo takes back what it names",
		minutes: []string{"Kabel kaufen", "Server taufen", "Strom zählen"},
		log: "7 telko 1 add 0123456789\n8 ulla 1 done\n9 bert 1 undo done@8\n" +
			"7 telko 2 add 0123456789\n8 ulla 2 due 2010-02-02\n9 ulla 2 due 2010-03-03\n10 ulla 2 undo due@9\n" +
			"7 telko 3 add 0123456789\n8 ulla 3 assign bert\n9 ulla 3 undo assign@8",
		want: "1 open 2010-01-14 ulla Kabel kaufen\n2 open 2010-02-02 ulla Server taufen+\n3 open 2010-01-14 ulla Strom zählen\n",
	},
	{
		rule:    "undo after undo goes on with the event before",
		minutes: []string{"Kabel kaufen"},
		log:     "7 telko 1 add 0123456789\n8 ulla 1 wait\n9 ulla 1 done\n10 ulla 1 undo done@9\n11 ulla 1 undo wait@8",
		want:    "1 open 2010-01-14 ulla Kabel kaufen\n",
	},
	{
		rule:     "undo is refused if something followed",
		minutes:  []string{"Kabel kaufen"},
		log:      "7 telko 1 add 0123456789\n8 ulla 1 done\n9 bert 1 note danke\n10 ulla 1 undo done@8",
		want:     "1 done 2010-01-14 ulla Kabel kaufen\n",
		problems: "1 not last\n",
	},
	{
		rule:     "undo is refused if an event of a newer telko followed",
		minutes:  []string{"Kabel kaufen"},
		log:      "7 telko 1 add 0123456789\n8 ulla 1 done\n9 bert 1 rate 5\n10 ulla 1 undo done@8",
		want:     "1 done 2010-01-14 ulla Kabel kaufen\n",
		problems: "1 not last\n",
	},
	{
		rule:     "undo does not take back an add",
		minutes:  []string{"Kabel kaufen"},
		log:      "7 telko 1 add 0123456789\n8 ulla 1 undo add@7",
		want:     "1 open 2010-01-14 ulla Kabel kaufen\n",
		problems: "1 not last\n",
	},
	{
		rule:     "no event may precede its add",
		minutes:  []string{"Kabel kaufen", "Server taufen"},
		log:      "7 ulla 1 done\n8 telko 1 add 0123456789\n8 ulla 2 done",
		want:     "1 done 2010-01-14 ulla Kabel kaufen\n2 done 2010-01-14 ulla Server taufen\n",
		problems: "1 before add\n2 no add\n",
	},
	{
		rule:     "unknown verbs change nothing",
		minutes:  []string{"Kabel kaufen"},
		log:      "7 telko 1 add 0123456789\n8 ulla 1 rate 5 sehr gut",
		want:     "1 open 2010-01-14 ulla Kabel kaufen\n",
		problems: "",
	},
	{
		rule: "a task between meetings is what its add says, and its text may change",
		log:  "9 ulla 100109-ulla-1 add 0123456789 due=2010-01-16 assign=ulla,bert? Stecker  löten\n10 ulla 100109-ulla-1 text Stecker löten\n9 ulla 100109-ulla-2 add 0123456789 due=- assign=- Licht",
		want: "100109-ulla-1 open 2010-01-16 ulla,bert? Stecker löten\n100109-ulla-2 open  Licht\n",
	},
	{
		rule:     "orphans are listed after all others",
		minutes:  []string{"Kabel kaufen"},
		log:      "7 telko 3 add 0123456789\n8 ulla 3 done\n7 telko 2 add 0123456789\n9 ulla 100109-ulla-2 done\n9 ulla 100109-ulla-1 add 0123456789 due=- assign=- Licht",
		want:     "1 open 2010-01-14 ulla Kabel kaufen\n100109-ulla-1 open  Licht\n2 open   orphan\n3 done   orphan\n100109-ulla-2 done   orphan\n",
		problems: "100109-ulla-2 no add\n",
	},
	{
		rule:     "one id with two texts: the earlier add counts",
		log:      "10 ulla 100109-ulla-1 add 1123456789 due=- assign=- Licht\n9 ulla 100109-ulla-1 add 0123456789 due=- assign=- Kabel\n9:30 ulla 100109-ulla-1 add 0123456789 due=2010-05-05 assign=- Kabel",
		want:     "100109-ulla-1 open  Kabel\n",
		problems: "100109-ulla-1 two texts\n",
	},
	{
		rule:    "extended counts only later dates",
		minutes: []string{"Kabel kaufen"},
		log:     "7 telko 1 add 0123456789\n8 ulla 1 due 2010-01-13\n9 ulla 1 due 2010-01-20\n10 ulla 1 due 2010-01-20\n11 ulla 1 due 2010-01-27",
		want:    "1 open 2010-01-27 ulla Kabel kaufen++\n",
	},
}

// long writes the short lines of the rules out.
func long(lines string) string {
	var b strings.Builder
	for line := range strings.Lines(lines) {
		w := strings.Split(strings.TrimSuffix(line, "\n"), " ")
		w[0] = instant(w[0])
		if len(w[2]) == 1 {
			w[2] = "100107-" + w[2]
		}
		for i := range w {
			if verb, at, ok := strings.Cut(w[i], "@"); ok && w[3] == "undo" {
				w[i] = verb + "@" + instant(at)
			}
		}
		b.WriteString(strings.Join(w, " ") + "\n")
	}
	return b.String()
}

func instant(short string) string {
	if len(short) > 5 {
		return short
	}
	day, minute, ok := strings.Cut(short, ":")
	if !ok {
		minute = "00"
	}
	if len(day) == 1 {
		day = "0" + day
	}
	return "2010-01-" + day + "T12:" + minute + ":00+01:00"
}

// short is the inverse of long for ids.
func short(s string) string { return strings.ReplaceAll(s, "100107-", "") }

func events(t testing.TB, lines string) []tasks.Event {
	evs, _ := tasks.ReadLog("tasks.log", []byte(long(lines)))
	if n := strings.Count(lines, "\n"); len(evs) < n {
		t.Fatalf("%d events in %d lines", len(evs), n)
	}
	return evs
}

func TestFold(t *testing.T) {
	for _, r := range rules {
		t.Run(r.rule, func(t *testing.T) {
			got, ps := tasks.Fold(promised(r.minutes...), events(t, r.log))
			if diff := cmp.Diff(r.want, short(became(got))); diff != "" {
				t.Errorf("tasks (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(r.problems, short(problems(ps))); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}

// Standing gives what Fold does.
func TestStanding(t *testing.T) {
	for _, r := range rules {
		t.Run(r.rule, func(t *testing.T) {
			if diff := cmp.Diff(r.want, short(became(stand(promised(r.minutes...), []byte(long(r.log)))))); diff != "" {
				t.Errorf("tasks (-want +got):\n%s", diff)
			}
		})
	}
}

// stand folds through a Standing.
func stand(ts []tasks.Task, logs ...[]byte) []tasks.Task {
	s := tasks.ReadStanding(logs...)
	for i := range ts {
		s.Apply(&ts[i])
	}
	return append(ts, s.Rest(false)...)
}

func TestStandingClosed(t *testing.T) {
	s := tasks.ReadStanding([]byte(long("8 ulla 1 done\n8 ulla 2 drop\n8 ulla 3 wait\n8 ulla 4 reopen\n8 ulla 5 due 2010-01-09\n8 ulla 6 done\n9 ulla 6 undo done@8\n8 ulla 7 note hm\n")))
	got := ""
	for n := range 8 {
		id := []byte("100107-" + string(rune('1'+n)))
		for _, checked := range []bool{false, true} {
			if s.Closed(id, checked) {
				got += "c"
			} else {
				got += "o"
			}
		}
		got += " "
	}
	if want := "cc cc oc oo oc oc oc oc "; got != want {
		t.Errorf("closed: %s; want %s", got, want)
	}
	if rest := s.Rest(false); len(rest) != 0 {
		t.Errorf("rest after all were asked for: %v", rest)
	}
	if rest := tasks.ReadStanding([]byte(long("7 telko 1 add 0123456789\n8 ulla 1 done\n7 telko 2 add 0123456789"))).Rest(true); len(rest) != 1 {
		t.Errorf("open rest: %v", rest)
	}
}

func TestFoldKeepsHistory(t *testing.T) {
	evs := events(t, "8 ulla 1 done\n9 ulla 1 undo done@8\n7 telko 1 add 0123456789\n10 ulla 1 rate 5\n8 ulla 1 done")
	got, _ := tasks.Fold(promised("Kabel kaufen"), evs)
	var verbs []string
	for _, e := range got[0].History {
		verbs = append(verbs, string(e.Verb))
	}
	if s := strings.Join(verbs, " "); s != "add done undo rate" {
		t.Errorf("history: %s", s)
	}
}

func TestFoldLeavesItsArguments(t *testing.T) {
	ts := promised("Kabel kaufen")
	evs := events(t, "9 ulla 1 due 2010-02-02\n8 ulla 1 done\n7 telko 1 add 0123456789\n")
	was, line := became(ts), evs[0].Line()
	tasks.Fold(ts, evs)
	if became(ts) != was || evs[0].Line() != line {
		t.Errorf("Fold changed its arguments")
	}
}

func TestFoldTwoTasksWithOneID(t *testing.T) {
	ts := promised("Kabel kaufen", "Kabel kaufen")
	ts[1].ID, ts[1].Meeting = ts[0].ID, "2010-01-07-kopie"
	got, ps := tasks.Fold(ts, events(t, "7 telko 1 add 0123456789\n8 ulla 1 done"))
	if got[0].State != tasks.Done || got[1].State != tasks.Done || got[1].Meeting != "2010-01-07-kopie" || got[1].Line != 11 {
		t.Errorf("got %+v", got)
	}
	if problems(ps) != "100107-1 two tasks\n" {
		t.Errorf("problems %v", ps)
	}
}

func TestFoldLeavesLinesWithoutID(t *testing.T) {
	ts := promised("Kabel kaufen", "Server taufen")
	ts[0].ID, ts[1].ID = "", ""
	if got, ps := tasks.Fold(ts, nil); len(got) != 2 || got[0].Text != "Kabel kaufen" || got[1].Text != "Server taufen" || ps != nil {
		t.Errorf("got %v, %v", got, ps)
	}
}

func TestFoldPrivate(t *testing.T) {
	evs := events(t, "9 ulla 100109-ulla-1 add 0123456789 due=- assign=- Licht\n9 ulla 100109-ulla-2 add 0123456789 due=- assign=- Gehalt")
	evs[1].Private = true
	got, _ := tasks.Fold(nil, evs)
	if want := "100109-ulla-1 open  Licht\n100109-ulla-2 open  Gehalt private\n"; became(got) != want {
		t.Errorf("got %s", became(got))
	}
	lines := strings.SplitAfter(long("9 ulla 100109-ulla-1 add 0123456789 due=- assign=- Licht\n9 ulla 100109-ulla-2 add 0123456789 due=- assign=- Gehalt"), "\n")
	if s := became(stand(nil, []byte(lines[0]), []byte(lines[1]))); s != became(got) {
		t.Errorf("standing: %s", s)
	}
}

func TestOverdue(t *testing.T) {
	today := when.Day(2010, time.January, 14)
	for _, c := range []struct {
		state tasks.State
		due   when.Date
		want  bool
	}{
		{tasks.Open, today, false},
		{tasks.Open, today.AddDays(-1), true},
		{tasks.Waiting, today.AddDays(-1), true},
		{tasks.Done, today.AddDays(-1), false},
		{tasks.Dropped, today.AddDays(-1), false},
		{tasks.Open, when.Date{}, false},
	} {
		task := tasks.Task{State: c.state, Due: c.due}
		if got := task.Overdue(today); got != c.want {
			t.Errorf("%s, due %s: overdue %t", c.state, c.due, got)
		}
	}
}

// Extend counts from today if the task is overdue.
func TestExtendFrom(t *testing.T) {
	today := when.Day(2010, time.January, 14)
	for due, want := range map[when.Date]when.Date{
		today.AddDays(-3): today, today: today, today.AddDays(3): today.AddDays(3), {}: today,
	} {
		task := tasks.Task{State: tasks.Open, Due: due}
		if got := task.ExtendFrom(today); got != want {
			t.Errorf("due %s: from %s, want %s", due, got, want)
		}
	}
}
