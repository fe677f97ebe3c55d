package when

import (
	"fmt"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
)

// NotDateError is a text that is no date. Text is as it was given.
type NotDateError struct{ Text string }

// Error implements error.
func (e *NotDateError) Error() string {
	return fmt.Sprintf("%q is not a date like 2010-01-31, 31.01., friday or +7", e.Text)
}

// AmbiguousError is a text that could be more than one date. Choices are in
// order of time.
type AmbiguousError struct {
	Text    string
	Choices []Date
}

// Error implements error.
func (e *AmbiguousError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%q could be ", e.Text)
	for i, d := range e.Choices {
		if i > 0 {
			b.WriteString(" or ")
		}
		b.WriteString(d.String())
	}
	return b.String()
}

// Read reads a date as people write it, in German or in English; the package
// comment has the grammar. It takes the whole of s or nothing: an error is a
// *NotDateError or an *AmbiguousError. Relative words count from the day from.
func Read(s string, from Date) (Date, error) {
	w := words(s)
	if len(w) > maxWords {
		return Date{}, &NotDateError{s}
	}
	w = opened(w)
	if len(w) == 0 || from.IsZero() {
		return Date{}, &NotDateError{s}
	}
	for _, read := range readers {
		choices := read(w, from)
		switch len(choices) {
		case 0:
		case 1:
			if d := choices[0]; d.Year >= 1000 && d.Year <= 9999 {
				return d, nil
			}
			return Date{}, &NotDateError{s}
		default:
			return Date{}, &AmbiguousError{s, choices}
		}
	}
	return Date{}, &NotDateError{s}
}

// No form of a date has more words; what is longer is prose.
const maxWords = 7

// A reader reads one form of dates out of all of w. It returns nothing if w
// does not have that form, and several dates if it could mean any of them.
type reader func(w []string, from Date) []Date

var readers = []reader{
	readNumeric, readSlashes, readNamedMonth, readNearDay, readOffset,
	readWeekday, readWeekdayOfWeek, readWeekdayAndDate, readWeek, readEnd,
}

// words splits s at white space, in lower case and NFC, without the commas and
// dots that may follow a word ("Fr., 15.01."). Dots after digits stay: they
// make "15." a day. Glued forms are taken apart: "15.01.2010" is "15." "01."
// "2010", "kw3" is "kw" "3".
func words(s string) []string {
	// The longest forms have some 30 characters. What is much longer is prose,
	// which need not be normalised to be known as such.
	if len(s) > 120 {
		return make([]string, maxWords+1)
	}
	var out []string
	for _, f := range strings.Fields(strings.ToLower(norm.NFC.String(s))) {
		f = strings.TrimSuffix(f, ",")
		if t := strings.TrimSuffix(f, "."); t != "" && !isDigit(t[len(t)-1]) {
			f = t
		}
		out = append(out, splitGlued(f)...)
	}
	return out
}

func splitGlued(f string) []string {
	for _, k := range []string{"kw", "wk"} {
		if rest, ok := strings.CutPrefix(f, k); ok && rest != "" && isDigit(rest[0]) {
			if week, year, ok := strings.Cut(rest, "/"); ok {
				return []string{k, week, year}
			}
			return []string{k, rest}
		}
	}
	if f == "" || !isDigit(f[0]) {
		return []string{f}
	}
	var out []string
	for {
		head, rest, ok := strings.Cut(f, ".")
		if !ok || rest == "" {
			return append(out, f)
		}
		out, f = append(out, head+"."), rest
	}
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func dropFirst(w []string, any ...string) []string {
	if len(w) > 1 && is(w[0], any...) {
		return w[1:]
	}
	return w
}

func is(w string, any ...string) bool {
	for _, a := range any {
		if w == a {
			return true
		}
	}
	return false
}

// number reads one or two digits, or a number word up to twelve.
func number(w string) (int, bool) {
	if n, ok := numberWord(w); ok {
		return n, true
	}
	if len(w) > 3 {
		return 0, false
	}
	return digits(w)
}

// ordinal reads the number of a day or week: "20.", with bare also "20", "20th".
func ordinal(w string, bare bool) (int, bool) {
	t, dot := strings.CutSuffix(w, ".")
	if !dot && bare {
		for _, suffix := range []string{"st", "nd", "rd", "th"} {
			t = strings.TrimSuffix(t, suffix)
		}
	}
	if len(t) > 2 || (!dot && !bare) {
		return 0, false
	}
	return digits(t)
}

// year reads "2010", and with short also "10" as 2010.
func year(w string, short bool) (int, bool) {
	n, ok := digits(w)
	switch {
	case ok && len(w) == 4:
		return n, true
	case ok && len(w) == 2 && short:
		return 2000 + n, true
	}
	return 0, false
}

// valid returns y-m-d if a calendar has that day.
func valid(y int, m time.Month, d int) []Date {
	if m < time.January || m > time.December || d < 1 || d > daysIn(y, m) {
		return nil
	}
	return []Date{{y, m, d}}
}

// coming returns the first day m-d that is not before from. Eight years bring
// every 29 February but for the turn of some centuries.
func coming(m time.Month, d int, from Date) []Date {
	for y := from.Year; y <= from.Year+8; y++ {
		if c := valid(y, m, d); c != nil && !c[0].Before(from) {
			return c
		}
	}
	return nil
}
