package wiki

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"telko/tasks"
	"telko/wiki/wikitest"
)

// A line of the far future, which anybody can write on the wiki, would close its
// task to everyone for good: it counts when its time has come, and not before.
func TestLogPageAhead(t *testing.T) {
	t.Parallel()
	w := wikitest.Start(t)
	title := w.Title("Log")
	a := newShed(t, w, title, "lene")
	a.note("310306-1", "Anfang", day2031(3, 7, 9))
	if r, err := a.sync(); err != nil || r.Sent != 1 {
		t.Fatalf("%+v %v", r, err)
	}
	page := title + "/2031"
	const soon, far = "2031-03-10T12:40:00Z ole 310306-1 note gleich", "2031-03-12T12:00:00Z ole 310306-1 note übermorgen"
	w.Edit(wikitest.Otto, page, w.Get(page)+"\n"+soon+"\n"+far)
	for range 2 { // it is said as long as it stands there
		r, err := a.sync()
		var why *tasks.EventError
		if err != nil || len(r.Bad) != 1 || r.Bad[0].Line != 3 || r.Bad[0].Text != far || !errors.As(r.Bad[0], &why) || why.Code != tasks.Ahead {
			t.Fatalf("%+v %v", r, err)
		}
		if log := a.log(); !strings.Contains(log, soon) || strings.Contains(log, "übermorgen") {
			t.Fatalf("%s", log)
		}
	}
	a.pages.Now = func() time.Time { return time.Date(2031, 3, 12, 11, 30, 0, 0, time.UTC) }
	if r, err := a.sync(); err != nil || len(r.Bad) != 0 || len(r.Taken) != 1 || !strings.Contains(a.log(), far) {
		t.Errorf("%+v %v", r, err)
	}
}

// A line of another millennium does not make every run look at a page a year.
func TestLogPageYears(t *testing.T) {
	t.Parallel()
	w := wikitest.Start(t)
	a := newShed(t, w, "Log", "lene")
	for _, at := range []time.Time{
		time.Date(7, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2029, 5, 5, 0, 0, 0, 0, time.UTC), time.Date(9000, 1, 1, 0, 0, 0, 0, time.UTC),
	} {
		a.note("310306-1", "wann", at)
	}
	log, err := a.PublicLog()
	if err != nil {
		t.Fatal(err)
	}
	titles := a.pages.Titles(log)
	if len(titles) > 50 {
		t.Errorf("%d pages", len(titles))
	}
	for _, want := range []string{"Log/7", "Log/2029", "Log/2030", "Log/2031", "Log/9000"} {
		if !slices.Contains(titles, want) {
			t.Errorf("no %s in %q", want, titles)
		}
	}
}
