package wiki

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"telko/wiki/wikitest"
)

// Whoever ticks a row while the place of the list is damaged is heard once
// somebody has mended it; and a machine that remembers nothing hears the same.
func TestTickWithoutMarks(t *testing.T) {
	t.Parallel()
	const end = "\n<!-- /telko:tasks -->"
	b := newBoard(t, promises)
	b.want(b.pages, Created)
	b.hand(wikitest.Otto, end, "")
	b.hand(wikitest.Erika, "☐ '''überfällig'''", "☑")
	b.hand(wikitest.Otto, "20.03.2031", "27.3.2031")
	var conflict *ConflictError
	if _, err := b.sync(b.pages); !errors.As(err, &conflict) || conflict.Reason != ReasonMarks {
		t.Fatal(err)
	}
	b.Edit(wikitest.Erika, b.title, b.Get(b.title)+end)
	events := []string{"wiki:Erika 310306-1 done", "wiki:Erika 310306-2 due 2031-03-27"}
	b.want(b.pages, Updated, events...)
	b.want(b.pages, Unchanged)
	b.log = nil
	b.want(b.machine(), Unchanged, events...)
}

// A row that somebody added stays, also if it has an id of its own.
func TestRowWithOwnID(t *testing.T) {
	t.Parallel()
	b := newBoard(t, promises)
	b.want(b.pages, Created)
	b.hand(wikitest.Otto, "\n|}", "\n|- id=\"999999-1\"\n| ☐ || || || lene || Kekse backen\n|- id=\"kuchen\"\n| ☐ || || || || Kuchen\n|}")
	r := b.want(b.pages, Updated)
	if !slices.Equal(r.Moved, []string{"* lene – Kekse backen", "* Kuchen"}) {
		t.Errorf("moved %q", r.Moved)
	}
	// A row that is telko's, of a task that is not shown any more, is none.
	b.hand(wikitest.Otto, "\n|}", "\n|- id=\"300101-1\"\n| ☑ erledigt || #300101-1 || || lene || Alt\n|}")
	if r := b.want(b.pages, Updated); len(r.Moved) > 0 {
		t.Errorf("moved %q", r.Moved)
	}
}

// A mark that got between the rows is no end of the list: the rows below it
// would stand there twice.
func TestMarkBetweenRows(t *testing.T) {
	t.Parallel()
	const end = "<!-- /telko:tasks -->\n"
	b := newBoard(t, promises)
	b.want(b.pages, Created)
	text := strings.Replace(b.Get(b.title)+"\n", end, "", 1)
	b.Edit(wikitest.Otto, b.title, strings.Replace(text, "|- id=\"310306-2\"", end+"|- id=\"310306-2\"", 1))
	was := b.Get(b.title)
	var conflict *ConflictError
	if _, err := b.sync(b.pages); !errors.As(err, &conflict) || conflict.Reason != ReasonMarks || b.Get(b.title) != was {
		t.Fatalf("%v\n%s", err, b.Get(b.title))
	}
	// What only lacks its end is mended.
	b.Edit(wikitest.Otto, b.title, strings.Replace(text, "\n|}\n", "\n"+end, 1))
	b.want(b.pages, Updated)
	// A table around the list is somebody's.
	b.hand(wikitest.Otto, "<!-- telko:tasks -->", "{|\n|\n<!-- telko:tasks -->")
	b.hand(wikitest.Otto, "<!-- /telko:tasks -->", "<!-- /telko:tasks -->\n|}")
	b.want(b.pages, Unchanged)
}
