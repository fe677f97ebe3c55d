package wikitext

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// benchPage is a page of about size bytes: the test pages, again and again.
func benchPage(b *testing.B, size int) string {
	b.Helper()
	names, err := filepath.Glob("testdata/pages/*.wiki")
	if err != nil || len(names) == 0 {
		b.Fatalf("no pages: %v", err)
	}
	var one strings.Builder
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		one.Write(src)
		one.WriteByte('\n')
	}
	return strings.Repeat(one.String(), max(1, size/one.Len()))
}

// BenchmarkScan shows that the time a byte takes does not depend on the size
// of a page.
func BenchmarkScan(b *testing.B) {
	for _, size := range []int{10_000, 1_000_000, 10_000_000} {
		src := benchPage(b, size)
		for _, f := range []struct {
			name string
			do   func()
		}{
			{"blocks", func() { Scan(src).Blocks() }},
			{"tree", func() { Parse(src) }},
			{"inlines", func() { Inlines(src) }},
		} {
			b.Run(fmt.Sprintf("%s/%dKB", f.name, size/1000), func(b *testing.B) {
				b.SetBytes(int64(len(src)))
				b.ReportAllocs()
				for b.Loop() {
					f.do()
				}
			})
		}
	}
}
