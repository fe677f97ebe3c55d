package when_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"telko/tasks/when"
)

// thursday is the day of most meetings in these tests: 7 January 2010, in ISO
// week 1.
var thursday = when.Date{Year: 2010, Month: time.January, Day: 7}

func TestRead(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		// Dates of the calendar.
		{"2010-01-20", "2010-01-20"},
		{"20.01.2010", "2010-01-20"},
		{"20.1.2010", "2010-01-20"},
		{"20. 1. 2010", "2010-01-20"},
		{"1.2.10", "2010-02-01"},
		{"20.01.", "2010-01-20"},
		{"7.1.", "2010-01-07"},
		{"6.1.", "2011-01-06"},
		{"29.2.", "2012-02-29"},
		{"20/1/2010", "2010-01-20"},
		{"1/20/2010", "2010-01-20"},
		{"3/3/2010", "2010-03-03"},
		{"20. Januar", "2010-01-20"},
		{"20. Jan.", "2010-01-20"},
		{"3. März 2011", "2011-03-03"},
		{"3. Ma\u0308rz 2011", "2011-03-03"},
		{"January 20", "2010-01-20"},
		{"Jan 20th, 2011", "2011-01-20"},
		{"20th of January", "2010-01-20"},
		{"the 1st of May", "2010-05-01"},
		{"am 20.01.", "2010-01-20"},
		{"bis zum 20.01.", "2010-01-20"},
		{"  by\t20 January  ", "2010-01-20"},
		// Days near by.
		{"heute", "2010-01-07"},
		{"Morgen", "2010-01-08"},
		{"übermorgen", "2010-01-09"},
		{"ÜBERMORGEN", "2010-01-09"},
		{"u\u0308bermorgen", "2010-01-09"},
		{"today", "2010-01-07"},
		{"tomorrow", "2010-01-08"},
		{"day after tomorrow", "2010-01-09"},
		{"the day after tomorrow", "2010-01-09"},
		{"+7", "2010-01-14"},
		{"+0", "2010-01-07"},
		{"+3d", "2010-01-10"},
		{"+3t", "2010-01-10"},
		{"+2w", "2010-01-21"},
		{"+1m", "2010-02-07"},
		{"+2 Wochen", "2010-01-21"},
		{"in 2 Wochen", "2010-01-21"},
		{"in einer Woche", "2010-01-14"},
		{"in zehn Tagen", "2010-01-17"},
		{"in a week", "2010-01-14"},
		{"in 14 days", "2010-01-21"},
		{"in einem Monat", "2010-02-07"},
		// Weekdays: the first such day after that of the meeting.
		{"Freitag", "2010-01-08"},
		{"Donnerstag", "2010-01-14"},
		{"Fr.", "2010-01-08"},
		{"so", "2010-01-10"},
		{"diesen Sonntag", "2010-01-10"},
		{"am Sonntag", "2010-01-10"},
		{"on sunday", "2010-01-10"},
		{"this sat", "2010-01-09"},
		{"Sonnabend", "2010-01-09"},
		{"kommenden Montag", "2010-01-11"},
		{"nächsten Montag", "2010-01-11"},
		{"naechsten Donnerstag", "2010-01-14"},
		{"next thursday", "2010-01-14"},
		{"Freitag nächster Woche", "2010-01-15"},
		{"nächste Woche Freitag", "2010-01-15"},
		{"friday next week", "2010-01-15"},
		{"friday this week", "2010-01-08"},
		{"Fr 15.01.", "2010-01-15"},
		{"Freitag, den 15.01.2010", "2010-01-15"},
		{"Friday, January 15", "2010-01-15"},
		// Stretches of days: their last.
		{"KW 3", "2010-01-24"},
		{"kw3", "2010-01-24"},
		{"3. KW", "2010-01-24"},
		{"in KW 3", "2010-01-24"},
		{"KW 1", "2010-01-10"},
		{"KW 53", "2016-01-03"},
		{"KW53/2009", "2010-01-03"},
		{"week 3 2011", "2011-01-23"},
		{"diese Woche", "2010-01-10"},
		{"next week", "2010-01-17"},
		{"Ende nächster Woche", "2010-01-17"},
		{"end of the week 3", "2010-01-24"},
		{"Ende Januar", "2010-01-31"},
		{"end of january", "2010-01-31"},
		{"Ende Februar 2012", "2012-02-29"},
		{"Ende Dezember", "2010-12-31"},
		{"Mitte Februar", "2010-02-15"},
		{"Monatsende", "2010-01-31"},
		{"Ende des Monats", "2010-01-31"},
		{"end of the month", "2010-01-31"},
		{"Ende nächsten Monats", "2010-02-28"},
		{"Ende des Jahres", "2010-12-31"},
		{"end of 2011", "2011-12-31"},
	} {
		got, err := when.Read(c.in, thursday)
		if err != nil || got.String() != c.want {
			t.Errorf("Read(%q) = %v, %v; want %s", c.in, got, err, c.want)
		}
	}
}

func TestReadEndOfPastMonth(t *testing.T) {
	from := when.Day(2010, time.March, 30)
	for in, want := range map[string]string{
		"Ende Februar": "2011-02-28",
		"Ende März":    "2010-03-31",
		"+1m":          "2010-04-30",
		"28.02.":       "2011-02-28",
	} {
		got, err := when.Read(in, from)
		if err != nil || got.String() != want {
			t.Errorf("Read(%q) = %v, %v; want %s", in, got, err, want)
		}
	}
}

func TestReadKeepsTextThatIsNoDate(t *testing.T) {
	for _, in := range []string{
		"", " ", "bis", "2010", "20", "20.", "20.01", "5", "+", "-7", "+x", "+1000", "2010-02-30", "31.02.2010", "31.4.",
		"30.02.", "0.1.2010", "1.13.2010", "20.01.2010 oder so", "20.01.2010 20.01.2010", "2010-1-20", "2010-01-20T10:00",
		"Version 2.0", "1.2.3.4", "192.168.0.1", "20.01.20100", "20-01-2010", "1.2.010",
		"bald", "asap", "Montag oder Dienstag", "Montags", "montag abend", "nächste Telko", "ende", "ende gut", "Ende der Fahnenstange",
		"Januar", "KW", "KW 0", "KW 54", "KW 53/2010", "week", "woche 3 tage", "in Wochen", "in 2", "in 2 Jahren", "2 Wochen",
		"z. B. managed Hosting", "Raum 267121", "#100107-2", "40/50/2010", "1/2/10", "Mitte 2010", "Mitte des Monats",
		"Freitag nächster Monat", "vor 2 Wochen", "20. Foo", "Januar 40", "20th 20th", "0000-00-00", "0001-01-01 ",
		"\x00", "\xff", "über", strings.Repeat("x ", 1000),
	} {
		got, err := when.Read(in, thursday)
		var no *when.NotDateError
		if !errors.As(err, &no) {
			t.Errorf("Read(%q) = %v, %v; want a NotDateError", in, got, err)
		} else if no.Text != in {
			t.Errorf("Read(%q): the error holds %q", in, no.Text)
		}
	}
}

func TestReadReportsDoubt(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"nächsten Freitag", "2010-01-08 2010-01-15"},
		{"next sunday", "2010-01-10 2010-01-17"},
		{"1/2/2010", "2010-01-02 2010-02-01"},
		{"Mo 15.01.", "2010-01-11 2010-01-15"},
		{"Friday, January 7, 2010", "2010-01-07 2010-01-08"},
	} {
		got, err := when.Read(c.in, thursday)
		var doubt *when.AmbiguousError
		if !errors.As(err, &doubt) {
			t.Errorf("Read(%q) = %v, %v; want an AmbiguousError", c.in, got, err)
			continue
		}
		var choices []string
		for _, d := range doubt.Choices {
			choices = append(choices, d.String())
		}
		if s := strings.Join(choices, " "); s != c.want {
			t.Errorf("Read(%q) could be %s; want %s", c.in, s, c.want)
		}
	}
}

// Every day's own forms lead back to it.
func TestReadOwnForms(t *testing.T) {
	from := when.Day(2009, time.December, 28)
	for i := range 800 {
		d := from.AddDays(i)
		for _, s := range []string{
			d.String(), d.German(), d.Weekday().String() + " " + d.German(),
			d.Month.String() + " " + d.String()[8:] + " " + d.String()[:4],
		} {
			if got, err := when.Read(s, from); err != nil || got != d {
				t.Fatalf("Read(%q) = %v, %v; want %v", s, got, err, d)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"20.01.2010", "nächsten Freitag", "in 2 Wochen", "KW 3/2010", "end of january", "Fr, 15.01.", "1/2/2010", "+2w"} {
		f.Add(s, 2010, 1, 7)
	}
	f.Fuzz(func(t *testing.T, s string, y, m, d int) {
		if y < 1900 || y > 2200 || m < 1 || m > 12 || d < 1 || d > 28 {
			t.Skip()
		}
		from := when.Day(y, time.Month(m), d)
		got, err := when.Read(s, from)
		if err != nil {
			var doubt *when.AmbiguousError
			if errors.As(err, &doubt) && (len(doubt.Choices) < 2 || !doubt.Choices[0].Before(doubt.Choices[1])) {
				t.Errorf("Read(%q) is in doubt about %v", s, doubt.Choices)
			}
			return
		}
		if got != when.Day(got.Year, got.Month, got.Day) {
			t.Errorf("Read(%q) = %v, which no calendar has", s, got)
		}
		again, err := when.Read(got.String(), from)
		if err != nil || again != got {
			t.Errorf("Read(%q) = %v, but that reads as %v, %v", s, got, again, err)
		}
	})
}

// "Nächste Telko" is for a calendar that knows of telcos; all else it reads as
// Read does.
func TestCalendarKnowsTelcos(t *testing.T) {
	var asked string
	cal := when.Calendar{From: thursday, Telco: func(name string, from when.Date) []when.Date {
		asked = name
		switch name {
		case "telko", "meeting":
			return []when.Date{from.AddDays(7)}
		case "plenum":
			return []when.Date{from.AddDays(1), from.AddDays(7)}
		}
		return nil
	}}
	for in, want := range map[string]string{
		"nächste Telko": "2010-01-14", "zur nächsten Telko": "2010-01-14", "bis zur na\u0308chsten Telko": "2010-01-14",
		"bis zum nächsten Meeting": "2010-01-14", "by the next meeting": "2010-01-14", "next meeting": "2010-01-14",
		"vor der nächsten Telko": "2010-01-14",
		"nächsten Montag":        "2010-01-11", "freitag": "2010-01-08",
	} {
		if got, err := cal.Read(in); err != nil || got.String() != want {
			t.Errorf("%q = %s, %v; want %s", in, got, err, want)
		}
	}
	var many *when.AmbiguousError
	if _, err := cal.Read("nächstes Plenum"); !errors.As(err, &many) || many.Text != "nächstes Plenum" || len(many.Choices) != 2 {
		t.Errorf("a telco that could be on two days: %v", err)
	}
	var none *when.NotDateError
	for _, in := range []string{"nächster Bus", "telko", "nächste", "letzte Telko", "nächste Telko vielleicht"} {
		if d, err := cal.Read(in); !errors.As(err, &none) {
			t.Errorf("%q = %s, %v", in, d, err)
		}
	}
	if _, err := (when.Calendar{From: thursday}).Read("nächste Telko"); !errors.As(err, &none) {
		t.Errorf("without telcos: %v", err)
	}
	// Series have names of several words.
	if _, _ = cal.Read("nächstes Kleines Plenum"); asked != "kleines plenum" {
		t.Errorf("asked for %q", asked)
	}
}
