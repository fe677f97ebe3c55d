// Command fidelity shows how true telko's conversion between Markdown and
// wikitext is: it has a real MediaWiki show what was converted, compares what a
// reader sees with what he must see, prints a score, with pandoc's beside it,
// and lists what differs.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"time"

	"telko/wiki/wikitest"
	"telko/wiki/wikitext/fidelity"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "fidelity:", err)
		os.Exit(1)
	}
}

// options are the flags.
type options struct {
	set     string
	count   int
	seed    uint64
	verbose bool
	pandoc  bool
	only    string
	file    string
}

func run(args []string, out io.Writer) error {
	var o options
	flags := flag.NewFlagSet("fidelity", flag.ContinueOnError)
	flags.StringVar(&o.set, "set", "", "one set alone: commonmark, gfm, random, pages")
	flags.IntVar(&o.count, "n", 4000, "how many random texts")
	flags.Uint64Var(&o.seed, "seed", 1, "of the random texts")
	flags.BoolVar(&o.verbose, "v", false, "list what differs, with both trees")
	flags.BoolVar(&o.pandoc, "pandoc", true, "score pandoc too")
	flags.StringVar(&o.only, "only", "", "the case with this ID alone, whether it differs or not")
	flags.StringVar(&o.file, "o", "", "write what differs to this file")
	if err := flags.Parse(args); err != nil {
		return err
	}
	s, err := wikitest.Launch()
	if err != nil {
		return err
	}
	defer s.Stop()
	h := &harness{options: o, out: out, began: time.Now()}
	for range runtime.NumCPU() {
		p, err := s.Parser()
		if err != nil {
			return err
		}
		defer p.Close()
		h.wikis = append(h.wikis, p)
	}
	return h.sets()
}

// harness runs sets and prints what comes of them.
type harness struct {
	options
	out   io.Writer
	wikis []fidelity.Renderer
	began time.Time
}

func (h *harness) sets() error {
	module, err := fidelity.Module()
	if err != nil {
		return err
	}
	ran := false
	for _, s := range []struct {
		name string
		load func() ([]fidelity.Case, int, error)
	}{
		{"commonmark", func() ([]fidelity.Case, int, error) { return fidelity.CommonMark(module) }},
		{"gfm", func() ([]fidelity.Case, int, error) { return fidelity.GFM(module) }},
		{"random", func() ([]fidelity.Case, int, error) { return h.random() }},
	} {
		if h.set != "" && h.set != s.name {
			continue
		}
		ran = true
		cases, outOfScope, err := s.load()
		if err != nil {
			return err
		}
		if err := h.run(s.name, h.chosen(cases), outOfScope); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	if !ran {
		return errors.New("no such set: " + h.set)
	}
	return nil
}

func (h *harness) random() ([]fidelity.Case, int, error) {
	cases, err := fidelity.Random(h.seed, h.count)
	return cases, 0, err
}

func (h *harness) chosen(cases []fidelity.Case) []fidelity.Case {
	if h.only == "" {
		return cases
	}
	for _, c := range cases {
		if c.ID == h.only {
			return []fidelity.Case{c}
		}
	}
	return nil
}

// run scores one set.
func (h *harness) run(name string, cases []fidelity.Case, outOfScope int) error {
	look := fidelity.Look{Base: fidelity.Base}
	ours, err := fidelity.Judge(cases, fidelity.Telko(cases), look, h.wikis)
	if err != nil {
		return err
	}
	for _, r := range ours {
		if h.verbose && !r.OK || h.only != "" {
			h.show(r)
		}
	}
	h.score(name, "telko", ours)
	if h.pandoc {
		var asked []fidelity.Case
		for _, c := range cases {
			if c.Foreign != "" {
				asked = append(asked, c)
			}
		}
		texts, err := byPandoc(asked, len(h.wikis))
		if err != nil {
			return err
		}
		theirs, err := fidelity.Judge(asked, texts, look, h.wikis)
		if err != nil {
			return err
		}
		if h.only != "" {
			for _, r := range theirs {
				fmt.Fprintln(h.out, "pandoc:")
				h.show(r)
			}
		}
		h.score(name, "pandoc", theirs)
	}
	if outOfScope > 0 {
		fmt.Fprintf(h.out, "%-12s %d examples with raw HTML or images are out of scope\n", name, outOfScope)
	}
	return nil
}

func (h *harness) score(set, who string, rs []fidelity.Result) {
	n := fidelity.Matches(rs)
	fmt.Fprintf(h.out, "%-12s %-7s %5d of %5d  %6.2f %%\n", set, who, n, len(rs), 100*float64(n)/float64(max(1, len(rs))))
}

func (h *harness) show(r fidelity.Result) {
	fmt.Fprintf(h.out, "--- %s (%s)\n%s\n--- as wikitext\n%s\n--- want\n%s--- got\n%s\n", r.ID, r.Section, r.Source, r.Wikitext, r.Want, r.Got)
}
