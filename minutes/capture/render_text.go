package capture

import (
	"strconv"
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
)

// heading returns a heading's line.
func (w *writer) heading(n *node) string {
	d := w.d
	hashes := strings.Repeat("#", min(max(n.shown.Level, 1), 6)) + " "
	if n.e.Kind == KindMotion {
		s := lang.LabelMotion.Write(d.lang)
		if n.e.Number > 0 {
			s += " " + strconv.Itoa(n.e.Number)
		}
		if title := headingMD(n.e); title != "" {
			s += ": " + escapeEnd(title)
		}
		if n.e.MotionID != "" {
			s += " #" + string(n.e.MotionID)
		}
		return hashes + s
	}
	if n.shown.Continues != "" && n.e.Section == minutes.SectionTopic { // a plan is one by its words
		return hashes + lang.WriteContinued.In(d.lang, n.md)
	}
	return hashes + n.md
}

// headingMD returns the text of a heading as Markdown on one line.
func headingMD(e *Entry) string {
	if !e.Source {
		return headingMarkdown(e.Text)
	}
	title := hideNothing(strings.Join(strings.Fields(e.Text), " "))
	if n := len(strings.TrimRight(title, "#")); n < len(title) && (n == 0 || title[n-1] == ' ') {
		title = title[:n] + `\` + title[n:] // would close the heading
	}
	return title
}

// topicMD returns the title of a topic as Markdown that is read as one: what
// would be a motion or a list of people gets a word before it.
func (d *document) topicMD(n *node, begun bool) string {
	title := headingMD(n.e)
	if title == "" {
		title = "…"
	}
	if n.roll != nil || n.neutral {
		return title
	}
	title = escapeEnd(title)
	if d.readsAs(title, begun) != n.e.Section {
		return lang.WriteTopic.In(d.lang, title)
	}
	return title
}

// readsAs returns what a heading with this title begins.
func (d *document) readsAs(title string, begun bool) minutes.SectionKind {
	word := title
	if i := strings.IndexAny(word, " \t:"); i >= 0 {
		word = word[:i]
	}
	if lang.IsMotion(word) {
		src := "---\ndate: 2000-01-01\n---\n\n# -\n\n## " + title + "\n"
		f, err := minutes.Parse(d.name, []byte(src), minutes.Context{})
		if err == nil && len(f.Sections) > 0 {
			return f.Sections[len(f.Sections)-1].Kind
		}
	}
	switch lang.ReadHeading(title) {
	case lang.NoHeading:
		return minutes.SectionTopic
	case lang.HeadOpenTasks:
		return minutes.SectionOpenTasks
	case lang.HeadPlan:
		return minutes.SectionPlan
	}
	if begun {
		return minutes.SectionTopic
	}
	return minutes.SectionPreamble // attendance: no topic
}

// escapeEnd takes their meaning from an id of a motion, and from the word that
// returns to a topic, at the end of a title that was typed.
func escapeEnd(title string) string {
	bare, _ := cutMarks(title)
	if _, continued := cutContinued(bare); continued {
		end := len(bare) - 1
		return title[:end] + `\` + title[end:]
	}
	at := strings.LastIndexByte(title, '#')
	if at < 0 {
		return title
	}
	bare, _ = cutMarks(title[at:])
	if strings.ContainsAny(bare, " \t") {
		return title
	}
	if _, err := motions.ParseID(bare); err != nil {
		return title
	}
	return title[:at] + `\` + title[at:]
}

// itemText returns the text of a list item as Markdown, without its mark.
func (d *document) itemText(n *node) string {
	e := n.shown
	switch e.Kind {
	case KindTask:
		t := e.Task
		t.ID = e.TaskID
		line := strings.TrimPrefix(minutes.FormatTask(t, d.lang, d.defaultDue()), "- ")
		if _, rest := d.lineMD(e); rest != "" {
			line += "\n" + rest
		}
		return line
	case KindMention:
		if e.TaskID == "" {
			return d.entryMD(e, inItem, 0)
		}
		first, rest := d.lineMD(e)
		first = strings.TrimRight("#"+string(e.TaskID)+" "+first, " ")
		if rest != "" {
			first += "\n" + rest
		}
		return first
	}
	return d.entryMD(e, inItem, 0)
}

// blockText returns the text of an entry that is no list item, heading or
// passage.
func (d *document) blockText(n *node) string {
	e := n.shown
	if e.Kind != KindDecision {
		return d.entryMD(e, inTopic, 0)
	}
	name := e.Label
	if name == "" {
		name = lang.LabelDecision.Write(d.lang)
	}
	return bold(name, e.Clock.String()) + oneParagraph(d.entryMD(e, inTopic, 0))
}

// bold returns a label as it stands before its text.
func bold(name, clock string) string {
	if clock != "" {
		name += " (" + clock + ")"
	}
	return "**" + name + ":** "
}

// passageText returns a passage as minutes.ComposeMotion writes it behind what
// f says: with a label where the reader needs one.
func (d *document) passageText(n *node, f flow) string {
	e := n.shown
	level := 0
	if m := d.byID[e.Motion]; m != nil {
		level = m.e.Level
	}
	switch e.Passage {
	case Petition:
		name := e.Label
		if name == "" {
			name = lang.LabelPetitioner.Write(d.lang)
		}
		return bold(name, "") + strings.Join(strings.Fields(d.entryMD(e, inTopic, 0)), " ")
	case motions.Answer, motions.Comment:
		name, before := d.passageLabel(e)
		if e.Source && beginsBlock(e.Text) && before == "" {
			return quoted(strings.TrimRight(bold(name, e.Clock.String()), " ") + "\n\n" + d.entryMD(e, inQuote, 0))
		}
		return quoted(bold(name, e.Clock.String()) + before + d.entryMD(e, inQuote, 0))
	}
	if e.Label == "" && e.Passage == f.open && f.fresh && e.By == "" && e.Clock.IsZero() &&
		e.Passage != motions.VotePart && e.Passage != motions.Decision && e.Motion != "" {
		return d.entryMD(e, inMotionFirst, level)
	}
	name, before := d.passageLabel(e)
	if e.Source && beginsBlock(e.Text) && before == "" {
		return strings.TrimRight(bold(name, e.Clock.String()), " ") + "\n\n" + d.entryMD(e, inMotionFirst, level)
	}
	return bold(name, e.Clock.String()) + before + d.entryMD(e, inMotion, level)
}

// passageLabel returns the label of a passage: its own, else telko's. A name
// that would not be read back from the label goes before the text.
func (d *document) passageLabel(e *Entry) (name, before string) {
	if e.Label != "" {
		return e.Label, ""
	}
	label := labelOf(e.Passage)
	name = label.Write(d.lang)
	by := strings.Join(strings.Fields(e.By), " ")
	if by == "" {
		return name, ""
	}
	whole := lang.WriteBy.In(d.lang, name, by)
	if p, ok := lang.ReadLabel(whole); ok && p.Label == label && p.By == by && p.Detail == "" && !strings.ContainsAny(by, "*_:`<[\\") {
		return whole, ""
	}
	return name, markdownOf(by) + ": "
}

// labelOf returns the label of a kind of passage.
func labelOf(k motions.Kind) lang.Label {
	if k == Petition {
		return lang.LabelPetitioner
	}
	return minutes.LabelOf(k)
}

// quoted returns text as a block quote.
func quoted(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight("> "+line, " ")
	}
	return strings.Join(lines, "\n")
}

// rollLineText returns a line of a section of attendance, without list mark.
func rollLineText(who []*person, section minutes.SectionKind, l lang.Lang) string {
	first := who[0]
	if first.state == isPresent {
		s := minutes.FormatAttendance(first.attendance(), l)
		if section == minutes.SectionAbsent {
			s = lang.LabelPresent.Write(l) + ": " + s
		}
		return s
	}
	var names []string
	for _, p := range who {
		names = append(names, minutes.FormatAttendance(minutes.Attendance{Name: p.name, Nick: p.nick}, l))
	}
	s := strings.Join(names, ", ")
	switch {
	case first.excuse == minutes.Excused:
		return lang.LabelExcused.Write(l) + ": " + s
	case first.excuse == minutes.Unexcused:
		return lang.LabelUnexcused.Write(l) + ": " + s
	case section == minutes.SectionPresent:
		return lang.LabelAbsent.Write(l) + ": " + s
	}
	return s
}
