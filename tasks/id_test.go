package tasks_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"telko/tasks"
	"telko/tasks/when"
)

func TestParseID(t *testing.T) {
	for _, c := range []struct {
		in, prefix, day, nick string
		number                int
	}{
		{"100107-2", "", "2010-01-07", "", 2},
		{"#100107-2", "", "2010-01-07", "", 2},
		{"IT-100107-12", "IT", "2010-01-07", "", 12},
		{"100109-jpru-1", "", "2010-01-09", "jpru", 1},
		{"b2b-120229-Jürg_x-999999", "b2b", "2012-02-29", "Jürg_x", 999999},
		{"100107-100108-1", "", "2010-01-07", "100108", 1},
	} {
		id, err := tasks.ParseID(c.in)
		if err != nil || id.Prefix() != c.prefix || id.Day().String() != c.day || id.Nick() != c.nick || id.Number() != c.number {
			t.Errorf("%s: %q %v %q %d, %v", c.in, id.Prefix(), id.Day(), id.Nick(), id.Number(), err)
		}
		if got := strings.Join(id.Components(), "-"); got != strings.TrimPrefix(c.in, "#") || got != string(id) {
			t.Errorf("%s: components %s", c.in, got)
		}
	}
	for _, in := range []string{
		"", "#", "2", "100107", "100107-", "-2", "100107-0", "100107-02", "100107-2-", "100107--2", "100107-2-3-4", "101301-1", "100230-1", "110229-1",
		"1001071-1", "10107-1", "##100107-2", "100107-2 ", "M100107-1", "2IT-100107-1", "IT-100107", "-100107-1", "ÄT-100107-1", "100107-j.p-1", "100107-1234567", "267121",
		"IT-IT-100107-1", "100107-\xff-1",
	} {
		if id, err := tasks.ParseID(in); err == nil {
			t.Errorf("%q is the id %s", in, id)
		} else if e := new(tasks.IDError); !errors.As(err, &e) || e.Text != in {
			t.Errorf("%q: %v", in, err)
		}
	}
	if id := tasks.ID("nonsense"); !id.Day().IsZero() || id.Number() != 0 || id.Nick() != "" {
		t.Error("nonsense has parts")
	}
}

func TestMakeID(t *testing.T) {
	day := when.Day(2010, time.January, 9)
	for want, got := range map[string]tasks.ID{
		"100109-2":         tasks.MeetingID("", day, 2),
		"IT-100109-10":     tasks.MeetingID("IT", day, 10),
		"100109-jpru-1":    tasks.PersonalID("", day, "jpru", 1),
		"IT-100109-jpru-1": tasks.PersonalID("IT", day, "jpru", 1),
		"100109-j_p_-1":    tasks.PersonalID("", day, "j.p-", 1),
		"100109-_-1":       tasks.PersonalID("", day, "", 1),
	} {
		if string(got) != want {
			t.Errorf("got %s, want %s", got, want)
		}
		if _, err := tasks.ParseID(want); err != nil {
			t.Error(err)
		}
	}
}

func TestIDCompare(t *testing.T) {
	want := []tasks.ID{"091231-1", "100107-2", "100107-10", "100107-jpru-1", "100107-sebi-1", "IT-100107-1", "100108-1"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, tasks.ID.Compare)
	if !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

func TestFindID(t *testing.T) {
	for text, want := range map[string]string{
		"siehe #100107-2.":                  "#100107-2",
		"#100107-2 und #IT-100107-jpru-12)": "#100107-2 #IT-100107-jpru-12",
		"(#100107-2)":                       "#100107-2",
		"*#100107-2*":                       "#100107-2",
		"#100107-2-":                        "#100107-2",
		"_#100107-2_":                       "",
		"Raum #267121":                      "",
		"#100107-2a x#100107-2 ##100107-2 &#100107-2 #M100107-1 #100107-0": "",
		"# #":                     "",
		"für#100107-2 #100107-3ö": "",
	} {
		var got []string
		for from := 0; ; {
			id, start, end, ok := tasks.FindID(text, from)
			if !ok {
				break
			}
			if text[start:end] != "#"+string(id) {
				t.Fatalf("%q: %s at %q", text, id, text[start:end])
			}
			got = append(got, text[start:end])
			from = end
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %s; want %s", text, s, want)
		}
	}
}

func TestDigest(t *testing.T) {
	const want = "5d5a643aa7"
	for _, s := range []string{"Kabel für Köln", " Kabel  für\tKöln\n", "Kabel fu\u0308r Ko\u0308ln"} {
		if got := tasks.Digest(s); got != want {
			t.Errorf("%q: %s", s, got)
		}
	}
	for _, s := range []string{"", "kabel für Köln", "Kabel fürKöln"} {
		if got := tasks.Digest(s); got == want || len(got) != 10 {
			t.Errorf("%q: %s", s, got)
		}
	}
}
