package site

import (
	"bytes"
	"html/template"
	"strings"

	"github.com/yuin/goldmark"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/wiki/wikitext"
)

type page struct {
	name    string
	content []byte
}

// frame is what every page has.
type frame struct {
	L           lang.Lang
	Team, Title string
	Heading     bool // the title is to stand above the page; minutes bring their own
	T           words
}

// words are the fixed words of the pages in the site's language.
type words struct {
	Minutes, Tasks, Motions, Meetings, OpenTasks, Overdue, Date, Meeting, Topics, Draft, DraftBanner,
	NoTasks, NoMotions, ID, Due, Assignees, Task, From, Motion, Petitioner, Vote, Outcome string
}

func wordsIn(l lang.Lang) words {
	return words{
		Minutes: lang.SiteMinutes.In(l), Tasks: lang.SiteTasks.In(l), Motions: lang.SiteMotions.In(l),
		Meetings: lang.SiteMeetings.In(l), OpenTasks: lang.SiteOpenTasks.In(l), Overdue: lang.SiteOverdue.In(l),
		Date: lang.SiteDate.In(l), Meeting: lang.SiteMeeting.In(l), Topics: lang.SiteTopics.In(l),
		Draft: lang.SiteDraft.In(l), DraftBanner: lang.SiteDraftBanner.In(l),
		NoTasks: lang.SiteNoTasks.In(l), NoMotions: lang.SiteNoMotions.In(l), ID: lang.SiteID.In(l),
		Due: lang.SiteDue.In(l), Assignees: lang.SiteAssignees.In(l), Task: lang.SiteTask.In(l),
		From: lang.SiteFrom.In(l), Motion: lang.SiteMotion.In(l), Petitioner: lang.SitePetitioner.In(l),
		Vote: lang.SiteVote.In(l), Outcome: lang.SiteOutcome.In(l),
	}
}

// pages makes all files of the site.
func (c *content) pages() ([]page, error) {
	tmpl, err := templates()
	if err != nil {
		return nil, err
	}
	css, err := assets.ReadFile("assets/style.css")
	if err != nil {
		return nil, err
	}
	out := []page{{"style.css", css}}
	add := func(name, kind string, data any) {
		var b bytes.Buffer
		if e := tmpl.ExecuteTemplate(&b, kind, data); e != nil && err == nil {
			err = e
		}
		out = append(out, page{name, b.Bytes()})
	}
	add("index.html", "index", c.index())
	add("tasks.html", "tasks", c.taskRegister())
	add("motions.html", "motions", c.motionRegister())
	for _, m := range c.meetings {
		add(m.file, "meeting", c.meetingPage(m))
	}
	return out, err
}

func (c *content) frame(title string) frame {
	return frame{L: c.lang, Team: c.team, Title: title, Heading: true, T: wordsIn(c.lang)}
}

// ref is a link to a meeting's page.
type ref struct{ File, Title, Date string }

func (c *content) ref(m *meeting) *ref {
	if m == nil {
		return nil
	}
	return &ref{m.file, c.title(m), minutes.FormatDate(m.model.Date, c.lang)}
}

func (c *content) title(m *meeting) string {
	if m.model.Title != "" {
		return m.model.Title
	}
	return m.model.ID
}

type indexRow struct {
	ref
	Draft          bool
	Topics         string
	Motions, Tasks int
}

type indexYear struct {
	Year     int
	Meetings []indexRow
}

type indexPage struct {
	frame
	Meetings, Open, Late, Motions int
	Years                         []indexYear
}

func (c *content) index() indexPage {
	p := indexPage{frame: c.frame(c.team), Meetings: len(c.meetings)}
	p.Title = strings.TrimSpace(c.team + " " + p.T.Minutes)
	for _, t := range c.tasks {
		if t.State == tasks.Open || t.State == tasks.Waiting {
			p.Open++
		}
		if t.Overdue(c.today) {
			p.Late++
		}
	}
	for i := len(c.meetings) - 1; i >= 0; i-- {
		m := c.meetings[i]
		p.Motions += len(m.model.Motions)
		y := m.model.Date.Year
		if n := len(p.Years); n == 0 || p.Years[n-1].Year != y {
			p.Years = append(p.Years, indexYear{Year: y})
		}
		year := &p.Years[len(p.Years)-1]
		topics := make([]string, 0, len(m.model.Agenda))
		for _, a := range m.model.Agenda {
			topics = append(topics, a.Title)
		}
		year.Meetings = append(year.Meetings, indexRow{
			ref: *c.ref(m), Draft: m.model.Status == minutes.StatusDraft,
			Topics: strings.Join(topics, " · "), Motions: len(m.model.Motions), Tasks: len(m.model.Tasks),
		})
	}
	return p
}

type meetingPage struct {
	frame
	Draft         bool
	Body          template.HTML
	Before, After *ref
}

func (c *content) meetingPage(m *meeting) meetingPage {
	body := minutes.HTML(m.public, minutes.HTMLOptions{
		Extenders: []goldmark.Extender{wikitext.GFM, wikitext.NewExtension(wikitext.ExtOptions{
			PageURL: c.pageURL,
			TaskURL: func(id string) (string, bool) { u := c.taskURL(id); return u, u != "" },
		})},
		TaskURL: c.taskURL,
	})
	f := c.frame(c.title(m))
	f.Heading = m.model.Title == ""
	return meetingPage{
		frame: f, Draft: m.model.Status == minutes.StatusDraft,
		Body:   template.HTML(body), // made of a Public and escaped there
		Before: c.ref(m.before), After: c.ref(m.after),
	}
}
