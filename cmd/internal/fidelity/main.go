// Command fidelity shows how true telko's conversion between Markdown and
// wikitext is: it has a real MediaWiki show what was converted, compares what a
// reader sees with what he must see, prints a score, with pandoc's beside it,
// and lists what differs. It is run in the module's folder.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"

	"telko/wiki/wikitest"
	"telko/wiki/wikitext/fidelity"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "fidelity:", err)
		}
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
	theirs  bool // list pandoc's
}

func run(args []string, out io.Writer) error {
	var o options
	flags := flag.NewFlagSet("fidelity", flag.ContinueOnError)
	flags.StringVar(&o.set, "set", "", "one set alone: commonmark, gfm, places, random, pages, wikitext, unedited, clean")
	flags.IntVar(&o.count, "n", 4000, "how many random texts")
	flags.Uint64Var(&o.seed, "seed", 1, "of the random texts")
	flags.BoolVar(&o.verbose, "v", false, "list what differs, with input, wikitext and both trees")
	flags.BoolVar(&o.pandoc, "pandoc", true, "score pandoc too")
	flags.BoolVar(&o.theirs, "theirs", false, "list what differs of pandoc's, to see that it was asked fairly")
	flags.StringVar(&o.only, "only", "", "the case of this `ID` alone, by telko and pandoc, whether it differs or not")
	flags.StringVar(&o.file, "o", "", "write what differs to this `file`")
	if err := flags.Parse(args); err != nil {
		return err
	}
	s, err := wikitest.Launch()
	if err != nil {
		return err
	}
	defer s.Stop()
	h := &harness{options: o, out: out, list: io.Discard}
	if o.verbose || o.theirs || o.only != "" {
		h.list = out
	}
	if o.file != "" {
		f, err := os.Create(o.file)
		if err != nil {
			return err
		}
		defer f.Close()
		h.list = f
	}
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
	out, list io.Writer // the scores; what differs
	wikis     []fidelity.Renderer
	scores    []string
	missed    []string // what is below its goal
}

// sets runs those that were asked for.
func (h *harness) sets() error {
	ran := false
	wanted := func(name string) bool {
		if h.set != "" && h.set != name {
			return false
		}
		ran = true
		return true
	}
	for _, s := range h.all() {
		if wanted(s.name) {
			if err := h.run(s); err != nil {
				return fmt.Errorf("%s: %w", s.name, err)
			}
		}
	}
	if wanted("unedited") {
		if err := h.unedited(); err != nil {
			return err
		}
	}
	if wanted("clean") {
		if err := h.clean(); err != nil {
			return err
		}
	}
	if !ran {
		return errors.New("no such set: " + h.set)
	}
	for _, s := range h.scores {
		fmt.Fprintln(h.out, s)
	}
	if len(h.missed) > 0 && h.only == "" {
		return errors.New("below the goal: " + strings.Join(h.missed, ", "))
	}
	return nil
}

// run scores one set.
func (h *harness) run(s set) error {
	cases, outOfScope, err := s.load()
	if err != nil {
		return err
	}
	cases = h.chosen(cases)
	md, wt, err := s.ours(cases)
	if err != nil {
		return err
	}
	rs, err := h.judge(s, cases, md, wt)
	if err != nil {
		return err
	}
	for _, r := range rs {
		if !r.OK && !h.theirs || h.only != "" {
			h.show(r, "telko")
		}
	}
	h.score(s.name, "telko", fidelity.Matches(rs), len(rs))
	if outOfScope > 0 {
		h.scores[len(h.scores)-1] += fmt.Sprintf("   (%d with raw HTML or images are out of scope)", outOfScope)
	}
	if !h.pandoc || s.theirs == nil {
		return nil
	}
	return h.pandocs(s, cases)
}

// pandocs scores pandoc on the cases that can be asked of it.
func (h *harness) pandocs(s set, cases []fidelity.Case) error {
	var asked []fidelity.Case
	for _, c := range cases {
		if c.Foreign != "" {
			asked = append(asked, c)
		}
	}
	best, by := -1, ""
	for name, convert := range s.theirs {
		md, wt, err := convert(asked)
		if err != nil {
			return err
		}
		rs, err := h.judge(s, asked, md, wt)
		if err != nil {
			return err
		}
		for _, r := range rs {
			if h.theirs && !r.OK || h.only != "" {
				h.show(r, "pandoc "+name)
			}
		}
		if n := fidelity.Matches(rs); n > best {
			best, by = n, name
		}
	}
	h.score(s.name, "pandoc", best, len(asked))
	if by != "" {
		h.scores[len(h.scores)-1] += "   (by way of " + by + ")"
	}
	return nil
}

func (h *harness) judge(s set, cases []fidelity.Case, md, wt []string) ([]fidelity.Result, error) {
	rs, err := fidelity.Judge(cases, wt, s.look, h.wikis)
	for i := range md {
		rs[i].Markdown = md[i]
	}
	return rs, err
}

// chosen returns the case that was asked for, or all.
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
