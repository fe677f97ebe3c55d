package minutes_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"telko/minutes"
	"telko/minutes/lang"
)

func TestFind(t *testing.T) {
	p := crew(t)
	for word, want := range map[string]string{
		"kaja": "kaja", "KAJA": "kaja", " kaja ": "kaja", "Kaja Steuer": "kaja", "kaja  STEUER": "kaja", "Benny": "Bente", "bente": "Bente",
		"mu\u0308ller": "müller", "MÜLLER": "müller", "jo müller": "müller", "Max Mast": "max_m", "MAX_M": "max_m",
	} {
		if who, ok := p.Find(word); !ok || who.Nick != want {
			t.Errorf("Find(%q) = %q, %v, want %q", word, who.Nick, ok, want)
		}
	}
	for _, word := range []string{"", " ", "kaj", "steuer", "muller", "kaja?"} {
		if who, ok := p.Find(word); ok {
			t.Errorf("Find(%q) = %q", word, who.Nick)
		}
	}
}

func TestNobodyIsKnownWithoutRoster(t *testing.T) {
	var p *minutes.People
	if _, ok := p.Find("kaja"); ok || p.All() != nil || p.Groups() != nil || p.Members("a") != nil || p.Nearest("kaja") != nil {
		t.Error("a nil roster knows somebody")
	}
	if _, ok := p.Group("werft"); ok {
		t.Error("a nil roster knows a group")
	}
}

func TestGroups(t *testing.T) {
	p, err := minutes.NewPeople([]minutes.Person{
		{Nick: "a", Groups: []string{"Werft", "kombüse"}}, {Nick: "b", Groups: []string{"werft"}}, {Nick: "c"},
	})
	if err != nil {
		t.Fatal(err)
	}
	if name, ok := p.Group("WERFT"); !ok || name != "Werft" {
		t.Errorf("%q, %v", name, ok)
	}
	if diff := cmp.Diff([]string{"Werft", "kombüse"}, p.Groups()); diff != "" {
		t.Error(diff)
	}
	if m := p.Members("werft"); len(m) != 2 || m[0].Nick != "a" || m[1].Nick != "b" {
		t.Errorf("%v", m)
	}
	p.All()[0].Nick = "z"
	if p.All()[0].Nick != "a" {
		t.Error("All gives away the roster itself")
	}
}

func TestNearest(t *testing.T) {
	p := crew(t)
	for word, want := range map[string]string{"kajja": "kaja", "kjaa": "kaja", "Ben": "Bente", "muller": "müller", "steuer": "kaja", "mast": "max_m"} {
		if got := p.Nearest(word); len(got) == 0 || got[0] != want || len(got) > 3 {
			t.Errorf("Nearest(%q) = %v, want %s first", word, got, want)
		}
	}
	for _, word := range []string{"", "xyzxyz", "Großsegel"} {
		if got := p.Nearest(word); got != nil {
			t.Errorf("Nearest(%q) = %v", word, got)
		}
	}
}

func TestRosterThatCannotBe(t *testing.T) {
	for name, ps := range map[string][]minutes.Person{
		"same nick":        {{Nick: "kaja", Line: 1}, {Nick: "KAJA", Line: 7}},
		"alias is a nick":  {{Nick: "kaja", Line: 1}, {Nick: "b", Aliases: []string{"Kaja"}, Line: 7}},
		"same name":        {{Nick: "a", Name: "Kaja Steuer", Line: 1}, {Nick: "b", Name: "kaja  steuer", Line: 7}},
		"no nick":          {{Nick: "a"}, {Name: "Kaja Steuer", Line: 7}},
		"nick with a gap":  {{Nick: "ka ja", Line: 7}},
		"nick and bracket": {{Nick: "kaja(1)", Line: 7}},
		"nick in doubt":    {{Nick: "kaja?", Line: 7}},
		"nicks in a row":   {{Nick: "kaja,b", Line: 7}},
	} {
		_, err := minutes.NewPeople(ps)
		var pe *minutes.PersonError
		if !errors.As(err, &pe) || pe.Line != 7 || lang.HintOf(err, lang.German) == "" || lang.Say(err, lang.German) == lang.Say(err, lang.English) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := minutes.NewPeople([]minutes.Person{{Nick: "kaja", Name: "Kaja", Aliases: []string{"KAJA"}}}); err != nil {
		t.Errorf("one person may have one name twice: %v", err)
	}
}
