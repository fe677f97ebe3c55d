package minutes

import (
	"slices"
	"strings"

	"telko/minutes/lang"
	"telko/tasks"
)

// owner tells this meeting's ids from those of others.
type owner struct {
	m      *Meeting
	prefix string
	strict bool // prefix is known
	seen   map[tasks.ID]int
}

func newOwner(m *Meeting, ctx Context) owner {
	o := owner{m: m}
	if ctx.IDPrefix != nil {
		o.prefix, o.strict = ctx.IDPrefix(m.Series), true
	}
	return o
}

// owns reports whether id was minted for a task of this meeting.
func (o *owner) owns(id tasks.ID) bool {
	return id.Day() == o.m.IDDay && id.Nick() == "" && (!o.strict || id.Prefix() == o.prefix)
}

// takes reports whether the task line on line, which bears id, is a task: it
// bears none, or one of this meeting's that no line before it bears.
func (o *owner) takes(id tasks.ID, line int) bool {
	if id == "" {
		return true
	}
	if !o.owns(id) || o.seen[id] > 0 {
		return false
	}
	if o.seen == nil {
		o.seen = map[tasks.ID]int{}
	}
	o.seen[id] = line
	return true
}

// readTask returns the task of a line with these parts.
func readTask(m *Meeting, p *TaskParts, line int, checked bool, topic string) tasks.Task {
	t := p.Task
	t.State = tasks.Open
	if checked {
		t.State = tasks.Done
	}
	if t.Due.IsZero() {
		t.Due = m.Date.AddDays(m.DueDays)
	}
	t.Meeting, t.MeetingDate, t.Series, t.Private = m.ID, m.Date, m.Series, m.Private
	t.Topic, t.Line = topic, line
	return t
}

// shift moves spans of a task line's content into the file.
func (p *TaskParts) shift(n int) {
	for _, s := range []*Span{&p.Text, &p.Bracket, &p.Due, &p.ID} {
		if !s.Empty() || s == &p.Text {
			s.Start += n
			s.End += n
		}
	}
}

// readTasks reads the checkbox lines, and the lines that name a task of
// another meeting, or of this one once more.
func (f *File) readTasks(doc *document, places []place, tr *taskReader, own *owner) {
	f.lines = taskLines(&doc.outline)
	hidden := hiddenSpans(doc.inlines)
	next, after := 0, 0
	for _, it := range doc.lines {
		if !it.task {
			if after > 0 && it.more {
				f.strayParts(it, after, tr)
			}
			if !it.more {
				after = 0
			}
			f.mentions(it, Span{}, false, hidden)
			continue
		}
		tl := &f.lines[next]
		next++
		after = tl.Line
		tr.line = tl.Line
		content := string(tl.Content.Of(f.src))
		tl.Parts = tr.read(content)
		tl.Parts.shift(tl.Content.Start)
		id := tl.Parts.Task.ID
		if own.takes(id, tl.Line) {
			tl.Task = len(f.Meeting.Tasks)
			f.Meeting.Tasks = append(f.Meeting.Tasks, readTask(&f.Meeting, &tl.Parts, tl.Line, tl.Checked, topicTitle(places, tl.heading)))
		} else {
			if first := own.seen[id]; first > 0 {
				f.problem(tl.Line, DuplicateID, lang.E(lang.ReadDuplicateID, id, first).Hint(lang.ReadDuplicateHint))
			}
			tl.Mention = len(f.Meeting.Mentions)
			text := content
			if at := tl.Parts.ID; at.Start == tl.Content.Start {
				text = strings.TrimLeft(content[at.End-at.Start:], ": \t")
			} else {
				text = strings.TrimRight(content[:at.Start-tl.Content.Start], " \t")
			}
			f.Meeting.Mentions = append(f.Meeting.Mentions, Mention{id, text, tl.Checked, tl.Line})
		}
		f.mentions(it, tl.Parts.ID, tl.Checked, hidden)
	}
	f.strayIDs(own)
}

// strayIDs reports task lines without an id in whose text an id of this
// meeting stands that no line bears: somebody wrote on behind it.
func (f *File) strayIDs(own *owner) {
	for i := range f.Meeting.Tasks {
		t := &f.Meeting.Tasks[i]
		if t.ID != "" {
			continue
		}
		id, _, _, ok := tasks.FindID(t.Text, 0)
		if ok && own.owns(id) && own.seen[id] == 0 {
			f.problem(t.Line, StrayID, lang.E(lang.ReadStrayID, id).Hint(lang.ReadStrayIDHint))
		}
	}
}

// mentions notes the ids that a line names, but for the one at skip.
func (f *File) mentions(it item, skip Span, checked bool, hidden []Span) {
	text := string(it.text.Of(f.src))
	for from := 0; ; {
		id, start, end, ok := tasks.FindID(text, from)
		if !ok {
			return
		}
		from = end
		at := it.text.Start + start
		if at == skip.Start && !skip.Empty() || within(hidden, at) {
			continue
		}
		say := text
		if it.task {
			_, content, _ := readCheckbox([]byte(text))
			say = text[content.Start:content.End]
		}
		if rest, ok := strings.CutPrefix(say, "#"+string(id)); ok {
			say = strings.TrimLeft(rest, ": \t")
		} else if rest, ok := strings.CutSuffix(say, "#"+string(id)); ok {
			say = strings.TrimRight(rest, " \t")
		}
		f.Meeting.Mentions = append(f.Meeting.Mentions, Mention{id, say, checked, it.line})
	}
}

// strayParts reports a line that goes on with a task and looks as if it held
// assignees or an id; it belongs to no task.
func (f *File) strayParts(it item, task int, tr *taskReader) {
	quiet := taskReader{people: tr.people, local: tr.local, date: tr.date, telco: tr.telco, quiet: true}
	p := quiet.read(string(it.text.Of(f.src)))
	at := p.Bracket
	if at.Empty() {
		at = p.ID
	}
	if !at.Empty() {
		at.Start, at.End = at.Start+it.text.Start, at.End+it.text.Start
		f.problem(it.line, StrayParts, lang.E(lang.ReadStrayParts, string(at.Of(f.src))).Hint(lang.ReadStrayPartsHint))
	}
}

// hiddenSpans returns what inline code, raw HTML and addresses hide, in order.
func hiddenSpans(in []inlined) []Span {
	var out []Span
	for _, i := range in {
		out = append(out, i.hidden...)
	}
	slices.SortFunc(out, func(a, b Span) int { return a.Start - b.Start })
	return out
}

// within reports whether one of spans, which are in order, covers at.
func within(spans []Span, at int) bool {
	i, found := slices.BinarySearchFunc(spans, at, func(s Span, at int) int { return s.Start - at })
	return found || i > 0 && at < spans[i-1].End
}
