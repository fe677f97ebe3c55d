package motions

import (
	"slices"

	"telko/tasks/when"
)

// id returns the id of what a station tells of.
func (s *Station) id() ID {
	if s.Resolution {
		return s.given
	}
	return s.Motion.ID
}

// numberResolutions gives ids to decisions without a motion: their day and
// their number on it, in the order of the minutes, what is public before what
// is not. Files do not bear them; once the log says something of one, its add
// event has the digest of the words, and they keep the number wherever they
// stand.
func numberResolutions(stations []Station, events []Event) {
	type series struct {
		day    when.Date
		prefix string
	}
	of := map[series][]*Station{}
	for _, private := range []bool{false, true} {
		for i := range stations {
			if s := &stations[i]; s.Resolution && s.Private == private {
				k := series{s.Day, s.Prefix}
				of[k] = append(of[k], s)
			}
		}
	}
	if len(of) == 0 {
		return
	}
	known := map[string][]ID{} // digest to ids
	for _, e := range events {
		if e.Verb == Add && e.ID.IsResolution() && !slices.Contains(known[e.Digest], e.ID) {
			known[e.Digest] = append(known[e.Digest], e.ID)
		}
	}
	for k, all := range of {
		taken := map[ID]bool{}
		for _, s := range all {
			s.given = ""
			d := s.wording()
			for i, id := range known[d] {
				if id.Day() == k.day && id.Prefix() == k.prefix && !taken[id] {
					s.given, taken[id] = id, true
					known[d] = slices.Delete(known[d], i, i+1)
					break
				}
			}
		}
		for i, s := range all {
			if s.given != "" {
				continue
			}
			id := ResolutionID(k.prefix, k.day, i+1)
			for n := 1; taken[id]; n++ {
				id = ResolutionID(k.prefix, k.day, n)
			}
			s.given, taken[id] = id, true
		}
	}
}

// wording returns the digest of the motion's wording, or of a resolution's
// words.
func (s *Station) wording() string {
	if s.Wording != "" {
		return s.Wording
	}
	if s.Resolution {
		return Digest(s.Motion.Parts[len(s.Motion.Parts)-1].Text)
	}
	return Digest(s.Motion.Wording())
}

// Adding returns the event that has to stand in the log before the first one of
// a decision without a motion; ok is false if none is needed.
func (r *Record) Adding() (e Event, ok bool) {
	if !r.Resolution || len(r.stations) == 0 {
		return Event{}, false
	}
	for i := range r.events {
		if r.events[i].Verb == Add {
			return Event{}, false
		}
	}
	s := &r.stations[0]
	return Event{At: s.Start, By: "telko", ID: r.ID, Verb: Add, Digest: s.wording(), Private: r.Private}, true
}
