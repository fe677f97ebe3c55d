package site

import (
	"strconv"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
)

type motionRow struct {
	ID, Title, Link, Petitioner, Vote, Outcome string
	Meeting                                    *ref
}

type motionsPage struct {
	frame
	Motions []motionRow
}

// motionRegister lists the motions, newest meeting first, in its order.
func (c *content) motionRegister() motionsPage {
	p := motionsPage{frame: c.frame(lang.SiteMotions.In(c.lang))}
	for i := len(c.meetings) - 1; i >= 0; i-- {
		m := c.meetings[i]
		for _, mo := range m.model.Motions {
			p.Motions = append(p.Motions, c.motionRow(m, mo))
		}
	}
	return p
}

func (c *content) motionRow(m *meeting, mo *motions.Motion) motionRow {
	r := motionRow{
		ID: string(mo.ID), Title: mo.Title, Petitioner: mo.Petitioner,
		Outcome: minutes.FormatOutcome(mo.Outcome(), c.lang), Meeting: c.ref(m),
	}
	if r.Title == "" {
		r.Title = lang.SiteMotion.In(c.lang)
		if mo.Number > 0 {
			r.Title += " " + strconv.Itoa(mo.Number)
		}
	}
	if mo.ID != "" {
		r.Link = m.file + "#" + string(mo.ID)
	}
	if v := mo.Vote(); v != nil {
		r.Vote = strconv.Itoa(v.For) + ":" + strconv.Itoa(v.Against) + ":" + strconv.Itoa(v.Abstain)
		if v.Mode != "" {
			r.Vote = v.Mode
		}
	}
	return r
}

func (x motionsPage) html() []byte {
	return x.page(func(p *builder) {
		if len(x.Motions) == 0 {
			p.put("<p>%s</p>", x.in(lang.SiteNoMotions))
			return
		}
		p.put("\n")
		p.heads(head{text: x.in(lang.SiteID), fit: true}, head{text: x.in(lang.SiteMotion)}, head{text: x.in(lang.SitePetitioner)},
			head{text: x.in(lang.SiteVote), fit: true}, head{text: x.in(lang.SiteOutcome)}, head{text: x.in(lang.SiteFrom), fit: true})
		for _, m := range x.Motions {
			p.put(`<tr><td class="fit">%s</td>`, hash(m.ID))
			if m.Link != "" {
				p.put(`<td><a href="%s">%s</a></td>`, m.Link, m.Title)
			} else {
				p.put("<td>%s</td>", m.Title)
			}
			p.put(`<td>%s</td><td class="fit">%s</td><td>%s</td>`, m.Petitioner, m.Vote, m.Outcome)
			p.from(m.Meeting)
			p.put("</tr>\n")
		}
		p.put("</table></div>\n")
	})
}

// hash returns an id as it is written, "" for none.
func hash(id string) string {
	if id == "" {
		return ""
	}
	return "#" + id
}
