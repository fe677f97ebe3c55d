package main

import (
	"os"
	"path/filepath"

	"telko/wiki/wikitext/fidelity"
)

// set is a set of cases and the two ways to convert them.
type set struct {
	name string
	look fidelity.Look
	load func() (cases []fidelity.Case, outOfScope int, err error)
	ours conversion
	// theirs is pandoc's; there may be several ways, the best of which counts.
	theirs map[string]conversion
}

// conversion converts cases to wikitext, perhaps by way of Markdown.
type conversion func([]fidelity.Case) (markdowns, wikitexts []string, err error)

// all returns the sets in the order in which they run.
func (h *harness) all() []set {
	typed := fidelity.Look{Base: fidelity.Base}
	telko := func(cases []fidelity.Case) ([]string, []string, error) { return nil, fidelity.Telko(cases), nil }
	theirs := map[string]conversion{"": func(cases []fidelity.Case) ([]string, []string, error) {
		out, err := byPandoc(cases, len(h.wikis))
		return nil, out, err
	}}
	thereAndBack := func(cases []fidelity.Case) ([]string, []string, error) {
		md, wt := fidelity.ThroughMarkdown(cases)
		return md, wt, nil
	}
	backByPandoc := map[string]conversion{"gfm": throughPandoc("gfm"), "commonmark_x": throughPandoc("commonmark_x")}
	return []set{
		{"commonmark", typed, h.ofModule(fidelity.CommonMark), telko, theirs},
		{"gfm", typed, h.ofModule(fidelity.GFM), telko, theirs},
		{"places", typed, func() ([]fidelity.Case, int, error) {
			cases, err := fidelity.EveryPlace()
			return cases, 0, err
		}, telko, theirs},
		{"random", typed, func() ([]fidelity.Case, int, error) {
			cases, err := fidelity.Random(h.seed, h.count)
			return cases, 0, err
		}, telko, theirs},
		{"pages", fidelity.Look{Exact: true}, func() ([]fidelity.Case, int, error) {
			cases, err := fidelity.Pages(pageFolders()...)
			return cases, 0, err
		}, thereAndBack, backByPandoc},
		{"wikitext", fidelity.Look{Exact: true}, func() ([]fidelity.Case, int, error) {
			return fidelity.RandomPages(h.seed, h.count/4), 0, nil
		}, thereAndBack, nil},
	}
}

// ofModule loads cases that goldmark's module ships.
func (h *harness) ofModule(load func(string) ([]fidelity.Case, int, error)) func() ([]fidelity.Case, int, error) {
	return func() ([]fidelity.Case, int, error) {
		module, err := fidelity.Module()
		if err != nil {
			return nil, 0, err
		}
		return load(module)
	}
}

// pageFolders are where pages are: the project's own, and those that lie
// beside it on a developer's machine.
func pageFolders() []string {
	folders := []string{filepath.FromSlash("wiki/wikitext/fidelity/testdata/pages"), filepath.FromSlash("wiki/wikitext/testdata/pages")}
	for _, dir := range []string{"../shared/seeds", os.Getenv("FIDELITY_PAGES")} {
		if dir != "" {
			folders = append(folders, filepath.FromSlash(dir))
		}
	}
	return folders
}
