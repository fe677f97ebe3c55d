package tasks

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"telko/tasks/when"
)

// WriteCSV writes ts as comma-separated values (RFC 4180) with a line of names
// first: id, state, due, overdue, assignees, text, meeting, topic, series,
// extended. Dates are ISO, overdue is yes or empty, assignees are parted by
// commas. A spreadsheet takes what begins with = + - or @ for a formula: such a
// text gets an apostrophe before it, as a person would type it there.
func WriteCSV(w io.Writer, ts []Task, today when.Date) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	_ = out.Write([]string{"id", "state", "due", "overdue", "assignees", "text", "meeting", "topic", "series", "extended"})
	for i := range ts {
		t := &ts[i]
		late := ""
		if t.Overdue(today) {
			late = "yes"
		}
		who := make([]string, len(t.Assignees))
		for k, a := range t.Assignees {
			who[k] = a.String()
		}
		_ = out.Write([]string{
			string(t.ID), string(t.State), t.Due.String(), late, noFormula(strings.Join(who, ",")), noFormula(t.Text),
			t.Meeting, noFormula(t.Topic), t.Series, strconv.Itoa(t.Extended),
		})
	}
	out.Flush()
	return out.Error()
}

func noFormula(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}
