package site

import (
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
)

type decisionRow struct {
	Number, Link, Name, Text, Vote, Outcome, Realised string
	Superseded                                        []linkTo
	Meeting                                           *ref
}

type decisionsPage struct {
	frame
	Decisions []decisionRow
}

// ledger lists what was decided, newest first.
func (c *content) ledger() decisionsPage {
	p := decisionsPage{frame: c.frame(lang.SiteDecisions.In(c.lang))}
	all := c.motions.Ledger()
	for i := len(all) - 1; i >= 0; i-- {
		p.Decisions = append(p.Decisions, c.decisionRow(all[i]))
	}
	return p
}

func (c *content) decisionRow(m *motions.Record) decisionRow {
	u := m.Ruling
	first, _, _ := strings.Cut(u.Text, "\n")
	r := decisionRow{
		Number: string(m.ID), Text: minutes.PlainText(strings.TrimSuffix(first, `\`)), Vote: c.vote(u), Meeting: c.meetingOf(u.Meeting),
		Outcome: minutes.FormatOutcome(m.Outcome, c.lang), Realised: minutes.FormatRealisation(m.Realisation, c.lang),
	}
	if !m.Resolution {
		r.Name = c.motionName(m)
		if m.ID != "" {
			r.Link = "motions.html#" + string(m.ID)
		}
	} else if len(m.Places) > 0 {
		r.Name = minutes.PlainText(m.Places[0].Topic)
	}
	if m.Realisation == motions.Realised && !m.RealisedOn.IsZero() {
		r.Realised += " " + minutes.FormatDate(m.RealisedOn, c.lang)
	}
	for _, id := range m.SupersededBy() {
		r.Superseded = append(r.Superseded, linkTo{minutes.FormatRelation(motions.SupersededBy, c.lang), string(id)})
	}
	return r
}

func (x decisionsPage) html() []byte {
	return x.page(func(p *builder) {
		if len(x.Decisions) == 0 {
			p.put("<p>%s</p>", x.in(lang.SiteNoDecisions))
			return
		}
		p.put("\n")
		p.heads(head{text: x.in(lang.SiteID), fit: true}, head{text: x.in(lang.SiteDecision)}, head{text: x.in(lang.SiteOutcome)},
			head{text: x.in(lang.SiteVote), fit: true}, head{text: x.in(lang.SiteRealised)}, head{text: x.in(lang.SiteFrom), fit: true})
		for i := range x.Decisions {
			x.Decisions[i].html(p)
		}
		p.put("</table></div>\n")
	})
}

func (d *decisionRow) html(p *builder) {
	p.put(`<tr><td class="fit">%s</td><td>`, hash(d.Number))
	switch {
	case d.Link != "":
		p.put(`<a href="%s">%s</a><br>`, d.Link, d.Name)
	case d.Name != "":
		p.put(`<span class="faint">%s</span><br>`, d.Name)
	}
	p.put("%s", d.Text)
	for _, l := range d.Superseded {
		p.put(`<br><span class="faint">%s <a href="motions.html#%s">%s</a></span>`, l.Relation, l.ID, hash(l.ID))
	}
	p.put(`</td><td>%s</td><td class="fit">%s</td><td>%s</td>`, d.Outcome, d.Vote, d.Realised)
	p.from(d.Meeting)
	p.put("</tr>\n")
}
