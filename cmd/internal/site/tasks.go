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
