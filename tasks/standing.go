package tasks

import (
	"bytes"
	"hash/maphash"
	"math/rand/v2"
	"slices"
	"strings"
	"sync/atomic"
	"unsafe"

	"telko/tasks/when"
)

// Standing is what logs say of every task, without the events themselves: Fold
// for those who show no history. It reads a log in one pass and copies nothing
// of it, so that a register of many closed tasks costs little.
//
// One pass is enough for a task whose events stand in order of time and take
// nothing back, which is nearly all of them. The lines of the others are read
// a second time, and folded as Fold does.
//
// Several goroutines may use one Standing.
type Standing struct {
	logs    []string
	entries []entry
	slots   []int32  // a hash table of indices into entries, plus one; 0 is free
	lists   []string // of assignees, as entries count them
	details []detail // likewise
	seed    maphash.Seed
	spread  uint64 // odd and random, so that nobody can make slots collide
	bad     []badLine
	again   bool                 // some task is slow
	steps   [4][len(verbs)]uint8 // the state after a state and a verb, by index
}

// entry is what has become of one task. It is kept small and without pointers:
// there are as many as there are tasks, and memory that is touched for the
// first time costs more than what is done with it.
type entry struct {
	key      uint64 // of the id: see keyOf
	last     int64  // newest instant so far
	list     int32  // the last list of assignees, its index in lists plus one; 0 if no event set it
	detail   int32  // its index in details plus one; 0 for most tasks
	first    packed // the first due date that an event set
	due      packed // the last
	flags    uint32
	extended uint16 // moves to a later day after the first
	open     uint8  // what it is if the minutes say open, by index of states
	done     uint8  // what it is if the minutes say done
}

const (
	added   uint32 = 1 << iota // the log has its add
	private                    // an event stands in a private log
	slow                       // needs the second pass
	seen                       // asked for, of which several goroutines take note
)

// detail is what only a few tasks have.
type detail struct {
	id     string  // if key is a hash
	add    string  // what follows the verb of the first add
	text   string  // of the last text event
	events []Event // of a slow task, in order
}

var states = [...]State{Open, Waiting, Done, Dropped}

const stateDone = 2 // index of Done in states

// ReadStanding reads logs, the first of them tasks.log and any others private.
// They must not change as long as the standing is in use. Lines that cannot be
// read are passed over; Errors has them.
func ReadStanding(logs ...[]byte) *Standing {
	s := &Standing{seed: maphash.MakeSeed(), spread: rand.Uint64() | 1}
	size := 0
	for _, log := range logs {
		log = bytes.TrimPrefix(log, []byte("\ufeff"))
		size += len(log)
		s.logs = append(s.logs, unsafe.String(unsafe.SliceData(log), len(log)))
	}
	for i, state := range states {
		for j, verb := range verbs {
			s.steps[i][j] = uint8(slices.Index(states[:], state.step(verb)))
		}
	}
	// A line has some 60 bytes, a task two or three lines.
	s.entries = make([]entry, 0, size/128+1)
	s.grow(size / 160)
	var d days
	var r rawEvent
	for i, log := range s.logs {
		for n := 1; log != ""; n++ {
			line, rest, ended := nextLine(log)
			log = rest
			if line == "" {
				continue
			}
			if code, _ := d.split(line, &r); code != "" || !s.take(&r, i > 0) || !ended {
				s.bad = append(s.bad, badLine{i, n, line, !ended})
			}
		}
	}
	if s.again {
		s.readAgain()
	}
	return s
}

// badLine is a line that may have something wrong with it.
type badLine struct {
	log, number int
	text        string
	cut         bool
}

// Errors returns what ReadLog reports of the same logs, whose names are given
// in their order.
func (s *Standing) Errors(names ...string) []*LineError {
	var out []*LineError
	for _, b := range s.bad {
		text := strings.Clone(b.text)
		if _, err := ParseEvent(text); err != nil {
			out = append(out, &LineError{names[b.log], b.number, text, err})
		}
		if b.cut {
			out = append(out, &LineError{names[b.log], b.number, text, &EventError{Code: Cut}})
		}
	}
	return out
}

// take takes in one line, and reports whether nothing is wrong with it.
func (s *Standing) take(r *rawEvent, isPrivate bool) bool {
	if !isName(r.by) {
		return false
	}
	verb := knownVerb(r.verb)
	var due packed
	var list string
	switch verb {
	case dueVerb:
		word, _ := cut(r.rest)
		d, err := when.ParseISO(word)
		if err != nil {
			return false
		}
		due = pack(d)
	case assignVerb:
		if list, _ = cut(r.rest); !validList(list) {
			return false
		}
	case addVerb, undoVerb:
		if verb == addVerb && isDigest(r.rest) {
			break
		}
		e := Event{Verb: verbs[verb]}
		if code, _ := e.readRest(r.rest); code != "" {
			return false
		}
	}
	key := r.key
	if key == 0 {
		key = s.keyOf(r.id)
	}
	t := s.entry(key, r.id)
	if isPrivate {
		t.flags |= private
	}
	if t.last >= r.at.unix || verb == undoVerb {
		t.flags |= slow
	}
	t.last = r.at.unix
	if t.flags&slow != 0 || verb < 0 { // what a newer telko wrote is the last event, and nothing else
		s.again = s.again || t.flags&slow != 0
		return verb >= 0
	}
	t.open, t.done = s.steps[t.open][verb], s.steps[t.done][verb]
	switch verb {
	case dueVerb:
		t.setDue(due)
	case assignVerb:
		if t.list == 0 {
			s.lists = append(s.lists, "")
			t.list = int32(len(s.lists))
		}
		s.lists[t.list-1] = list
	case textVerb:
		if text := strings.TrimSpace(r.rest); text != "" {
			s.detail(t).text = text
		}
	case addVerb:
		if t.flags&added == 0 && len(r.rest) > digestLen {
			s.detail(t).add = r.rest
		}
		t.flags |= added
	}
	return true
}

// detail returns the detail of t, which it gets if it has none.
func (s *Standing) detail(t *entry) *detail {
	if t.detail == 0 {
		s.details = append(s.details, detail{})
		t.detail = int32(len(s.details))
	}
	return &s.details[t.detail-1]
}

func (t *entry) setDue(d packed) {
	switch {
	case t.due == 0:
		t.first = d
	case d > t.due:
		t.extended++
	}
	t.due = d
}

// readAgain folds the tasks that one pass was not enough for.
func (s *Standing) readAgain() {
	var d days
	var r rawEvent
	for i, log := range s.logs {
		for log != "" {
			var line string
			line, log, _ = nextLine(log)
			if code, _ := d.split(line, &r); code != "" {
				continue
			}
			_, j := s.find(s.keyOf(r.id), r.id)
			if j < 0 || s.entries[j].flags&slow == 0 {
				continue
			}
			if e, _ := d.parse(line); e.ID != "" {
				e.Private = i > 0
				more := s.detail(&s.entries[j])
				more.events = append(more.events, e)
			}
		}
	}
	for i := range s.entries {
		t := &s.entries[i]
		if t.flags&slow == 0 {
			continue
		}
		events := inOrder(s.detail(t).events)
		s.detail(t).events = events
		for _, base := range []*uint8{&t.open, &t.done} {
			task := Task{State: Open}
			if base == &t.done {
				task.State = Done
			}
			var f folder
			f.fold(&task, events, true)
			*base = uint8(slices.Index(states[:], task.State))
		}
	}
}

// Closed reports whether the task with id is done or dropped. Checked is its
// box in the minutes. The id comes without '#', and its bytes are not kept.
// Whoever learns that a task is closed need not read the rest of its line.
func (s *Standing) Closed(id []byte, checked bool) bool {
	word := unsafe.String(unsafe.SliceData(id), len(id))
	_, i := s.find(s.keyOf(word), word)
	if i < 0 {
		return checked
	}
	t := s.ask(i)
	return states[t.base(checked)] == Done || states[t.base(checked)] == Dropped
}

// Settle sets what the log says of t, a task of the minutes, as Fold does but
// for History, and reports whether t is open. Of one that is not, it may set the
// state alone.
func (s *Standing) Settle(t *Task) (open bool) {
	_, i := s.find(s.keyOf(string(t.ID)), string(t.ID))
	if i >= 0 {
		e := s.ask(i)
		state := states[e.base(t.State == Done)]
		if atomic.LoadUint32(&e.flags)&slow == 0 && (state == Done || state == Dropped) {
			t.State = state
			return false
		}
		s.apply(e, t, true)
	}
	return !t.Closed()
}

// ask returns an entry and notes that the minutes have its task.
func (s *Standing) ask(i int) *entry {
	t := &s.entries[i]
	if atomic.LoadUint32(&t.flags)&seen == 0 {
		atomic.OrUint32(&t.flags, seen)
	}
	return t
}

func (t *entry) base(checked bool) uint8 {
	if checked {
		return t.done
	}
	return t.open
}

func (s *Standing) apply(t *entry, to *Task, known bool) {
	if atomic.LoadUint32(&t.flags)&slow != 0 {
		var f folder
		f.fold(to, s.details[t.detail-1].events, known)
		to.History = nil
		return
	}
	to.State = states[t.base(to.State == Done)]
	if t.due != 0 {
		to.moveDue(t.first.date())
		to.Due = t.due.date()
		to.Extended += int(t.extended)
	}
	if t.list != 0 {
		to.Assignees, _ = readList(strings.Clone(s.lists[t.list-1]))
	}
	if t.detail != 0 && s.details[t.detail-1].text != "" && !known {
		to.Text = strings.Clone(s.details[t.detail-1].text)
	}
}

// Rest returns the tasks that the log knows and that neither Closed nor Apply
// was asked for, as Fold does but for History: those added between meetings,
// then orphans. With openOnly those done and dropped are left out.
func (s *Standing) Rest(openOnly bool) []Task {
	var out []Task
	for i := range s.entries {
		e := &s.entries[i]
		flags := atomic.LoadUint32(&e.flags)
		if flags&seen != 0 {
			continue
		}
		if open := states[e.open]; openOnly && (open == Done || open == Dropped) {
			continue
		}
		t := Task{ID: ID(strings.Clone(s.idOf(e))), Private: flags&private != 0}
		if flags&slow == 0 {
			var add *Event
			if flags&added != 0 {
				add = &Event{Verb: Add}
				if e.detail != 0 {
					add.readRest(strings.Clone(s.details[e.detail-1].add))
				}
			}
			t.begin(add)
		}
		s.apply(e, &t, false)
		out = append(out, t)
	}
	slices.SortFunc(out, afterMinutes)
	return out
}
