package capture

import (
	"fmt"
	"testing"

	"telko/minutes"
	"telko/minutes/lang"
)

// long is the deck with 2,000 entries, 60 topics and 200 people.
func long(t testing.TB) *grammar {
	g := deck(lang.German)
	people := g.ctx.People.All()
	for i := range 200 {
		people = append(people, minutes.Person{Nick: fmt.Sprintf("matrose%d", i), Name: fmt.Sprintf("Matrose Nummer%d", i)})
	}
	roster, err := minutes.NewPeople(people)
	if err != nil {
		t.Fatal(err)
	}
	g.ctx.People = roster
	for i := range 2000 {
		g.v.Entries = append(g.v.Entries, &Entry{ID: EntryID(fmt.Sprint("x", i)), Kind: KindNote, Text: "noch eine Zeile von dem, was gesagt wurde"})
	}
	for i := range 60 {
		g.v.Topics = append(g.v.Topics, Topic{ID: EntryID(fmt.Sprint("u", i)), Title: fmt.Sprint("Thema ", i), Level: 2 + i%2})
	}
	return g
}

func BenchmarkRead(b *testing.B) {
	g := long(b)
	for name, line := range map[string]string{
		"note": "die Fock ist gerissen, und 2*3*4 Flicken liegen im Schuppen", "task": "! Fock flicken (kaja, lotte?) bis freitag",
		"unknown": "! Fock flicken (kajja) freitag", "person": "+kaja, lotte, ole 22:50", "nobody": "+matrsoe117", "topic": "# Takelage und Farbe",
		"number": "#3 (lotte) freitag", "command": "/begründung weil er weg ist", "nocommand": "/bergündung weil er weg ist",
		"mend": "s/gerissen/gebrochen/", "elsewhere": "~ Thema 12: und das noch", "decision": "= wir kaufen einen Anker",
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				g.read(line)
			}
		})
	}
}
