package wikitext

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkToMarkdown reads minutes as people write them, and the pages that
// show every oddity of them. What pandoc takes for the same is measured in
// cmd/internal/bench.
func BenchmarkToMarkdown(b *testing.B) {
	for _, c := range []struct{ name, glob string }{
		{"plain", "../../minutes/imports/testdata/telko.wiki"},
		{"odd", "fidelity/testdata/pages/*.wiki"},
	} {
		names, err := filepath.Glob(c.glob)
		if err != nil || len(names) == 0 {
			b.Fatalf("no pages: %v", err)
		}
		var page strings.Builder
		for page.Len() < 200_000 {
			for _, name := range names {
				src, err := os.ReadFile(name)
				if err != nil {
					b.Fatal(err)
				}
				page.Write(src)
				page.WriteString("\n\n")
			}
		}
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(page.Len()))
			for b.Loop() {
				ToMarkdown(page.String(), ReadOptions{})
			}
		})
	}
}
