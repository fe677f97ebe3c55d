package wiki

import (
	"context"
	"strconv"
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/wiki/client"
)

// Index brings the page that lists the minutes up to date.
func (k *Pages) Index(ctx context.Context, title string, entries []Entry, look client.Look) (PageResult, error) {
	return k.put(ctx, list{
		title: title, mark: indexMark, intro: lang.ListIndexIntro, summary: lang.ListSummaryIndex,
		text: indexText(entries, k.Lang), strays: strayItems(entries),
	}, look)
}

// indexText lists minutes that are on the wiki, the newest first, under a
// heading a year.
func indexText(entries []Entry, l lang.Lang) string {
	var b strings.Builder
	year := 0
	for _, e := range newest(entries) {
		m := e.Minutes.Meeting()
		if e.Page == "" || !e.OnWiki && !m.Status.Held() {
			continue
		}
		if m.Date.Year != year {
			if year != 0 {
				b.WriteString("\n")
			}
			year = m.Date.Year
			b.WriteString("== " + strconv.Itoa(year) + " ==\n")
		}
		b.WriteString("* " + indexLine(&m, e.Page, l) + "\n")
	}
	if b.Len() == 0 {
		return emptyList(lang.ListNoMinutes, l)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// indexLine links a page by its day, which sorts, and its title without it.
func indexLine(m *minutes.Meeting, page string, l lang.Lang) string {
	date := day(m.Date, l)
	title := strings.Join(strings.Fields(strings.Replace(plain(m.Title), date, "", 1)), " ")
	label := date
	if title != "" {
		label += " " + title
	}
	line := linkTo(page, "", label)
	switch m.Status {
	case minutes.StatusAgenda:
		line += " (" + lang.ListAgenda.In(l) + ")"
	case minutes.StatusLive:
		line += " (" + lang.ListLive.In(l) + ")"
	case minutes.StatusDraft:
		line += " (" + lang.ListDraft.In(l) + ")"
	}
	return line
}

// strayItems returns what tells, of the list of minutes, the lines that are a
// person's: those that telko did not write last, and would not write for any of
// entries, and those of telko's that a person changed.
func strayItems(entries []Entry) func(inside, last, since string) []string {
	return func(inside, last, since string) []string {
		pages := map[string]bool{}
		for _, e := range entries {
			pages[linkTarget(e.Page)] = true
		}
		wrote, listed := map[string]bool{}, map[string]bool{}
		for line := range strings.Lines(last + "\n" + since) {
			wrote[strings.TrimSpace(line)] = true
		}
		for line := range strings.Lines(since) {
			listed[indexTarget(strings.TrimSpace(line))] = true
		}
		var out []string
		for line := range strings.Lines(inside) {
			line = strings.TrimSpace(line)
			if line == "" || wrote[line] || isEmptyList(line) || isYear(line) {
				continue
			}
			if to := indexTarget(line); isIndexLine(line, pages) && !listed[to] {
				continue
			}
			out = append(out, line)
		}
		return out
	}
}

func isYear(line string) bool {
	year, ok := strings.CutPrefix(line, "== ")
	if year, _ = strings.CutSuffix(year, " =="); !ok || len(year) != 4 {
		return false
	}
	_, err := strconv.Atoi(year)
	return err == nil
}

// indexTarget returns the page that an item of the list links to, "" for none.
func indexTarget(line string) string {
	rest, ok := strings.CutPrefix(line, "* [[")
	link, _, ends := strings.Cut(rest, "]]")
	if !ok || !ends {
		return ""
	}
	target, _, _ := strings.Cut(link, "|")
	return target
}

// isIndexLine reports whether a line is a link to one of pages, with nothing
// behind it but what telko says there.
func isIndexLine(line string, pages map[string]bool) bool {
	if to := indexTarget(line); to == "" || !pages[to] {
		return false
	}
	_, rest, _ := strings.Cut(line, "]]")
	rest = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(rest), "("), ")")
	if rest == "" {
		return true
	}
	for _, t := range []lang.Text{lang.ListDraft, lang.ListAgenda, lang.ListLive} {
		if rest == t.In(lang.German) || rest == t.In(lang.English) {
			return true
		}
	}
	return false
}
