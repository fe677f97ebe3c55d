package motions

import "slices"

// link adds a link, once.
func (r *Record) link(l Link) {
	if !slices.Contains(r.Links, l) {
		r.Links = append(r.Links, l)
	}
}

func (r *Record) unlink(l Link) {
	r.Links = slices.DeleteFunc(r.Links, func(have Link) bool { return have == l })
}

// relate gives every link its inverse on the other motion, and remarks on
// those that lead nowhere.
func relate(all []*Record, byID map[ID]*Record) {
	own := make([]int, len(all)) // what each says itself
	for i, r := range all {
		own[i] = len(r.Links)
	}
	for i, r := range all {
		for _, l := range r.Links[:own[i]] {
			other := byID[l.ID]
			if other == nil || l.ID == r.ID {
				r.remark(Remark{Code: NoSuchMotion, Meeting: r.first(), Line: r.line(), Private: r.Private, Words: []any{string(l.ID)}})
				continue
			}
			if r.Private && !other.Private {
				continue // what is public does not name what is not
			}
			other.link(Link{l.Relation.Inverse(), r.ID})
		}
	}
}

// first returns the meeting that first had the motion, "" if none did.
func (r *Record) first() string {
	if len(r.Places) == 0 {
		return ""
	}
	return r.Places[0].Meeting
}

// line returns where the motion begins there.
func (r *Record) line() int {
	if len(r.Places) == 0 {
		return 0
	}
	return r.Places[0].Line
}

// Linked returns the ids of the motions that r is that to.
func (r *Record) Linked(rel Relation) []ID {
	var out []ID
	for _, l := range r.Links {
		if l.Relation == rel {
			out = append(out, l.ID)
		}
	}
	return out
}
