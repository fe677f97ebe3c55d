package wiki

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/wiki/client"
)

// LogSource is the log on this machine.
type LogSource interface {
	// PublicLog returns the events that may leave the machine.
	PublicLog() (minutes.PublicLog, error)
	// Take adds events to the log that it does not have, and returns those.
	Take(events []tasks.Event) ([]tasks.Event, error)
}

// LogPages keeps the log on the wiki: a page a year of content model "text", in
// which nothing expands, that holds a line an event. Page and log only ever
// grow, towards the union of the two.
type LogPages struct {
	Wiki    PagesWiki
	States  *PageStates
	Log     *LogState
	Title   string // of the pages, without the year
	Version string // of telko, for summaries
	Lang    lang.Lang
	DryRun  bool // nothing is written, neither on the wiki nor here
	// ReadOnly takes what the wiki has, and sends nothing.
	ReadOnly bool
	Now      func() time.Time
	// Sleep waits, or returns early with the context's error.
	Sleep func(context.Context, time.Duration) error
	// Random returns a number below 1: machines that met each other once must
	// not meet again.
	Random func() float64
}

// LogResult is what bringing the two logs together came to.
type LogResult struct {
	Taken []tasks.Event // from the wiki
	Sent  int           // to the wiki; of a dry run, what would be sent
	Left  int           // what the wiki does not have yet
	// Bad are lines on the wiki that are no events, or of a time that has not come,
	// of the pages that were read; they stay there. File is the page's title.
	Bad []*tasks.LineError
}

// unread notes the lines of a page that are no events, in the place of those that
// it had before.
func (r *LogResult) unread(title string, bad []*tasks.LineError) {
	r.Bad = slices.DeleteFunc(r.Bad, func(e *tasks.LineError) bool { return e.File == title })
	r.Bad = append(r.Bad, bad...)
}

// firstRetry and lastRetry bound how long a machine waits before it tries again
// to save over another's edit.
const (
	firstRetry = 100 * time.Millisecond
	lastRetry  = 3 * time.Second
	// patience is how long it waits for others in all; what is not sent by then
	// is kept for the next run.
	patience = time.Minute
)

// Sync brings the log here and the log on the wiki together. It goes on until
// ctx ends; what is not sent by then is sent by the next run, since it is in the
// log here. An error leaves Left right.
func (p *LogPages) Sync(ctx context.Context, src LogSource, looks map[string]client.Look) (LogResult, error) {
	var r LogResult
	log, err := src.PublicLog()
	if err != nil {
		return r, err
	}
	years := map[string][]minutes.PublicLine{}
	for _, l := range log.Lines() {
		title := p.page(l.Event.At.Year())
		years[title] = append(years[title], l)
	}
	var stop bool
	for _, title := range p.Titles(log) {
		var failed error
		left := p.unsent(title, years[title]) // as long as the page was not read
		if !stop {
			failed = p.year(ctx, title, years[title], src, looks[title], &r, &left)
			stop = failed != nil && !onePage(failed)
		}
		if failed != nil || stop {
			r.Left += left
		}
		if err == nil {
			err = failed
		}
	}
	if p.DryRun {
		return r, Explain(err)
	}
	at := time.Time{}
	if err == nil {
		at = p.Now()
	}
	if serr := p.Log.Put(at, r.Left); err == nil {
		err = serr
	}
	return r, Explain(err)
}

// onePage reports whether an error is about one page alone, so that others may
// still be written.
func onePage(err error) bool {
	var conflict *ConflictError
	var e *client.Error
	return errors.As(err, &conflict) ||
		errors.As(err, &e) && !e.StopsRun() && e.Kind != client.Busy && e.Kind != client.Unreachable
}

// sent returns the mark of the lines that were on a page when it was last read
// or written: all of them, or it would not have been remembered.
func sent(lines []minutes.PublicLine) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.Line() + "\n")
	}
	return strconv.Itoa(len(lines)) + " " + Tag([]byte(b.String()))
}

// unsent returns how many of lines the wiki does not have, as far as is known.
func (p *LogPages) unsent(title string, lines []minutes.PublicLine) int {
	known, _ := p.States.Get(title)
	n, _, _ := strings.Cut(known.Text, " ")
	had, _ := strconv.Atoi(n)
	if known.Text == sent(lines) {
		return 0
	}
	return max(len(lines)-had, 1)
}

// year brings the events of one year together. left is told how many events the
// page lacks, once that is known.
func (p *LogPages) year(ctx context.Context, title string, lines []minutes.PublicLine, src LogSource, look client.Look, r *LogResult, left *int) error {
	known, ok := p.States.Get(title)
	switch {
	case ok && known.ID == look.ID && known.Revision == look.Revision && known.Text == sent(lines):
		return nil
	case !ok && len(lines) == 0 && look.Missing():
		return nil // a year in which nothing happened
	}
	pages := Pages{Wiki: p.Wiki, States: p.States, Lang: p.Lang}
	pause, waited := firstRetry, time.Duration(0)
	for {
		page, err := pages.read(ctx, title, "", "text")
		if err != nil {
			return p.model(err)
		}
		after, err := p.once(ctx, title, page, lines, src, r, left)
		switch {
		case err == nil && after.Missing():
			return nil // nothing to say, or a dry run
		case err == nil:
			state := PageState{ID: after.ID, Revision: after.Revision, Text: sent(lines)}
			if slices.ContainsFunc(r.Bad, func(e *tasks.LineError) bool { return e.File == title && isAhead(e) }) {
				state.Revision = 0 // read again, until its time has come
			}
			return p.States.Put(title, state)
		case !raced(err):
			return err
		}
		// Somebody else was faster: the next look has what they wrote.
		wait := time.Duration(float64(pause) * (0.5 + p.Random()))
		waited += wait
		if serr := p.Sleep(ctx, wait); serr != nil || waited > patience {
			if serr != nil {
				err = serr
			}
			crowded := client.Found(client.Busy, client.Crowded)
			crowded.Op, crowded.Title, crowded.Code, crowded.Err = "update", title, "editconflict", err
			return crowded
		}
		pause = min(2*pause, lastRetry)
	}
}

// once acts on a page as it was read, and returns it as it is then.
func (p *LogPages) once(ctx context.Context, title string, page client.Page, lines []minutes.PublicLine, src LogSource, r *LogResult, left *int) (client.Page, error) {
	missing, err := p.union(title, page.Text, lines, src, r)
	*left = len(missing)
	if err != nil || len(missing) == 0 {
		return page, err
	}
	if p.ReadOnly {
		r.Left += len(missing)
		return client.Page{}, nil
	}
	if p.DryRun {
		r.Sent += len(missing)
		return client.Page{}, nil
	}
	text := strings.Join(missing, "\n")
	summary := lang.LogSummary.In(p.Lang, p.Version, Tag([]byte(text)))
	var saved client.Saved
	if page.Missing() {
		saved, err = p.Wiki.CreateAs(ctx, title, "text", text, summary)
	} else {
		if old := strings.TrimRight(page.Text, "\n"); old != "" {
			text = old + "\n" + text
		}
		saved, err = p.Wiki.Update(ctx, page, text, summary)
	}
	if err != nil {
		return client.Page{}, err
	}
	r.Sent += len(missing)
	if !saved.Merged {
		return saved.Page, nil
	}
	// The wiki put another's lines beside ours: they are to be taken too.
	return saved.Page, p.takeAgain(title, saved.Page.Text, lines, src, r)
}

func (p *LogPages) takeAgain(title, text string, lines []minutes.PublicLine, src LogSource, r *LogResult) error {
	left, err := p.union(title, text, lines, src, r)
	if err == nil && len(left) > 0 { // never seen; the next look sends them
		return &client.Error{Kind: client.Conflict, Op: "update"}
	}
	return err
}

// union takes the events of a page that this machine does not have, and returns
// the lines that the page does not have, by instant, then by their bytes.
func (p *LogPages) union(title, page string, lines []minutes.PublicLine, src LogSource, r *LogResult) (missing []string, err error) {
	there := map[string]bool{}
	for line := range strings.Lines(page) {
		there[norm.NFC.String(strings.TrimRight(line, "\r\n"))] = true
	}
	here := map[string]bool{}
	var send []minutes.PublicLine
	for _, l := range lines {
		known := false
		for _, form := range l.Forms() {
			here[form] = true
			known = known || there[form]
		}
		if !known {
			send = append(send, l)
		}
	}
	evs, bad := tasks.ReadLog(title, []byte(page+"\n"))
	var take []tasks.Event
	for _, e := range evs {
		switch {
		case here[norm.NFC.String(e.Line())]:
		case tasks.IsAhead(e, p.Now()):
			bad = append(bad, &tasks.LineError{File: title, Line: lineNumber(page, e), Text: e.Line(), Err: &tasks.EventError{Code: tasks.Ahead}})
		default:
			take = append(take, e)
		}
	}
	r.unread(title, bad)
	if len(take) > 0 && !p.DryRun {
		if take, err = src.Take(take); err != nil {
			return nil, err
		}
	}
	r.Taken = append(r.Taken, take...)
	slices.SortStableFunc(send, func(a, b minutes.PublicLine) int {
		if c := a.Event.At.Compare(b.Event.At); c != 0 {
			return c
		}
		return strings.Compare(a.Line(), b.Line())
	})
	for _, l := range send {
		missing = append(missing, l.Line())
	}
	return missing, nil
}

// model says why a page of the log must be what it is.
func (p *LogPages) model(err error) error {
	if c, ok := err.(*ConflictError); ok && c.Reason == ReasonModel {
		c.err = lang.E(lang.LogModel, c.Title).Hint(lang.LogModelHint, "~~~~")
	}
	return err
}
