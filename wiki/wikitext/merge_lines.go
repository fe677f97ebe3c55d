package wikitext

import (
	"strings"

	"github.com/epiclabs-io/diff3"
)

// withoutCR returns s with the line ends of Unix.
func withoutCR(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	return strings.ReplaceAll(s, "\r\n", "\n")
}

// mergeLines merges the lines of a block that both sides changed, by the rule of
// git: changes with an unchanged line between them go together.
func mergeLines(base, ours, theirs string) (string, bool) {
	b, o, t := strings.Split(base, "\n"), strings.Split(ours, "\n"), strings.Split(theirs, "\n")
	if len(b) < 3 || len(b)*(len(o)+len(t)) > 4*smallGap {
		return "", false
	}
	var out []string
	for _, r := range diff3.Diff3Merge(o, b, t, true) {
		if r.Conflict != nil {
			return "", false
		}
		out = append(out, r.Ok...)
	}
	return strings.Join(out, "\n"), true
}
