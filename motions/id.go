package motions

import "telko/tasks/when"

// MeetingID returns the id of the nth motion of a meeting on day.
func MeetingID(prefix string, day when.Date, n int) ID { panic("todo") }

// ParseID reads an id, with or without one leading '#'.
func ParseID(s string) (ID, error) { panic("todo") }

// Day returns the day in id.
func (id ID) Day() when.Date { panic("todo") }

// Number returns the running number, the last component of id.
func (id ID) Number() int { panic("todo") }

// Prefix returns the series' prefix, "" if id has none.
func (id ID) Prefix() string { panic("todo") }
