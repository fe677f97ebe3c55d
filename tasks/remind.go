package tasks

import (
	"slices"
	"strings"

	"telko/tasks/when"
)

// Reminder is what one person is to be told of: open and waiting tasks, each
// list in the order of Sort.
type Reminder struct {
	Nick    string
	Overdue []Task
	Soon    []Task // due today or in the next days
}

// ReminderPlan says who is to be reminded of what.
type ReminderPlan struct {
	Today   when.Date
	Days    int                         // what is due within so many days is soon
	People  []string                    // the nicks of those who may be reminded
	Members func(group string) []string // the nicks of a group's members
}

// Reminders returns a reminder for each of those who have something overdue or
// due soon, in the order of People. What a group is to do, each of its members
// is told; what everyone is to do stands in a reminder, but is no reason for
// one: a mail to all about it every day would soon be read by none.
func (p ReminderPlan) Reminders(ts []Task) []Reminder {
	ts = slices.Clone(ts)
	Sort(ts, p.Today)
	until := p.Today.AddDays(p.Days)
	var out []Reminder
	for _, nick := range p.People {
		r := Reminder{Nick: nick}
		reason := false
		for i := range ts {
			t := &ts[i]
			own, all := p.concerns(t, nick)
			if t.Closed() || t.Due.IsZero() || t.Due.After(until) || !own && !all {
				continue
			}
			reason = reason || own
			if t.Overdue(p.Today) {
				r.Overdue = append(r.Overdue, *t)
			} else {
				r.Soon = append(r.Soon, *t)
			}
		}
		if reason {
			out = append(out, r)
		}
	}
	return out
}

// concerns reports whether t is for nick, also by a group, and whether it is
// for everyone.
func (p ReminderPlan) concerns(t *Task, nick string) (own, all bool) {
	for _, a := range t.Assignees {
		switch a.Kind {
		case Person:
			own = own || sameFold(a.Nick, nick)
		case Group:
			if p.Members != nil {
				own = own || slices.ContainsFunc(p.Members(a.Nick), func(m string) bool { return sameFold(m, nick) })
			}
		case Everyone:
			all = true
		}
	}
	return own, all
}

// Reminded is who was reminded on which day, as one machine remembers it: a
// line a person, "NICK YYYY-MM-DD".
type Reminded map[string]when.Date

// ReadReminded reads what Bytes wrote. What cannot be read is passed over: to
// remind once too often is better than never again.
func ReadReminded(data []byte) Reminded {
	r := Reminded{}
	for line := range strings.Lines(string(data)) {
		nick, day, ok := strings.Cut(strings.TrimSpace(line), " ")
		if d, err := when.ParseISO(day); ok && err == nil {
			r[nick] = d
		}
	}
	return r
}

// Due reports whether nick has not been reminded on that day, or on a later one
// by a clock that went wrong for no more than a day.
func (r Reminded) Due(nick string, today when.Date) bool {
	last, known := r[nick]
	return !known || last.Before(today) || last.Sub(today) > 1
}

// Bytes returns r as lines, sorted.
func (r Reminded) Bytes() []byte {
	var lines []string
	for nick, day := range r {
		lines = append(lines, nick+" "+day.String()+"\n")
	}
	slices.Sort(lines)
	return []byte(strings.Join(lines, ""))
}
