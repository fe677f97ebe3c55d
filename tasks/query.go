package tasks

import "telko/tasks/when"

// Query says which tasks to list. The zero Query selects all.
type Query struct {
	Mine      string   // nick: assigned to that person, a group of Groups, or everyone
	Groups    []string // the groups that Mine is in
	Assignees []string // assigned to any of these nicks, groups or words
	States    []State  // any of these; nil for all
	Overdue   bool     // only overdue ones
	Today     when.Date
	DueUntil  when.Date // due on that day or before; zero for all
	Meeting   string    // base name of a meeting's file
	Series    string
	Topic     string
	Search    string // words that all stand in text, topic or id, whatever the case
	Orphans   bool   // only orphans
}

// Match reports whether q selects t.
func (q *Query) Match(t *Task) bool { panic("todo") }

// Select returns the tasks that q selects, in their order.
func (q *Query) Select(ts []Task) []Task { panic("todo") }

// Sort sorts by what is to be done first: overdue by due date, then by due
// date, then by id.
func Sort(ts []Task, today when.Date) { panic("todo") }

// Match returns the tasks of among that a short form of an id could mean.
func Match(short string, among []Task, me string) []Task { panic("todo") }

// ExtendFrom returns the day from which a new due date in words counts.
func (t *Task) ExtendFrom(today when.Date) when.Date { panic("todo") }
