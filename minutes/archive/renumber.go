package archive

import (
	"bytes"
	"slices"

	"telko/minutes"
	"telko/tasks"
)

// Renumbered is a task that got another id, because two texts had one.
type Renumbered struct {
	Meeting string
	Line    int // in the meeting's file
	Text    string
	Old     tasks.ID
	New     tasks.ID // "" of a dry run
	Private bool
}

// bearer is a line that bears an id of its own meeting.
type bearer struct {
	ref     Ref
	private bool
	line    int
	id      tasks.ID
	text    string
	digest  string
}

// Renumber gives a new id to every task whose id another text bears too, as
// happens when two machines give out one number and their files are merged. The
// text that the log knew first keeps the id, and with it all that was done since;
// a line that repeats that text is a mention and stays. Only says which ids it is
// about, nil all. A dry run changes nothing.
func (w *Workspace) Renumber(only []tasks.ID, dryRun bool) ([]Renumbered, error) {
	lines, err := w.bearers()
	if err != nil {
		return nil, err
	}
	logs, err := w.readLogs()
	if err != nil {
		return nil, err
	}
	evs, _ := readTaskLogs(logs)
	var out []Renumbered
	var refs []Ref
	for _, b := range losers(lines, evs) {
		if only != nil && !slices.Contains(only, b.id) {
			continue
		}
		out = append(out, Renumbered{Meeting: b.ref.ID, Line: b.line, Text: b.text, Old: b.id, Private: b.private})
		if !slices.ContainsFunc(refs, func(r Ref) bool { return r.ID == b.ref.ID }) {
			refs = append(refs, b.ref)
		}
	}
	if dryRun {
		return out, nil
	}
	for _, ref := range refs {
		if err := w.renumber(ref, out); err != nil {
			return out, err
		}
	}
	return out, nil
}

// bearers reads the lines of all files that bear an id of their own meeting. A
// file that cannot be read is left out: nothing in it changes.
func (w *Workspace) bearers() ([]bearer, error) {
	refs, err := w.Meetings()
	if err != nil {
		return nil, err
	}
	var out []bearer
	for _, ref := range refs {
		for _, private := range []bool{false, true} {
			f, err := w.Load(ref)
			if private {
				f, err = w.LoadPrivate(ref)
			}
			if err != nil || f == nil {
				continue
			}
			for _, tl := range borne(f) {
				text := tl.Parts.Task.Text
				out = append(out, bearer{ref, private, tl.Line, tl.Parts.Task.ID, text, tasks.Digest(text)})
			}
		}
	}
	return out, nil
}

// borne returns the checkbox lines of f that bear an id of its meeting: its
// tasks, and lines with an id that one of them has.
func borne(f *minutes.File) []minutes.TaskLine {
	own := map[tasks.ID]bool{}
	for _, t := range f.Meeting.Tasks {
		own[t.ID] = t.ID != ""
	}
	var out []minutes.TaskLine
	for _, tl := range f.TaskLines() {
		if own[tl.Parts.Task.ID] {
			out = append(out, tl)
		}
	}
	return out
}

// losers returns the lines that are to get a new id.
func losers(lines []bearer, evs []tasks.Event) []bearer {
	first := map[tasks.ID]tasks.Event{}
	for _, e := range evs {
		old, known := first[e.ID]
		if e.Verb == tasks.Add && (!known || e.At.Before(old.At) || e.At.Equal(old.At) && e.Line() < old.Line()) {
			first[e.ID] = e
		}
	}
	keeps := map[tasks.ID]string{} // the digest that keeps an id
	for _, b := range lines {
		if _, known := keeps[b.id]; !known || first[b.id].Digest == b.digest {
			keeps[b.id] = b.digest
		}
	}
	var out []bearer
	for _, b := range lines {
		if keeps[b.id] != b.digest {
			out = append(out, b)
		}
	}
	return out
}

// renumber takes the ids off the lines of one meeting and has them minted anew.
func (w *Workspace) renumber(ref Ref, all []Renumbered) error {
	_, err := w.EditBoth(ref, func(public, private []byte) ([]byte, []byte, error) {
		newPublic, err := w.withoutIDs(ref.Path, public, ref, false, all)
		if err != nil || private == nil {
			return newPublic, nil, err
		}
		newPrivate, err := w.withoutIDs(ref.PrivatePath, private, ref, true, all)
		return newPublic, newPrivate, err
	})
	if err != nil {
		return err
	}
	for _, private := range []bool{false, true} {
		f, err := w.Load(ref)
		if private {
			f, err = w.LoadPrivate(ref)
		}
		if err != nil {
			return err
		}
		if f == nil {
			continue
		}
		for _, tl := range f.TaskLines() {
			for i := range all {
				r := &all[i]
				if r.Meeting == ref.ID && r.Private == private && r.Line == tl.Line && r.Text == tl.Parts.Task.Text {
					r.New = tl.Parts.Task.ID
				}
			}
		}
	}
	return nil
}

// withoutIDs returns src without the ids of the lines that are to get new ones,
// nil if there are none.
func (w *Workspace) withoutIDs(path string, src []byte, ref Ref, private bool, all []Renumbered) ([]byte, error) {
	f, err := minutes.Parse(path, src, w.Context())
	if err != nil {
		return nil, err
	}
	var out []byte
	lines := f.TaskLines()
	for _, tl := range slices.Backward(lines) {
		if !slices.ContainsFunc(all, func(r Renumbered) bool {
			return r.Meeting == ref.ID && r.Private == private && r.Old == tl.Parts.Task.ID && r.Text == tl.Parts.Task.Text
		}) {
			continue
		}
		if out == nil {
			out = bytes.Clone(src)
		}
		at := tl.Parts.ID
		if at.Start == tl.Content.Start { // "#100107-2: text"
			for at.End < tl.Content.End && bytes.IndexByte([]byte(": \t"), src[at.End]) >= 0 {
				at.End++
			}
		} else {
			for at.Start > tl.Content.Start && (src[at.Start-1] == ' ' || src[at.Start-1] == '\t') {
				at.Start--
			}
		}
		out = append(out[:at.Start], out[at.End:]...)
	}
	return out, nil
}
