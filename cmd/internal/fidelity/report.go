package main

import (
	"fmt"
	"strings"

	"telko/wiki/wikitext/fidelity"
)

// goal returns the score in percent that telko must reach, 0 for a set that has none.
func goal(set string) float64 {
	switch set {
	case "commonmark":
		return 98
	case "random":
		return 99.5
	case "pages":
		return 97
	case "unedited", "one word":
		return 100
	}
	return 0
}

func (h *harness) score(set, who string, n, of int) {
	percent := 100 * float64(n) / float64(max(1, of))
	line := fmt.Sprintf("%-12s %-7s %6d of %6d  %6.2f %%", set, who, n, of, percent)
	if who == "telko" && goal(set) > 0 {
		line += fmt.Sprintf("   (goal %g %%)", goal(set))
		if percent < goal(set) {
			h.missed = append(h.missed, set)
		}
	}
	h.scores = append(h.scores, line)
}

// show lists a case with all that leads to its trees.
func (h *harness) show(r fidelity.Result, who string) {
	fmt.Fprintf(h.list, "@@@ %s (%s) by %s\n%s\n", r.ID, r.Section, who, r.Source)
	if r.Markdown != "" {
		fmt.Fprintf(h.list, "--- as Markdown\n%s\n", r.Markdown)
	}
	fmt.Fprintf(h.list, "--- as wikitext\n%s\n", r.Wikitext)
	if r.OK {
		fmt.Fprintf(h.list, "--- shows, as it must\n%s\n", r.Got)
		return
	}
	fmt.Fprintf(h.list, "--- must show (-), shows (+)\n%s\n", trees(r.Want, r.Got))
}

// trees draws two trees over each other: what they share is there once.
func trees(want, got string) string {
	a, b := strings.Split(strings.TrimSuffix(want, "\n"), "\n"), strings.Split(strings.TrimSuffix(got, "\n"), "\n")
	// How long a common part is from each pair of lines on.
	common := make([][]int, len(a)+1)
	for i := range common {
		common[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			common[i][j] = max(common[i+1][j], common[i][j+1])
			if a[i] == b[j] {
				common[i][j] = common[i+1][j+1] + 1
			}
		}
	}
	var out strings.Builder
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			out.WriteString("  " + a[i] + "\n")
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && common[i+1][j] >= common[i][j+1]:
			out.WriteString("- " + a[i] + "\n")
			i++
		default:
			out.WriteString("+ " + b[j] + "\n")
			j++
		}
	}
	return out.String()
}

// unedited scores what comes back of pages that nobody edited, and of pages
// with one word edited, with the page at hand.
func (h *harness) unedited() error {
	pages, err := fidelity.Pages(pageFolders()...)
	if err != nil {
		return err
	}
	pages = h.chosen(pages)
	for _, s := range []struct {
		name  string
		edits []fidelity.Edit
	}{
		{"unedited", fidelity.Unedited(pages)},
		{"one word", fidelity.OneWord(pages, 20)},
	} {
		for _, e := range s.edits {
			if !e.OK {
				fmt.Fprintf(h.list, "@@@ %s: %s\n", e.Page, e.What)
				if e.Err != nil {
					fmt.Fprintf(h.list, "%v\n", e.Err)
					continue
				}
				fmt.Fprintf(h.list, "%s\n", changes(e.Text, e.Got))
			}
		}
		h.score(s.name, "telko", fidelity.Carried(s.edits), len(s.edits))
	}
	return nil
}

// changes draws the lines in which two texts differ.
func changes(a, b string) string {
	var out strings.Builder
	for l := range strings.Lines(trees(a, b)) {
		if !strings.HasPrefix(l, " ") {
			out.WriteString(l)
		}
	}
	return out.String()
}
