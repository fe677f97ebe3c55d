package tui

import (
	"fmt"
	"strings"
	"testing"
)

func (m draftMotion) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d|%s|%s\n", m.number, m.title, m.petitioner)
	for _, p := range m.parts {
		fmt.Fprintf(&b, "%s(%s) %q\n", p.kind, p.by, p.text)
	}
	return b.String()
}

func TestReadMotionText(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{
			"no labels", "Der Vorstand möge beschließen,\ndass es Kuchen gibt.\n\nJeden Tag.\n", "0||\n" +
				`text() "Der Vorstand möge beschließen,\ndass es Kuchen gibt.\n\nJeden Tag."`,
		},
		{
			"a mail", "Antrag 3: Neuer Server\r\nAntragstellerin: Vera Lind\r\n\r\nWir kaufen einen.\r\n\r\nBegründung:\r\nDer alte ist laut.\r\n", "3|Neuer Server|Vera Lind\n" +
				`text() "Wir kaufen einen."` + "\n" + `reasons() "Der alte ist laut."`,
		},
		{
			"a wiki page", "==== Antrag 2: Umzug ====\n;Antragsteller: Jan\n;Begründung\n:Es ist eng.\n:Und kalt.\n;Antwort der IT:Wann?\n", "2|Umzug|Jan\n" +
				`reasons() "Es ist eng.\nUnd kalt."` + "\n" + `answer(IT) "Wann?"`,
		},
		{
			"Markdown with an answer between", "**Begründung:** Der erste Grund.\n\n> **Antwort der IT:** Stimmt.\n> Sogar sehr.\n\nDer zweite Grund.\n", "0||\n" +
				`reasons() "Der erste Grund."` + "\n" + `answer(IT) "Stimmt.\nSogar sehr."` + "\n" + `reasons() "Der zweite Grund."`,
		},
		{
			"a misspelt word is a label only where it is marked", "'''Begrundung''': weil\nBegrundung: sie fehlte", "0||\n" +
				`reasons() "weil\nBegrundung: sie fehlte"`,
		},
		{
			"a sentence with a colon is text", "Hinweis: Antwort geben wir nächste Woche.\nDie Antwort: nein", "0||\n" +
				`text() "Hinweis: Antwort geben wir nächste Woche.\nDie Antwort: nein"`,
		},
		{
			"a quote that is none of an answer stays", "> zitiert\n\ndanach", "0||\n" + `text() "> zitiert\n\ndanach"`,
		},
		{
			"tally and decision", "Text.\n\nAbstimmung: 5 dafür, 1 dagegen\nBeschluss: angenommen", "0||\n" +
				`text() "Text."` + "\n" + `vote() "5 dafür, 1 dagegen"` + "\n" + `decision() "angenommen"`,
		},
		{
			"a recommendation keeps its label", "Text.\n\n**Empfehlung:** annehmen", "0||\n" +
				`text() "Text.\n\n**Empfehlung:** annehmen"`,
		},
		{"nothing", " \n\t\n", "0||"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.TrimSpace(readMotionText(c.text).String()); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// Whatever is pasted, nothing of it is left out but labels and their marks.
func FuzzReadMotionText(f *testing.F) {
	f.Add("Antrag 3: Neuer Server\nAntragsteller: Vera\n\nText\nBegründung: weil\n> **Antwort:** ja\n")
	f.Add("= Antrag 1 =\n;Begründung (Vera):b\n'''Abstimmung (23:41)''': c\n:d\nAntragsteller: a\nAntragsteller: b")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return // the test itself is quadratic
		}
		lines := strings.Split(cleanText(text), "\n")
		for i := range lines {
			lines[i] += fmt.Sprintf(" zz%dzz", i)
		}
		got := readMotionText(strings.Join(lines, "\n")).String()
		for i := range lines {
			if !strings.Contains(got, fmt.Sprintf("zz%dzz", i)) {
				t.Fatalf("line %d of %q is lost: %s", i, lines, got)
			}
		}
	})
}
