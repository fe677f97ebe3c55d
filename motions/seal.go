package motions

// Mark returns the digest of a passage as events of answers have it.
func (p *Passage) Mark() string { return Digest(string(p.Kind) + " " + p.Text) }

// Mark returns the digest of a part.
func (p *Part) Mark() string {
	if p.mark == "" {
		p.mark = p.Passage.Mark()
	}
	return p.mark
}

// Seal fills in the digests of s: they take longer to make than a list of a
// thousand motions has time, so that whoever keeps stations keeps them too.
func (s *Station) Seal() {
	s.Wording = ""
	s.Wording = s.wording()
	s.Marks = make([]string, len(s.Motion.Parts))
	for i := range s.Marks {
		s.Marks[i] = s.Motion.Parts[i].Mark()
	}
}

// sealed compares the motion with what the log says of its texts: what they
// were when it was received, and when passages were answered. All but the
// first event of its adding, and answers that are no longer there, do not count.
func (r *Record) sealed() {
	var add, text *Event
	answered := map[string]*Event{} // the newest of each answer
	for i := range r.events {
		switch e := &r.events[i]; e.Verb {
		case Add:
			if add == nil {
				add = e
			} else if e.Digest != add.Digest {
				r.remark(Remark{Code: TwoWordings, Event: e})
			}
		case TextV:
			if text == nil {
				text = e
			}
			// The private log has what the other one must not.
			if r.Frozen == "" && e.Digest == text.Digest && e.Text != "" && Digest(e.Text) == e.Digest {
				r.Frozen = e.Text
			}
		case AnswerV:
			answered[e.Digest] = e
		}
	}
	switch {
	case r.Orphan:
		r.remark(Remark{Code: Lost, Event: &r.events[0]})
		return
	case add == nil && len(r.events) > 0 && r.ID != "":
		r.remark(Remark{Code: NoAdd, Event: &r.events[0]})
	}
	if text != nil && text.Digest != r.stations[0].wording() {
		r.remark(Remark{Code: TextChanged, Meeting: r.first(), Line: r.line(), Private: r.Places[0].Private, Event: text})
	}
	if len(answered) > 0 {
		r.compareAnswers(answered)
	}
}

func (r *Record) compareAnswers(answered map[string]*Event) {
	marks := map[string]bool{}
	for i := range r.Parts {
		marks[r.Parts[i].Mark()] = true
	}
	for i := range r.Parts {
		p := &r.Parts[i]
		if p.Kind != Answer {
			continue
		}
		e := answered[p.Mark()]
		if e == nil || e.Passage == "" || marks[e.Passage] {
			continue
		}
		place := &r.Places[p.Place]
		m := Remark{Meeting: place.Meeting, Private: place.Private, Line: p.Line, Event: e}
		if p.Of >= 0 && !known(answered, r.Parts[p.Of].Mark(), e) {
			p.Edited = true
			m.Code, m.Words = AnswerStale, []any{r.Parts[p.Of].Line}
		} else {
			p.Gone = true
			m.Code = AnswerLost
		}
		r.remark(m)
	}
}

// known reports whether another answer was given to the passage with this mark:
// then it is that passage, and no edited form of the one that e answers.
func known(answered map[string]*Event, mark string, e *Event) bool {
	for _, other := range answered {
		if other != e && other.Passage == mark {
			return true
		}
	}
	return false
}
