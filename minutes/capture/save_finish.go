package capture

import (
	"bytes"

	"telko/minutes/lang"
)

// Finish takes what came of a save: ids and what other programs did to the file
// become events. It is called in the goroutine that the session belongs to. The
// error is the one that SaveState has from now on.
func (s *Session) Finish(r Saved) error {
	l := s.live
	if l == nil {
		return nil
	}
	if r.save != l.current || l.current == nil {
		return l.err // SaveAll or Close were faster
	}
	l.current, l.ended = nil, l.now()
	l.took = min(max(0, l.ended.Sub(r.save.at)), tookMost)
	l.ref = r.ref
	if r.copied != nil {
		l.copied = r.copied
	}
	if r.reserve != nil {
		l.journal.reserve = *r.reserve
	}
	l.err = s.finish(&r)
	return l.err
}

func (s *Session) finish(r *Saved) error {
	l := s.live
	if err := s.finishEffects(r); err != nil {
		return err
	}
	if r.found[0] == nil { // nothing was read
		return r.err
	}
	if !r.wrote && r.changes != [2]*outsideChange{} && !l.stands(r) {
		return nil
	}
	l.unsettle, l.seen = false, [2][]byte{}
	if err := s.takeOver(r); err != nil {
		return err
	}
	if r.anew {
		s.remark("", lang.E(lang.OutsideAnew))
	}
	if r.err == nil && l.copied != nil && l.fs.Remove(copyName(l.journal.name)) == nil {
		l.copied = nil
	}
	return r.err
}

// stands reports whether what another program wrote was there the last time
// too. Many editors write a file bit by bit.
func (l *live) stands(r *Saved) bool {
	same := l.unsettle && bytes.Equal(l.seen[0], r.found[0]) && bytes.Equal(l.seen[1], r.found[1])
	l.seen, l.unsettle = r.found, !same
	return same
}

// takeOver makes events of what is in the files and the session does not know,
// and notes that it knows them now.
func (s *Session) takeOver(r *Saved) error {
	l := s.live
	if !r.wrote && r.changes == [2]*outsideChange{} {
		if !l.pending {
			l.saved = r.save.at
		}
		return nil
	}
	base := r.save.known
	if r.wrote {
		base = r.save.next
	}
	var events []Event
	var takers [2]*taker
	outside := false
	for i, c := range r.changes {
		if r.minted[i] != nil {
			events = append(events, r.minted[i].events...)
		}
		if c == nil {
			continue
		}
		t := s.takeOutside(c, l.stale)
		for k := range t.made {
			if t.made[k] >= 0 {
				t.made[k] += len(events)
			}
		}
		outside = outside || len(t.events) > t.given
		events = append(events, t.events...)
		takers[i] = t
	}
	entered := s.lastEvent() != r.save.upto
	upto := l.upto // what another program wrote has nothing that is newer
	if r.wrote {
		upto = r.save.upto
	}
	events = append(events, Event{By: byTelko, Verb: Written, Of: upto, Key: digestOf(r.found[0]), Text: digestIf(r.found[1]), Done: r.wrote})
	waits := l.pending
	l.lazy = !outside
	err := s.commit(events)
	l.lazy = false
	if err != nil {
		return err
	}
	for i, t := range takers {
		l.known[i] = base[i]
		if r.minted[i] != nil {
			l.known[i] = r.minted[i].file
		}
		if t != nil {
			l.known[i] = t.placed(r.found[i], events)
		}
	}
	l.stale, l.upto = nil, upto
	// Where only blank lines differ, the other one's stay: two telkos on one
	// file would never come to rest.
	l.pending = outside || r.wrote && entered || !r.wrote && waits
	if !l.pending {
		l.saved = r.save.at
	}
	return nil
}

func digestIf(text []byte) string {
	if text == nil {
		return ""
	}
	return digestOf(text)
}

// placed returns a file that was taken over, as telko knows it now.
func (t *taker) placed(src []byte, events []Event) fileText {
	f := fileText{src: src, head: t.c.headLen}
	at := f.head
	for i := range t.c.pieces {
		p := &t.c.pieces[i]
		id := p.of
		if t.made[i] >= 0 {
			id = events[t.made[i]].ID
		}
		f.placed = append(f.placed, Placed{id, at, at + p.size})
		at += p.size
	}
	return f
}

// finishEffects notes what was written to the logs.
func (s *Session) finishEffects(r *Saved) error {
	var events []Event
	for _, e := range r.carried {
		events = append(events, carriedEvent(e))
	}
	for _, x := range r.refused {
		e := carriedEvent(x.effect)
		events = append(events, e, Event{By: byTelko, Verb: Tell, Text: lang.E(lang.OutcomeRefused, x.effect.Event.ID, refusedSay(x.err, s.Lang())).In(s.Lang())})
	}
	if len(events) == 0 {
		return nil
	}
	for i := range events {
		events[i].By = byTelko
	}
	return s.commit(events)
}

// remark notes something that the keeper should know; if that cannot be kept, it
// is no loss.
func (s *Session) remark(id EntryID, err *lang.Error) {
	_ = s.commit([]Event{{By: byTelko, Verb: Tell, Of: id, Text: err.In(s.Lang())}})
}
