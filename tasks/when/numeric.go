package when

import (
	"strings"
	"time"
)

// readNumeric reads 2010-01-20, 20.01.2010, 20.1.10 and 20.01., also with
// blanks after the dots.
func readNumeric(w []string, from Date) []Date {
	if len(w) == 1 {
		if d, err := ParseISO(w[0]); err == nil {
			return []Date{d}
		}
		return nil
	}
	if len(w) > 3 {
		return nil
	}
	d, okD := ordinal(w[0], false)
	m, okM := ordinal(w[1], false)
	if !okD || !okM {
		return nil
	}
	if len(w) == 2 {
		return coming(time.Month(m), d, from)
	}
	if y, ok := year(w[2], true); ok {
		return valid(y, time.Month(m), d)
	}
	return nil
}

// readSlashes reads 20/1/2010, either way round if only one way is a date.
func readSlashes(w []string, _ Date) []Date {
	if len(w) != 1 {
		return nil
	}
	p := strings.Split(w[0], "/")
	if len(p) != 3 || len(p[0]) > 2 || len(p[1]) > 2 {
		return nil
	}
	a, okA := digits(p[0])
	b, okB := digits(p[1])
	y, okY := year(p[2], false)
	if !okA || !okB || !okY {
		return nil
	}
	out := valid(y, time.Month(a), b)
	if a != b {
		out = append(out, valid(y, time.Month(b), a)...)
	}
	if len(out) == 2 && out[1].Before(out[0]) {
		out[0], out[1] = out[1], out[0]
	}
	return out
}

// readNamedMonth reads "20. Januar", "20. Jan 2010", "20th of January",
// "January 20, 2010".
func readNamedMonth(w []string, from Date) []Date {
	if len(w) < 2 {
		return nil
	}
	var d int
	var m time.Month
	var okD, okM bool
	rest := w[2:]
	if m, okM = month(w[0]); okM {
		d, okD = ordinal(w[1], true)
	} else {
		d, okD = ordinal(w[0], true)
		if w[1] == "of" && len(w) > 2 {
			w, rest = w[1:], w[3:]
		}
		m, okM = month(w[1])
	}
	if !okD || !okM {
		return nil
	}
	if len(rest) == 0 {
		return coming(m, d, from)
	}
	if y, ok := year(rest[0], false); ok && len(rest) == 1 {
		return valid(y, m, d)
	}
	return nil
}
