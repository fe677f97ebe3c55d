package capture

import (
	"strings"

	"telko/minutes/lang"
	"telko/motions"
)

// ReadMotion reads a motion as it comes by mail. Without a title its first line
// is it. A line that begins with a label ("Begründung: …", also in bold) opens
// a passage or names the petitioner; what stands before the first is the
// motion's text. Nothing in it can be structure of the minutes.
func ReadMotion(text, title string) (motions.Motion, error) {
	lines := strings.Split(strings.Trim(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), "\n \t\ufeff"), "\n")
	if title == "" && len(lines) > 0 {
		title, lines = motionTitle(lines[0]), lines[1:]
	}
	mo := motions.Motion{Title: TopicTitle(title)}
	mo.Parts = []motions.Passage{{Kind: motions.TextPart}}
	for _, line := range lines {
		label, rest, ok := passageLabel(line)
		last := &mo.Parts[len(mo.Parts)-1]
		switch {
		case !ok:
			last.Text += line + "\n"
		case label.Label == lang.LabelPetitioner:
			mo.Petitioner = markdownOf(cleanLine(label.By + " " + rest))
		default:
			kind, _ := kindOfLabel(label.Label)
			mo.Parts = append(mo.Parts, motions.Passage{Kind: kind, By: label.By, Text: rest + "\n"})
		}
	}
	kept := mo.Parts[:0]
	for i, p := range mo.Parts {
		if p.Text = pastedPassage(p.Text, i, p.Kind); p.Text != "" {
			kept = append(kept, p)
		}
	}
	mo.Parts = kept
	if mo.Title == "" && len(mo.Parts) == 0 {
		return mo, lang.E(lang.MotionEmpty)
	}
	return mo, nil
}

// motionTitle takes what stands around a title off the first line of a mail.
func motionTitle(line string) string {
	line = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(line), "#"))
	for {
		word, rest, ok := strings.Cut(line, ":")
		if !ok || strings.TrimSpace(rest) == "" || !lang.IsMotion(strings.TrimSpace(word)) && !lang.IsSubject(word) {
			return line
		}
		line = strings.TrimSpace(rest)
	}
}

// MotionTitle returns the title that the subject of a mail names.
func MotionTitle(subject string) string { return motionTitle(subject) }

// passageLabel reads the label that a line of a mail begins with.
func passageLabel(line string) (p lang.LabelParts, rest string, ok bool) {
	bare := strings.TrimLeft(strings.TrimSpace(line), "*_")
	word, rest, ok := strings.Cut(bare, ":")
	if !ok || len(word) > 60 {
		return p, "", false
	}
	p, ok = lang.ReadLabel(strings.Trim(word, "*_ "))
	if _, opens := kindOfLabel(p.Label); !ok || !p.Exact || !opens && p.Label != lang.LabelPetitioner {
		return p, "", false
	}
	return p, strings.TrimSpace(strings.TrimLeft(rest, "*_")), true
}

// kindOfLabel returns the kind of passage that a label opens in a motion that
// is yet to be talked about.
func kindOfLabel(l lang.Label) (motions.Kind, bool) {
	switch l {
	case lang.LabelMotion, lang.LabelText:
		return motions.TextPart, true
	case lang.LabelReasons:
		return motions.Reasons, true
	case lang.LabelAmendment:
		return motions.Amendment, true
	case lang.LabelComment:
		return motions.Comment, true
	case lang.LabelAnswer:
		return motions.Answer, true
	}
	return "", false
}

// pastedPassage makes text a passage's: nothing in it is structure of its own.
func pastedPassage(text string, i int, kind motions.Kind) string {
	text = trimLines(Clean(text))
	if strings.TrimSpace(text) == "" {
		return ""
	}
	at := inMotion
	switch {
	case kind == motions.Answer || kind == motions.Comment:
		at = inQuote
	case i == 0:
		at = inMotionFirst
	}
	var d document
	return d.entryMD(&Entry{Text: text, Source: true}, at, 3)
}

// PassageText returns text that somebody typed or sent as the Markdown of a
// passage: nothing in it is structure of its own. It is "" for nothing but
// white space.
func PassageText(text string, kind motions.Kind) string { return pastedPassage(text, 1, kind) }

// TopicTitle returns a title that was typed as the Markdown of a heading that
// shows it so.
func TopicTitle(typed string) string { return headingMarkdown(cleanLine(typed)) }
