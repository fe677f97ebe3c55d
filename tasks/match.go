package tasks

import "strings"

// Match returns the tasks of among that the short form of an id could mean, in
// their order: none if it means nothing, more than one if it is ambiguous. A
// leading '#' is of no matter.
//
// The whole of an id means that task and no other. Else the form must be the
// end of the id, component by component: 2, 100107-2 and jpru-1 are short
// forms, and 2 never means 12. If any such task is for me, a nick or "", those
// of others are left out.
func Match(short string, among []Task, me string) []Task {
	short = strings.TrimPrefix(strings.TrimSpace(short), "#")
	if short == "" {
		return nil
	}
	var all, mine []Task
	for i := range among {
		t := &among[i]
		switch {
		case t.ID == "":
		case string(t.ID) == short:
			return []Task{*t}
		case endsWith(string(t.ID), short):
			all = append(all, *t)
			if me != "" && t.IsFor(me, nil) {
				mine = append(mine, *t)
			}
		}
	}
	if len(mine) > 0 {
		return mine
	}
	return all
}

// endsWith reports whether the last components of id are those of short.
func endsWith(id, short string) bool {
	n := len(id) - len(short)
	return n >= 0 && (n == 0 || id[n-1] == '-') && sameFold(id[n:], short)
}
