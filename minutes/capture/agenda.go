package capture

import (
	"errors"
	"slices"
	"strconv"
	"time"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks/when"
)

// NextAgenda finds the telco that an agenda of the series is for: the first
// one that has an agenda's file and may still begin, else the next of the
// schedule that has not begun. Its file need not be there yet (Status is "").
func NextAgenda(ws *archive.Workspace, series archive.Series, now time.Time) (Plan, error) {
	return nextAgenda(ws, series, now.In(ws.Location()), when.Date{})
}

// AgendaOn finds the agenda of a day. A telco of that day that has begun is an
// error.
func AgendaOn(ws *archive.Workspace, series archive.Series, day when.Date, now time.Time) (Plan, error) {
	refs, err := ws.Meetings()
	if err != nil {
		return Plan{}, err
	}
	return agendaOf(ws, series, day, refs, now.In(ws.Location()))
}

// nextAgenda is NextAgenda for telcos after a day (the zero Date: any).
func nextAgenda(ws *archive.Workspace, s archive.Series, now time.Time, after when.Date) (Plan, error) {
	refs, err := ws.Meetings()
	if err != nil {
		return Plan{}, err
	}
	today := when.Of(now)
	taken := map[when.Date]bool{}
	for _, r := range refs {
		if r.Series != s.Key || r.Date.Before(today.AddDays(-1)) || !r.Date.After(after) {
			continue
		}
		m, err := ws.Head(r)
		if err != nil {
			return Plan{}, err
		}
		if m.Status == minutes.StatusAgenda && beginOf(&m, s, now).Add(slack).After(now) {
			return planOf(ws, r, now, true)
		}
		taken[r.Date] = true
	}
	if !s.Regular {
		return Plan{}, lang.E(lang.PlanNoDay, s.Title).Hint(lang.PlanNoDayHint).Because(ErrWhich)
	}
	day := today
	if after.After(day) {
		day = after
	}
	for taken[day] || day.Weekday() != s.Weekday || !day.After(after) || !day.At(s.Time, now.Location()).After(now) {
		day = day.AddDays(1)
	}
	return agendaOf(ws, s, day, refs, now)
}

// agendaOf is the plan of the agenda of a day.
func agendaOf(ws *archive.Workspace, s archive.Series, day when.Date, refs []archive.Ref, now time.Time) (Plan, error) {
	ref := archive.Ref{ID: day.String() + "-" + s.Key, Date: day, Series: s.Key}
	for n := 2; ; n++ {
		i := slices.IndexFunc(refs, func(r archive.Ref) bool { return r.ID == ref.ID })
		if i < 0 {
			break
		}
		m, err := ws.Head(refs[i])
		if err != nil {
			return Plan{}, err
		}
		if m.Status == minutes.StatusAgenda {
			return planOf(ws, refs[i], now, true)
		}
		if day.Before(when.Of(now)) {
			return Plan{}, lang.E(lang.PlanBegun, refs[i].ID, string(m.Status))
		}
		ref.ID = day.String() + "-" + s.Key + "-" + strconv.Itoa(n)
	}
	ref.Path = archive.PathOf(ref.ID)
	p := Plan{Ref: ref, Series: s, Title: titleOf(s, day, ws.Lang()), Sure: true}
	return p.fill(ws, refs, now)
}

// EditAgenda changes the agenda of p with fn, which gets it as it is now; one
// that is not there yet is made. A telco that has begun is an error: its topics
// are the keeper's.
func EditAgenda(ws *archive.Workspace, p Plan, fn func(f *minutes.File) ([]byte, error)) error {
	change := func(old []byte) ([]byte, error) {
		f, err := minutes.Parse(p.Ref.Path, old, ws.Context())
		if err != nil {
			return nil, err
		}
		if s := f.Meeting.Status; s != minutes.StatusAgenda {
			return nil, lang.E(lang.PlanBegun, p.Ref.ID, string(s))
		}
		return fn(f)
	}
	if p.Status == "" {
		head := p.Head(ws, minutes.StatusAgenda)
		head.Start = when.Moment{Date: p.Ref.Date, Clock: p.Series.Time}
		src, err := change(minutes.Compose(head, nil, ws.Lang()))
		if err != nil {
			return err
		}
		if _, err = ws.Create(p.Ref.ID, src); !errors.Is(err, archive.ErrExists) {
			return err
		}
	}
	_, err := ws.Edit(p.Ref, change)
	return err
}
