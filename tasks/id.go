package tasks

import "telko/tasks/when"

// ParseID reads an id, with or without one leading '#'.
func ParseID(s string) (ID, error) { panic("todo") }

// MeetingID returns the id of the nth task of a meeting on day.
func MeetingID(prefix string, day when.Date, n int) ID { panic("todo") }

// PersonalID returns the id of the nth task that nick added on day, outside a
// meeting.
func PersonalID(prefix string, day when.Date, nick string, n int) ID { panic("todo") }

// Day returns the day in id.
func (id ID) Day() when.Date { panic("todo") }

// Number returns the running number, the last component of id.
func (id ID) Number() int { panic("todo") }

// Prefix returns the series' prefix, "" if id has none.
func (id ID) Prefix() string { panic("todo") }

// Nick returns who added the task, "" for one of a meeting.
func (id ID) Nick() string { panic("todo") }

// Components returns the parts of id that short forms match whole.
func (id ID) Components() []string { panic("todo") }

// Compare orders ids by day, prefix, nick and number.
func (id ID) Compare(other ID) int { panic("todo") }

// FindID returns the first id with its '#' in text at or after from, as
// text[start:end]; ok is false if there is none.
func FindID(text string, from int) (id ID, start, end int, ok bool) { panic("todo") }

// Digest returns the mark of a task's text that add events carry.
func Digest(text string) string { panic("todo") }
