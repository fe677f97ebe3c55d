package site

import (
	"strconv"
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
)

type motionRow struct {
	ID, Title, Link, Petitioner, Received, State, Vote, Outcome string
	Links                                                       []linkTo
	Meetings                                                    []*ref
}

// linkTo says what a motion is to another.
type linkTo struct{ Relation, ID string }

type motionGroup struct {
	Title   string
	Motions []motionRow
}

type motionsPage struct {
	frame
	Groups []motionGroup
}

// motionRegister lists the motions: first those that something is to be done
// about, then the others, newest first.
func (c *content) motionRegister() motionsPage {
	p := motionsPage{frame: c.frame(lang.SiteMotions.In(c.lang))}
	all := c.motions.All()
	for _, g := range []struct {
		title lang.Text
		in    func(r *motions.Record) bool
	}{
		{lang.SiteMotionsOpen, func(r *motions.Record) bool { return !r.Handling.Ended() }},
		{lang.SiteMotionsToDo, func(r *motions.Record) bool { return r.Handling.Ended() && r.Realisation == motions.Unrealised }},
		{lang.SiteMotionsEnded, func(r *motions.Record) bool { return r.Handling.Ended() && r.Realisation != motions.Unrealised }},
	} {
		group := motionGroup{Title: g.title.In(c.lang)}
		for i := len(all) - 1; i >= 0; i-- {
			if g.in(all[i]) {
				group.Motions = append(group.Motions, c.motionRow(all[i]))
			}
		}
		if len(group.Motions) > 0 {
			p.Groups = append(p.Groups, group)
		}
	}
	return p
}

func (c *content) motionRow(m *motions.Record) motionRow {
	r := motionRow{
		ID: string(m.ID), Title: c.motionName(m), Received: minutes.FormatDate(m.Received, c.lang),
		State: minutes.FormatHandling(m.Handling, c.lang), Outcome: c.outcome(m),
	}
	var names []string
	for _, who := range m.Petitioners {
		name := minutes.PlainText(who.Name)
		if who.Role != "" {
			name += " (" + minutes.PlainText(who.Role) + ")"
		}
		names = append(names, name)
	}
	r.Petitioner = strings.Join(names, ", ")
	if m.Until != "" && m.Handling == motions.HandlingPostponed {
		r.State += ": " + m.Until
	}
	for _, l := range m.Links {
		r.Links = append(r.Links, linkTo{minutes.FormatRelation(l.Relation, c.lang), string(l.ID)})
	}
	for _, p := range m.Places {
		if to := c.meetingOf(p.Meeting); to != nil {
			r.Meetings = append(r.Meetings, to)
		}
	}
	if m.ID != "" && len(r.Meetings) > 0 {
		r.Link = r.Meetings[0].File + "#" + string(m.ID)
	}
	r.Vote = c.vote(m.Ruling)
	return r
}

// motionName returns the title of a motion, or its number.
func (c *content) motionName(m *motions.Record) string {
	if m.Title != "" {
		return minutes.PlainText(m.Title)
	}
	name := lang.SiteMotion.In(c.lang)
	if m.Number > 0 {
		name += " " + strconv.Itoa(m.Number)
	}
	return name
}

// outcome says what was decided and what became of it.
func (c *content) outcome(m *motions.Record) string {
	words := minutes.FormatOutcome(m.Outcome, c.lang)
	if m.To != "" {
		words += ": " + minutes.PlainText(m.To)
	}
	if m.Realisation == motions.Realised {
		done := minutes.FormatRealisation(m.Realisation, c.lang)
		if !m.RealisedOn.IsZero() {
			done += " " + minutes.FormatDate(m.RealisedOn, c.lang)
		}
		words = strings.TrimPrefix(words+", "+done, ", ")
	}
	return words
}

// vote returns a tally in short, or the words for it.
func (c *content) vote(u *motions.Ruling) string {
	if u == nil || u.Vote == nil {
		return ""
	}
	v := u.Vote
	if v.Counting() != motions.Counted {
		return v.Mode
	}
	return strconv.Itoa(v.For) + ":" + strconv.Itoa(v.Against) + ":" + strconv.Itoa(v.Abstain)
}

func (x motionsPage) html() []byte {
	return x.page(func(p *builder) {
		if len(x.Groups) == 0 {
			p.put("<p>%s</p>", x.in(lang.SiteNoMotions))
			return
		}
		p.put("\n")
		for _, g := range x.Groups {
			p.put("<h2>%s <span class=\"faint\">(%d)</span></h2>\n", g.Title, len(g.Motions))
			p.heads(head{text: x.in(lang.SiteID), fit: true}, head{text: x.in(lang.SiteMotion)}, head{text: x.in(lang.SitePetitioner)},
				head{text: x.in(lang.SiteReceived), fit: true}, head{text: x.in(lang.SiteState)}, head{text: x.in(lang.SiteVote), fit: true},
				head{text: x.in(lang.SiteOutcome)}, head{text: x.in(lang.SiteFrom), fit: true})
			for i := range g.Motions {
				g.Motions[i].html(p)
			}
			p.put("</table></div>\n")
		}
	})
}

func (m *motionRow) html(p *builder) {
	if m.ID != "" {
		p.put(`<tr id="%s">`, m.ID)
	} else {
		p.put("<tr>")
	}
	p.put(`<td class="fit">%s</td>`, hash(m.ID))
	if m.Link != "" {
		p.put(`<td><a href="%s">%s</a>`, m.Link, m.Title)
	} else {
		p.put("<td>%s", m.Title)
	}
	for _, l := range m.Links {
		p.put(`<br><span class="faint">%s <a href="motions.html#%s">%s</a></span>`, l.Relation, l.ID, hash(l.ID))
	}
	p.put(`</td><td>%s</td><td class="fit">%s</td><td>%s</td><td class="fit">%s</td><td>%s</td><td class="fit">`, m.Petitioner, m.Received, m.State, m.Vote, m.Outcome)
	for i, r := range m.Meetings {
		if i > 0 {
			p.put("<br>")
		}
		p.put(`<a href="%s">%s</a>`, r.File, r.Date)
	}
	p.put("</td></tr>\n")
}

// hash returns an id as it is written, "" for none.
func hash(id string) string {
	if id == "" {
		return ""
	}
	return "#" + id
}
