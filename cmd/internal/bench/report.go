package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"
)

// goal is a number to reach: value is to be at most limit.
type goal struct {
	what         string
	value, limit float64
	unit         string
	note         string
}

func (g goal) reached() bool { return g.value <= g.limit }

// ratio is the goal that a takes at most limit times as long as b.
func ratio(what string, a, b *subject, limit float64) goal {
	return goal{
		what: what, value: float64(a.median()) / float64(b.median()), limit: limit, unit: "×",
		note: fmt.Sprintf("%s : %s", ms(a.median()), ms(b.median())),
	}
}

func ms(d time.Duration) string { return fmt.Sprintf("%.1f ms", float64(d)/float64(time.Millisecond)) }

// table prints the medians of all subjects beside the first.
func table(w io.Writer, subjects []*subject) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "median\t× cobra\tprocessors\t× cobra\truns\t\t")
	hello := subjects[0]
	for _, s := range subjects {
		cpu := median(s.cpu)
		fmt.Fprintf(t, "%s\t%.2f\t%s\t%.2f\t%d\t\t%s\n",
			ms(s.median()), float64(s.median())/float64(hello.median()), ms(cpu), float64(cpu)/float64(median(hello.cpu)), len(s.times), s.name)
	}
	return t.Flush()
}

// goals prints each goal and whether it is reached, and returns how many are
// not.
func goals(w io.Writer, all []goal) (missed int, err error) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "\tgoal\tis\tat most\t")
	for _, g := range all {
		mark := "reached"
		if !g.reached() {
			mark = "MISSED"
			missed++
		}
		fmt.Fprintf(t, "%s\t%s\t%.2f %s\t%g %s\t%s\n", mark, g.what, g.value, g.unit, g.limit, g.unit, g.note)
	}
	err = t.Flush()
	fmt.Fprintf(w, "%s\n%d of %d goals reached\n", strings.Repeat("-", 40), len(all)-missed, len(all))
	return missed, err
}
