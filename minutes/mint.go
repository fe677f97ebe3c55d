package minutes

import (
	"bytes"
	"fmt"
	"time"

	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks"
)

// MintLines gives every task line and motion of src that has no id its id, at
// the end of the line or heading, and writes due dates that stand there in
// words as dates. All other bytes stay, so that minting twice is minting once.
//
// A text is first matched against the logs' add events whose ids the file does
// not bear, so that the same text gets the same id on every machine; only then
// numbers go on from the maximum over file and log. The returned events are
// those that the logs do not hold yet, also for ids that came with the file:
// append them before the file is written. Their instant is the meeting's
// start, midnight if that is not known, so that two machines write one line.
//
// A line in whose text an id of this meeting stands that no other line bears
// is left as it is: somebody wrote on behind its id, and a second id would cut
// it off from its history. Lint asks that person (StrayID).
//
// Prefix is that of the series' ids. A public file and its private one share
// their numbers: the logs must hold both files' events.
func MintLines(name string, src []byte, ctx Context, taskLog []tasks.Event, motionLog []motions.Event, prefix string) (out []byte, newTasks []tasks.Event, newMotions []motions.Event, err error) {
	f, err := Parse(name, src, ctx)
	if err != nil {
		return nil, nil, nil, err
	}
	at, err := f.began()
	if err != nil {
		return nil, nil, nil, err
	}
	taskEdits, newTasks := mintTasks(f, at, taskLog, prefix)
	motionEdits, newMotions, err := mintMotions(f, at, motionLog, prefix)
	if err != nil {
		return nil, nil, nil, err
	}
	return splice(f.src, append(taskEdits, motionEdits...)), newTasks, newMotions, nil
}

// began returns the instant of the meeting's start, midnight of its day if no
// time is known.
func (f *File) began() (time.Time, error) {
	m := &f.Meeting
	loc := time.UTC
	if m.TimeZone != "" {
		l, err := time.LoadLocation(m.TimeZone)
		if err != nil {
			line := 1
			for _, e := range f.front.Keys {
				if equalFold(e.Key, "timezone") {
					line = e.Line
				}
			}
			return time.Time{}, &LineError{f.name, line, lang.E(lang.NoSuchZone, m.TimeZone).Hint(lang.NoSuchZoneHint).Because(err)}
		}
		loc = l
	}
	if m.Start.IsZero() {
		return m.Date.At(0, loc), nil
	}
	return m.Start.In(loc), nil
}

func mintTasks(f *File, at time.Time, log []tasks.Event, prefix string) (edits []edit, added []tasks.Event) {
	known := map[tasks.ID]bool{}
	for i := range log {
		if log[i].Verb == tasks.Add {
			known[log[i].ID] = true
		}
	}
	var used []tasks.ID
	for _, m := range f.Meeting.Mentions {
		used = append(used, m.ID)
	}
	var texts []string
	var bare []*TaskLine
	stray := f.linesWith(StrayID)
	for i := range f.lines {
		tl := &f.lines[i]
		if tl.Task < 0 || stray[tl.Line] {
			continue
		}
		edits = append(edits, dueEdits(f, tl)...)
		t := &f.Meeting.Tasks[tl.Task]
		if t.ID == "" {
			texts, bare = append(texts, t.Text), append(bare, tl)
			continue
		}
		used = append(used, t.ID)
		if !known[t.ID] {
			added = append(added, tasks.AddEvent(t.ID, t.Text, at))
		}
	}
	if len(bare) == 0 {
		return edits, added
	}
	for i, id := range tasks.Mint(texts, f.Meeting.IDDay, prefix, used, log) {
		end := bare[i].Content.End
		edits = append(edits, edit{Span{end, end}, " #" + string(id)})
		if !known[id] {
			added = append(added, tasks.AddEvent(id, texts[i], at))
		}
	}
	return edits, added
}

// linesWith returns the lines on which reading met a problem of that code.
func (f *File) linesWith(c Code) map[int]bool {
	lines := map[int]bool{}
	for _, p := range f.problems {
		if p.Code == c {
			lines[p.Line] = true
		}
	}
	return lines
}

func mintMotions(f *File, at time.Time, log []motions.Event, prefix string) (edits []edit, added []motions.Event, err error) {
	known := map[motions.ID]bool{}
	for i := range log {
		if log[i].Verb == motions.Add {
			known[log[i].ID] = true
		}
	}
	var used []motions.ID
	var texts []string
	var bare []int // motions without an id
	ids := make([]motions.ID, len(f.Meeting.Motions))
	for i, mo := range f.Meeting.Motions {
		ids[i] = mo.ID
		switch {
		case mo.ID == "":
			texts, bare = append(texts, mo.Wording()), append(bare, i)
			continue
		case !known[mo.ID] && mo.ID.Day() == f.Meeting.IDDay:
			added = append(added, motions.AddEvent(mo.ID, mo.Wording(), at))
			known[mo.ID] = true
		}
		used = append(used, mo.ID)
	}
	if len(bare) > 0 {
		for k, id := range motions.Mint(texts, f.Meeting.IDDay, prefix, used, log) {
			mo := f.Meeting.Motions[bare[k]]
			ids[bare[k]] = id
			end, ok := headingEnd(f.src, mo.Line)
			if !ok {
				return nil, nil, fmt.Errorf("%s:%d: no heading stands here", f.name, mo.Line)
			}
			edits = append(edits, edit{Span{end, end}, " #" + string(id)})
			if !known[id] {
				added = append(added, motions.AddEvent(id, texts[k], at))
			}
		}
	}
	return edits, append(added, sealMotions(f, ids, at, log)...), nil
}

// headingEnd returns the offset at which the text of the heading that begins
// on line ends: before the closing marks of an ATX heading, before the
// underline of a setext one.
func headingEnd(src []byte, line int) (int, bool) {
	at, ok := lineSpan(src, line)
	if !ok {
		return 0, false
	}
	if bytes.HasPrefix(bytes.TrimLeft(at.Of(src), " "), []byte("#")) {
		text := bytes.TrimRight(at.Of(src), " \t")
		if bare := bytes.TrimRight(text, "#"); len(bare) > 0 && len(bare) < len(text) && (bare[len(bare)-1] == ' ' || bare[len(bare)-1] == '\t') {
			if cut := bytes.TrimRight(bare, " \t"); len(bytes.Trim(cut, " #")) > 0 {
				text = cut
			}
		}
		return at.Start + len(text), true
	}
	for ; ; line++ {
		next, ok := lineSpan(src, line+1)
		if !ok {
			return 0, false
		}
		if isUnderline(next.Of(src)) {
			return at.Start + len(bytes.TrimRight(at.Of(src), " \t")), true
		}
		at = next
	}
}

// isUnderline reports whether line underlines a setext heading.
func isUnderline(line []byte) bool {
	line = bytes.TrimSpace(line)
	return len(line) > 0 && (len(bytes.Trim(line, "=")) == 0 || len(bytes.Trim(line, "-")) == 0)
}
