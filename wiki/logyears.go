package wiki

import (
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"

	"telko/minutes"
	"telko/tasks"
)

// quietYears limits the years that are looked at though nobody here did anything
// in them: a line of another millennium must not cost a page for each in between.
const quietYears = 30

// Titles returns the pages of the log in their order: those of the years of which
// there are events here, and, since others may have done something in them, all
// from the first to this one.
func (p *LogPages) Titles(log minutes.PublicLog) []string {
	now := p.Now().Year()
	years := map[int]bool{now: true}
	first := now
	for _, l := range log.Lines() {
		year := l.Event.At.Year()
		years[year] = true
		first = min(first, year)
	}
	for year := max(first, now-quietYears); year < now; year++ {
		years[year] = true
	}
	var titles []string
	for _, year := range slices.Sorted(maps.Keys(years)) {
		titles = append(titles, p.page(year))
	}
	return titles
}

func (p *LogPages) page(year int) string { return p.Title + "/" + strconv.Itoa(year) }

// isAhead reports whether err is about a line of a time that has not come.
func isAhead(err error) bool {
	var e *tasks.EventError
	return errors.As(err, &e) && e.Code == tasks.Ahead
}

// lineNumber returns which line of a page, from 1, holds an event; 0 if none has
// its bytes.
func lineNumber(page string, e tasks.Event) int {
	n := 0
	for line := range strings.Lines(page) {
		if n++; strings.TrimRight(line, "\r\n") == e.Line() {
			return n
		}
	}
	return 0
}
