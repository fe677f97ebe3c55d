package capture

import (
	"time"

	"telko/minutes"
	"telko/minutes/archive"
)

// followEvery is how often those who read along get a new draft; after an error
// it is twice as long as before, up to followMost.
const (
	followEvery = time.Minute
	followMost  = 16 * time.Minute
)

// follower has others read along: Options.Follow sends them a draft.
type follower struct {
	follow  func(f *minutes.File) error
	sending bool
	sentAt  time.Time // when the last one was begun
	sent    string    // digest of what was sent last
	wait    time.Duration
	failed  error
}

// Follow is a draft on its way to those who read along.
type Follow struct {
	ws   *archive.Workspace
	ref  archive.Ref
	send func(f *minutes.File) error
	sent string
}

// Followed is what came of a Follow.
type Followed struct {
	digest string
	err    error
}

// StartFollow takes the draft that is to be sent. False says that there is
// nothing to do now: nobody reads along, the last one is not a minute old, or
// nothing has changed. Ask again at every tick of a clock. Run it in any
// goroutine, and give the result to FinishFollow in this one.
func (s *Session) StartFollow() (Follow, bool) {
	l := s.live
	if l == nil || l.follow == nil || l.sending || l.saved.IsZero() || l.known[0].src == nil {
		return Follow{}, false
	}
	now := l.now()
	if since := now.Sub(l.sentAt); !l.sentAt.IsZero() && since >= 0 && since < max(l.wait, followEvery) {
		return Follow{}, false
	}
	if digestOf(l.known[0].src) == l.sent {
		return Follow{}, false
	}
	l.sending, l.sentAt = true, now
	return Follow{ws: l.ws, ref: l.ref, send: l.follow, sent: l.sent}, true
}

// Run sends the meeting's file as it lies on disk, so what others see is what
// was saved.
func (f Follow) Run() Followed {
	file, err := f.ws.Load(f.ref)
	if err != nil {
		return Followed{err: err}
	}
	digest := digestOf(file.Source())
	if digest == f.sent {
		return Followed{digest: digest}
	}
	return Followed{digest, f.send(file)}
}

// FinishFollow notes what came of it. The error is for the status line: nothing
// is lost, and it is tried again.
func (s *Session) FinishFollow(r Followed) error {
	l := s.live
	l.sending, l.failed = false, r.err
	if r.err != nil {
		l.wait = min(2*max(l.wait, followEvery), followMost)
		return r.err
	}
	l.sent, l.wait = r.digest, 0
	return nil
}
