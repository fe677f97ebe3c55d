package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// errNoPandoc says how to get what a user would take to convert instead.
var errNoPandoc = errors.New("no pandoc, so converting is not measured against it: apt-get install pandoc")

// sizes are how many bytes of ordinary minutes are converted.
var sizes = []int{100_000, 1_000_000, 10_000_000}

// way is a direction of conversion. pandoc's subjects are nil without pandoc,
// and for the largest text, which would take it minutes.
type way struct {
	from, to      string
	theirs        []string // pandoc's names of the formats
	telko, pandoc []*subject
}

// conversions are the subjects about converting.
type conversions struct{ ways []*way }

// newConversions writes the texts to convert to dir.
func newConversions(dir string, p programs) (*conversions, error) {
	minutes, err := ordinary(dir, p)
	if err != nil {
		return nil, err
	}
	_, missing := exec.LookPath("pandoc")
	if missing != nil {
		fmt.Fprintln(os.Stderr, "bench:", errNoPandoc)
	}
	c := &conversions{ways: []*way{
		{from: "markdown", to: "wikitext", theirs: []string{"gfm", "mediawiki"}},
		{from: "wikitext", to: "markdown", theirs: []string{"mediawiki", "gfm"}},
	}}
	for _, size := range sizes {
		for i, w := range c.ways {
			name := filepath.Join(dir, fmt.Sprintf("%d.%s", size, w.from))
			text := repeated(minutes, size)
			if i > 0 { // what telko made of the same
				s := c.ways[0].telko[len(c.ways[0].telko)-1]
				out, err := s.output()
				if err != nil {
					return nil, err
				}
				text = []byte(out)
			}
			if err := os.WriteFile(name, text, 0o666); err != nil {
				return nil, err
			}
			w.telko = append(w.telko, &subject{
				name: fmt.Sprintf("telko convert --from %s, %s", w.from, kilo(size)), dir: dir, stdin: name,
				args: []string{p.telko, "convert", "--from", w.from, "--to", w.to},
			})
			if missing == nil && size < sizes[len(sizes)-1] {
				w.pandoc = append(w.pandoc, &subject{
					name: fmt.Sprintf("pandoc --from %s, %s", w.theirs[0], kilo(size)), dir: dir, stdin: name, rarely: size > sizes[0],
					args: []string{"pandoc", "--from", w.theirs[0], "--to", w.theirs[1]},
				})
			}
		}
	}
	return c, nil
}

func kilo(size int) string { return fmt.Sprintf("%d KB", size/1000) }

// ordinary returns the minutes of the demo, one after the other, without what
// is above their titles.
func ordinary(dir string, p programs) ([]byte, error) {
	demo := filepath.Join(dir, "demo")
	if out, err := exec.Command(p.telko, "demo", demo, "--language", "de").CombinedOutput(); err != nil {
		return nil, fmt.Errorf("telko demo: %w\n%s", err, out)
	}
	files, err := filepath.Glob(filepath.Join(demo, "minutes", "*", "*[0-9a-z].md"))
	if err != nil {
		return nil, err
	}
	var all bytes.Buffer
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		if i := bytes.Index(text, []byte("\n# ")); i >= 0 {
			all.Write(text[i+1:])
			all.WriteByte('\n')
		}
	}
	if all.Len() == 0 {
		return nil, errors.New("telko demo wrote no minutes")
	}
	return all.Bytes(), nil
}

// repeated returns whole lines of text, again and again, of about size bytes.
func repeated(text []byte, size int) []byte {
	text = bytes.Repeat(text, size/len(text)+1)[:size]
	return text[:bytes.LastIndexByte(text, '\n')+1]
}

func (c *conversions) subjects() (all []*subject) {
	for _, w := range c.ways {
		all = append(append(all, w.telko...), w.pandoc...)
	}
	return all
}

// perMB returns the time a megabyte of the text takes, from the difference of
// two lengths, so that the start of the program does not count.
func perMB(short, long *subject, of func(*subject) time.Duration) float64 {
	return float64(of(long)-of(short)) / (length(long) - length(short)) * 1e6
}

func length(s *subject) float64 {
	info, err := os.Stat(s.stdin)
	if err != nil {
		return 0
	}
	return float64(info.Size())
}

func clock(s *subject) time.Duration      { return s.median() }
func processors(s *subject) time.Duration { return median(s.cpu) }

// goals returns the numbers to reach: a fiftieth of pandoc's time is 2 %.
func (c *conversions) goals() (all []goal, err error) {
	const fiftieth = 2
	for _, w := range c.ways {
		to := "to " + w.to
		for i, p := range w.pandoc {
			if i == 0 {
				continue // a third of it is the start of the program; the table has it
			}
			t := w.telko[i]
			all = append(all, goal{
				what: fmt.Sprintf("%s, %s, the whole process : pandoc", to, kilo(sizes[i])), limit: fiftieth, unit: "%",
				value: 100 * float64(t.median()) / float64(p.median()), note: fmt.Sprintf("%s : %s", ms(t.median()), ms(p.median())),
			})
		}
		small, large, huge := w.telko[0], w.telko[1], w.telko[2]
		if len(w.pandoc) > 1 {
			ours, theirs := perMB(small, large, clock), perMB(w.pandoc[0], w.pandoc[1], clock)
			busy := perMB(w.pandoc[0], w.pandoc[1], processors) / perMB(small, large, processors)
			all = append(all, goal{
				what: to + ", a megabyte more : pandoc", value: 100 * ours / theirs, limit: fiftieth, unit: "%",
				note: fmt.Sprintf("%.1f : %.2f MB/s, %.0f ×; by the processors' time %.0f ×", 1e9/ours, 1e9/theirs, theirs/ours, busy),
			})
		}
		first, then := perMB(small, large, clock), perMB(large, huge, clock)
		all = append(all, goal{
			what: to + ", linear: a byte from 1 to 10 MB : from 0.1 to 1 MB", value: then / first, limit: 1.5, unit: "×",
			note: fmt.Sprintf("%.1f : %.1f ms/MB; by the processors' time %.2f ×", then/1e6, first/1e6, perMB(large, huge, processors)/perMB(small, large, processors)),
		})
		peak, err := huge.peak()
		if err != nil {
			return nil, err
		}
		all = append(all, goal{what: "memory of " + huge.name, value: float64(peak) / 1e6, limit: 500, unit: "MB"})
	}
	return all, nil
}
