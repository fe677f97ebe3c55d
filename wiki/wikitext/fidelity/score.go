package fidelity

import (
	"fmt"
	"sync"
)

// Renderer shows wikitext as HTML; wikitest.Parser is one.
type Renderer interface {
	HTML(wikitext string) (string, error)
}

// Result is what became of a case.
type Result struct {
	Case
	Markdown  string // of a page that went through Markdown
	Wikitext  string // what the converter made
	Want, Got string // the trees
	OK        bool   // they are the same
}

// Judge lets the wiki show what a converter made of cases, one wikitext each,
// and compares. want gives the HTML that a case's reader must see; the work is
// shared among the renderers.
func Judge(cases []Case, wikitexts []string, look Look, wikis []Renderer) ([]Result, error) {
	out := make([]Result, len(cases))
	err := inParallel(len(cases), wikis, func(i int, wiki Renderer) error {
		r := Result{Case: cases[i], Wikitext: wikitexts[i]}
		got, err := wiki.HTML(r.Wikitext)
		if err == nil && r.Page {
			r.HTML, err = wiki.HTML(r.Source)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", r.ID, err)
		}
		if r.Want, err = draw(look, r.HTML); err != nil {
			return fmt.Errorf("%s: %w", r.ID, err)
		}
		if r.Got, err = draw(look, got); err != nil {
			return fmt.Errorf("%s: %w", r.ID, err)
		}
		r.OK = r.Want == r.Got
		out[i] = r
		return nil
	})
	return out, err
}

func draw(look Look, src string) (string, error) {
	t, err := look.Tree(src)
	if err != nil {
		return "", err
	}
	return t.String(), nil
}

// inParallel calls do for 0 to n-1, on every renderer one at a time, and
// returns the first error.
func inParallel(n int, wikis []Renderer, do func(i int, wiki Renderer) error) error {
	next := make(chan int, n)
	for i := range n {
		next <- i
	}
	close(next)
	var wg sync.WaitGroup
	errs := make(chan error, len(wikis))
	for _, wiki := range wikis {
		wg.Go(func() {
			for i := range next {
				if err := do(i, wiki); err != nil {
					errs <- err
					return
				}
			}
		})
	}
	wg.Wait()
	close(errs)
	return <-errs
}

// Matches counts the results that are as they must be.
func Matches(rs []Result) int {
	n := 0
	for _, r := range rs {
		if r.OK {
			n++
		}
	}
	return n
}
