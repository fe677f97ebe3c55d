package wikitext

import "strings"

// A collector finds the segments that make one block.
type collector struct {
	*Document
	ends map[string]map[int]int // of the HTML elements of a name, from tag to tag
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
		if name := blockTag(line); isWholeTag(name) {
			if e, ok := c.elements(name)[int(u.mark[0])]; ok {
				end = int32(e)
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

// elements returns where the elements of a name begin and end. A tag without its
// other half is in none.
func (c *collector) elements(name string) map[int]int {
	if ends, ok := c.ends[name]; ok {
		return ends
	}
	if c.ends == nil {
		c.ends = map[string]map[int]int{}
	}
	ends, spans := map[int]int{}, c.mask.spans
	c.ends[name] = ends
	var open []int
	for i, k := 0, 0; ; {
		j := strings.IndexByte(c.src[i:], '<')
		if j < 0 {
			c.steps += len(c.src) - i
			return ends
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
		if tagName(rest) == name && isClosed(rest) {
			if !end {
				open = append(open, i)
			} else if n := len(open); n > 0 {
				ends[open[n-1]] = i + 1
				open = open[:n-1]
			}
		}
		i++
	}
}

// isClosed reports whether a tag has an end.
func isClosed(s string) bool {
	i := strings.IndexAny(s, "<>")
	return i >= 0 && s[i] == '>'
}
