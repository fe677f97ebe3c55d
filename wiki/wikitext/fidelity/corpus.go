package fidelity

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// Base is the address that relative ones of the examples are relative to: on a
// wiki they lead nowhere, and every converter is told where they would.
const Base = "http://base.example/"

// Case is one text with what its reader must see.
type Case struct {
	ID      string // unique within its set, the same in every run: "commonmark-17"
	Section string // of the specification, or what it is about
	Source  string // Markdown, or wikitext
	HTML    string // what a reader of Source sees; of a page, what the wiki shows
	Page    bool   // Source is wikitext
	// Foreign is the name of pandoc's format for Source; "" if it has things
	// that pandoc does not know, and so is not asked of it.
	Foreign string
}

// Module returns the folder of goldmark's module in the cache of modules.
func Module() (string, error) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	if err != nil {
		return "", fmt.Errorf("finding goldmark's module: %w", err)
	}
	return strings.TrimSpace(string(out)), nil
}

// CommonMark returns the examples of the CommonMark specification that
// goldmark's module ships, and how many are out of scope: those with raw HTML
// and with images, which have no place on a wiki.
func CommonMark(module string) (in []Case, out int, err error) {
	data, err := os.ReadFile(filepath.Join(module, "_test", "spec.json"))
	if err != nil {
		return nil, 0, err
	}
	var examples []struct {
		Markdown, HTML, Section string
		Example                 int
	}
	if err := json.Unmarshal(data, &examples); err != nil {
		return nil, 0, fmt.Errorf("spec.json: %w", err)
	}
	for _, e := range examples {
		if e.Section == "HTML blocks" || e.Section == "Raw HTML" || e.Section == "Images" || outOfScope(e.Markdown) {
			out++
			continue
		}
		in = append(in, Case{
			ID: fmt.Sprintf("commonmark-%d", e.Example), Section: e.Section,
			Source: e.Markdown, HTML: e.HTML, Foreign: "commonmark",
		})
	}
	return in, out, nil
}

// outOfScope reports whether Markdown has raw HTML or an image.
func outOfScope(md string) bool {
	src := []byte(md)
	found := false
	_ = ast.Walk(goldmark.New().Parser().Parse(text.NewReader(src)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n.Kind() {
		case ast.KindHTMLBlock, ast.KindRawHTML, ast.KindImage:
			found = true
		}
		return ast.WalkContinue, nil
	})
	return found
}

// GFM returns the examples of GitHub's Markdown in goldmark's module, and how
// many are out of scope.
func GFM(module string) (in []Case, out int, err error) {
	for _, name := range []string{"table", "strikethrough", "tasklist", "linkify"} {
		data, err := os.ReadFile(filepath.Join(module, "extension", "_test", name+".txt"))
		if err != nil {
			return nil, 0, err
		}
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")) // two examples have them
		for example := range bytes.SplitSeq(data, []byte("//= = = = = = = = = = = = = = = = = = = = = = = =//")) {
			c, ok, err := gfmCase(name, string(bytes.TrimSpace(example)))
			if err != nil {
				return nil, 0, err
			}
			switch {
			case !ok:
			case outOfScope(c.Source):
				out++
			default:
				in = append(in, c)
			}
		}
	}
	return in, out, nil
}

// gfmCase reads one example: its number, perhaps options, Markdown and HTML
// behind lines of their own.
func gfmCase(name, example string) (Case, bool, error) {
	if example == "" {
		return Case{}, false, nil
	}
	const line = "//- - - - - - - - -//"
	head, rest, ok := strings.Cut(example, line+"\n")
	md, html, ok2 := strings.Cut(rest, line)
	if !ok || !ok2 {
		return Case{}, false, fmt.Errorf("%s.txt: an example without its lines: %.60q", name, example)
	}
	head, options, _ := strings.Cut(head, "\n")
	if strings.Contains(options, `"enableEscape": true`) {
		md = strings.NewReplacer(`\t`, "\t", `\n`, "\n").Replace(md)
		html = strings.NewReplacer(`\t`, "\t", `\n`, "\n").Replace(html)
	}
	number, _, _ := strings.Cut(head, ":")
	return Case{
		ID: "gfm-" + name + "-" + strings.TrimSpace(number), Section: name,
		Source: strings.TrimSuffix(md, "\n"), HTML: html, Foreign: "gfm",
	}, true, nil
}
