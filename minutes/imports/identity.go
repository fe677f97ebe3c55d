package imports

import (
	"cmp"
	"path"
	"strconv"
	"strings"
	gotime "time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"telko/minutes/lang"
	"telko/tasks/when"
)

// identity is what names a meeting.
type identity struct {
	date   when.Date
	series string
	page   string
	id     string
}

var (
	isoDate    = lazily(`(?:^|[^0-9])(\d{4})[-_.](\d{1,2})[-_.](\d{1,2})(?:[^0-9]|$)`)
	germanDate = lazily(`(?:^|[^0-9.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:[^0-9.]|\.[^0-9]|\.?$)`)
	namedDate  = lazily(`(?i)(?:^|[^0-9])(\d{1,2})(?:\.|st|nd|rd|th)?\s+(?:of\s+)?(\pL{3,9})\.?,?\s+(\d{4})(?:[^0-9]|$)`)
	monthFirst = lazily(`(?i)(?:^|\PL)(\pL{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:[^0-9]|$)`)
	compact    = lazily(`(?:^|[^0-9])((?:19|20)\d{2})(\d{2})(\d{2})(?:[^0-9]|$)`)
)

// dateIn returns the first full date in a text, and where it stands. A date
// without a year is none: nobody can say which it was.
func dateIn(s string) (d when.Date, at [2]int, ok bool) {
	at = [2]int{len(s), len(s)}
	if !strings.ContainsAny(s, "0123456789") {
		return d, at, false
	}
	take := func(re *pattern, y, m, day int) {
		for _, g := range re.FindAllStringSubmatchIndex(s, -1) {
			part := func(i int) string { return s[g[2*i]:g[2*i+1]] }
			c, good := realDate(part(y), part(m), part(day))
			start, end := min(g[2], g[4], g[6]), max(g[3], g[5], g[7])
			if good && start < at[0] {
				d, at, ok = c, [2]int{start, end}, true
			}
			if good {
				return
			}
		}
	}
	take(isoDate, 1, 2, 3)
	take(germanDate, 3, 2, 1)
	take(namedDate, 3, 2, 1)
	take(monthFirst, 3, 1, 2)
	take(compact, 1, 2, 3)
	return d, at, ok
}

// realDate reads a day that a calendar has; the month is a number or a name.
func realDate(y, m, d string) (when.Date, bool) {
	if _, err := strconv.Atoi(m); err != nil {
		c, err := when.Read(d+". "+m+" "+y, when.Day(2000, 1, 1))
		return c, err == nil
	}
	year, _ := strconv.Atoi(y)
	month, _ := strconv.Atoi(m)
	day, _ := strconv.Atoi(d)
	if year < 1900 || month < 1 || month > 12 || day < 1 || day > 31 {
		return when.Date{}, false
	}
	c := when.Day(year, gotime.Month(month), day)
	return c, c.Day == day
}

// stem returns a file's name without folder and ending.
func stem(name string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	if name == "." || name == "/" {
		return ""
	}
	return strings.TrimSuffix(name, path.Ext(name))
}

// matchPage reports whether a page's title is what a series' pattern gives for
// some day. On a wiki "_" and a blank are one.
func matchPage(pattern, title string) (when.Date, bool) {
	before, after, ok := strings.Cut(wikiTitle(pattern), "{date}")
	title = wikiTitle(title)
	if !ok || !strings.HasPrefix(title, before) || !strings.HasSuffix(title, after) || len(title) < len(before)+len(after) {
		return when.Date{}, false
	}
	d, err := when.ParseISO(title[len(before) : len(title)-len(after)])
	return d, err == nil
}

func wikiTitle(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(norm.NFC.String(s), "_", " ")), " ")
}

// seriesOf returns the series that a page's title, or a file's name, belongs
// to. A file's name is compared with what the pattern gives without its folder.
func seriesOf(series []SeriesHint, title, file string) (SeriesHint, bool) {
	for _, s := range series {
		if _, ok := matchPage(s.Page, title); ok && title != "" {
			return s, true
		}
	}
	for _, name := range []string{lastPart(title), file} {
		_, at, ok := dateIn(name)
		if !ok {
			continue
		}
		rest := Slug(name[:at[0]] + " " + name[at[1]:])
		for _, s := range series {
			pattern := Slug(strings.ReplaceAll(lastPart(s.Page), "{date}", " "))
			if rest != "" && (rest == Slug(s.Key) || rest == Slug(s.Title) || rest == pattern) {
				return s, true
			}
		}
	}
	return SeriesHint{}, false
}

// lastPart returns what stands behind the last slash of a page's title.
func lastPart(title string) string { return title[strings.LastIndexByte(title, '/')+1:] }

// Slug returns s in the letters that file names of a workspace have: [a-z0-9-].
func Slug(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(norm.NFC.String(s)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case r == 'ä':
			b.WriteString("ae")
		case r == 'ö':
			b.WriteString("oe")
		case r == 'ü':
			b.WriteString("ue")
		case r == 'ß':
			b.WriteString("ss")
		case unicode.IsLetter(r) && base(r) != 0:
			b.WriteByte(base(r))
		default:
			b.WriteByte('-')
		}
	}
	parts := strings.FieldsFunc(b.String(), func(r rune) bool { return r == '-' })
	return strings.Join(parts, "-")
}

// base returns the ASCII letter that r is with an accent, 0 if it is none.
func base(r rune) byte {
	d := norm.NFD.String(string(r))
	if c := d[0]; c >= 'a' && c <= 'z' {
		return c
	}
	return 0
}

// identify finds out which meeting a page is of. What the user said wins, then
// the page's title, then the file's name, then the page itself, whose date is
// given.
func identify(o Options, p page, title string, inside when.Date) (identity, []Warning, error) {
	var id identity
	file := stem(o.FileName)
	id.page = cmp.Or(o.Title, p.title)
	s, known, err := pickSeries(o, id.page, file)
	if err != nil {
		return id, nil, err
	}
	for _, c := range []string{id.page, file, title} {
		if d, _, ok := dateIn(c); ok && id.date.IsZero() {
			id.date = d
		}
	}
	if !o.Date.IsZero() {
		id.date = o.Date
	} else if id.date.IsZero() {
		id.date = inside
	}
	if id.date.IsZero() {
		return id, nil, lang.E(lang.ImportNoDate).Hint(lang.HintNoDate)
	}
	if known {
		id.series = s.Key
		if id.page == "" && strings.Contains(s.Page, "{date}") {
			id.page = strings.ReplaceAll(s.Page, "{date}", id.date.String())
		}
		id.id = id.date.String() + "-" + Slug(s.Key)
		return id, nil, nil
	}
	name := ""
	for _, c := range []string{lastPart(id.page), file, title} {
		if name == "" && c != "" {
			if _, at, ok := dateIn(c); ok {
				c = c[:at[0]] + " " + c[at[1]:]
			}
			name = Slug(c)
		}
	}
	if name == "" {
		return id, nil, lang.E(lang.ImportNoName).Hint(lang.HintNoName)
	}
	id.id = id.date.String() + "-" + name
	return id, []Warning{{Text: lang.WarnNoSeries}}, nil
}

// pickSeries returns the series the user named, else the one that title or
// file name belong to.
func pickSeries(o Options, title, file string) (SeriesHint, bool, error) {
	if o.SeriesOf == "" {
		s, ok := seriesOf(o.Series, title, file)
		return s, ok, nil
	}
	var keys []string
	for _, s := range o.Series {
		if s.Key == o.SeriesOf {
			return s, true, nil
		}
		keys = append(keys, s.Key)
	}
	err := lang.E(lang.ImportNoSeries, o.SeriesOf)
	if len(keys) == 0 {
		return SeriesHint{}, false, err.Hint(lang.HintNoSeriesYet)
	}
	return SeriesHint{}, false, err.Hint(lang.HintNoSeries, strings.Join(keys, ", "))
}
