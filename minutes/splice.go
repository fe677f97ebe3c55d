package minutes

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
)

// edit replaces the bytes of one span.
type edit struct {
	at   Span
	text string
}

// splice returns src with edits made. They do not overlap; of two at one place
// the first in the slice comes first.
func splice(src []byte, edits []edit) []byte {
	if len(edits) == 0 {
		return src
	}
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Compare(a.at.Start, b.at.Start) })
	var out bytes.Buffer
	at := 0
	for _, e := range edits {
		out.Write(src[at:e.at.Start])
		out.WriteString(e.text)
		at = e.at.End
	}
	out.Write(src[at:])
	return out.Bytes()
}

// lineBreak returns what ends the lines of src.
func lineBreak(src []byte) string {
	if i := bytes.IndexByte(src, '\n'); i > 0 && src[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// lineSpan returns where line n (from 1) stands in src, without its line
// break; ok is false if there is no such line.
func lineSpan(src []byte, n int) (at Span, ok bool) {
	start := 0
	for ; n > 1; n-- {
		i := bytes.IndexByte(src[start:], '\n')
		if i < 0 {
			return Span{}, false
		}
		start += i + 1
	}
	end := len(src)
	if i := bytes.IndexByte(src[start:], '\n'); i >= 0 {
		end = start + i
	}
	if end > start && src[end-1] == '\r' {
		end--
	}
	return Span{start, end}, true
}

// lineOf returns the number of the line (from 1) that offset at is on.
func lineOf(src []byte, at int) int { return bytes.Count(src[:at], []byte{'\n'}) + 1 }

// keyOrder is the order in which telko writes the keys it knows.
var keyOrder = []string{
	"series", "date", "start", "end", "place", "keeper", "status",
	"page", "due-days", "timezone", "imported", "id-day",
}

// SetKey returns the source with the front matter's key set to value: the line
// of the key is changed, a new one comes where telko writes it, a file without
// front matter gets one. An empty value takes the line out. Every other line
// keeps its bytes.
func (f *File) SetKey(key, value string) []byte {
	value = oneLine(value)
	nl := lineBreak(f.src)
	for _, e := range f.front.Keys {
		if !equalFold(e.Key, key) {
			continue
		}
		switch {
		case value == "":
			end := e.At.End
			if rest := f.src[end:]; bytes.HasPrefix(rest, []byte("\r\n")) {
				end += 2
			} else if bytes.HasPrefix(rest, []byte("\n")) {
				end++
			}
			return splice(f.src, []edit{{Span{e.At.Start, end}, ""}})
		case value == e.Value:
			return f.src
		}
		return splice(f.src, []edit{{e.At, e.Key + ": " + value}})
	}
	if value == "" {
		return f.src
	}
	line := key + ": " + value + nl
	if f.front.At.Empty() {
		bom := 0
		if bytes.HasPrefix(f.src, []byte("\ufeff")) {
			bom = len("\ufeff")
		}
		head := "---" + nl + line + "---" + nl
		if rest := f.src[bom:]; len(rest) > 0 && rest[0] != '\n' && rest[0] != '\r' {
			head += nl
		}
		return splice(f.src, []edit{{Span{bom, bom}, head}})
	}
	at := f.newKeyAt(key)
	return splice(f.src, []edit{{Span{at, at}, line}})
}

// newKeyAt returns the offset of the line before which key is to stand: behind
// the last line of a key that telko writes earlier, or at the end.
func (f *File) newKeyAt(key string) int {
	rank := slices.Index(keyOrder, strings.ToLower(key))
	after := -1
	for i, e := range f.front.Keys {
		r := slices.Index(keyOrder, strings.ToLower(e.Key))
		if rank < 0 || r >= 0 && r < rank {
			after = i
		}
	}
	if after+1 < len(f.front.Keys) {
		return f.front.Keys[after+1].At.Start
	}
	closing := bytes.TrimRight(f.src[f.front.At.Start:f.front.At.End], "\r\n")
	return f.front.At.Start + bytes.LastIndexByte(closing, '\n') + 1
}
