package wikitext

import (
	"sort"
	"strings"
)

// A collector finds the segments that make one block.
type collector struct {
	*Document
	noEnd map[string]bool // HTML elements found to be open till the end
}

// whole returns how many segments from i on make one block.
func (c *collector) whole(i int) int {
	u := c.segs[i]
	end := u.end
	switch u.kind {
	case TableStart:
		return c.table(i)
	case HTML:
		line := c.src[u.mark[0]:u.end]
		if name := blockTag(line); isWholeTag(name) && !c.noEnd[name] {
			if e := c.elementEnd(int(u.mark[0]), name); e >= 0 {
				end = int32(e)
			} else {
				if c.noEnd == nil {
					c.noEnd = map[string]bool{}
				}
				c.noEnd[name] = true
			}
		}
	}
	if end == u.end {
		return 1
	}
	j := i + 1
	for j < len(c.segs) && (c.segs[j].start < end || c.segs[j].def) {
		if c.segs[j].kind == TableStart {
			j += c.table(j)
		} else {
			j++
		}
	}
	return j - i
}

// table returns how many segments from i on make a table.
func (c *collector) table(i int) int {
	depth := 0
	for j := i; j < len(c.segs); j++ {
		switch c.segs[j].kind {
		case TableStart:
			depth++
		case TableEnd:
			if depth--; depth == 0 {
				return j + 1 - i
			}
		}
	}
	return len(c.segs) - i
}

// elementEnd returns the end of the element whose tag is at i, or -1.
func (c *collector) elementEnd(i int, name string) int {
	spans, depth := c.mask.spans, 0
	for k := sort.Search(len(spans), func(k int) bool { return int(spans[k].end) > i }); ; {
		j := strings.IndexByte(c.src[i:], '<')
		if j < 0 {
			c.steps += len(c.src) - i
			return -1
		}
		c.steps += j + 1
		i += j
		for k < len(spans) && int(spans[k].end) <= i {
			k++
		}
		if k < len(spans) && int(spans[k].start) <= i {
			i = int(spans[k].end)
			continue
		}
		rest, end := strings.CutPrefix(c.src[i+1:], "/")
		if tagName(rest) == name {
			if !end {
				depth++
			} else if depth--; depth <= 0 {
				return i + 1
			}
		}
		i++
	}
}
