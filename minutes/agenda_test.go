package minutes_test

import (
	"slices"
	"strings"
	"testing"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
)

const agendaHead = "---\ndate: 2031-03-13\nstatus: agenda\n---\n\n# Plenum 13.03.2031\n"

const agendaFile = agendaHead + `
## Klausur

- im Mai

### Halle

Küche
-----

warm

## Anträge

### Antrag 1: Neuer Ofen #M310313-1

Es möge ein Ofen her.

#### Begründung

Der alte raucht.

## Planung der nächsten 7 Tage

- [ ] Holz holen (ole)
`

// numbered lists the items of an agenda as people see them.
func numbered(t *testing.T, src string) []string {
	t.Helper()
	var out []string
	for _, it := range fileOf(t, "2031-03-13-x.md", src, gardenContext(t, lang.German)).AgendaItems() {
		out = append(out, it.Number+" "+it.Title)
	}
	return out
}

func TestAgendaItems(t *testing.T) {
	want := []string{"1 Klausur", "1.1 Halle", "2 Küche", "3 Anträge", "3.1 Antrag 1: Neuer Ofen"}
	if got := numbered(t, agendaFile); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := numbered(t, agendaHead); got != nil {
		t.Errorf("an empty agenda has %q", got)
	}
	// What stands beside the topics is no item, what stands below a plan neither.
	src := agendaHead + "\n## Anwesend\n\n- Ole\n\n## Offene Aufgaben\n\n- #310306-1 x\n\n## Plan\n\n## Aufgaben\n\n### Haus\n\n## Ende\n"
	if got, want := numbered(t, src), []string{"1 Plan", "2 Ende"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFindAgendaItem(t *testing.T) {
	items := fileOf(t, "2031-03-13-x.md", agendaFile, gardenContext(t, lang.German)).AgendaItems()
	for word, want := range map[string]int{
		"1": 0, "1.1": 1, "1.1.": 1, "halle": 1, " KÜCHE ": 2, "Küc": 2, "3.1": 4, "#M310313-1": 4, "neuer ofen": 4, "ofen": 4,
		"": -1, "4": -1, "l": -1, "Garten": -1,
	} {
		if got, err := minutes.FindAgendaItem(items, word); got != want || (err == nil) != (want >= 0) {
			t.Errorf("%q: %d, %v, want %d", word, got, err, want)
		}
	}
}

func TestAddTopic(t *testing.T) {
	ctx := gardenContext(t, lang.German)
	for _, c := range []struct {
		src, title string
		under      int
		want       []string // numbers and titles; nil if it is refused
	}{
		{agendaHead, "Klausur", -1, []string{"1 Klausur"}},
		{strings.TrimRight(agendaHead, "\n"), "Klausur", -1, []string{"1 Klausur"}},
		{agendaFile, "Garten", -1, []string{"1 Klausur", "1.1 Halle", "2 Küche", "3 Anträge", "3.1 Antrag 1: Neuer Ofen", "4 Garten"}},
		{agendaFile, "Essen", 0, []string{"1 Klausur", "1.1 Halle", "1.2 Essen", "2 Küche", "3 Anträge", "3.1 Antrag 1: Neuer Ofen"}},
		{agendaFile, "Herd\n\nund Topf", 2, []string{"1 Klausur", "1.1 Halle", "2 Küche", "2.1 Herd und Topf", "3 Anträge", "3.1 Antrag 1: Neuer Ofen"}},
		{agendaFile, "küche", 0, nil},
		{agendaFile, "Aufgaben", -1, nil},
		{agendaHead, "Anwesend", -1, nil},
		{agendaHead, "", -1, nil},
		{agendaHead + "\n## A\n\n```\noffen\n", "B", -1, nil},
		{agendaHead + "\n###### A\n", "B", 0, nil},
	} {
		f := fileOf(t, "2031-03-13-x.md", c.src, ctx)
		out, err := f.AddTopic(c.title, c.under)
		if (err != nil) != (c.want == nil) {
			t.Errorf("%q: %v", c.title, err)
			continue
		}
		if err != nil {
			continue
		}
		if got := numbered(t, string(out)); !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.title, got, c.want)
		}
		// All that was there is there still, and the plan stays the last.
		if rest := strings.Replace(string(out), c.title+"\n\n", "", 1); c.under < 0 && strings.Contains(c.src, "## Planung") && !strings.HasSuffix(rest, "(ole)\n") {
			t.Errorf("%q: the plan is not the last:\n%s", c.title, out)
		}
	}
}

// A file with the line ends of Windows keeps them.
func TestAddTopicCRLF(t *testing.T) {
	ctx := gardenContext(t, lang.German)
	src := strings.ReplaceAll(agendaFile, "\n", "\r\n")
	out, err := fileOf(t, "2031-03-13-x.md", src, ctx).AddTopic("Garten", 0)
	if err != nil {
		t.Fatal(err)
	}
	if want := strings.Replace(src, "Küche\r\n", "### Garten\r\n\r\nKüche\r\n", 1); string(out) != want {
		t.Errorf("got %q\nwant %q", out, want)
	}
}

func TestAddMotion(t *testing.T) {
	ctx := gardenContext(t, lang.German)
	mo := motions.Motion{Title: "Neue Töpfe", Petitioner: "Ole", Parts: []motions.Passage{{Kind: motions.TextPart, Text: "Es mögen Töpfe her."}}}
	out, err := fileOf(t, "2031-03-13-x.md", agendaHead, ctx).AddMotion(mo, -1)
	if err != nil {
		t.Fatal(err)
	}
	if want := agendaHead + "\n## Anträge\n\n### Antrag 1: Neue Töpfe\n\n**Antragsteller:** Ole\n\nEs mögen Töpfe her.\n"; string(out) != want {
		t.Errorf("got %q\nwant %q", out, want)
	}
	out, err = fileOf(t, "2031-03-13-x.md", agendaFile, ctx).AddMotion(mo, -1)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"1 Klausur", "1.1 Halle", "2 Küche", "3 Anträge", "3.1 Antrag 1: Neuer Ofen", "3.2 Antrag 2: Neue Töpfe"}
	if got := numbered(t, string(out)); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if _, err := fileOf(t, "2031-03-13-x.md", string(out), ctx).AddMotion(mo, 0); err == nil {
		t.Error("the motion stands there twice")
	}
	if out, err = fileOf(t, "2031-03-13-x.md", agendaFile, ctx).AddMotion(mo, 2); err != nil || !slices.Contains(numbered(t, string(out)), "2.1 Antrag 2: Neue Töpfe") {
		t.Errorf("%v:\n%s", err, out)
	}
}

func TestMoveItem(t *testing.T) {
	ctx := gardenContext(t, lang.German)
	for _, c := range []struct {
		n, before int
		want      []string
	}{
		{2, 0, []string{"1 Küche", "2 Klausur", "2.1 Halle", "3 Anträge", "3.1 Antrag 1: Neuer Ofen"}},
		{0, 3, []string{"1 Küche", "2 Klausur", "2.1 Halle", "3 Anträge", "3.1 Antrag 1: Neuer Ofen"}},
		{0, -1, []string{"1 Küche", "2 Anträge", "2.1 Antrag 1: Neuer Ofen", "3 Klausur", "3.1 Halle"}},
		{1, 0, []string{"1 Halle", "2 Klausur", "3 Küche", "4 Anträge", "4.1 Antrag 1: Neuer Ofen"}},
		{2, 1, []string{"1 Klausur", "1.1 Küche", "1.2 Halle", "2 Anträge", "2.1 Antrag 1: Neuer Ofen"}},
		{4, 0, []string{"1 Antrag 1: Neuer Ofen", "2 Klausur", "2.1 Halle", "3 Küche", "4 Anträge"}},
		{3, 1, []string{"1 Klausur", "1.1 Anträge", "1.1.1 Antrag 1: Neuer Ofen", "1.2 Halle", "2 Küche"}},
		{2, 2, []string{"1 Klausur", "1.1 Halle", "2 Küche", "3 Anträge", "3.1 Antrag 1: Neuer Ofen"}},
		{0, 1, nil},
	} {
		out, err := fileOf(t, "2031-03-13-x.md", agendaFile, ctx).MoveItem(c.n, c.before)
		if err != nil {
			if c.want != nil {
				t.Errorf("%d before %d: %v", c.n, c.before, err)
			}
			continue
		}
		if got := numbered(t, string(out)); !slices.Equal(got, c.want) {
			t.Errorf("%d before %d: got %q, want %q\n%s", c.n, c.before, got, c.want, out)
		}
		f := fileOf(t, "2031-03-13-x.md", string(out), ctx)
		if mo := f.Meeting.Motions; len(mo) != 1 || len(mo[0].Parts) != 2 || mo[0].Parts[1].Text != "Der alte raucht." {
			t.Errorf("%d before %d: the motion is not whole:\n%s", c.n, c.before, out)
		}
		if !strings.HasSuffix(string(out), "## Planung der nächsten 7 Tage\n\n- [ ] Holz holen (ole)\n") {
			t.Errorf("%d before %d: the plan is not the last:\n%s", c.n, c.before, out)
		}
	}
	deep := agendaHead + "\n## A\n\n##### B\n\n###### C\n\n## D\n\n### E\n"
	if out, err := fileOf(t, "2031-03-13-x.md", deep, ctx).MoveItem(0, 4); err == nil {
		t.Errorf("deeper than Markdown knows:\n%s", out)
	}
}

// FuzzMoveItem moves items about in any file: nothing is lost, whatever it
// holds, or it is refused.
func FuzzMoveItem(f *testing.F) {
	f.Add(agendaFile, uint8(0), uint8(4))
	f.Add(strings.ReplaceAll(agendaFile, "\n", "\r\n"), uint8(4), uint8(0))
	f.Add(agendaHead+"\n## A\n\n```\n## B\n\n## C\n", uint8(1), uint8(0))
	f.Add(agendaHead+"## A\n- x\n\n  ## B\n<!-- ## C\n## D\n", uint8(1), uint8(1))
	f.Fuzz(func(t *testing.T, src string, n, before uint8) {
		ctx := gardenContext(t, lang.German)
		g, err := minutes.Parse("2031-03-13-x.md", []byte(src), ctx)
		if err != nil {
			return
		}
		items := g.AgendaItems()
		if len(items) == 0 {
			return
		}
		to := int(before)%(len(items)+1) - 1
		out, err := g.MoveItem(int(n)%len(items), to)
		if err != nil {
			return
		}
		if got, want := words(string(out)), words(src); !slices.Equal(got, want) {
			t.Errorf("%d before %d: got %q, want %q", int(n)%len(items), to, got, want)
		}
	})
}

// words returns the words of a text, sorted, without the marks of headings.
func words(s string) []string {
	out := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \t\r\n#=-", r) })
	slices.Sort(out)
	return out
}
