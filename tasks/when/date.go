package when

import (
	"cmp"
	"fmt"
	"strings"
	"time"
)

// Date is a calendar day without a time zone. Dates compare with ==; the zero
// Date means "no date".
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// Day returns the date y-m-d, normalised as time.Date does it (32 January is
// 1 February).
func Day(y int, m time.Month, d int) Date {
	return Of(time.Date(y, m, d, 0, 0, 0, 0, time.UTC))
}

// Of returns the calendar day of t in t's own location.
func Of(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// ParseISO reads exactly YYYY-MM-DD. A day that no calendar has (2010-02-30)
// is an error.
//
// It reads the dates of every line of a register, so it takes the string apart
// by hand rather than by a layout.
func ParseISO(s string) (Date, error) {
	if len(s) == 10 && s[4] == '-' && s[7] == '-' {
		y, okY := digits(s[:4])
		m, okM := digits(s[5:7])
		d, okD := digits(s[8:])
		if okY && okM && okD && m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, time.Month(m)) {
			return Date{y, time.Month(m), d}, nil
		}
	}
	return Date{}, &ISOError{strings.Clone(s)}
}

// ISOError is a text that is not a day in the form YYYY-MM-DD.
type ISOError struct{ Text string }

// Error implements error.
func (e *ISOError) Error() string {
	return fmt.Sprintf("%q is not a date like 2010-01-31", e.Text)
}

// digits returns the value of s, which is to hold nothing but ASCII digits.
func digits(s string) (int, bool) {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' || i > 8 {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, s != ""
}

// daysIn returns the number of days of month m in year y.
func daysIn(y int, m time.Month) int {
	switch m {
	case time.February:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	case time.April, time.June, time.September, time.November:
		return 30
	}
	return 31
}

// IsZero reports whether d is "no date".
func (d Date) IsZero() bool { return d == Date{} }

// String returns d as YYYY-MM-DD, the zero Date as "".
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	if y, m, day := d.Year, int(d.Month), d.Day; min(y, m, day) >= 0 && y < 10_000 && max(m, day) < 100 {
		return string([]byte{
			'0' + byte(y/1000), '0' + byte(y/100%10), '0' + byte(y/10%10), '0' + byte(y%10), '-',
			'0' + byte(m/10), '0' + byte(m%10), '-', '0' + byte(day/10), '0' + byte(day%10),
		})
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Short returns d as YYMMDD, the form that ids use.
func (d Date) Short() string {
	if y, m, day := d.Year%100, int(d.Month), d.Day; min(y, m, day) >= 0 && max(m, day) < 100 {
		return string([]byte{
			'0' + byte(y/10), '0' + byte(y%10), '0' + byte(m/10), '0' + byte(m%10), '0' + byte(day/10), '0' + byte(day%10),
		})
	}
	return fmt.Sprintf("%02d%02d%02d", d.Year%100, d.Month, d.Day)
}

// German returns d as DD.MM.YYYY, the zero Date as "".
func (d Date) German() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%02d.%02d.%04d", d.Day, d.Month, d.Year)
}

// AddDays returns the date n days after d (before it if n is negative).
func (d Date) AddDays(n int) Date { return Day(d.Year, d.Month, d.Day+n) }

// Sub returns the number of days from e to d.
func (d Date) Sub(e Date) int {
	return int(d.utc().Sub(e.utc()) / (24 * time.Hour))
}

// Compare returns -1, 0 or +1 as d is before, equal to or after e.
func (d Date) Compare(e Date) int {
	if d.Year != e.Year {
		return cmp.Compare(d.Year, e.Year)
	}
	if d.Month != e.Month {
		return cmp.Compare(d.Month, e.Month)
	}
	return cmp.Compare(d.Day, e.Day)
}

// Before reports whether d is an earlier day than e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// After reports whether d is a later day than e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }

// Weekday returns the day of the week of d.
func (d Date) Weekday() time.Weekday { return d.utc().Weekday() }

// At returns the instant of wall-clock time c on d in loc.
func (d Date) At(c Clock, loc *time.Location) time.Time {
	return time.Date(d.Year, d.Month, d.Day, c.Hour(), c.Minute(), 0, 0, loc)
}

// MarshalText returns the ISO form.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the ISO form; an empty text is the zero Date.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	v, err := ParseISO(string(b))
	if err == nil {
		*d = v
	}
	return err
}

func (d Date) utc() time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}
