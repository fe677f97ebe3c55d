package capture

import (
	"strings"
	"testing"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks/when"
)

// body returns the public file without its head.
func body(s *Session) string {
	text := publicText(s)
	_, rest, _ := strings.Cut(text, "# Deck-Telko 06.05.2032\n")
	return strings.TrimPrefix(rest, "\n")
}

func TestPlaces(t *testing.T) {
	topic := func(id EntryID, title string, level int) Event {
		return Event{ID: id, Verb: MakeTopic, Text: title, Level: level}
	}
	note := func(text string) Event { return Event{Verb: MakeNote, Text: text} }
	to := func(id EntryID) Event { return Event{Verb: Goto, Of: id} }
	for _, c := range []struct {
		name, base string
		events     []Event
		want       string
	}{
		{
			"topics and notes", testBase,
			[]Event{note("vor allem"), topic("a", "Segel", 2), note("gerissen"), {Verb: MakeNote, Level: 1, Text: "ganz"}, topic("b", "Anker", 2), note("hält")},
			"- vor allem\n\n## Segel\n\n- gerissen\n  - ganz\n\n## Anker\n\n- hält\n",
		},
		{
			"back to a topic", testBase,
			[]Event{topic("a", "Segel", 2), note("1"), topic("b", "Anker", 2), note("2"), to("a"), note("3"), note("4"), to("b"), note("5")},
			"## Segel\n\n- 1\n\n## Anker\n\n- 2\n\n## Segel (Fortsetzung)\n\n- 3\n- 4\n\n## Anker (Fortsetzung)\n\n- 5\n",
		},
		{
			"back while nothing was said", testBase,
			[]Event{topic("a", "Segel", 2), note("1"), topic("b", "Anker", 2), to("a"), note("2"), to("b"), note("3")},
			"## Segel\n\n- 1\n- 2\n\n## Anker\n\n- 3\n",
		},
		{
			"sub-topics", testBase,
			[]Event{topic("a", "Segel", 2), note("1"), topic("b", "Fock", 3), note("2"), topic("c", "Genua", 3), note("3"), to("a"), note("4"), topic("d", "Anker", 2), to("b"), note("5")},
			"## Segel\n\n- 1\n\n### Fock\n\n- 2\n\n### Genua\n\n- 3\n\n## Segel (Fortsetzung)\n\n- 4\n\n### Fock (Fortsetzung)\n\n- 5\n\n## Anker\n",
		},
		{
			"a sub-topic of another topic", testBase,
			[]Event{topic("a", "Segel", 2), topic("b", "Fock", 3), note("1"), topic("c", "Anker", 2), note("2"), to("b"), note("3")},
			"## Segel\n\n### Fock\n\n- 1\n\n## Anker\n\n- 2\n\n## Segel (Fortsetzung)\n\n### Fock (Fortsetzung)\n\n- 3\n",
		},
		{
			"an agenda", testAgenda,
			[]Event{to("f-3"), note("hält"), topic("x", "Neues", 2), note("1"), to("f-1"), note("die Fock"), to("f-5"), note("knarrt")},
			"## Segel\n\n- Fock oder Genua?\n\n## Anker\n\n- hält\n\n### Kette\n\n### Winsch\n\n## Neues\n\n- 1\n\n## Segel (Fortsetzung)\n\n- die Fock\n\n" +
				"## Anker (Fortsetzung)\n\n### Winsch (Fortsetzung)\n\n- knarrt\n\n## Anträge\n\n### Antrag 1: Neuer Anker\n\n**Antragsteller:** Otto Ost (Kassenwart)\n\nEs möge ein Anker her.\n\n## Planung der nächsten 7 Tage\n",
		},
		{
			"an agenda in its order", testAgenda,
			[]Event{to("f-1"), note("Fock"), to("f-4"), note("rostet"), to("f-5"), note("knarrt")},
			"## Segel\n\n- Fock oder Genua?\n- Fock\n\n## Anker\n\n### Kette\n\n- rostet\n\n### Winsch\n\n- knarrt\n\n" +
				"## Anträge\n\n### Antrag 1: Neuer Anker\n\n**Antragsteller:** Otto Ost (Kassenwart)\n\nEs möge ein Anker her.\n\n## Planung der nächsten 7 Tage\n",
		},
		{
			"a remark for another topic", testBase,
			[]Event{topic("a", "Segel", 2), note("1"), topic("b", "Anker", 2), note("2"), {Verb: MakeNote, Topic: "a", Stay: true, Text: "noch"}, note("3")},
			"## Segel\n\n- 1\n- noch\n\n## Anker\n\n- 2\n- 3\n",
		},
		{
			"a motion", testBase,
			[]Event{
				topic("a", "Anträge", 2),
				{ID: "m", Verb: MakeMotion, Text: "Neuer Anker"},
				{Verb: Petitioner, Of: "m", Text: "Otto Ost (Kassenwart)"},
				{Verb: Extend, Of: "m", Text: "Es möge ein Anker her."},
				{Verb: MakePassage, Passage: motions.Reasons, Text: "Der alte ist weg."},
				{Verb: MakePassage, Passage: motions.Answer, Who: "Werft", Clock: when.ClockAt(22, 40), Text: "Haben wir nicht."},
				{Verb: MakePassage, Passage: motions.Reasons, Text: "Er liegt im Hafen."},
				{Verb: MakePassage, Passage: motions.VotePart, Clock: when.ClockAt(23, 41), Text: "5 dafür, 1 dagegen, 2 Enthaltungen"},
				{Verb: MakePassage, Passage: motions.Decision, Text: "angenommen"},
				{Verb: MakeTask, Text: "Anker holen (fiete)"},
				{ID: "n", Verb: MakeMotion, Text: "Zweiter Anker"},
			},
			"## Anträge\n\n### Antrag 1: Neuer Anker\n\n**Antragsteller:** Otto Ost (Kassenwart)\n\nEs möge ein Anker her.\n\n**Begründung:** Der alte ist weg.\n\n" +
				"> **Antwort von Werft (22:40):** Haben wir nicht.\n\nEr liegt im Hafen.\n\n**Abstimmung (23:41):** 5 dafür, 1 dagegen, 2 Enthaltungen\n**Beschluss:** angenommen\n\n" +
				"## Anträge (Fortsetzung)\n\n- [ ] Anker holen (fiete)\n\n### Antrag 2: Zweiter Anker\n",
		},
		{
			"mentions", testAgenda,
			[]Event{to("f-1"), note("1"), {Verb: MakeMention, TaskID: "320429-2", Text: "Leinen (lotte): erledigt"}, {Verb: MakeMention, TaskID: "320429-1", Text: "Tee"}, {Verb: MakeMention, TaskID: "320429-2", Text: "Leinen: doch nicht"}},
			"## Offene Aufgaben\n\n- #320429-2 Leinen: doch nicht\n- #320429-1 Tee\n\n## Segel\n\n- Fock oder Genua?\n- 1\n\n## Anker\n\n### Kette\n\n### Winsch\n\n" +
				"## Anträge\n\n### Antrag 1: Neuer Anker\n\n**Antragsteller:** Otto Ost (Kassenwart)\n\nEs möge ein Anker her.\n\n## Planung der nächsten 7 Tage\n",
		},
		{
			"a topic is no part of the motion before it", testBase,
			[]Event{topic("a", "Segel", 2), {ID: "m", Verb: MakeMotion, Text: "Anker"}, {Verb: Extend, Of: "m", Text: "her"}, topic("b", "Fock", 4), note("1")},
			"## Segel\n\n### Antrag 1: Anker\n\nher\n\n### Fock\n\n- 1\n",
		},
		{
			"what loses its heading behind a motion", testBase,
			[]Event{topic("a", "Segel", 2), note("1"), {ID: "m", Verb: MakeMotion, Text: "Anker"}, {Verb: Extend, Of: "m", Text: "her"}, topic("b", "Fock", 2), note("2"), {Verb: Delete, Of: "b"}, note("3")},
			"## Segel\n\n- 1\n- 2\n\n### Antrag 1: Anker\n\nher\n\n## Segel (Fortsetzung)\n\n- 3\n",
		},
		{
			"what loses its heading behind attendance", testBase,
			[]Event{{Verb: Come, Nick: "kaja"}, topic("a", "Segel", 2), note("1"), {Verb: Delete, Of: "a"}},
			"- 1\n\n## Anwesend\n\n- Kaja Steuer (kaja)\n",
		},
		{
			"a file that ends within a line", testBase + "\n## Segel\n\n- 1",
			[]Event{note("2")},
			"## Segel\n\n- 1\n- 2\n",
		},
		{
			"a title that would be something else", testBase,
			[]Event{topic("a", "Gäste", 2), topic("b", "Antrag 5: Bier", 2), topic("c", "Anwesend", 2), topic("d", "Gäste (Fortsetzung)", 2), topic("e", "M #M320506-1", 2)},
			"## Thema: Gäste\n\n## Thema: Antrag 5: Bier\n\n## Anwesend\n\n## Gäste (Fortsetzung\\)\n\n## M \\#M320506-1\n",
		},
		{
			"decisions and tasks", testBase,
			[]Event{topic("a", "Segel", 2), note("1"), {Verb: MakeDecision, Text: "wir flicken"}, {Verb: MakeTask, Text: "Fock flicken (kaja, lotte?) bis 20.5."}, {Verb: MakeTask, Text: "nähen (z. B. Zickzack) bis 13.5.", Level: 1}},
			"## Segel\n\n- 1\n\n**Beschluss:** wir flicken\n\n- [ ] Fock flicken (kaja, lotte?) bis 20.05.2032\n  - [ ] nähen (z. B. Zickzack)\n",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newTestSession(t, Config{Base: []byte(c.base), Context: minutes.Context{Lang: lang.German}})
			happen(t, s, c.events...)
			if got := body(s); got != c.want {
				t.Errorf("%s\n--- not ---\n%s", got, c.want)
			}
			checkDocument(t, s)
		})
	}
}
