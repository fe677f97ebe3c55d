package minutes

import (
	"bytes"
	"strconv"
	"strings"

	"telko/minutes/lang"
	"telko/motions"
)

// place says what a heading begins.
type place struct {
	kind   SectionKind
	level  int
	title  string // without id, "(Fortsetzung)" and private marks
	guest  bool   // SectionPresent: those below it are guests
	excuse Excuse // SectionAbsent
	topic  int    // heading of the agenda item that tasks below it belong to, -1 for none
	parent int    // SectionTopic: heading of the item above it, -1 for none
	first  int    // SectionTopic: heading where the item began; differs from this one if it was returned to
	within int    // heading of the motion this heading is a part of, -1 for none
	motion motionHeading
	lost   bool // "(Fortsetzung)" of an item that is not there
}

// motionHeading is what a motion's heading says.
type motionHeading struct {
	number int
	title  string
	id     motions.ID
}

// placer goes through the headings of a file in order.
type placer struct {
	src     []byte
	views   bool // titles are parts of src
	places  []place
	stack   []int // headings of the agenda items that are open
	special int   // heading of the open section of attendance, plan, …; -1 for none
	motion  int   // heading of the open motion, -1 for none
	begun   bool  // the first topic has come
	used    [16]bool
	titles  map[string][]int // key of a title to the agenda items that have it; made when it is asked for
	listed  int              // headings that titles holds
}

// placesOf says what each heading of o begins.
func placesOf(src []byte, o *outline) []place {
	p := placer{src: src, places: make([]place, 0, len(o.headings)), special: -1, motion: -1}
	for i := range o.headings {
		p.add(i, &o.headings[i])
	}
	return p.places
}

// placesTo is placesOf for who wants to know it of the headings up to last and
// of attendance, which counts only before the first topic. No heading depends
// on those behind it. They are put into the room of places, if there is enough;
// their texts hold only as long as the bytes of src stay.
func placesTo(src []byte, o *outline, last int, places []place) []place {
	p := placer{src: src, views: true, places: places[:0], special: -1, motion: -1}
	for i := range o.headings {
		if i > last && p.begun {
			break
		}
		p.add(i, &o.headings[i])
	}
	return p.places
}

func (p *placer) add(i int, h *heading) {
	title := p.title(h)
	pl := place{kind: SectionTopic, level: h.level, title: title, topic: -1, parent: -1, first: i, within: -1}
	if i == 0 && h.level == 1 {
		pl.kind = SectionPreamble
		p.places = append(p.places, pl)
		return
	}
	m, isMotion := readMotionHeading(title)
	if p.motion >= 0 && h.level > p.places[p.motion].level {
		if !isMotion || m.number == 0 && m.id == "" {
			pl.kind, pl.topic, pl.within = SectionMotion, p.places[p.motion].topic, p.motion
			p.places = append(p.places, pl)
			return
		}
	}
	p.motion = -1
	if isMotion {
		pl.kind, pl.title, pl.motion = SectionMotion, m.title, m
		pl.topic = p.above(h.level)
		p.motion, p.special, p.begun = i, -1, true
		p.places = append(p.places, pl)
		return
	}
	p.places = append(p.places, p.section(i, h.level, pl))
}

func (p *placer) title(h *heading) string {
	if t := h.title.Of(p.src); p.views && bytes.IndexByte(t, '\n') < 0 {
		return view(t)
	}
	return titleText(p.src, h.title)
}

// above closes the agenda items that a heading of this level ends, and returns
// the one that it stands in, -1 for none.
func (p *placer) above(level int) int {
	for len(p.stack) > 0 && p.places[p.stack[len(p.stack)-1]].level >= level {
		p.stack = p.stack[:len(p.stack)-1]
	}
	if len(p.stack) == 0 {
		return -1
	}
	return p.places[p.stack[len(p.stack)-1]].first
}

// section tells the sections with a meaning from topics.
func (p *placer) section(i, level int, pl place) place {
	h := lang.ReadHeading(pl.title)
	switch h {
	case lang.HeadOpenTasks:
		pl.kind = SectionOpenTasks
	case lang.HeadPlan:
		pl.kind = SectionPlan
	case lang.NoHeading:
	default:
		if p.begun || p.used[h] {
			break // attendance counts once, before the first topic
		}
		p.used[h] = true
		pl.kind = attendanceKind(h)
		pl.guest = h == lang.HeadGuests
		switch h {
		case lang.HeadExcused:
			pl.excuse = Excused
		case lang.HeadUnexcused:
			pl.excuse = Unexcused
		}
	}
	if pl.kind == SectionTopic && p.special >= 0 && level > p.places[p.special].level {
		// A heading of its own below attendance or a plan is a part of it.
		up := &p.places[p.special]
		pl.kind, pl.guest, pl.excuse, pl.topic = up.kind, up.guest, up.excuse, up.topic
		return pl
	}
	if pl.kind != SectionTopic {
		pl.topic = p.above(level)
		p.special = i
		return pl
	}
	p.special, p.begun = -1, true
	return p.topicOf(i, level, pl)
}

func attendanceKind(h lang.Heading) SectionKind {
	switch h {
	case lang.HeadPresent, lang.HeadGuests:
		return SectionPresent
	case lang.HeadPlace:
		return SectionPlace
	}
	return SectionAbsent
}

// topicOf places an agenda item: below another one, or as the continuation of
// one that stood before.
func (p *placer) topicOf(i, level int, pl place) place {
	bare, continued := cleanTitle(pl.title)
	pl.title = bare
	pl.parent = p.above(level)
	pl.topic = i
	p.stack = append(p.stack, i)
	if !continued {
		return pl
	}
	pl.lost = true
	best := 0
	for _, j := range p.titled(bare) {
		q := &p.places[j]
		rank := 1
		if q.level == level {
			rank++
		}
		if q.parent == pl.parent {
			rank += 2
		}
		if rank >= best {
			best = rank
			pl.first, pl.topic, pl.parent, pl.title, pl.lost = j, j, q.parent, q.title, false
		}
	}
	return pl
}

// titled returns the agenda items of this title that began before, in order.
func (p *placer) titled(title string) []int {
	if p.titles == nil {
		p.titles = map[string][]int{}
	}
	for ; p.listed < len(p.places); p.listed++ {
		if q := &p.places[p.listed]; q.kind == SectionTopic && q.first == p.listed {
			k := key(q.title)
			p.titles[k] = append(p.titles[k], p.listed)
		}
	}
	return p.titles[key(title)]
}

// cleanTitle takes private marks and "(Fortsetzung)" off a heading's text.
func cleanTitle(title string) (bare string, continued bool) {
	s := strings.TrimSpace(title)
	for s != "" {
		var open int
		switch s[len(s)-1] {
		case ')':
			open = strings.LastIndexByte(s, '(')
			if open <= 0 || !lang.IsContinued(s[open+1:len(s)-1]) {
				return s, continued
			}
			continued = true
		case '}':
			if open = strings.LastIndexByte(s, '{'); open <= 0 {
				return s, continued
			}
		default:
			return s, continued
		}
		s = strings.TrimSpace(s[:open])
	}
	return title, false
}

// readMotionHeading reads "Antrag 1: Title #M100107-1". The label alone is a
// motion too; with neither number, colon nor id behind it, it is a sentence
// that begins with the word.
func readMotionHeading(title string) (m motionHeading, ok bool) {
	s := strings.TrimSpace(title)
	if strings.IndexByte(s, '#') >= 0 {
		bare, _ := cleanTitle(s)
		for _, t := range []string{s, bare} {
			at := strings.LastIndexByte(t, '#')
			if at < 0 || at > 0 && t[at-1] != ' ' {
				continue
			}
			if id, err := motions.ParseID(t[at:]); err == nil {
				m.id, s, ok = id, strings.TrimSpace(t[:at]), true
				break
			}
		}
	}
	end := 0
	for end < len(s) && s[end] != ' ' && s[end] != '\t' && s[end] != ':' {
		end++
	}
	word := s[:end]
	if !lang.IsMotion(word) {
		if ok {
			m.title, _ = cleanTitle(s)
		}
		return m, ok
	}
	rest := strings.TrimLeft(s[len(word):], " \t")
	for _, nr := range []string{"Nr.", "Nr", "No.", "No"} {
		if r, cut := strings.CutPrefix(rest, nr+" "); cut {
			rest = strings.TrimLeft(r, " \t")
			break
		}
	}
	rest = withoutBrackets(rest)
	n := 0
	for n < len(rest) && rest[n] >= '0' && rest[n] <= '9' {
		n++
	}
	after := rest[n:]
	if n > 0 && n < 6 && (after == "" || strings.IndexByte(" :.\t", after[0]) >= 0 || strings.HasPrefix(after, "–")) {
		m.number, _ = strconv.Atoi(rest[:n])
	} else {
		after = rest
	}
	trimmed := strings.TrimLeft(after, " \t")
	body, marked := trimmed, false
	for _, mark := range []string{":", "– ", "- ", ". "} {
		if r, cut := strings.CutPrefix(trimmed, mark); cut && (mark == ":" || m.number > 0) {
			body, marked = r, true
			break
		}
	}
	if body != "" && !marked && m.number == 0 && !ok {
		return motionHeading{}, false
	}
	if body != "" && !marked && m.number == 0 {
		body = s // "Antrag auf …" with an id: all of it is the title
	}
	m.title, _ = cleanTitle(strings.TrimSpace(body))
	return m, true
}

// withoutBrackets takes the brackets off a number at the start: "(3): Title".
func withoutBrackets(s string) string {
	if len(s) < 3 || s[0] != '(' && s[0] != '[' {
		return s
	}
	end := strings.IndexAny(s, ")]")
	if end < 2 || end > 6 || strings.Trim(s[1:end], "0123456789") != "" || (s[0] == '(') != (s[end] == ')') {
		return s
	}
	if end+1 < len(s) && strings.IndexByte(" :.\t", s[end+1]) < 0 {
		return s // a link
	}
	return s[1:end] + s[end+1:]
}
