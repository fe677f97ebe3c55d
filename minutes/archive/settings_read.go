package archive

import (
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"

	"telko/minutes/lang"
	"telko/tasks/when"
)

// SettingsFile is the name of the settings in a workspace's folder; the folder
// that holds it is the workspace.
const SettingsFile = "telko.toml"

type settingsTOML struct {
	ID       string                `toml:"id"`
	Team     string                `toml:"team"`
	Language string                `toml:"language"`
	TimeZone string                `toml:"timezone"`
	DueDays  int                   `toml:"due-days"`
	Series   map[string]seriesTOML `toml:"series"`
	Wiki     wikiTOML              `toml:"wiki"`
}

type seriesTOML struct {
	Title    string `toml:"title"`
	Page     string `toml:"page"`
	Place    string `toml:"place"`
	Weekday  string `toml:"weekday"`
	Time     string `toml:"time"`
	IDPrefix string `toml:"id-prefix"`
	Quorum   int    `toml:"quorum"`
}

type wikiTOML struct {
	API         string   `toml:"api"`
	IndexPage   string   `toml:"index-page"`
	TasksPage   string   `toml:"tasks-page"`
	MotionsPage string   `toml:"motions-page"`
	LogPage     string   `toml:"log-page"`
	Names       string   `toml:"names"`
	Categories  []string `toml:"categories"`
	Writes      string   `toml:"writes"`
}

// ReadSettings reads a telko.toml over the defaults. Name is for messages.
func ReadSettings(name string, src []byte) (Settings, error) {
	def := DefaultSettings()
	raw := settingsTOML{Language: def.Lang.Code(), TimeZone: def.TimeZone, DueDays: def.DueDays, Wiki: wikiTOML{Names: "full"}}
	d, err := readTOML(name, src, &raw)
	if err != nil {
		return Settings{}, err
	}
	s, path, bad := settingsFrom(raw, d)
	if bad != nil {
		return Settings{}, d.fail(path, bad)
	}
	return s, nil
}

// settingsFrom checks every value; the first bad one is returned with its path.
func settingsFrom(raw settingsTOML, d *document) (s Settings, path string, err *lang.Error) {
	s = Settings{ID: raw.ID, Team: raw.Team, TimeZone: raw.TimeZone, DueDays: raw.DueDays}
	if raw.ID == "" {
		return s, "id", lang.E(lang.ArchiveMissing, "id").Hint(lang.ArchiveKeyForm)
	}
	if !isKey(raw.ID) {
		return s, "id", lang.E(lang.ArchiveBadID, raw.ID).Hint(lang.ArchiveKeyForm)
	}
	if !oneLine(raw.Team) {
		return s, "team", lang.E(lang.ArchiveOneLine, "team")
	}
	l, ok := lang.Parse(raw.Language)
	if !ok {
		return s, "language", lang.E(lang.ArchiveBadChoice, "language", raw.Language, "de, en")
	}
	s.Lang = l
	if _, err := loadZone(raw.TimeZone); err != nil {
		return s, "timezone", lang.E(lang.ArchiveBadZone, raw.TimeZone).Hint(lang.ArchiveZoneForm)
	}
	if raw.DueDays < 0 || raw.DueDays > 366 {
		return s, "due-days", lang.E(lang.ArchiveBadRange, "due-days", raw.DueDays, 0, 366)
	}
	for _, key := range d.under["series"] {
		v, path, err := seriesFrom(key, raw.Series[key])
		if err != nil {
			return s, path, err
		}
		s.Series = append(s.Series, v)
	}
	if path, err := distinctPrefixes(s.Series); err != nil {
		return s, path, err
	}
	s.Wiki, path, err = wikiFrom(raw.Wiki)
	return s, path, err
}

func seriesFrom(key string, raw seriesTOML) (s Series, path string, err *lang.Error) {
	at := "series." + key
	s = Series{Key: key, Title: raw.Title, Page: raw.Page, Place: raw.Place, IDPrefix: raw.IDPrefix, Quorum: raw.Quorum}
	if !isKey(key) {
		return s, at, lang.E(lang.ArchiveBadID, key).Hint(lang.ArchiveKeyForm)
	}
	for _, f := range [][2]string{{"title", raw.Title}, {"place", raw.Place}} {
		if !oneLine(f[1]) {
			return s, at + "." + f[0], lang.E(lang.ArchiveOneLine, f[0])
		}
	}
	if raw.Page != "" && (!isTitle(raw.Page, "{date}") || !strings.Contains(raw.Page, "{date}")) {
		return s, at + ".page", lang.E(lang.ArchiveBadPattern, raw.Page).Hint(lang.ArchivePatternForm)
	}
	if raw.Weekday != "" {
		day, ok := weekday(raw.Weekday)
		if !ok {
			return s, at + ".weekday", lang.E(lang.ArchiveBadChoice, "weekday", raw.Weekday, "Monday … Sunday, Montag … Sonntag")
		}
		s.Weekday, s.Regular = day, true
	}
	if raw.Time != "" {
		c, ok := clock(raw.Time)
		if !ok {
			return s, at + ".time", lang.E(lang.ArchiveBadClock, raw.Time)
		}
		s.Time = c
	}
	if raw.IDPrefix != "" && !isPrefix(raw.IDPrefix) {
		return s, at + ".id-prefix", lang.E(lang.ArchiveBadPrefix, raw.IDPrefix)
	}
	if raw.Quorum < 0 || raw.Quorum > 10000 {
		return s, at + ".quorum", lang.E(lang.ArchiveBadRange, "quorum", raw.Quorum, 0, 10000)
	}
	return s, "", nil
}

// distinctPrefixes holds the ids of two series apart.
func distinctPrefixes(all []Series) (path string, err *lang.Error) {
	owner := map[string]string{}
	for _, s := range all {
		prefix := strings.ToUpper(s.IDPrefix)
		if other, taken := owner[prefix]; taken {
			return "series." + s.Key + ".id-prefix", lang.E(lang.ArchivePrefixTaken, other, s.Key).Hint(lang.ArchivePrefixHint)
		}
		owner[prefix] = s.Key
	}
	return "", nil
}

func wikiFrom(raw wikiTOML) (w WikiSettings, path string, err *lang.Error) {
	w = WikiSettings{
		API: raw.API, IndexPage: raw.IndexPage, TasksPage: raw.TasksPage,
		MotionsPage: raw.MotionsPage, LogPage: raw.LogPage, Categories: raw.Categories,
	}
	if raw.API != "" && !isAPI(raw.API) {
		return w, "wiki.api", lang.E(lang.ArchiveBadAPI, raw.API).Hint(lang.ArchiveAPIForm)
	}
	seen := map[string]string{}
	for _, f := range [][2]string{
		{"index-page", raw.IndexPage},
		{"tasks-page", raw.TasksPage},
		{"motions-page", raw.MotionsPage},
		{"log-page", raw.LogPage},
	} {
		if f[1] == "" {
			continue
		}
		if !isTitle(f[1], "") {
			return w, "wiki." + f[0], lang.E(lang.ArchiveBadTitle, f[1])
		}
		if other, taken := seen[f[1]]; taken {
			return w, "wiki." + f[0], lang.E(lang.ArchiveSamePage, f[0], other, f[1])
		}
		seen[f[1]] = f[0]
	}
	switch raw.Names {
	case "full":
	case "nick":
		w.NamesAsNick = true
	default:
		return w, "wiki.names", lang.E(lang.ArchiveBadChoice, "names", raw.Names, "full, nick")
	}
	switch raw.Writes {
	case "", "all":
	case "log":
		w.LogOnly = true
	default:
		return w, "wiki.writes", lang.E(lang.ArchiveBadChoice, "writes", raw.Writes, "all, log")
	}
	for _, c := range raw.Categories {
		if !isTitle(c, "") {
			return w, "wiki.categories", lang.E(lang.ArchiveBadTitle, c)
		}
	}
	return w, "", nil
}

// loadZone reads an IANA zone. "" and "Local" would mean another zone on
// another machine, and are none.
func loadZone(name string) (*time.Location, error) {
	if name == "" || name == "Local" {
		return nil, strconv.ErrSyntax
	}
	if z, ok := zones.Load(name); ok {
		return z.(*time.Location), nil
	}
	z, err := time.LoadLocation(name)
	if err == nil {
		zones.Store(name, z)
	}
	return z, err
}

// zones are read from disk once.
var zones sync.Map

// isKey reports whether s can be part of a file name: [a-z0-9-], at most 64,
// no dash at either end.
func isKey(s string) bool {
	if s == "" || len(s) > 64 || s[0] == '-' || s[len(s)-1] == '-' {
		return false
	}
	for _, c := range []byte(s) {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return true
}

// isPrefix reports whether s can stand before the date of an id.
func isPrefix(s string) bool {
	if len(s) > 16 || s[0] >= '0' && s[0] <= '9' || s == "M" {
		return false
	}
	for _, c := range []byte(s) {
		if (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

func oneLine(s string) bool {
	return !strings.ContainsFunc(s, unicode.IsControl)
}

// isTitle reports whether s, without the placeholder, can be a page's title.
func isTitle(s, placeholder string) bool {
	if placeholder != "" {
		s = strings.ReplaceAll(s, placeholder, "0")
	}
	return s != "" && len(s) <= 240 && oneLine(s) && !strings.ContainsAny(s, "#<>[]|{}") && strings.TrimSpace(s) == s
}

// isAPI reports whether s is an address without account, query and fragment.
func isAPI(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" &&
		u.User == nil && u.RawQuery == "" && u.Fragment == "" && !strings.ContainsAny(s, "?#@ ")
}

func clock(s string) (when.Clock, bool) {
	t, err := time.Parse("15:04", s)
	if err != nil {
		return 0, false
	}
	return when.ClockAt(t.Hour(), t.Minute()), true
}

// weekday reads the name of a day of the week in English or German.
func weekday(name string) (day time.Weekday, ok bool) {
	switch strings.ToLower(name) {
	case "sunday", "sonntag":
		return time.Sunday, true
	case "monday", "montag":
		return time.Monday, true
	case "tuesday", "dienstag":
		return time.Tuesday, true
	case "wednesday", "mittwoch":
		return time.Wednesday, true
	case "thursday", "donnerstag":
		return time.Thursday, true
	case "friday", "freitag":
		return time.Friday, true
	case "saturday", "samstag", "sonnabend":
		return time.Saturday, true
	}
	return 0, false
}
