package minutes

import (
	"bytes"
	"strings"

	"telko/minutes/lang"
	"telko/motions"
)

// readSections cuts the body into sections, one a heading, but for headings
// that are a part of a motion. What stands before the title, if anything does,
// and what stands between the title and the next heading are preambles.
func (f *File) readSections(doc *document, places []place, start, line int) {
	preamble := func(from, to, line, last int) {
		if from < to {
			at := Span{from, to}
			f.Sections = append(f.Sections, Section{
				Kind: SectionPreamble, Body: string(at.Of(f.src)),
				Line: line, End: last, At: at, Head: Span{from, from}, BodyAt: at,
			})
		}
	}
	lines := line + bytes.Count(f.src[start:], []byte("\n"))
	if n := len(f.src); n > start && f.src[n-1] == '\n' {
		lines--
	}
	first := len(f.src)
	firstLine := lines + 1
	if len(doc.headings) > 0 {
		first, firstLine = doc.headings[0].at.Start, doc.headings[0].line
	}
	hasTitle := len(places) > 0 && places[0].kind == SectionPreamble
	if !hasTitle || len(bytes.TrimSpace(f.src[start:first])) > 0 {
		preamble(start, first, line, firstLine-1)
	}
	for i := range doc.headings {
		h, pl := &doc.headings[i], &places[i]
		if pl.within >= 0 {
			continue
		}
		end, last := len(f.src), lines
		for j := i + 1; j < len(doc.headings); j++ {
			if places[j].within < 0 {
				end, last = doc.headings[j].at.Start, doc.headings[j].line-1
				break
			}
		}
		if i == 0 && hasTitle {
			f.title = h.at
			f.Meeting.Title = pl.title
			preamble(h.body, end, h.line+1+bytes.Count(f.src[h.at.Start:h.at.End], []byte("\n")), last)
			continue
		}
		f.Sections = append(f.Sections, Section{
			Kind: pl.kind, Level: h.level, Title: sectionTitle(f.src, h, pl),
			Body: string(f.src[h.body:end]), Line: h.line, End: last,
			At: Span{h.at.Start, end}, Head: h.at, BodyAt: Span{h.body, end},
			heading: i,
		})
	}
}

// sectionTitle returns a heading's text without the id.
func sectionTitle(src []byte, h *heading, pl *place) string {
	title := titleText(src, h.title)
	if id := "#" + string(pl.motion.id); pl.motion.id != "" {
		before, after, _ := strings.Cut(title, id)
		title = strings.TrimSpace(strings.TrimRight(before, " ") + after)
	}
	return title
}

// readAgenda makes agenda items of the topics, each once, with the notes of all
// its sections.
func (f *File) readAgenda(places []place) {
	items, notes := map[int]*Item{}, map[*Item][]string{}
	for i := range f.Sections {
		s := &f.Sections[i]
		if s.Kind != SectionTopic {
			continue
		}
		pl := &places[s.heading]
		if pl.lost {
			f.problem(s.Line, Continues, lang.E(lang.ReadContinues, pl.title))
		}
		it := items[pl.first]
		if it == nil {
			it = &Item{Title: pl.title, Level: s.Level, Line: s.Line}
			items[pl.first] = it
			if up := items[pl.parent]; up != nil {
				up.Items = append(up.Items, it)
			} else {
				f.Meeting.Agenda = append(f.Meeting.Agenda, it)
			}
		}
		if text := modelText(s.BodyAt.Of(f.src)); text != "" {
			notes[it] = append(notes[it], text)
		}
	}
	for it, texts := range notes {
		it.Notes = strings.Join(texts, "\n\n")
	}
}

// readPlace takes the place from its section where the front matter has none.
func (f *File) readPlace() {
	for i := range f.Sections {
		s := &f.Sections[i]
		if s.Kind != SectionPlace || f.Meeting.Place != "" {
			continue
		}
		first, _, _ := strings.Cut(modelText(s.BodyAt.Of(f.src)), "\n")
		f.Meeting.Place = strings.TrimSpace(strings.TrimLeft(first, "-*+ "))
	}
}

// topicTitle returns the title of the agenda item that what stands below a
// heading belongs to.
func topicTitle(places []place, heading int) string {
	if heading < 0 || places[heading].topic < 0 {
		return ""
	}
	return places[places[heading].topic].title
}

// readMotions reads the motion sections, and the answers outside them.
func (f *File) readMotions(doc *document, places []place) {
	numbers, ids := map[int]int{}, map[motions.ID]int{}
	next := 0 // block that was not looked at yet
	for i := range f.Sections {
		s := &f.Sections[i]
		var own []block
		for next < len(doc.blocks) && doc.blocks[next].line <= s.End {
			if b := doc.blocks[next]; b.line >= s.Line {
				own = append(own, b)
			}
			next++
		}
		if s.Kind != SectionMotion {
			f.readAnswers(own)
			topic := ""
			if s.heading >= 0 && s.Kind == SectionTopic {
				topic = places[s.heading].title
			}
			f.readResolutions(own, topic)
			continue
		}
		pl := &places[s.heading]
		mo := &motions.Motion{
			ID: pl.motion.id, Number: pl.motion.number, Title: pl.motion.title, Meeting: f.Meeting.ID,
			Topic: topicTitle(places, s.heading), Level: s.Level, Line: s.Line, End: s.End,
		}
		if before, dup := numbers[mo.Number]; dup && mo.Number > 0 {
			f.problem(s.Line, DuplicateNumber, lang.E(lang.ReadSameNumber, mo.Number, before))
		}
		if before, dup := ids[mo.ID]; dup && mo.ID != "" {
			f.problem(s.Line, DuplicateMotion, lang.E(lang.ReadSameMotion, mo.ID, before))
		}
		numbers[mo.Number], ids[mo.ID] = s.Line, s.Line
		f.readMotion(mo, own[1:])
		s.Motion = mo
		f.Meeting.Motions = append(f.Meeting.Motions, mo)
	}
}

// readAnswers keeps the answers among blocks that are no motion's.
func (f *File) readAnswers(blocks []block) {
	for _, b := range blocks {
		if b.kind != quoteBlock {
			continue
		}
		quoted, _ := f.quotePassages(b)
		for _, p := range quoted {
			if p.Kind == motions.Answer {
				f.Meeting.Answers = append(f.Meeting.Answers, p)
			}
		}
	}
}

func (f *File) problem(line int, c Code, e *lang.Error) {
	f.problems = append(f.problems, Problem{line, c, e})
}

// modelText returns Markdown as the model holds it: with LF, without blank
// lines at either end.
func modelText(b []byte) string {
	s := string(b)
	if strings.IndexByte(s, '\r') >= 0 {
		s = strings.ReplaceAll(s, "\r\n", "\n")
	}
	for {
		line, rest, more := strings.Cut(s, "\n")
		if !more || strings.TrimSpace(line) != "" {
			break
		}
		s = rest
	}
	return strings.TrimRight(s, " \t\r\n")
}
