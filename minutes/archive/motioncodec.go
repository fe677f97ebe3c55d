package archive

import (
	"time"

	"telko/motions"
	"telko/tasks/when"
)

// minRow and minStation are how few bytes a record and a station may have.
const (
	minRow     = 20
	minStation = 20
)

func appendRecord(b []byte, r *motions.Record) []byte {
	b = appendText(appendInt(appendText(b, string(r.ID)), r.Number), r.Title)
	b = appendPetitioners(b, r.Petitioners)
	b = appendDate(appendText(appendText(b, r.Addressee), r.Source), r.Received)
	b = appendBool(appendBool(appendBool(b, r.Private), r.Orphan), r.Resolution)
	b = appendText(appendText(appendText(b, string(r.Handling)), r.Reason), r.Until)
	b = appendText(appendText(appendText(b, string(r.By)), string(r.Outcome)), r.To)
	b = appendText(appendDate(appendText(b, string(r.Realisation)), r.RealisedOn), r.RealisedAt)
	b = appendBool(b, r.Ruling != nil)
	if u := r.Ruling; u != nil {
		b = appendText(appendText(appendText(b, string(u.Outcome)), u.Text), u.Meeting)
		b = appendVote(appendInt(appendInt(appendDate(b, u.Date), int(u.Time)), u.Line), u.Vote)
	}
	b = appendBool(appendInt(appendText(b, r.Advice), r.Answers), r.Unanswered)
	b = appendInt(b, len(r.Places))
	for _, p := range r.Places {
		b = appendText(appendInt(appendDate(appendText(b, p.Meeting), p.Date), p.Number), p.Topic)
		b = appendBool(appendBool(appendInt(appendInt(b, p.Line), p.End), p.Planned), p.Private)
	}
	return appendText(appendLinks(b, r.Links), string(r.Same))
}

func (r *reader) record(m *motions.Record) {
	m.ID, m.Number, m.Title = motions.ID(r.text()), r.int(), r.text()
	m.Petitioners = r.petitioners()
	m.Addressee, m.Source, m.Received = r.text(), r.text(), r.date()
	m.Private, m.Orphan, m.Resolution = r.bool(), r.bool(), r.bool()
	m.Handling, m.Reason, m.Until = motions.Handling(r.text()), r.text(), r.text()
	m.By, m.Outcome, m.To = motions.ID(r.text()), motions.Outcome(r.text()), r.text()
	m.Realisation, m.RealisedOn, m.RealisedAt = motions.Realisation(r.text()), r.date(), r.text()
	if r.bool() {
		u := &motions.Ruling{Outcome: motions.Outcome(r.text()), Text: r.text(), Meeting: r.text()}
		u.Date, u.Time, u.Line = r.date(), when.Clock(r.int()), r.int()
		u.Vote = r.vote()
		m.Ruling = u
	}
	m.Advice, m.Answers, m.Unanswered = r.text(), r.int(), r.bool()
	if n := r.count(7); n > 0 {
		m.Places = make([]motions.Place, n)
		for i := range m.Places {
			p := &m.Places[i]
			p.Meeting, p.Date, p.Number, p.Topic = r.text(), r.date(), r.int(), r.text()
			p.Line, p.End, p.Planned, p.Private = r.int(), r.int(), r.bool(), r.bool()
		}
	}
	m.Links, m.Same = r.links(), motions.ID(r.text())
}

func appendStation(b []byte, s *motions.Station) []byte {
	m := s.Motion
	b = appendDate(appendText(b, s.Meeting), s.Date)
	b = appendInt(b, int(s.Start.Unix()-dayStart(s.Date)+halfDay))
	b = appendBool(appendBool(appendBool(appendBool(b, s.Planned), s.Held), s.Private), s.Resolution)
	b = appendText(appendText(appendDate(b, s.Day), s.Prefix), s.Wording)
	b = appendText(appendInt(appendText(b, string(m.ID)), m.Number), m.Title)
	b = appendText(appendText(appendText(b, m.Petitioner), m.Role), m.Remark)
	b = appendPetitioners(b, m.Others)
	b = appendDate(appendText(appendText(b, m.Addressee), m.Source), m.Received)
	b = appendLinks(b, m.Links)
	b = appendText(appendDate(appendBool(b, m.Realised), m.RealisedOn), m.RealisedAt)
	b = appendInt(appendInt(appendInt(appendText(b, m.Topic), m.Level), m.Line), m.End)
	b = appendInt(b, len(m.Parts))
	for i := range m.Parts {
		p := &m.Parts[i]
		b = appendInt(appendText(appendText(b, string(p.Kind)), p.By), int(p.Time))
		b = appendText(appendText(b, p.Label), p.Text)
		b = appendBool(appendText(appendVote(b, p.Vote), string(p.Outcome)), p.Advice)
		b = appendText(appendInt(appendInt(b, p.Line), p.End), s.Marks[i])
	}
	b = appendInt(b, len(s.Votes))
	for _, v := range s.Votes {
		b = appendInt(appendBool(appendInt(b, v.Guests), v.Known), len(v.Names))
		for _, n := range v.Names {
			b = appendText(b, n)
		}
	}
	return b
}

func (r *reader) station(zone *time.Location) motions.Station {
	m := &motions.Motion{}
	s := motions.Station{Motion: m, Meeting: r.text(), Date: r.date()}
	s.Start = time.Unix(int64(r.int())+dayStart(s.Date)-halfDay, 0).In(zone)
	s.Planned, s.Held, s.Private, s.Resolution = r.bool(), r.bool(), r.bool(), r.bool()
	s.Day, s.Prefix, s.Wording = r.date(), r.text(), r.text()
	m.Meeting = s.Meeting
	m.ID, m.Number, m.Title = motions.ID(r.text()), r.int(), r.text()
	m.Petitioner, m.Role, m.Remark = r.text(), r.text(), r.text()
	m.Others = r.petitioners()
	m.Addressee, m.Source, m.Received = r.text(), r.text(), r.date()
	m.Links = r.links()
	m.Realised, m.RealisedOn, m.RealisedAt = r.bool(), r.date(), r.text()
	m.Topic, m.Level, m.Line, m.End = r.text(), r.int(), r.int(), r.int()
	if n := r.count(11); n > 0 {
		m.Parts, s.Marks = make([]motions.Passage, n), make([]string, n)
	}
	for i := range m.Parts {
		p := &m.Parts[i]
		p.Kind, p.By, p.Time = motions.Kind(r.text()), r.text(), when.Clock(r.int())
		p.Label, p.Text, p.Vote = r.text(), r.text(), r.vote()
		p.Outcome, p.Advice = motions.Outcome(r.text()), r.bool()
		p.Line, p.End, s.Marks[i] = r.int(), r.int(), r.text()
	}
	if n := r.count(3); n > 0 {
		s.Votes = make([]motions.Present, n)
	}
	for i := range s.Votes {
		v := &s.Votes[i]
		v.Guests, v.Known = r.int(), r.bool()
		if n := r.count(1); n > 0 {
			v.Names = make([]string, n)
		}
		for k := range v.Names {
			v.Names[k] = r.text()
		}
	}
	return s
}

// A start is kept as seconds from the beginning of its day, plus half a day.
const halfDay = 12 * 60 * 60

func dayStart(d when.Date) int64 { return d.At(0, time.UTC).Unix() }

func appendVote(b []byte, v *motions.Vote) []byte {
	if v == nil {
		return append(b, 0)
	}
	b = appendInt(appendInt(appendInt(append(b, 1), v.For), v.Against), v.Abstain)
	return appendInt(appendText(appendInt(b, v.Invalid), v.Mode), int(v.Time))
}

func (r *reader) vote() *motions.Vote {
	if !r.bool() {
		return nil
	}
	return &motions.Vote{For: r.int(), Against: r.int(), Abstain: r.int(), Invalid: r.int(), Mode: r.text(), Time: when.Clock(r.int())}
}

func appendPetitioners(b []byte, ps []motions.Petitioner) []byte {
	b = appendInt(b, len(ps))
	for _, p := range ps {
		b = appendText(appendText(appendText(b, p.Name), p.Role), p.Remark)
	}
	return b
}

func (r *reader) petitioners() []motions.Petitioner {
	n := r.count(3)
	if n == 0 {
		return nil
	}
	out := make([]motions.Petitioner, n)
	for i := range out {
		out[i] = motions.Petitioner{Name: r.text(), Role: r.text(), Remark: r.text()}
	}
	return out
}

func appendLinks(b []byte, ls []motions.Link) []byte {
	b = appendInt(b, len(ls))
	for _, l := range ls {
		b = appendText(appendText(b, string(l.Relation)), string(l.ID))
	}
	return b
}

func (r *reader) links() []motions.Link {
	n := r.count(2)
	if n == 0 {
		return nil
	}
	out := make([]motions.Link, n)
	for i := range out {
		out[i] = motions.Link{Relation: motions.Relation(r.text()), ID: motions.ID(r.text())}
	}
	return out
}
