package imports

import (
	"cmp"
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks/when"
)

var frontLine = lazily(`^([\pL][\pL\d_-]*)\s*:(?:\s+(.*))?$`)

// cutFront cuts front matter off a source: lines between two that hold "---".
// Only "key: value" lines make one; offset is how many lines were cut.
func cutFront(src string) (keys []key, rest string, whole string, offset int, err error) {
	first, after, ok := strings.Cut(src, "\n")
	if !ok || strings.TrimRight(first, " \t") != "---" {
		return nil, src, "", 0, nil
	}
	lines := strings.Split(after, "\n")
	if !frontLine.MatchString(strings.TrimRight(lines[0], " \t")) {
		return nil, src, "", 0, nil
	}
	for n, line := range lines {
		line = strings.TrimRight(line, " \t")
		if line == "---" || line == "..." {
			return keys, strings.Join(lines[n+1:], "\n"), strings.Join(lines[:n], "\n"), n + 2, nil
		}
		if m := frontLine.FindStringSubmatch(line); m != nil {
			keys = append(keys, key{m[1], strings.TrimSpace(m[2])})
		} else {
			keys = append(keys, key{"", line})
		}
	}
	return nil, "", "", 0, lang.E(lang.ImportFrontBroke).Hint(lang.HintFrontBroke)
}

// own reports whether front matter is that of a file of telko's.
func own(keys []key) bool {
	has := map[string]bool{}
	for _, k := range keys {
		has[k.name] = true
	}
	return has["date"] && has["status"]
}

// takeFront reads what front matter says of the meeting. Keys that telko does
// not know are kept; if a line cannot be kept as it is, the whole stays in the
// text as a block of code.
func (r *reader) takeFront(keys []key, whole string) (kept []key) {
	for _, k := range keys {
		ok := true
		value := strings.Trim(k.value, `"'`)
		switch strings.ToLower(k.name) {
		case "title", "titel":
			if ok = r.lead.title == "" || plain(r.lead.title) == value; ok {
				r.lead.title = cmp.Or(r.lead.title, escape(value))
			}
		case "date", "datum":
			var d when.Date
			if d, _, ok = dateIn(value); ok {
				ok = d.String() == value && (r.o.Date.IsZero() || r.o.Date == d)
			}
			if ok {
				r.o.Date = d
			}
		case "start", "beginn":
			r.front.start, ok = readTime(value)
			ok = ok && r.front.start.String() == value
		case "end", "ende":
			r.front.end, ok = readTime(value)
			ok = ok && r.front.end.String() == value
		case "place", "ort":
			r.front.place = value
		case "", "series", "status", "page", "due-days", "timezone", "imported":
			ok = false
		default:
			if ok = k.value != "" && !strings.ContainsAny(k.value[:1], "[{|>&*!"); ok {
				kept = append(kept, k)
			}
		}
		if !ok {
			r.front = lead{}
			r.in = append([]block{{kind: raw, text: fence(whole, "yaml"), line: 2}}, r.in...)
			return nil
		}
	}
	return kept
}

// preferFront lets what front matter says win over what was read of the text.
func (r *reader) preferFront() {
	if !r.front.start.IsZero() {
		r.lead.start = r.front.start
	}
	if !r.front.end.IsZero() {
		r.lead.end = r.front.end
	}
	r.lead.place = cmp.Or(r.front.place, r.lead.place)
}

// fence returns text as a block of code.
func fence(text, language string) string {
	mark := "```"
	for strings.Contains(text, mark) {
		mark += "`"
	}
	return mark + language + "\n" + text + "\n" + mark
}

// addKeys adds lines to the front matter of a composed file.
func addKeys(src []byte, keys []key) []byte {
	if len(keys) == 0 {
		return src
	}
	head, body, _ := strings.Cut(string(src[4:]), "---\n")
	for _, k := range keys {
		head += k.name + ": " + k.value + "\n"
	}
	return []byte("---\n" + head + "---\n" + body)
}

var meetingName = lazily(`^\d{4}-\d{2}-\d{2}(?:-[a-z0-9]+)+$`)

// asIs returns a file of telko's own as it is.
func asIs(src []byte, o Options) (Result, error) {
	name := cmp.Or(o.FileName, "minutes.md")
	f, err := minutes.Parse(name, src, minutes.Context{People: o.People, Lang: o.Lang, DueDays: o.DueDays, TimeZone: o.TimeZone})
	if err != nil {
		return Result{}, err
	}
	m := f.Meeting
	res := Result{Source: src, ID: stem(o.FileName), Series: m.Series, Page: m.Page, Date: m.Date}
	if !meetingName.MatchString(res.ID) {
		name := cmp.Or(m.Series, lastPart(m.Page), m.Title)
		if _, at, ok := dateIn(name); ok {
			name = name[:at[0]] + " " + name[at[1]:]
		}
		res.ID = m.Date.String() + "-" + cmp.Or(Slug(name), "telko")
	}
	return res, nil
}
