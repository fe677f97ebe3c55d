package capture

import (
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
)

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
