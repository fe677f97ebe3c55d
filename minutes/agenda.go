package minutes

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"telko/minutes/lang"
	"telko/motions"
)

// AgendaItem is a topic or a motion as an agenda lists it.
type AgendaItem struct {
	Number string // where it stands: "2", "2.1"
	Title  string // of a motion, "Antrag 1: …", without its id
	Level  int    // of its heading
	Line   int
	Up     int // index of the item it stands under, -1 for none
	Motion *motions.Motion

	section int // index in Sections
}

// AgendaItems returns the topics and motions of f in the order of the file,
// with the numbers by which people name them. Plan and open tasks are none.
func (f *File) AgendaItems() []AgendaItem {
	var items []AgendaItem
	var open []int // items that the next heading may stand under
	below := map[int]int{}
	for i := range f.Sections {
		s := &f.Sections[i]
		if s.Level == 0 {
			continue
		}
		for len(open) > 0 && items[open[len(open)-1]].Level >= s.Level {
			open = open[:len(open)-1]
		}
		if s.Kind != SectionTopic && s.Kind != SectionMotion {
			continue
		}
		it := AgendaItem{Level: s.Level, Line: s.Line, Up: -1, Motion: s.Motion, section: i}
		it.Title, _ = cleanTitle(s.Title)
		if len(open) > 0 {
			it.Up = open[len(open)-1]
		}
		below[it.Up]++
		it.Number = strconv.Itoa(below[it.Up])
		if it.Up >= 0 {
			it.Number = items[it.Up].Number + "." + it.Number
		}
		open = append(open, len(items))
		items = append(items, it)
	}
	return items
}

// FindAgendaItem returns the index of the item that word names: its number, its
// title, a motion's id, or a part of the title that only one has.
func FindAgendaItem(items []AgendaItem, word string) (int, error) {
	want := key(strings.TrimPrefix(strings.TrimSpace(word), "#"))
	var titles []string
	parts := []int{}
	for i := range items {
		it := &items[i]
		isMotion := it.Motion != nil && (key(string(it.Motion.ID)) == want || it.Motion.Title != "" && key(it.Motion.Title) == want)
		if it.Number == strings.Trim(want, ".") || key(it.Title) == want || isMotion {
			return i, nil
		}
		if want != "" && strings.Contains(key(it.Title), want) {
			parts = append(parts, i)
		}
		titles = append(titles, it.Number+" "+it.Title)
	}
	if len(parts) == 1 {
		return parts[0], nil
	}
	err := lang.E(lang.AgendaNoItem, word)
	if len(titles) > 0 {
		err.Hint(lang.AgendaItemsAre, strings.Join(titles, ", "))
	}
	return -1, err
}

// AddTopic returns f with one more topic: at the end of the agenda, before a
// plan that closes the file, or as the last one under an item (under is its
// index, -1 for none). A title that is there already, or that would not be read
// as a topic, is an error.
func (f *File) AddTopic(title string, under int) ([]byte, error) {
	title = oneLine(title)
	if title == "" {
		return nil, lang.E(lang.AgendaNoTopic, title)
	}
	items := f.AgendaItems()
	for i := range items {
		if key(items[i].Title) == key(title) {
			return nil, lang.E(lang.AgendaThere, title, items[i].Number)
		}
	}
	at, level, err := f.newItemAt(items, under)
	if err != nil {
		return nil, err
	}
	out := f.insert(at, strings.Repeat("#", level)+" "+title)
	g, err := Parse(f.name, out, f.ctx)
	if err != nil {
		return nil, err
	}
	if got := g.AgendaItems(); len(got) != len(items)+1 {
		return nil, lang.E(lang.AgendaNoTopic, title).Hint(lang.AgendaNoTopicHint)
	}
	return out, nil
}

// AddMotion returns f with one more motion, under an item (-1: the one that
// collects motions, which is made if there is none). It gets the next number;
// its id comes with MintLines.
func (f *File) AddMotion(mo motions.Motion, under int) ([]byte, error) {
	items := f.AgendaItems()
	mo.Number = 0
	for i := range items {
		if m := items[i].Motion; m != nil {
			mo.Number = max(mo.Number, m.Number)
			if mo.Title != "" && key(m.Title) == key(mo.Title) {
				return nil, lang.E(lang.AgendaThere, mo.Title, items[i].Number)
			}
		}
		if under < 0 && items[i].Motion == nil && lang.IsMotions(items[i].Title) {
			under = i
		}
	}
	mo.Number++
	at, level, err := f.newItemAt(items, under)
	if err != nil {
		return nil, err
	}
	text, more := "", 1
	if under < 0 {
		text, more = strings.Repeat("#", level)+" "+lang.AgendaMotions.In(f.ctx.Lang)+"\n\n", 2
		level++
	}
	text += strings.TrimRight(ComposeMotion(mo, level, f.ctx.Lang), "\n")
	out := f.insert(at, text)
	g, err := Parse(f.name, out, f.ctx)
	if err != nil {
		return nil, err
	}
	if got := g.AgendaItems(); len(got) != len(items)+more {
		return nil, lang.E(lang.AgendaNoMotion, mo.Title)
	}
	return out, nil
}

// newItemAt returns where in the file a new item comes, and the level of its
// heading.
func (f *File) newItemAt(items []AgendaItem, under int) (at, level int, err error) {
	if under >= 0 {
		if level = items[under].Level + 1; level > 6 {
			return 0, 0, lang.E(lang.AgendaTooDeep, items[under].Title)
		}
		_, at = f.itemSpan(&items[under])
		return at, level, nil
	}
	level = 2
	if len(items) > 0 {
		level = items[0].Level
	}
	return f.agendaEnd(), level, nil
}

// agendaEnd returns the offset behind the last topic: the end of the file, or
// the plan at its end.
func (f *File) agendaEnd() int {
	end := len(f.src)
	for i := len(f.Sections) - 1; i >= 0 && f.Sections[i].Kind == SectionPlan; i-- {
		at, _ := lineSpan(f.src, f.Sections[i].Line)
		end = at.Start
	}
	return end
}

// itemSpan returns where an item stands with all that is under it.
func (f *File) itemSpan(it *AgendaItem) (start, end int) {
	last := it.section
	for last+1 < len(f.Sections) && f.Sections[last+1].Level > it.Level {
		last++
	}
	at := f.sectionBytes(it.section, last)
	return at.Start, at.End
}

// insert returns the source with text, blocks with LF, before offset at.
func (f *File) insert(at int, text string) []byte {
	nl := lineBreak(f.src)
	return joinBlocks(nl, f.src[:at], []byte(strings.ReplaceAll(text, "\n", nl)), f.src[at:])
}

// joinBlocks puts one blank line between parts that hold anything, and one line
// break at the end.
func joinBlocks(nl string, parts ...[]byte) []byte {
	var out []byte
	for _, p := range parts {
		if p = bytes.TrimRight(p, "\r\n"); len(p) == 0 {
			continue
		}
		if len(out) > 0 {
			out = append(out, nl+nl...)
		}
		out = append(out, p...)
	}
	return append(out, nl...)
}

// MoveItem returns f with item n, and all that is under it, before item before
// of AgendaItems, or at the end of the agenda (-1). It takes the level of the
// items it comes among. Every line but headings that change their level keeps
// its bytes.
func (f *File) MoveItem(n, before int) ([]byte, error) {
	items := f.AgendaItems()
	start, end := f.itemSpan(&items[n])
	at, level := f.agendaEnd(), items[0].Level
	if before >= 0 {
		at, _ = f.itemSpan(&items[before])
		level = items[before].Level
	}
	if start < at && at < end {
		return nil, lang.E(lang.AgendaIntoItself, items[n].Title)
	}
	moved, ok := f.relevelled(start, end, level-items[n].Level)
	if !ok {
		return nil, lang.E(lang.AgendaTooDeep, items[n].Title)
	}
	nl := lineBreak(f.src)
	parts := [][]byte{f.src[:min(at, start)], f.src[min(at, start):start], moved, f.src[end:max(at, end)], f.src[max(at, end):]}
	if at <= start {
		parts[1], parts[2] = parts[2], parts[1]
	} else {
		parts[2], parts[3] = parts[3], parts[2]
	}
	out := joinBlocks(nl, parts...)
	g, err := Parse(f.name, out, f.ctx)
	if err != nil {
		return nil, err
	}
	if !slices.Equal(sorted(items), sorted(g.AgendaItems())) {
		return nil, lang.E(lang.AgendaCannotMove, items[n].Title)
	}
	return out, nil
}

// sorted returns the titles of items in an order that is not theirs.
func sorted(items []AgendaItem) []string {
	var titles []string
	for i := range items {
		titles = append(titles, items[i].Title)
	}
	slices.Sort(titles)
	return titles
}

// relevelled returns a part of the source with the level of all its headings
// changed by more; ok is false if one would be deeper than Markdown knows.
func (f *File) relevelled(start, end, more int) (out []byte, ok bool) {
	part := f.src[start:end]
	if more == 0 {
		return part, true
	}
	_, body, line, _, err := readFront(f.src, nil)
	if err != nil {
		return nil, false
	}
	var edits []edit
	for _, h := range readDocument(f.src, body, line).headings {
		if h.at.Start < start || h.at.Start >= end {
			continue
		}
		if h.level+more > 6 {
			return nil, false
		}
		marks := strings.Repeat("#", h.level+more)
		text := h.at.Of(f.src)
		at := bytes.IndexByte(text, '#')
		if at < 0 || len(bytes.TrimLeft(text[:at], " ")) > 0 { // underlined
			edits = append(edits, edit{Span{h.at.Start - start, h.at.End - start}, marks + " " + titleText(f.src, h.title)})
			continue
		}
		from := h.at.Start + at - start
		edits = append(edits, edit{Span{from, from + h.level}, marks})
	}
	return splice(part, edits), true
}

// Notes returns what stands below an item's heading, up to the next one, as
// Markdown without blank lines at either end.
func (f *File) Notes(it *AgendaItem) string {
	return modelText(f.Sections[it.section].BodyAt.Of(f.src))
}
