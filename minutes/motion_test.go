package minutes_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"telko/minutes"
	"telko/motions"
)

// motion reads the only motion of a body.
func motion(t *testing.T, body string) (*motions.Motion, *minutes.File) {
	t.Helper()
	f := read(t, body)
	if len(f.Meeting.Motions) != 1 {
		t.Fatalf("%d motions in %q", len(f.Meeting.Motions), body)
	}
	return f.Meeting.Motions[0], f
}

// passages is what was said, a line each: kind [by] [time] lines: text.
func passages(m *motions.Motion) []string {
	var out []string
	for _, p := range m.Parts {
		s := string(p.Kind)
		if p.By != "" {
			s += " by " + p.By
		}
		if !p.Time.IsZero() {
			s += " at " + p.Time.String()
		}
		out = append(out, fmt.Sprintf("%s %d-%d: %s", s, p.Line, p.End, p.Text))
	}
	return out
}

func TestMotionHeadings(t *testing.T) {
	for heading, want := range map[string]string{
		"Antrag 1: Neuer Anker #M320506-1":    "1 Neuer Anker M320506-1",
		"Antrag 1":                            "1  ",
		"Antrag: Neuer Anker":                 "0 Neuer Anker ",
		"ANTRAG 12 – Neuer Anker":             "12 Neuer Anker ",
		"Antrag 12 - Neuer Anker":             "12 Neuer Anker ",
		"Antrag Nr. 3: Neuer Anker":           "3 Neuer Anker ",
		"Antrag 3. Neuer Anker":               "3 Neuer Anker ",
		"Motion 2: A new anchor":              "2 A new anchor ",
		"Proposal: A new anchor":              "0 A new anchor ",
		"Antrag":                              "0  ",
		"Neuer Anker #M320506-1":              "0 Neuer Anker M320506-1",
		"Antrag auf einen Anker #M320506-1":   "0 Antrag auf einen Anker M320506-1",
		"Antrag 1: Anker #IT-M320506-1":       "1 Anker IT-M320506-1",
		"Antrag 1: Anker {privat} #M320506-1": "1 Anker M320506-1",
		"Antrag 1: Anker #M320506-01":         "1 Anker #M320506-01 ",
		"Antrag 1: 2. Versuch":                "1 2. Versuch ",
		"Antrag (3): Neuer Anker":             "3 Neuer Anker ",
		"Antrag [3] Neuer Anker":              "3 Neuer Anker ",
		"Antrag (4)":                          "4  ",
		"Antrag Nr. (4) #M320506-1":           "4  M320506-1",
	} {
		m, f := motion(t, "## Anträge\n\n### "+heading+"\n\nx\n")
		if got := fmt.Sprintf("%d %s %s", m.Number, m.Title, m.ID); got != want {
			t.Errorf("%s: %q, want %q", heading, got, want)
		}
		if m.Topic != "Anträge" || m.Level != 3 || m.Line != 11 || m.Meeting != "2032-05-06-deck" || len(f.Meeting.Agenda) != 1 {
			t.Errorf("%s: %+v", heading, m)
		}
	}
	for _, heading := range []string{"Anträge", "Antrag auf einen Anker", "Antragsfrist", "Motion sensors", "Proposals", "Der Antrag 1", "Antrag 100000000", "Antrag (3 Stück)", "Antrag [3](x)", "Antrag (3] x"} {
		if f := read(t, "## "+heading+"\n\nx\n"); len(f.Meeting.Motions) != 0 || len(f.Meeting.Agenda) != 1 {
			t.Errorf("%s is read as a motion", heading)
		}
	}
}

func TestPassages(t *testing.T) {
	m, f := motion(t, strings.Join([]string{
		"### Antrag 1: Anker", // 9
		"",
		"**Antragsteller:** Otto Ost (Vorstand der Werft) kam per Post",
		"",
		"Es möge ein Anker her.", // 13
		"Ein schwerer.",
		"",
		"- aus Eisen",
		"- ohne Rost",
		"",
		"**Begründung:** Der alte ist weg.", // 19
		"",
		"> **Antwort der Werft (22:10):** Wir haben keinen.", // 21
		">",
		"> - vielleicht im Mai",
		"",
		"Er liegt im Hafen.", // 25
		"",
		"> **Kommentar von Kaja:** Stimmt.", // 27
		"> **Antwort:** Dann tauchen wir.",  // 28
		"",
		"> ein Zitat", // 30
		"",
		"**Änderung:** zwei Anker", // 32
		"**Abstimmung (23:41):** 5 dafür, 1 dagegen, 2 Enthaltungen",
		"**Beschluss (23:43)**: mit Änderungen angenommen",
		"**Hinweis:** nachzählen",
		"",
		"**Neuauszählung (23:50):** 4/2/2",
		"",
		"# Titel",
	}, "\n")+"\n")
	want := []string{
		"text 13-17: Es möge ein Anker her.\nEin schwerer.\n\n- aus Eisen\n- ohne Rost",
		"reasons 19-19: Der alte ist weg.",
		"answer by Werft at 22:10 21-23: Wir haben keinen.\n\n- vielleicht im Mai",
		"reasons 25-25: Er liegt im Hafen.",
		"comment by Kaja 27-27: Stimmt.",
		"answer 28-28: Dann tauchen wir.",
		"reasons 30-30: > ein Zitat",
		"amendment 32-32: zwei Anker",
		"vote at 23:41 33-33: 5 dafür, 1 dagegen, 2 Enthaltungen",
		"decision at 23:43 34-35: mit Änderungen angenommen\n**Hinweis:** nachzählen",
		"vote at 23:50 37-37: 4/2/2",
	}
	if diff := cmp.Diff(want, passages(m)); diff != "" {
		t.Error(diff)
	}
	if m.Petitioner != "Otto Ost" || m.Role != "Vorstand der Werft" || m.Remark != "kam per Post" || m.End != 38 {
		t.Errorf("%+v", m)
	}
	if m.Outcome() != motions.AcceptedChanged || m.Handling() != motions.HandlingClosed {
		t.Errorf("outcome %q, handling %q", m.Outcome(), m.Handling())
	}
	var tallies []motions.Vote
	for _, p := range m.Parts {
		if p.Vote != nil {
			tallies = append(tallies, *p.Vote)
		}
	}
	if len(tallies) != 2 || tallies[0].For != 5 || m.Vote().For != 4 || m.Vote().Time.String() != "23:50" {
		t.Errorf("a recount keeps both tallies, the last counts: %+v", tallies)
	}
	if got := codes(f); got != "" {
		t.Errorf("problems %q", got)
	}
	if m.Parts[2].Label != "Antwort der Werft" || m.Parts[8].Label != "Abstimmung" || m.Parts[0].Label != "" {
		t.Errorf("labels %q, %q, %q", m.Parts[2].Label, m.Parts[8].Label, m.Parts[0].Label)
	}
}

func TestPassagesAsHeadings(t *testing.T) {
	m, _ := motion(t, "### Antrag 1\n\n#### Antrag\n\na\n\n##### Einzelheiten\n\nb\n\n#### Begründung\n\nc\n\n#### Antwort der Werft\n\nd\n\n#### Beschluss: abgelehnt\n\n### Kasse\n")
	want := []string{
		"text 11-17: a\n\n##### Einzelheiten\n\nb",
		"reasons 19-21: c",
		"answer by Werft 23-25: d",
		"decision 27-27: abgelehnt",
	}
	if diff := cmp.Diff(want, passages(m)); diff != "" {
		t.Error(diff)
	}
}

func TestMotionEndsAtTheNextHeadingThatIsNotDeeper(t *testing.T) {
	f := read(t, "## Anträge\n\n### Antrag 1: a\n\nx\n\n### Antrag 2: b\n\ny\n\n#### Antrag 3: c\n\nz\n\n## Kasse\n\n> **Antwort:** w\n")
	var got []string
	for _, m := range f.Meeting.Motions {
		got = append(got, fmt.Sprintf("%d %d-%d %s", m.Number, m.Line, m.End, strings.Join(passages(m), "; ")))
	}
	want := []string{"1 11-14 text 13-13: x", "2 15-18 text 17-17: y", "3 19-22 text 21-21: z"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(f.Meeting.Answers) != 1 {
		t.Errorf("answers outside motions: %v", f.Meeting.Answers)
	}
}

func TestPetitioner(t *testing.T) {
	for line, want := range map[string]string{
		"Otto Ost":                          "Otto Ost||",
		"Otto Ost (Kassenwart)":             "Otto Ost|Kassenwart|",
		"Otto Ost, Kassenwart":              "Otto Ost|Kassenwart|",
		"Otto Ost - Kassenwart/Rudergänger": "Otto Ost|Kassenwart/Rudergänger|",
		"Otto Ost (Kassenwart) per Mail":    "Otto Ost|Kassenwart|per Mail",
		"Otto Ost, Kaja Steuer":             "Otto Ost, Kaja Steuer||",
		"Kaja Steuer (kaja)":                "Kaja Steuer (kaja)||",
		"Kaja Steuer (kaja) (Kassenwart)":   "Kaja Steuer (kaja)|Kassenwart|",
		"Otto Ost, Nele Nord, Ute Süd":      "Otto Ost, Nele Nord, Ute Süd||",
	} {
		m, _ := motion(t, "### Antrag 1\n\n**Antragsteller:** "+line+"\n")
		if got := m.Petitioner + "|" + m.Role + "|" + m.Remark; got != want {
			t.Errorf("%s: %s, want %s", line, got, want)
		}
		if len(m.Parts) != 0 {
			t.Errorf("%s: %v", line, passages(m))
		}
	}
}

func TestLabelsThatAreMisspelt(t *testing.T) {
	m, f := motion(t, "### Antrag 1\n\n> **Antort der Werft:** a\n\n**Begrüdnung:** b\n\n> **Anton der Werft:** c\n")
	if diff := cmp.Diff([]string{"answer by Werft 11-11: a", "reasons 13-15: b\n\n> **Anton der Werft:** c"}, passages(m)); diff != "" {
		t.Error(diff)
	}
	if got := codes(f); got != "11:misspelt 13:misspelt" {
		t.Errorf("problems %q", got)
	}
}

func TestDoubtfulMotions(t *testing.T) {
	_, f := motion(t, "### Antrag 1\n\n**Abstimmung:** fällt aus\n\n**Beschluss:** so la la\n")
	if got := codes(f); got != "11:unread-vote 13:unread-outcome" {
		t.Errorf("problems %q", got)
	}
	f = read(t, "### Antrag 1 #M320506-1\n\n### Antrag 1 #M320506-1\n")
	if got := codes(f); got != "11:duplicate-number 11:duplicate-motion" || len(f.Meeting.Motions) != 2 {
		t.Errorf("problems %q", got)
	}
}

func TestTalliesAsLists(t *testing.T) {
	m, _ := motion(t, "### Antrag 1\n\n**Abstimmung:**\n\n- Dafür: 15\n- Dagegen: 1\n- Enthaltung: 5\n\n**Beschluss:** vertagt\n")
	if v := m.Vote(); v == nil || v.For != 15 || v.Against != 1 || v.Abstain != 5 {
		t.Errorf("vote %+v", v)
	}
	if m.Handling() != motions.HandlingPostponed || m.Outcome() != motions.NoOutcome {
		t.Errorf("handling %q, outcome %q", m.Handling(), m.Outcome())
	}
}
