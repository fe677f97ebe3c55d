package archive

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSearch(t *testing.T) {
	w := newWorkspace(t)
	src := "---\ndate: 2010-01-07\nkeeper: drucker\n---\n\n# Werk-Telko\n\n## Drucker\n\n- Toner für den ALTEN Drucker\n- Kabel\n\n```\n## drucker im Quelltext\n```\n\n### Übergänge\n\nder ÜBERGANG ist U\u0308BEL, Σίσυφος auch\n"
	ref, err := w.Create("2010-01-07-werk-telko", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.EditPrivate(ref, func([]byte) ([]byte, error) { return []byte("## Geheim\n\n- Drucker von Ole\n"), nil }); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Create("2010-01-14-andere", []byte("---\ndate: 2010-01-14\n---\n\nkein drucker, kein Topic\n")); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		words string
		want  string
	}{
		{"drucker", "2010-01-07-werk-telko:8 [Drucker] ## Drucker\n" +
			"2010-01-07-werk-telko:10 [Drucker] - Toner für den ALTEN Drucker\n" +
			"2010-01-07-werk-telko:14 [Drucker] ## drucker im Quelltext\n" +
			"2010-01-07-werk-telko:3 private [Geheim] - Drucker von Ole\n" +
			"2010-01-14-andere:5 [] kein drucker, kein Topic\n"},
		{"DRUCKER alten", "2010-01-07-werk-telko:10 [Drucker] - Toner für den ALTEN Drucker\n"},
		{"übergänge", "2010-01-07-werk-telko:17 [Übergänge] ### Übergänge\n"},
		{"übel", "2010-01-07-werk-telko:19 [Übergänge] der ÜBERGANG ist U\u0308BEL, Σίσυφος auch\n"},
		{"ΣΊΣΥΦΟΣ", "2010-01-07-werk-telko:19 [Übergänge] der ÜBERGANG ist U\u0308BEL, Σίσυφος auch\n"},
		{"kabel drucker", ""}, // not on one line
		{"keeper", ""},
		{"", ""},
	} {
		hits, problems, err := w.Search(strings.Fields(c.words), nil)
		if err != nil || len(problems) > 0 {
			t.Fatal(err, problems)
		}
		if d := cmp.Diff(c.want, hitsText(hits)); d != "" {
			t.Errorf("%q: %s", c.words, d)
		}
	}
	hits, _, err := w.Search([]string{"drucker"}, func(r Ref) bool { return r.ID == "2010-01-14-andere" })
	if err != nil || len(hits) != 1 {
		t.Errorf("%v, %v", hits, err)
	}
}

func hitsText(hits []Hit) string {
	var b strings.Builder
	for _, h := range hits {
		b.WriteString(h.Ref.ID + ":" + strconv.Itoa(h.Line))
		if h.Private {
			b.WriteString(" private")
		}
		b.WriteString(" [" + h.Topic + "] " + h.Text + "\n")
	}
	return b.String()
}
