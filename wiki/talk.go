package wiki

import (
	"context"
	"strings"

	"telko/minutes/lang"
	"telko/wiki/client"
	"telko/wiki/wikitext"
)

// TalkWiki is what a reminder needs of a wiki.
type TalkWiki interface {
	Page(ctx context.Context, title string) (client.Page, error)
	Create(ctx context.Context, title, text, summary string) (client.Saved, error)
	Update(ctx context.Context, base client.Page, text, summary string) (client.Saved, error)
}

// TalkSection is a section that telko keeps on a person's talk page, between
// two marks. What stands around it is never touched.
type TalkSection struct {
	Workspace string // the workspace's id, in the marks
	Heading   string
	Markdown  string // public text
}

// TalkPage returns the title of a user's talk page, by the name that every wiki
// knows the namespace by.
func TalkPage(user string) string { return "User talk:" + user }

// Remind puts the section on the page called title, in the place of the one
// that stands there, or at its end. Marks that are damaged are a conflict for
// a person (*ConflictError), and nothing is written.
func Remind(ctx context.Context, w TalkWiki, title string, s TalkSection, summary string) error {
	page, err := w.Page(ctx, title)
	if err != nil {
		return Explain(err)
	}
	if !page.Missing() && (page.Redirect || page.Model != "wikitext") {
		return lang.E(lang.RemindNoText, title).Hint(lang.RemindNoTextHint)
	}
	text, ok := s.In(page.Text)
	if !ok {
		return &ConflictError{Title: title, Reason: ReasonMarks, Page: page, err: lang.E(lang.RemindMarks, title).Hint(lang.RemindMarksHint)}
	}
	if page.Missing() {
		_, err = w.Create(ctx, title, text, summary)
	} else {
		_, err = w.Update(ctx, page, text, summary)
	}
	return Explain(err)
}

// In returns page with the section in it; ok is false if only one of its marks
// is there, or one of them twice.
func (s TalkSection) In(page string) (text string, ok bool) {
	begin, end := "<!-- telko reminder "+s.Workspace+" -->", "<!-- /telko reminder "+s.Workspace+" -->"
	body := begin + "\n" + wikitext.FromMarkdown([]byte(s.Markdown), wikitext.WriteOptions{}) + "\n" + end
	from, to := strings.Index(page, begin), strings.Index(page, end)
	switch {
	case strings.Count(page, begin) > 1 || strings.Count(page, end) > 1 || (from < 0) != (to < 0) || from > to:
		return "", false
	case from >= 0:
		return page[:from] + body + page[to+len(end):], true
	}
	section := "== " + wikitext.FromMarkdown([]byte(s.Heading), wikitext.WriteOptions{}) + " ==\n" + body
	if page = strings.TrimRight(page, "\n"); page != "" {
		section = page + "\n\n" + section
	}
	return section, true
}
