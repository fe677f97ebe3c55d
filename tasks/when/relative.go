package when

import (
	"slices"
	"strings"
	"time"
)

// readNearDay reads today, tomorrow and the day after it.
func readNearDay(w []string, from Date) []Date {
	switch strings.Join(w, " ") {
	case "heute", "today":
		return []Date{from}
	case "morgen", "tomorrow":
		return []Date{from.AddDays(1)}
	case "übermorgen", "uebermorgen", "day after tomorrow":
		return []Date{from.AddDays(2)}
	}
	return nil
}

// readOffset reads +7, +7d, +2w, "+2 Wochen", "in 2 Wochen", "in a week".
func readOffset(w []string, from Date) []Date {
	var count, unit string
	switch {
	case len(w) == 3 && w[0] == "in":
		count, unit = w[1], w[2]
	case len(w) == 2 && strings.HasPrefix(w[0], "+"):
		count, unit = w[0][1:], w[1]
	case len(w) == 1 && strings.HasPrefix(w[0], "+"):
		count = strings.TrimRight(w[0][1:], "dtwm")
		unit = w[0][1+len(count):]
	default:
		return nil
	}
	n, ok := number(count)
	if !ok {
		return nil
	}
	switch unit {
	case "", "d", "t", "tag", "tage", "tagen", "day", "days":
		return []Date{from.AddDays(n)}
	case "w", "woche", "wochen", "week", "weeks":
		return []Date{from.AddDays(7 * n)}
	case "m", "monat", "monate", "monaten", "month", "months":
		return []Date{addMonths(from, n)}
	}
	return nil
}

// addMonths returns the same day n months later, the last of that month if it
// is shorter.
func addMonths(d Date, n int) Date {
	first := Day(d.Year, d.Month+time.Month(n), 1)
	first.Day = min(d.Day, daysIn(first.Year, first.Month))
	return first
}

// readWeekday reads a weekday, alone or with this or next before it. It is the
// first such day after from. Next Friday, said on a Monday, is for some people
// the Friday of that week and for others of the next: then it could be both.
func readWeekday(w []string, from Date) []Date {
	day, ok := weekday(w[len(w)-1])
	if !ok || len(w) > 2 {
		return nil
	}
	d := after(from, day)
	switch {
	case len(w) == 1 || isThis(w[0]):
		return []Date{d}
	case !isNext(w[0]):
		return nil
	case d.Before(monday(from).AddDays(7)):
		return []Date{d, d.AddDays(7)}
	}
	return []Date{d}
}

// readWeekdayOfWeek reads "Freitag nächster Woche", "friday next week", "next
// week friday".
func readWeekdayOfWeek(w []string, from Date) []Date {
	if len(w) != 3 {
		return nil
	}
	rest := w[1:]
	day, ok := weekday(w[0])
	if !ok {
		rest = w[:2]
		day, ok = weekday(w[2])
	}
	if !ok || !is(rest[1], "woche", "week") {
		return nil
	}
	start := monday(from)
	switch {
	case isNext(rest[0]):
		start = start.AddDays(7)
	case !isThis(rest[0]):
		return nil
	}
	return []Date{start.AddDays((int(day) + 6) % 7)}
}

// readWeekdayAndDate reads "Fr 15.01.": a weekday before any date that stands
// in the calendar. If the two contradict each other, it could be the day or
// the date.
func readWeekdayAndDate(w []string, from Date) []Date {
	day, ok := weekday(w[0])
	if !ok || len(w) < 2 {
		return nil
	}
	rest := dropFirst(w[1:], "den", "the", "dem")
	var choices []Date
	for _, read := range []reader{readNumeric, readNamedMonth} {
		choices = append(choices, read(rest, from)...)
	}
	if len(choices) != 1 || choices[0].Weekday() == day {
		return choices
	}
	choices = append(choices, after(from, day))
	slices.SortFunc(choices, Date.Compare)
	return choices
}

// after returns the first such weekday after d.
func after(d Date, day time.Weekday) Date {
	n := (int(day) - int(d.Weekday()) + 7) % 7
	if n == 0 {
		n = 7
	}
	return d.AddDays(n)
}

// monday returns the Monday of d's week.
func monday(d Date) Date { return d.AddDays(-((int(d.Weekday()) + 6) % 7)) }
