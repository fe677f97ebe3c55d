package capture

import (
	"slices"

	"telko/minutes/archive"
)

// How many meetings back titles of pages are looked for: those of the minutes
// themselves, and those that minutes link to.
const (
	pagesOfMeetings = 60
	linksOfMeetings = 4
)

// pagesOf returns titles of wiki pages that a keeper may link to: those that the
// last minutes link to, those of the settings, those of the last minutes, the
// newest first. What cannot be read has none.
func pagesOf(ws *archive.Workspace, series string) []string {
	var pages []string
	add := func(title string) {
		if title != "" && !slices.Contains(pages, title) {
			pages = append(pages, title)
		}
	}
	refs, err := ws.Meetings()
	if err != nil {
		return nil
	}
	for _, f := range slices.Backward(lastHeld(ws, refs, series, archive.Ref{ID: "~"}, linksOfMeetings)) {
		for _, title := range f.Meeting.Links {
			add(title)
		}
	}
	settings := ws.Settings()
	for _, title := range []string{settings.Wiki.IndexPage, settings.Wiki.TasksPage, settings.Wiki.MotionsPage} {
		add(title)
	}
	n := 0
	for _, r := range slices.Backward(refs) {
		if n++; n > pagesOfMeetings {
			break
		}
		add(settings.PageTitle(r.Series, r.Date))
	}
	return pages
}
