package when

import "strings"

// Calendar is what dates in words depend on: the day they count from, and the
// telcos of a team.
type Calendar struct {
	From Date

	// Telco returns the day of the next telco of that name ("telko",
	// "meeting", "plenum", in lower case), counted from a day; several if it
	// could be any of them, none if nobody knows. It may be nil.
	Telco func(name string, from Date) []Date
}

// Read reads a date like the function Read, and also "nächste Telko".
func (c Calendar) Read(s string) (Date, error) {
	d, err := Read(s, c.From)
	if _, no := err.(*NotDateError); !no || c.Telco == nil || c.From.IsZero() {
		return d, err
	}
	switch days := c.readTelco(opened(words(s))); len(days) {
	case 0:
		return Date{}, err
	case 1:
		return days[0], nil
	default:
		return Date{}, &AmbiguousError{s, days}
	}
}

// readTelco reads "nächste Telko", "zum nächsten Plenum", "next meeting".
func (c Calendar) readTelco(w []string) []Date {
	w = dropFirst(w, "zur", "der", "dem", "zu", "vor")
	w = dropFirst(w, "der", "dem")
	if len(w) < 2 || len(w) > maxWords || !isNext(w[0]) && !isThis(w[0]) {
		return nil
	}
	return c.Telco(strings.Join(w[1:], " "), c.From)
}

// opened takes off words what may stand before any date.
func opened(w []string) []string {
	w = dropFirst(w, "bis", "by", "until", "till")
	return dropFirst(w, "am", "zum", "den", "on", "the")
}
