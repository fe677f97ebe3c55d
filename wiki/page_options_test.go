package wiki

import (
	"testing"

	"telko/minutes/archive"
	"telko/minutes/lang"
)

// A page links to the telcos before and after it in its series, as far as they
// were held; also that of a telco that has no file yet.
func TestPageOptionsFor(t *testing.T) {
	root := t.TempDir()
	if err := archive.Init(root, archive.InitOptions{Settings: archive.Settings{
		Team: "Garten", Lang: lang.German, TimeZone: "Europe/Berlin",
		Series: []archive.Series{
			{Key: "beet", Title: "Beet-Telko", Page: "Beet/{date}"},
			{Key: "zaun", Title: "Zaun-Telko", Page: "Zaun/{date}", IDPrefix: "Z"},
		},
	}}); err != nil {
		t.Fatal(err)
	}
	ws, err := archive.Open(root, archive.Options{Now: when2031})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range []struct{ id, series, day, status string }{
		{"2031-01-02-beet", "beet", "2031-01-02", "final"},
		{"2031-01-09-beet", "beet", "2031-01-09", "final"},
		{"2031-01-12-zaun", "zaun", "2031-01-12", "final"},
		{"2031-01-23-beet", "beet", "2031-01-23", "draft"},
		{"2031-01-30-beet", "beet", "2031-01-30", "agenda"},
	} {
		src := "---\nseries: " + m.series + "\ndate: " + m.day + "\nstart: 20:00\nstatus: " + m.status + "\n---\n\n## Beete\n\n- umgegraben\n"
		if _, err := ws.Create(m.id, []byte(src)); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct{ id, before, after string }{
		{"2031-01-02-beet", "", "Beet/2031-01-09"},
		{"2031-01-09-beet", "Beet/2031-01-02", "Beet/2031-01-23"},
		{"2031-01-16-beet", "Beet/2031-01-09", "Beet/2031-01-23"}, // not there
		{"2031-01-23-beet", "Beet/2031-01-09", ""},
		{"2031-02-06-beet", "", ""}, // after an agenda
	} {
		o, err := PageOptionsFor(ws, archive.Ref{ID: tt.id, Series: "beet"})
		if err != nil || o.Before != tt.before || o.After != tt.after {
			t.Errorf("%s: %q and %q, want %q and %q (%v)", tt.id, o.Before, o.After, tt.before, tt.after, err)
		}
	}
}
