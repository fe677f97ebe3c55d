package minutes

import (
	"bytes"
	"html"
	"maps"
	"slices"
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
	text string // the heading or line
}

// shown returns the mark alone, and of braces with other words nothing: messages
// go to logs, which others read.
func (m mark) shown() string {
	shown := FindMark(m.text)
	if isPrivateWord(markWord(strings.Trim(shown, "{}"))) {
		return shown
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
//     that is no heading, in the front matter too.
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
	for i, line := range strings.Split(string(src[front.Start:front.End]), "\n") {
		if hasMark(line) {
			found[bytes.Count(src[:front.Start], []byte("\n"))+i+1] = line
		}
	}
	lines := markLines(string(body))
	for i, l := range lines {
		bare, atx := headingLine(l.text)
		setext := i+1 < len(lines) && isUnderline([]byte(unlisted(lines[i+1].text))) && strings.TrimSpace(bare) != ""
		if (atx || setext) && isMarked(bare, imported) || hasMark(l.text) {
			found[l.line] = strings.TrimSpace(l.text)
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
	for _, line := range slices.Sorted(maps.Keys(found)) {
		out = append(out, mark{line, found[line]})
	}
	return out
}

// markLines returns the lines of a text, also those that are lines for some
// editors alone, without characters that nobody sees.
func markLines(text string) []mark {
	var out []mark
	for i, line := range strings.Split(text, "\n") {
		for _, part := range strings.FieldsFunc(strings.TrimSuffix(line, "\r")+" ", isOtherBreak) {
			out = append(out, mark{i + 1, visible(part)})
		}
	}
	return out
}

// isOtherBreak reports whether r ends a line for some editors, and not for
// Markdown.
func isOtherBreak(r rune) bool {
	switch r {
	case '\r', '\v', '\f', 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// headingLine returns line without list marks, quote marks and what makes it a
// heading; atx says whether there was that: hashes, the signs of a wiki's
// heading, or a tag.
func headingLine(line string) (bare string, atx bool) {
	bare = unlisted(line)
	cut := strings.TrimLeft(bare, "#")
	switch {
	case len(cut) < len(bare):
	case strings.HasPrefix(bare, "="):
		cut = strings.TrimLeft(bare, "=")
		atx = strings.HasSuffix(strings.TrimRight(bare, " \t"), "=") && strings.Trim(cut, "= \t") != ""
		return cut, atx
	case len(bare) > 3 && bare[0] == '<':
		tag := strings.ToLower(bare[1:min(len(bare), len("<summary"))])
		heading := tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6' || tag == "summary"
		if end := strings.IndexByte(bare, '>'); heading && end >= 0 {
			text, _, _ := strings.Cut(bare[end+1:], "</")
			return text, true
		}
	}
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
		case len(line) > 2 && line[0] == '[' && line[2] == ']' && !strings.HasPrefix(line[3:], ":"):
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
// minutes from being published wherever it stands; "" if there is none. Beside
// the word it may hold one or two others, as in {streng vertraulich}; one that
// is not closed ends the line.
func FindMark(line string) string {
	if strings.ContainsRune(line, '｛') {
		line = strings.NewReplacer("｛", "{", "｝", "}").Replace(line)
	}
	for at := 0; ; {
		i := strings.IndexByte(line[at:], '{')
		if i < 0 {
			return ""
		}
		start := at + i
		at = start + 1
		n, end := strings.IndexByte(line[at:], '}'), 1
		if n < 0 {
			n, end = len(line)-at, 0
		}
		// Doubled braces are a wiki's template, backticks show the mark.
		if start > 0 && (line[start-1] == '{' || line[start-1] == '`') {
			continue
		}
		if inner := line[at : at+n]; isPrivateWord(markWord(inner)) || end > 0 && saysPrivate(inner) {
			return line[start : at+n+end]
		}
	}
}

func isPrivateWord(w string) bool { return slices.Contains(privateWords, w) }

// saysPrivate reports whether one of at most three words in braces says that
// something is not public.
func saysPrivate(inner string) bool {
	words := strings.Fields(inner)
	if len(words) > 3 || strings.ContainsAny(inner, ";=()<>") { // code
		return false
	}
	for i, w := range words {
		words[i] = strings.Trim(markWord(w), ".,:;!?#")
		if isPrivateWord(words[i]) || i > 0 && isPrivateWord(words[i-1]+words[i]) {
			return true
		}
	}
	return false
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
	return strings.NewReplacer(" ", "", "-", "", "\u00a0", "", "*", "", "_", "").Replace(key(visible(s)))
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
