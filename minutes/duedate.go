package minutes

import (
	"errors"
	"time"

	"telko/minutes/lang"
	"telko/tasks/when"
)

// readDate reads a date as a whole. One that could be several is reported
// where the writer said that a date follows.
func (r *taskReader) readDate(s string, said bool) (when.Date, bool) {
	if s == "" || len(s) > 60 {
		return when.Date{}, false
	}
	if d, ok := writtenDate(s); ok {
		return d, true
	}
	d, err := when.Calendar{From: r.date, Telco: r.telco}.Read(s)
	if err == nil {
		return d, true
	}
	var ambiguous *when.AmbiguousError
	if said && !r.quiet && errors.As(err, &ambiguous) {
		r.report(AmbiguousDate, lang.E(lang.ReadAmbiguousDate, s))
	}
	return when.Date{}, false
}

// writtenDate reads the two forms that telko itself writes, 20.01.2010 and
// 2010-01-20, as when.Read does: nearly all dates of an archive.
func writtenDate(s string) (when.Date, bool) {
	if len(s) != 10 {
		return when.Date{}, false
	}
	year, month, day := s[0:4], s[5:7], s[8:10]
	switch {
	case s[2] == '.' && s[5] == '.':
		day, month, year = s[0:2], s[3:5], s[6:10]
	case s[4] != '-' || s[7] != '-':
		return when.Date{}, false
	}
	y, m, d := number(year), number(month), number(day)
	if y < 1 || m < 1 || d < 1 {
		return when.Date{}, false
	}
	date := when.Day(y, time.Month(m), d)
	return date, date == when.Date{Year: y, Month: time.Month(m), Day: d}
}

// number returns the number that s is, -1 if there is anything but digits.
func number(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = 10*n + int(s[i]-'0')
	}
	return n
}
