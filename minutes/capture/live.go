package capture

import (
	"math/rand/v2"
	"time"

	"telko/minutes"
	"telko/minutes/archive"
)

// live is what a session that Start began has beside the fold: its journal,
// the meeting's files, and who else would like to record it.
type live struct {
	ws      *archive.Workspace
	fs      FS
	now     func() time.Time
	ref     archive.Ref
	ctx     minutes.Context
	journal *journalFile
	draft   draft
	release func() error
	typing  bool // a line is being entered: its draft is done with
	lazy    bool // events that could be found again need not be on disk at once
	clock   clockWatch
	saver
	follower
}

// Append implements Journal: it keeps events, and has the line that is being
// typed outlive them.
func (l *live) Append(events []Event) error {
	if b := &l.journal.behind; b.on && b.due == 0 {
		b.since = l.now()
	}
	last := lastTyped(events)
	if last != "" && !l.typing && l.draft.line != "" {
		l.draft.expect(last, l.now())
	}
	if err := l.journal.add(events, !l.lazy); err != nil {
		return err
	}
	if last != "" {
		l.draft.after = last
	}
	for i := range events {
		switch events[i].Verb {
		case Open, Written, Carried, Tell:
		default:
			l.pending = true
		}
	}
	return nil
}

// entering says that a line is being entered, or no more.
func (s *Session) entering(is bool) {
	if s.live != nil {
		s.live.typing = is
	}
}

// SetDraft keeps the line that is being typed, so that it is there again after
// a crash. It is cheap enough to be called at every key.
func (s *Session) SetDraft(line string) {
	if l := s.live; l != nil && line != l.draft.line {
		l.draft.set(line, l.now())
	}
}

// Draft returns the line that was being typed when the session before this one
// died, "" if there is none; later the line that SetDraft was told last.
func (s *Session) Draft() string {
	if s.live == nil {
		return ""
	}
	return s.live.draft.line
}

// newWriter returns a word that no journal of the meeting begins its ids with.
func newWriter(names []string) string {
	const letters = "bcdfghjkmnpqrstvwxz"
	for {
		w := []byte{letters[rand.IntN(len(letters))], byte('2' + rand.IntN(8)), letters[rand.IntN(len(letters))]}
		taken := false
		for _, n := range names {
			_, other := splitJournalName(n)
			taken = taken || other == string(w)
		}
		if !taken {
			return string(w)
		}
	}
}

// where returns the path of a file of the FS for people.
func (l *live) where(name string) string {
	if p, ok := l.fs.(interface{ Path(string) string }); ok {
		return p.Path(name)
	}
	return name
}
