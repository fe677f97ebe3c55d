package capture

import (
	"errors"
	"slices"
	"strings"
	"time"

	"telko/minutes/lang"
)

// mergeAll makes one journal of several of a meeting, and of those that Options
// names. The old ones are put aside when the new one is on disk.
func mergeAll(o *Options, meeting string, all []*journal) (*journal, error) {
	for i, data := range o.Merge {
		j := readJournal("", data)
		if j.writer == "" {
			return nil, lang.E(lang.JournalNone, "--merge "+numberWord(i+1))
		}
		if j.meeting != meeting {
			return nil, lang.E(lang.JournalOther, j.writer, j.meeting)
		}
		j.name, j.data = journalName(meeting, j.writer), data
		all = append(all, j)
	}
	if len(all) < 2 && len(o.Merge) == 0 {
		return slices.Concat(all, []*journal{nil})[0], nil
	}
	all = inOrder(all)
	first := all[0]
	m := merger{o: o, meeting: meeting, base: first}
	m.events = first.events
	for _, j := range all[1:] {
		m.add(j)
	}
	if len(m.told) == 0 && first.data == nil {
		return first, m.putAside(all[1:])
	}
	names, err := allNames(o.Files)
	if err != nil {
		return nil, err
	}
	writer := newWriter(names)
	j, err := m.write(writer)
	if err != nil {
		return nil, lang.E(lang.JournalNoFolder, err).Hint(lang.JournalNoFolderHint)
	}
	for _, old := range all {
		j.issues = append(j.issues, old.issues...)
	}
	return j, m.putAside(all)
}

// begun returns the instant of a journal's first event.
func (j *journal) begun() time.Time {
	if len(j.events) == 0 {
		return j.last
	}
	return j.events[0].At
}

// inOrder puts journals behind those that wrote the files that they began from,
// whatever the clocks of their machines said; else by time.
func inOrder(all []*journal) []*journal {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b *journal) int { return a.begun().Compare(b.begun()) })
	var out []*journal
	for len(all) > 0 {
		i := slices.IndexFunc(all, func(j *journal) bool {
			return !slices.ContainsFunc(all, func(other *journal) bool { return other != j && other.wrote(j.base) })
		})
		i = max(i, 0)
		out = append(out, all[i])
		all = slices.Delete(all, i, i+1)
	}
	return out
}

// wrote reports whether the telko of a journal once left this text as the
// meeting's file.
func (j *journal) wrote(text []byte) bool {
	digest := digestOf(text)
	return text != nil && slices.ContainsFunc(j.events, func(e Event) bool { return e.Verb == Written && e.Key == digest })
}

// merger puts the events of journals together.
type merger struct {
	o       *Options
	meeting string
	base    *journal // what the first one began from
	events  []Event
	told    []Event
}

// write writes the journal of all events.
func (m *merger) write(writer string) (*journal, error) {
	last := m.events[len(m.events)-1].At
	b, err := appendBase(appendHeader(nil, m.meeting, writer), writer, m.base.base, m.base.private, last)
	if err != nil {
		return nil, err
	}
	// What the files hold is found out anew: see Session.asWritten.
	end := append(m.told, Event{By: byTelko, Verb: Written})
	for i := range end {
		end[i].At, end[i].ID = last, EntryID(writer+"-"+numberWord(i+1))
	}
	for _, events := range [][]Event{m.events, end} {
		for i := range events {
			if b, err = appendLine(b, eventLine(&events[i])); err != nil {
				return nil, err
			}
		}
	}
	name := journalName(m.meeting, writer)
	if err := m.o.Files.WriteFile(name, b); err != nil {
		return nil, err
	}
	return readJournal(name, b), nil
}

// putAside puts journals where those of telcos that ended are. The reserve of
// one is of no use any more.
func (m *merger) putAside(all []*journal) error {
	var errs []error
	for _, j := range all {
		if j.data != nil {
			errs = append(errs, m.o.Files.WriteFile(endedDir+"/"+j.name, j.data))
			continue
		}
		errs = append(errs, m.o.Files.Rename(j.name, endedDir+"/"+j.name), m.o.Files.Remove(reserveName(j.name)))
		d := draft{fs: m.o.Files, name: draftName(j.name)}
		errs = append(errs, d.remove())
	}
	return errors.Join(errs...)
}

// add merges a journal into the events there are.
func (m *merger) add(j *journal) {
	have := map[EntryID]bool{}
	for i := range m.events {
		have[m.events[i].ID] = true
	}
	var fresh []Event
	for _, e := range j.events {
		if !have[e.ID] {
			fresh = append(fresh, e)
		}
	}
	if len(fresh) == 0 {
		return
	}
	var floor time.Time
	ids := map[EntryID]EntryID{}
	if !have[j.events[0].ID] { // else it is one journal, as it was at two times
		var made []Event
		made, ids, floor = m.mapBase(j)
		fresh = append(made, fresh...)
	}
	for i := range fresh {
		fresh[i] = renamed(fresh[i], ids)
	}
	mine, fresh := m.reconcile(slices.Clone(m.events), fresh, j)
	editFirst(mine, fresh)
	fresh = withoutGiven(mine, fresh)
	entries, by := 0, ""
	for i := range fresh {
		if e := &fresh[i]; isTyped(e) {
			by = e.By
			entries++
		}
	}
	m.events = interleave(mine, fresh, floor)
	if entries > 0 {
		m.told = append(m.told, Event{By: byTelko, Verb: Tell, Text: lang.JournalMerged.In(m.o.Workspace.Lang(), by, entries)})
	}
}

// withoutGiven leaves out the ids of a journal that another one gave to other
// entries: two machines number on from the same file. Who was merged gets new
// ones when the file is written.
func withoutGiven(mine, fresh []Event) []Event {
	of := map[string]EntryID{}
	for i := range mine {
		if e := &mine[i]; e.Verb == GiveID {
			of[string(e.TaskID)+string(e.MotionID)] = e.Of
		}
	}
	return slices.DeleteFunc(fresh, func(e Event) bool {
		other, given := of[string(e.TaskID)+string(e.MotionID)]
		return e.Verb == GiveID && given && other != e.Of
	})
}

// editFirst has edits of headings that go on with a topic be edits of the
// topic: in another order, it may not need to be gone on with.
func editFirst(runs ...[]Event) {
	made := map[EntryID]bool{}
	for _, run := range runs {
		for i := range run {
			made[run[i].ID] = true
		}
	}
	for _, run := range runs {
		for i := range run {
			e := &run[i]
			if at := strings.LastIndexByte(string(e.Of), '/'); e.Verb == Edit && at >= 0 {
				if first := e.Of[at+1:]; made[first] || strings.HasPrefix(string(first), "f-") || strings.HasPrefix(string(first), "p-") {
					e.Of = first
				}
			}
		}
	}
}

// renamed returns an event about other entries.
func renamed(e Event, ids map[EntryID]EntryID) Event {
	if len(ids) == 0 {
		return e
	}
	for _, id := range []*EntryID{&e.Of, &e.Topic, &e.Before} {
		*id = renameID(*id, ids)
	}
	return e
}

// renameID returns another id for an entry. Ids of headings that telko made by
// itself hold those of others, parted by slashes.
func renameID(id EntryID, ids map[EntryID]EntryID) EntryID {
	if to, ok := ids[id]; ok {
		return to
	}
	if !strings.Contains(string(id), "/") {
		return id
	}
	parts := strings.Split(string(id), "/")
	for i, p := range parts {
		if to, ok := ids[EntryID(p)]; ok {
			parts[i] = string(to)
		}
	}
	return EntryID(strings.Join(parts, "/"))
}

// interleave puts two runs of events together by time, each in its order.
// Nothing of the second comes before floor; and what is about an entry of the
// other run comes behind what makes that, whatever the clocks said.
func interleave(a, b []Event, floor time.Time) []Event {
	at := [2]map[EntryID]int{{}, {}}
	runs := [2][]Event{a, b}
	for r, run := range runs {
		for i := range run {
			at[r][run[i].ID] = i
		}
	}
	next := [2]int{}
	needs := func(r int) int { // how far the other run must be
		e := &runs[r][next[r]]
		most := 0
		for _, id := range []EntryID{e.Of, e.Topic, e.Before} {
			first, _, _ := strings.Cut(string(id), "/")
			if i, ok := at[1-r][EntryID(first)]; ok {
				most = max(most, i+1)
			}
		}
		return most
	}
	out := make([]Event, 0, len(a)+len(b))
	for next[0] < len(a) || next[1] < len(b) {
		r := 0
		switch {
		case next[0] == len(a):
			r = 1
		case next[1] == len(b):
		case needs(0) > next[1]:
			r = 1
		case needs(1) > next[0]:
		case later(b[next[1]].At, floor).Before(a[next[0]].At):
			r = 1
		}
		out = append(out, runs[r][next[r]])
		next[r]++
	}
	return out
}

func later(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}
