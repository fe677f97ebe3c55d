package imports

import (
	"strconv"
	"strings"
)

// Markdown turns somebody's Markdown into a meeting's file. A file of telko's
// own comes back byte for byte.
func Markdown(src []byte, o Options) (Result, error) {
	text, err := decode(src)
	if err != nil {
		return Result{}, err
	}
	keys, rest, whole, offset, err := cutFront(text)
	if err != nil {
		return Result{}, err
	}
	if own(keys) {
		return asIs(src, o)
	}
	return convert(front{keys, whole, offset}, readMarkdown(rest), o)
}

var (
	mdHeading = lazily(`^ {0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*$`)
	mdItem    = lazily(`^(\s*)([-*+]|\d{1,9}[.)])(\s+)(\S.*)$`)
	mdFence   = lazily("^ {0,3}(```+|~~~+)")
	mdRule    = lazily(`^ {0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$`)
	mdRaw     = lazily(`^(?: {0,3}(?:>|\||<[a-zA-Z/!?]|\[[^\]]+\]:)|\t| {4})`)
	mdSetext  = lazily(`^ {0,3}(=+|-+)\s*$`)
	mdBox     = lazily(`^\[([ xX])\]\s+(\S.*)$`)
)

// readMarkdown makes blocks of Markdown, line by line: headings, paragraphs
// and lists; everything else is taken as it is.
func readMarkdown(src string) page {
	m := &mdReader{lines: strings.Split(src, "\n")}
	for m.i < len(m.lines) {
		m.line(m.lines[m.i])
		m.i++
	}
	m.flush()
	return page{blocks: m.blocks, form: "markdown", exact: true}
}

type mdReader struct {
	lines  []string
	i      int
	blocks []block
	open   []string
	begin  int
	gap    bool
	indent []int // of the open lists' marks
}

func (m *mdReader) line(line string) {
	line = strings.TrimRight(line, "\r")
	text := strings.TrimSpace(line)
	h := mdHeading.FindStringSubmatch(line)
	it := mdItem.FindStringSubmatch(line)
	inItem := len(m.open) == 0 && m.lastIsItem()
	switch {
	case text == "":
		m.flush()
		m.gap = true
		return
	case mdFence.MatchString(line):
		m.flush()
		m.fenced(mdFence.FindStringSubmatch(line)[1])
	case h != nil:
		m.flush()
		m.add(block{kind: heading, level: len(h[1]), text: strings.TrimSpace(h[2]), line: m.i + 1})
	case len(m.open) > 0 && mdSetext.MatchString(line):
		level := 1
		if strings.Contains(line, "-") {
			level = 2
		}
		text := strings.Join(m.open, " ")
		m.open = nil
		m.add(block{kind: heading, level: level, text: text, line: m.begin})
	case mdRule.MatchString(line):
		m.flush()
		m.add(block{kind: raw, text: text, line: m.i + 1})
	case it != nil && (len(m.open) == 0 || !strings.ContainsAny(it[2], "0123456789") || strings.HasPrefix(it[2], "1")) && (inItem || width(it[1]) < 4):
		m.flush()
		m.item(it)
	case inItem && (!m.gap || width(line[:len(line)-len(strings.TrimLeft(line, " \t"))]) > 0):
		last := &m.blocks[len(m.blocks)-1]
		if m.gap {
			last.text += "\n"
		}
		last.text += "\n" + text
	case strings.HasPrefix(text, "<!--"):
		m.flush()
		m.until(func(l string) bool { return strings.Contains(l, "-->") }, true)
	case len(m.open) == 0 && mdRaw.MatchString(line):
		m.until(func(l string) bool { return strings.TrimSpace(l) == "" }, false)
	default:
		if len(m.open) == 0 {
			m.begin = m.i + 1
		}
		if strings.HasSuffix(line, "  ") {
			text += `\`
		}
		m.open = append(m.open, text)
	}
	m.gap = false
}

func (m *mdReader) lastIsItem() bool {
	if len(m.blocks) == 0 {
		return false
	}
	k := m.blocks[len(m.blocks)-1].kind
	return k == item || k == action
}

func (m *mdReader) item(it []string) {
	if !m.lastIsItem() {
		m.indent = nil
	}
	indent := width(it[1])
	for len(m.indent) > 0 && m.indent[len(m.indent)-1] > indent {
		m.indent = m.indent[:len(m.indent)-1]
	}
	if n := len(m.indent); n == 0 || indent >= m.indent[n-1]+2 {
		m.indent = append(m.indent, indent)
	}
	b := block{kind: item, level: len(m.indent), text: strings.TrimSpace(it[4]), ordered: len(it[2]) > 1, number: atoi(it[2]), line: m.i + 1}
	if box := mdBox.FindStringSubmatch(b.text); box != nil {
		b.kind, b.text, b.done = action, box[2], box[1] != " "
	}
	m.add(b)
}

// fenced takes a block of code up to its closing mark, or the end.
func (m *mdReader) fenced(mark string) {
	from := m.i
	for m.i++; m.i < len(m.lines); m.i++ {
		l := strings.TrimSpace(m.lines[m.i])
		if strings.HasPrefix(l, mark) && strings.Trim(l, mark[:1]) == "" {
			break
		}
	}
	end := min(m.i+1, len(m.lines))
	text := strings.Join(m.lines[from:end], "\n")
	if m.i >= len(m.lines) {
		text = strings.TrimRight(text, "\n") + "\n" + mark
	}
	m.add(block{kind: raw, text: text, line: from + 1})
}

// until takes lines as they are up to the one that ends them, the line itself
// included if whole is set.
func (m *mdReader) until(end func(string) bool, whole bool) {
	from := m.i
	for ; m.i < len(m.lines); m.i++ {
		if end(m.lines[m.i]) {
			if whole {
				m.i++
			}
			break
		}
	}
	m.add(block{kind: raw, text: strings.TrimRight(strings.Join(m.lines[from:m.i], "\n"), "\n"), line: from + 1})
	m.i--
}

func (m *mdReader) add(b block) {
	b.tight = !m.gap && len(m.blocks) > 0
	m.blocks = append(m.blocks, b)
}

func (m *mdReader) flush() {
	if len(m.open) > 0 {
		m.add(block{kind: para, text: strings.Join(m.open, "\n"), line: m.begin})
		m.open = nil
	}
}

// atoi returns the number of a list mark, 0 for a bullet.
func atoi(mark string) int {
	n, _ := strconv.Atoi(strings.TrimRight(mark, ".)"))
	return n
}
