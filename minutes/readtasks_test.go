package minutes_test

import (
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"telko/minutes"
)

// TestReadTasksOfSamples holds the quick reader to the full one on whole files.
func TestReadTasksOfSamples(t *testing.T) {
	files, err := filepath.Glob("testdata/*.md")
	if err != nil || len(files) == 0 {
		t.Fatal("no samples", err)
	}
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, ctx := range []minutes.Context{{}, {People: crew(t), DueDays: 3}} {
			f, err := minutes.Parse(name, src, ctx)
			if err != nil {
				t.Fatal(err)
			}
			sameTasks(t, f, ctx)
		}
	}
}

// TestReadTasksOfRandomFiles puts minutes together of all that tasks depend
// on: headings of every kind and level, attendance, brackets, ids, structure.
func TestReadTasksOfRandomFiles(t *testing.T) {
	r := rand.New(rand.NewSource(20320506))
	pick := func(of ...string) string { return of[r.Intn(len(of))] }
	ctx := minutes.Context{People: crew(t)}
	tasks, sure := 0, 0
	for range 3000 {
		var b strings.Builder
		b.WriteString(crewHead)
		for range 1 + r.Intn(25) {
			switch r.Intn(10) {
			case 0, 1:
				b.WriteString("\n" + pick("#", "##", "##", "###", "####") + " " + pick(
					"Anwesend", "Abwesend", "Gäste", "Segel", "Segel (Fortsetzung)", "Deck", "Deck {privat}", "Ort", "Offene Aufgaben", "Aufgaben",
					"Antrag 1: a", "Antrag", "Begründung", "deck (continued)", "Anker #M320506-1") + pick("", "", " ##") + "\n\n")
			case 2:
				b.WriteString(pick("- ", "  - ", "") + pick("Lotte Boje (lotte)", "smut", "entschuldigt: Rike Tau (rt), Nele Nord", "kaja (Gast)", "Jörn Zweig", "a, b und c") + "\n")
			case 3:
				b.WriteString(pick("\n", "```\n", "text\n", "> - [ ] nein (kaja)\n", "<!-- nein -->\n", "    code\n", "- a\n", "\ttab\n", "Segel\n---\n", "<b>\n", "---\n"))
			default:
				b.WriteString(pick("- ", "- ", "* ", "  - ", "1. ", "    - ") + pick("[ ] ", "[ ] ", "[x] ") + pick("a", "Fock flicken", "siehe #320506-1") +
					pick("", " (kaja)", " (lotte)", " (LOTTE?, rt)", " (smut, Freitag)", " (Jörn Zweig)", " (unbekannt)", " (Nele Nord und kaja)") +
					pick("", "", " bis Freitag", " bis 20.05.2032", " 20.05.2032", " bis irgendwann") +
					pick("", " #320506-1", " #320506-2", " #320429-1", " #320506-kaja-1") + pick("\n", "\n", "\n", "\r\n"))
			}
		}
		src := []byte(b.String())
		f, err := minutes.Parse("2032-05-06-deck.md", src, ctx)
		if err != nil {
			t.Fatal(err)
		}
		got, err := minutes.ReadTasks("2032-05-06-deck.md", src, ctx)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(f.Meeting.Tasks, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("(-Parse +ReadTasks):\n%s\n%s", diff, src)
		}
		tasks += len(got)
		if _, ok := minutes.ScanTasks(src); ok {
			sure++
		}
	}
	if tasks < 3000 || sure < 300 {
		t.Errorf("only %d tasks, %d files without doubt: the test proves little", tasks, sure)
	}
}
