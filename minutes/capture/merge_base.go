package capture

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"telko/minutes/archive"
	"telko/tasks/when"
)

// session folds the events that the merger has, or the first of them.
func (m *merger) session(events []Event) (*Session, error) {
	return m.sessionOf(m.base, events)
}

func (m *merger) sessionOf(j *journal, events []Event) (*Session, error) {
	day, _ := when.ParseISO(m.meeting[:min(len("2010-01-07"), len(m.meeting))])
	ref := archive.Ref{ID: m.meeting, Path: archive.PathOf(m.meeting), Date: day}
	return New(Config{
		Ref: ref, Base: j.base, Private: j.private, Events: events, Journal: &Memory{}, Writer: j.writer,
		Now: m.o.Now, Keeper: m.o.Keeper, Context: m.o.Workspace.Context(),
	})
}

// mapBase finds out what the entries of the file that a journal began from are
// called by the merger: by the file that both knew, which the first one wrote.
// What is in that file and nobody knows becomes events. Floor is the instant
// that all of the journal is later than.
func (m *merger) mapBase(j *journal) (made []Event, ids map[EntryID]EntryID, floor time.Time) {
	ids = map[EntryID]EntryID{}
	then, floor := m.whenWritten(j)
	if then == nil {
		return nil, ids, floor
	}
	count := 0
	for i, text := range [][]byte{j.base, j.private} {
		if text == nil {
			continue
		}
		name, prefix := then.c.Ref.Path, "f-"
		if i == 1 {
			name, prefix = privateOf(name), "p-"
		}
		known := then.doc.layOut(i == 1)
		c, err := compare(name, &known, text, then.c.Context)
		if err != nil {
			continue
		}
		t := then.takeOutside(c, nil)
		for k := range t.events {
			e := &t.events[k]
			count++
			e.At, e.ID = later(floor, j.begun()), EntryID(j.writer+"-b"+strconv.Itoa(count))
		}
		for k := range c.pieces {
			id := c.pieces[k].of
			if t.made[k] >= 0 {
				id = t.events[t.made[k]].ID
			}
			for n := range c.pieces[k].nodes {
				ids[EntryID(prefix+strconv.Itoa(c.pieces[k].first+n+1))] = id
			}
		}
		made = append(made, t.events...)
	}
	return made, ids, floor
}

// whenWritten returns the session as it was when it wrote the file that j began
// from; if that is not known, as it was when j began.
func (m *merger) whenWritten(j *journal) (*Session, time.Time) {
	s, err := m.session(m.events)
	if err != nil {
		return nil, time.Time{}
	}
	digest := digestOf(j.base)
	for i := len(m.events) - 1; i >= 0; i-- {
		if e := &m.events[i]; e.Verb == Written && e.Key == digest {
			return s.asOf(i), e.At
		}
	}
	var before []Event
	if digestOf(m.base.base) != digest {
		for _, e := range m.events {
			if !e.At.After(j.begun()) {
				before = append(before, e)
			}
		}
	}
	then, err := m.session(before)
	if err != nil {
		return nil, time.Time{}
	}
	return then, time.Time{}
}

// reconcile takes out of each of two runs what it has only from a file that the
// other one wrote: they are entries of the other one, and keep the ids of who
// entered them.
func (m *merger) reconcile(mine, fresh []Event, j *journal) (_, _ []Event) {
	theirs, err := m.sessionOf(j, j.events)
	if err != nil {
		return mine, fresh
	}
	ours, err := m.session(m.events)
	if err != nil {
		return mine, fresh
	}
	own := func(e *Event) bool { return e.By != Outside || !e.Lines }
	mine = taken{events: mine, by: theirs, texts: theirs.writtenTexts(j.events, own)}.out()
	any := func(*Event) bool { return true }
	return mine, taken{events: fresh, by: ours, texts: ours.writtenTexts(mine, any)}.out()
}

// taken are the events of one journal, and the session of another one whose
// files it may have taken over.
type taken struct {
	events []Event
	by     *Session
	texts  map[string][]EntryID // what the other one wrote
	ids    map[EntryID]EntryID  // what the other one calls entries
	used   map[EntryID]bool
	kept   map[EntryID]bool // entries that only this one has
}

func (t taken) out() []Event {
	if !slices.ContainsFunc(t.events, func(e Event) bool { return e.By == Outside }) {
		return t.events
	}
	keys := map[string]bool{}
	for i := range t.by.log.all {
		if e := &t.by.log.all[i]; e.Verb == Written && e.Key != "" {
			keys[e.Key] = true
		}
	}
	theirs := t.batches(keys)
	t.ids, t.used, t.kept = map[EntryID]EntryID{}, map[EntryID]bool{}, map[EntryID]bool{}
	var out []Event
	for _, e := range t.events {
		e = renamed(e, t.ids)
		if e.By != Outside || !t.isTheirs(&e, theirs[e.line()]) {
			out = append(out, e)
			t.kept[e.ID] = e.By == Outside
		}
	}
	return out
}

// batches returns the first events of those changes of a file that were the
// other one's: it noted that it wrote that file, or died before it could, and
// wrote all that is new in it.
func (t *taken) batches(keys map[string]bool) map[EntryID]bool {
	theirs, found, other := map[EntryID]bool{}, map[EntryID]bool{}, map[EntryID]bool{}
	for i := range t.events {
		switch e := &t.events[i]; {
		case e.Verb == Written && !e.Done && (keys[e.Key] || found[e.line()] && !other[e.line()]):
			theirs[e.line()] = true
		case e.By != Outside || !e.Lines || e.Verb == Head:
		case len(t.texts[takenText(e)]) > 0:
			found[e.line()] = true
		default:
			other[e.line()] = true
		}
	}
	return theirs
}

// line returns the first event of the line that e is of.
func (e *Event) line() EntryID {
	if e.With != "" {
		return e.With
	}
	return e.ID
}

// isTheirs reports whether an outside change is what the other one did. Sure
// says that the file was one that it wrote.
func (t *taken) isTheirs(e *Event, sure bool) bool {
	switch {
	case e.Verb == Head || e.Verb == Delete || e.Verb == Move:
		return sure && !t.kept[e.Of]
	case !e.Lines: // one of two texts, where both had changed something
		return false
	}
	found := t.texts[takenText(e)]
	if e.Verb == Edit {
		switch {
		case slices.Contains(found, e.Of):
			return true
		case sure && len(found) > 0: // taken for another entry
			was := e.Of
			t.ids[was] = found[0]
			if t.kept[was] {
				*e = Event{At: e.At, By: e.By, ID: e.ID, With: e.With, Verb: Delete, Of: was, Stay: true}
				return false
			}
		}
		return sure && !t.kept[e.Of]
	}
	i := slices.IndexFunc(found, func(id EntryID) bool { return !t.used[id] })
	if i < 0 {
		if !sure || len(found) == 0 {
			return false
		}
		i = 0
	}
	t.used[found[i]] = true
	t.ids[e.ID] = found[i]
	return true
}

// takenText is the bare text of an entry that was taken over.
func takenText(e *Event) string {
	return bareText(trimGap(e.Text), &Entry{TaskID: e.TaskID, MotionID: e.MotionID, Kind: e.madeKind()})
}

// madeKind returns the kind of the entry that an event makes or edits.
func (e *Event) madeKind() Kind {
	for _, k := range []Kind{KindTopic, KindNote, KindTask, KindDecision, KindMotion, KindPassage, KindMention} {
		if makeVerb(k) == e.Verb {
			return k
		}
	}
	return e.Kind
}

// writtenTexts returns what the files held of the entries that some events made,
// whenever they were written, and hold now.
func (s *Session) writtenTexts(events []Event, which func(*Event) bool) map[string][]EntryID {
	out := map[string][]EntryID{}
	of := map[EntryID]bool{}
	for i := range events {
		if e := &events[i]; which(e) {
			of[e.ID] = true
		}
	}
	seen := map[string]bool{}
	add := func(id EntryID, bare string) {
		if key := string(id) + "\x00" + bare; !seen[key] {
			seen[key] = true
			out[bare] = append(out[bare], id)
		}
	}
	note := func(d *document) {
		for _, private := range []bool{false, true} {
			f := d.layOut(private)
			for id, text := range f.texts() {
				n := d.byID[id]
				if first, _, made := strings.Cut(string(id), "/"); made && n != nil && n.e.Continues != "" && of[EntryID(first)] {
					id = n.e.Continues // a heading that telko made to go on with a topic
				} else if n == nil || !of[id] {
					continue
				}
				add(id, bareText(trimGap(text), n.e))
			}
		}
	}
	c := s.c
	c.Journal, c.Events = &Memory{}, nil
	then, err := New(c)
	if err != nil {
		return out
	}
	for i := range s.log.all {
		e := &s.log.all[i]
		if e.Verb == Written {
			note(then.doc)
		}
		then.take(s.log.all[i : i+1])
		then.doc.settle()
		// One that died may have written what it did not note.
		for _, id := range []EntryID{e.ID, e.Of} {
			if n := then.doc.byID[id]; n != nil && of[id] && n.isItem() && n.src == "" {
				add(id, bareText(indented(then.doc.itemText(n), listLevel{mark: "-", width: 2}), n.e))
			}
		}
	}
	note(then.doc)
	return out
}
