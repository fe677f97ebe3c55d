package imports

import (
	"strings"
	"unicode/utf8"

	"telko/minutes/lang"
)

// The vocabulary of headings and passages is the file format's own
// (lang/headings.go): what the importer recognises, the reader of the file
// recognises too.

// sectionOf returns what the title of a heading means.
func sectionOf(title string) lang.Heading {
	return lang.ReadHeading(strings.TrimSpace(strings.TrimSuffix(plain(title), ":")))
}

// A found label is what stands before the colon of a line, and what follows.
type found struct {
	lang.LabelParts
	text string // the label as written
	rest string // what follows the colon, Markdown
	mark bool   // a colon or bold type marks it as a label
}

// maxLabel is the most runes that a label has.
const maxLabel = 60

var (
	boldLabel = lazily(`^;?\s*\*\*([^*]+?)\s*(:?)\*\*\s*(:?)\s*(.*)$`)
	italLabel = lazily(`^;?\s*\*([^*]+?)\s*(:?)\*\s*(:?)\s*(.*)$`)
	bareLabel = lazily(`^;?\s*([^:*]+?)\s*:(?:\s+(.*)|([^\s/].*)|)$`)
)

// cutLabel cuts a line into a label and its rest, whatever the label says:
// "**Label:** rest", "Label: rest", "Label" with no rest if alone is set.
func cutLabel(line string) (label, rest string, marked, ok bool) {
	line = strings.TrimSuffix(strings.TrimSpace(line), `\`)
	if !strings.ContainsAny(line, ":*") {
		if ok = short(line); ok {
			label = plain(strings.TrimPrefix(line, ";"))
		}
		return label, "", false, ok
	}
	for _, re := range []*pattern{boldLabel, italLabel} {
		if !strings.Contains(line, "*") {
			break
		}
		if m := re.FindStringSubmatch(line); m != nil && (m[2]+m[3] != "" || m[4] == "") {
			return plain(m[1]), strings.TrimSpace(m[4]), true, short(m[1])
		}
	}
	if m := bareLabel.FindStringSubmatch(line); m != nil {
		return plain(m[1]), strings.TrimSpace(m[2] + m[3]), true, short(m[1])
	}
	return plain(strings.TrimPrefix(line, ";")), "", false, short(line)
}

func short(s string) bool { return utf8.RuneCountInString(s) <= maxLabel }

// labelOf reads a line that begins with a label of the vocabulary, or is one.
func labelOf(line string) (found, bool) {
	label, rest, marked, ok := cutLabel(line)
	head := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSpace(line), `\`), rest)
	if !ok || label == "" || strings.ContainsAny(head, "[<`") { // a link in a label has words that a label cannot keep
		return found{}, false
	}
	p, ok := lang.ReadLabel(label)
	if !ok || p.Label == lang.NoLabel {
		return found{}, false
	}
	return found{LabelParts: p, text: label, rest: rest, mark: marked}, true
}

// isPassage reports whether a label opens a passage of a motion, or names who
// moves it.
func isPassage(l lang.Label) bool {
	return l >= lang.LabelMotion && l <= lang.LabelDecision
}

// isLabelLine reports whether a line of text is, or begins with, a label of
// any kind.
func isLabelLine(line string) bool {
	if _, ok := labelOf(line); ok {
		return true
	}
	label, _, marked, ok := cutLabel(line)
	return ok && marked && lang.ReadImportLabel(label) != lang.NoImportLabel
}

var motionNumber = lazily(`^(.*?\d+[a-z]?)\s*(?:[:.)–—-]\s*|\s+|$)(.*)$`)

// motionTitle reads the title of a motion's heading: "Antrag 1", "Antrag 2:
// Titel", "Antrag: Titel". Bare "Antrag" is a label, not a heading.
func motionTitle(title string) (p lang.LabelParts, label, rest string, ok bool) {
	head, rest, marked, ok := cutLabel(title)
	if !ok && !marked {
		return p, "", "", false
	}
	if p, ok = lang.ReadLabel(head); ok && p.Label == lang.LabelMotion && p.Exact && (p.Number > 0 || marked && rest != "") {
		return p, head, rest, true
	}
	if m := motionNumber.FindStringSubmatch(plain(title)); m != nil && m[2] != "" {
		if p, ok = lang.ReadLabel(m[1]); ok && p.Label == lang.LabelMotion && p.Exact && p.Number > 0 {
			return p, m[1], m[2], true
		}
	}
	return p, "", "", false
}
