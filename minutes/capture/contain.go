package capture

import (
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
)

// What an entry's text may be is the entry's own affair: it must never begin a
// section, a passage, a task or a list item beside it, nor hide what follows.
// A typed line is escaped. Markdown that was pasted keeps its lists, quotes,
// code and emphasis; headings sink below the motion they stand in, or become
// bold lines.

// where says what an entry's text stands in.
type where uint8

const (
	inItem        where = iota // a list item
	inTask                     // a list item, behind its first line
	inQuote                    // a block quote of an answer
	inTopic                    // a paragraph below a topic, behind a label
	inMotion                   // a passage, behind its label
	inMotionFirst              // a motion's first text, without a label
)

// entryMD returns the text of an entry as Markdown that opens no structure but
// its own. Level is that of the motion's heading.
func (d *document) entryMD(e *Entry, at where, level int) string {
	if e.Text == "" {
		return "…"
	}
	if !e.Source {
		if !strings.Contains(e.Text, "\n") {
			return noLabel(markdownOf(e.Text), at)
		}
		return linesWhere(e.Text, at)
	}
	md := strings.TrimRight(containMarkdown(e.Text, at, level), "\n")
	if at != inTask {
		md = strings.TrimLeft(md, "\n")
	}
	if md == "" || !contained(md, at, level) {
		return linesWhere(e.Text, at)
	}
	return md
}

// lineMD is entryMD for text that goes on behind a checkbox or an id: its first
// line begins no block.
func (d *document) lineMD(e *Entry) (first, rest string) {
	first, more, several := strings.Cut(e.Text, "\n")
	switch {
	case !e.Source:
		first = markdownOf(first)
	default:
		first = noBox(hideNothing(strings.TrimSpace(first)))
	}
	if first == "" {
		first = "…"
	}
	if !several {
		return first, ""
	}
	x := *e
	x.Text = more
	return first, d.entryMD(&x, inTask, 0)
}

// linesMarkdown returns lines that were typed as Markdown.
func linesMarkdown(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = markdownOf(line)
	}
	return strings.Join(lines, "\n")
}

// linesWhere is linesMarkdown for lines that stand somewhere.
func linesWhere(text string, at where) string {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	for i, line := range lines {
		lines[i] = markdownOf(line)
		if i > 0 || at == inMotionFirst {
			lines[i] = noLabel(lines[i], inMotionFirst)
		}
	}
	return strings.Join(lines, "\n")
}

// noLabel takes its meaning from a bold label at the start of a paragraph's
// line.
func noLabel(line string, at where) string {
	if at != inMotionFirst {
		return line
	}
	mark := strings.TrimLeft(line, " >\t")
	lead := line[:len(line)-len(mark)]
	if label, _, ok := boldLabel(mark); ok {
		if _, known := lang.ReadLabel(label); known {
			return lead + `\` + mark[:1] + `\` + mark[1:]
		}
	}
	return line
}

// containMarkdown returns Markdown that was pasted without what would open
// structure beside it.
func containMarkdown(md string, at where, level int) string {
	fence, col := "", 0
	var out []string
	blank := at != inTask // the line before is
	for i, line := range strings.Split(md, "\n") {
		line = strings.TrimRight(line, " \t\r")
		if i == 0 {
			line = strings.TrimLeft(line, " \t") // it stands behind a mark or a label
		}
		if c, _ := indentOf(line); fence != "" && line != "" && c < col {
			out, fence = append(out, strings.Repeat(" ", col)+fence), "" // its list has ended
		}
		switch {
		case fence != "":
			if closes(line, fence) {
				fence = ""
			}
			line = hideNothing(line)
		default:
			if fence = fenceOf(line); fence != "" {
				col, _ = indentOf(line)
				line = hideNothing(line)
				break
			}
			line = containLine(line, at, level, i == 0, blank)
		}
		blank = isBlank(line)
		out = append(out, line)
	}
	if fence != "" {
		out = append(out, strings.Repeat(" ", col)+fence)
	}
	return strings.Join(out, "\n")
}

// beginsBlock reports whether Markdown begins with something that does not go
// on behind a label: a list, a quote, code, a heading.
func beginsBlock(md string) bool {
	line, _, _ := strings.Cut(md, "\n")
	_, _, _, _, item := readItem(line)
	return item || fenceOf(line) != "" || startsBlock(line)
}

// hideNothing takes its meaning from what would begin a comment: it would hide
// what stands behind the entry.
func hideNothing(line string) string {
	for at := 0; ; {
		i := strings.Index(line[at:], "<!--")
		if i < 0 {
			return line
		}
		at += i
		if n := len(line[:at]) - len(strings.TrimRight(line[:at], `\`)); n%2 == 0 {
			line = line[:at] + `\` + line[at:]
			at++
		}
		at++
	}
}

// containLine contains a line outside code.
func containLine(line string, at where, level int, first, afterBlank bool) string {
	line = hideNothing(line)
	_, i := indentOf(line)
	text := line[i:]
	if n := runOf(text, '#'); n > 0 && n <= 6 && endsWord(text, n) {
		if first && at != inMotionFirst {
			at = inItem // behind a label or mark
		}
		return noLabel(sunk(strings.Trim(strings.TrimRight(text[n:], "# \t"), " \t"), n, at, level), inMotionFirst)
	}
	if !afterBlank && text != "" && isRule(text) {
		return line[:i] + `\` + text // would underline the line before it
	}
	if !first || at == inMotionFirst {
		line = noLabel(line, inMotionFirst)
	}
	return noBox(line)
}

// noBox takes its meaning from a checkbox, a link's definition and a tag that
// would swallow what follows, behind whatever marks of lists and quotes.
func noBox(line string) string {
	_, i := indentOf(line)
	for i < len(line) {
		rest := line[i:]
		switch {
		case rest[0] == '>':
			i++
		case rest[0] == '[' && (isCheckbox(rest) || isDefinition(rest)), isOpenTag(rest):
			return line[:i] + `\` + rest
		default:
			mark, _, _, _, ok := readItem(rest)
			if !ok {
				return line
			}
			i += len(mark)
		}
		_, n := indentOf(line[i:])
		i += n
	}
	return line
}

// isOpenTag reports whether s begins with a tag whose block of HTML does not
// end at a blank line.
func isOpenTag(s string) bool {
	if len(s) < 2 || s[0] != '<' {
		return false
	}
	if s[1] == '!' || s[1] == '?' {
		return true
	}
	low := strings.ToLower(s[1:])
	for _, tag := range []string{"script", "pre", "style", "textarea"} {
		if strings.HasPrefix(low, tag) {
			return true
		}
	}
	return false
}

// sunk returns a pasted heading as it may stand in an entry.
func sunk(title string, n int, at where, level int) string {
	if title == "" {
		return ""
	}
	if at == inMotion || at == inMotionFirst {
		bare := strings.TrimRight(title, ": \t")
		if i := strings.IndexByte(title, ':'); i > 0 {
			bare = title[:i]
		}
		_, label := lang.ReadLabel(strings.Trim(bare, "*_ "))
		if to := level + n; to <= 6 && !label {
			return strings.Repeat("#", to) + " " + escapeEnd(title)
		}
	}
	title = strings.TrimRight(strings.ReplaceAll(title, "**", ""), ": \t")
	if title == "" || strings.HasPrefix(title, " ") || strings.HasSuffix(title, `\`) {
		return markdownOf(title)
	}
	return "**" + title + "**"
}

// contained reports whether Markdown is one entry and no more, as the reader of
// minutes has it.
func contained(md string, at where, level int) bool {
	body := ""
	switch at {
	case inItem:
		if !oneItem(indented(md, listLevel{mark: "-", width: 2})) {
			return false
		}
		body = "\n\n" + indented(md, listLevel{mark: "-", width: 2}) + "\n  - [ ] -\n- [ ] -\n"
	case inTask:
		body = "\n\n" + indented("[ ] -\n"+md, listLevel{mark: "-", width: 2}) + "\n  - [ ] -\n- [ ] -\n"
	case inQuote:
		body = "\n\n" + quoted("**"+lang.LabelAnswer.Write(lang.English)+":** "+md) + "\n"
	case inTopic, inMotion:
		body = "\n\n**" + lang.LabelReasons.Write(lang.English) + ":** " + md + "\n"
	case inMotionFirst:
		body = "\n\n" + md + "\n"
	}
	level = max(level, 2)
	head := "- 1"
	motion := at == inQuote || at == inMotion || at == inMotionFirst
	if motion {
		head = lang.LabelMotion.Write(lang.English) + " 1: -"
	}
	hashes := strings.Repeat("#", level)
	src := "---\ndate: 2000-01-01\n---\n\n# -\n\n" + hashes + " " + head + body + "\n**" +
		lang.LabelDecision.Write(lang.English) + ":** -\n\n" + hashes + " - 2\n\n- -\n"
	f, err := minutes.Parse("x.md", []byte(src), minutes.Context{})
	tasks := 0
	switch at {
	case inItem:
		tasks = 2
	case inTask:
		tasks = 3
	}
	if err != nil || len(f.TaskLines()) != tasks {
		return false
	}
	var sections []minutes.Section
	for _, s := range f.Sections {
		if s.Level > 0 {
			sections = append(sections, s)
		}
	}
	if len(sections) != 2 || !strings.HasSuffix(sections[1].Title, "- 2") || len(f.Meeting.Answers) > 0 {
		return false
	}
	if !motion {
		return strings.Contains(sections[1].Body, "- -")
	}
	kind := motions.Reasons
	switch at {
	case inQuote:
		kind = motions.Answer
	case inMotionFirst:
		kind = motions.TextPart
	}
	mo := sections[0].Motion
	return mo != nil && len(mo.Parts) == 2 && mo.Parts[1].Text == "-" && mo.Parts[0].Kind == kind && mo.Petitioner == "" && mo.Number == 1
}
