package wiki

import (
	"telko/tasks"
	"telko/tasks/when"
	"telko/wiki/client"
)

// handEvents returns what a person did to the list of tasks in one revision of
// the page: a function of this revision and the one before it that had a place
// for the list, so that all machines read the same. Its instants are the
// revision's, in UTC.
func handEvents(before, rev client.Page) []tasks.Event {
	_, was, _, ok := region(before.Text, tasksMark)
	if !ok {
		return nil
	}
	_, is, _, ok := region(rev.Text, tasksMark)
	if !ok || was == is {
		return nil
	}
	old := map[tasks.ID]taskRow{}
	rows, _ := readRows(was)
	for _, r := range rows {
		old[r.id] = r
	}
	user := rev.User
	if user == "" {
		user = "-" // hidden since
	}
	at := rev.Time.UTC()
	var out []tasks.Event
	rows, _ = readRows(is)
	for _, r := range rows {
		o, ok := old[r.id]
		if r.id == "" || !ok {
			continue
		}
		for _, e := range rowEvents(o, r, when.Of(at)) {
			e.At, e.By, e.ID = at, "wiki:"+user, r.id
			out = append(out, e)
		}
	}
	return out
}

// rowEvents returns what changed between two states of a task's row. What can
// be read as no change of the task becomes a note, so that it is not lost.
func rowEvents(old, row taskRow, day when.Date) []tasks.Event {
	var out []tasks.Event
	note := func(before, after string) {
		before, after = shownText(before), shownText(after)
		if before == after {
			return
		}
		if before == "" {
			before = "–"
		}
		if after == "" {
			after = "–"
		}
		out = append(out, tasks.Event{Verb: tasks.Note, Text: before + " → " + after})
	}
	cell := func(r taskRow, i int) string {
		if i < len(r.cells) {
			return r.cells[i]
		}
		return ""
	}
	for i := range max(len(old.cells), len(row.cells)) {
		before, after := cell(old, i), cell(row, i)
		switch {
		case before == after:
		case i == stateColumn:
			if e, ok := stateEvent(before, after); !ok {
				note(before, after)
			} else if e.Verb != "" {
				out = append(out, e)
			}
		case i == dueColumn:
			d, err := when.Read(shownText(after), day)
			was, oldErr := when.Read(shownText(before), day)
			switch {
			case err != nil:
				note(before, after)
			case oldErr != nil || d != was:
				out = append(out, tasks.Event{Verb: tasks.DueV, Due: d})
			}
		default:
			note(before, after)
		}
	}
	return out
}
