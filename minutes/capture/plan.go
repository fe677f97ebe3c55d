package capture

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks/when"
)

// Plan is the telco that is about to be recorded.
type Plan struct {
	Ref    archive.Ref    // its file, also where that is not there yet
	Status minutes.Status // what the file says; "" if there is none yet
	Series archive.Series
	Title  string
	Place  string
	End    when.Moment // of a telco that ended and is opened again

	// Sure says that the schedule or a file has a telco now. Otherwise the day
	// is a guess, which a person is to confirm.
	Sure bool
	// Shown says that the day is not that of the clock, as that of a telco begun
	// past midnight, so that it is shown in any case.
	Shown bool

	// Missing says that the telco goes on and its file is not there: somebody
	// deleted it, or it was never written. The journal has what it held.
	Missing bool

	Expected []Presence // who came to the last meetings, members alone; Expected is set
}

// Wish is what a person says about the telco to record; what is zero is found
// out.
type Wish struct {
	Series  string    // key
	Date    when.Date // the day of the telco
	Meeting string    // as Workspace.Resolve reads it
	New     bool      // another telco, even if one ended just now
}

const (
	slack      = 6 * time.Hour  // between the schedule and a telco that it means
	reopenTime = 12 * time.Hour // after its end, in which a telco is opened again
	liveTime   = 24 * time.Hour // after which one that was never ended is none that goes on
)

// PlanFor finds out which telco is to be recorded at an instant: one that goes
// on or ended less than twelve hours ago, one that an agenda or the schedule
// has within six hours, or else a new one of today.
func PlanFor(ws *archive.Workspace, w Wish, now time.Time) (Plan, error) {
	now = now.In(ws.Location())
	if w.Meeting != "" {
		ref, err := ws.Resolve(w.Meeting)
		if err != nil {
			return Plan{}, err
		}
		return planOf(ws, ref, now, true)
	}
	refs, err := ws.Meetings()
	if err != nil {
		return Plan{}, err
	}
	series, err := seriesNow(ws, w.Series, refs, now)
	if err != nil {
		return Plan{}, err
	}
	if w.Date.IsZero() && !w.New {
		if ref, ok := goesOn(ws, series, refs, now); ok {
			return planOf(ws, ref, now, true)
		}
	}
	day, sure := w.Date, true
	if day.IsZero() {
		day, sure = dayOf(series, now)
		if ref, ok := agendaNear(ws, series, refs, now); ok {
			day, sure = ref.Date, true
		}
	}
	ref := archive.Ref{ID: day.String() + "-" + series.Key, Date: day, Series: series.Key}
	for n := 2; ; n++ {
		i := slices.IndexFunc(refs, func(r archive.Ref) bool { return r.ID == ref.ID })
		if i < 0 {
			break
		}
		m, err := ws.Head(refs[i])
		if err != nil {
			return Plan{}, err
		}
		if m.Status == minutes.StatusAgenda || !w.New && (!w.Date.IsZero() || m.Status == minutes.StatusLive || m.Status == minutes.StatusDraft && m.End.IsZero()) {
			return planOf(ws, refs[i], now, sure)
		}
		ref.ID = day.String() + "-" + series.Key + "-" + strconv.Itoa(n)
	}
	ref.Path = archive.PathOf(ref.ID)
	p := Plan{Ref: ref, Series: series, Title: titleOf(series, day, ws.Lang()), Sure: sure}
	return p.fill(ws, refs, now)
}

// PlanOf is the plan of a meeting whose journal was left by a crash, and whose
// file may never have been written. It is none (ok is false) if the telco was
// not about now, or is one of another series than the one that is named.
func PlanOf(ws *archive.Workspace, id, series string, now time.Time) (p Plan, ok bool) {
	now = now.In(ws.Location())
	if len(id) < len("2010-01-07-x") {
		return p, false
	}
	day, err := when.ParseISO(id[:10])
	if err != nil || day.Before(when.Of(now).AddDays(-1)) || day.After(when.Of(now).AddDays(1)) {
		return p, false
	}
	if ref, err := ws.Resolve(id); err == nil {
		p, err = planOf(ws, ref, now, true)
		return p, err == nil && p.Status == minutes.StatusLive && (series == "" || p.Series.Key == series)
	}
	settings := ws.Settings()
	for _, s := range settings.Series {
		if rest, found := strings.CutPrefix(id[11:], s.Key); found && (rest == "" || rest[0] == '-') && len(s.Key) >= len(p.Series.Key) {
			p = Plan{Series: s}
		}
	}
	if p.Series.Key == "" || series != "" && p.Series.Key != series {
		return p, false
	}
	p.Ref = archive.Ref{ID: id, Path: archive.PathOf(id), Date: day, Series: p.Series.Key}
	p.Title, p.Sure, p.Status, p.Missing = titleOf(p.Series, day, ws.Lang()), true, minutes.StatusLive, true
	refs, err := ws.Meetings()
	if err != nil {
		return p, false
	}
	p, err = p.fill(ws, refs, now)
	return p, err == nil
}

// planOf is the plan of a meeting that has a file.
func planOf(ws *archive.Workspace, ref archive.Ref, now time.Time, sure bool) (Plan, error) {
	f, err := ws.Load(ref)
	if err != nil {
		return Plan{}, err
	}
	m := &f.Meeting
	if m.Status == minutes.StatusFinal || m.Status == minutes.StatusApproved {
		return Plan{}, lang.E(lang.PlanClosed, ref.ID, string(m.Status)).Hint(lang.PlanClosedHint, ref.ID)
	}
	settings := ws.Settings()
	series, ok := settings.SeriesOf(m.Series)
	if !ok {
		series = archive.Series{Key: m.Series, Title: m.Title}
	}
	ref.Date = m.Date
	p := Plan{Ref: ref, Status: m.Status, Series: series, Title: m.Title, Place: m.Place, End: m.End, Sure: sure}
	refs, err := ws.Meetings()
	if err != nil {
		return Plan{}, err
	}
	return p.fill(ws, refs, now)
}

// fill adds what the plan does not say yet: place and people.
func (p Plan) fill(ws *archive.Workspace, refs []archive.Ref, now time.Time) (Plan, error) {
	if p.Place == "" {
		p.Place = p.Series.Place
	}
	p.Shown = p.Ref.Date != when.Of(now)
	last := lastHeld(ws, refs, p.Series.Key, p.Ref, attendanceOf)
	if p.Place == "" && len(last) > 0 {
		p.Place = last[len(last)-1].Meeting.Place
	}
	p.Expected = expected(ws.People(), last)
	return p, nil
}

// Head returns the plan as the head of a new file, with a status.
func (p *Plan) Head(ws *archive.Workspace, status minutes.Status) minutes.Meeting {
	settings := ws.Settings()
	return minutes.Meeting{
		ID: p.Ref.ID, Series: p.Series.Key, Title: p.Title, Date: p.Ref.Date, IDDay: p.Ref.Date, Place: p.Place,
		Status: status, DueDays: settings.DueDays, TimeZone: settings.TimeZone,
	}
}

// titleOf returns the title of a telco: "IT-Telko 07.01.2010".
func titleOf(s archive.Series, day when.Date, l lang.Lang) string {
	return strings.TrimSpace(s.Title + " " + minutes.FormatDate(day, l))
}

// seriesNow finds the series: the one named, the only one, or the only one
// that has a telco about now.
func seriesNow(ws *archive.Workspace, key string, refs []archive.Ref, now time.Time) (archive.Series, error) {
	settings := ws.Settings()
	if key != "" {
		s, ok := settings.SeriesOf(key)
		if !ok {
			return s, lang.E(lang.SeriesUnknown, key).Hint(lang.SeriesAre, seriesKeys(settings.Series)).Because(ErrWhich)
		}
		return s, nil
	}
	switch len(settings.Series) {
	case 0:
		return archive.Series{}, lang.E(lang.PlanNoSeries).Hint(lang.PlanNoSeriesHint).Because(ErrWhich)
	case 1:
		return settings.Series[0], nil
	}
	var found []archive.Series
	for _, s := range settings.Series {
		_, sure := dayOf(s, now)
		_, on := goesOn(ws, s, refs, now)
		_, planned := agendaNear(ws, s, refs, now)
		if sure || on || planned {
			found = append(found, s)
		}
	}
	if len(found) == 1 {
		return found[0], nil
	}
	if len(found) == 0 {
		found = settings.Series
	}
	return archive.Series{}, lang.E(lang.PlanWhich).Hint(lang.SeriesAre, seriesKeys(found)).Because(ErrWhich)
}

// ErrWhich says that a person must name the series.
var ErrWhich = errors.New("which series")

func seriesKeys(all []archive.Series) string {
	var keys []string
	for _, s := range all {
		keys = append(keys, s.Key)
	}
	return strings.Join(keys, ", ")
}

// dayOf returns the day of the telco that the schedule has within six hours of
// now, else today.
func dayOf(s archive.Series, now time.Time) (day when.Date, sure bool) {
	today := when.Of(now)
	if s.Regular {
		for _, d := range []when.Date{today, today.AddDays(-1), today.AddDays(1)} {
			if d.Weekday() == s.Weekday && near(d.At(s.Time, now.Location()), now, slack) {
				return d, true
			}
		}
	}
	return today, false
}

func near(a, b time.Time, most time.Duration) bool { return a.Sub(b).Abs() <= most }

// goesOn finds the meeting of the series that goes on, or ended just now.
func goesOn(ws *archive.Workspace, s archive.Series, refs []archive.Ref, now time.Time) (archive.Ref, bool) {
	for _, r := range slices.Backward(refs) {
		if r.Series != s.Key || r.Date.Before(when.Of(now).AddDays(-2)) || r.Date.After(when.Of(now).AddDays(2)) {
			continue
		}
		m, err := ws.Head(r)
		if err != nil {
			continue
		}
		switch begin := beginOf(&m, s, now); m.Status {
		case minutes.StatusLive:
			if near(begin, now, liveTime) {
				return r, true
			}
		case minutes.StatusDraft:
			end := endOf(&m, begin)
			if !end.IsZero() && m.Imported == "" && !end.After(now) && near(end, now, reopenTime) {
				return r, true
			}
		}
	}
	return archive.Ref{}, false
}

// beginOf returns when a meeting began: as its head has it, else as planned. One
// that was planned for the evening and begun past midnight has the day of the
// evening.
func beginOf(m *minutes.Meeting, s archive.Series, now time.Time) time.Time {
	planned := m.Date.At(s.Time, now.Location())
	if m.Start.IsZero() {
		return planned
	}
	begin := m.Start.In(now.Location())
	if next := m.Date.AddDays(1).At(m.Start.Clock, now.Location()); s.Regular && near(next, planned, slack) && !near(begin, planned, slack) {
		return next
	}
	return begin
}

// endOf returns when a meeting ended that began at an instant, the zero Time if
// that is not known.
func endOf(m *minutes.Meeting, begin time.Time) time.Time {
	if m.End.IsZero() {
		return time.Time{}
	}
	start := when.Moment{Date: when.Of(begin), Clock: when.ClockAt(begin.Hour(), begin.Minute())}
	return when.Night(start, m.End.Clock).In(begin.Location())
}

// agendaNear finds the agenda of a telco that is to begin within six hours of
// now, or was.
func agendaNear(ws *archive.Workspace, s archive.Series, refs []archive.Ref, now time.Time) (archive.Ref, bool) {
	for _, r := range refs {
		if r.Series != s.Key || r.Date.Before(when.Of(now).AddDays(-1)) || r.Date.After(when.Of(now).AddDays(1)) {
			continue
		}
		m, err := ws.Head(r)
		if err == nil && m.Status == minutes.StatusAgenda && near(beginOf(&m, s, now), now, slack) {
			return r, true
		}
	}
	return archive.Ref{}, false
}
