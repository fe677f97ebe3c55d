package minutes

import (
	"fmt"

	"telko/minutes/lang"
	"telko/tasks/when"
)

// DefaultDueDays is the number of days until a task without a date is due,
// where neither the file nor the Context says it.
const DefaultDueDays = 7

// Context is what reading needs to know beside the file. What the file itself
// says wins, so that settings never change the past. The zero value works.
type Context struct {
	People   *People
	Lang     lang.Lang
	DueDays  int    // 0 means DefaultDueDays
	TimeZone string // IANA name

	// Page returns the title of the wiki page by the series' pattern, "" if
	// there is none. It may be nil.
	Page func(series string, d when.Date) string

	// IDPrefix returns the prefix of ids in a series, so that an id of another
	// series' meeting on the same day is known as foreign. If it is nil, any
	// prefix is the series' own.
	IDPrefix func(series string) string

	// Quorum returns how many members have to be there for a vote in a series,
	// 0 if nobody counts. It may be nil.
	Quorum func(series string) int

	// NextTelco returns the day of the first telco after a day that is called
	// name ("telko", "plenum", in lower case) in minutes of a series; several
	// days if it could be any of them. It may be nil. The answer must depend on
	// settings alone: what a file says of its tasks is kept in an index.
	NextTelco func(series, name string, after when.Date) []when.Date

	// Known returns who answers to word beside People, for a task that is read
	// without its file: somebody of this meeting's attendance. It may be nil.
	// Reading a file asks its own attendance.
	Known func(word string) (nick string, ok bool)
}

// telcosOf returns how minutes of m find the day of "the next telco".
func (c Context) telcosOf(m *Meeting) telcos {
	if c.NextTelco == nil {
		return nil
	}
	return func(name string, from when.Date) []when.Date { return c.NextTelco(m.Series, name, from) }
}

// LineError is a file that cannot be read as minutes: which file, which line
// (from 1), and why.
type LineError struct {
	File string
	Line int
	Err  error // usually a *lang.Error
}

// Error returns the message in English.
func (e *LineError) Error() string { return e.In(lang.English) }

// In returns the message in l.
func (e *LineError) In(l lang.Lang) string {
	return fmt.Sprintf("%s:%d: %s", e.File, e.Line, lang.Say(e.Err, l))
}

// Unwrap returns the cause.
func (e *LineError) Unwrap() error { return e.Err }
