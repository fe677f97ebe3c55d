package imports

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkImport measures both forms; a page ten times as long must take
// about ten times as long.
func BenchmarkImport(b *testing.B) {
	for _, name := range []string{"telko.wiki", "telko.txt"} {
		for _, times := range []int{1, 10, 100} {
			src := []byte(strings.Repeat(golden(b, name), times))
			b.Run(fmt.Sprintf("%s/%d", name, times), func(b *testing.B) {
				b.SetBytes(int64(len(src)))
				for b.Loop() {
					if _, err := importFile(name, src, options(name)); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
