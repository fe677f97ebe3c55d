package capture

import (
	"strings"

	"telko/minutes"
)

// Outside changes are what another program does to the meeting's file while it
// is being recorded: an editor, git, another keeper. What lies there is compared
// with what telko wrote or read last, piece by piece, and becomes events.

// fileText is one of a meeting's files as telko wrote or read it, and which
// entry each piece of it is.
type fileText struct {
	src    []byte // nil: there is no such file
	head   int    // length of front matter and title
	placed []Placed
}

// piece is an entry as a file has it.
type piece struct {
	of      EntryID // which entry it is; "" for a new one
	text    string  // its lines, with the blank lines before them; lines end in \n
	size    int     // in the file
	first   int     // which node of the file it begins with
	nodes   int     // how many it is
	was     string  // the same when telko knew it last; "" for a new one
	moved   bool    // stood elsewhere
	e       Entry   // as it is read now
	section minutes.SectionKind
	roll    bool
}

// outsideChange is how a file differs from what telko knew.
type outsideChange struct {
	private       bool
	head, headWas string
	headLen       int                // in the file
	pieces        []piece            // in the order of the file
	lost          map[EntryID]string // what was taken out, as telko knew it
	empty         bool               // nothing differs
}

// layOut returns a file as it would be written now.
func (d *document) layOut(private bool) fileText {
	p := d.public
	if private {
		if p = d.private; !p.there && !d.hasPrivate() {
			return fileText{}
		}
		if !p.there {
			p = d.newPrivate()
		}
	}
	w := d.write(private, &p)
	return fileText{src: w.out, head: len(w.p.head), placed: w.placed}
}

// texts returns the pieces of a file by entry.
func (f *fileText) texts() map[EntryID]string {
	out := make(map[EntryID]string, len(f.placed))
	for _, p := range f.placed {
		out[p.ID] = unixLines(string(f.src[p.Start:p.End]))
	}
	return out
}

// headText returns a head as it is compared with another.
func headText(head string) string { return withoutToCome(unixLines(head)) }

func unixLines(s string) string { return strings.ReplaceAll(s, "\r\n", "\n") }

// compare finds out what became of the pieces of a file. It is an error if what
// lies there cannot be read as minutes; then nothing may be written over it.
func compare(name string, known *fileText, now []byte, ctx minutes.Context) (*outsideChange, error) {
	private := strings.HasSuffix(name, minutes.PrivateSuffix+".md")
	old, err := load(name, known.src, ctx, "")
	if err != nil { // telko has never known it
		old = &loaded{}
		known = &fileText{}
	}
	cur, err := load(name, now, ctx, "")
	if err != nil {
		return nil, err
	}
	c := &outsideChange{private: private, head: headText(cur.head), headLen: len(cur.head), headWas: headText(old.head), lost: known.texts()}
	owners := ownersOf(old, known)
	match := matchNodes(old.nodes, cur.nodes)
	c.empty = c.head == c.headWas
	for j := 0; j < len(cur.nodes); j++ {
		n := cur.nodes[j]
		p := piece{text: unixLines(n.gap + n.src), size: len(n.gap) + len(n.src), e: *n.e, roll: n.roll != nil, section: n.e.Section, first: j, nodes: 1}
		if i := match.from[j]; i >= 0 {
			p.of, p.moved = owners[i], match.moved[j]
			p.was = c.lost[p.of]
			// An entry may be several pieces to a reader, as a pasted text is.
			last := j
			for k := j + 1; k < len(cur.nodes) && !p.moved; k++ {
				if i := match.from[k]; i >= 0 {
					if owners[i] != p.of {
						break
					}
					last = k
				}
			}
			for j < last {
				j++
				p.text += unixLines(cur.nodes[j].gap + cur.nodes[j].src)
				p.size += len(cur.nodes[j].gap) + len(cur.nodes[j].src)
				p.nodes++
			}
			if p.was == "" { // that entry is there already: this piece is new
				p.of, p.moved = "", false
			}
			delete(c.lost, p.of)
		}
		c.empty = c.empty && p.of != "" && !p.moved && p.text == p.was
		c.pieces = append(c.pieces, p)
	}
	c.empty = c.empty && len(c.lost) == 0
	return c, nil
}

// ownersOf returns for each node of a file that was loaded which entry it is.
func ownersOf(l *loaded, f *fileText) []EntryID {
	out := make([]EntryID, len(l.nodes))
	at, k := len(l.head), 0
	for i, n := range l.nodes {
		start := at + len(n.gap)
		for k+1 < len(f.placed) && start >= f.placed[k].End {
			k++
		}
		if k < len(f.placed) {
			out[i] = f.placed[k].ID
		}
		at = start + len(n.src)
	}
	return out
}

// matched says for each node of a file now which one it was.
type matched struct {
	from  []int // -1: it is new
	moved []bool
}

func matchNodes(old, now []*node) matched {
	was, is := nodeTexts(old), nodeTexts(now)
	m := matched{from: align(was, is), moved: make([]bool, len(now))}
	used := make([]bool, len(old))
	for _, i := range m.from {
		if i >= 0 {
			used[i] = true
		}
	}
	// Between two that stayed, what is alike was edited.
	i0 := 0
	for j := 0; j < len(now); j++ {
		if m.from[j] >= 0 {
			i0 = m.from[j] + 1
			continue
		}
		end := j
		for end < len(now) && m.from[end] < 0 {
			end++
		}
		i1 := len(old)
		if end < len(now) {
			i1 = m.from[end]
		}
		for k, i := range mates(i1-i0, end-j, func(i, k int) float64 { return fit(old[i0+i], now[j+k]) }) {
			if i >= 0 {
				m.from[j+k], used[i0+i] = i0+i, true
			}
		}
		j = end - 1
	}
	// What is left may have been moved.
	left := map[string]int{}
	for i := len(old) - 1; i >= 0; i-- {
		if !used[i] {
			left[was[i]] = i
			if id := idWord(old[i].e); id != "" {
				left[id] = i
			}
		}
	}
	for j := range now {
		if m.from[j] >= 0 {
			continue
		}
		i, ok := left[is[j]]
		if id := idWord(now[j].e); !ok && id != "" {
			i, ok = left[id]
		}
		if ok && !used[i] && old[i].e.Kind == now[j].e.Kind {
			m.from[j], m.moved[j], used[i] = i, true, true
		}
	}
	return m
}

// nodeTexts returns what nodes are told apart by: their lines without ids and
// blanks at the ends, so that one that was given its id is the same.
func nodeTexts(nodes []*node) []string {
	out := make([]string, len(nodes))
	for i, n := range nodes {
		out[i] = bareText(n.src, n.e)
	}
	return out
}

// bareText returns the lines of an entry without its id.
func bareText(src string, e *Entry) string {
	s := strings.Trim(unixLines(src), "\n")
	if id := idWord(e); id != "" && e.Kind != KindMention {
		first, rest, more := strings.Cut(s, "\n")
		if before, after, ok := strings.Cut(first, id); ok {
			first = strings.TrimRight(before, " \t") + after
		}
		if s = first; more {
			s += "\n" + rest
		}
	}
	return strings.TrimRight(s, " \t")
}

// idWord returns the id that an entry bears, as texts write it; "" if none.
func idWord(e *Entry) string {
	switch {
	case e.TaskID != "":
		return "#" + string(e.TaskID)
	case e.MotionID != "":
		return "#" + string(e.MotionID)
	}
	return ""
}

// fit says how likely it is that one node was edited into another.
func fit(was, is *node) float64 {
	if (was.roll != nil) != (is.roll != nil) || was.isHeading() != is.isHeading() || was.isItem() != is.isItem() {
		return 0
	}
	a, b := idWord(was.e), idWord(is.e)
	if a != "" && a == b {
		return 3
	}
	if a != "" && b != "" {
		return 0
	}
	f := alike(was.src, is.src)
	if was.e.Kind == is.e.Kind {
		f += 0.2
	}
	if f < 0.5 {
		return 0
	}
	return f
}

// makeVerb returns the verb that makes an entry of a kind.
func makeVerb(k Kind) Verb {
	switch k {
	case KindTopic:
		return MakeTopic
	case KindNote:
		return MakeNote
	case KindTask:
		return MakeTask
	case KindDecision:
		return MakeDecision
	case KindMotion:
		return MakeMotion
	case KindPassage:
		return MakePassage
	case KindMention:
		return MakeMention
	}
	return MakeRaw
}

// event returns the event of a piece: the making of a new entry, or the edit of
// one that was there.
func (p *piece) event(verb Verb) Event {
	e := Event{
		By: Outside, Verb: verb, Of: p.of, Stay: true, Lines: true, Text: p.text,
		Level: p.e.Level, Kind: p.e.Kind, Section: p.section, Passage: p.e.Passage, Label: p.e.Label, Who: p.e.By, Clock: p.e.Clock,
		Number: p.e.Number, Done: p.e.Done, TaskID: p.e.TaskID, MotionID: p.e.MotionID,
	}
	if verb != Edit {
		e.Kind = KindRaw
	}
	return e
}
