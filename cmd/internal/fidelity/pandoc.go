package main

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"telko/wiki/wikitext/fidelity"
)

//go:embed pandoc.lua
var filter []byte

// job is a text that pandoc is asked to convert.
type job struct{ from, to, text string }

// pandoc converts all jobs. It starts one process a core, not one a text: a
// filter in pandoc's own Lua reads and writes them all.
func pandoc(jobs []job, processes int) ([]string, error) {
	dir, err := os.MkdirTemp("", "fidelity-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	script := filepath.Join(dir, "filter.lua")
	if err := os.WriteFile(script, filter, 0o600); err != nil {
		return nil, err
	}
	out := make([]string, len(jobs))
	errs := make([]error, processes)
	var wg sync.WaitGroup
	for p := range processes {
		from, to := len(jobs)*p/processes, len(jobs)*(p+1)/processes
		wg.Go(func() {
			texts, err := batch(filepath.Join(dir, strconv.Itoa(p)), script, jobs[from:to])
			copy(out[from:to], texts)
			errs[p] = err
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// batch has one process convert jobs.
func batch(file, script string, jobs []job) ([]string, error) {
	var in bytes.Buffer
	for _, j := range jobs {
		fmt.Fprintf(&in, "%s\n%s\n%d\n%s\n", j.from, j.to, len(j.text), j.text)
	}
	if err := os.WriteFile(file, in.Bytes(), 0o600); err != nil {
		return nil, err
	}
	cmd := exec.Command("pandoc", "-f", "commonmark", "-t", "plain", "--lua-filter", script)
	cmd.Env = append(os.Environ(), "FIDELITY_IN="+file, "FIDELITY_BASE="+fidelity.Base)
	cmd.Stdin = bytes.NewReader(nil)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	data, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("pandoc: %w: %.500s (installed? apt-get install pandoc)", err, stderr.String())
	}
	var out []string
	for len(data) > 0 {
		size, rest, ok := bytes.Cut(data, []byte{'\n'})
		n, err := strconv.Atoi(string(size))
		if !ok || err != nil || n > len(rest) {
			return nil, fmt.Errorf("pandoc: an answer of %q", size)
		}
		out = append(out, string(rest[:n]))
		data = rest[n:]
	}
	if len(out) != len(jobs) {
		return nil, fmt.Errorf("pandoc: %d answers for %d texts", len(out), len(jobs))
	}
	return out, nil
}

// formats are pandoc's names of formats, by those of the cases. The flags are
// those that serve pandoc best: what it would read beyond the
// specification (emoji, footnotes, formulas, a head of YAML) is off, raw HTML is
// text, as it is to telko, and relative addresses get the base that telko is
// given too.
var formats = map[string]string{
	"commonmark": "commonmark",
	"gfm":        "gfm",
	"typed":      "gfm-raw_html-emoji-footnotes-yaml_metadata_block-gfm_auto_identifiers",
}

// byPandoc converts cases to wikitext. A text ends with a newline, without
// which pandoc loses a table's last row; and its sign for a checked box counts
// as ours.
func byPandoc(cases []fidelity.Case, processes int) ([]string, error) {
	jobs := make([]job, len(cases))
	for i, c := range cases {
		from, ok := formats[c.Foreign]
		if !ok {
			return nil, fmt.Errorf("pandoc has no format %q", c.Foreign)
		}
		jobs[i] = job{from, "mediawiki", strings.TrimSuffix(c.Source, "\n") + "\n"}
	}
	out, err := pandoc(jobs, processes)
	for i := range out {
		out[i] = strings.ReplaceAll(out[i], "☒", "☑")
	}
	return out, err
}

// throughPandoc takes pages to Markdown of the given format and back. These
// are few and long, so that each is a process of its own, without the wrapping
// of lines that a filter cannot turn off.
func throughPandoc(format string) conversion {
	return func(cases []fidelity.Case) (markdowns, wikitexts []string, err error) {
		for _, c := range cases {
			md, err := pandocOnce("mediawiki", format, c.Source)
			if err != nil {
				return nil, nil, err
			}
			wt, err := pandocOnce(format, "mediawiki", md)
			if err != nil {
				return nil, nil, err
			}
			markdowns, wikitexts = append(markdowns, md), append(wikitexts, wt)
		}
		return markdowns, wikitexts, nil
	}
}

// pandocOnce converts one text. What pandoc cannot read becomes nothing.
func pandocOnce(from, to, text string) (string, error) {
	cmd := exec.Command("pandoc", "-f", from, "-t", to, "--wrap=none")
	cmd.Stdin = strings.NewReader(text)
	out, err := cmd.Output()
	var failed *exec.ExitError
	if errors.As(err, &failed) {
		return "", nil
	}
	return string(out), err
}
