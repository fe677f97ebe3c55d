package capture

import (
	"testing"

	"telko/minutes/lang"
	"telko/tasks/when"
)

// Who comes while the roll is called was there from the start; later comings
// have their time.
func TestRollCall(t *testing.T) {
	day := when.Day(2032, 5, 6)
	for _, c := range []struct {
		h, m  int
		topic EntryID
		start when.Clock
		want  string
	}{
		{22, 10, "", when.ClockAt(22, 20), ""},
		{22, 21, "", when.ClockAt(22, 20), ""},
		{22, 50, "", when.ClockAt(22, 20), ""},
		{22, 51, "", when.ClockAt(22, 20), "22:51"},
		{22, 25, "t1", when.ClockAt(22, 20), ""},
		{22, 26, "t1", when.ClockAt(22, 20), "22:26"},
		{22, 26, "t1", 0, ""},
	} {
		g := deck(lang.German)
		g.v.Topic = c.topic
		g.v.Start = when.Moment{Date: day, Clock: c.start}
		g.now = when.Moment{Date: day, Clock: when.ClockAt(c.h, c.m)}
		r := g.read("+jördis")
		if r.Act != ActCome || len(r.People) != 1 || r.People[0].From.String() != c.want {
			t.Errorf("%+v: %s", c, dumpReading(r, lang.German))
		}
		// Who was there and left is back at this time, whenever that is.
		if r := g.read("+bente"); r.People[0].From != g.now.Clock {
			t.Errorf("%+v: %s", c, dumpReading(r, lang.German))
		}
	}
}

// A heading of the attendance is none of a topic, as long as the file would
// read it as that.
func TestRollHeadings(t *testing.T) {
	for _, title := range []string{"Anwesend", "Gäste", "Absent", "entschuldigt", "Ort"} {
		g := deck(lang.German)
		g.v.Topics, g.v.Topic = nil, ""
		if r := g.read("# " + title); r.Err == nil {
			t.Errorf("%s: %s", title, dumpReading(r, lang.German))
		}
		if r := deck(lang.German).read("# " + title); r.Err != nil || r.Act != ActTopic {
			t.Errorf("%s, later: %s", title, dumpReading(r, lang.German))
		}
	}
}

// The day of a task counts from the telco's, also behind midnight.
func TestDaysAfterMidnight(t *testing.T) {
	g := deck(lang.German)
	g.now = when.Moment{Date: when.Day(2032, 5, 7), Clock: when.ClockAt(0, 10)}
	if r := g.read("! Fock flicken (kaja) morgen"); r.Due != when.Day(2032, 5, 7) {
		t.Errorf("morgen is %v", r.Due)
	}
	if r := g.read("+ole 23:50"); r.People[0].From != when.ClockAt(23, 50) || len(r.Warnings) > 0 {
		t.Error(dumpReading(r, lang.German))
	}
}

// Pages of several lines that are pasted into the line are one note, or the
// passage that they begin.
func TestPastedLines(t *testing.T) {
	for typed, want := range map[string]Act{
		"# Segel\nund mehr":           ActNote,
		"+kaja\n+lotte":               ActNote,
		"/ende\nund weiter":           ActNote,
		"/antwort nein\nganz und gar": ActPassage,
		"\n\n! Fock flicken\n":        ActTask,
		"\n \n":                       ActNothing,
	} {
		if r := deck(lang.German).read(typed); r.Act != want {
			t.Errorf("%q: %s", typed, dumpReading(r, lang.German))
		}
	}
}
