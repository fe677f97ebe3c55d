package minutes

import (
	"strings"

	"telko/tasks/when"
)

// Moved returns f as it is on another day and another wiki page: the front
// matter says so, the day in the title is the new one, and the ids stay those of
// the day that they were given out for. A zero date, or an empty page, leaves
// that as it is.
func (f *File) Moved(date when.Date, page string, ctx Context) ([]byte, error) {
	m := f.Meeting
	src := f.src
	set := func(key, value string) error {
		g, err := Parse(f.name, src, ctx)
		if err != nil {
			return err
		}
		src = g.SetKey(key, value)
		return nil
	}
	if !date.IsZero() && date != m.Date {
		if at := f.TitleLine(); !at.Empty() {
			line := string(f.src[at.Start:at.End])
			for _, form := range []func(when.Date) string{when.Date.German, when.Date.String} {
				line = strings.ReplaceAll(line, form(m.Date), form(date))
			}
			src = splice(f.src, []edit{{at, line}})
		}
		idDay := m.IDDay.String()
		if m.IDDay == date {
			idDay = "" // it is back where it was
		}
		if err := set("date", date.String()); err != nil {
			return nil, err
		}
		if err := set("id-day", idDay); err != nil {
			return nil, err
		}
	}
	if page == "" {
		return src, nil
	}
	g, err := Parse(f.name, src, ctx)
	if err != nil || g.Meeting.Page == page {
		return src, err // the series' pattern gives it
	}
	return g.SetKey("page", page), nil
}
