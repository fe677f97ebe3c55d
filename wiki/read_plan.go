package wiki

import (
	"regexp"
	"strings"
	"sync"

	"telko/tasks/when"
	"telko/wiki/wikitext"
)

// The list of the plan repeats what tasks say that stand elsewhere on the page.
// People change a date there as readily as in the task itself: such a change is
// made to the task.

// planForm is a line of the list: a box that somebody put there, the id, the
// text of the task, whose it is and until when.
var planForm = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\*[ \t]*(☐|☑)?[ \t]*\[\[#([A-Za-z0-9-]+)\|([^\]|]*)\]\](.*)$`)
})

// planLine is such a line, read.
type planLine struct {
	box, id, label, rest string
	line                 string // all of it
}

func readPlanLine(line string) (l planLine, ok bool) {
	line = strings.TrimSpace(line)
	m := planForm().FindStringSubmatch(line)
	if m == nil || !isTaskID(m[2]) {
		return l, false
	}
	return planLine{box: m[1], id: m[2], label: strings.TrimSpace(m[3]), rest: strings.TrimSpace(m[4]), line: line}, true
}

// planOf returns the list of the plan on a page, by ids.
func planOf(page string) map[string]planLine {
	all := map[string]planLine{}
	for _, line := range linesBetween(page, planMark) {
		if l, ok := readPlanLine(line); ok {
			all[l.id] = l
		}
	}
	return all
}

// taken returns what pulled returns, with what somebody changed in the list of
// the plan since the base made to the tasks; s.taking is the page that says so.
// The error is one of pulled's, for a line that cannot be made to its task too.
func (s *sides) taken() (string, error) {
	s.taking = s.page
	md, err := s.pulled()
	if err != nil || s.page == s.base.Wikitext || !strings.Contains(s.page, planMark) {
		return md, err
	}
	says, err := s.file.With([]byte(md))
	if err != nil || says.Meeting().Imported != "" {
		return md, nil
	}
	page, err := withPlanEdits(s.page, planOf(s.base.Wikitext), planOf(Page(says, s.o)), says.Meeting().Date)
	if err != nil || page == s.page {
		return md, err
	}
	s.taking = page
	changed := *s
	changed.page = page
	return changed.pulled()
}

// untaken returns the page with the list of the plan as the base has it, for a
// run that may not write the page: what was changed there is taken by one that
// may, so that the tasks on the page do not say something else than their list.
func (s *sides) untaken() string {
	was, page := planOf(s.base.Wikitext), s.page
	for id, l := range planOf(page) {
		if before, ok := was[id]; ok && before != l {
			page = strings.Replace(page, l.line, before.line, 1)
		}
	}
	return page
}

// withPlanEdits returns a page on which the tasks say what somebody changed in
// the list of the plan. was is the list of the base; would is what telko would
// list for the tasks as the page has them.
func withPlanEdits(page string, was, would map[string]planLine, held when.Date) (string, error) {
	for id, l := range planOf(page) {
		task, known := would[id]
		if !known || l.line == task.line || l.line == was[id].line {
			continue
		}
		if before, ok := was[id]; ok {
			task = before // somebody may have changed the task too
		}
		text, ok := withPlanEdit(page, task, l, held)
		if !ok {
			return "", &wikitext.PatchError{Line: lineOfPlan(page, id), Text: l.label + " " + l.rest}
		}
		page = text
	}
	return page, nil
}

// lineOfPlan returns the line, from 1, where the list names a task.
func lineOfPlan(page, id string) int {
	at := strings.Index(page, "[[#"+id+"|")
	return strings.Count(page[:max(at, 0)], "\n") + 1
}

// withPlanEdit makes the step from task to edited to the line of the task.
func withPlanEdit(page string, task, edited planLine, held when.Date) (string, bool) {
	mark := `<span id="` + task.id + `"></span>`
	if strings.Count(page, mark) != 1 {
		return "", false
	}
	at := strings.Index(page, mark)
	begin := strings.LastIndexByte(page[:at], '\n') + 1
	end := len(page)
	if n := strings.IndexByte(page[at:], '\n'); n >= 0 {
		end = at + n
	}
	item, text, tail := page[begin:at], page[at+len(mark):end], ""
	if i := strings.LastIndex(text, "#"+task.id); i >= 0 {
		text, tail = strings.TrimRight(text[:i], " \t"), " "+text[i:]
	}
	if edited.box != "" && !strings.ContainsAny(item, "☐☑") {
		item += edited.box + " "
	}
	text, ok := planCarried(text, task.text(), edited.text(), held)
	return page[:begin] + item + mark + text + tail + page[end:], ok
}

// text returns what the line says.
func (l planLine) text() string { return strings.TrimSpace(l.label + " " + l.rest) }

// dayForm is a day as people write it in figures.
var dayForm = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\b\d{1,4}[.-]\d{1,2}[.-]?(?:\d{1,4})?`) })

// planCarried returns the text of a task, with the edit from old to edited in it.
// The task may have what the list shows plainly in other type, or a day written
// shorter, of a telco that was held on that day.
func planCarried(text, old, edited string, held when.Date) (string, bool) {
	if added, ok := strings.CutPrefix(edited, old); ok && strings.HasPrefix(added, " ") {
		return text + added, true
	}
	if out, err := wikitext.Carry(text, old, edited, wikitext.Wikitext); err == nil {
		return out, true
	}
	was, is, in := dayForm().FindAllString(old, -1), dayForm().FindAllString(edited, -1), dayForm().FindAllString(text, -1)
	if len(was) != 1 || len(is) != 1 || len(in) != 1 || strings.Replace(old, was[0], is[0], 1) != edited {
		return "", false
	}
	a, err1 := when.Read(was[0], held)
	b, err2 := when.Read(in[0], held)
	return strings.Replace(text, in[0], is[0], 1), err1 == nil && err2 == nil && a == b
}
