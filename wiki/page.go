package wiki

import (
	"fmt"
	"strconv"
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
	"telko/wiki/client"
	"telko/wiki/wikitext"
)

// PageOptions say what the page of a meeting has beside the minutes. The zero
// value works.
type PageOptions struct {
	Categories []string // without "Kategorie:"
	TasksPage  string   // where ids of tasks lead whose page is not known, "" for nowhere
	// Before and After are the titles of the pages of the telcos before and
	// after, "" for none.
	Before, After string
	// TaskPage returns the page that holds a task of another meeting. It may
	// be nil.
	TaskPage func(tasks.ID) (title string, ok bool)
}

// Page returns the wikitext of a meeting, as a wiki keeps it.
func Page(p minutes.Public, o PageOptions) string {
	w := newWriter(p, o)
	w.add(w.title(), w.banner(), w.times(), w.keeper())
	plan, place := w.plan(), w.place()
	sections := w.sections
	last := -1 // the section that the plan goes into
	for i := range sections {
		if sections[i].Kind == minutes.SectionPlan {
			last = i
		}
	}
	for i := range sections {
		if sections[i].Kind != minutes.SectionPreamble {
			w.add(place) // below what stands above the first heading
			place = ""
		}
		w.section(&sections[i])
		if i == last {
			w.add(plan)
		}
	}
	w.add(place)
	if last < 0 && plan != "" {
		w.add("== "+wikitext.Escape(w.planTitle())+" ==", plan)
	}
	w.add(w.nav(), w.categories())
	return client.AsSaved(strings.Join(w.parts, "\n\n"))
}

// writer writes one page.
type writer struct {
	p     minutes.Public
	m     minutes.Meeting
	o     PageOptions
	lang  lang.Lang
	own   bool // telko created the page
	parts []string

	sections []minutes.Section
	lines    map[int]*tasks.Task   // the tasks of the file, by line
	ids      map[tasks.ID]bool     // their ids
	refs     string                // link definitions, for every piece that is converted alone
	opts     wikitext.WriteOptions // for blocks of a page
}

func newWriter(p minutes.Public, o PageOptions) *writer {
	w := &writer{p: p, m: p.Meeting(), o: o, lang: p.Lang(), lines: map[int]*tasks.Task{}, ids: map[tasks.ID]bool{}}
	w.own, w.sections = w.m.Imported == "", p.Sections()
	for i := range w.m.Tasks {
		t := &w.m.Tasks[i]
		w.lines[t.Line] = t
		w.ids[t.ID] = true
	}
	w.opts = wikitext.WriteOptions{
		Checkbox: func(done bool) string {
			if done {
				return "☑"
			}
			return ""
		},
	}
	if w.own {
		w.opts.TaskLink = w.taskLink
	}
	w.refs = references(p.Markdown())
	return w
}

// add adds blocks that are not empty.
func (w *writer) add(blocks ...string) {
	for _, b := range blocks {
		if b != "" {
			w.parts = append(w.parts, b)
		}
	}
}

// taskLink returns where an id in a text leads: this page, the page of its
// meeting, the page of all tasks.
func (w *writer) taskLink(id string) (string, bool) {
	if w.ids[tasks.ID(id)] {
		return "#" + id, true
	}
	if w.o.TaskPage != nil {
		if page, ok := w.o.TaskPage(tasks.ID(id)); ok {
			return page + "#" + id, true
		}
	}
	if w.o.TasksPage != "" {
		return w.o.TasksPage + "#" + id, true
	}
	return "", false
}

// title returns the heading of the page.
func (w *writer) title() string {
	if w.m.Title == "" {
		return ""
	}
	return w.convert("# "+w.m.Title, "")
}

// times returns the line that says from when to when it was. An imported page
// has it in its text.
func (w *writer) times() string {
	if !w.own {
		return ""
	}
	start, end := w.m.Start.Clock, w.m.End.Clock
	switch {
	case !start.IsZero() && !end.IsZero():
		return lang.PageFromTo.In(w.lang, clock(start), clock(end))
	case !start.IsZero():
		return lang.PageFrom.In(w.lang, clock(start))
	case !end.IsZero():
		return lang.PageUntil.In(w.lang, clock(end))
	}
	return ""
}

// clock returns c as people write it: 22:20, 1:10.
func clock(c when.Clock) string {
	return strconv.Itoa(c.Hour()) + fmt.Sprintf(":%02d", c.Minute())
}

// keeper returns the line that says who kept the minutes.
func (w *writer) keeper() string {
	if !w.own || w.m.Keeper == "" {
		return ""
	}
	return wikitext.Escape(lang.PageKeeper.In(w.lang, w.m.Keeper))
}

// place returns heading and text of the place, unless the file has a section
// for it.
func (w *writer) place() string {
	if !w.own || w.m.Place == "" {
		return ""
	}
	for _, s := range w.sections {
		if s.Kind == minutes.SectionPlace {
			return ""
		}
	}
	return "== " + wikitext.Escape(lang.HeadPlace.Write(w.lang)) + " ==\n\n" +
		w.convert(wikitext.EscapeMarkdown(w.m.Place), "")
}

// section adds a section: its heading, and what stands below.
func (w *writer) section(s *minutes.Section) {
	if s.Level > 0 && s.Title != "" {
		w.add(w.convert(strings.Repeat("#", s.Level)+" "+s.Title, ""))
	}
	first := s.End + 1 - lineCount(s.Body)
	w.add(w.body(s.Body, first, s.Kind == minutes.SectionMotion))
}

// lineCount returns the number of lines of s, one without a line break at the
// end included.
func lineCount(s string) int {
	n := strings.Count(s, "\n")
	if s != "" && !strings.HasSuffix(s, "\n") {
		n++
	}
	return n
}

// convert converts a piece of the file's Markdown, indented if indent says so.
func (w *writer) convert(md, indent string) string {
	o := w.opts
	o.Indent = indent
	out := wikitext.FromMarkdown([]byte(md+w.refs), o)
	if indent == "" {
		return out
	}
	// People write ":text", without the space that keeps marks apart.
	lines := strings.Split(out, "\n")
	for i, line := range lines {
		if rest, ok := strings.CutPrefix(line, indent+" "); ok && rest != "" && !strings.ContainsAny(rest[:1], "*#:; ") {
			lines[i] = indent + rest
		}
	}
	return strings.Join(lines, "\n")
}
