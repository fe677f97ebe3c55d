package imports

import (
	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks/when"
)

// Options is what the caller knows of a page beside its text. The zero value
// works for a page that names its own date.
type Options struct {
	Title    string    // title of the wiki page, "" if not known
	FileName string    // name of the file it lay in, "" if none: 2010-01-07_Technik-Telko.wiki
	Date     when.Date // the meeting's day, if the user said it; it wins over the page
	SeriesOf string    // key of the series, if the user said it; it wins over the title
	Series   []SeriesHint
	People   *minutes.People // the roster; those on the page are known without it
	DueDays  int             // copied into the file; 0 leaves the line out
	TimeZone string          // copied into the file; "" leaves the line out
	Lang     lang.Lang
}

// SeriesHint is what telko.toml says of a series.
type SeriesHint struct {
	Key   string // technik-telko
	Title string // IT-Telko
	Page  string // IT/Protokolle/{date} - Technik-Telko
}

// Result is an imported page.
type Result struct {
	Source   []byte    // the Markdown file, its ids not yet minted
	ID       string    // the base name it should get: 2010-01-07-technik-telko
	Series   string    // key of the series, "" if none matched
	Page     string    // title of the wiki page, "" if not known
	Date     when.Date // of the meeting
	Warnings []Warning // what the reader was not sure of, in order of the page
}

// Warning is something the reader was not sure of. What it is about stands in
// the file as written.
type Warning struct {
	Line int // in the page, from 1; 0 if it is about the whole page
	Text lang.Text
	Args []any
}

// In returns the warning in l, without its line.
func (w Warning) In(l lang.Lang) string { return w.Text.In(l, w.Args...) }
