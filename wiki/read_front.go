package wiki

import (
	"regexp"
	"strings"
	"sync"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
	"telko/wiki/wikitext"
)

func isTaskID(s string) bool {
	_, err := tasks.ParseID(s)
	return err == nil
}

// front returns the front matter that belongs to a core, with a line's end
// behind it, and the blocks that are left. Times, keeper and place stand on the
// page and not in the text of the file.
func (r *pageReader) front(core string) (front string, rest []wikitext.Block, doc *wikitext.Document) {
	front = frontOf(lf(string(r.p.Markdown())))
	doc = wikitext.Scan(core)
	rest = doc.Blocks()
	if !r.own || front == "" {
		return front, rest, doc
	}
	rest, front = r.readTimes(rest, front)
	rest, front = r.readKeeper(rest, front)
	rest, front = r.readPlace(rest, front)
	return front, rest, doc
}

// frontOf returns the front matter of a file and the blank line behind it.
func frontOf(md string) string {
	if !strings.HasPrefix(md, "---\n") {
		return ""
	}
	i := strings.Index(md, "\n---\n")
	if i < 0 {
		return ""
	}
	return md[:i+len("\n---\n")] + "\n"
}

// textless reports whether there is nothing but front matter.
func textless(md string) bool {
	md = lf(md)
	return strings.TrimSpace(strings.TrimPrefix(md+"\n", frontOf(md+"\n"))) == ""
}

// setFront sets a key of a front matter; an empty value takes its line out.
func setFront(front, key, value string) string {
	lines := strings.SplitAfter(front, "\n")
	at := -1
	for i, line := range lines {
		k, _, ok := strings.Cut(line, ":")
		if ok && i > 0 && lang.Key(strings.TrimSpace(k)) == key {
			at = i
			break
		}
	}
	switch {
	case at < 0 && value == "":
		return front
	case at < 0:
		end := strings.LastIndex(front, "---\n")
		return front[:end] + key + ": " + value + "\n" + front[end:]
	case value == "":
		lines[at] = ""
	default:
		lines[at] = key + ": " + value + "\n"
	}
	return strings.Join(lines, "")
}

// inPreamble returns the first paragraph before the second heading that f takes,
// and the blocks without it.
func inPreamble(blocks []wikitext.Block, f func(text string) bool) ([]wikitext.Block, bool) {
	for i, b := range blocks {
		if b.Kind == wikitext.Heading && b.Level > 1 {
			break
		}
		if b.Kind == wikitext.Paragraph && f(b.Text) {
			return append(append([]wikitext.Block{}, blocks[:i]...), blocks[i+1:]...), true
		}
	}
	return blocks, false
}

// readTimes takes the line out that says from when to when it was. One that
// cannot be read is text.
func (r *pageReader) readTimes(blocks []wikitext.Block, front string) ([]wikitext.Block, string) {
	if !r.hasTimes() {
		return blocks, front
	}
	var start, end when.Clock
	blocks, _ = inPreamble(blocks, func(text string) bool {
		var ok bool
		start, end, ok = timesOf(text, r.lang)
		return ok
	})
	if start != r.m.Start.Clock {
		front = setFront(front, "start", clockValue(start))
	}
	if end != r.m.End.Clock {
		front = setFront(front, "end", clockValue(end))
	}
	return blocks, front
}

func (r *pageReader) hasTimes() bool { return !r.m.Start.Clock.IsZero() || !r.m.End.Clock.IsZero() }

func clockValue(c when.Clock) string {
	if c.IsZero() {
		return ""
	}
	return c.String()
}

// timesForm is a way in which a page says from when to when a telco was.
type timesForm struct {
	form       *regexp.Regexp
	start, end bool
}

var timesForms = sync.OnceValue(func() map[lang.Lang][]timesForm {
	const clockForm = `(\d{1,2}[:.]\d{2})`
	out := map[lang.Lang][]timesForm{}
	for _, l := range []lang.Lang{lang.German, lang.English} {
		for _, f := range []struct {
			text       lang.Text
			start, end bool
		}{{lang.PageFromTo, true, true}, {lang.PageFrom, true, false}, {lang.PageUntil, false, true}} {
			args := []any{"\x00", "\x00"}
			if !f.start || !f.end {
				args = args[:1]
			}
			form := strings.ReplaceAll(regexp.QuoteMeta(f.text.In(l, args...)), "\x00", clockForm)
			out[l] = append(out[l], timesForm{regexp.MustCompile(`^` + form + `(?: Uhr)?\.?$`), f.start, f.end})
		}
	}
	return out
})

func isTimes(text string, l lang.Lang) bool {
	_, _, ok := timesOf(text, l)
	return ok
}

// timesOf reads what writer.times wrote.
func timesOf(text string, l lang.Lang) (start, end when.Clock, ok bool) {
	if len(text) > 60 {
		return start, end, false
	}
	for _, f := range timesForms()[l] {
		m := f.form.FindStringSubmatch(strings.TrimSpace(text))
		if m == nil {
			continue
		}
		var clocks []when.Clock
		for _, s := range m[1:] {
			c, err := when.ReadClock(strings.Replace(s, ".", ":", 1))
			if err != nil {
				return start, end, false
			}
			clocks = append(clocks, c)
		}
		if f.start {
			start = clocks[0]
		}
		if f.end {
			end = clocks[len(clocks)-1]
		}
		return start, end, true
	}
	return start, end, false
}

// readKeeper takes the line out that says who kept the minutes.
func (r *pageReader) readKeeper(blocks []wikitext.Block, front string) ([]wikitext.Block, string) {
	if r.m.Keeper == "" {
		return blocks, front
	}
	keeper := ""
	blocks, _ = inPreamble(blocks, func(text string) bool {
		keeper = r.keeperOf(text)
		return keeper != ""
	})
	if keeper != r.m.Keeper {
		front = setFront(front, "keeper", keeper)
	}
	return blocks, front
}

// keeperOf returns who kept the minutes by a line of a page, "" if it is another.
func (r *pageReader) keeperOf(text string) string {
	lead := lang.PageKeeper.In(r.lang, "")
	if r.m.Keeper == "" || strings.ContainsAny(text, "\n'[") || !strings.HasPrefix(text, lead[:1]) {
		return ""
	}
	keeper, ok := strings.CutPrefix(plain(wikitext.InlineToMarkdown(text)), lead)
	if !ok {
		return ""
	}
	return strings.TrimSpace(keeper)
}

// readPlace takes out heading and text of the place, where the file has it in
// its front matter. Where more stands there than a line, it is a section.
func (r *pageReader) readPlace(blocks []wikitext.Block, front string) ([]wikitext.Block, string) {
	if r.m.Place == "" {
		return blocks, front
	}
	for _, s := range r.p.Sections() {
		if s.Kind == minutes.SectionPlace {
			return blocks, front
		}
	}
	var text []wikitext.Block
	at, end := -1, len(blocks)
	for i, b := range blocks {
		switch {
		case b.Kind == wikitext.Heading && at >= 0:
			end = i
		case b.Kind == wikitext.Heading && lang.ReadHeading(plain(wikitext.InlineToMarkdown(b.Text))) == lang.HeadPlace:
			at = i
		case at >= 0 && b.Kind != wikitext.Blank:
			text = append(text, b)
		}
		if end < len(blocks) {
			break
		}
	}
	place := ""
	if at >= 0 && len(text) == 1 && text[0].Kind == wikitext.Paragraph && !strings.Contains(text[0].Text, "\n") {
		md := wikitext.InlineToMarkdown(text[0].Text)
		if place = plain(md); wikitext.EscapeMarkdown(place) != md && md != wikitext.InlineToMarkdown(wikitext.Escape(place)) {
			place = "" // with mark-up
		}
	}
	if place == "" {
		return blocks, setFront(front, "place", "")
	}
	if place != strings.Join(strings.Fields(r.m.Place), " ") {
		front = setFront(front, "place", place)
	}
	return append(append([]wikitext.Block{}, blocks[:at]...), blocks[end:]...), front
}
