package minutes

import (
	"fmt"
	"strings"
	"testing"
)

// bigFile returns minutes of about 10 KB with a dozen tasks, as an archive is
// full of them.
func bigFile() []byte {
	var b strings.Builder
	b.WriteString("---\nseries: gartentelko\ndate: 2031-03-06\nstart: 20:00\ndue-days: 7\n---\n\n# Gartentelko 06.03.2031\n\n## Anwesend\n\n")
	for i := range 12 {
		fmt.Fprintf(&b, "- Vorname%d Nachname (nick%d)\n", i, i)
	}
	for i := range 12 {
		fmt.Fprintf(&b, "\n## Thema Nummer %d über Beete\n\n", i)
		for j := range 8 {
			fmt.Fprintf(&b, "- Stichpunkt %d zum Thema, der ungefähr so lang ist wie im Leben üblich (siehe oben)\n", j)
		}
		fmt.Fprintf(&b, "- [ ] Aufgabe zu Thema %d mit einem Text üblicher Länge erledigen (nick%d) bis 20.03.2031 #310306-%d\n", i, i, i+1)
	}
	return []byte(b.String())
}

func benchPeople() *People {
	var ps []Person
	for i := range 20 {
		ps = append(ps, Person{Nick: fmt.Sprintf("nick%d", i), Name: fmt.Sprintf("Vorname%d Nachname", i)})
	}
	p, err := NewPeople(ps)
	if err != nil {
		panic(err)
	}
	return p
}

func BenchmarkScanTasks(b *testing.B) {
	src := bigFile()
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, sure := ScanTasks(src); !sure {
			b.Fatal("the scanner is in doubt")
		}
	}
}

func BenchmarkReadTasks(b *testing.B) {
	src, ctx := bigFile(), Context{People: benchPeople()}
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if ts, err := ReadTasks("2031-03-06-gartentelko.md", src, ctx); err != nil || len(ts) != 12 {
			b.Fatal(len(ts), err)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	src, ctx := bigFile(), Context{People: benchPeople()}
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse("2031-03-06-gartentelko.md", src, ctx); err != nil {
			b.Fatal(err)
		}
	}
}
