package minutes_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks"
)

func TestTaskLines(t *testing.T) {
	for _, tt := range []struct{ line, want, problems string }{
		{"Segel flicken (kaja)", "Segel flicken | kaja | 2032-05-13 |  | open", ""},
		{"Segel flicken", "Segel flicken |  | 2032-05-13 |  | open", ""},
		{"Segel flicken (kaja, BENTE)", "Segel flicken | kaja Bente | 2032-05-13 |  | open", ""},
		{"Segel flicken (Kaja Steuer; benny)", "Segel flicken | kaja Bente | 2032-05-13 |  | open", ""},
		{"Segel flicken (kaja?, bente)", "Segel flicken | kaja? Bente | 2032-05-13 |  | open", ""},
		{"Segel flicken (kaja und bente)", "Segel flicken | kaja Bente | 2032-05-13 |  | open", ""},
		{"Segel flicken (kaja/bente?)", "Segel flicken | kaja Bente? | 2032-05-13 |  | open", ""},
		{"Segel flicken (kaja, kaja)", "Segel flicken | kaja | 2032-05-13 |  | open", ""},
		{"Segel flicken (@kaja)", "Segel flicken | kaja | 2032-05-13 |  | open", ""},
		{"Segel flicken (Werft)", "Segel flicken | werft | 2032-05-13 |  | open", ""},
		{"Segel flicken (niemand)", "Segel flicken | niemand | 2032-05-13 |  | open", ""},
		{"Segel flicken (everybody)", "Segel flicken | everybody | 2032-05-13 |  | open", ""},
		{`Segel flicken (max\_m)`, "Segel flicken | max_m | 2032-05-13 |  | open", ""},
		{"Segel flicken(kaja)", "Segel flicken | kaja | 2032-05-13 |  | open", ""},

		// Due dates.
		{"Segel flicken (kaja) bis 20.05.2032", "Segel flicken | kaja | 2032-05-20 |  | open", ""},
		{"Segel flicken (kaja) 20.05.2032", "Segel flicken | kaja | 2032-05-20 |  | open", ""},
		{"Segel flicken (kaja) by 2032-05-20", "Segel flicken | kaja | 2032-05-20 |  | open", ""},
		{"Segel flicken (kaja) Bis Freitag", "Segel flicken | kaja | 2032-05-07 |  | open", ""},
		{"Segel flicken (kaja) bis zum 20.05.2032", "Segel flicken | kaja | 2032-05-20 |  | open", ""},
		{"Segel flicken bis 20.05.2032", "Segel flicken |  | 2032-05-20 |  | open", ""},
		{"Segel flicken (kaja, diesen Sonntag)", "Segel flicken | kaja | 2032-05-09 |  | open", ""},
		{"Segel flicken (kaja, bis 20.05.2032)", "Segel flicken | kaja | 2032-05-20 |  | open", ""},
		{"Segel flicken (kaja) bis 20.05.2032 #320506-3", "Segel flicken | kaja | 2032-05-20 | 320506-3 | open", ""},
		{"Segel flicken (kaja) #320506-3", "Segel flicken | kaja | 2032-05-13 | 320506-3 | open", ""},
		{"Segel flicken bis 20.05.2032 #320506-3", "Segel flicken |  | 2032-05-20 | 320506-3 | open", ""},
		{"#320506-3 Segel flicken (kaja)", "Segel flicken | kaja | 2032-05-13 | 320506-3 | open", ""},
		{"Segel flicken (kaja, Sonntag) bis 20.05.2032", "Segel flicken | kaja | 2032-05-20 |  | open", "9:two-dates"},

		// Dates that are text.
		{"Bericht vom 20.05.2032", "Bericht vom 20.05.2032 |  | 2032-05-13 |  | open", ""},
		{"Bericht 20.05.2032", "Bericht 20.05.2032 |  | 2032-05-13 |  | open", ""},
		{"Segel flicken bis es dunkel wird", "Segel flicken bis es dunkel wird |  | 2032-05-13 |  | open", ""},
		{"Segel flicken bis 20.05.2032 oder so", "Segel flicken bis 20.05.2032 oder so |  | 2032-05-13 |  | open", ""},
		{"Segel flicken (kaja) bis zum Plenum", "Segel flicken (kaja) bis zum Plenum |  | 2032-05-13 |  | open", ""},
		{"Segel flicken (diesen Sonntag)", "Segel flicken (diesen Sonntag) |  | 2032-05-13 |  | open", ""},
		{"Segel flicken (20.05.2032)", "Segel flicken (20.05.2032) |  | 2032-05-13 |  | open", ""},
		{"Segel flicken bis 20.05.2032 (kaja)", "Segel flicken bis 20.05.2032 | kaja | 2032-05-13 |  | open", "9:stray-date"},
		{"bis 20.05.2032", "bis 20.05.2032 |  | 2032-05-13 |  | open", ""},
		{"Dschibis 20.05.2032", "Dschibis 20.05.2032 |  | 2032-05-13 |  | open", ""},
		{"Segel flicken bis 31.02.2032", "Segel flicken bis 31.02.2032 |  | 2032-05-13 |  | open", ""},

		// Brackets that are no people.
		{"Segel kaufen (z. B. aus Tuch)", "Segel kaufen (z. B. aus Tuch) |  | 2032-05-13 |  | open", ""},
		{"Segel kaufen (gebraucht)", "Segel kaufen (gebraucht) |  | 2032-05-13 |  | open", "9:unknown-assignee"},
		{"Segel kaufen (3)", "Segel kaufen (3) |  | 2032-05-13 |  | open", ""},
		{"Segel kaufen (kaja, gebraucht)", "Segel kaufen (kaja, gebraucht) |  | 2032-05-13 |  | open", "9:unknown-assignee"},
		{"Segel kaufen (kaja und gebraucht)", "Segel kaufen (kaja und gebraucht) |  | 2032-05-13 |  | open", ""},
		{"Segel kaufen (kaja/gebraucht)", "Segel kaufen (kaja/gebraucht) |  | 2032-05-13 |  | open", ""},
		{"Segel kaufen (gebraucht, kaja + bente)", "Segel kaufen (gebraucht, kaja + bente) |  | 2032-05-13 |  | open", "9:unknown-assignee"},
		{"Segel kaufen (Tuch, Garn)", "Segel kaufen (Tuch, Garn) |  | 2032-05-13 |  | open", ""},
		{"Segel kaufen (gebraucht) bis 20.05.2032", "Segel kaufen (gebraucht) |  | 2032-05-20 |  | open", "9:unknown-assignee"},
		{"mit Bente (bente) reden", "mit Bente (bente) reden |  | 2032-05-13 |  | open", ""},
		{"Segel flicken (kaja).", "Segel flicken (kaja). |  | 2032-05-13 |  | open", "9:stray-bracket"},
		{"siehe [Plan](kaja)", "siehe [Plan](kaja) |  | 2032-05-13 |  | open", ""},
		{`Segel \(kaja\)`, `Segel \(kaja\) |  | 2032-05-13 |  | open`, ""},
		{"`f(kaja)`", "`f(kaja)` |  | 2032-05-13 |  | open", ""},
		{"Segel (alt (kaja))", "Segel (alt (kaja)) |  | 2032-05-13 |  | open", ""},
		{"Segel (alt) flicken (kaja)", "Segel (alt) flicken | kaja | 2032-05-13 |  | open", ""},
		{"(kaja)", "(kaja) |  | 2032-05-13 |  | open", ""},
		{"Segel kaja)", "Segel kaja) |  | 2032-05-13 |  | open", ""},
		{"Segel (kaja", "Segel (kaja |  | 2032-05-13 |  | open", ""},
		{"Segel ()", "Segel () |  | 2032-05-13 |  | open", ""},

		// Nicks that are words: what could be both is a person.
		{"Segel flicken (morgen)", "Segel flicken | morgen | 2032-05-13 |  | open", ""},
		{"Segel flicken (kaja, morgen)", "Segel flicken | kaja morgen | 2032-05-13 |  | open", ""},
		{"Segel flicken (kaja) bis morgen", "Segel flicken | kaja | 2032-05-07 |  | open", ""},
		{"Segel flicken (alle)", "Segel flicken | alle | 2032-05-13 |  | open", ""},
		{"Segel flicken (gast)", "Segel flicken | Gast | 2032-05-13 |  | open", ""},

		// Other marks of whom a task is for.
		{"@kaja Segel flicken", "Segel flicken | kaja | 2032-05-13 |  | open", ""},
		{"@kaja: Segel flicken", "Segel flicken | kaja | 2032-05-13 |  | open", ""},
		{"@kaja, @benny: Segel flicken", "Segel flicken | kaja Bente | 2032-05-13 |  | open", ""},
		{"@kaja, benny?: Segel flicken", "Segel flicken | kaja Bente? | 2032-05-13 |  | open", ""},
		{"@kaja und @bente Segel flicken bis Freitag", "Segel flicken | kaja Bente | 2032-05-07 |  | open", ""},
		{"@kaja @werft: Segel flicken (bente?) #320506-3", "@kaja @werft: Segel flicken | kaja werft Bente? | 2032-05-13 | 320506-3 | open", ""},
		{"@kaja Segel flicken (gebraucht)", "Segel flicken (gebraucht) | kaja | 2032-05-13 |  | open", ""},
		{"@nemo Segel flicken", "@nemo Segel flicken |  | 2032-05-13 |  | open", "9:unknown-assignee"},
		{"@kaja @nemo Segel flicken", "@kaja @nemo Segel flicken |  | 2032-05-13 |  | open", "9:unknown-assignee"},
		{"@kaja", "@kaja |  | 2032-05-13 |  | open", ""},
		{"mit @kaja reden", "mit @kaja reden |  | 2032-05-13 |  | open", ""},
		{"TODO kaja: Segel flicken", "Segel flicken | kaja | 2032-05-13 |  | open", ""},
		{"ToDo für Kaja Steuer, bente?: Segel flicken bis 20.05.2032", "Segel flicken | kaja Bente? | 2032-05-20 |  | open", ""},
		{"TODO (kaja) Segel flicken", "Segel flicken | kaja | 2032-05-13 |  | open", ""},
		{"TODO: @kaja: Segel flicken", "Segel flicken | kaja | 2032-05-13 |  | open", ""},
		{"ACTION: kaja to mend the sail by Friday", "mend the sail | kaja | 2032-05-07 |  | open", ""},
		{"ACTION 12: Kaja + Bente to mend the sail", "mend the sail | kaja Bente | 2032-05-13 |  | open", ""},
		{"Action item for kaja: mend the sail", "mend the sail | kaja | 2032-05-13 |  | open", ""},
		{"#320506-3 AI kaja: mend the sail", "mend the sail | kaja | 2032-05-13 | 320506-3 | open", ""},
		{"TODO alle: Segel flicken", "Segel flicken | alle | 2032-05-13 |  | open", ""},
		{"TODO: Segel flicken", "TODO: Segel flicken |  | 2032-05-13 |  | open", ""},
		{"TODO Segel: flicken", "TODO Segel: flicken |  | 2032-05-13 |  | open", ""},
		{"TODO kaja, nemo: Segel flicken", "TODO kaja, nemo: Segel flicken |  | 2032-05-13 |  | open", ""},
		{"TODO kaja: bis Freitag", "TODO kaja: | kaja | 2032-05-07 |  | open", ""},
		{"TODO kaja:", "TODO kaja: |  | 2032-05-13 |  | open", ""},
		{"Aufgaben kaja: zählen", "Aufgaben kaja: zählen |  | 2032-05-13 |  | open", ""},
		{"kaja: Segel flicken", "kaja: Segel flicken |  | 2032-05-13 |  | open", ""},
		{"Segel flicken → kaja", "Segel flicken | kaja | 2032-05-13 |  | open", ""},
		{"Segel flicken -> kaja, bente? bis Freitag #320506-3", "Segel flicken | kaja Bente? | 2032-05-07 | 320506-3 | open", ""},
		{"Segel flicken → kaja, diesen Sonntag", "Segel flicken | kaja | 2032-05-09 |  | open", ""},
		{"Segel flicken → kaja, morgen", "Segel flicken | kaja morgen | 2032-05-13 |  | open", ""},
		{"Segel flicken → Lager", "Segel flicken → Lager |  | 2032-05-13 |  | open", ""},
		{"Protokoll → jeder", "Protokoll → jeder |  | 2032-05-13 |  | open", ""},
		{"→ kaja", "→ kaja |  | 2032-05-13 |  | open", ""},
		{"a->kaja", "a->kaja |  | 2032-05-13 |  | open", ""},
		{"Segel → Lager (kaja)", "Segel → Lager | kaja | 2032-05-13 |  | open", ""},
		{"Segel flicken; Zuständig: kaja, bente", "Segel flicken | kaja Bente | 2032-05-13 |  | open", ""},
		{"Segel flicken – **Zuständig:** kaja bis 20.05.2032", "Segel flicken | kaja | 2032-05-20 |  | open", ""},
		{"Segel flicken. Verantwortlich: jeder", "Segel flicken | jeder | 2032-05-13 |  | open", ""},
		{"mend the sail, assigned to: Kaja and Bente", "mend the sail | kaja Bente | 2032-05-13 |  | open", ""},
		{"Segel flicken (Zuständig: kaja, bente?)", "Segel flicken | kaja Bente? | 2032-05-13 |  | open", ""},
		{"Segel flicken; Zuständig: die Werft in Kiel", "Segel flicken; Zuständig: die Werft in Kiel |  | 2032-05-13 |  | open", ""},
		{"unzuständig: kaja", "unzuständig: kaja |  | 2032-05-13 |  | open", ""},
		{"Zuständig: kaja", "Zuständig: kaja |  | 2032-05-13 |  | open", ""},

		// Ids.
		{"Segel flicken #320506-03", "Segel flicken #320506-03 |  | 2032-05-13 |  | open", ""},
		{"Raum #267121", "Raum #267121 |  | 2032-05-13 |  | open", ""},
		{"Segel flicken (kaja) #320506-3.", "Segel flicken | kaja | 2032-05-13 | 320506-3 | open", ""},
		{"Segel wie in #320429-9 flicken (kaja)", "Segel wie in #320429-9 flicken | kaja | 2032-05-13 |  | open", ""},
		{"Segel flicken (kaja) #320506-3 eilt", "Segel flicken (kaja) #320506-3 eilt |  | 2032-05-13 |  | open", "9:stray-id"},
	} {
		f := read(t, "- [ ] "+tt.line+"\n")
		if got := saidAll(f.Meeting.Tasks); len(got) != 1 || got[0] != tt.want {
			t.Errorf("%s:\n got %v\nwant [%s]", tt.line, got, tt.want)
		}
		if got := codes(f); got != tt.problems {
			t.Errorf("%s: problems %q, want %q", tt.line, got, tt.problems)
		}
	}
}

func TestAssigneeKinds(t *testing.T) {
	f := read(t, "- [ ] a (kaja, Werft, everyone, NN?)\n")
	want := []tasks.Assignee{
		{Nick: "kaja"},
		{Nick: "werft", Kind: tasks.Group},
		{Nick: "everyone", Kind: tasks.Everyone},
		{Nick: "NN", Kind: tasks.Nobody, Tentative: true},
	}
	if diff := cmp.Diff(want, f.Meeting.Tasks[0].Assignees); diff != "" {
		t.Error(diff)
	}
}

func TestNamesMatchWhateverTheirUnicodeForm(t *testing.T) {
	for _, nick := range []string{"müller", "MÜLLER", norm.NFD.String("Müller"), "Jo Müller", norm.NFD.String("JO MÜLLER")} {
		f := read(t, "- [ ] Kuchen backen ("+nick+")\n")
		if got := said(f.Meeting.Tasks[0]); got != "Kuchen backen | müller | 2032-05-13 |  | open" {
			t.Errorf("(%s): %s", nick, got)
		}
	}
	text := norm.NFD.String("Für Übung")
	if f := read(t, "- [ ] "+text+" (kaja)\n"); f.Meeting.Tasks[0].Text != text {
		t.Errorf("the text's bytes have changed: %q", f.Meeting.Tasks[0].Text)
	}
}

func TestAttendanceMakesPeopleKnown(t *testing.T) {
	body := "## Anwesend\n\n- Lotte Boje (Lotte)\n- Smut\n- Jörn Zweig\n\n## Abwesend\n\n- entschuldigt: Rike Tau (rt)\n\n" +
		"## Segel\n\n- [ ] a (lotte)\n- [ ] b (SMUT, rt)\n- [ ] c (Jörn Zweig)\n- [ ] d (lott)\n- [ ] e (Lotte Boje)\n"
	f := read(t, body)
	want := []string{
		"a | Lotte | 2032-05-13 |  | open",
		"b | Smut rt | 2032-05-13 |  | open",
		"c | Jörn Zweig | 2032-05-13 |  | open",
		"d (lott) |  | 2032-05-13 |  | open",
		"e | Lotte | 2032-05-13 |  | open",
	}
	if diff := cmp.Diff(want, saidAll(f.Meeting.Tasks)); diff != "" {
		t.Error(diff)
	}
	if got := codes(f); got != "24:unknown-assignee" {
		t.Errorf("problems %q", got)
	}
}

func TestUnknownAssigneeNamesTheNearest(t *testing.T) {
	f := read(t, "- [ ] Segel flicken (kajja)\n")
	if len(f.Problems()) != 1 {
		t.Fatalf("problems: %v", f.Problems())
	}
	p := f.Problems()[0]
	if p.Line != 9 || !strings.Contains(p.Err.In(lang.German), "kajja") || !strings.Contains(lang.HintOf(p.Err, lang.German), "kaja") {
		t.Errorf("line %d: %s; %s", p.Line, p.Err.In(lang.German), lang.HintOf(p.Err, lang.German))
	}
}

func TestTasksAreOutsideCodeQuotesAndComments(t *testing.T) {
	f := read(t, "## Segel\n\n"+
		"- [ ] gilt\n- `[ ]` gilt nicht\n\n      [ ] gilt nicht\n\n"+
		"```\n- [ ] gilt nicht\n```\n\n> - [ ] gilt nicht\n\n<!--\n- [ ] gilt nicht\n-->\n\n    - [ ] gilt nicht\n\n1. [x] gilt auch\n")
	if diff := cmp.Diff([]string{
		"gilt |  | 2032-05-13 |  | open",
		"gilt auch |  | 2032-05-13 |  | done",
	}, saidAll(f.Meeting.Tasks)); diff != "" {
		t.Error(diff)
	}
}

func TestLinesThatGoOnWithATask(t *testing.T) {
	f := read(t, "- [ ] Segel flicken\n  und trocknen (kaja)\n- [ ] Deck\n  schrubben\n- kein Auftrag\n  aber lang (kaja)\n- [ ] Tau #320506-1\n\n  mehr #320506-2\n")
	if got := codes(f); got != "10:stray-parts 17:stray-parts" {
		t.Errorf("problems %q", got)
	}
	if got := said(f.Meeting.Tasks[0]); got != "Segel flicken |  | 2032-05-13 |  | open" {
		t.Error(got)
	}
}

func TestTopicOfATask(t *testing.T) {
	f := read(t, "- [ ] a\n\n## Anwesend\n\n- Kaja\n\n## Segel\n\n- [ ] b\n\n### Fock {privat}\n\n- [ ] c\n\n### Aufgaben\n\n- [ ] d\n\n"+
		"## Anträge\n\n### Antrag 1: Anker\n\n- [ ] e\n\n#### Begründung\n\n- [ ] f\n\n#### Einzelheiten\n\n- [ ] g\n\n"+
		"## Segel (Fortsetzung)\n\n- [ ] h\n\n## Planung der nächsten 7 Tage\n\n- [ ] i\n\n### Werft\n\n- [ ] j\n")
	want := map[string]string{
		"a": "", "b": "Segel", "c": "Fock", "d": "Segel", "e": "Anträge", "f": "Anträge", "g": "Anträge", "h": "Segel", "i": "", "j": "",
	}
	got := map[string]string{}
	for _, k := range f.Meeting.Tasks {
		got[k.Text] = k.Topic
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestTaskLinesSayWhereTheirPiecesStand(t *testing.T) {
	f := read(t, "## Ä\n\n  * [X]  Segel flicken  (kaja, bente) bis 20.05.2032   #320506-1  \r\n")
	tl := f.TaskLines()[0]
	src := f.Source()
	for _, c := range []struct {
		what string
		at   minutes.Span
		want string
	}{
		{"line", tl.At, "  * [X]  Segel flicken  (kaja, bente) bis 20.05.2032   #320506-1  "},
		{"content", tl.Content, "Segel flicken  (kaja, bente) bis 20.05.2032   #320506-1"},
		{"text", tl.Parts.Text, "Segel flicken"},
		{"bracket", tl.Parts.Bracket, "(kaja, bente)"},
		{"due", tl.Parts.Due, "bis 20.05.2032"},
		{"id", tl.Parts.ID, "#320506-1"},
	} {
		if got := string(c.at.Of(src)); got != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
	if src[tl.Mark] != 'X' || !tl.Checked || tl.Parts.DueText != "20.05.2032" || tl.Task != 0 || tl.Mention != -1 {
		t.Errorf("%+v", tl)
	}
}
