package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"telko/cmd/internal/demo"
	"telko/minutes/lang"
	"telko/wiki/wikitext"
	"telko/wiki/wikitext/fidelity"
)

// clean says how clean the wikitext of ordinary minutes is: those of the demo
// in both languages, generated ones, and the seed where it is at hand. None may
// have a tag that has another form, and nothing that its text does not need.
func (h *harness) clean() error {
	texts := map[string][]string{"generated": fidelity.Ordinary(h.seed, 200)}
	var err error
	for name, l := range map[string]lang.Lang{"demo de": lang.German, "demo en": lang.English} {
		if texts[name], err = demoMinutes(l); err != nil {
			return err
		}
	}
	if seeds, err := fidelity.Pages(filepath.FromSlash("../shared/seeds")); err == nil {
		for _, c := range seeds {
			texts["seed"] = append(texts["seed"], wikitext.ToMarkdown(c.Source, wikitext.ReadOptions{}))
		}
	}
	for _, name := range []string{"seed", "demo de", "demo en", "generated"} {
		if len(texts[name]) == 0 {
			continue
		}
		cases := make([]fidelity.Case, len(texts[name]))
		for i, md := range texts[name] {
			cases[i] = fidelity.Case{Source: md, Foreign: "gfm"}
		}
		if err := h.dirt(name, "telko", fidelity.Telko(cases)); err != nil {
			return err
		}
		if !h.pandoc {
			continue
		}
		theirs, err := byPandoc(cases, len(h.wikis))
		if err != nil {
			return err
		}
		if err := h.dirt(name, "pandoc", theirs); err != nil {
			return err
		}
	}
	return nil
}

func (h *harness) dirt(name, who string, wikitexts []string) error {
	d, err := fidelity.Dirty(wikitexts, h.wikis[0])
	if err != nil {
		return err
	}
	if who == "telko" {
		if d.Tags > 0 || len(d.Needless) > 0 {
			h.missed = append(h.missed, "clean "+name)
		}
		for _, n := range d.Needless {
			fmt.Fprintf(h.list, "@@@ %s: needless: %q\n", name, n)
		}
	}
	h.scores = append(h.scores, fmt.Sprintf("clean, %-9s %-7s %s", name, who, d))
	return nil
}

// demoMinutes returns the texts of the demo's minutes, without front matter.
func demoMinutes(l lang.Lang) ([]string, error) {
	root, err := os.MkdirTemp("", "fidelity-demo-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(root)
	if err := demo.Write(root, time.Date(2010, 12, 1, 12, 0, 0, 0, time.UTC), l, ""); err != nil {
		return nil, err
	}
	var out []string
	err = filepath.WalkDir(filepath.Join(root, "minutes"), func(p string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(p, ".md") {
			return err
		}
		data, err := os.ReadFile(p)
		_, body, _ := strings.Cut(string(data), "\n---\n")
		out = append(out, body)
		return err
	})
	return out, err
}
