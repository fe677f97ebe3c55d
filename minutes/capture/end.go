package capture

import (
	"strings"
	"time"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
)

// Postpone puts topics on the agenda of the next telco of a series after the
// one of ref, and returns that telco's plan and those that were not there yet.
func Postpone(ws *archive.Workspace, ref archive.Ref, titles []string, now time.Time) (next Plan, added []string, err error) {
	settings := ws.Settings()
	series, ok := settings.SeriesOf(ref.Series)
	if !ok {
		return next, nil, lang.E(lang.SeriesUnknown, ref.Series).Because(ErrWhich)
	}
	if next, err = nextAgenda(ws, series, now.In(ws.Location()), ref.Date); err != nil {
		return next, nil, err
	}
	err = EditAgenda(ws, next, func(f *minutes.File) ([]byte, error) {
		added = added[:0]
		for _, title := range titles {
			if hasTopic(f, title) {
				continue
			}
			out, err := f.AddTopic(title, -1)
			if err != nil {
				return nil, err
			}
			if f, err = minutes.Parse(f.Name(), out, ws.Context()); err != nil {
				return nil, err
			}
			added = append(added, title)
		}
		return f.Source(), nil
	})
	return next, added, err
}

func hasTopic(f *minutes.File, title string) bool {
	for _, it := range f.AgendaItems() {
		if strings.EqualFold(lang.Key(it.Title), lang.Key(title)) {
			return true
		}
	}
	return false
}
