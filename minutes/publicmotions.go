package minutes

import (
	"slices"
	"time"

	"telko/motions"
)

// PublicMotions are motions as they may leave the team, on a page. Only
// NewPublicMotions makes them; the zero PublicMotions is empty.
type PublicMotions struct {
	rs []*motions.Record // motions, and decisions without one
}

// NewPublicMotions returns the motions of public minutes with what the public
// log says of them, in order of the meetings that first had them. Events of the
// private log are left out, whoever passes them, and so is every motion that no
// public minutes know, and links to it. Of the events' reasons and notes nothing
// is left but the words of a decision, and to whom a motion was referred; nor of
// what is remarked on. Loc is the team's time zone.
//
// With NamesAsNick these words have nicks for names, or are left out; so are
// comments in them, and words that are marked as private.
func NewPublicMotions(ps []Public, log []motions.Event, loc *time.Location, o PublicOptions) PublicMotions {
	var stations []motions.Station
	for _, p := range ps {
		m := p.Meeting()
		prefix := ""
		if p.file.ctx.IDPrefix != nil {
			prefix = p.file.ctx.IDPrefix(m.Series)
		}
		stations = append(stations, Stations(&m, loc, prefix)...)
	}
	var evs []motions.Event
	names := hiderOf(o)
	for _, e := range log {
		switch {
		case e.Private, e.Verb == motions.Note, e.Verb == motions.TextV, e.Verb == motions.AnswerV:
			continue
		case e.Verb != motions.Decide && e.Verb != motions.Refer:
			e.Text = "-" // a reason was given, if one was needed
		}
		e.Text, _ = publicWords(e.Text, names)
		e.Link, _ = publicWords(e.Link, names)
		evs = append(evs, e)
	}
	var out []*motions.Record
	public := map[motions.ID]bool{}
	for _, r := range motions.Fold(stations, evs) {
		if !r.Orphan && !r.Private {
			out = append(out, r)
			public[r.ID] = true
		}
	}
	for _, r := range out {
		r.Remarks, r.Same = nil, ""
		r.Links = slices.DeleteFunc(r.Links, func(l motions.Link) bool { return !public[l.ID] })
		if r.By != "" && !public[r.By] {
			r.By = ""
		}
		if r.Reason == "-" {
			r.Reason = ""
		}
		for i := range r.History {
			if s := &r.History[i]; s.Event != nil {
				s.Text, s.Event = "", nil
			}
		}
	}
	return PublicMotions{out}
}

// All returns copies of the motions.
func (p PublicMotions) All() []*motions.Record {
	return p.which(func(r *motions.Record) bool { return !r.Resolution })
}

// Ledger returns copies of what was decided, motions and decisions without one,
// in order of the days they were decided on.
func (p PublicMotions) Ledger() []*motions.Record { return motions.Ledger(p.which(nil)) }

func (p PublicMotions) which(want func(r *motions.Record) bool) []*motions.Record {
	out := make([]*motions.Record, 0, len(p.rs))
	for _, r := range p.rs {
		if want == nil || want(r) {
			out = append(out, r.Clone())
		}
	}
	return out
}

// Len returns how many motions there are.
func (p PublicMotions) Len() int { return len(p.All()) }
