package capture

import (
	"errors"
	"slices"
	"strings"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks"
	"telko/tasks/when"
)

// Promise is something that an earlier telco left to this one.
type Promise struct {
	Kind    PromiseKind
	Task    tasks.Task      // PromisedTask
	Overdue bool            // PromisedTask: past its date on the day of the telco
	Motion  *motions.Motion // PromisedMotion: with the passages of all telcos that talked about it
	Topic   string          // PromisedTopic: its title
	Meeting string          // where it was promised; "" for a task added between telcos
	Date    when.Date       // of that meeting, or when it was added
}

// PromiseKind says what was promised.
type PromiseKind uint8

// The kinds of promises.
const (
	PromisedTask PromiseKind = iota
	PromisedMotion
	PromisedTopic
)

// motionsOf is how many meetings back motions without an answer or decision
// are looked for: what an archive never settled is nobody's promise any more.
const motionsOf = 8

// Promises returns what is open as the telco of p begins: tasks overdue first,
// then the other open ones by date; motions that were not answered, not decided
// or postponed in the last meetings; topics that the last one postponed or did
// not get to. What is on the agenda of p already is left out.
func Promises(ws *archive.Workspace, p Plan) ([]Promise, error) {
	reg, err := ws.OpenTasks("")
	if err != nil {
		return nil, err
	}
	var out []Promise
	open := slices.DeleteFunc(reg.Tasks, func(t tasks.Task) bool {
		return t.Meeting == p.Ref.ID || t.Series != "" && t.Series != p.Series.Key
	})
	tasks.Sort(open, p.Ref.Date)
	for _, t := range open {
		out = append(out, Promise{Kind: PromisedTask, Task: t, Overdue: t.Overdue(p.Ref.Date), Meeting: t.Meeting, Date: t.MeetingDate})
	}
	refs, err := ws.Meetings()
	if err != nil {
		return nil, err
	}
	var planned *minutes.File
	if p.Status != "" {
		// A file that was deleted says nothing; its telco can be gone on with.
		if planned, err = ws.Load(p.Ref); errors.Is(err, archive.ErrNoMeeting) {
			planned = nil
		} else if err != nil {
			return nil, err
		}
	}
	last := lastHeld(ws, refs, p.Series.Key, p.Ref, motionsOf)
	out = append(out, promisedMotions(last, planned)...)
	if n := len(last); n > 0 {
		out = append(out, promisedTopics(last[n-1], planned)...)
	}
	return out, nil
}

// promisedMotions joins what meetings said of each motion, and keeps those that
// are not settled.
func promisedMotions(last []*minutes.File, planned *minutes.File) []Promise {
	var out []Promise
	at := map[motions.ID]int{}
	for _, f := range last {
		for _, mo := range f.Meeting.Motions {
			i, known := at[mo.ID]
			if mo.ID == "" || !known {
				at[mo.ID] = len(out)
				whole := *mo
				out = append(out, Promise{Kind: PromisedMotion, Motion: &whole, Meeting: f.Meeting.ID, Date: f.Meeting.Date})
				continue
			}
			out[i].Motion.Parts = append(slices.Clone(out[i].Motion.Parts), mo.Parts...)
			out[i].Meeting, out[i].Date = f.Meeting.ID, f.Meeting.Date
		}
	}
	return slices.DeleteFunc(out, func(p Promise) bool {
		switch p.Motion.Handling() {
		case motions.HandlingClosed, motions.HandlingWithdrawn, motions.HandlingInadmissible, motions.HandlingSettled:
			return true
		}
		// A decision that cannot be read is one all the same.
		last := lastDecision(p.Motion)
		if last != nil && !motions.IsPostponed(last.Text) {
			return true
		}
		return planned != nil && slices.ContainsFunc(planned.Meeting.Motions, func(m *motions.Motion) bool {
			return m.ID != "" && m.ID == p.Motion.ID
		})
	})
}

// lastDecision returns the last decision on mo, nil if there is none.
func lastDecision(mo *motions.Motion) *motions.Passage {
	for i := range slices.Backward(mo.Parts) {
		if mo.Parts[i].Kind == motions.Decision {
			return &mo.Parts[i]
		}
	}
	return nil
}

// promisedTopics returns the topics that a meeting did not get to, or whose
// first or last line puts them off.
func promisedTopics(f *minutes.File, planned *minutes.File) []Promise {
	var out []Promise
	items := f.AgendaItems()
	var there []minutes.AgendaItem
	if planned != nil {
		there = planned.AgendaItems()
	}
	for i := range items {
		it := &items[i]
		if it.Motion != nil || lang.IsMotions(it.Title) || lang.IsPrivatePart(it.Title) {
			continue
		}
		same := func(o minutes.AgendaItem) bool { return lang.Key(o.Title) == lang.Key(it.Title) }
		if slices.ContainsFunc(there, same) || slices.IndexFunc(items, same) < i {
			continue // it is planned, or this is where it was returned to
		}
		if postponed(f, items, i) {
			out = append(out, Promise{Kind: PromisedTopic, Topic: it.Title, Meeting: f.Meeting.ID, Date: f.Meeting.Date})
		}
	}
	return out
}

// postponed reports whether a topic has nothing in it in any of its sections,
// or says that it was put off.
func postponed(f *minutes.File, items []minutes.AgendaItem, i int) bool {
	notes := ""
	for j := range items {
		if items[j].Up == i {
			return false // it was talked about by its parts
		}
		if lang.Key(items[j].Title) == lang.Key(items[i].Title) {
			notes += f.Notes(&items[j]) + "\n"
		}
	}
	notes = strings.TrimSpace(notes)
	if notes == "" {
		return true
	}
	lines := strings.Split(notes, "\n")
	return motions.IsPostponed(strings.TrimLeft(lines[0], "-*+ ")) || motions.IsPostponed(strings.TrimLeft(lines[len(lines)-1], "-*+ "))
}
