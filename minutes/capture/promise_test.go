package capture_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"telko/minutes/capture"
)

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// promised lists what a telco on 6 May 2032 begins with.
func promised(t *testing.T, files map[string]string) []string {
	t.Helper()
	ws := boat(t, "2032-05-06T22:00", files)
	p, err := capture.PlanFor(ws, capture.Wish{}, ws.Now())
	if err != nil {
		t.Fatal(err)
	}
	all, err := capture.Promises(ws, p)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, p := range all {
		s := map[capture.PromiseKind]string{capture.PromisedTask: "task ", capture.PromisedMotion: "motion ", capture.PromisedTopic: "topic "}[p.Kind]
		switch p.Kind {
		case capture.PromisedTask:
			s += string(p.Task.ID)
		case capture.PromisedMotion:
			s += p.Motion.Title
		default:
			s += p.Topic
		}
		if p.Overdue {
			s += "!"
		}
		out = append(out, s+" "+p.Date.String())
	}
	return out
}

func TestPromises(t *testing.T) {
	files := merged(
		deck("2032-04-08", "", "\n## Segel\n\n- [ ] Fock (kaja) bis 30.05.2032 #320408-1\n- [ ] Groß (kaja) #320408-2\n- [x] Klüver #320408-3\n\n## Ballast\n"),
		deck("2032-04-29", "status: final\n", `
## Anträge

### Antrag 1: Neuer Anker #M320429-1

Her damit.

### Antrag 2: Neue Taue #M320429-2

Her damit.

> **Antwort der Werft:** Haben wir.

### Antrag 3: Neues Ruder #M320429-3

Her damit.

**Beschluss:** angenommen

### Antrag 4: Neue Pumpe #M320429-4

**Beschluss:** vertagt

### Antrag 5: Neue Fahne #M320429-5

**Beschluss:** siehe Anlage

## Leeres

## Kiel

- Muscheln

## Mast

- viel geredet
- vertagt

## Kiel (Fortsetzung)

## Lack

- vertagt auf Juni

## Oben

### Unten

## Nichtöffentlicher Teil

## Planung der nächsten 7 Tage

- [ ] Lot werfen (piet) bis 06.05.2032 #320429-1
`),
		// One that goes on promises nothing yet.
		map[string]string{
			"tasks.log": "2032-04-30T10:00:00+02:00 kaja 320430-kaja-1 add 0123456789 due=2032-05-10 assign=kaja Eimer kaufen\n" +
				"2032-04-08T00:00:00+02:00 telko 320408-1 add 7e55e0d4ac\n",
		},
	)
	want := []string{
		"task 320408-2! 2032-04-08", "task 320429-1 2032-04-29", "task 320430-kaja-1 2032-04-30", "task 320408-1 2032-04-08",
		"motion Neuer Anker 2032-04-29", "motion Neue Taue 2032-04-29", "motion Neue Pumpe 2032-04-29",
		"topic Leeres 2032-04-29", "topic Mast 2032-04-29", "topic Lack 2032-04-29", "topic Unten 2032-04-29",
	}
	if got := promised(t, files); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}

	// What is on the agenda is left out, tasks of this telco are its own.
	agenda := deck("2032-05-06", "status: agenda\n", "\n## lack\n\n- [ ] Streichen (piet) #320506-1\n\n## Anträge\n\n### Antrag 1: Neuer Anker #M320429-1\n\n## Leeres\n\n## Unten\n")
	want = append(append([]string(nil), want[:4]...), want[5], want[6], want[8])
	if got := promised(t, merged(files, agenda)); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// A motion that a later telco took up again is one motion.
func TestPromisedMotionsJoin(t *testing.T) {
	first := deck("2032-04-22", "", "\n## Antrag 1: Neuer Anker #M320422-1\n\nHer damit.\n\n**Beschluss:** vertagt\n")
	for decision, want := range map[string]string{"": "motion Neuer Anker 2032-04-29", "\n**Beschluss:** abgelehnt\n": ""} {
		again := deck("2032-04-29", "", "\n## Antrag 3: Neuer Anker #M320422-1\n\n> **Antwort:** Gern.\n"+decision)
		if got := strings.Join(promised(t, merged(first, again)), "\n"); got != want {
			t.Errorf("%q: got %q", decision, got)
		}
	}
}
