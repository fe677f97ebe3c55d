package motions

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Fold puts together what meetings and log say of motions: those of the
// minutes in order of the meetings that first had them, then those that only
// the log knows, by id. The order of stations and events is of no matter, and
// an event that is there twice counts once. A motion that several meetings had
// is one, by its id; without an id every section is a motion of its own.
//
// Tracks are a fold over all that happened, in order of time. What minutes
// record stands, whatever it says; what does not fit is a Remark.
func Fold(stations []Station, events []Event) []*Record {
	f := folder{byID: make(map[ID]*Record, len(stations)), all: make([]*Record, 0, len(stations))}
	stations = inTime(stations)
	numberResolutions(stations, events)
	for _, s := range stations {
		f.station(s)
	}
	for i := range events {
		f.event(events[i])
	}
	for _, r := range f.all {
		r.fold()
	}
	slices.SortStableFunc(f.orphans, func(a, b *Record) int { return a.ID.compare(b.ID) })
	all := append(f.all, f.orphans...)
	for _, r := range f.orphans {
		r.fold()
	}
	relate(all, f.byID)
	findSame(all)
	return all
}

// folder gathers what belongs to each motion.
type folder struct {
	all     []*Record
	orphans []*Record
	byID    map[ID]*Record
}

// inTime returns stations in order of time.
func inTime(stations []Station) []Station {
	out := slices.Clone(stations)
	slices.SortStableFunc(out, func(a, b Station) int {
		return cmp.Or(a.Date.Compare(b.Date), a.Start.Compare(b.Start), strings.Compare(a.Meeting, b.Meeting),
			boolOrder(a.Private, b.Private), cmp.Compare(a.Motion.Line, b.Motion.Line))
	})
	return out
}

func boolOrder(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

func (f *folder) station(s Station) {
	r := f.byID[s.id()]
	if r == nil {
		r = &Record{ID: s.id(), Resolution: s.Resolution}
		f.all = append(f.all, r)
		if r.ID != "" {
			f.byID[r.ID] = r
		}
	}
	if r.stations == nil {
		r.stations = make([]Station, 0, 1)
	}
	r.stations = append(r.stations, s)
}

func (f *folder) event(e Event) {
	r := f.byID[e.ID]
	if r == nil {
		r = &Record{ID: e.ID, Orphan: true, Resolution: e.ID.IsResolution()}
		f.byID[e.ID] = r
		f.orphans = append(f.orphans, r)
	}
	r.events = append(r.events, e)
}

// compare orders ids by day, prefix and number.
func (id ID) compare(other ID) int {
	p, d, n, _ := id.split()
	q, e, m, _ := other.split()
	return cmp.Or(d.Compare(e), strings.Compare(p, q), cmp.Compare(n, m))
}

// fold makes a record of its stations and events.
func (r *Record) fold() {
	r.events = inOrder(r.events)
	r.describe()
	r.gather()
	st := state{r: r, talk: HandlingReceived, endedBy: -1}
	steps := r.steps()
	for i := range steps {
		st.step(&steps[i])
	}
	st.finish()
	r.History = r.told(steps)
	r.sealed()
}

// inOrder sorts events by instant, then by the bytes of their lines, and drops
// what is there twice.
func inOrder(evs []Event) []Event {
	for i := 1; i < len(evs); i++ {
		if !evs[i-1].At.Before(evs[i].At) {
			return sorted(evs)
		}
	}
	return evs
}

func sorted(evs []Event) []Event {
	out := slices.Clone(evs)
	slices.SortStableFunc(out, func(a, b Event) int {
		// Of one line in both logs the private one is kept.
		return cmp.Or(cmp.Compare(a.At.Unix(), b.At.Unix()), strings.Compare(a.Line(), b.Line()), -boolOrder(a.Private, b.Private))
	})
	return slices.CompactFunc(out, func(a, b Event) bool { return a.At.Unix() == b.At.Unix() && a.Line() == b.Line() })
}

// describe takes what stands above the passages: the first meeting that says
// a thing tells it.
func (r *Record) describe() {
	for i := range r.stations {
		s := &r.stations[i]
		m := s.Motion
		r.Places = append(r.Places, Place{s.Meeting, s.Date, m.Number, m.Topic, m.Line, m.End, s.Planned, s.Private})
		r.Private = r.Private || s.Private
		if i == 0 {
			r.Number, r.Received = m.Number, s.Date
		}
		if r.Title == "" {
			r.Title = m.Title
		}
		if len(r.Petitioners) == 0 {
			r.Petitioners = m.petitioners()
		}
		if r.Addressee == "" {
			r.Addressee = m.Addressee
		}
		if r.Source == "" {
			r.Source = m.Source
		}
		if !m.Received.IsZero() && (m.Received.Before(r.Received) || i == 0) {
			r.Received = m.Received
		}
		for _, l := range m.Links {
			r.link(l)
		}
	}
	if len(r.stations) > 0 {
		return
	}
	r.Received = r.ID.Day()
	for i := range r.events {
		r.Private = r.Private || r.events[i].Private
	}
}

// petitioners returns those that the section names.
func (m *Motion) petitioners() []Petitioner {
	var out []Petitioner
	if m.Petitioner != "" {
		out = append(out, Petitioner{m.Petitioner, m.Role, m.Remark})
	}
	return append(out, m.Others...)
}

// gather takes the passages in order of time.
func (r *Record) gather() {
	n := 0
	for i := range r.stations {
		n += len(r.stations[i].Motion.Parts)
	}
	r.Parts = make([]Part, 0, n)
	var said map[string]bool // what earlier meetings have
	if len(r.stations) > 1 {
		said = map[string]bool{}
	}
	for i := range r.stations {
		s := &r.stations[i]
		about, votes := -1, 0
		for k := range s.Motion.Parts {
			p := Part{Passage: s.Motion.Parts[k], Place: i, Of: -1}
			if s.Marks != nil {
				p.mark = s.Marks[k]
			}
			switch p.Kind {
			case Answer, Comment:
				p.Of = about
				if p.Kind == Answer {
					r.Answers++
				}
				if p.Advice {
					r.Advice = p.Text
				}
			case VotePart:
				if votes < len(s.Votes) {
					p.There = s.Votes[votes].Names
				}
				votes++
			case TextPart, Reasons, Amendment:
				about = len(r.Parts)
			}
			if said != nil && p.Text != "" {
				key := string(p.Kind) + p.Text
				p.Repeated = i > 0 && said[key]
				said[key] = true
			}
			r.Parts = append(r.Parts, p)
		}
	}
}

// steps returns all that happened, in order of time. What stands in minutes
// without a time happened when what stands before it did.
func (r *Record) steps() []Step {
	out := make([]Step, 0, len(r.Parts)+len(r.stations)+len(r.events))
	part := 0
	for i := range r.stations {
		s := &r.stations[i]
		at := s.Start
		first := Step{At: at, Meeting: s.Meeting, Line: s.Motion.Line, What: StepMeeting, place: i, part: -1}
		if s.Planned {
			first.What = StepPlanned
		}
		out = append(out, first)
		for range s.Motion.Parts {
			p := &r.Parts[part]
			if t := s.at(p); t.After(at) {
				at = t
			}
			if kind := stepOf(p); kind != "" {
				text, _, _ := strings.Cut(p.Text, "\n")
				out = append(out, Step{At: at, Meeting: s.Meeting, Line: p.Line, By: p.By, What: kind, Text: text, place: i, part: part})
			}
			part++
		}
	}
	undone := r.undone()
	for i := range r.events {
		e := &r.events[i]
		said := e.Text
		if e.Verb == TextV {
			said = "" // it is Frozen
		}
		out = append(out, Step{At: e.At, By: e.By, What: StepKind(e.Verb), Text: said, Event: e, Undone: undone[e], place: -1, part: -1})
	}
	before := func(a, b Step) int { return cmp.Compare(a.At.Unix(), b.At.Unix()) }
	if !slices.IsSortedFunc(out, before) {
		slices.SortStableFunc(out, before)
	}
	return out
}

// told returns steps as a history tells them: a motion came onto the agenda of a
// meeting yet to come when it was added, not when that begins; and what two
// machines noted of one adding is told once.
func (r *Record) told(steps []Step) []Step {
	var added *Event
	again := map[*Event]bool{}
	seen := map[string]bool{}
	for i := range r.events {
		e := &r.events[i]
		if e.Verb != Add && e.Verb != TextV {
			continue
		}
		if added == nil && e.Verb == Add {
			added = e
		}
		key := string(e.Verb) + e.Digest
		again[e] = seen[key]
		seen[key] = true
	}
	if added == nil {
		return steps
	}
	steps = slices.DeleteFunc(steps, func(x Step) bool { return again[x.Event] })
	for i := range steps {
		if x := &steps[i]; x.What == StepPlanned && x.place == 0 && added.At.Before(x.At) {
			x.At = added.At.In(x.At.Location())
		}
	}
	first := func(x *Step) int { // of what was at one second
		switch {
		case x.What == StepPlanned && x.place == 0:
			return 0
		case x.Event == nil || x.Event.byRule():
			return 1
		}
		return 2
	}
	slices.SortStableFunc(steps, func(a, b Step) int { return cmp.Or(cmp.Compare(a.At.Unix(), b.At.Unix()), first(&a)-first(&b)) })
	return steps
}

// at returns when a passage was said, the zero time if the minutes do not tell.
// The meeting's night goes from three hours before its start to 21 after it.
func (s *Station) at(p *Part) time.Time {
	c := p.Time
	if c.IsZero() && p.Vote != nil {
		c = p.Vote.Time
	}
	if c.IsZero() {
		return time.Time{}
	}
	t := s.Date.At(c, s.Start.Location())
	if t.Before(s.Start.Add(-3 * time.Hour)) {
		t = s.Date.AddDays(1).At(c, s.Start.Location())
	}
	return t
}

// stepOf returns the kind of step that a passage is, "" for none.
func stepOf(p *Part) StepKind {
	if p.Repeated {
		return ""
	}
	switch p.Kind {
	case Answer:
		return StepAnswer
	case Comment:
		return StepComment
	case Amendment:
		return StepAmendment
	case VotePart:
		return StepVote
	case Decision:
		if !p.goesOn() {
			return StepDecision
		}
	}
	return ""
}

// undone returns the events that an undo took back. An undo names the event; it
// must be the last one that still counts.
func (r *Record) undone() map[*Event]bool {
	var undone map[*Event]bool
	for i := range r.events {
		u := &r.events[i]
		if u.Verb != Undo {
			continue
		}
		last := lastThatCounts(r.events[:i], undone)
		if last == nil || last.Verb != u.Of || last.At.Unix() != u.OfAt.Unix() {
			r.remark(Remark{Code: NotLast, Event: u, Words: []any{u.By, string(u.Of)}})
			continue
		}
		if undone == nil {
			undone = map[*Event]bool{}
		}
		undone[last] = true
	}
	return undone
}

// lastThatCounts returns the newest event that a person wrote, that is no undo
// and was not undone.
func lastThatCounts(evs []Event, undone map[*Event]bool) *Event {
	for i := len(evs) - 1; i >= 0; i-- {
		if e := &evs[i]; e.Verb != Undo && !e.byRule() && !undone[e] {
			return e
		}
	}
	return nil
}

// byRule reports whether e is one that telko writes when a file is saved.
func (e *Event) byRule() bool {
	return e.Verb == Add || e.Verb == TextV || e.Verb == AnswerV && e.By == "telko"
}

func (r *Record) remark(m Remark) { r.Remarks = append(r.Remarks, m) }
