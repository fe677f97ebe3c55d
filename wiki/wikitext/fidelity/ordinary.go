package fidelity

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Ordinary returns n minutes as people write them, in German and English: with
// what ordinary texts have of stops, brackets and signs, and nothing that means
// anything to a wiki.
func Ordinary(seed uint64, n int) []string {
	rng := rand.New(rand.NewPCG(seed, 10))
	out := make([]string, n)
	for i := range out {
		out[i] = generator{rng}.minutes()
	}
	return out
}

var (
	people  = []string{"Mira Tann (mira)", "Olaf Brink (ol)", "Jule Ahrens (jule)", "Hanno Welk (Gast)", "Tove Lind (tove) (seit 20:45)", "Bent Osterloh (bent) (bis 21:10)"}
	topics  = []string{"Backups", "Router & Leitungen", "Kasse", "TOP 3: Sommerfest", "Any other business", "Infrastruktur (Fortsetzung)", "Q2-Planung", "C# und F#", "Sonstiges", "Begrüßung (18:26)"}
	phrases = []string{
		"Der Router in Raum 3 fällt aus, Kosten ca. 120 €.", "läuft wieder: 3 * 4 = 12 Ports frei", "siehe http://example.org/tickets?id=12&x=1", "*wichtig*: bis Montag", "**Beschluss:** angenommen",
		"We agreed to move the meeting to 8 p.m.; nobody objected.", "5 dafür, 1 dagegen, 2 Enthaltungen", "a_b_c und C:\\neu bleiben, wie sie sind", "~15 Minuten, ca. 20 % mehr", "Jule: „Das geht schneller.“", "it's Olaf's turn (again)",
		"[Plan](http://example.org/plan) lesen", "[[Raum 3]] oder [[Raum 4|der kleine]]", "Version 2.0 -> 2.1, 10 < 12 > 8", "10:30 Uhr; danach Pause!", "Wer macht's? Niemand.", "`ping 10.0.0.1` antwortet", "AT&T & Co.", "Konto #4711, 50 % | 50 %", "#100107-2 ist offen", "+1, -1, =", "1. Januar: frei", "§ 5 (2) der Satzung", "x = y, a == b", "Raum [3] {neu}", "Frage? Antwort!", "e-mail an post@example.org",
	}
	tasks = []string{"Server testen (mira)", "Switch tauschen (ol, jule) bis 15.02.2010", "order a new disk (tove?)", "Protokoll an alle schicken (keiner)"}
)

// minutes returns one meeting.
func (g generator) minutes() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Netz-Telko %02d.%02d.2010\n\n## Anwesend\n\n", 1+g.IntN(28), 1+g.IntN(12))
	for range 2 + g.IntN(5) {
		b.WriteString("- " + g.pick(people) + "\n")
	}
	b.WriteString("\n## Abwesend\n\n- entschuldigt: " + g.pick(people) + "\n\n")
	for range 2 + g.IntN(4) {
		b.WriteString(strings.Repeat("#", 2+g.IntN(2)) + " " + g.pick(topics) + "\n\n")
		for range 1 + g.IntN(3) {
			b.WriteString(g.topic() + "\n\n")
		}
	}
	b.WriteString("## Planung der nächsten 7 Tage\n\n")
	for range 1 + g.IntN(3) {
		b.WriteString("- [" + g.pick([]string{" ", "x"}) + "] " + g.pick(tasks) + "\n")
	}
	return b.String()
}

func (g generator) topic() string {
	switch g.IntN(5) {
	case 0, 1:
		var items []string
		for range 1 + g.IntN(4) {
			items = append(items, "- "+g.pick(phrases))
			if g.IntN(3) == 0 {
				items = append(items, "  - "+g.pick(phrases))
			}
		}
		return strings.Join(items, "\n")
	case 2:
		return "1. " + g.pick(phrases) + "\n2. " + g.pick(phrases)
	case 3:
		return g.pick(phrases) + " " + g.pick(phrases) + "\n" + g.pick(phrases)
	}
	return g.pick(phrases)
}
