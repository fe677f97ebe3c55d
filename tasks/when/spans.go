package when

import "time"

// What names a stretch of days is due on the last of them.

// readWeek reads "KW 3", "3. KW", "KW 3/2010", "week 3 2010", and this and
// next week: the Sunday of that ISO week.
func readWeek(w []string, from Date) []Date {
	w = dropFirst(w, "in", "ende", "end")
	w = dropFirst(w, "of")
	w = dropFirst(w, "der")
	w = dropFirst(w, "the", "calendar")
	if len(w) == 2 && is(w[1], "woche", "week") {
		switch {
		case isThis(w[0]):
			return []Date{monday(from).AddDays(6)}
		case isNext(w[0]):
			return []Date{monday(from).AddDays(13)}
		}
	}
	var n int
	var ok bool
	switch {
	case len(w) < 2 || len(w) > 3:
		return nil
	case is(w[0], "kw", "kalenderwoche", "week", "wk"):
		n, ok = ordinal(w[1], true)
	case is(w[1], "kw", "kalenderwoche"):
		n, ok = ordinal(w[0], false)
	}
	if !ok || n < 1 || n > 53 {
		return nil
	}
	if len(w) == 3 {
		y, ok := year(w[2], false)
		if !ok {
			return nil
		}
		return weekEnd(y, n)
	}
	// 53 weeks come every five or six years.
	y, _ := from.utc().ISOWeek()
	for last := y + 7; y <= last; y++ {
		if d := weekEnd(y, n); d != nil && !d[0].Before(from) {
			return d
		}
	}
	return nil
}

// weekEnd returns the Sunday of ISO week n of year y: 4 January is always in
// the first.
func weekEnd(y, n int) []Date {
	d := monday(Day(y, time.January, 4)).AddDays(7*n - 1)
	if in, _ := d.utc().ISOWeek(); in != y {
		return nil
	}
	return []Date{d}
}

// readEnd reads "Ende Januar", "end of January 2010", "Monatsende", "end of
// next month", "Ende des Jahres", "Mitte Januar" (the 15th), "end of 2010".
func readEnd(w []string, from Date) []Date {
	if len(w) == 1 {
		switch w[0] {
		case "monatsende":
			return []Date{monthEnd(from)}
		case "jahresende":
			return valid(from.Year, time.December, 31)
		}
		return nil
	}
	middle := is(w[0], "mitte", "mid")
	if !middle && !is(w[0], "ende", "end") {
		return nil
	}
	w = dropFirst(w[1:], "of", "des")
	w = dropFirst(w, "the")
	var m time.Month
	if named, ok := month(w[0]); ok {
		m = named
	}
	switch {
	case m != 0 && len(w) == 1:
		if middle {
			return coming(m, 15, from)
		}
		first := coming(m, 28, Date{from.Year, from.Month, 1})
		return []Date{monthEnd(first[0])}
	case m != 0 && len(w) == 2:
		y, ok := year(w[1], false)
		switch {
		case !ok:
			return nil
		case middle:
			return valid(y, m, 15)
		}
		return valid(y, m, daysIn(y, m))
	case middle:
		return nil
	}
	return readPeriodEnd(w, from)
}

// readPeriodEnd reads what follows "end of" where it names no month.
func readPeriodEnd(w []string, from Date) []Date {
	if y, ok := year(w[0], false); ok && len(w) == 1 {
		return valid(y, time.December, 31)
	}
	n := 0
	if len(w) == 2 {
		switch {
		case isNext(w[0]):
			n = 1
		case !isThis(w[0]):
			return nil
		}
		w = w[1:]
	}
	switch {
	case len(w) != 1:
	case is(w[0], "monat", "monats", "month"):
		return []Date{monthEnd(addMonths(Date{from.Year, from.Month, 1}, n))}
	case is(w[0], "jahr", "jahres", "year"):
		return valid(from.Year+n, time.December, 31)
	}
	return nil
}

func monthEnd(d Date) Date {
	return Date{d.Year, d.Month, daysIn(d.Year, d.Month)}
}
