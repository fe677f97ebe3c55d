package capture

import (
	"bytes"
	"slices"
)

// knowFiles finds out, when a session goes on, what telko had written of the
// files last, so that what other programs did to them since can be told.
func (s *Session) knowFiles(files meetingFiles) {
	l := s.live
	then := s.asWritten()
	if then == nil {
		if files.text[0] != nil {
			l.stale = s.staleTexts()
		}
		return
	}
	known := [2]fileText{then.doc.layOut(false), then.doc.layOut(true)}
	if w := lastWritten(s.log.all); w >= 0 {
		for i, digest := range []string{s.log.all[w].Key, s.log.all[w].Text} {
			now := files.text[i]
			if now == nil || digestOf(now) != digest || bytes.Equal(now, known[i].src) {
				continue
			}
			// The file is as telko left it. If the journal says something else,
			// it was damaged, or another telko wrote the file in its own way:
			// then the pieces are found in it.
			name := l.ref.Path
			if i == 1 {
				name = privateName(l.ref)
			}
			if c, err := compare(name, &known[i], now, l.ctx); err == nil && c.isSame() {
				t := taker{c: c, made: make([]int, len(c.pieces))}
				for k := range t.made {
					t.made[k] = -1
				}
				known[i] = t.placed(now, nil)
			}
		}
	}
	l.known = known
	if w := lastWritten(s.log.all); w >= 0 {
		l.upto = s.log.all[w].Of
	}
	if !bytes.Equal(files.text[0], known[0].src) || !bytes.Equal(files.text[1], known[1].src) {
		l.stale = s.staleTexts()
	}
}

// isSame reports whether a file has the pieces that it had, whatever they look
// like now.
func (c *outsideChange) isSame() bool {
	return c.head == c.headWas && len(c.lost) == 0 && !slices.ContainsFunc(c.pieces, func(p piece) bool { return p.of == "" })
}

// asWritten returns the session as it was when the files were written last, nil
// if they never were, or if journals were merged since.
func (s *Session) asWritten() *Session {
	all := s.log.all
	w := lastWritten(all)
	if w < 0 {
		w = openedFrom(all)
	}
	if w < 0 || all[w].Key == "" {
		return nil
	}
	return s.asOf(w)
}

// asOf returns the session as it was when event w noted what the files hold.
func (s *Session) asOf(w int) *Session {
	all := s.log.all
	c := s.c
	c.Journal, c.Events = &Memory{}, nil
	upto := -1
	for i := range all[:w+1] {
		if all[i].ID == all[w].Of {
			upto = i
		}
	}
	for i := range all[:w+1] {
		if e := &all[i]; i <= upto || e.By == Outside || e.Verb == GiveID || e.Verb == Written {
			c.Events = append(c.Events, *e)
		}
	}
	then, err := New(c)
	if err != nil {
		return nil
	}
	return then
}

// openedFrom returns the index of the Open event of a journal that began from a
// file that was there, -1 if it began a new one.
func openedFrom(events []Event) int {
	for i := range events {
		if events[i].Verb == Open && events[i].Done {
			return i
		}
	}
	return -1
}

// headKey is where staleTexts has a head: no entry begins like it.
func headKey(head string) string { return "\x00" + head }

// staleMost is how many events are looked through for what entries once were.
const staleMost = 400

// staleTexts returns what entries were since the files were written last: a
// telko that was killed may have written any of it.
func (s *Session) staleTexts() map[string]EntryID {
	then := s.asWritten()
	if then == nil {
		c := s.c
		c.Journal, c.Events = &Memory{}, nil
		var err error
		if then, err = New(c); err != nil {
			return nil
		}
	}
	have := map[EntryID]bool{}
	for i := range then.log.all {
		have[then.log.all[i].ID] = true
	}
	out := map[string]EntryID{}
	rest := s.log.all
	for len(rest) > 0 && have[rest[0].ID] {
		rest = rest[1:]
	}
	for i := range rest {
		if have[rest[i].ID] {
			continue
		}
		then.take(rest[i : i+1])
		if i < len(rest)-staleMost {
			continue
		}
		for _, private := range []bool{false, true} {
			f := then.doc.layOut(private)
			out[headKey(headText(string(f.src[:f.head])))] = nothingYet
			for id, text := range f.texts() {
				if n := then.doc.byID[id]; n != nil {
					out[bareText(trimGap(text), n.e)] = id
				}
			}
		}
	}
	return out
}
