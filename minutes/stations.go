package minutes

import (
	"slices"
	"time"

	"telko/motions"
	"telko/tasks/when"
)

// Stations returns what a meeting says of motions, for motions.Fold. Loc is
// the time zone of the minutes, prefix that of the series' ids.
func Stations(m *Meeting, loc *time.Location, prefix string) []motions.Station {
	if len(m.Motions) == 0 && len(m.Resolutions) == 0 {
		return nil
	}
	start := m.Date.At(0, loc)
	if !m.Start.IsZero() {
		start = m.Start.In(loc)
	}
	all := slices.Concat(m.Motions, m.Resolutions)
	out := make([]motions.Station, 0, len(all))
	for i, mo := range all {
		s := motions.Station{
			Resolution: i >= len(m.Motions), Day: m.IDDay, Prefix: prefix,
			Motion: mo, Meeting: m.ID, Date: m.Date, Start: start, Private: m.Private,
			Planned: m.Status == StatusAgenda, Held: m.Status.Held(),
		}
		for i := range mo.Parts {
			if p := &mo.Parts[i]; p.Kind == motions.VotePart {
				s.Votes = append(s.Votes, m.PresentAt(voteTime(p)))
			}
		}
		out = append(out, s)
	}
	return out
}

// voteTime returns when a vote was taken, zero if it is not noted.
func voteTime(p *motions.Passage) when.Clock {
	if p.Vote != nil && !p.Vote.Time.IsZero() {
		return p.Vote.Time
	}
	return p.Time
}

// PresentAt returns who was there at c; at any time, if c or the meeting's start
// is not known.
func (m *Meeting) PresentAt(c when.Clock) motions.Present {
	p := motions.Present{Known: len(m.Present) > 0}
	for i := range m.Present {
		a := &m.Present[i]
		switch {
		case !m.thereAt(a, c):
		case a.Guest:
			p.Guests++
		case a.Nick != "":
			p.Names = append(p.Names, a.Nick)
		default:
			p.Names = append(p.Names, a.Name)
		}
	}
	return p
}

func (m *Meeting) thereAt(a *Attendance, c when.Clock) bool {
	if c.IsZero() || m.Start.IsZero() || len(a.Intervals) == 0 {
		return true
	}
	at := m.minute(c)
	for _, iv := range a.Intervals {
		if (iv.From.IsZero() || m.minute(iv.From) <= at) && (iv.Until.IsZero() || at <= m.minute(iv.Until)) {
			return true
		}
	}
	return false
}

// minute returns how many minutes after the midnight before the meeting c is.
func (m *Meeting) minute(c when.Clock) int {
	t := when.Night(m.Start, c)
	return t.Date.Sub(m.Date)*24*60 + c.Hour()*60 + c.Minute()
}
