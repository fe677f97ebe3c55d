package minutes

import (
	"strconv"
	"strings"

	"telko/minutes/lang"
)

// Compose writes a whole file of minutes in l: the front matter, title,
// attendance and absence of m, then the sections of body in their order. A
// section of a motion is written from its Motion, any other from its Title and
// Body; body holds no sections of attendance.
//
// The result is what Format leaves alone, and Parse reads m back out of it if
// body says what m does.
func Compose(m Meeting, body []Section, l lang.Lang) []byte {
	var b strings.Builder
	b.WriteString("---\n")
	for _, kv := range frontMatter(&m) {
		b.WriteString(kv[0] + ": " + kv[1] + "\n")
	}
	b.WriteString("---\n")
	if m.Title != "" {
		b.WriteString("\n# " + oneLine(m.Title) + "\n")
	}
	if len(m.Present) > 0 {
		b.WriteString("\n## " + lang.HeadPresent.Write(l) + "\n\n")
		for i := range m.Present {
			b.WriteString("- " + FormatAttendance(m.Present[i], l) + "\n")
		}
	}
	if len(m.Absent) > 0 {
		b.WriteString("\n## " + lang.HeadAbsent.Write(l) + "\n\n")
		b.WriteString(formatAbsence(m.Absent, l))
	}
	for i := range body {
		writeSection(&b, &body[i], l)
	}
	return []byte(b.String())
}

// frontMatter returns the keys and values that say what m is, in their order,
// that of keyOrder. A key without a value is left out.
func frontMatter(m *Meeting) [][2]string {
	due := ""
	if m.DueDays > 0 {
		due = strconv.Itoa(m.DueDays)
	}
	idDay := ""
	if m.IDDay != m.Date {
		idDay = m.IDDay.String()
	}
	all := [][2]string{
		{"series", m.Series},
		{"date", m.Date.String()},
		{"start", FormatStart(m.Start, m.Date)},
		{"end", m.End.Clock.String()},
		{"place", m.Place},
		{"keeper", m.Keeper},
		{"status", string(m.Status)},
		{"page", m.Page},
		{"due-days", due},
		{"timezone", m.TimeZone},
		{"imported", m.Imported},
		{"id-day", idDay},
	}
	out := all[:0]
	for _, kv := range all {
		if kv[1] = oneLine(kv[1]); kv[1] != "" {
			out = append(out, kv)
		}
	}
	return out
}

// oneLine folds white space, so that a value can open no line of its own.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func writeSection(b *strings.Builder, s *Section, l lang.Lang) {
	if s.Motion != nil {
		level := s.Level
		if level == 0 {
			level = s.Motion.Level
		}
		b.WriteString("\n" + ComposeMotion(*s.Motion, max(level, 2), l))
		return
	}
	if s.Level > 0 {
		b.WriteString("\n" + strings.Repeat("#", min(s.Level, 6)) + " " + oneLine(s.Title) + "\n")
	}
	if body := strings.Trim(s.Body, "\n"); body != "" {
		b.WriteString("\n" + body + "\n")
	}
}

// FormatAttendance returns a as it stands in the list of those present, without
// list mark: "Jan Simons (jamasi) (Gast) (22:20–23:10, ab 23:40)".
func FormatAttendance(a Attendance, l lang.Lang) string {
	s := personName(a.Name, a.Nick)
	if a.Guest {
		s += " (" + lang.WriteGuest.In(l) + ")"
	}
	var spans []string
	for _, iv := range a.Intervals {
		if span := formatInterval(iv, l); span != "" {
			spans = append(spans, span)
		}
	}
	if len(spans) > 0 {
		s += " (" + strings.Join(spans, ", ") + ")"
	}
	if a.Note != "" {
		s += " " + a.Note
	}
	return s
}

func formatInterval(iv Interval, l lang.Lang) string {
	switch {
	case iv.From.IsZero() && iv.Until.IsZero():
		return ""
	case iv.Until.IsZero():
		return lang.WriteFrom.In(l, iv.From)
	case iv.From.IsZero():
		return lang.WriteUntil.In(l, iv.Until)
	}
	return iv.From.String() + "–" + iv.Until.String()
}

// personName returns "Name (nick)", or the one that is known.
func personName(name, nick string) string {
	switch {
	case name == "":
		return nick
	case nick == "":
		return name
	}
	return name + " (" + nick + ")"
}

// formatAbsence returns the list of those absent, one line for each kind of
// excuse, in the order in which the kinds first occur.
func formatAbsence(absent []Absence, l lang.Lang) string {
	var order []Excuse
	names := map[Excuse][]string{}
	for _, a := range absent {
		if _, ok := names[a.Excuse]; !ok {
			order = append(order, a.Excuse)
		}
		names[a.Excuse] = append(names[a.Excuse], personName(a.Name, a.Nick))
	}
	var b strings.Builder
	for _, e := range order {
		b.WriteString("- ")
		switch e {
		case Excused:
			b.WriteString(lang.LabelExcused.Write(l) + ": ")
		case Unexcused:
			b.WriteString(lang.LabelUnexcused.Write(l) + ": ")
		}
		b.WriteString(strings.Join(names[e], ", ") + "\n")
	}
	return b.String()
}
