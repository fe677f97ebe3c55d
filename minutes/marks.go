package minutes

import (
	"bytes"
	"html"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	gmtext "github.com/yuin/goldmark/text"
	"golang.org/x/text/unicode/norm"
)

// mark is a place that says of itself that it must not be published.
type mark struct {
	line int
	text string // the heading or line as written
}

// shown returns the mark alone: messages go to logs, which others read.
func (m mark) shown() string {
	if i := strings.LastIndex(m.text, "{"); i >= 0 {
		if n := strings.Index(m.text[i:], "}"); n >= 0 {
			return m.text[i : i+n+1]
		}
	}
	return "{…}"
}

// privateMarks returns every line of src that is marked as private, in order:
//
//   - a heading that ends in {…}, whatever stands in the braces; also one
//     behind whose mark there is an id, "(Fortsetzung)", or Markdown;
//   - a line that looks like such a heading but stands in code, a list or a
//     quote: the fence above it may be a mistake;
//   - a line with one of the team's own marks, {nichtöffentlich} or {private},
//     that is no heading.
//
// Comments in src are to be blanked before; front is left out. In an imported
// file a wiki's template, {{…}}, at the end of a heading is none of these.
func privateMarks(src []byte, front Span, imported bool) []mark {
	found := map[int]string{}
	body := bytes.Clone(src)
	for i := front.Start; i < front.End; i++ {
		if body[i] != '\n' {
			body[i] = ' '
		}
	}
	lines := strings.Split(string(body), "\n")
	for i, line := range lines {
		bare, atx := headingLine(line)
		setext := i+1 < len(lines) && isUnderline([]byte(unlisted(lines[i+1]))) && strings.TrimSpace(bare) != ""
		if (atx || setext) && isMarked(bare, imported) || hasMark(line) {
			found[i+1] = strings.TrimSpace(line)
		}
	}
	doc := goldmark.DefaultParser().Parse(gmtext.NewReader(body))
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if h, ok := n.(*ast.Heading); ok && entering && h.Lines().Len() > 0 {
			line := lineOf(body, h.Lines().At(0).Start)
			if title := plainText(h, body); isMarked(title, imported) && found[line] == "" {
				found[line] = strings.Trim(title, " \x00")
			}
		}
		return ast.WalkContinue, nil
	})
	var out []mark
	for i := range lines {
		if t, ok := found[i+1]; ok {
			out = append(out, mark{i + 1, t})
		}
	}
	return out
}

// headingLine returns line without list marks, quote marks and the hashes of a
// heading; atx says whether there were hashes.
func headingLine(line string) (bare string, atx bool) {
	bare = unlisted(line)
	cut := strings.TrimLeft(bare, "#")
	return cut, len(cut) < len(bare)
}

// unlisted returns line without indentation, list marks, checkbox and quote
// marks.
func unlisted(line string) string {
	for {
		line = strings.TrimLeft(line, " \t\u00a0")
		switch {
		case strings.HasPrefix(line, ">"):
			line = line[1:]
		case len(line) > 1 && strings.ContainsRune("-*+", rune(line[0])) && (line[1] == ' ' || line[1] == '\t'):
			line = line[2:]
		case len(line) > 2 && line[0] == '[' && line[2] == ']':
			line = line[3:]
		default:
			digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
			if digits == 0 || digits > 9 || len(line) < digits+2 || !strings.ContainsRune(".)", rune(line[digits])) {
				return line
			}
			line = line[digits+1:]
		}
	}
}

// isMarked reports whether a heading's text ends in {…}, or holds one of the
// marks that mean private.
func isMarked(title string, templates bool) bool {
	title = norm.NFKC.String(html.UnescapeString(strings.ReplaceAll(title, `\`, "")))
	if hasMark(strings.ReplaceAll(title, "{{", "{")) || openMark(title) {
		return true
	}
	for {
		cut := strings.TrimRightFunc(title, func(r rune) bool {
			return r != '}' && r != ')' && r != ']' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
		})
		if i := strings.LastIndexAny(cut, " #\t"); i > 0 && cut[i] == '#' && isAnyID(cut[i+1:]) {
			cut = cut[:i]
		}
		if i := strings.LastIndex(cut, "{{"); templates && i >= 0 && strings.HasSuffix(cut, "}}") {
			cut = cut[:i]
		}
		// "(Fortsetzung)", a link's target, a tag: what may stand behind a mark.
		for _, pair := range [][2]string{{"(", ")"}, {"[", "]"}, {"<", ">"}} {
			if i := strings.LastIndex(cut, pair[0]); i > 0 && strings.HasSuffix(cut, pair[1]) {
				cut = cut[:i]
			}
		}
		if cut == title {
			break
		}
		title = cut
	}
	return strings.HasSuffix(title, "}") && strings.Contains(title, "{")
}

// isAnyID reports whether s has the form of a task's or motion's id.
func isAnyID(s string) bool {
	digit := false
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' {
			return false
		}
		digit = digit || unicode.IsDigit(r)
	}
	return digit
}

// privateWords are what may stand in braces to say that something is not
// public, folded and without hyphens and spaces.
var privateWords = []string{
	"nichtöffentlich", "nichtoeffentlich", "privat", "private", "vertraulich", "geheim", "intern",
	"nonpublic", "notpublic", "confidential", "secret", "internal",
}

// hasMark reports whether line holds {word} with one of privateWords, outside
// backticks.
func hasMark(line string) bool { return FindMark(line) != "" }

// FindMark returns the first mark in a line, like {privat}, that keeps
// minutes from being published wherever it stands; "" if there is none.
func FindMark(line string) string {
	for at := 0; ; {
		i := strings.IndexByte(line[at:], '{')
		if i < 0 {
			return ""
		}
		start := at + i
		at = start + 1
		n := strings.IndexByte(line[at:], '}')
		if n < 0 {
			return ""
		}
		// Doubled braces are a wiki's template, backticks show the mark.
		if start > 0 && (line[start-1] == '{' || line[start-1] == '`') {
			continue
		}
		w := markWord(line[at : at+n])
		for _, p := range privateWords {
			if w == p {
				return line[start : at+n+1]
			}
		}
	}
}

// openMark reports whether a heading holds a private word behind a brace that
// is not closed.
func openMark(title string) bool {
	i := strings.LastIndexByte(title, '{')
	if i < 0 || strings.IndexByte(title[i:], '}') >= 0 {
		return false
	}
	w := markWord(title[i+1:])
	for _, p := range privateWords {
		if strings.HasPrefix(w, p) {
			return true
		}
	}
	return false
}

func markWord(s string) string {
	return strings.NewReplacer(" ", "", "-", "", "\u00a0", "", "*", "", "_", "").Replace(key(s))
}

// plainText returns what a reader sees of n's inline content. A zero byte
// stands behind every block.
func plainText(n ast.Node, src []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			if c.Type() == ast.TypeBlock {
				b.WriteByte(0)
			}
			return ast.WalkContinue, nil
		}
		switch c := c.(type) {
		case *ast.Text:
			b.Write(c.Segment.Value(src))
			if c.SoftLineBreak() || c.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.String:
			b.Write(c.Value)
		case *ast.AutoLink:
			b.Write(c.Label(src))
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}
