package fidelity

import (
	"fmt"
	"strings"
)

// A place is where a text can stand in Markdown.
type place struct{ name, before, behind string }

// places are all of them.
func places() []place {
	return []place{
		{"paragraph", "", ""},
		{"line", "Haus\n", "\nHaus"},
		{"middle", "Haus ", " Haus"},
		{"word", "Haus", "Haus"},
		{"break", "Haus\\\n", ""},
		{"item", "- ", "\n- Haus"},
		{"number", "1. ", ""},
		{"nested", "- Haus\n  - ", ""},
		{"second paragraph", "- Haus\n\n  ", "\n\n- Haus"},
		{"start number", "3. ", "\n4. Haus"},
		{"box", "- [ ] ", ""},
		{"heading", "## ", ""},
		{"header cell", "| ", " | Haus |\n|---|---|\n| Haus | Haus |"},
		{"cell", "| Haus | Haus |\n|---|---|\n| ", " | Haus |"},
		{"last cell", "| Haus | Haus |\n|---|---|\n| Haus | Haus ", " |"},
		{"quote", "> ", ""},
		{"quote in an item", "- Haus\n\n  > ", ""},
		{"item in a quote", "> - ", ""},
		{"emphasis", "*Haus ", " Haus*"},
		{"strong", "**Haus ", " Haus**"},
		{"struck", "~~Haus ", " Haus~~"},
		{"label", "[Haus ", " Haus](http://example.net/)"},
		{"title", "[Haus](http://example.net/ \"", "\") Haus"},
		{"code", "`` ", " ``"},
		{"code in a cell", "| Haus | `` ", " `` |\n|---|---|"},
		{"code block", "```\n", "\n```"},
		{"code block in an item", "- Haus\n\n  ```\n  ", "\n  ```"},
		{"indented code", "    ", ""},
		{"behind a rule", "---\n", ""},
		{"behind a list", "- Haus\n\n", ""},
	}
}

// EveryPlace returns a text for everything that means something to MediaWiki
// in every place where a text can stand.
func EveryPlace() ([]Case, error) {
	oracle := NewOracle()
	var out []Case
	for _, p := range places() {
		for i, m := range markup {
			if strings.Contains(p.name, "cell") {
				m = bars.Replace(m)
			}
			md := p.before + m + p.behind
			html, err := oracle.HTML(md)
			if err != nil {
				return nil, err
			}
			c := Case{ID: fmt.Sprintf("%s-%d", strings.ReplaceAll(p.name, " ", "-"), i), Section: p.name, Source: md, HTML: html}
			if oracle.Common(md) {
				c.Foreign = "typed"
			}
			out = append(out, c)
		}
	}
	return out, nil
}
