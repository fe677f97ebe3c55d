package motions

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"telko/tasks/when"
)

// MeetingID returns the id of the nth motion of a meeting on day, in a series
// with the given prefix ("" for none).
func MeetingID(prefix string, day when.Date, n int) ID {
	id := "M" + day.Short() + "-" + strconv.Itoa(n)
	if prefix != "" {
		id = prefix + "-" + id
	}
	return ID(id)
}

// ResolutionID returns the id of the nth decision without a motion of a day, in
// a series with the given prefix: D100107-2.
func ResolutionID(prefix string, day when.Date, n int) ID {
	id := "D" + day.Short() + "-" + strconv.Itoa(n)
	if prefix != "" {
		id = prefix + "-" + id
	}
	return ID(id)
}

// IsResolution reports whether id is that of a decision without a motion.
func (id ID) IsResolution() bool {
	s := string(id)
	if i := strings.LastIndex(s, "-D"); i >= 0 {
		s = s[i+1:]
	}
	return strings.HasPrefix(s, "D") && id.Number() > 0
}

// BadIDError is a text that is no id of a motion.
type BadIDError struct{ Text string }

// Error returns the message in English.
func (e *BadIDError) Error() string {
	return fmt.Sprintf("%q is not an id of a motion like M100107-1", e.Text)
}

// ParseID reads the id of a motion, with or without one leading '#'.
func ParseID(s string) (ID, error) {
	id, err := ParseLogID(s)
	if err == nil && id.IsResolution() {
		return "", &BadIDError{s}
	}
	return id, err
}

// ParseLogID reads an id as the log has it: of a motion, or of a decision
// without one.
func ParseLogID(s string) (ID, error) {
	t := strings.TrimPrefix(s, "#")
	if _, _, _, ok := ID(t).split(); !ok {
		return "", &BadIDError{s}
	}
	return ID(t), nil
}

// split returns the pieces of id; ok is false if it is none.
func (id ID) split() (prefix string, day when.Date, n int, ok bool) {
	s := string(id)
	if i := max(strings.LastIndex(s, "-M"), strings.LastIndex(s, "-D")); i >= 0 {
		prefix, s = s[:i], s[i+1:]
		if !isPrefix(prefix) {
			return "", when.Date{}, 0, false
		}
	}
	if len(s) < 9 || s[0] != 'M' && s[0] != 'D' || s[7] != '-' {
		return "", when.Date{}, 0, false
	}
	day, ok = shortDate(s[1:7])
	n, err := strconv.Atoi(s[8:])
	if !ok || err != nil || n < 1 || s[8] < '1' || s[8] > '9' || len(s) > 14 {
		return "", when.Date{}, 0, false
	}
	return prefix, day, n, true
}

// isPrefix reports whether s can be a prefix: letters and digits, a letter
// first.
func isPrefix(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i] | 0x20
		if (c < 'a' || c > 'z') && (i == 0 || s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return s != ""
}

func shortDate(s string) (when.Date, bool) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return when.Date{}, false
		}
	}
	two := func(i int) int { return int(s[i]-'0')*10 + int(s[i+1]-'0') }
	y, m, d := 2000+two(0), two(2), two(4)
	day := when.Day(y, time.Month(m), d)
	return day, day == when.Date{Year: y, Month: time.Month(m), Day: d}
}

// Day returns the day in id, the zero Date if id is none.
func (id ID) Day() when.Date {
	_, day, _, _ := id.split()
	return day
}

// Number returns the running number, the last component of id.
func (id ID) Number() int {
	_, _, n, _ := id.split()
	return n
}

// Prefix returns the series' prefix, "" if id has none.
func (id ID) Prefix() string {
	prefix, _, _, _ := id.split()
	return prefix
}
