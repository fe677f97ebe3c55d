package wikitext

import "strings"

// tidy brings runs into the one form that reads the same: neighbours with the
// same marks are one, white space is single and outside of marks, and there is
// none at the ends and around line breaks.
func tidy(runs []run) []run {
	if len(runs) == 1 && runs[0].kind == textRun && runs[0].style == 0 {
		runs[0].text = strings.Trim(collapse(runs[0].text), " \n")
		if runs[0].text == "" {
			return nil
		}
		return runs
	}
	return join(trim(join(spaceOut(join(runs)))))
}

// join makes one run of neighbouring texts with equal marks.
func join(runs []run) []run {
	out := runs[:0]
	for i := 0; i < len(runs); {
		r := runs[i]
		j := i + 1
		for r.kind == textRun && j < len(runs) && runs[j].kind == textRun &&
			(runs[j].text == "" || runs[j].style == r.style && runs[j].group == r.group) {
			j++
		}
		if j > i+1 {
			var b strings.Builder
			for _, r := range runs[i:j] {
				b.WriteString(r.text)
			}
			r.text = b.String()
		}
		if r.kind != textRun || r.text != "" {
			out = append(out, r)
		}
		i = j
	}
	return out
}

// spaceOut collapses white space and takes it out of marks at their ends: with
// Markdown a mark beside a blank is no mark.
func spaceOut(runs []run) []run {
	out := make([]run, 0, len(runs)+len(runs)/2+2)
	for i, r := range runs {
		if r.kind != textRun {
			out = append(out, r)
			continue
		}
		text := collapse(r.text)
		before, after := style(0), style(0)
		if i > 0 {
			before = runs[i-1].style
		}
		if i+1 < len(runs) {
			after = runs[i+1].style
		}
		core := strings.Trim(text, " \n")
		if core == "" {
			r.text, r.style = text, before&after&r.style&^codeStyle
			out = append(out, r)
			continue
		}
		if len(core) == len(text) {
			r.text = text
			out = append(out, r)
			continue
		}
		at := strings.Index(text, core)
		lead, trail := text[:at], text[at+len(core):]
		if lead != "" {
			out = append(out, run{style: r.style & before &^ codeStyle, text: lead, link: r.link, group: r.group})
		}
		out = append(out, run{style: r.style, text: core, link: r.link, group: r.group})
		if trail != "" {
			out = append(out, run{style: r.style & after &^ codeStyle, text: trail, link: r.link, group: r.group})
		}
	}
	return out
}

// collapse makes one blank, or one newline, of white space.
func collapse(s string) string {
	if isCollapsed(s) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		j, line := i, false
		for j < len(s) && (s[j] == ' ' || s[j] == '\n' || s[j] == '\t' || s[j] == '\r') {
			line = line || s[j] == '\n'
			j++
		}
		switch {
		case line:
			b.WriteByte('\n')
		case j > i:
			b.WriteByte(' ')
		default:
			j++
			b.WriteByte(s[i])
		}
		i = j
	}
	return b.String()
}

// isCollapsed reports whether all white space is single.
func isCollapsed(s string) bool {
	space := false
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case ' ', '\n':
			if space {
				return false
			}
			space = true
		case '\t', '\r':
			return false
		default:
			space = false
		}
	}
	return true
}

// trim drops white space at the ends, before and behind a line break, and
// where two runs both have it.
func trim(runs []run) []run {
	space := true // what was there ended in white space
	for i := range runs {
		r := &runs[i]
		if r.kind != textRun {
			space = r.kind == breakRun
			continue
		}
		r.text = collapse(r.text) // blanks from both sides of a mark have met
		if space {
			r.text = strings.TrimLeft(r.text, " \n")
		}
		if r.text != "" {
			space = strings.HasSuffix(r.text, " ") || strings.HasSuffix(r.text, "\n")
		}
	}
	for i, space := len(runs)-1, true; i >= 0; i-- {
		r := &runs[i]
		if r.kind != textRun {
			space = r.kind == breakRun
			continue
		}
		if space {
			r.text = strings.TrimRight(r.text, " \n")
		}
		if r.text != "" {
			break
		}
	}
	return beforeBreaks(runs)
}

// beforeBreaks drops white space in front of line breaks.
func beforeBreaks(runs []run) []run {
	for i := range runs {
		if i > 0 && runs[i].kind == breakRun && runs[i-1].kind == textRun {
			runs[i-1].text = strings.TrimRight(runs[i-1].text, " \n")
		}
	}
	return runs
}

// sameRuns reports whether two texts read the same. A line's end is a blank.
func sameRuns(a, b []run) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		x, y := a[i], b[i]
		if x.kind != y.kind || x.style != y.style || x.group != y.group || address(x.link) != address(y.link) && x.link != y.link {
			return false
		}
		if x.text != y.text && strings.ReplaceAll(x.text, "\n", " ") != strings.ReplaceAll(y.text, "\n", " ") {
			return false
		}
	}
	return true
}
