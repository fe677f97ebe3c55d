package minutes_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks/when"
)

func TestFrontMatter(t *testing.T) {
	src := "---\nseries: deck\ndate: 2032-05-06\nstart: 22:20\nend: 01:10\nplace: Kajüte, Raum #267121\nkeeper: kaja\nstatus: final\n" +
		"due-days: 14\ntimezone: Europe/Oslo\nwetter: no: #1 ist 22:20\n\n---\n# Titel\n\n- [ ] a\n"
	ctx := minutes.Context{DueDays: 3, TimeZone: "Asia/Tokyo", Page: func(s string, d when.Date) string { return s + "/" + d.String() }}
	f, err := minutes.Parse("a/b/2032-05-06-deck.md", []byte(src), ctx)
	if err != nil {
		t.Fatal(err)
	}
	sameTasks(t, f, ctx)
	m := f.Meeting
	got := []string{m.ID, m.Series, m.Title, m.Date.String(), m.Start.String(), m.End.String(), m.Place, m.Keeper, string(m.Status), fmt.Sprint(m.DueDays), m.TimeZone, m.Page}
	want := []string{
		"2032-05-06-deck", "deck", "Titel", "2032-05-06", "2032-05-06T22:20", "2032-05-07T01:10", "Kajüte, Raum #267121", "kaja",
		"final", "14", "Europe/Oslo", "deck/2032-05-06",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if m.Tasks[0].Due != when.Day(2032, 5, 20) {
		t.Errorf("the file's own due-days must count: %s", m.Tasks[0].Due)
	}
	if v, ok := f.Front().Get("WETTER"); !ok || v != "no: #1 ist 22:20" {
		t.Errorf("unknown keys are kept: %q", v)
	}
	if codes(f) != "" {
		t.Errorf("problems %q", codes(f))
	}
}

// A telco that began after midnight names the day in front of the time.
func TestStartWithItsDay(t *testing.T) {
	const src = "---\ndate: 2032-05-06\nstart: 2032-05-07 00:10\nend: 02:00\n---\n\n# Deck\n"
	f, err := minutes.Parse("2032-05-06-deck.md", []byte(src), minutes.Context{})
	if err != nil {
		t.Fatal(err)
	}
	m := f.Meeting
	if got := m.Start.String() + " " + m.End.String(); got != "2032-05-07T00:10 2032-05-07T02:00" {
		t.Errorf("from and to: %s", got)
	}
	out, err := minutes.Format("2032-05-06-deck.md", []byte(src), minutes.Context{})
	if err != nil || string(out) != src {
		t.Errorf("%v\n%s", err, out)
	}
	composed := minutes.Compose(m, nil, lang.English)
	if !strings.Contains(string(composed), "\nstart: 2032-05-07 00:10\nend: 02:00\n") {
		t.Errorf("%s", composed)
	}
}

func TestFrontMatterLeavesOutWhatIsNotKnown(t *testing.T) {
	f, err := minutes.Parse("2032-05-06-deck-2.private.md", []byte("---\nstart:\nend: 01:10\nfoo\nplace: a\nplace: b\n---\n"), minutes.Context{})
	if err != nil {
		t.Fatal(err)
	}
	m := f.Meeting
	if m.ID != "2032-05-06-deck-2" || !m.Private || m.Date.String() != "2032-05-06" || !m.Start.IsZero() || m.End.String() != "2032-05-06T01:10" ||
		m.Status != minutes.StatusDraft || m.DueDays != minutes.DefaultDueDays || m.Place != "a" {
		t.Errorf("%+v", m)
	}
	if got := codes(f); got != "4:unread-line 6:duplicate-key" {
		t.Errorf("problems %q", got)
	}
}

func TestBrokenFilesNameFileLineAndWhatToDo(t *testing.T) {
	for name, tt := range map[string]struct {
		src  string
		line int
	}{
		"not closed":           {"---\ndate: 2032-05-06\n", 1},
		"not closed, heading":  {"---\ndate: 2032-05-06\n\n# Titel\n\n---\n", 4},
		"bad date":             {"---\nseries: deck\ndate: 2032-02-30\n---\n", 3},
		"German date":          {"---\ndate: 06.05.2032\n---\n", 2},
		"another year's start": {"---\ndate: 2032-05-06\nstart: 2031-05-06 22:20\n---\n", 3},
		"a start without time": {"---\ndate: 2032-05-06\nstart: 2032-05-07\n---\n", 3},
		"bad time":             {"---\ndate: 2032-05-06\nstart: 25:00\n---\n", 3},
		"bad end":              {"---\ndate: 2032-05-06\nend: später\n---\n", 3},
		"bad status":           {"---\ndate: 2032-05-06\nstatus: fertig\n---\n", 3},
		"bad days":             {"---\ndate: 2032-05-06\ndue-days: -1\n---\n", 3},
		"bad id day":           {"---\ndate: 2032-05-06\nid-day: gestern\n---\n", 3},
		"NUL":                  {"---\ndate: 2032-05-06\n---\na\n\x00\n", 5},
		"not UTF-8":            {"---\ndate: 2032-05-06\n---\nä\n\xe4\n", 5},
		"no date":              {"# Titel\n", 1},
	} {
		file := "minutes/2032/2032-05-06-deck.md"
		if name == "no date" {
			file = "notes.md"
		}
		_, err := minutes.Parse(file, []byte(tt.src), minutes.Context{})
		var le *minutes.LineError
		if !errors.As(err, &le) || le.File != file || le.Line != tt.line {
			t.Errorf("%s: %v, want line %d", name, err, tt.line)
			continue
		}
		for _, l := range []lang.Lang{lang.German, lang.English} {
			if lang.HintOf(err, l) == "" || !strings.HasPrefix(lang.Say(err, l), fmt.Sprintf("%s:%d: ", file, tt.line)) {
				t.Errorf("%s: %q, hint %q", name, lang.Say(err, l), lang.HintOf(err, l))
			}
		}
		if _, quick := minutes.ReadTasks(file, []byte(tt.src), minutes.Context{}); quick == nil || quick.Error() != err.Error() {
			t.Errorf("%s: ReadTasks says %v, Parse %v", name, quick, err)
		}
	}
}
