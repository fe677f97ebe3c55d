package archive

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"telko/minutes/lang"
	"telko/tasks/when"
)

const fullSettings = `id = "k7q2m4"
team = "Werkstatt"
language = "en"                 # a comment
timezone = "Europe/Vienna"
due-days = 14

[series.werk-telko]
title = "Werk-Telko"
page = "Werk/Protokolle/{date} - Telko"
place = "Raum 4711#"
weekday = "Donnerstag"
time = "22:00"

[series.laden]
title = "Laden"
page = "Laden/{date}"
id-prefix = "LA"

[wiki]
api = "https://wiki.example.org/api.php"
index-page = "Werk/Protokolle"
tasks-page = "Werk/Aufgaben"
motions-page = "Werk/Anträge"
log-page = "Werk/Aufgaben/Log"
names = "nick"
categories = ["Werk-Protokoll", "Protokoll"]
`

func TestReadSettings(t *testing.T) {
	got, err := ReadSettings("telko.toml", []byte(fullSettings))
	if err != nil {
		t.Fatal(err)
	}
	want := Settings{
		ID: "k7q2m4", Team: "Werkstatt", Lang: lang.English, TimeZone: "Europe/Vienna", DueDays: 14,
		Series: []Series{
			{Key: "werk-telko", Title: "Werk-Telko", Page: "Werk/Protokolle/{date} - Telko", Place: "Raum 4711#", Weekday: time.Thursday, Regular: true, Time: when.ClockAt(22, 0)},
			{Key: "laden", Title: "Laden", Page: "Laden/{date}", IDPrefix: "LA"},
		},
		Wiki: WikiSettings{
			API: "https://wiki.example.org/api.php", IndexPage: "Werk/Protokolle", TasksPage: "Werk/Aufgaben",
			MotionsPage: "Werk/Anträge", LogPage: "Werk/Aufgaben/Log", NamesAsNick: true,
			Categories: []string{"Werk-Protokoll", "Protokoll"},
		},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestSettingsDefaults(t *testing.T) {
	got, err := ReadSettings("telko.toml", []byte(`id = "a1"`))
	if err != nil {
		t.Fatal(err)
	}
	want := DefaultSettings()
	want.ID = "a1"
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestSettingsErrors(t *testing.T) {
	const keys = "id, team, language, timezone, due-days, series, wiki"
	const form = "allowed are a-z, 0-9 and dashes between them, at most 64 characters"
	for _, c := range []struct{ name, text, message, hint string }{
		{"unknown key", "id = \"a\"\ntema = \"x\"\n", `telko.toml:2: unknown key "tema"`, "allowed here: " + keys},
		{"unknown key of a series", "id = \"a\"\n[series.x]\ntitel = \"x\"\n", `telko.toml:3: unknown key "series.x.titel"`, "allowed here: title, page, place, weekday, time, id-prefix, quorum"},
		{"unknown table", "id = \"a\"\n\n[wikis]\napi = \"x\"\n", `telko.toml:3: unknown key "wikis"`, "allowed here: " + keys},
		{"a command", "id = \"a\"\n[wiki]\npassword-command = [\"sh\"]\n", `telko.toml:3: unknown key "wiki.password-command"`, "allowed here: api, index-page, tasks-page, motions-page, log-page, names, categories, writes"},
		{"an account", "id = \"a\"\n[wiki]\nuser = \"Bot\"\n", `telko.toml:3: unknown key "wiki.user"`, "allowed here: api, index-page, tasks-page, motions-page, log-page, names, categories, writes"},
		{"number for text", "id = \"a\"\nteam = 7\n", `telko.toml:2: "team" must be a text in quotes`, ""},
		{"a key twice", "id = \"a\"\ndue-days = 7\ndue-days = 14\n", `telko.toml:3: "due-days" is here for the second time: one of the two has to go`, ""},
		{"a table twice", "id = \"a\"\n[wiki]\nnames = \"nick\"\n[wiki]\n", `telko.toml:4: "wiki" is here for the second time: one of the two has to go`, ""},
		{"text for number", "id = \"a\"\ndue-days = \"7\"\n", `telko.toml:2: "due-days" must be a whole number`, ""},
		{"text for list", "id = \"a\"\n[wiki]\ncategories = \"x\"\n", `telko.toml:3: "wiki.categories" must be a list of texts like ["a", "b"]`, ""},
		{"no id", "team = \"x\"\n", `telko.toml:1: id is missing`, form},
		{"id leads out", "id = \"../../x\"\n", `telko.toml:1: "../../x" cannot be the name of a file`, form},
		{"language", "id = \"a\"\nlanguage = \"fr\"\n", `telko.toml:2: language cannot be "fr"; allowed: de, en`, ""},
		{"zone", "id = \"a\"\ntimezone = \"Mars\"\n", `telko.toml:2: "Mars" is no time zone`, `allowed is a name like "Europe/Berlin" or "UTC"`},
		{"local zone", "id = \"a\"\ntimezone = \"Local\"\n", `telko.toml:2: "Local" is no time zone`, `allowed is a name like "Europe/Berlin" or "UTC"`},
		{"zone leads out", "id = \"a\"\ntimezone = \"../../etc/passwd\"\n", `telko.toml:2: "../../etc/passwd" is no time zone`, `allowed is a name like "Europe/Berlin" or "UTC"`},
		{"quorum", "id = \"a\"\n[series.a]\nquorum = -1\n", `telko.toml:3: quorum cannot be -1; allowed: 0 to 10000`, ""},
		{"days", "id = \"a\"\ndue-days = -1\n", `telko.toml:2: due-days cannot be -1; allowed: 0 to 366`, ""},
		{"series key", "id = \"a\"\n[series.\"../x\"]\n", `telko.toml:2: "../x" cannot be the name of a file`, form},
		{"pattern", "id = \"a\"\n[series.x]\ntitle = \"x\"\npage = \"Seite\"\n", `telko.toml:4: "Seite" is no pattern for page titles`, "a page title with {date} in the place of the date, without # < > [ ] |"},
		{"weekday", "id = \"a\"\n[series.x]\nweekday = \"Donnertag\"\n", `telko.toml:3: weekday cannot be "Donnertag"; allowed: Monday … Sunday, Montag … Sonntag`, ""},
		{"time", "id = \"a\"\n[series.x]\ntime = \"25:00\"\n", `telko.toml:3: "25:00" is no time of day like 22:00`, ""},
		{"two without prefix", "id = \"a\"\n[series.x]\n[series.y]\n", `telko.toml:3: the series x and y would give out the same ids`, `all series but one need an id-prefix of their own, for example id-prefix = "IT"`},
		{"same prefix", "id = \"a\"\n[series.x]\nid-prefix = \"IT\"\n[series.y]\nid-prefix = \"IT\"\n", `telko.toml:5: the series x and y would give out the same ids`, `all series but one need an id-prefix of their own, for example id-prefix = "IT"`},
		{"account in address", "id = \"a\"\n[wiki]\napi = \"https://u:p@wiki.example.org/api.php\"\n", `telko.toml:3: "https://u:p@wiki.example.org/api.php" is no address of a wiki`, `an address like "https://wiki.example.org/api.php", without a user and without ?`},
		{"file as address", "id = \"a\"\n[wiki]\napi = \"file:///etc/passwd\"\n", `telko.toml:3: "file:///etc/passwd" is no address of a wiki`, `an address like "https://wiki.example.org/api.php", without a user and without ?`},
		{"names", "id = \"a\"\n[wiki]\nnames = \"short\"\n", `telko.toml:3: names cannot be "short"; allowed: full, nick`, ""},
		{"title", "id = \"a\"\n[wiki]\nindex-page = \"A|B\"\n", `telko.toml:3: "A|B" cannot be a page title (not empty, without # < > [ ] | { })`, ""},
		{"same page", "id = \"a\"\n[wiki]\nindex-page = \"A\"\ntasks-page = \"A\"\n", `telko.toml:4: tasks-page and index-page are the same page "A"`, ""},
		{"dotted key", "id = \"a\"\nwiki.names = \"short\"\n", `telko.toml:2: names cannot be "short"; allowed: full, nick`, ""},
		{"inline table", "id = \"a\"\nwiki = { names = \"short\" }\n", `telko.toml:2: names cannot be "short"; allowed: full, nick`, ""},
		{"two lines", "id = \"a\"\nteam = \"a\\nb\"\n", `telko.toml:2: team must be one line without control characters`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ReadSettings("telko.toml", []byte(c.text))
			wantError(t, err, c.message, c.hint)
		})
	}
}

func TestSettingsSyntax(t *testing.T) {
	for name, text := range map[string]string{
		"cut off":   "id = \"a\"\nteam = \"We",
		"no value":  "id = \"a\"\nteam =\n",
		"twice":     "id = \"a\"\nid = \"b\"\n",
		"merge":     "id = \"a\"\n<<<<<<< HEAD\n",
		"binary":    "id = \"a\"\n\x00\x01",
		"not UTF-8": "id = \"a\"\nteam = \"\xff\"\n",
	} {
		_, err := ReadSettings("telko.toml", []byte(text))
		if err == nil {
			t.Errorf("%s: no error", name)
			continue
		}
		if got := err.Error(); len(got) < 13 || got[:13] != "telko.toml:2:" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func FuzzReadSettings(f *testing.F) {
	f.Add([]byte(fullSettings))
	f.Add([]byte("[[series]]\nx=1\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		s, err := ReadSettings("telko.toml", src)
		if err != nil {
			return
		}
		// What telko accepts it can write, and read again as the same.
		again, err := ReadSettings("telko.toml", settingsText(s))
		if err != nil {
			t.Fatalf("%v\n%s", err, settingsText(s))
		}
		if d := cmp.Diff(s, again, cmp.Comparer(func(a, b []string) bool { return len(a) == len(b) })); d != "" {
			t.Fatal(d)
		}
	})
}
