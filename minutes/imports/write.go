package imports

import (
	"strconv"
	"strings"
)

// writeBlocks writes blocks as Markdown, one blank line between them, none
// between the items of a list.
func writeBlocks(blocks []block) string {
	var b strings.Builder
	var l listWriter
	for i := range blocks {
		c := &blocks[i]
		inList := c.isItem()
		if !inList {
			l = nil
		}
		text := ""
		if inList {
			text = l.item(c)
		} else {
			text = blockText(c)
		}
		if text == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
			joined := c.kind == labelled && c.tight && i > 0 && blocks[i-1].kind == labelled
			if !joined && !(inList && i > 0 && blocks[i-1].isItem()) {
				b.WriteByte('\n')
			}
		}
		b.WriteString(text)
	}
	return b.String()
}

func blockText(c *block) string {
	switch c.kind {
	case heading:
		return strings.TrimSpace(strings.Repeat("#", max(min(c.level, 6), 2)) + " " + headingText(c.text))
	case labelled:
		return strings.TrimSpace("**" + c.label + ":** " + linesOf(c.text, false))
	case quote:
		return quoted(c)
	case raw:
		return c.text
	default:
		return linesOf(c.text, true)
	}
}

// headingText returns the text of a heading on one line. A "#" at its end
// would be taken for the closing mark of the heading.
func headingText(s string) string {
	s = strings.Join(strings.Fields(strings.ReplaceAll(s, "\\\n", " ")), " ")
	if strings.HasSuffix(s, "#") && strings.TrimRight(s, "#") == strings.TrimRight(strings.TrimRight(s, "#"), " ")+" " || strings.Trim(s, "#") == "" && s != "" {
		s = s[:len(s)-1] + `\#`
	}
	return s
}

// needless is an escape that only the beginning of a line needs.
var needless = lazily(`^(\d{1,9})\\([.)])`)

// linesOf returns the lines of a text so that none opens a block of its own.
func linesOf(s string, first bool) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	for i, l := range lines {
		if i > 0 || first {
			lines[i] = start(l)
		} else {
			lines[i] = needless.ReplaceAllString(l, "$1$2")
		}
	}
	return strings.Join(lines, "\n")
}

// quoted writes an answer or a comment.
func quoted(c *block) string {
	inner := c.inner
	head := "**" + c.label + ":**"
	if len(inner) > 0 && inner[0].kind == para {
		head += " " + linesOf(inner[0].text, false)
		inner = inner[1:]
	}
	if rest := writeBlocks(inner); rest != "" {
		head += "\n\n" + rest
	}
	lines := strings.Split(head, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight("> "+l, " ")
	}
	return strings.Join(lines, "\n")
}

// listWriter holds the open lists, from the outermost.
type listWriter []openList

type openList struct {
	level  int // of its items in the source
	indent int // of their marks
	number int // of the last item, 0 in a bulleted list
	width  int // of the mark
}

// item writes one item. Depths that are left out in the source are closed up,
// for Markdown has no list without an item above it.
func (l *listWriter) item(c *block) string {
	for len(*l) > 0 && (*l)[len(*l)-1].level > c.level {
		*l = (*l)[:len(*l)-1]
	}
	if n := len(*l); n == 0 || (*l)[n-1].level < c.level {
		open := openList{level: c.level}
		if n > 0 {
			open.indent = (*l)[n-1].indent + (*l)[n-1].width
		}
		*l = append(*l, open)
	}
	top := &(*l)[len(*l)-1]
	mark := "- "
	if c.ordered && c.kind == item {
		if top.number == 0 && c.number > 1 {
			top.number = c.number - 1
		}
		top.number++
		mark = strconv.Itoa(top.number) + ". "
	} else {
		top.number = 0
	}
	top.width = len(mark)
	if c.kind == action {
		mark += "[ ] "
		if c.done {
			mark = "- [x] "
		}
	}
	pad := strings.Repeat(" ", top.indent)
	lines := strings.Split(strings.TrimSpace(c.text), "\n")
	more := pad + strings.Repeat(" ", top.width)
	for i, line := range lines {
		lines[i] = start(line)
		if i > 0 && line != "" {
			lines[i] = more + lines[i]
		}
	}
	return pad + mark + strings.Join(lines, "\n")
}
