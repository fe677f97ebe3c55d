package wiki

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"telko/minutes"
	"telko/minutes/imports"
	"telko/minutes/lang"
	"telko/tasks/when"
	"telko/wiki/client"
	"telko/wiki/wikitext"
)

// readOwn reads a page that a telko made as what it is: what telko puts on a
// page beside the minutes is left out, and tasks keep their ids. r is what any
// page would be read as. exact says that src is the text that was published;
// src is nil if the page is no such page.
func (im *Importer) readOwn(p client.Page, r imports.Result) (src []byte, exact bool) {
	made := isMade(p.Text)
	if !made && tagOf(p.Comment) == "" || r.Date.IsZero() {
		return nil, false
	}
	front := ownFront(p.Text, r, im.Options, im.Options.Lang)
	ctx := im.Workspace.Context()
	if ctx.Page(r.Series, r.Date) != p.Title {
		front = setFront(front, "page", p.Title)
	}
	f, err := minutes.Parse(r.ID+".md", []byte(front), ctx)
	if err != nil {
		return nil, false
	}
	public, err := minutes.NewPublic(f, minutes.PublicOptions{People: ctx.People})
	if err != nil {
		return nil, false
	}
	reader := newPageReader(public, PageOptions{Categories: im.Workspace.Settings().Wiki.Categories}, p.Text)
	md := reader.read(reader.core(p.Text))
	if reader.err != nil {
		return nil, false
	}
	md = withBoxes(md, anchorsOf(p.Text))
	if text, ok := im.exactly(md, tagOf(p.Comment), r.ID+".md"); ok {
		return []byte(text), true
	}
	if !made {
		return nil, false
	}
	return []byte(md), false
}

// anchorsOf returns the ids of the tasks whose places a page marks.
func anchorsOf(page string) map[string]bool {
	ids := map[string]bool{}
	if !strings.Contains(page, "<span id=") {
		return ids
	}
	for _, m := range anchorTag().FindAllStringSubmatch(page, -1) {
		if isTaskID(m[1]) {
			ids[m[1]] = true
		}
	}
	return ids
}

var promisedItem = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\s*(?:[-*+]|\d+[.)])\s+)(\[[ xX]\] )?(.*#([A-Za-z0-9-]+))\s*$`)
})

// withBoxes gives the items of tasks the box that an open one has in the file
// and not on the page.
func withBoxes(md string, ids map[string]bool) string {
	lines := strings.Split(md, "\n")
	for i, line := range lines {
		if m := promisedItem().FindStringSubmatch(line); m != nil && m[2] == "" && ids[m[4]] {
			lines[i] = m[1] + "[ ] " + m[3]
			delete(ids, m[4])
		}
	}
	return strings.Join(lines, "\n")
}

// ownFront returns the front matter of the file that a page was made of, as far
// as the page shows it, and a title below it.
func ownFront(page string, r imports.Result, o imports.Options, l lang.Lang) string {
	front := "---\n---\n"
	set := func(key, value string) { front = setFront(front, key, value) }
	if r.Series != "" {
		set("series", r.Series)
	}
	set("date", r.Date.String())
	start, end, keeper, place := shownFront(page, l)
	set("start", clockValue(start))
	set("end", clockValue(end))
	set("place", place)
	set("keeper", keeper)
	status := minutes.StatusFinal
	for says, s := range map[lang.Text]minutes.Status{
		lang.PageAgenda: minutes.StatusAgenda, lang.PageLive: minutes.StatusLive, lang.PageDraft: minutes.StatusDraft,
	} {
		if from, to, ok := ownRegion(page, draftMark); ok && strings.Contains(page[from:to], wikitext.Escape(says.In(l))) {
			status = s
		}
	}
	set("status", string(status))
	if o.DueDays > 0 {
		set("due-days", strconv.Itoa(o.DueDays))
	}
	if o.TimeZone != "" {
		set("timezone", o.TimeZone)
	}
	return front + "\n"
}

// shownFront returns what stands on the page and in the front matter of the
// file: the times and the keeper above the first section, and the place.
func shownFront(page string, l lang.Lang) (start, end when.Clock, keeper, place string) {
	lead := lang.PageKeeper.In(l, "")
	above, inPlace := true, false
	var text []string
	for _, b := range wikitext.Scan(withoutComments(page)).Blocks() {
		shown := plain(wikitext.InlineToMarkdown(b.Text))
		switch {
		case b.Kind == wikitext.Heading:
			above = above && b.Level == 1
			inPlace = lang.ReadHeading(shown) == lang.HeadPlace
		case b.Kind == wikitext.Blank:
		case inPlace:
			text = append(text, b.Text)
		case above && b.Kind == wikitext.Paragraph:
			if s, e, ok := timesOf(b.Text, l); ok {
				start, end = s, e
			}
			if k, ok := strings.CutPrefix(shown, lead); ok && keeper == "" {
				keeper = strings.TrimSpace(k)
			}
		}
	}
	if len(text) == 1 && !strings.Contains(text[0], "\n") {
		place = plain(wikitext.InlineToMarkdown(text[0]))
	}
	return start, end, keeper, place
}
