package capture

import (
	"strings"

	"telko/minutes/lang"
)

// taker makes events of what another program did to a file, where they go
// together with what was entered since telko knew the file.
type taker struct {
	s      *Session
	c      *outsideChange
	now    map[EntryID]string   // the entries as they would be written now
	stale  map[string]EntryID   // what entries once were: see Session.staleTexts
	spare  map[string][]EntryID // entries that telko has not written yet, by their bare text
	events []Event
	made   []int // for each piece the event that makes it, -1 for none
	given  int   // ids that were given out
}

// takeOutside returns what happens to the session because of an outside change, and
// for each piece of the file which entry it is, "" for one that an event makes.
func (s *Session) takeOutside(c *outsideChange, stale map[string]EntryID) *taker {
	t := &taker{s: s, c: c, stale: stale, made: make([]int, len(c.pieces))}
	now := s.doc.layOut(c.private)
	t.now = now.texts()
	t.head(headText(string(now.src[:now.head])))
	t.findSpare()
	for i := range c.pieces {
		t.made[i] = -1
		t.known(&c.pieces[i])
	}
	for i := range c.pieces {
		t.piece(i)
	}
	t.lost()
	return t
}

// findSpare lists the entries that the file did not have when telko knew it.
func (t *taker) findSpare() {
	t.spare = map[string][]EntryID{}
	had := map[EntryID]bool{}
	for i := range t.c.pieces {
		had[t.c.pieces[i].of] = true
	}
	for id := range t.c.lost {
		had[id] = true
	}
	for _, n := range t.s.doc.nodes {
		if text, ok := t.now[n.e.ID]; ok && !had[n.e.ID] {
			bare := bareText(trimGap(text), n.e)
			t.spare[bare] = append(t.spare[bare], n.e.ID)
		}
	}
}

// known finds out whether a piece that is new to the file is an entry that telko
// wrote and could not note any more, as when it was killed in between.
func (t *taker) known(p *piece) {
	if p.of != "" {
		return
	}
	bare := bareText(trimGap(p.text), &p.e)
	if ids := t.spare[bare]; len(ids) > 0 {
		t.spare[bare] = ids[1:]
		p.of, p.was = ids[0], t.now[ids[0]]
		return
	}
	if id, ok := t.stale[bare]; ok {
		p.of, p.was = id, p.text
	}
}

// trimGap takes the blank lines off the front of a piece.
func trimGap(text string) string {
	for {
		line, rest, more := strings.Cut(text, "\n")
		if !more || !isBlank(line) {
			return text
		}
		text = rest
	}
}

func (t *taker) piece(i int) {
	p := &t.c.pieces[i]
	now, here := t.now[p.of]
	switch {
	case p.of == "":
		t.insert(i)
	case !here:
		if id := p.e.TaskID; id != "" && p.e.Kind == KindTask && t.s.doc.taskIDs[p.of] != id {
			// It was given its id, and deleted before anybody noted that.
			t.events = append(t.events, Event{By: byTelko, Verb: GiveID, Of: p.of, TaskID: id})
			t.given++
		}
		if trimGap(p.text) != trimGap(p.was) && t.stale[bareText(trimGap(p.text), &p.e)] == "" {
			if n := t.s.doc.byID[p.of]; n != nil && n.e.Private != t.c.private {
				// It was made private meanwhile, and so is what became of it.
				t.events = append(t.events, p.event(Edit))
				return
			}
			t.insert(i)
			t.tell("", lang.E(lang.OutsideDeleted, short(p.text)))
		}
		return
	case trimGap(p.text) == trimGap(p.was) || trimGap(p.text) == trimGap(now):
	case t.onlyID(p, now):
	case t.stale[bareText(trimGap(p.text), &p.e)] == p.of:
	case trimGap(now) == trimGap(p.was):
		t.events = append(t.events, p.event(Edit))
	default:
		t.both(i)
	}
	if p.moved {
		t.events = append(t.events, Event{By: Outside, Verb: Move, Of: p.of, Before: t.before(i), Stay: true})
	}
}

// onlyID gives an entry the id that it has in the file, and reports whether
// there was nothing else.
func (t *taker) onlyID(p *piece, now string) bool {
	n := t.s.doc.byID[p.of]
	if n.e.TaskID != p.e.TaskID && p.e.Kind == KindTask || n.e.MotionID != p.e.MotionID && p.e.Kind == KindMotion {
		if idWord(n.e) != "" || n.e.Kind != p.e.Kind {
			return false
		}
		bare := bareText(trimGap(p.text), &p.e)
		if bare != bareText(trimGap(p.was), n.e) && bare != bareText(trimGap(now), n.e) {
			return false
		}
		t.events = append(t.events, Event{By: byTelko, Verb: GiveID, Of: p.of, TaskID: p.e.TaskID, MotionID: p.e.MotionID})
		t.given++
		return true
	}
	return false
}

// both keeps two texts of an entry that was changed here and there: the one of
// the other program comes beneath.
func (t *taker) both(i int) {
	p := &t.c.pieces[i]
	t.tell(p.of, lang.E(lang.OutsideBoth, short(p.text)))
	if p.roll {
		return // a line of attendance has no place beneath
	}
	e := Event{By: Outside, Verb: MakeNote, Stay: true, Text: p.e.Text, Source: p.e.Source, Before: t.after(p.of), Secret: t.c.private}
	if p.e.Kind == KindPassage || p.e.Kind == KindRaw || p.e.Kind == KindDecision {
		q := *p
		q.of = ""
		e = q.event(makeVerb(p.e.Kind))
		e.Before, e.Secret = t.after(p.of), t.c.private
	}
	t.events = append(t.events, e)
}

// insert makes an entry of a piece.
func (t *taker) insert(i int) {
	p := &t.c.pieces[i]
	e := p.event(makeVerb(p.e.Kind))
	e.Of, e.Before, e.Secret = "", t.before(i), t.c.private
	t.made[i] = len(t.events)
	t.events = append(t.events, e)
}

// before returns which entry a piece comes before: behind the one it stands
// behind in the file and what was entered there since, but not under a heading
// that was.
func (t *taker) before(i int) EntryID {
	d := t.s.doc
	from, to := -1, len(d.nodes)
	for k := i - 1; k >= 0 && from < 0; k-- {
		if q := &t.c.pieces[k]; !q.moved && q.of != "" {
			from = d.at(q.of)
		}
	}
	for k := i + 1; k < len(t.c.pieces); k++ {
		q := &t.c.pieces[k]
		if at := d.at(q.of); !q.moved && q.of != "" && at > from {
			to = at
			break
		}
	}
	had := map[EntryID]bool{}
	for k := range t.c.pieces {
		had[t.c.pieces[k].of] = true
	}
	for k := from + 1; k < to; k++ {
		n := d.nodes[k]
		if n.e.Private == t.c.private && n.isHeading() && from >= 0 && !had[n.e.ID] && t.c.lost[n.e.ID] == "" {
			to = k
		}
	}
	return t.idAt(to)
}

// after returns the entry behind one and what is nested in it.
func (t *taker) after(id EntryID) EntryID {
	d := t.s.doc
	i := d.at(id)
	if d.nodes[i].isHeading() {
		return t.idAt(i + 1)
	}
	return t.idAt(d.block(i))
}

// idAt returns the entry at index i or behind it in the same file, AtEnd for
// none.
func (t *taker) idAt(i int) EntryID {
	d := t.s.doc
	for ; i < len(d.nodes); i++ {
		if d.nodes[i].e.Private == t.c.private {
			return d.nodes[i].e.ID
		}
	}
	return AtEnd
}

// lost deletes what another program took out of the file, unless it was changed
// since. If most is gone, that was no editing: then all stays.
func (t *taker) lost() {
	var gone []EntryID
	for _, n := range t.s.doc.nodes {
		was, ok := t.c.lost[n.e.ID]
		now, here := t.now[n.e.ID]
		switch {
		case !ok || !here:
		case trimGap(now) != trimGap(was):
			t.tell(n.e.ID, lang.E(lang.OutsideGone, short(now)))
		default:
			gone = append(gone, n.e.ID)
		}
	}
	if len(gone) > 5 && 2*len(gone) > len(t.c.pieces)+len(gone) {
		t.tell("", lang.E(lang.OutsideMostGone, len(gone)))
		return
	}
	for _, id := range gone {
		t.events = append(t.events, Event{By: Outside, Verb: Delete, Of: id})
	}
}

func (t *taker) tell(id EntryID, err *lang.Error) {
	t.events = append(t.events, Event{By: byTelko, Verb: Tell, Of: id, Text: err.In(t.s.Lang())})
}

// short is the beginning of a text for a remark.
func short(text string) string {
	s := strings.Join(strings.Fields(text), " ")
	if r := []rune(s); len(r) > 60 {
		return string(r[:59]) + "…"
	}
	return s
}

// head takes over what was changed in the front matter and the title.
func (t *taker) head(now string) {
	c := t.c
	if c.head == c.headWas || c.head == now || t.stale[headKey(c.head)] != "" {
		return
	}
	if now == c.headWas {
		t.events = append(t.events, Event{By: Outside, Verb: Head, Lines: true, Secret: c.private, Text: c.head})
		return
	}
	if c.private {
		return // what the keeper changes, changes both heads
	}
	was, is, ours := headKeys(c.headWas), headKeys(c.head), headKeys(now)
	for _, k := range is.order {
		if is.value[k] != was.value[k] && ours.value[k] == was.value[k] {
			t.events = append(t.events, Event{By: Outside, Verb: Head, Key: k, Text: is.value[k]})
		}
	}
	for _, k := range was.order {
		if _, there := is.value[k]; !there && ours.value[k] == was.value[k] {
			t.events = append(t.events, Event{By: Outside, Verb: Head, Key: k})
		}
	}
}
