package archive

import (
	"slices"
	"time"

	"telko/minutes/lang"
	"telko/tasks/when"
)

// NextTelco returns the day of the first telco after a day that is called name
// (in lower case: "telko", or a series) where one speaks of series, "" for no
// one in particular. It goes by the weekdays of the settings. Series that meet
// on different days give several days, those without a weekday none.
func (s *Settings) NextTelco(series, name string, after when.Date) []when.Date {
	var days []when.Date
	for i := range s.Series {
		v := &s.Series[i]
		if v.Regular && s.means(v, series, name) {
			days = append(days, weekdayAfter(after, v.Weekday))
		}
	}
	slices.SortFunc(days, when.Date.Compare)
	return slices.Compact(days)
}

// means reports whether name, said where one speaks of series, can mean v.
func (s *Settings) means(v *Series, series, name string) bool {
	if folded(v.Title) == name || v.Key == name {
		return true
	}
	_, known := s.SeriesOf(series)
	return lang.IsTelco(name) && (!known || v.Key == series)
}

func weekdayAfter(d when.Date, day time.Weekday) when.Date {
	return d.AddDays((int(day)-int(d.Weekday())+6)%7 + 1)
}

// NextTelco returns the day of the first telco after a day that is called
// name: that of a meeting whose file lies there already, as an agenda does,
// else the series' next weekday. If the day itself is one on which a telco is
// yet to begin, both could be meant.
func (w *Workspace) NextTelco(name string, after when.Date) []when.Date {
	refs, err := w.Meetings()
	if err != nil {
		return nil
	}
	now := w.Now()
	var days []when.Date
	for i := range w.settings.Series {
		v := &w.settings.Series[i]
		if !w.settings.means(v, "", name) {
			continue
		}
		if v.Regular && after == when.Of(now) && after.Weekday() == v.Weekday && after.At(v.Time, w.zone).After(now) {
			days = append(days, after)
		}
		if d := nextOf(v, after, refs); !d.IsZero() {
			days = append(days, d)
		}
	}
	slices.SortFunc(days, when.Date.Compare)
	return slices.Compact(days)
}

// nextOf returns the day of the series' first telco after a day, the zero Date
// if nobody can know. A file of the same week takes the weekday's place: the
// telco was moved.
func nextOf(v *Series, after when.Date, refs []Ref) when.Date {
	var regular when.Date
	if v.Regular {
		regular = weekdayAfter(after, v.Weekday)
	}
	for _, r := range refs {
		if r.Series == v.Key && r.Date.After(after) && (regular.IsZero() || r.Date.Sub(regular) < 4) {
			return r.Date
		}
	}
	return regular
}
