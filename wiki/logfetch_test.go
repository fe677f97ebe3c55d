package wiki

import (
	"context"
	"testing"
	"time"

	"telko/minutes"
	"telko/tasks"
	"telko/wiki/client"
)

// logWiki is a wiki that holds pages of a log.
type logWiki struct {
	ImportWiki
	pages map[int]client.Page
	read  int // how many were
}

func (w *logWiki) LooksUnder(context.Context, string) ([]client.Look, error) {
	var out []client.Look
	for _, p := range w.pages {
		out = append(out, client.Look{ID: p.ID, Title: p.Title, Revision: p.Revision, Model: p.Model})
	}
	return out, nil
}

func (w *logWiki) Pages(_ context.Context, ids []int) (map[int]client.Page, error) {
	w.read += len(ids)
	return w.pages, nil
}

// lines is a log that takes events.
type lines map[string]bool

func (l lines) PublicLog() (minutes.PublicLog, error) { return minutes.PublicLog{}, nil }

func (l lines) Take(evs []tasks.Event) (taken []tasks.Event, err error) {
	for _, e := range evs {
		if !l[e.Line()] {
			l[e.Line()] = true
			taken = append(taken, e)
		}
	}
	return taken, nil
}

func (l lines) size() (n int64) {
	for line := range l {
		n += int64(len(line))
	}
	return n
}

// A year of the log is read when somebody wrote to it, or lines are missing here.
func TestFetchReadsWhatIsNew(t *testing.T) {
	t.Parallel()
	w := &logWiki{pages: map[int]client.Page{
		1: {ID: 1, Title: "Log/2030", Revision: 11, Model: "text", Text: "2030-12-09T10:00:00Z lene 301204-1 done"},
		2: {ID: 2, Title: "Log/2031", Revision: 12, Model: "text", Text: "2031-03-07T10:00:00Z ole 310306-1 done"},
		3: {ID: 3, Title: "Log/Notizen", Revision: 13, Model: "text", Text: "nichts"},
	}}
	dir, log := t.TempDir(), lines{}
	fetch := func(read, taken int) {
		t.Helper()
		p := &LogPages{
			States: OpenPageStates(dir, "x"), Log: OpenLogState(dir, "x"), Title: "Log",
			Now: func() time.Time { return time.Date(2031, 3, 10, 12, 0, 0, 0, time.UTC) },
		}
		w.read = 0
		r, err := p.Fetch(t.Context(), w, log, log.size)
		if err != nil || w.read != read || len(r.Taken) != taken {
			t.Errorf("%v; %d pages, not %d; %d events, not %d", err, w.read, read, len(r.Taken), taken)
		}
	}
	fetch(2, 2)
	fetch(0, 0)
	page := w.pages[2]
	page.Revision, page.Text = 14, page.Text+"\n2031-03-08T10:00:00Z ole 310306-1 reopen"
	w.pages[2] = page
	fetch(1, 1)
	fetch(0, 0)
	log["2031-03-09T10:00:00Z ole 310306-1 note da"] = true // of this machine
	fetch(0, 0)
	clear(log)
	fetch(2, 3)
	page.Text += "\nkein Ereignis"
	page.Revision = 15
	w.pages[2] = page
	fetch(1, 0)
	fetch(1, 0)
}

// What was got from the wiki does not wait to be sent there: of a log that was
// fetched, only what was added here does.
func TestFetchedIsNotUnsent(t *testing.T) {
	t.Parallel()
	w := &logWiki{pages: map[int]client.Page{1: {ID: 1, Title: "Log/2031", Revision: 11, Model: "text", Text: "2031-03-07T10:00:00Z ole 310306-1 done\n" +
		"kein Ereignis\n2031-03-08T10:00:00Z ole 310306-1 reopen"}}}
	dir, log := t.TempDir(), lines{}
	p := &LogPages{
		States: OpenPageStates(dir, "x"), Log: OpenLogState(dir, "x"), Title: "Log",
		Now: func() time.Time { return time.Date(2031, 3, 10, 12, 0, 0, 0, time.UTC) },
	}
	if err := p.Log.Put(p.Now(), 1); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Fetch(t.Context(), w, log, log.size); err != nil {
		t.Fatal(err)
	}
	if n := p.unsent("Log/2031", make([]minutes.PublicLine, 3)); n != 1 {
		t.Errorf("%d wait", n)
	}
	if _, waiting := p.Log.Get(); waiting != 1 {
		t.Errorf("what waited is forgotten: %d", waiting)
	}
	if known, _ := p.States.Get("Log/2031"); known.ID != 1 || known.Revision == 11 {
		t.Errorf("a sync would not look at the page: %+v", known)
	}
}
