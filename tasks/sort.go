package tasks

import (
	"cmp"
	"slices"
	"strings"

	"telko/tasks/when"
)

// Sort sorts by what is to be done first: overdue tasks by due date, then the
// others by due date, those without one last, each by id.
func Sort(ts []Task, today when.Date) {
	slices.SortStableFunc(ts, func(a, b Task) int {
		if x, y := a.Overdue(today), b.Overdue(today); x != y {
			if x {
				return -1
			}
			return 1
		}
		if x, y := a.Due.IsZero(), b.Due.IsZero(); x != y {
			if x {
				return 1
			}
			return -1
		}
		if c := a.Due.Compare(b.Due); c != 0 {
			return c
		}
		return a.ID.Compare(b.ID)
	})
}

// Order is what a list of tasks is sorted by.
type Order string

// The orders of lists. Where they leave tasks equal, the order of Sort counts.
const (
	ByUrgency  Order = ""         // as Sort does
	ByDue      Order = "due"      // those without a date last
	ByID       Order = "id"       // as they were promised
	ByAssignee Order = "assignee" // the first one; nobody's tasks last
	ByState    Order = "state"    // open, waiting, done, dropped
	ByMeeting  Order = "meeting"  // those added between meetings last
	ByText     Order = "text"
)

// Orders lists the orders that have a name.
func Orders() []Order { return []Order{ByDue, ByID, ByAssignee, ByState, ByMeeting, ByText} }

// SortBy sorts by o.
func SortBy(ts []Task, o Order, today when.Date) {
	Sort(ts, today)
	if o == ByUrgency {
		return
	}
	slices.SortStableFunc(ts, func(a, b Task) int {
		switch o {
		case ByDue:
			if c := lastIf(a.Due.IsZero(), b.Due.IsZero()); c != 0 {
				return c
			}
			return a.Due.Compare(b.Due)
		case ByID:
			return a.ID.Compare(b.ID)
		case ByAssignee:
			if c := lastIf(len(a.Assignees) == 0, len(b.Assignees) == 0); c != 0 || len(a.Assignees) == 0 {
				return c
			}
			return strings.Compare(fold(a.Assignees[0].Nick), fold(b.Assignees[0].Nick))
		case ByState:
			return cmp.Compare(stateRank(a.State), stateRank(b.State))
		case ByMeeting:
			if c := lastIf(a.Meeting == "", b.Meeting == ""); c != 0 {
				return c
			}
			return strings.Compare(a.Meeting, b.Meeting)
		case ByText:
			return strings.Compare(fold(a.Text), fold(b.Text))
		}
		return 0
	})
}

// lastIf orders what a mark holds for behind what it does not.
func lastIf(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func stateRank(s State) int { return slices.Index([]State{Open, Waiting, Done, Dropped}, s) }
