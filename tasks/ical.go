package tasks

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Calendar says how tasks look in a calendar program, each as a VTODO of
// iCalendar (RFC 5545).
//
// The format is written here and not by a library: those there are fill tables
// or compile patterns when a program starts, which every `telko tasks` would
// pay for. One of them reads and checks what this writes in the tests.
type Calendar struct {
	Name     string              // that programs show: "IT: Aufgaben"
	Domain   string              // makes ids unique in the world: the workspace's id
	Text     func(string) string // a task's text as it is shown; nil leaves Markdown as it is
	Describe func(*Task) string  // what else there is to say, over several lines; may be nil
}

// Append appends the calendar of ts to b. The same tasks give the same bytes:
// the stamps are those of the events, not of the clock, so that a feed changes
// only when a task does.
func (c Calendar) Append(b []byte, ts []Task) []byte {
	b = appendProperty(b, "BEGIN", "VCALENDAR")
	b = appendProperty(b, "VERSION", "2.0")
	b = appendProperty(b, "PRODID", "-//telko//telko tasks//EN")
	b = appendProperty(b, "CALSCALE", "GREGORIAN")
	b = appendProperty(b, "X-WR-CALNAME", escapeText(c.Name))
	b = appendProperty(b, "REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
	b = appendProperty(b, "X-PUBLISHED-TTL", "PT1H")
	for i := range ts {
		b = c.appendToDo(b, &ts[i])
	}
	return appendProperty(b, "END", "VCALENDAR")
}

func (c Calendar) appendToDo(b []byte, t *Task) []byte {
	if t.ID == "" {
		return b // it cannot be known again
	}
	text := t.Text
	if c.Text != nil {
		text = c.Text(text)
	}
	stamp := stampOf(t)
	b = appendProperty(b, "BEGIN", "VTODO")
	b = appendProperty(b, "UID", escapeText(string(t.ID)+"@"+c.Domain+".telko"))
	b = appendProperty(b, "DTSTAMP", stamp)
	b = appendProperty(b, "LAST-MODIFIED", stamp)
	b = appendProperty(b, "SEQUENCE", strconv.Itoa(max(len(t.History)-1, 0)))
	b = appendProperty(b, "SUMMARY", escapeText(text))
	if !t.Due.IsZero() {
		b = appendProperty(b, "DUE;VALUE=DATE", strings.ReplaceAll(t.Due.String(), "-", ""))
	}
	b = appendProperty(b, "STATUS", statusOf(t.State))
	if t.State == Done {
		b = appendProperty(b, "PERCENT-COMPLETE", "100")
		if at := doneAt(t); !at.IsZero() {
			b = appendProperty(b, "COMPLETED", utcStamp(at))
		}
	}
	if t.Topic != "" {
		b = appendProperty(b, "CATEGORIES", escapeText(t.Topic))
	}
	if c.Describe != nil {
		if more := c.Describe(t); more != "" {
			b = appendProperty(b, "DESCRIPTION", escapeText(more))
		}
	}
	return appendProperty(b, "END", "VTODO")
}

// stampOf returns when t last changed: by its newest event, else by the day of
// its meeting.
func stampOf(t *Task) string {
	if last := t.newest(); last != nil {
		return utcStamp(last.At)
	}
	day := t.MeetingDate
	if day.IsZero() {
		day = t.ID.Day()
	}
	return strings.ReplaceAll(day.String(), "-", "") + "T000000Z"
}

func utcStamp(t time.Time) string { return t.UTC().Format("20060102T150405Z") }

// doneAt returns when t was last ticked off, the zero time if the minutes did it.
func doneAt(t *Task) time.Time {
	for i := len(t.History) - 1; i >= 0; i-- {
		if t.History[i].Verb == DoneV {
			return t.History[i].At
		}
	}
	return time.Time{}
}

// statusOf returns the status that calendars have for s. None waits: it is
// being worked on.
func statusOf(s State) string {
	switch s {
	case Done:
		return "COMPLETED"
	case Dropped:
		return "CANCELLED"
	case Waiting:
		return "IN-PROCESS"
	}
	return "NEEDS-ACTION"
}

// escapeText writes s as a value of text: no character in it ends the value or
// the line.
func escapeText(s string) string {
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(s, "�") {
		switch {
		case r == '\\' || r == ';' || r == ',':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r < ' ' && r != '\t' || r == 0x7f:
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// appendProperty writes one property, broken into lines of at most 75 bytes
// between characters, each further one with a blank before it.
func appendProperty(b []byte, name, value string) []byte {
	line := name + ":" + value
	for room := 75; len(line) > room; room = 74 {
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		b = append(append(b, line[:cut]...), "\r\n "...)
		line = line[cut:]
	}
	return append(append(b, line...), "\r\n"...)
}
