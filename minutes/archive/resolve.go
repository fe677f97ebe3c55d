package archive

import (
	"path"
	"slices"
	"strings"

	"telko/minutes/lang"
	"telko/tasks/when"
)

// Resolve finds the meeting that a word means: its id or its file, "last" or
// "next", the key of a series (its last meeting), a day in any form that people
// write, or a part of the name that only one meeting has. A word that could be
// several is an *AmbiguousError.
func (w *Workspace) Resolve(word string) (Ref, error) {
	refs, err := w.Meetings()
	if err != nil {
		return Ref{}, err
	}
	key := strings.TrimSuffix(strings.TrimSuffix(path.Base(strings.ReplaceAll(folded(word), `\`, "/")), ".md"), privateEnd)
	if key == "" || key == "." {
		return Ref{}, w.noMeeting(word, refs)
	}
	for _, r := range refs {
		if r.ID == key {
			return r, nil
		}
	}
	if r, ok := w.relative(key, refs); ok {
		return r, nil
	}
	found := w.onDay(word, refs)
	if len(found) == 0 {
		for _, r := range refs {
			if strings.Contains(r.ID, key) {
				found = append(found, r)
			}
		}
	}
	switch len(found) {
	case 0:
		return Ref{}, w.noMeeting(word, refs)
	case 1:
		return found[0], nil
	}
	slices.Reverse(found) // the newest is the likeliest
	many := &AmbiguousError{Word: word, Refs: found}
	ids := make([]string, 0, 5)
	for _, r := range found[:min(len(found), 5)] {
		ids = append(ids, r.ID)
	}
	more := ""
	if len(found) > 5 {
		more = ", …"
	}
	return Ref{}, lang.E(lang.ArchiveAmbiguous, word, len(found), strings.Join(ids, ", ")+more).Because(many)
}

// relative reads "last", "next" and the keys of series. A meeting of today
// counts as the last one: it is being held, or was.
func (w *Workspace) relative(key string, refs []Ref) (Ref, bool) {
	_, isSeries := w.settings.SeriesOf(key)
	today := w.Today()
	switch {
	case isSeries || slices.Contains([]string{"last", "latest", "letzte", "letztes", "letzter"}, key):
		for _, r := range slices.Backward(refs) {
			if !r.Date.After(today) && (!isSeries || r.Series == key) {
				return r, true
			}
		}
	case slices.Contains([]string{"next", "nächste", "nächstes", "nächster"}, key):
		for _, r := range refs {
			if r.Date.After(today) {
				return r, true
			}
		}
	}
	return Ref{}, false
}

// onDay returns the meetings of the day that word means. A day without its
// year is the last one that has a meeting.
func (w *Workspace) onDay(word string, refs []Ref) []Ref {
	d, err := when.Read(strings.TrimSpace(word), w.Today())
	if err != nil {
		return nil
	}
	var found []Ref
	for _, r := range refs {
		if r.Date == d {
			found = append(found, r)
		}
	}
	return found
}

func (w *Workspace) noMeeting(word string, refs []Ref) error {
	e := lang.E(lang.ArchiveNoMeeting, word).Because(ErrNoMeeting)
	if len(refs) == 0 {
		return e.Hint(lang.ArchiveNoMeetingsYet)
	}
	return e.Hint(lang.ArchiveLastMeetings, refs[len(refs)-1].ID)
}
