package tasks

import (
	"time"

	"telko/tasks/when"
)

// AddEvent returns the event that mints id for a task of a meeting. At is the
// instant of the meeting's start, midnight of its day if that is not known: so
// two machines that import one page write one line.
func AddEvent(id ID, text string, at time.Time) Event {
	return Event{At: at, By: "telko", ID: id, Verb: Add, Digest: Digest(text)}
}

// NewTask returns the event that adds t between meetings: its ID, Text, Due and
// Assignees. At is now.
func NewTask(t Task, by string, at time.Time) Event {
	return Event{
		At: at, By: by, ID: t.ID, Verb: Add, Digest: Digest(t.Text),
		Due: t.Due, Assignees: t.Assignees, Text: oneLine(t.Text), Private: t.Private,
	}
}

// Mint returns an id for each of texts, the lines of one meeting's file that
// have none yet, in their order. Used are the ids that stand in the file, and
// in the files of other meetings of that day and prefix.
//
// A text that the log has seen that day, under an id that no line bears, gets
// that id again: the same page, imported elsewhere, gives the same bytes. The
// others number on from the highest number of file and log, so that no number
// is ever used again.
func Mint(texts []string, day when.Date, prefix string, used []ID, log []Event) []ID {
	if len(texts) == 0 {
		return nil
	}
	top := 0
	taken := make(map[ID]bool, len(used))
	for _, id := range used {
		taken[id] = true
		if sameDay(id, day, prefix) {
			top = max(top, id.Number())
		}
	}
	free := map[string]map[ID]bool{} // by digest
	short := day.Short()
	for i := range log {
		e := &log[i]
		if !hasDay(e.ID, short) || !sameDay(e.ID, day, prefix) {
			continue
		}
		top = max(top, e.ID.Number())
		if e.Verb != Add || taken[e.ID] {
			continue
		}
		if free[e.Digest] == nil {
			free[e.Digest] = map[ID]bool{}
		}
		free[e.Digest][e.ID] = true
	}
	ids := make([]ID, len(texts))
	for i, text := range texts {
		ids[i] = takeLowest(free, Digest(text))
	}
	for i := range ids {
		if ids[i] == "" {
			top++
			ids[i] = MeetingID(prefix, day, top)
		}
	}
	return ids
}

// NextPersonal returns the id of the next task that nick adds on day.
func NextPersonal(prefix string, day when.Date, nick string, used []ID, log []Event) ID {
	want := PersonalID(prefix, day, nick, 1)
	top := 0
	see := func(id ID) {
		if id.Nick() == want.Nick() && id.Day() == day && id.Prefix() == prefix {
			top = max(top, id.Number())
		}
	}
	short := day.Short()
	for _, id := range used {
		see(id)
	}
	for i := range log {
		if hasDay(log[i].ID, short) {
			see(log[i].ID)
		}
	}
	return PersonalID(prefix, day, nick, top+1)
}

// takeLowest takes the id with the lowest number off those that a digest has.
// An id that two adds gave to two texts goes to one of them only.
func takeLowest(free map[string]map[ID]bool, digest string) ID {
	var low ID
	for id := range free[digest] {
		if low == "" || id.Compare(low) < 0 {
			low = id
		}
	}
	if low != "" {
		for _, ids := range free {
			delete(ids, low)
		}
	}
	return low
}

// hasDay is a cheap look before sameDay: most of a log is of other days.
func hasDay(id ID, short string) bool {
	for i := 0; i+6 <= len(id); i++ {
		if string(id[i:i+6]) == short {
			return true
		}
	}
	return false
}

func sameDay(id ID, day when.Date, prefix string) bool {
	p, ok := takeApart(string(id))
	return ok && p.day == day.Short() && p.nick == "" && p.prefix == prefix
}
