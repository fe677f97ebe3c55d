package archive

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"telko/tasks"
	"telko/tasks/when"
)

func idsOf(ts []tasks.Task) string {
	s := ""
	for _, t := range ts {
		s += string(t.ID) + " "
	}
	return s
}

// What is offered is what is open, and knows of every change that telko, a
// pull or an editor that replaces files makes.
func TestOffer(t *testing.T) {
	w := smallArchive(t)
	check := func(what, nick string) {
		t.Helper()
		got, err := w.Offer(nick)
		if err != nil {
			t.Fatal(err)
		}
		want, err := w.OpenTasks(nick)
		if err != nil {
			t.Fatal(err)
		}
		if idsOf(got) != idsOf(want.Tasks) {
			t.Errorf("%s: offered %s, open are %s", what, idsOf(got), idsOf(want.Tasks))
		}
	}
	check("at first", "")
	settled(t, w)
	check("settled", "")
	check("mine", "mia")
	e := tasks.Event{At: noon().Add(30 * 24 * time.Hour), By: "mia", ID: tasks.MeetingID("", when.Day(2010, 1, 7), 1), Verb: tasks.DoneV}
	if err := w.Append(e); err != nil {
		t.Fatal(err)
	}
	check("after an event", "")
	settled(t, w)
	created(t, w, "2010-02-04-werk-telko", "- [ ] neu (mia)\n")
	check("after a meeting", "mia")
	settled(t, w)
	if err := os.Remove(filepath.Join(w.Root(), "minutes/2010/2010-01-14-werk-telko.md")); err != nil {
		t.Fatal(err)
	}
	check("after a file is gone", "")
}
