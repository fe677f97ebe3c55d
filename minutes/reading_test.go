package minutes_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/text/unicode/norm"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks"
	"telko/tasks/when"
)

// crew is a roster whose nicks are as bad as they come: some are words.
func crew(t testing.TB) *minutes.People {
	t.Helper()
	p, err := minutes.NewPeople([]minutes.Person{
		{Nick: "kaja", Name: "Kaja Steuer", Groups: []string{"werft"}},
		{Nick: "Bente", Name: "Bente Lund", Aliases: []string{"benny"}},
		{Nick: "morgen", Name: "Ida Morgen"},
		{Nick: "Gast", Name: "Peer Gast"},
		{Nick: "müller", Name: "Jo Müller"},
		{Nick: "max_m", Name: "Max Mast"},
		{Nick: "alle", Name: "Alva Lee"},
	})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

const crewHead = "---\nseries: deck\ndate: 2032-05-06\nstart: 21:00\n---\n\n# Deck-Telko 06.05.2032\n\n"

// read parses a file of 6 May 2032, a Thursday, with body below its title.
func read(t testing.TB, body string) *minutes.File {
	t.Helper()
	f, err := minutes.Parse("minutes/2032/2032-05-06-deck.md", []byte(crewHead+body), minutes.Context{People: crew(t)})
	if err != nil {
		t.Fatal(err)
	}
	sameTasks(t, f, minutes.Context{People: crew(t)})
	return f
}

// sameTasks fails if the quick way to a file's tasks gives others than Parse.
func sameTasks(t testing.TB, f *minutes.File, ctx minutes.Context) {
	t.Helper()
	ts, err := minutes.ReadTasks(f.Name(), f.Source(), ctx)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(f.Meeting.Tasks, ts, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("ReadTasks differs from Parse (-Parse +ReadTasks):\n%s\n%s", diff, f.Source())
	}
}

// said is a task in one line: text | assignees | due | id | state.
func said(k tasks.Task) string {
	var who []string
	for _, a := range k.Assignees {
		who = append(who, a.String())
	}
	return fmt.Sprintf("%s | %s | %s | %s | %s", k.Text, strings.Join(who, " "), k.Due, k.ID, k.State)
}

func saidAll(ts []tasks.Task) []string {
	var out []string
	for _, k := range ts {
		out = append(out, said(k))
	}
	return out
}

func codes(f *minutes.File) string {
	var out []string
	for _, p := range f.Problems() {
		out = append(out, fmt.Sprintf("%d:%s", p.Line, p.Code))
	}
	return strings.Join(out, " ")
}

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

func TestWhatDoesNotCloseIsReported(t *testing.T) {
	for name, tt := range map[string]struct {
		body, problems string
		tasks          int
	}{
		"fence":             {"- [ ] a\n\n```\n- [ ] b\n\n## Segel\n", "11:unclosed", 1},
		"long fence":        {"- [ ] a\n\n~~~~\n- [ ] b\n~~~\n", "11:unclosed", 1},
		"comment":           {"- [ ] a\n\n<!-- b\n- [ ] c\n\n## Segel\n", "11:unclosed", 1},
		"closed fence":      {"```\n- [ ] a\n```\n", "", 0},
		"closed comment":    {"<!-- a\n-->\n- [ ] b\n", "", 1},
		"motion":            {"### Antrag 1: Segel\n\n**Begründung:** ja\n\n- [ ] a\n", "", 1},
		"quote":             {"> a\n- [ ] b\n", "", 1},
		"bracket":           {"- [ ] a (kaja\n- [ ] b\n", "", 2},
		"bold":              {"**a\n\n- [ ] b\n", "", 1},
		"inline code":       {"a ` b\n\n- [ ] c `d\n- [ ] e`\n", "", 2},
		"wiki link":         {"a [[b\n- [ ] c [[d\n", "", 1},
		"fence in a list":   {"- a\n  ```\n  - [ ] b\n\n- [ ] c\n", "", 1},
		"empty and the end": {"", "", 0},
	} {
		f := read(t, tt.body)
		if got := codes(f); got != tt.problems || len(f.Meeting.Tasks) != tt.tasks {
			t.Errorf("%s: problems %q, tasks %v; want %q and %d", name, got, saidAll(f.Meeting.Tasks), tt.problems, tt.tasks)
		}
	}
}

func TestCopiedAndReorderedLines(t *testing.T) {
	f := read(t, "## Segel\n\n"+
		"- [ ] zwei (kaja) #320506-2\n"+
		"- [ ] eins (kaja) #320506-1\n"+
		"- [x] zwei, kopiert (kaja) #320506-2\n"+
		"- [ ] von neulich (kaja) #320429-4\n"+
		"- [ ] zwischendurch (kaja) #320506-kaja-1\n"+
		"- [ ] neu, siehe #320429-4 (kaja)\n")
	if diff := cmp.Diff([]string{
		"zwei | kaja | 2032-05-13 | 320506-2 | open",
		"eins | kaja | 2032-05-13 | 320506-1 | open",
		"neu, siehe #320429-4 | kaja | 2032-05-13 |  | open",
	}, saidAll(f.Meeting.Tasks)); diff != "" {
		t.Error(diff)
	}
	want := []minutes.Mention{
		{ID: "320506-2", Text: "zwei, kopiert (kaja)", Checked: true, Line: 13},
		{ID: "320429-4", Text: "von neulich (kaja)", Line: 14},
		{ID: "320506-kaja-1", Text: "zwischendurch (kaja)", Line: 15},
		{ID: "320429-4", Text: "neu, siehe #320429-4 (kaja)", Line: 16},
	}
	if diff := cmp.Diff(want, f.Meeting.Mentions); diff != "" {
		t.Error(diff)
	}
	if got := codes(f); got != "13:duplicate-id" {
		t.Errorf("problems %q", got)
	}
}

func TestMentionsOutsideTasks(t *testing.T) {
	f := read(t, "## Offene Aufgaben\n\n- #320429-4 Segel flicken (kaja): erledigt\n- #320429-5: vertagt\n\n"+
		"## Segel\n\nsiehe #320422-1, nicht `#320422-2`\n\n> und nicht #320422-3\n\n    #320422-4\n")
	want := []minutes.Mention{
		{ID: "320429-4", Text: "Segel flicken (kaja): erledigt", Line: 11},
		{ID: "320429-5", Text: "vertagt", Line: 12},
		{ID: "320422-1", Text: "siehe #320422-1, nicht `#320422-2`", Line: 16},
	}
	if diff := cmp.Diff(want, f.Meeting.Mentions); diff != "" {
		t.Error(diff)
	}
	if len(f.Meeting.Tasks) != 0 {
		t.Errorf("tasks: %v", saidAll(f.Meeting.Tasks))
	}
}

func TestIdsOfAnotherSeriesAreForeign(t *testing.T) {
	src := []byte(crewHead + "- [ ] a #320506-1\n- [ ] b #IT-320506-1\n")
	ctx := minutes.Context{IDPrefix: func(series string) string { return map[string]string{"deck": "IT"}[series] }}
	f, err := minutes.Parse("2032-05-06-deck.md", src, ctx)
	if err != nil {
		t.Fatal(err)
	}
	sameTasks(t, f, ctx)
	if got := saidAll(f.Meeting.Tasks); len(got) != 1 || !strings.HasPrefix(got[0], "b |") {
		t.Errorf("tasks %v", got)
	}
}

func TestMovedMeetingKeepsItsIds(t *testing.T) {
	src := []byte("---\ndate: 2032-05-07\nid-day: 2032-05-06\n---\n- [ ] a #320506-1\n- [ ] b #320507-1\n")
	f, err := minutes.Parse("2032-05-07-deck.md", src, minutes.Context{})
	if err != nil {
		t.Fatal(err)
	}
	sameTasks(t, f, minutes.Context{})
	if got := saidAll(f.Meeting.Tasks); len(got) != 1 || got[0] != "a |  | 2032-05-14 | 320506-1 | open" {
		t.Errorf("tasks %v", got)
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

func TestFrontMatter(t *testing.T) {
	src := "---\nseries: deck\ndate: 2032-05-06\nstart: 22:20\nend: 01:10\nplace: Kajüte, Raum #267121\nkeeper: kaja\nstatus: final\n" +
		"due-days: 14\ntimezone: Europe/Oslo\nwetter: no: #1 ist 22:20\n\n---\n# Titel\n\n- [ ] a\n"
	ctx := minutes.Context{DueDays: 3, TimeZone: "Asia/Tokyo", Page: func(s string, d when.Date) string { return s + "/" + d.String() }}
	f, err := minutes.Parse("a/b/2032-05-06-deck.md", []byte(src), ctx)
	if err != nil {
		t.Fatal(err)
	}
	sameTasks(t, f, ctx)
	m := f.Meeting
	got := []string{m.ID, m.Series, m.Title, m.Date.String(), m.Start.String(), m.End.String(), m.Place, m.Keeper, string(m.Status), fmt.Sprint(m.DueDays), m.TimeZone, m.Page}
	want := []string{
		"2032-05-06-deck", "deck", "Titel", "2032-05-06", "2032-05-06T22:20", "2032-05-07T01:10", "Kajüte, Raum #267121", "kaja",
		"final", "14", "Europe/Oslo", "deck/2032-05-06",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if m.Tasks[0].Due != when.Day(2032, 5, 20) {
		t.Errorf("the file's own due-days must count: %s", m.Tasks[0].Due)
	}
	if v, ok := f.Front().Get("WETTER"); !ok || v != "no: #1 ist 22:20" {
		t.Errorf("unknown keys are kept: %q", v)
	}
	if codes(f) != "" {
		t.Errorf("problems %q", codes(f))
	}
}

func TestFrontMatterLeavesOutWhatIsNotKnown(t *testing.T) {
	f, err := minutes.Parse("2032-05-06-deck-2.private.md", []byte("---\nstart:\nend: 01:10\nfoo\nplace: a\nplace: b\n---\n"), minutes.Context{})
	if err != nil {
		t.Fatal(err)
	}
	m := f.Meeting
	if m.ID != "2032-05-06-deck-2" || !m.Private || m.Date.String() != "2032-05-06" || !m.Start.IsZero() || m.End.String() != "2032-05-06T01:10" ||
		m.Status != minutes.StatusDraft || m.DueDays != minutes.DefaultDueDays || m.Place != "a" {
		t.Errorf("%+v", m)
	}
	if got := codes(f); got != "4:unread-line 6:duplicate-key" {
		t.Errorf("problems %q", got)
	}
}

func TestBrokenFilesNameFileLineAndWhatToDo(t *testing.T) {
	for name, tt := range map[string]struct {
		src  string
		line int
	}{
		"not closed":          {"---\ndate: 2032-05-06\n", 1},
		"not closed, heading": {"---\ndate: 2032-05-06\n\n# Titel\n\n---\n", 4},
		"bad date":            {"---\nseries: deck\ndate: 2032-02-30\n---\n", 3},
		"German date":         {"---\ndate: 06.05.2032\n---\n", 2},
		"bad time":            {"---\ndate: 2032-05-06\nstart: 25:00\n---\n", 3},
		"bad end":             {"---\ndate: 2032-05-06\nend: später\n---\n", 3},
		"bad status":          {"---\ndate: 2032-05-06\nstatus: fertig\n---\n", 3},
		"bad days":            {"---\ndate: 2032-05-06\ndue-days: -1\n---\n", 3},
		"bad id day":          {"---\ndate: 2032-05-06\nid-day: gestern\n---\n", 3},
		"NUL":                 {"---\ndate: 2032-05-06\n---\na\n\x00\n", 5},
		"not UTF-8":           {"---\ndate: 2032-05-06\n---\nä\n\xe4\n", 5},
		"no date":             {"# Titel\n", 1},
	} {
		file := "minutes/2032/2032-05-06-deck.md"
		if name == "no date" {
			file = "notes.md"
		}
		_, err := minutes.Parse(file, []byte(tt.src), minutes.Context{})
		var le *minutes.LineError
		if !errors.As(err, &le) || le.File != file || le.Line != tt.line {
			t.Errorf("%s: %v, want line %d", name, err, tt.line)
			continue
		}
		for _, l := range []lang.Lang{lang.German, lang.English} {
			if lang.HintOf(err, l) == "" || !strings.HasPrefix(lang.Say(err, l), fmt.Sprintf("%s:%d: ", file, tt.line)) {
				t.Errorf("%s: %q, hint %q", name, lang.Say(err, l), lang.HintOf(err, l))
			}
		}
		if _, quick := minutes.ReadTasks(file, []byte(tt.src), minutes.Context{}); quick == nil || quick.Error() != err.Error() {
			t.Errorf("%s: ReadTasks says %v, Parse %v", name, quick, err)
		}
	}
}

func TestFormsOfTheFileItself(t *testing.T) {
	body := crewHead + "## Segel\n\n- [ ] a (kaja)\n- b"
	want := read(t, "## Segel\n\n- [ ] a (kaja)\n- b\n").Meeting
	for name, src := range map[string]string{
		"no line break at the end": body,
		"CRLF":                     strings.ReplaceAll(body, "\n", "\r\n") + "\r\n",
		"byte order mark":          "\ufeff" + body,
	} {
		ctx := minutes.Context{People: crew(t)}
		f, err := minutes.Parse("2032-05-06-deck.md", []byte(src), ctx)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		sameTasks(t, f, ctx)
		if diff := cmp.Diff(want, f.Meeting); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if string(f.Source()) != src {
			t.Errorf("%s: the source has changed", name)
		}
	}
}

func TestSectionsJoinedAreTheBody(t *testing.T) {
	for _, body := range []string{
		"", "text\n", "\n\nvorweg\n\n## A\n\nb\n### C\n\n## Antrag 1\n\n#### Begründung\n\nx\n\n## D", "## A\n# B\nc\n",
		"Unterstrichen\n===\n\na\n\nAuch\nzwei Zeilen\n---\nb\n",
	} {
		f := read(t, body)
		var joined strings.Builder
		last := 0
		for _, s := range f.Sections {
			if s.Line != last+1 && last > 0 || s.End < s.Line-1 {
				t.Errorf("%q: section %q has lines %d to %d behind %d", body, s.Title, s.Line, s.End, last)
			}
			last = s.End
			joined.Write(s.At.Of(f.Source()))
			if string(s.BodyAt.Of(f.Source())) != s.Body {
				t.Errorf("%q: body of %q is elsewhere", body, s.Title)
			}
		}
		if got := joined.String(); got != "\n"+body {
			t.Errorf("sections of %q joined: %q", body, got)
		}
	}
}

func TestMotionsHandledByOneAnswer(t *testing.T) {
	f := read(t, "## Segel\n\n> **Antwort der Werft:** ja\n>\n> mehr [[Werft/Plan]]\n\n> ein Zitat\n")
	want := []motions.Passage{{Kind: motions.Answer, By: "Werft", Label: "Antwort der Werft", Text: "ja\n\nmehr [[Werft/Plan]]", Line: 11, End: 13}}
	if diff := cmp.Diff(want, f.Meeting.Answers); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"Werft/Plan"}, f.Meeting.Links); diff != "" {
		t.Error(diff)
	}
}

func TestLinks(t *testing.T) {
	f := read(t, "## Zu [[A]]\n\n[[B b|so]], [[C#d_e|f]] [[A]] `[[nein]]` \\[[nein]] <!-- [[nein]] -->\n\n- [[Kategorie:K]] [[:Kategorie:L]] [[Datei:x.png]]\n\n"+
		"> [[ D ]] [[offen\n\n    [[nein]]\n\n```\n[[nein]]\n```\n[[zu [[E]]\n")
	if diff := cmp.Diff([]string{"A", "B b", "C#d_e", "Kategorie:L", "D", "E"}, f.Meeting.Links); diff != "" {
		t.Error(diff)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		crewHead, crewHead + "- [ ] a (kaja) bis 20.05.2032 #320506-1\n", "---\ndate: 2032-05-06\n---\n## Anwesend\n- a (b)\n\t- c, d (e)\n## Antrag 1: x\n> **Antwort:** y\nz\n",
		crewHead + "## Abwesend\n- entschuldigt: a\n### Antrag\n**Antragsteller:** a (b) c\n**Abstimmung (1:10):** 1/2/3\n**Beschluss:** ja\n",
		"A\n===\n\n- [ ] b\n\nC\n---\n- - [ ] d\n", "# A\n## B (Fortsetzung)\n### B {x} (continued)\n<!--",
		"\ufeff---\r\ndate: 2032-05-06\r\n---\r\n# a #\r\n* [X] b (c, d?, alle, Freitag)\r\n", "- [x] ((((\n- [ ] )))\n- [ ] bis by bis 1.1.\n",
		"[a]: b\n\n[c]: d\n\"e\n## F\n", ">\n> \n>>a\n- > [[b|[[c]]\n",
	} {
		f.Add([]byte(s))
	}
	people := crew(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		ctx := minutes.Context{People: people}
		file, err := minutes.Parse("2032-05-06-deck.md", src, ctx)
		if err != nil {
			var le *minutes.LineError
			if !errors.As(err, &le) || le.Line < 1 || le.Line > 1+strings.Count(string(src), "\n") {
				t.Fatalf("%v", err)
			}
			return
		}
		sameTasks(t, file, ctx)
		end := 0
		for _, s := range file.Sections {
			if s.At.Start < end || s.At.End < s.At.Start || s.BodyAt.End != s.At.End || s.Head.Start < s.At.Start {
				t.Fatalf("sections overlap: %+v", file.Sections)
			}
			end = s.At.End
		}
		if len(file.Sections) > 0 && end != len(src) && file.TitleLine().End < end {
			t.Fatalf("the sections end at %d of %d", end, len(src))
		}
		for _, tl := range file.TaskLines() {
			p := tl.Parts
			for _, s := range []minutes.Span{p.Text, p.Bracket, p.Due, p.ID} {
				if s.End < s.Start || !s.Empty() && (s.Start < tl.Content.Start || s.End > tl.Content.End) {
					t.Fatalf("%+v: a piece stands outside its line", tl)
				}
			}
			if tl.Task < 0 == (tl.Mention < 0) || !strings.ContainsRune(" xX", rune(src[tl.Mark])) {
				t.Fatalf("%+v", tl)
			}
		}
		for _, m := range file.Meeting.Motions {
			for _, p := range m.Parts {
				if p.Line < m.Line || p.End > m.End || p.End < p.Line {
					t.Fatalf("motion %d-%d has a passage %d-%d", m.Line, m.End, p.Line, p.End)
				}
			}
		}
	})
}
