package archive

import (
	"strings"
	"time"

	"telko/minutes/lang"
	"telko/tasks/when"
)

// Settings is what telko.toml says.
type Settings struct {
	ID       string    // names the workspace in the user's state folder: [a-z0-9-]
	Team     string    // "IT"
	Lang     lang.Lang // of minutes and screen
	TimeZone string    // IANA name
	DueDays  int       // days until a task without a date is due
	Series   []Series  // in the order of the file
	Wiki     WikiSettings
}

// Series is a telco that comes again and again.
type Series struct {
	Key      string // part of file names: [a-z0-9-]
	Title    string
	Page     string // title pattern of the wiki page; {date} stands for YYYY-MM-DD
	Place    string
	Weekday  time.Weekday
	Regular  bool // Weekday is set
	Time     when.Clock
	IDPrefix string // "" on at most one of several series
	Quorum   int    // how many members have to be there for a vote; 0 if nobody counts
}

// WikiSettings says where on the wiki things go. It holds no account: those
// are in the user's own configuration, bound to API.
type WikiSettings struct {
	API         string // address of api.php; "" if the team has no wiki
	IndexPage   string
	TasksPage   string
	MotionsPage string
	LogPage     string
	// LogOnly says that this workspace writes the log on the wiki, and no page.
	LogOnly     bool
	NamesAsNick bool // names = "nick"
	Categories  []string
}

// DefaultSettings returns what holds where telko.toml says nothing.
func DefaultSettings() Settings {
	return Settings{Lang: lang.German, TimeZone: "Europe/Berlin", DueDays: 7}
}

// SeriesOf returns the series with the key.
func (s *Settings) SeriesOf(key string) (Series, bool) {
	for _, v := range s.Series {
		if v.Key == key {
			return v, true
		}
	}
	return Series{}, false
}

// PageTitle returns the title of the wiki page that the series' pattern gives
// a meeting of day d, "" if there is no such series.
func (s *Settings) PageTitle(series string, d when.Date) string {
	v, ok := s.SeriesOf(series)
	if !ok {
		return ""
	}
	return strings.ReplaceAll(v.Page, "{date}", d.String())
}

// PagePrefix returns what the titles of the series' pages begin with, "" if the
// pattern does not say.
func (v Series) PagePrefix() string {
	before, _, ok := strings.Cut(v.Page, "{date}")
	if !ok {
		return ""
	}
	return before
}

// Quorum returns how many members have to be there for a vote in the series, 0
// if nobody counts.
func (s *Settings) Quorum(series string) int {
	v, _ := s.SeriesOf(series)
	return v.Quorum
}

// IDPrefix returns the prefix of ids of the series, "" if it has none.
func (s *Settings) IDPrefix(series string) string {
	v, _ := s.SeriesOf(series)
	return v.IDPrefix
}

// State returns the folder below the user's state folder (telko's own, such
// as $XDG_STATE_HOME/telko) that belongs to this workspace.
func (s *Settings) State(stateDir string) string { return stateDir + "/" + s.ID }
