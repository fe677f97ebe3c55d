package capture

import (
	"fmt"
	"strings"

	"telko/minutes/lang"
	"telko/tasks/when"
)

// describePeople says who comes, leaves or is excused, those together who do so
// at the same time.
func (r Reading) describePeople(l lang.Lang) string {
	var parts []string
	for i := 0; i < len(r.People); {
		j := i
		var names []string
		for ; j < len(r.People) && r.People[j].From == r.People[i].From && r.People[j].Until == r.People[i].Until; j++ {
			names = append(names, r.People[j].say(l))
		}
		parts = append(parts, r.describeTogether(names, r.People[i].From, r.People[i].Until, l))
		i = j
	}
	return strings.Join(parts, dot)
}

func (r Reading) describeTogether(names []string, from, until when.Clock, l lang.Lang) string {
	one, several, at := lang.SaidHere, lang.SaidAllHere, when.Clock(0)
	switch {
	case r.Act == ActExcuse && until.IsZero():
		one, several = lang.SaidExcused, lang.SaidAllExcused
	case r.Act == ActLeave || r.Act == ActExcuse:
		one, several, at = lang.SaidLeaves, lang.SaidLeave, until
	case !until.IsZero():
		return lang.SaidCameLeft.In(l, together(names, l), from, until)
	case !from.IsZero():
		one, several, at = lang.SaidComes, lang.SaidCome, from
	}
	if len(names) > 1 {
		one = several
	}
	args := []any{together(names, l)}
	if !at.IsZero() {
		args = append(args, at)
	}
	return one.In(l, args...)
}

// together joins names as one says them.
func together(names []string, l lang.Lang) string {
	n := len(names) - 1
	if n < 1 {
		return strings.Join(names, "")
	}
	return lang.SaidAlso.In(l, strings.Join(names[:n], ", "), names[n])
}

// say returns how a person is named when they come.
func (a Attendee) say(l lang.Lang) string {
	s := a.call()
	if a.New && a.Nick != "" && a.Name != "" {
		s = fmt.Sprintf("%s (%s)", a.Name, a.Nick)
	}
	if a.Guest {
		s = lang.SaidGuest.In(l, s)
	}
	if a.New {
		s = lang.SaidNew.In(l, s)
	}
	return s
}
