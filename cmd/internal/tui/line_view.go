package tui

// view returns the part of the line that is to be seen in w cells, as plain
// text, and the cell that the cursor is in. It scrolls as little as it must,
// and keeps a few cells beyond the cursor in sight.
func (l *line) view(c cells, w int) (shown string, x int) {
	if w <= 1 {
		return "", 0
	}
	l.scroll = l.boundary(min(l.scroll, l.at))
	margin := min(8, w/4)
	x = c.width(l.text[l.scroll:l.at])
	switch {
	case x > w-1: // the cursor takes a cell of its own behind the last character
		l.scroll = l.back(c, l.at, w-1-margin)
	case l.scroll > 0 && x < margin:
		l.scroll = l.back(c, l.at, max(w/2, margin))
	}
	x = c.width(l.text[l.scroll:l.at])
	shown, _ = c.cut(l.text[l.scroll:], w)
	if l.scroll+len(shown) < len(l.text) {
		if part, pw := c.cut(shown, w-1); x < pw {
			shown = part + "…"
		}
	}
	if l.scroll > 0 && x > 0 {
		// A wide character gives way to a mark as wide.
		g, gw := c.next(shown)
		if gw > 0 {
			shown = "…" + blanks(gw-1) + shown[len(g):]
		}
	}
	return shown, min(x, w-1)
}

// back returns the first place from which what stands up to at takes no more
// than w cells.
func (l *line) back(c cells, at, w int) int {
	i := at
	for i > 0 {
		j := l.before(i)
		if w -= c.width(l.text[j:i]); w < 0 {
			break
		}
		i = j
	}
	return i
}

// history is what was entered, for the arrow keys.
type history struct {
	lines []string
	pos   int    // which one is shown; len(lines) is the line being typed
	draft string // that line, while another is shown
}

// historyKept bounds the lines that are remembered.
const historyKept = 1000

// add remembers a line. The same one twice in a row is one.
func (h *history) add(s string) {
	if s != "" && (len(h.lines) == 0 || h.lines[len(h.lines)-1] != s) {
		h.lines = append(h.lines, s)
		if over := len(h.lines) - historyKept; over > 0 {
			h.lines = append(h.lines[:0], h.lines[over:]...)
		}
	}
	h.pos, h.draft = len(h.lines), ""
}

// older returns the line before; shown is what stands in the entry line now.
func (h *history) older(shown string) (string, bool) {
	if h.pos == 0 {
		return "", false
	}
	if h.pos == len(h.lines) {
		h.draft = shown
	}
	h.pos--
	return h.lines[h.pos], true
}

// newer returns the line after, at last the one that was being typed.
func (h *history) newer() (string, bool) {
	if h.pos >= len(h.lines) {
		return "", false
	}
	if h.pos++; h.pos == len(h.lines) {
		return h.draft, true
	}
	return h.lines[h.pos], true
}
