package capture_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/capture"
	"telko/tasks/when"
)

const boatSettings = `id = "boat33"
team = "Hafen"
language = "de"

[series.deck]
title = "Deck-Telko"
page = "Hafen/{date}"
place = "Kajüte"
weekday = "Thursday"
time = "22:00"
`

const boatPeople = `[[person]]
nick = "kaja"
name = "Kaja Steuer"
[[person]]
nick = "lotte"
name = "Lotte Boje"
[[person]]
nick = "piet"
name = "Piet Anker"
[[person]]
nick = "ruth"
name = "Ruth Reling"
guest = true
`

// boat is a workspace whose clock stands at an instant, with these files.
func boat(t *testing.T, at string, files map[string]string) *archive.Workspace {
	t.Helper()
	root := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		writeFile(t, filepath.Join(root, name), text)
	}
	write("telko.toml", boatSettings)
	write("people.toml", boatPeople)
	for name, text := range files {
		write(name, text)
	}
	now := instant(t, at)
	ws, err := archive.Open(root, archive.Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ws.Close() })
	return ws
}

func instant(t *testing.T, at string) time.Time {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	now, err := time.ParseInLocation("2006-01-02T15:04", at, zone)
	if err != nil {
		t.Fatal(err)
	}
	return now
}

// deck is the file of a meeting of the series.
func deck(date, head, body string) map[string]string {
	return map[string]string{
		"minutes/" + date[:4] + "/" + date + "-deck.md": "---\nseries: deck\ndate: " + date + "\n" + head + "---\n\n# Deck-Telko\n" + body,
	}
}

func merged(all ...map[string]string) map[string]string {
	out := map[string]string{}
	for _, m := range all {
		for k, v := range m {
			out[k] = v
		}
	}
	return out
}

// 6 May 2032 is a Thursday.
func TestPlanFor(t *testing.T) {
	for _, c := range []struct {
		name, at    string
		files       map[string]string
		wish        capture.Wish
		id          string
		status      minutes.Status
		sure, shown bool
	}{
		{"on time", "2032-05-06T21:55", nil, capture.Wish{}, "2032-05-06-deck", "", true, false},
		{"past midnight", "2032-05-07T00:10", nil, capture.Wish{}, "2032-05-06-deck", "", true, true},
		{"six hours late", "2032-05-07T04:00", nil, capture.Wish{}, "2032-05-06-deck", "", true, true},
		{"later than that", "2032-05-07T04:01", nil, capture.Wish{}, "2032-05-07-deck", "", false, false},
		{"in the afternoon", "2032-05-06T16:00", nil, capture.Wish{}, "2032-05-06-deck", "", true, false},
		{"another day", "2032-05-04T20:00", nil, capture.Wish{}, "2032-05-04-deck", "", false, false},
		{"a day that is named", "2032-05-04T20:00", nil, capture.Wish{Date: when.Day(2032, 5, 3)}, "2032-05-03-deck", "", true, true},
		{
			"the agenda of a telco that was moved", "2032-05-05T19:40", deck("2032-05-05", "start: 20:00\nstatus: agenda\n", ""),
			capture.Wish{},
			"2032-05-05-deck", minutes.StatusAgenda, true, false,
		},
		{
			"the agenda without a time", "2032-05-07T00:10", deck("2032-05-06", "status: agenda\n", ""),
			capture.Wish{},
			"2032-05-06-deck", minutes.StatusAgenda, true, true,
		},
		{
			"the agenda of another day", "2032-05-04T20:00", deck("2032-05-06", "start: 22:00\nstatus: agenda\n", ""),
			capture.Wish{},
			"2032-05-04-deck", "", false, false,
		},
		{
			"one that goes on", "2032-05-07T03:10", deck("2032-05-06", "start: 22:10\nstatus: live\n", ""),
			capture.Wish{},
			"2032-05-06-deck", minutes.StatusLive, true, true,
		},
		{
			"one that was never ended", "2032-05-13T21:00", deck("2032-05-06", "start: 22:10\nstatus: live\n", ""),
			capture.Wish{},
			"2032-05-13-deck", "", true, false,
		},
		{
			"one that ended just now", "2032-05-07T12:59", deck("2032-05-06", "start: 22:10\nend: 01:00\nstatus: draft\n", ""),
			capture.Wish{},
			"2032-05-06-deck", minutes.StatusDraft, true, true,
		},
		{
			"one that ended long ago", "2032-05-07T13:01", deck("2032-05-06", "start: 22:10\nend: 01:00\nstatus: draft\n", ""),
			capture.Wish{},
			"2032-05-07-deck", "", false, false,
		},
		{
			"one begun past midnight that goes on", "2032-05-07T05:10", deck("2032-05-06", "start: 00:10\nstatus: live\n", ""),
			capture.Wish{},
			"2032-05-06-deck", minutes.StatusLive, true, true,
		},
		{
			"one begun past midnight that ended", "2032-05-07T12:00", deck("2032-05-06", "start: 00:10\nend: 02:00\nstatus: draft\n", ""),
			capture.Wish{},
			"2032-05-06-deck", minutes.StatusDraft, true, true,
		},
		{
			"one of the morning that ended", "2032-05-06T21:00", deck("2032-05-06", "start: 06:00\nend: 07:00\nstatus: draft\n", ""),
			capture.Wish{},
			"2032-05-06-deck-2", "", true, false,
		},
		{
			"a new one", "2032-05-06T23:00", deck("2032-05-06", "start: 20:00\nend: 22:50\nstatus: draft\n", ""),
			capture.Wish{New: true},
			"2032-05-06-deck-2", "", true, false,
		},
		{
			"a second one that day", "2032-05-06T23:00", deck("2032-05-06", "start: 08:00\nend: 09:00\nstatus: final\n", ""),
			capture.Wish{},
			"2032-05-06-deck-2", "", true, false,
		},
		{
			"one that is named", "2032-05-20T12:00", deck("2032-05-06", "start: 22:10\nend: 01:00\nstatus: draft\n", ""),
			capture.Wish{Meeting: "2032-05-06"},
			"2032-05-06-deck", minutes.StatusDraft, true, true,
		},
	} {
		ws := boat(t, c.at, c.files)
		p, err := capture.PlanFor(ws, c.wish, ws.Now())
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if p.Ref.ID != c.id || p.Status != c.status || p.Sure != c.sure || p.Shown != c.shown {
			t.Errorf("%s: got %s %q sure=%v shown=%v", c.name, p.Ref.ID, p.Status, p.Sure, p.Shown)
		}
		if p.Ref.Path != archive.PathOf(c.id) || p.Ref.Series != "deck" || p.Series.Key != "deck" || p.Place != "Kajüte" {
			t.Errorf("%s: got %+v", c.name, p)
		}
	}
}

func TestPlanForWhatIsOver(t *testing.T) {
	ws := boat(t, "2032-05-07T12:00", deck("2032-05-06", "status: approved\n", ""))
	for _, w := range []capture.Wish{{Meeting: "last"}} {
		if p, err := capture.PlanFor(ws, w, ws.Now()); err == nil || !strings.Contains(err.Error(), "approved") {
			t.Errorf("%+v: %+v, %v", w, p, err)
		}
	}
}

func TestPlanForSeries(t *testing.T) {
	files := map[string]string{"telko.toml": boatSettings + "\n[series.werft]\ntitle = \"Werft\"\nid-prefix = \"W\"\nweekday = \"Monday\"\ntime = \"19:00\"\n"}
	for at, want := range map[string]string{"2032-05-06T21:00": "2032-05-06-deck", "2032-05-10T19:30": "2032-05-10-werft", "2032-05-12T12:00": ""} {
		ws := boat(t, at, files)
		p, err := capture.PlanFor(ws, capture.Wish{}, ws.Now())
		if p.Ref.ID != want || errors.Is(err, capture.ErrWhich) != (want == "") {
			t.Errorf("%s: %s, %v", at, p.Ref.ID, err)
		}
		if p, err = capture.PlanFor(ws, capture.Wish{Series: "werft"}, ws.Now()); err != nil || p.Series.Key != "werft" {
			t.Errorf("%s: %s, %v", at, p.Ref.ID, err)
		}
		if _, err = capture.PlanFor(ws, capture.Wish{Series: "kombüse"}, ws.Now()); !errors.Is(err, capture.ErrWhich) {
			t.Errorf("%s: %v", at, err)
		}
	}
}

// Whoever came to one of the last three telcos is expected, in the order of
// the roster; guests are not, nor who was missing without a word.
func TestPlanExpects(t *testing.T) {
	names := func(p capture.Plan) string {
		var out []string
		for _, e := range p.Expected {
			if !e.Expected || e.Here {
				t.Errorf("%+v is not expected", e)
			}
			out = append(out, e.Nick+"/"+e.Name)
		}
		return strings.Join(out, ", ")
	}
	for _, c := range []struct {
		files map[string]string
		want  string
	}{
		{nil, "kaja/Kaja Steuer, lotte/Lotte Boje, piet/Piet Anker"},
		{
			merged(
				deck("2032-04-01", "", "\n## Anwesend\n\n- Piet Anker (piet)\n"),
				deck("2032-04-15", "", "\n## Anwesend\n\n- Otto Ost\n"),
				deck("2032-04-22", "", "\n## Anwesend\n\n- Ruth Reling (ruth) (Gast)\n- Kaja Steuer (kaja)\n"),
				deck("2032-04-29", "", "\n## Anwesend\n\n- Kaja Steuer (kaja)\n\n## Abwesend\n\n- entschuldigt: Lotte Boje (lotte)\n- unentschuldigt: Piet Anker (piet)\n"),
			), "kaja/Kaja Steuer, lotte/Lotte Boje, /Otto Ost",
		},
	} {
		ws := boat(t, "2032-05-06T22:00", c.files)
		p, err := capture.PlanFor(ws, capture.Wish{}, ws.Now())
		if err != nil {
			t.Fatal(err)
		}
		if got := names(p); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}
