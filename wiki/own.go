package wiki

import (
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
	"telko/wiki/wikitext"
)

// What telko adds to a page stands between two comments, so that pull and
// people can tell it from the minutes.
const (
	draftMark = "telko:draft"
	planMark  = "telko:plan"
	navMark   = "telko:nav"
)

// marked puts text between two comment marks on lines of their own.
func marked(mark, text string) string {
	return "<!-- " + mark + " -->\n" + text + "\n<!-- /" + mark + " -->"
}

// banner returns the remark that a page is no final minutes yet.
func (w *writer) banner() string {
	says := map[minutes.Status]lang.Text{
		minutes.StatusAgenda: lang.PageAgenda,
		minutes.StatusLive:   lang.PageLive,
		minutes.StatusDraft:  lang.PageDraft,
	}
	text, ok := says[w.m.Status]
	if !w.own || !ok {
		return ""
	}
	return marked(draftMark, banner(text.In(w.lang)))
}

func banner(text string) string { return "''" + wikitext.Escape(text) + "''" }

// taskLine returns a line of the file as it is converted: a task's with its
// anchor and id on a page that telko created, without the id on another.
func (w *writer) taskLine(line string, number int) string {
	t := w.lines[number]
	if t == nil || t.ID == "" {
		return line
	}
	box := strings.Index(line, "[")
	id := strings.LastIndex(line, "#"+string(t.ID))
	if box < 0 || id < box+4 || len(line) < box+4 {
		return line
	}
	text := strings.TrimSpace(line[box+3 : id])
	rest := strings.TrimSpace(line[id+1+len(t.ID):])
	if !w.own {
		return line[:box+4] + strings.TrimSpace(text+" "+rest)
	}
	return line[:box+4] + raw(anchor(t.ID)) + text + " " + raw("#"+string(t.ID)) + rest
}

// anchor returns the place that links to a task lead to.
func anchor(id tasks.ID) string { return `<span id="` + string(id) + `"></span>` }

// raw returns Markdown for wikitext that is written as it is.
func raw(wikitext string) string { return "`" + wikitext + "`{=wikitext}" }

// plan returns the list of links to the tasks that were promised outside the
// section of the plan, "" if there are none.
func (w *writer) plan() string {
	if !w.own {
		return ""
	}
	in := func(line int) bool {
		for _, s := range w.sections {
			if s.Kind == minutes.SectionPlan && s.Line <= line && line <= s.End {
				return true
			}
		}
		return false
	}
	var lines []string
	for i := range w.m.Tasks {
		if t := &w.m.Tasks[i]; t.ID != "" && !in(t.Line) {
			lines = append(lines, "* [[#"+string(t.ID)+"|"+labelOf(plain(t.Text))+"]]"+w.promise(t))
		}
	}
	if len(lines) == 0 {
		return ""
	}
	return marked(planMark, strings.Join(lines, "\n"))
}

// promise returns who is to do a task and until when, as its line says it.
func (w *writer) promise(t *tasks.Task) string {
	c := *t
	c.Text, c.ID, c.State = "", "", tasks.Open
	days := w.m.DueDays
	if days == 0 {
		days = minutes.DefaultDueDays
	}
	line := minutes.FormatTask(c, w.lang, w.m.Date.AddDays(days))
	_, tail, _ := strings.Cut(line, "]")
	if tail = strings.TrimSpace(tail); tail == "" {
		return ""
	}
	return " " + wikitext.Escape(tail)
}

// planTitle returns the heading of the plan where the file has none.
func (w *writer) planTitle() string {
	days := w.m.DueDays
	if days == 0 {
		days = minutes.DefaultDueDays
	}
	return lang.PagePlan.In(w.lang, days)
}

// nav returns the links to the telcos before and after.
func (w *writer) nav() string {
	if !w.own {
		return ""
	}
	var links []string
	if t := linkTarget(w.o.Before); t != "" {
		links = append(links, "← [["+t+"|"+wikitext.Escape(lang.PageBefore.In(w.lang))+"]]")
	}
	if t := linkTarget(w.o.After); t != "" {
		links = append(links, "[["+t+"|"+wikitext.Escape(lang.PageAfter.In(w.lang))+"]] →")
	}
	if len(links) == 0 {
		return ""
	}
	return marked(navMark, strings.Join(links, " · "))
}

// categories returns the categories of a page that telko created. Those of an
// imported page stand in its text.
func (w *writer) categories() string {
	if !w.own {
		return ""
	}
	text := string(w.p.Markdown())
	namespace := "Kategorie:"
	if w.lang == lang.English {
		namespace = "Category:"
	}
	var lines []string
	for _, c := range w.o.Categories {
		link := "[[" + namespace + c + "]]"
		if linkTarget(c) != "" && !strings.Contains(text, link) {
			lines = append(lines, link)
		}
	}
	return strings.Join(lines, "\n")
}

// linkTarget returns a page's title as it stands in a link: with a colon in
// front where MediaWiki would take it for something else; "" for none, and for
// what can be no title.
func linkTarget(title string) string {
	if strings.ContainsAny(title, "[]{}<>|#\n") {
		return ""
	}
	if strings.Contains(title, ":") || strings.HasPrefix(title, "/") {
		return ":" + title
	}
	return title
}

// day returns a date as people of l write it.
func day(d when.Date, l lang.Lang) string { return minutes.FormatDate(d, l) }
