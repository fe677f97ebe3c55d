package archive

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"telko/minutes"
)

func TestReadPeople(t *testing.T) {
	people, err := ReadPeople("people.toml", []byte(`# Wer dabei ist
[[person]]
nick = "mia"
name = "Mia Muster"
aliases = ["mmuster", "Mia M."]
groups = ["orga"]
wiki = "Mia"
email = "mia@example.org"

[[person]]
nick = "ole"
guest = true
`))
	if err != nil {
		t.Fatal(err)
	}
	want := []minutes.Person{
		{Nick: "mia", Name: "Mia Muster", Aliases: []string{"mmuster", "Mia M."}, Groups: []string{"orga"}, Wiki: "Mia", Email: "mia@example.org", Line: 2},
		{Nick: "ole", Guest: true, Line: 10},
	}
	if d := cmp.Diff(want, people.All()); d != "" {
		t.Error(d)
	}
	if p, ok := people.Find("MMUSTER"); !ok || p.Nick != "mia" {
		t.Errorf("MMUSTER: %v, %v", p, ok)
	}
}

func TestPeopleErrors(t *testing.T) {
	const badNick = " cannot be a nick or a group: no spaces and none of ( ) [ ] , ; ? # | :"
	for _, c := range []struct{ name, text, message, hint string }{
		{"unknown key", "[[person]]\nnick = \"a\"\nmail = \"x\"\n", `people.toml:3: unknown key "person.mail"`, "allowed here: nick, name, aliases, guest, groups, wiki, email, no-reminders"},
		{"unknown table", "[people]\n", `people.toml:1: unknown key "people"`, "allowed here: person"},
		{"one table", "[person]\nnick = \"a\"\nname = 3\n", `people.toml:3: "person.name" must be a text in quotes`, ""},
		{"no nick", "[[person]]\nnick = \"a\"\n\n[[person]]\nname = \"x\"\n", `people.toml:4: nick is missing`, ""},
		{"nick of two words", "[[person]]\nnick = \"a b\"\n", `people.toml:2: "a b"` + badNick, ""},
		{"nick with a mark", "[[person]]\nnick = \"a?\"\n", `people.toml:2: "a?"` + badNick, ""},
		{"group", "[[person]]\nnick = \"a\"\ngroups = [\"x,y\"]\n", `people.toml:3: "x,y"` + badNick, ""},
		{"guest", "[[person]]\nnick = \"a\"\nguest = \"no\"\n", `people.toml:3: "person.guest" must be true or false`, ""},
		{"e-mail", "[[person]]\nnick = \"a\"\nemail = \"a at example\"\n", `people.toml:3: this is no e-mail address`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ReadPeople("people.toml", []byte(c.text))
			wantError(t, err, c.message, c.hint)
		})
	}
}

// Two people of one name are told apart by nobody: the second one's line.
func TestPeopleTwice(t *testing.T) {
	_, err := ReadPeople("people.toml", []byte("[[person]]\nnick = \"mia\"\n\n[[person]]\nnick = \"MIA\"\n"))
	if err == nil || err.Error()[:14] != "people.toml:4:" {
		t.Errorf("got %v", err)
	}
}
