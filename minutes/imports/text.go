package imports

import (
	"strings"
	"unicode/utf8"
)

// readText makes blocks of extracted text: bullets by their mark and indent,
// paragraphs of the lines between blank ones. Which of them are headings is
// judged later (judge.go); only what still bears its wiki marks is sure.
func readText(src string) page {
	t := &textReader{}
	for i, line := range strings.Split(src, "\n") {
		t.line(i+1, line)
	}
	t.flush()
	return page{blocks: t.blocks, form: "text"}
}

type textReader struct {
	blocks []block
	open   []string // lines of the paragraph being read
	begin  int      // its first line
	tight  bool     // no blank line before it
	gap    bool     // a blank line came last
	depths []bullet
	long   bool // the last bullet's line was long enough to have been wrapped
}

// bullet is how a bullet looks; one that looks like an earlier one is of its depth.
type bullet struct{ indent, rank int }

var (
	bullets  = lazily(`^(\s*)([•●◦○‣▪■·∙*+o–—-])(\s+)(\S.*)$`)
	rawHead  = lazily(`^(={1,6})\s*([^=\s].*?)\s*(={1,6})$`)
	editLink = lazily(`\s*\[\s*(?:Bearbeiten|edit|Quelltext bearbeiten|edit source)(?:\s*\|\s*(?:Quelltext bearbeiten|edit source))?\s*\]$`)
)

// wrapped is the length from which a line may have been wrapped by a program.
const wrapped = 60

func (t *textReader) line(n int, line string) {
	line = strings.TrimRight(line, " \t\r\f\u00a0")
	body := strings.TrimLeft(line, " \t\f\u00a0")
	if body == "" {
		t.flush()
		t.gap = true
		return
	}
	indent := width(line[:len(line)-len(body)])
	switch m := bullets.FindStringSubmatch(line); {
	case rawHead.MatchString(body) && sameMarks(rawHead.FindStringSubmatch(body)):
		t.flush()
		h := rawHead.FindStringSubmatch(body)
		t.add(block{kind: heading, level: len(h[1]), text: escape(h[2]), line: n})
	case editLink.MatchString(body) && len(t.open) == 0:
		t.add(block{kind: heading, level: 2, text: escape(editLink.ReplaceAllString(body, "")), line: n})
	case m != nil && (m[2] != "o" || indent > 0 && t.lastIsItem()) && (!strings.ContainsAny(m[2], "–—-") || len(t.open) == 0 || indent > 0):
		t.flush()
		t.item(n, indent, m[2], m[4])
	case t.continues(indent, body):
		last := &t.blocks[len(t.blocks)-1]
		last.text += " " + escape(body)
		t.long = utf8.RuneCountInString(body) >= wrapped
	default:
		if len(t.open) == 0 {
			t.begin, t.tight = n, !t.gap && len(t.blocks) > 0
		}
		t.open = append(t.open, body)
		t.gap = false
		return
	}
	t.gap = false
}

// continues reports whether a line goes on with the bullet above it: it stands
// right below, and is indented or the bullet's line was a long one.
func (t *textReader) continues(indent int, body string) bool {
	if t.gap || len(t.open) > 0 || len(t.blocks) == 0 || t.blocks[len(t.blocks)-1].kind != item {
		return false
	}
	if sectionOf(body) != 0 || isLabelLine(body) {
		return false
	}
	return indent > 0 || t.long
}

func (t *textReader) item(n, indent int, mark, body string) {
	b := bullet{indent, rank(mark)}
	if !t.lastIsItem() {
		t.depths = nil
	}
	for len(t.depths) > 0 && !t.depths[len(t.depths)-1].above(b) {
		t.depths = t.depths[:len(t.depths)-1]
	}
	t.depths = append(t.depths, b)
	t.add(block{kind: item, level: len(t.depths), text: escape(body), line: n})
	t.long = indent+utf8.RuneCountInString(body) >= wrapped
}

func (t *textReader) lastIsItem() bool {
	return len(t.blocks) > 0 && t.blocks[len(t.blocks)-1].kind == item
}

func (t *textReader) add(b block) {
	b.tight = !t.gap && len(t.blocks) > 0
	t.blocks = append(t.blocks, b)
}

func (t *textReader) flush() {
	if len(t.open) == 0 {
		return
	}
	for i, l := range t.open {
		t.open[i] = escape(l)
	}
	t.blocks = append(t.blocks, block{kind: para, text: strings.Join(t.open, "\n"), line: t.begin, tight: t.tight})
	t.open = nil
}

// above reports whether a bullet like c below one like b is a level deeper.
func (b bullet) above(c bullet) bool {
	return c.indent > b.indent || c.indent == b.indent && c.rank > b.rank
}

// rank orders the bullets that browsers draw for nested lists.
func rank(mark string) int {
	switch mark {
	case "◦", "○", "o":
		return 1
	case "▪", "■", "‣":
		return 2
	}
	return 0
}

func sameMarks(h []string) bool { return len(h[1]) == len(h[3]) && len(h[1]) > 1 }

func width(indent string) int {
	n := 0
	for _, r := range indent {
		if r == '\t' {
			n += 4 - n%4
		} else {
			n++
		}
	}
	return n
}
