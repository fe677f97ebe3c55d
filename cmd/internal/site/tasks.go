package site

import (
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks"
)

type taskRow struct {
	Anchor, ID, Due, Assignees, Text, Topic, ExtendedTitle string
	Late                                                   bool
	Extended                                               int
	Meeting                                                *ref
}

type taskGroup struct {
	Title string
	Tasks []taskRow
}

type tasksPage struct {
	frame
	Groups []taskGroup
}

func (c *content) taskRegister() tasksPage {
	p := tasksPage{frame: c.frame(lang.SiteTasks.In(c.lang))}
	groups := []struct {
		title lang.Text
		in    func(t *tasks.Task) bool
	}{
		{lang.SiteStateLate, func(t *tasks.Task) bool { return t.Overdue(c.today) }},
		{lang.SiteStateOpen, func(t *tasks.Task) bool { return t.State == tasks.Open && !t.Overdue(c.today) }},
		{lang.SiteStateWait, func(t *tasks.Task) bool { return t.State == tasks.Waiting && !t.Overdue(c.today) }},
		{lang.SiteStateDone, func(t *tasks.Task) bool { return t.State == tasks.Done }},
		{lang.SiteStateDrop, func(t *tasks.Task) bool { return t.State == tasks.Dropped }},
	}
	for _, g := range groups {
		group := taskGroup{Title: g.title.In(c.lang)}
		for i := range c.tasks {
			if t := &c.tasks[i]; g.in(t) {
				group.Tasks = append(group.Tasks, c.taskRow(t))
			}
		}
		if len(group.Tasks) > 0 {
			p.Groups = append(p.Groups, group)
		}
	}
	return p
}

func (c *content) taskRow(t *tasks.Task) taskRow {
	names := make([]string, len(t.Assignees))
	for i, a := range t.Assignees {
		names[i] = a.String()
	}
	return taskRow{
		Anchor: anchor(t.ID), ID: string(t.ID), Due: minutes.FormatDate(t.Due, c.lang), Late: t.Overdue(c.today),
		Assignees: strings.Join(names, ", "), Text: t.Text, Topic: t.Topic,
		Extended: t.Extended, ExtendedTitle: lang.SiteExtended.In(c.lang, t.Extended), Meeting: c.meetingOf(t.Meeting),
	}
}

func (c *content) meetingOf(id string) *ref {
	for _, m := range c.meetings {
		if m.model.ID == id {
			return c.ref(m)
		}
	}
	return nil
}

func (x tasksPage) html() []byte {
	return x.page(func(p *builder) {
		if len(x.Groups) == 0 {
			p.put("<p>%s</p>", x.in(lang.SiteNoTasks))
		}
		p.put("\n")
		for _, g := range x.Groups {
			p.put("<h2>%s <span class=\"faint\">(%d)</span></h2>\n", g.Title, len(g.Tasks))
			p.heads(head{text: x.in(lang.SiteID), fit: true}, head{text: x.in(lang.SiteDue), fit: true}, head{text: x.in(lang.SiteAssignees)},
				head{text: x.in(lang.SiteTask)}, head{text: x.in(lang.SiteFrom), fit: true})
			for i := range g.Tasks {
				g.Tasks[i].html(p)
			}
			p.put("</table></div>\n")
		}
	})
}

func (t *taskRow) html(p *builder) {
	late := markup("")
	if t.Late {
		late = " late"
	}
	p.put(`<tr id="%s"><td class="fit">%s</td><td class="fit%s">%s`, t.Anchor, hash(t.ID), late, t.Due)
	if t.Extended > 0 {
		p.put(` <span class="faint" title="%s">+%d</span>`, t.ExtendedTitle, t.Extended)
	}
	p.put("</td><td>%s</td><td>%s", t.Assignees, t.Text)
	if t.Topic != "" {
		p.put(`<br><span class="faint">%s</span>`, t.Topic)
	}
	p.put("</td>")
	p.from(t.Meeting)
	p.put("</tr>\n")
}
