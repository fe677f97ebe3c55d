package minutes_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks/when"
)

func TestMotionDetails(t *testing.T) {
	m, f := motion(t, strings.Join([]string{
		"### Antrag 1: Anker #M320506-1", // 9
		"",
		"**Antragsteller:** Otto Ost (Lotse)",
		"**Antragstellerin:** Ute Süd, Segelmacherin",
		"**Gerichtet an:** Hafenrat",
		"**Eingegangen am:** 29.04.2032.",
		"**Quelle:** https://example.org/a",
		"**Link:** [Pad](https://example.org/b)",
		"**Konkurriert mit:** #M320506-2 und #M320506-3",
		"**Ersetzt:** #M310101-1.",
		"**Umgesetzt:** 01.05.2032, am Steg",
		"",
		"Ein Anker.",
		"",
		"> **Empfehlung der Werft (21:00):** annehmen",
		"",
		"**Quelle:**",
	}, "\n")+"\n")
	if m.Addressee != "Hafenrat" || m.Received != when.Day(2032, 4, 29) || m.Source != "https://example.org/a, [Pad](https://example.org/b)" {
		t.Errorf("%q, %v, %q", m.Addressee, m.Received, m.Source)
	}
	if d := cmp.Diff([]motions.Petitioner{{Name: "Ute Süd", Role: "Segelmacherin"}}, m.Others); d != "" || m.Petitioner != "Otto Ost" || m.Role != "Lotse" {
		t.Error(m.Petitioner, d)
	}
	links := []motions.Link{{Relation: motions.Competes, ID: "M320506-2"}, {Relation: motions.Competes, ID: "M320506-3"}, {Relation: motions.Supersedes, ID: "M310101-1"}}
	if d := cmp.Diff(links, m.Links); d != "" {
		t.Error(d)
	}
	if !m.Realised || m.RealisedOn != when.Day(2032, 5, 1) || m.RealisedAt != "am Steg" {
		t.Errorf("%v %v %q", m.Realised, m.RealisedOn, m.RealisedAt)
	}
	if d := cmp.Diff([]string{"text 21-21: Ein Anker.", "comment by Werft at 21:00 23-23: annehmen", "text 25-25: **Quelle:**"}, passages(m)); d != "" {
		t.Error(d) // a label with nothing behind it is text
	}
	if !m.Parts[1].Advice || m.Parts[0].Advice {
		t.Error("the recommendation is not known for one")
	}
	if got := codes(f); got != "" {
		t.Errorf("problems %q", got)
	}
}

// TestMotionDetailsComeBack: what is composed is read again.
func TestMotionDetailsComeBack(t *testing.T) {
	for _, l := range []lang.Lang{lang.German, lang.English} {
		mo := motions.Motion{
			Number: 2, Title: "Anker", Petitioner: "Otto Ost", Role: "Lotse", Others: []motions.Petitioner{{Name: "Ute Süd", Role: "x"}, {Name: "Nele"}},
			Addressee: "Hafenrat", Source: "https://example.org/a", Received: when.Day(2032, 4, 29), Realised: true, RealisedOn: when.Day(2032, 5, 7), RealisedAt: "https://example.org/b",
			Links: []motions.Link{{Relation: motions.Competes, ID: "M320506-2"}, {Relation: motions.SupersededBy, ID: "M320506-3"}, {Relation: motions.SettledBy, ID: "M320506-4"}},
			Parts: []motions.Passage{{Kind: motions.TextPart, Text: "Ein Anker."}, {Kind: motions.Comment, Advice: true, Text: "ja"}, {Kind: motions.VotePart, Vote: &motions.Vote{For: 3, Invalid: 1}}},
		}
		text := minutes.ComposeMotion(mo, 3, l)
		got, _ := motion(t, text)
		if again := minutes.ComposeMotion(*got, 3, l); again != text {
			t.Errorf("%s\nbecame\n%s", text, again)
		}
		if got.Parts[len(got.Parts)-1].Vote.Invalid != 1 || !got.Parts[1].Advice {
			t.Errorf("%+v", got.Parts)
		}
	}
}

func TestDetailsThatCannotBeRead(t *testing.T) {
	m, f := motion(t, "### Antrag 1\n\n**Eingegangen:** irgendwann\n**Ersetzt:** den alten\n**Umgesetzt:** bald\n")
	if got := codes(f); got != "11:unread-detail 12:unread-detail" {
		t.Errorf("problems %q", got)
	}
	if d := cmp.Diff([]string{"text 11-13: **Eingegangen:** irgendwann\n**Ersetzt:** den alten\n**Umgesetzt:** bald"}, passages(m)); d != "" || m.Realised {
		t.Error(d)
	}
}

func TestResolutions(t *testing.T) {
	f := read(t, strings.Join([]string{
		"## Kombüse", // 9
		"",
		"Der Herd raucht.",
		"**Abstimmung (22:10):** 3 dafür, 1 dagegen",
		"**Beschluss:** Er bekommt ein Rohr,",
		"und zwar ein neues.",
		"",
		"**Abstimmung:** Konsens",
		"",
		"**Beschluss (22:20):** Abwasch macht, wer kocht.",
		"",
		"**Beschluss:** Tee ist aus.",
		"",
		"- **Beschluss:** in einer Liste ist keiner",
		"",
		"> **Beschluss:** im Zitat auch nicht",
		"",
		"### Antrag 1: Tee",
		"",
		"**Beschluss:** angenommen",
	}, "\n")+"\n")
	var got []string
	for _, r := range f.Meeting.Resolutions {
		p := r.Parts[len(r.Parts)-1]
		vote := "-"
		if v := r.Vote(); v != nil {
			vote = fmt.Sprintf("%d:%d%s", v.For, v.Against, v.Mode)
		}
		got = append(got, fmt.Sprintf("%s %d-%d %s %s %q", r.Topic, r.Line, r.End, p.Time, vote, p.Text))
	}
	want := []string{
		`Kombüse 12-14  3:1 "Er bekommt ein Rohr,\nund zwar ein neues."`,
		`Kombüse 16-18 22:20 0:0Konsens "Abwasch macht, wer kocht."`,
		`Kombüse 20-20  - "Tee ist aus."`,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// TestStationsSayWhoWasThere: at the minute of each vote.
func TestStationsSayWhoWasThere(t *testing.T) {
	src := "---\ndate: 2032-05-06\nstart: 22:00\n---\n\n## Anwesend\n\n- Kaja Steuer (kaja) (22:00–23:30)\n- Otto Ost (ab 23:00)\n- Lotte Boje (Gast)\n\n### Antrag 1: Tee #M320506-1\n\nx\n\n**Abstimmung (22:30):** 1 dafür\n\n**Abstimmung (23:15):** 2 dafür\n\n**Abstimmung (00:15):** 1 dafür\n"
	f, err := minutes.Parse("2032-05-06-deck.md", []byte(src), minutes.Context{})
	if err != nil {
		t.Fatal(err)
	}
	s := minutes.Stations(&f.Meeting, time.UTC, "")
	if len(s) != 1 || !s[0].Held || s[0].Start.Format("02 15:04") != "06 22:00" {
		t.Fatalf("%+v", s)
	}
	var got []string
	for _, v := range s[0].Votes {
		got = append(got, fmt.Sprint(v.Names, v.Guests, v.Known))
	}
	if d := cmp.Diff([]string{"[kaja] 1 true", "[kaja Otto Ost] 1 true", "[Otto Ost] 1 true"}, got); d != "" {
		t.Error(d)
	}
}

// TestPublicMotions: of the log only what is public, and of that no reasons.
func TestPublicMotions(t *testing.T) {
	people, err := minutes.NewPeople([]minutes.Person{{Nick: "kaja", Name: "Kaja Steuer"}})
	if err != nil {
		t.Fatal(err)
	}
	ctx := minutes.Context{People: people}
	src := "---\ndate: 2032-05-06\n---\n\n### Antrag 1: Tee #M320506-1\n\n**Antragsteller:** Kaja Steuer\n\nx\n\n### Antrag 2: Rum #M320506-2\n\n**Konkurriert mit:** #M320506-1, #M320506-9\n\ny\n\n## Kombüse\n\n**Beschluss:** Kaja Steuer kocht.\n"
	f, err := minutes.Parse("2032-05-06-deck.md", []byte(src), ctx)
	if err != nil {
		t.Fatal(err)
	}
	o := minutes.PublicOptions{People: people, NamesAsNick: true}
	p, err := minutes.NewPublic(f, o)
	if err != nil {
		t.Fatal(err)
	}
	var log []motions.Event
	for _, line := range []string{
		"2032-05-07T20:00:00Z kaja M320506-1 withdraw Kaja Steuer ist GEHEIM krank",
		"2032-05-07T20:00:00Z kaja M320506-2 decide accepted Kaja Steuer <!-- GEHEIM --> macht es",
		"2032-05-08T20:00:00Z kaja M320506-2 note GEHEIM",
		"2032-05-08T20:00:00Z kaja M320506-7 decide accepted GEHEIM",
		"2032-05-08T20:00:00Z kaja M320506-2 link competes M320506-7",
		"2032-05-09T20:00:00Z kaja M320506-2 refer GEHEIM",
	} {
		e, err := motions.ParseEvent(line)
		if err != nil {
			t.Fatal(err)
		}
		e.Private = strings.Contains(line, "refer")
		log = append(log, e)
	}
	ms := minutes.NewPublicMotions([]minutes.Public{p}, log, time.UTC, o)
	all := ms.All()
	if len(all) != 2 || ms.Len() != 2 {
		t.Fatalf("%d motions", len(all))
	}
	for _, r := range append(all, ms.Ledger()...) {
		if s := fmt.Sprintf("%+v %+v %+v %+v", r.Tracks, r.History, r.Petitioners, r.Parts); strings.Contains(s, "GEHEIM") || strings.Contains(s, "Steuer") {
			t.Errorf("%s shows %s", r.ID, s)
		}
	}
	if all[0].Handling != motions.HandlingWithdrawn || all[0].Petitioners[0].Name != "kaja" || all[1].Ruling.Text != "kaja macht es" {
		t.Errorf("%+v; %+v", all[0], all[1].Ruling)
	}
	if d := cmp.Diff([]motions.Link{{Relation: motions.Competes, ID: "M320506-1"}}, all[1].Links); d != "" {
		t.Error(d)
	}
	var ledger []string
	for _, r := range ms.Ledger() {
		ledger = append(ledger, string(r.ID)+" "+r.Ruling.Text)
	}
	if d := cmp.Diff([]string{"D320506-1 kaja kocht.", "M320506-2 kaja macht es"}, ledger); d != "" {
		t.Error(d)
	}
	all[0].Petitioners[0].Name = "verändert"
	if ms.All()[0].Petitioners[0].Name != "kaja" {
		t.Error("a copy is not one")
	}
}
