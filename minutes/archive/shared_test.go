package archive

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"telko/minutes"
)

func sharedFrom(t *testing.T, settings, people string) string {
	t.Helper()
	root := t.TempDir()
	for name, text := range map[string]string{SettingsFile: settings, PeopleFile: people} {
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	w, err := Open(root, Options{Now: noon})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	return string(w.SharedSettings())
}

const sharedRoster = `[[person]]
nick = "mia"
name = "Mia Muster"
aliases = ["mimi", "Frau Muster", "mia@work.example"]
groups = ["orga"]
wiki = "MiaM"
email = "mia@home.example"
no-reminders = true

[[person]]
nick = "bo"
guest = true
`

const sharedToml = `id = "k7q2m4"
team = "Werk"
language = "en"
[series.werk-telko]
title = "Werk"
page = "Werk/{date}"
place = "room 7, ask mia@work.example"
weekday = "Thursday"
time = "20:00"
[wiki]
api = "https://wiki.example.org/api.php"
index-page = "Werk"
log-page = "Werk/Log"
`

func TestSharedSettings(t *testing.T) {
	for names, person := range map[string]minutes.Person{
		"full": {Nick: "mia", Name: "Mia Muster", Aliases: []string{"mimi", "Frau Muster"}, Groups: []string{"orga"}, Wiki: "MiaM"},
		"nick": {Nick: "mia", Aliases: []string{"mimi"}, Groups: []string{"orga"}},
	} {
		text := sharedFrom(t, sharedToml+"names = \""+names+"\"\n", sharedRoster)
		for _, never := range []string{"@", "example", "api", "k7q2m4", "no-reminders"} {
			if strings.Contains(text, never) {
				t.Errorf("names = %s: %q is in\n%s", names, never, text)
			}
		}
		s, people, err := ReadShared("x", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]minutes.Person{person, {Nick: "bo", Guest: true}}, people); diff != "" {
			t.Errorf("names = %s: %s", names, diff)
		}
		if s.ID != "" || s.Wiki.API != "" || s.Team != "Werk" || s.Lang.Code() != "en" || len(s.Series) != 1 || s.Series[0].Page != "Werk/{date}" ||
			s.Series[0].Place != "" || s.Wiki.LogPage != "Werk/Log" || s.Wiki.NamesAsNick != (names == "nick") {
			t.Errorf("%+v", s)
		}
	}
}

// Every key of the settings is shared, or there is a reason why it is not.
func TestSharedKeys(t *testing.T) {
	text := sharedFrom(t, `id = "k7q2m4"
team = "Werk"
language = "en"
timezone = "Europe/London"
due-days = 9
[series.werk-telko]
title = "Werk"
page = "Werk/{date}"
place = "room 7"
weekday = "Thursday"
time = "20:00"
id-prefix = "W"
quorum = 3
[wiki]
api = "https://wiki.example.org/api.php"
index-page = "Werk"
tasks-page = "Werk/Tasks"
motions-page = "Werk/Motions"
log-page = "Werk/Log"
names = "nick"
categories = ["Werk"]
`, sharedRoster)
	for _, v := range []any{settingsTOML{}, seriesTOML{}, wikiTOML{}} {
		for f := range reflect.TypeOf(v).Fields() {
			switch key := f.Tag.Get("toml"); key {
			case "series", "wiki": // tables
			case "id", "api", "writes": // this machine's own
			default:
				if !strings.Contains(text, "\n"+key+" = ") {
					t.Errorf("%q is not shared:\n%s", key, text)
				}
			}
		}
	}
	s, _, err := ReadShared("x", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if v := s.Series[0]; v.Quorum != 3 || v.IDPrefix != "W" || v.Place != "room 7" || s.DueDays != 9 || s.TimeZone != "Europe/London" || s.Wiki.MotionsPage != "Werk/Motions" {
		t.Errorf("%+v", s)
	}
}

// Where nicks stand for names, no text of the settings has one, nor does an alias
// tell what the nick does not.
func TestSharedSettingsHaveNicks(t *testing.T) {
	settings := strings.NewReplacer(`team = "Werk"`, `team = "Werk von Mia Muster"`, `title = "Werk"`, `title = "Telko bei Mia Muster"`,
		"room 7, ask mia@work.example", "bei Mia Muster", "index-page", "names = \"nick\"\nindex-page").Replace(sharedToml)
	roster := strings.Replace(sharedRoster, `"Frau Muster"`, `"Frau Muster", "Mia", "muster", "MiaMuster", "Frau-Muster"`, 1)
	text := sharedFrom(t, settings, roster)
	if strings.Contains(strings.ToLower(text), "muster") {
		t.Errorf("a name is shared:\n%s", text)
	}
	s, people, err := ReadShared("x", []byte(text))
	if err != nil || s.Team != "Werk von mia" || s.Series[0].Title != "Telko bei mia" || s.Series[0].Place != "bei mia" {
		t.Errorf("%v %+v", err, s)
	}
	if got := strings.Join(people[0].Aliases, " "); got != "mimi Mia" {
		t.Errorf("aliases: %s", got)
	}
	full := sharedFrom(t, strings.Replace(settings, `"nick"`, `"full"`, 1), roster)
	if !strings.Contains(full, "Telko bei Mia Muster") || !strings.Contains(full, "Frau-Muster") {
		t.Errorf("full:\n%s", full)
	}
}

// What somebody writes on the wiki names no account, no address and no path,
// and what it may say is checked.
func TestReadSharedHostile(t *testing.T) {
	s, people, err := ReadShared("x", []byte(`id = "../../x"
team = "Werk"
api = "https://evil.example"
password-command = ["rm", "-rf", "/"]
[wiki]
api = "https://evil.example/api.php"
writes = "all"
log-page = "Werk/Log"
[[person]]
nick = "mia"
email = "mia@evil.example"
name = "mia@evil.example"
`))
	if err != nil {
		t.Fatal(err)
	}
	if s.ID != "" || s.Wiki.API != "" || s.Wiki.LogOnly || len(people) != 1 || people[0].Email+people[0].Name != "" {
		t.Errorf("%+v %+v", s, people)
	}
	for _, bad := range []string{
		"team = [", "team = 7", "timezone = \"Mars\"", "due-days = 4000", "[series.\"../x\"]", "[wiki]\nlog-page = \"a|b\"",
		"[[person]]\nnick = \"a b\"", "[[person]]\nname = \"x\"", "[[person]]\nnick = \"a\"\n[[person]]\nnick = \"a\"", "[series.x]\npage = \"no date\"",
		"team = \"a\\nb\"", "[wiki]\nnames = \"none\"",
	} {
		if _, _, err := ReadShared("x", []byte(bad)); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}
