package tasks

import "fmt"

// What can be wrong with the events of a log, each of which can be read.
const (
	BeforeAdd Code = "before add" // an event is older than the add of its task; it counts all the same
	NoAdd     Code = "no add"     // a task has events and no add; they count all the same
	TwoTexts  Code = "two texts"  // two adds give one id to two texts; the earlier counts
	TwoTasks  Code = "two tasks"  // two tasks of the minutes bear one id
	NotLast   Code = "not last"   // an undo of what is not the last event; it changes nothing
	InMinutes Code = "in minutes" // a new text for a task whose text stands in the minutes; it changes nothing
	NotOpen   Code = "not open"   // wait, resume, drop or done on what is done or dropped otherwise; it changes nothing
)

// Problem is an event that does not fit its task. It stays in the history.
type Problem struct {
	Code  Code
	ID    ID
	Event Event // zero for TwoTasks
}

// String returns p in English.
func (p Problem) String() string {
	switch p.Code {
	case BeforeAdd:
		return fmt.Sprintf("%s: %s by %s is older than the task", p.ID, p.Event.Verb, p.Event.By)
	case NoAdd:
		return fmt.Sprintf("%s: the log never added this task", p.ID)
	case TwoTexts:
		return fmt.Sprintf("%s: a second text was added under this id", p.ID)
	case TwoTasks:
		return fmt.Sprintf("%s: two lines bear this id", p.ID)
	case NotLast:
		return fmt.Sprintf("%s: %s takes back %s, which is not the last event", p.ID, p.Event.By, p.Event.Of)
	case InMinutes:
		return fmt.Sprintf("%s: the text stands in the minutes and changes only there", p.ID)
	case NotOpen:
		return fmt.Sprintf("%s: %s by %s, but the task was closed", p.ID, p.Event.Verb, p.Event.By)
	}
	return fmt.Sprintf("%s: %s", p.ID, p.Code)
}
