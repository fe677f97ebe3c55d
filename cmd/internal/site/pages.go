package site

import (
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

// pages makes all files of the site.
func (c *content) pages() ([]page, error) {
	css, err := assets.ReadFile("assets/style.css")
	if err != nil {
		return nil, err
	}
	out := []page{
		{"style.css", css},
		{"index.html", c.index().html()},
		{"tasks.html", c.taskRegister().html()},
		{"motions.html", c.motionRegister().html()},
		{"decisions.html", c.ledger().html()},
		{"stats.html", c.statsPage().html()},
	}
	for _, m := range c.meetings {
		out = append(out, page{m.file, c.meetingPage(m).html()})
	}
	return out, nil
}

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
	p := indexPage{frame: c.frame(c.team), Meetings: len(c.meetings), Motions: c.motions.Len()}
	p.Title = strings.TrimSpace(c.team + " " + p.in(lang.SiteMinutes))
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

func (x indexPage) html() []byte {
	return x.page(func(p *builder) {
		late := markup("")
		if x.Late > 0 {
			late = ` class="late"`
		}
		p.put("<ul class=\"counts\">\n")
		p.put("<li><b>%d</b>%s</li>\n", x.Meetings, x.in(lang.SiteMeetings))
		p.put("<li><b>%d</b>%s</li>\n", x.Open, x.in(lang.SiteOpenTasks))
		p.put("<li><b%s>%d</b>%s</li>\n", late, x.Late, x.in(lang.SiteOverdue))
		p.put("<li><b>%d</b>%s</li>\n</ul>\n", x.Motions, x.in(lang.SiteMotions))
		for _, y := range x.Years {
			p.put("<h2>%d</h2>\n", y.Year)
			p.heads(head{text: x.in(lang.SiteDate), fit: true}, head{text: x.in(lang.SiteMeeting)}, head{text: x.in(lang.SiteTopics)},
				head{text: x.in(lang.SiteMotions), fit: true}, head{text: x.in(lang.SiteTasks), fit: true})
			for _, m := range y.Meetings {
				p.put(`<tr><td class="fit">%s</td><td class="fit"><a href="%s">%s</a>`, m.Date, m.File, m.Title)
				if m.Draft {
					p.put(` <span class="faint">(%s)</span>`, x.in(lang.SiteDraft))
				}
				p.put(`</td><td>%s</td><td class="num">%s</td><td class="num">%s</td></tr>`+"\n", m.Topics, number(m.Motions), number(m.Tasks))
			}
			p.put("</table></div>\n")
		}
	})
}

type meetingPage struct {
	frame
	Draft         bool
	Body          markup
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
		Body:   markup(body), // made of a Public and escaped there
		Before: c.ref(m.before), After: c.ref(m.after),
	}
}

func (x meetingPage) html() []byte {
	return x.page(func(p *builder) {
		if x.Draft {
			p.put("<p class=\"draft\">%s</p>\n", x.in(lang.SiteDraftBanner))
		}
		p.put("%s\n<p class=\"around\"><span>", x.Body)
		if r := x.Before; r != nil {
			p.put(`<a rel="prev" href="%s">← %s</a>`, r.File, r.Title)
		}
		p.put("</span><span>")
		if r := x.After; r != nil {
			p.put(`<a rel="next" href="%s">%s →</a>`, r.File, r.Title)
		}
		p.put("</span></p>\n")
	})
}
