package minutes_test

import (
	"strings"
	"testing"

	"telko/minutes"
	"telko/minutes/lang"
)

const movePub = "---\ndate: 2031-03-06\nstart: 22:10\npage: IT/Telko\ndue-days: 5\n---\n\n# T\n\n## Anwesend\n\n- Ole Brinkmann (ole)\n\n" +
	"## Bienen\n\n- Honig\n\n" +
	"## Personal {nichtöffentlich}\n\n- Gehalt\n- [ ] reden (ole) #310306-1\n\n### Urlaub\n\n- im Mai\n\n#### Antrag 1: Zulage #M310306-1\n\nText\n\n" +
	"## Geld\n\n- Kasse\n\n" +
	"## Personal (Fortsetzung)\n\n- Nachtrag\n\n## Schluss\n\n- Ende"

func TestMovePrivate(t *testing.T) {
	ctx := gardenContext(t, lang.German)
	pub, priv, err := minutes.MovePrivate("2031-03-06-x.md", []byte(movePub), nil, "personal", ctx)
	if err != nil {
		t.Fatal(err)
	}
	wantPub := "---\ndate: 2031-03-06\nstart: 22:10\npage: IT/Telko\ndue-days: 5\n---\n\n# T\n\n## Anwesend\n\n- Ole Brinkmann (ole)\n\n" +
		"## Bienen\n\n- Honig\n\n## Nichtöffentlicher Teil\n\n## Geld\n\n- Kasse\n\n## Schluss\n\n- Ende\n"
	if string(pub) != wantPub {
		t.Errorf("public: got %q\nwant %q", pub, wantPub)
	}
	wantPriv := "---\ndate: 2031-03-06\nstart: 22:10\ndue-days: 5\n---\n\n# T\n\n" +
		"## Personal {nichtöffentlich}\n\n- Gehalt\n- [ ] reden (ole) #310306-1\n\n### Urlaub\n\n- im Mai\n\n#### Antrag 1: Zulage #M310306-1\n\nText\n\n" +
		"## Personal (Fortsetzung)\n\n- Nachtrag\n"
	if string(priv) != wantPriv {
		t.Errorf("private: got %q\nwant %q", priv, wantPriv)
	}
	// What was private can be published now; the private file cannot.
	if _, err := minutes.NewPublic(fileOf(t, "2031-03-06-x.md", string(pub), ctx), minutes.PublicOptions{}); err != nil {
		t.Error(err)
	}
	f := fileOf(t, "2031-03-06-x.private.md", string(priv), ctx)
	if _, err := minutes.NewPublic(f, minutes.PublicOptions{}); err == nil {
		t.Error("the private file is public")
	}
	if len(f.Meeting.Tasks) != 1 || f.Meeting.Tasks[0].Due.String() != "2031-03-11" || len(f.Meeting.Motions) != 1 {
		t.Errorf("private: %+v", f.Meeting)
	}

	// A second topic goes behind the first, under another neutral heading.
	pub, priv, err = minutes.MovePrivate("2031-03-06-x.md", pub, priv, "Geld", ctx)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(pub), "## Nichtöffentlicher Teil\n\n## Nichtöffentlicher Teil 2\n\n## Schluss") {
		t.Errorf("public: %q", pub)
	}
	if want := wantPriv + "\n## Geld\n\n- Kasse\n"; string(priv) != want {
		t.Errorf("private: %q", priv)
	}
}

func TestMovePrivateMotion(t *testing.T) {
	for _, word := range []string{"M310306-1", "#M310306-1", "Zulage"} {
		pub, priv, err := minutes.MovePrivate("2031-03-06-x.md", []byte(movePub), nil, word, minutes.Context{})
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(pub), "Zulage") || !strings.Contains(string(pub), "#### Nichtöffentlicher Teil\n\n## Geld") || !strings.HasSuffix(string(priv), "\n#### Antrag 1: Zulage #M310306-1\n\nText\n") {
			t.Errorf("%s: %q\n%q", word, pub, priv)
		}
	}
}

func TestMovePrivateRefuses(t *testing.T) {
	twice := "---\ndate: 2031-03-06\n---\n\n## A\n\n### Stand\n\n- x\n\n## B\n\n### Stand\n\n- y\n"
	for _, c := range []struct{ name, src, priv, topic, want string }{
		{"x.md", movePub, "", "Honig", "no topic"},
		{"x.md", movePub, "", "Anwesend", "no topic"},
		{"x.md", movePub, "", "", "no topic"},
		{"x.md", twice, "", "Stand", "lines 7, 13"},
		{"x.private.md", movePub, "", "Geld", "private already"},
		{"x.md", movePub, "---\nbroken", "Geld", "x.private.md:"},
	} {
		pub, priv, err := minutes.MovePrivate(c.name, []byte(c.src), []byte(c.priv), c.topic, minutes.Context{})
		if err == nil || !strings.Contains(err.Error(), c.want) || pub != nil || priv != nil {
			t.Errorf("%s, %q: %v", c.name, c.topic, err)
		}
	}
}

func TestMovePrivateKeepsLineEnds(t *testing.T) {
	src := strings.ReplaceAll(movePub, "\n", "\r\n")
	pub, priv, err := minutes.MovePrivate("2031-03-06-x.md", []byte(src), nil, "Geld", minutes.Context{})
	if err != nil {
		t.Fatal(err)
	}
	for _, out := range [][]byte{pub, priv} {
		if s := string(out); strings.Count(s, "\r\n") != strings.Count(s, "\n") {
			t.Errorf("mixed line ends: %q", s)
		}
	}
}
