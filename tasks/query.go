package tasks

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"telko/tasks/when"
)

// Query says which tasks to list. What is set must all hold; the zero Query
// selects every task. Names and words compare in NFC and whatever their case.
type Query struct {
	Mine      string    // nick: assigned to that person, to a group of Groups, or to everyone
	Groups    []string  // the groups that Mine is in
	Assignees []string  // assigned to any of these, by nick, group or word
	States    []State   // in any of these
	Overdue   bool      // overdue on Today
	Today     when.Date // for Overdue
	DueFrom   when.Date // due on that day or later
	DueUntil  when.Date // due on that day or before
	Meeting   string    // of the meeting with that file
	Series    string    // of that series
	Topic     string    // promised under that agenda item
	Search    string    // all of its words stand in text, topic, id or assignees
	Orphans   bool      // no minutes hold it any more
}

// Match reports whether q selects t.
func (q *Query) Match(t *Task) bool {
	switch {
	case len(q.States) > 0 && !slices.Contains(q.States, t.State),
		q.Overdue && !t.Overdue(q.Today),
		!q.DueFrom.IsZero() && t.Due.Before(q.DueFrom),
		!q.DueUntil.IsZero() && (t.Due.IsZero() || t.Due.After(q.DueUntil)),
		q.Meeting != "" && q.Meeting != t.Meeting,
		q.Series != "" && q.Series != t.Series,
		q.Topic != "" && !sameFold(q.Topic, t.Topic),
		q.Orphans && !t.Orphan,
		q.Mine != "" && !t.IsFor(q.Mine, q.Groups),
		len(q.Assignees) > 0 && !slices.ContainsFunc(q.Assignees, t.names),
		q.Search != "" && !t.holds(q.Search):
		return false
	}
	return true
}

// Select returns the tasks that q selects, in their order.
func (q *Query) Select(ts []Task) []Task {
	// A Task is large; a list that grows step by step is copied as often.
	out := make([]Task, 0, min(len(ts), 128))
	for i := range ts {
		if q.Match(&ts[i]) {
			out = append(out, ts[i])
		}
	}
	return out
}

// IsFor reports whether t is assigned to the person nick, tentatively too, to
// one of the groups that person is in, or to everyone.
func (t *Task) IsFor(nick string, groups []string) bool {
	for _, a := range t.Assignees {
		switch a.Kind {
		case Person:
			if sameFold(a.Nick, nick) {
				return true
			}
		case Group:
			if slices.ContainsFunc(groups, func(g string) bool { return sameFold(g, a.Nick) }) {
				return true
			}
		case Everyone:
			return true
		}
	}
	return false
}

// names reports whether word is written among the assignees of t.
func (t *Task) names(word string) bool {
	return slices.ContainsFunc(t.Assignees, func(a Assignee) bool { return sameFold(a.Nick, word) })
}

// holds reports whether every word of search stands somewhere in t.
func (t *Task) holds(search string) bool {
	all := fold(t.Text + "\n" + t.Topic + "\n#" + string(t.ID))
	for _, a := range t.Assignees {
		all += "\n" + fold(a.String())
	}
	for _, w := range strings.Fields(fold(search)) {
		if !strings.Contains(all, w) {
			return false
		}
	}
	return true
}

// sameFold reports whether a and b are the same name. Most are ASCII, which
// needs no tables.
func sameFold(a, b string) bool {
	return a == b || strings.EqualFold(a, b) || (!ascii(a) || !ascii(b)) && fold(a) == fold(b)
}

func fold(s string) string {
	if ascii(s) {
		return strings.ToLower(s)
	}
	// Upper case first: it is what unites ſ with s and ς with σ.
	return strings.ToLower(norm.NFC.String(strings.ToUpper(norm.NFC.String(s))))
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
