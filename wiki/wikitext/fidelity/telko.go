package fidelity

import "telko/wiki/wikitext"

// Telko converts the Markdown of cases with package wikitext.
func Telko(cases []Case) []string {
	out := make([]string, len(cases))
	for i, c := range cases {
		out[i] = wikitext.FromMarkdown([]byte(c.Source), wikitext.WriteOptions{URL: absolute})
	}
	return out
}

// absolute gives a relative address its base.
func absolute(dest string) string {
	abs, _ := resolve(Base, dest)
	return abs
}
