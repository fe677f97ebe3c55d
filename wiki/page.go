package wiki

import (
	"telko/minutes"
	"telko/tasks"
)

// PageOptions say how a meeting becomes a page. The zero value works.
type PageOptions struct {
	Categories []string // without "Kategorie:"
	TasksPage  string   // where ids of unknown tasks lead, "" for nowhere
	// Before and After are the titles of the pages of the telcos before and
	// after, "" for none.
	Before, After string
	// TaskPage returns the page that holds a task of another meeting.
	TaskPage func(tasks.ID) (title string, ok bool)
}

// Page returns the wikitext of a meeting.
func Page(p minutes.Public, o PageOptions) string { return "" }
