package capture

import (
	"slices"

	"telko/minutes"
	"telko/minutes/archive"
)

// attendanceOf is how many meetings back people are looked for.
const attendanceOf = 3

// lastHeld returns the last n meetings of a series that were held before one,
// oldest first. Those that cannot be read are left out.
func lastHeld(ws *archive.Workspace, refs []archive.Ref, series string, before archive.Ref, n int) []*minutes.File {
	var out []*minutes.File
	for _, r := range slices.Backward(refs) {
		if len(out) == n {
			break
		}
		if r.Series != series || r.ID >= before.ID {
			continue
		}
		f, err := ws.Load(r)
		if err != nil || f.Meeting.Status == minutes.StatusAgenda || f.Meeting.Status == minutes.StatusLive {
			continue
		}
		out = append(out, f)
	}
	slices.Reverse(out)
	return out
}

// expected returns the members who were at one of these meetings, or excused:
// in the order of the roster, then those it does not know. Where nobody was
// at any, all members of the roster are.
func expected(people *minutes.People, last []*minutes.File) []Presence {
	var came []Presence
	add := func(nick, name string) {
		p := Presence{Nick: nick, Name: name, Expected: true}
		if who, ok := people.Find(nick); ok {
			p.Nick, p.Name, p.Guest = who.Nick, who.Name, who.Guest
		} else if who, ok := people.Find(name); ok {
			p.Nick, p.Name, p.Guest = who.Nick, who.Name, who.Guest
		}
		known := slices.ContainsFunc(came, func(q Presence) bool { return q.Nick == p.Nick && (p.Nick != "" || q.Name == p.Name) })
		if !known && !p.Guest {
			came = append(came, p)
		}
	}
	for _, f := range slices.Backward(last) {
		for _, a := range f.Meeting.Present {
			if !a.Guest {
				add(a.Nick, a.Name)
			}
		}
		for _, a := range f.Meeting.Absent {
			if a.Excuse == minutes.Excused {
				add(a.Nick, a.Name)
			}
		}
	}
	var out []Presence
	for _, p := range people.All() {
		i := slices.IndexFunc(came, func(q Presence) bool { return q.Nick == p.Nick })
		switch {
		case i >= 0:
			out = append(out, came[i])
			came = slices.Delete(came, i, i+1)
		case len(last) == 0 && !p.Guest:
			out = append(out, Presence{Nick: p.Nick, Name: p.Name, Expected: true})
		}
	}
	return append(out, came...)
}
