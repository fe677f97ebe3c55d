package archive

import (
	"slices"
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
)

// MotionRegister is the motions of all meetings and of the logs, folded.
type MotionRegister struct {
	Motions     []*motions.Record // in the order of motions.Fold
	Resolutions []*motions.Record // decisions without a motion
	Problems    []Problem         // what was left out
}

// Ledger returns what was decided, motions and decisions without one, in order
// of the days they were decided on.
func (r *MotionRegister) Ledger() []*motions.Record {
	return motions.Ledger(slices.Concat(r.Motions, r.Resolutions))
}

// Find returns the motion with this id, nil if there is none.
func (r *MotionRegister) Find(id motions.ID) *motions.Record {
	for _, all := range [][]*motions.Record{r.Motions, r.Resolutions} {
		for _, m := range all {
			if m.ID == id {
				return m
			}
		}
	}
	return nil
}

// MotionRegister returns every motion with its passages and history, private
// ones too. It answers from an index in .telko if every file is as it was when
// that was written; otherwise it reads what changed, and writes the index anew.
func (w *Workspace) MotionRegister() (*MotionRegister, error) {
	old := w.readMotionIndex()
	if old != nil {
		defer old.close()
		if w.freshMotions(old) {
			if r := w.foldedMotions(old); r != nil {
				return r, nil
			}
			old = nil
		}
	}
	x, err := w.reindexMotions(old)
	if err != nil {
		return nil, err
	}
	return newMotionRegister(x.all, x.problems), nil
}

// foldedMotions returns what an index and the logs say, nil if it is damaged.
func (w *Workspace) foldedMotions(old *oldMotions) *MotionRegister {
	problems, ok := old.problems()
	if !ok {
		return nil
	}
	of, ok := old.stations(w, nil)
	if !ok {
		return nil
	}
	logs, err := w.readLogs()
	if err != nil {
		return nil
	}
	evs, _ := readMotionLogs(logs)
	return newMotionRegister(motions.Fold(slices.Concat(of...), evs), problems)
}

func newMotionRegister(all []*motions.Record, problems []Problem) *MotionRegister {
	r := &MotionRegister{Problems: problems, Motions: make([]*motions.Record, 0, len(all))}
	for _, m := range all {
		if m.Resolution {
			r.Resolutions = append(r.Resolutions, m)
		} else {
			r.Motions = append(r.Motions, m)
		}
	}
	return r
}

// ListMotions returns the motions of MotionRegister without Parts, History and
// Remarks, quickly: for lists.
func (w *Workspace) ListMotions() (*MotionRegister, error) {
	old := w.readMotionIndex()
	if old != nil {
		defer old.close()
		if w.freshMotions(old) {
			problems, ok := old.problems()
			rows, whole := old.rows()
			if ok && whole {
				return newMotionRegister(rows, problems), nil
			}
			old = nil
		}
	}
	x, err := w.reindexMotions(old)
	if err != nil {
		return nil, err
	}
	r := newMotionRegister(x.all, x.problems)
	for _, m := range x.all {
		m.Parts, m.History, m.Remarks = nil, nil, nil
	}
	return r, nil
}

// stationsOf returns what a file says of motions.
func (w *Workspace) stationsOf(f *minutes.File, private bool) []motions.Station {
	f.Meeting.Private = f.Meeting.Private || private
	out := minutes.Stations(&f.Meeting, w.zone, w.settings.IDPrefix(f.Meeting.Series))
	for i := range out {
		out[i].Seal()
	}
	return out
}

// readMotionLogs reads the events of both logs.
func readMotionLogs(logs logs) ([]motions.Event, []Problem) {
	evs, bad := motions.ReadLog(motionLog, logs.motions)
	private, more := motions.ReadLog(privateLog, logs.privateMotions)
	for i := range private {
		private[i].Private = true
	}
	var problems []Problem
	for _, b := range append(bad, more...) {
		problems = append(problems, Problem{Path: b.File, Line: b.Line, Err: b.Err})
	}
	return append(evs, private...), problems
}

// Motion returns the motion with this id, or the decision without one, with
// passages, history and remarks. It reads no more than the meetings that have it.
func (w *Workspace) Motion(id motions.ID) (*motions.Record, error) {
	if m := w.oneMotion(id); m != nil {
		return m, nil
	}
	r, err := w.MotionRegister()
	if err != nil {
		return nil, err
	}
	if m := r.Find(id); m != nil {
		return m, nil
	}
	return nil, noMotion(id)
}

// oneMotion returns a motion that a fresh index knows, nil if there is none.
func (w *Workspace) oneMotion(id motions.ID) *motions.Record {
	m, old, _ := w.motionAndIndex(id)
	if m != nil {
		old.close()
	}
	return m
}

// motionAndIndex returns a motion that a fresh index knows, with that index,
// which is to be closed, and the names of its rows.
func (w *Workspace) motionAndIndex(id motions.ID) (*motions.Record, *oldMotions, []rowName) {
	old := w.readMotionIndex()
	if old == nil {
		return nil, nil, nil
	}
	if !id.IsResolution() && w.freshMotions(old) {
		if names, ok := old.names(); ok {
			if some, ok := w.someMotions(old, names, []motions.ID{id}); ok && some[id] != nil {
				return some[id], old, names
			}
		}
	}
	old.close()
	return nil, nil, nil
}

// someMotions returns motions of a fresh index whole, as far as it has them: it
// reads no more than the meetings they stand in. Links and what is remarked on
// them come from their rows, since they depend on other motions.
func (w *Workspace) someMotions(old *oldMotions, names []rowName, ids []motions.ID) (map[motions.ID]*motions.Record, bool) {
	rows, ok := old.someRows(names, ids)
	if !ok || len(rows) == 0 {
		return nil, ok
	}
	has := map[string]bool{}
	for _, r := range rows {
		for _, p := range r.Places {
			name := p.Meeting
			if p.Private {
				name += privateEnd
			}
			has[name+".md"] = true
		}
	}
	of, ok := old.stations(w, func(i int) bool { return has[old.head.files[i].name] })
	if !ok {
		return nil, false
	}
	logs, err := w.readMotionLines()
	if err != nil {
		return nil, false
	}
	var words []string
	for id := range rows {
		words = append(words, " "+string(id)+" ")
	}
	logs.motions, logs.privateMotions = linesWith(logs.motions, nil, words...), linesWith(logs.privateMotions, nil, words...)
	evs, _ := readMotionLogs(logs)
	out := map[motions.ID]*motions.Record{}
	for _, m := range motions.Fold(slices.Concat(of...), evs) {
		row := rows[m.ID]
		if row == nil {
			continue
		}
		m.Links, m.Same = row.Links, row.Same
		m.Remarks = slices.DeleteFunc(m.Remarks, func(x motions.Remark) bool {
			if x.Code != motions.NoSuchMotion || len(x.Words) == 0 {
				return false
			}
			other, _ := x.Words[0].(string)
			return other != string(m.ID) && slices.ContainsFunc(names, func(n rowName) bool { return string(n.id) == other })
		})
		m.RemarkSame()
		out[m.ID] = m
	}
	return out, true
}

func noMotion(id motions.ID) error {
	return lang.E(lang.ArchiveNoMotion, string(id)).Because(ErrNoMotion)
}

// ChangeMotion adds one event to a motion: under the lock, fn gets the motion
// as files and logs have it now, and returns what happened to it. ChangeMotion
// returns the motion after the event, and the event as it was written. It goes
// to the private log if the motion is private. Whatever may not follow is a
// *motions.Refused; what motions.Settle remarks on is for fn to ask about.
func (w *Workspace) ChangeMotion(id motions.ID, fn func(r *motions.Record) (motions.Event, error)) (*motions.Record, motions.Event, error) {
	var after *motions.Record
	var e motions.Event
	err := w.locked(func(*held) error {
		r, err := w.Motion(id)
		if err != nil {
			return err
		}
		if e, err = fn(r); err != nil {
			return err
		}
		if e, _, err = motions.Settle(r, e); err != nil {
			return err
		}
		e.Private = r.Private
		events := []motions.Event{e}
		if add, needed := r.Adding(); needed {
			events = []motions.Event{add, e}
		}
		if err := w.appendMotions(e.Private, events); err != nil {
			return err
		}
		after, err = w.Motion(id)
		return err
	})
	return after, e, err
}

// appendMotions adds events to a log.
func (w *Workspace) appendMotions(private bool, events []motions.Event) error {
	lines := motionLines(events)
	if !private {
		return w.appendLines(motionLog, lines, 0o666)
	}
	if err := w.hidePrivate(); err != nil {
		return err
	}
	return w.appendLines(privateLog, lines, 0o600)
}

// MatchMotions returns those of ms that word means: the one with this id, with
// or without '#'; those whose id ends in these components ("1" is never "-11");
// those whose title holds the word.
func MatchMotions(ms []*motions.Record, word string) []*motions.Record {
	word = strings.TrimPrefix(strings.TrimSpace(word), "#")
	if word == "" {
		return nil
	}
	var byID, byTitle []*motions.Record
	key := lang.Key(word)
	for _, m := range ms {
		switch id := string(m.ID); {
		case strings.EqualFold(id, word):
			return []*motions.Record{m}
		case hasTail(id, word):
			byID = append(byID, m)
		case strings.Contains(lang.Key(m.Title), key):
			byTitle = append(byTitle, m)
		}
	}
	if len(byID) > 0 {
		return byID
	}
	return slices.Clip(byTitle)
}

// hasTail reports whether the last components of id are word.
func hasTail(id, word string) bool {
	at := len(id) - len(word)
	return at > 0 && strings.EqualFold(id[at:], word) && (id[at-1] == '-' || at == 1)
}
