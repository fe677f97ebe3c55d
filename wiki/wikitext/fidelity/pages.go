package fidelity

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"telko/wiki/wikitext"
)

// Pages returns the wikitext pages (*.wiki) of folders, by name; a folder that
// is not there has none.
func Pages(folders ...string) ([]Case, error) {
	var out []Case
	for _, dir := range folders {
		names, err := filepath.Glob(filepath.Join(dir, "*.wiki"))
		if err != nil {
			return nil, err
		}
		slices.Sort(names)
		for _, name := range names {
			src, err := os.ReadFile(name)
			if err != nil {
				return nil, err
			}
			out = append(out, Case{
				ID: "page-" + strings.TrimSuffix(filepath.Base(name), ".wiki"), Section: filepath.Dir(name),
				Source: string(src), Page: true, Foreign: "mediawiki",
			})
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no pages in %s", strings.Join(folders, ", "))
	}
	return out, nil
}

// ThroughMarkdown takes pages to Markdown and back, with package wikitext and
// nothing but the text.
func ThroughMarkdown(pages []Case) (markdowns, wikitexts []string) {
	for _, c := range pages {
		md := wikitext.ToMarkdown(c.Source, wikitext.ReadOptions{})
		markdowns = append(markdowns, md)
		wikitexts = append(wikitexts, wikitext.FromMarkdown([]byte(md), wikitext.WriteOptions{}))
	}
	return markdowns, wikitexts
}
