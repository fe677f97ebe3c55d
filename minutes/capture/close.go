package capture

import (
	"errors"

	"telko/minutes"
)

// SaveAll saves what there is to save, and waits for it: at the end, and where
// there is no screen that must not wait. The error is the one of SaveState;
// what was accepted is in the journal in any case.
func (s *Session) SaveAll() error {
	if s.live == nil {
		return nil
	}
	_ = s.live.flush()                 // what the disk refuses may find a place in the file
	if v := s.live.current; v != nil { // one that runs is waited for
		if err := s.Finish(v.run()); err != nil {
			return err
		}
	}
	for range 6 {
		v, ok := s.StartSaveNow()
		if !ok {
			break
		}
		if err := s.Finish(v.Run()); err != nil {
			return err
		}
		if !s.live.pending && len(s.Effects()) == 0 {
			break
		}
	}
	return nil
}

// Close lets others record the meeting. The journal of a telco that ended, and
// whose file holds everything, is put aside; any other stays, for the next
// Start to go on with.
func (s *Session) Close() error {
	l := s.live
	if l == nil {
		return nil
	}
	if v := l.current; v != nil {
		_ = s.Finish(v.run())
	}
	var errs []error
	if err := l.flush(); err != nil && l.pending {
		errs = append(errs, err)
	}
	s.live = nil
	errs = append(errs, l.journal.Close())
	if l.done(s) {
		name := l.journal.name
		errs = append(errs, l.fs.Rename(name, endedDir+"/"+name), l.draft.remove())
	} else {
		l.draft.close()
	}
	errs = append(errs, l.fs.Remove(reserveName(l.journal.name)))
	if l.release != nil {
		errs = append(errs, l.release())
	}
	return errors.Join(errs...)
}

// done reports whether the telco ended and its files hold everything.
func (l *live) done(s *Session) bool {
	return s.doc.meeting.Status != minutes.StatusLive && !l.pending && l.err == nil && len(s.doc.effects()) == 0 && l.known[0].src != nil
}
