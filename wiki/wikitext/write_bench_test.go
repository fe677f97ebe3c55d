package wikitext

import (
	"fmt"
	"strings"
	"testing"
)

// minutesOf returns minutes of at least size bytes, of all that notes have.
func minutesOf(size int) []byte {
	var b strings.Builder
	for i := 1; b.Len() < size; i++ {
		fmt.Fprintf(&b, "## Thema %d: Backups & Server\n\n", i)
		b.WriteString("Das Vollbackup läuft *täglich*, siehe [[Backups|die Seite]] und http://example.org/backups?a=1&b=2.\nZweite Zeile mit **fett**, `code` und [einem Link](https://example.org/x \"Titel\").\n\n")
		fmt.Fprintf(&b, "- [ ] differentielle Backups automatisieren (jpru) bis 20.01.2010 #100107-%d\n- [x] Squid-Statistik auswerten (sebi?)\n  - drin: 5 * 3 = 15\n    1. eins\n    2. zwei\n\n", i)
		b.WriteString("> **Antwort der IT:** Wir streben eine ausfallsichere IT an, d. h. ~~gleich~~ bald.\n\n| Name | Stimmen |\n|---|--:|\n| Jan | 5 |\n| Dana | 3 |\n\n```sh\nrsync -a /srv backup:\n```\n\n")
		b.WriteString("Dafür: 15 / Dagegen: 1 / Enthaltung: 5. Es gilt {{was}} im [[Haus]]boot steht; RFC 2822, __TOC__ & so.\n\n")
	}
	return []byte(b.String())
}

func BenchmarkFromMarkdown(b *testing.B) {
	for _, size := range []int{10_000, 100_000, 1_000_000, 10_000_000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			md := minutesOf(size)
			b.SetBytes(int64(len(md)))
			b.ReportAllocs()
			for b.Loop() {
				FromMarkdown(md, WriteOptions{})
			}
		})
	}
}
