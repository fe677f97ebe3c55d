package capture

import "telko/motions"

// Told returns the motion one is in as a memory of motions is asked about it;
// without an id and words where one is in none. What is said behind an answer
// without a label of its own belongs to the motion too.
func (v *View) Told() motions.Told {
	head := v.Entry(v.Motion)
	if v.Motion == "" || head == nil {
		return motions.Told{}
	}
	q := motions.Told{ID: head.MotionID, Title: plainEntry(head)}
	for _, e := range v.Entries {
		if e.Motion != v.Motion {
			continue
		}
		switch {
		case e.Kind == KindPassage && e.Passage != Petition:
			q.Parts = append(q.Parts, motions.Passage{Kind: e.Passage, Text: plainEntry(e)})
		case e.Kind == KindNote || e.Kind == KindRaw:
			q.Parts = append(q.Parts, motions.Passage{Kind: motions.TextPart, Text: plainEntry(e)})
		}
	}
	return q
}
