package wiki

import (
	"strings"

	"telko/minutes/lang"
	"telko/wiki/wikitext"
)

// region takes a page apart at the two marks of a list, which stay with what is
// around it. Each must stand there once, on a line of its own.
func region(page, mark string) (before, inside, after string, ok bool) {
	begin, end := "<!-- "+mark+" -->", "<!-- /"+mark+" -->"
	if strings.Count(page, begin) != 1 || strings.Count(page, end) != 1 {
		return "", "", "", false
	}
	from, to := strings.Index(page, begin), strings.Index(page, end)
	if from > to || !aloneAt(page, from, begin) || !aloneAt(page, to, end) {
		return "", "", "", false
	}
	from += len(begin)
	return page[:from], strings.Trim(page[from:to], " \t\n"), page[to:], true
}

// cutsTable reports whether the end of a list stands among the rows of its table:
// what comes after it is the rest of the table then, and no person's.
func cutsTable(inside, after string) bool {
	open := 0
	for line := range strings.Lines(inside) {
		switch line = strings.TrimLeft(line, " \t:"); {
		case strings.HasPrefix(line, "{|"):
			open++
		case strings.HasPrefix(line, "|}"):
			open--
		}
	}
	_, rest, _ := strings.Cut(after, "\n")
	return open > 0 && strings.HasPrefix(strings.TrimLeft(rest, " \t\n"), "|")
}

// aloneAt reports whether what stands at page[at:] has its line to itself.
func aloneAt(page string, at int, what string) bool {
	line := strings.TrimRight(page[:at], " \t")
	rest := strings.TrimLeft(page[at+len(what):], " \t")
	return (line == "" || line[len(line)-1] == '\n') && (rest == "" || rest[0] == '\n')
}

// cellOf returns inline Markdown as it stands in the cell of a table.
func cellOf(md string, o wikitext.WriteOptions) string {
	var b strings.Builder
	slashes := 0
	for _, c := range strings.Join(strings.Fields(md), " ") {
		if c == '|' && slashes%2 == 0 {
			b.WriteByte('\\')
		}
		if slashes++; c != '\\' {
			slashes = 0
		}
		b.WriteRune(c)
	}
	table := wikitext.FromMarkdown([]byte("| a |\n|---|\n| "+b.String()+" |\n"), o)
	const head = "! a\n|-\n| "
	if i := strings.Index(table, head); i >= 0 {
		if cell, ok := strings.CutSuffix(table[i+len(head):], "\n|}"); ok && !strings.Contains(cell, "\n") && cell != "" {
			return cell
		}
	}
	return labelOf(plain(md))
}

// linkTo returns a link to a page, or to a place on it, with a label of plain
// text; the label alone if there is no such title.
func linkTo(title, section, label string) string {
	target := linkTarget(title)
	if target == "" {
		return wikitext.Escape(label)
	}
	if section != "" {
		target += "#" + section
	}
	return "[[" + target + "|" + labelOf(label) + "]]"
}

// sortable begins a sortable table.
func sortable(l lang.Lang, heads ...lang.Text) string {
	var said []string
	for _, h := range heads {
		said = append(said, " "+h.In(l))
	}
	return "{| class=\"wikitable sortable\"\n!" + strings.Join(said, " !!")
}

// emptyList stands in the place of a list that has nothing in it.
func emptyList(t lang.Text, l lang.Lang) string { return "''" + wikitext.Escape(t.In(l)) + "''" }

// isEmptyList reports whether a line says that a list is empty, as telko does.
func isEmptyList(line string) bool {
	for _, t := range []lang.Text{lang.ListNoTasks, lang.ListNoMotions, lang.ListNoMinutes} {
		for _, l := range []lang.Lang{lang.German, lang.English} {
			if line == emptyList(t, l) {
				return true
			}
		}
	}
	return false
}
