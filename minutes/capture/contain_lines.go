package capture

import (
	"strings"

	"telko/minutes/lang"
)

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
