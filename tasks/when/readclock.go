package when

import (
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// NotClockError is a text that is no time of day, or no span of them. Text is
// as it was given.
type NotClockError struct{ Text string }

// Error implements error.
func (e *NotClockError) Error() string {
	return fmt.Sprintf("%q is not a time of day like 22:20", e.Text)
}

// ReadClock reads a time of day as people write it; the package comment has
// the grammar. It takes the whole of s; an error is a *NotClockError.
func ReadClock(s string) (Clock, error) {
	if len(s) == 5 && s[2] == ':' { // as telko writes it
		h, okH := digits(s[:2])
		m, okM := digits(s[3:])
		if okH && okM && h < 24 && m < 60 {
			return ClockAt(h, m), nil
		}
	}
	if c, ok := readClock(clockText(s)); ok {
		return c, nil
	}
	return 0, &NotClockError{s}
}

// ReadSpan reads a stretch of time: "22:20–23:10", "von 22:20 bis 23:10", "ab
// 23:40", "seit 22:50", "until 23:10". An open end is the zero Clock. A time
// alone is no span. An error is a *NotClockError.
func ReadSpan(s string) (from, until Clock, err error) {
	t := clockText(s)
	if rest, ok := cutWord(t, "ab", "seit", "since", "from", "von"); ok {
		if c, ok := readClock(rest); ok {
			return c, 0, nil
		}
		t = rest
	}
	if rest, ok := cutWord(t, "bis", "until", "till", "to"); ok {
		if c, ok := readClock(rest); ok && t == clockText(s) {
			return 0, c, nil
		}
		return 0, 0, &NotClockError{s}
	}
	for _, sep := range []string{"–", "—", "-", " bis ", " until ", " till ", " to "} {
		a, b, ok := strings.Cut(t, sep)
		if !ok {
			continue
		}
		a, b = strings.TrimSpace(a), strings.TrimSpace(b)
		from, okA := readClock(a)
		until, okB := readClock(b)
		if (okA || a == "") && (okB || b == "") && (okA || okB) {
			return from, until, nil
		}
	}
	return 0, 0, &NotClockError{s}
}

func clockText(s string) string {
	if len(s) > 120 {
		return ""
	}
	return strings.Join(strings.Fields(strings.ToLower(norm.NFC.String(s))), " ")
}

// cutWord takes one of words, whole, off the front of s.
func cutWord(s string, words ...string) (string, bool) {
	first, rest, ok := strings.Cut(s, " ")
	if ok && is(first, words...) {
		return rest, true
	}
	return s, false
}

// readClock reads what clockText gave.
func readClock(s string) (Clock, bool) {
	if t, ok := strings.CutPrefix(s, "~"); ok {
		s = strings.TrimSpace(t)
	} else {
		s, _ = cutWord(s, "gegen", "ca.", "ca", "etwa", "um", "at", "about", "around")
	}
	s = strings.TrimSuffix(s, ".")
	switch s {
	case "mitternacht", "midnight":
		return ClockAt(0, 0), true
	case "noon":
		return ClockAt(12, 0), true
	}
	half := ""
	hours := false // a word says that it is a time
	for _, word := range []string{"uhr", "h"} {
		if t, ok := strings.CutSuffix(s, word); ok {
			s, hours = strings.TrimSpace(t), true
			break
		}
	}
	if !hours {
		for _, word := range []string{"am", "pm", "a.m", "p.m"} {
			if t, ok := strings.CutSuffix(s, word); ok {
				s, half = strings.TrimSpace(t), word[:1]
				break
			}
		}
	}
	return clockDigits(s, hours || half != "", half)
}

// clockDigits reads 22:20, 22.20, 22h20, 22:20:10 and, where a word named it a
// time, 22. Half is "a" or "p" on a clock of twelve hours.
func clockDigits(s string, named bool, half string) (Clock, bool) {
	sep := strings.IndexAny(s, ":.h")
	rest := ""
	if sep >= 0 {
		s, rest = s[:sep], s[sep:]
	} else if !named {
		return 0, false
	}
	h, ok := digits(s)
	if !ok || len(s) > 2 {
		return 0, false
	}
	m := 0
	if rest != "" {
		parts := strings.Split(rest[1:], rest[:1])
		if len(parts) > 2 || (len(parts) == 2 && rest[0] != ':') {
			return 0, false
		}
		for i, p := range parts {
			n, ok := digits(p)
			if !ok || len(p) != 2 || n > 59 {
				return 0, false
			}
			if i == 0 {
				m = n
			}
		}
	}
	switch {
	case half != "" && (h < 1 || h > 12):
		return 0, false
	case half == "a" && h == 12:
		h = 0
	case half == "p" && h != 12:
		h += 12
	case h == 24 && m == 0:
		h = 0 // the end of the day is the same moment as the start of the next
	}
	if h > 23 {
		return 0, false
	}
	return ClockAt(h, m), true
}
