package wiki

import (
	"slices"
	"strings"
	"testing"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks/when"
)

// A line that telko wrote itself is no person's, also when its meeting is not
// there any more.
func TestStrayItems(t *testing.T) {
	t.Parallel()
	stray := strayItems([]Entry{{Page: "Telko 6"}})
	last := "== 2031 ==\n* [[Telko 6|06.03.2031]]\n* [[Telko 5|27.02.2031]] (Entwurf)"
	inside := last + "\n* [[Telko 4]]\n* [[Telko 6|anders]] (draft)\nvon Hand"
	got := stray(inside, last, "")
	if want := []string{"* [[Telko 4]]", "von Hand"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	// A person was the last to edit, so the label is a person's too.
	got = stray(inside, "", last)
	if want := []string{"* [[Telko 4]]", "* [[Telko 6|anders]] (draft)", "von Hand"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// An imported page has no places to link to, and a task that two files hold has
// one row.
func TestTaskTable(t *testing.T) {
	t.Parallel()
	const line = "- [ ] Tor ölen (ole) bis 20.03.2031 #310306-1\n"
	for _, c := range []struct{ key, link string }{
		{"", "[[Telko 6#310306-1|#310306-1]]"},
		{"imported: 2031-03-10\n", "[[Telko 6|#310306-1]]"},
	} {
		src := "---\nseries: gartentelko\ndate: 2031-03-06\nstatus: final\n" + c.key + "---\n\n# Gartentelko\n\n## Planung\n\n" + line
		p, copied := public(t, meeting+".md", src, lang.German), public(t, meeting+"-2.md", src, lang.German)
		ts := minutes.NewPublicTasks([]minutes.Public{p, copied}, nil, minutes.PublicOptions{})
		table := &taskTable{lang: lang.German, today: when.Day(2031, 3, 10), page: "Aufgaben", entries: map[string]Entry{p.ID(): {Minutes: p, Page: "Telko 6", OnWiki: true}}}
		if got := table.text(ts); strings.Count(got, "\n|- id=") != 1 || strings.Count(got, c.link) != 1 {
			t.Errorf("%q:\n%s", c.key, got)
		}
	}
}

// Two telkos that remember their pages in one file forget nothing of each other.
func TestPageStates(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	a, b := OpenPageStates(dir, "x"), OpenPageStates(dir, "x")
	a.Get("Aufgaben") // both have read the file before the other writes
	b.Get("Aufgaben")
	for _, put := range []struct {
		s     *PageStates
		title string
	}{{a, "Aufgaben"}, {b, "Log"}, {a, "Protokolle"}} {
		if err := put.s.Put(put.title, PageState{ID: 1, Revision: 2, Text: put.title}); err != nil {
			t.Fatal(err)
		}
	}
	for _, title := range []string{"Aufgaben", "Log", "Protokolle"} {
		if got, ok := OpenPageStates(dir, "x").Get(title); !ok || got.Text != title {
			t.Errorf("%s: %+v", title, got)
		}
	}
}
