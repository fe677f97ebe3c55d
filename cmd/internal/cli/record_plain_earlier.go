package cli

import (
	"telko/minutes/archive"
	"telko/minutes/capture"
	"telko/minutes/lang"
	"telko/motions"
)

// plainEarlier looks for motions that resemble the one that is recorded line by
// line. One search is on its way at a time, so that many lines at once are
// looked for as what they are together.
type plainEarlier struct {
	find  func(q motions.Told) []archive.Likeness
	found chan []archive.Likeness
	asked motions.Told
	busy  bool
	said  map[motions.ID]bool
}

func newPlainEarlier(t *telco) plainEarlier {
	return plainEarlier{find: t.alike(), found: make(chan []archive.Likeness, 1), said: map[motions.ID]bool{}}
}

// ask returns what is to be looked for, if that has changed.
func (e *plainEarlier) ask(v *capture.View) (q motions.Told, ok bool) {
	q = v.Told()
	if e.busy || q.Equal(e.asked) {
		return q, false
	}
	e.asked = q
	if q.Title == "" && len(q.Parts) == 0 {
		return q, false
	}
	e.busy = true
	return q, true
}

// foundEarlier says each motion that was found once, with what was answered.
func (p *plainTelco) foundEarlier(found []archive.Likeness) {
	p.busy--
	p.earlier.busy = false
	for _, l := range found {
		if p.earlier.said[l.ID] {
			continue
		}
		p.earlier.said[l.ID] = true
		p.say(lang.RecordEarlier.In(p.lang, p.earlierName(l.Record)))
		for _, answer := range p.earlierAnswers(l.Record) {
			p.say(answer)
		}
	}
}
