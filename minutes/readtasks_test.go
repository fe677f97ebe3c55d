package minutes_test

import (
	"bytes"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"telko/minutes"
	"telko/tasks"
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
	prefix := ""
	ctx := minutes.Context{People: crew(t)}
	count, sure := 0, 0
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
				b.WriteString(pick("- ", "- ", "* ", "  - ", "1. ", "    - ") + pick("[ ] ", "[ ] ", "[x] ") + pick("a", "Fock flicken", "siehe #320506-1", "@lotte Fock", "TODO kaja: Fock", "Fock → LOTTE", "Fock; Zuständig: rt") +
					pick("", " (kaja)", " (lotte)", " (LOTTE?, rt)", " (smut, Freitag)", " (Jörn Zweig)", " (unbekannt)", " (Nele Nord und kaja)") +
					pick("", "", " bis Freitag", " bis 20.05.2032", " 20.05.2032", " bis irgendwann") +
					pick("", " #320506-1", " #320506-2", " #320429-1", " #320506-kaja-1") + pick("\n", "\n", "\n", "\r\n"))
			}
		}
		src := []byte(b.String())
		ctx.IDPrefix = nil
		if prefix = pick("none", "", "", "IT"); prefix != "none" {
			src = bytes.ReplaceAll(src, []byte("#320506-2"), []byte(pick("#320506-2", "#IT-320506-1", "#320506-1000", "#IT-320506-63")))
			ctx.IDPrefix = func(string) string { return prefix }
		}
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
		openTasks(t, src, ctx, got)
		count += len(got)
		if _, ok := minutes.ScanTasks(src); ok {
			sure++
		}
	}
	if count < 3000 || sure < 300 {
		t.Errorf("only %d tasks, %d files without doubt: the test proves little", count, sure)
	}
}

// Errors outlive the bytes they speak of.
func TestReadTasksErrors(t *testing.T) {
	for _, front := range []string{"date: gestern", "start: halb acht", "due-days: viele", "status: neu", "id-day: morgen"} {
		src := []byte("---\ndate: 2032-05-06\n" + front + "\n---\n\n# Deck\n\n- [ ] Fock flicken\n")
		if strings.HasPrefix(front, "date") {
			src = bytes.Replace(src, []byte("date: 2032-05-06\n"), nil, 1)
		}
		_, want := minutes.Parse("2032-05-06-deck.md", src, minutes.Context{})
		_, got := minutes.ReadTasks("2032-05-06-deck.md", src, minutes.Context{})
		clear(src)
		if want == nil || got == nil || got.Error() != want.Error() {
			t.Errorf("%s: %v, want %v", front, got, want)
		}
	}
}

// openTasks holds ReadOpenTasks to all, the tasks of src: those that are not
// closed, each with an id asked for once, in order.
func openTasks(t *testing.T, src []byte, ctx minutes.Context, all []tasks.Task) {
	t.Helper()
	closed := func(id string, checked bool) bool { return checked != strings.HasSuffix(id, "1") }
	var want []tasks.Task
	var ask, asked []string
	for _, task := range all {
		checked := task.State == tasks.Done
		if task.ID != "" {
			ask = append(ask, string(task.ID))
		}
		if task.ID == "" && !checked || task.ID != "" && !closed(string(task.ID), checked) {
			want = append(want, task)
		}
	}
	buf := bytes.Clone(src)
	got, err := minutes.ReadOpenTasks("2032-05-06-deck.md", buf, ctx, func(id []byte, checked bool) bool {
		asked = append(asked, string(id))
		return closed(string(id), checked)
	})
	if err != nil {
		t.Fatal(err)
	}
	clear(buf) // whoever reads hundreds of files reads all into one buffer
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()) + cmp.Diff(ask, asked); diff != "" {
		t.Fatalf("(-ReadTasks +ReadOpenTasks):\n%s\n%s", diff, src)
	}
}
