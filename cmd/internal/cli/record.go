package cli

import (
	"bufio"
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/capture"
	"telko/minutes/lang"
)

type recordOptions struct {
	series, date, meeting            string
	merge                            []string
	plain, times, another, wikiDraft bool
}

func (a *app) newRecord() *cobra.Command {
	var o recordOptions
	c := a.command("record [SERIES]", lang.HelpRecord, exitConflict, exitAuth)
	c.Args = upToOne
	f := c.Flags()
	f.BoolVar(&o.plain, "plain", false, lang.FlagRecordPlain.In(a.lang))
	f.BoolVar(&o.times, "times", false, lang.FlagRecordTimes.In(a.lang))
	f.StringVar(&o.date, "date", "", lang.FlagRecordDate.In(a.lang))
	f.StringVar(&o.meeting, "meeting", "", lang.FlagRecordMeeting.In(a.lang))
	f.BoolVar(&o.another, "new", false, lang.FlagRecordNew.In(a.lang))
	f.StringArrayVar(&o.merge, "merge", nil, lang.FlagRecordMerge.In(a.lang))
	f.BoolVar(&o.wikiDraft, "wiki-draft", false, lang.FlagRecordWikiDraft.In(a.lang))
	a.complete(c, "date", a.completeDates)
	a.complete(c, "meeting", firstArg(a.completeMeetings))
	c.ValidArgsFunction = firstArg(a.completeSeries)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if len(args) > 0 {
			o.series = args[0]
		}
		// A terminal that is closed is an end like any other: what was accepted
		// is kept, and the telco can be gone on with.
		signals := []os.Signal{syscall.SIGTERM, syscall.SIGHUP}
		if o.plain { // the screen knows whether an interrupt is meant for it, or for the editor
			signals = append(signals, syscall.SIGINT)
		}
		ctx, stop := signal.NotifyContext(context.Background(), signals...)
		defer stop()
		return a.runRecord(ctx, o)
	}
	return c
}

// runRecord records a telco, on the screen or line by line.
func (a *app) runRecord(ctx context.Context, o recordOptions) error {
	switch {
	case o.times && !o.plain:
		return usage(lang.RecordTimesPlain)
	case !o.plain && (!a.out.inTTY || !a.out.outTTY || a.env.Getenv("TERM") == "dumb"):
		return &exitError{exitUsage, lang.E(lang.RecordNoTerminal).Hint(lang.RecordUsePlain)}
	}
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	keeper, err := a.whoAmI(ws)
	if err != nil {
		return err
	}
	wish, err := a.wished(ws, o)
	if err != nil {
		return err
	}
	// main lets garbage grow for commands that are over at once; this one stays
	// for hours.
	defer debug.SetGCPercent(debug.SetGCPercent(100))
	t := &telco{app: a, ws: ws, keeper: keeper, options: o, wish: wish}
	if err := t.readMerged(); err != nil {
		return err
	}
	if o.plain {
		return t.runPlain(ctx, bufio.NewReader(a.env.Stdin))
	}
	return t.runScreen(ctx)
}

// wished reads what flags say of the telco.
func (a *app) wished(ws *archive.Workspace, o recordOptions) (capture.Wish, error) {
	w := capture.Wish{Meeting: o.meeting, New: o.another}
	var err error
	if o.series != "" {
		if w.Series, err = seriesNamed(ws, o.series); err != nil {
			return w, err
		}
	}
	if o.date != "" {
		if w.Date, err = calendar(ws).Read(o.date); err != nil {
			return w, &exitError{exitUsage, err}
		}
	}
	if o.meeting != "" && (o.series != "" || o.date != "" || o.another) {
		return w, usage(lang.RecordMeetingAlone)
	}
	return w, nil
}

// telco is one that a command records.
type telco struct {
	*app
	ws      *archive.Workspace
	keeper  string
	options recordOptions
	wish    capture.Wish
	merged  [][]byte // journals of others that are taken in
	plan    capture.Plan
	session *capture.Session

	sendDraft func(f *minutes.File) error // with --wiki-draft
}

// readMerged reads the journals to be taken in. They say which telco it is,
// unless the user does.
func (t *telco) readMerged() error {
	for _, name := range t.options.merge {
		data, err := t.readInput(name)
		if err != nil {
			return err
		}
		meeting, ok := capture.JournalOf(data)
		if !ok {
			return lang.E(lang.RecordNoJournal, name)
		}
		if t.wish == (capture.Wish{}) {
			t.wish.Meeting = meeting
		}
		t.merged = append(t.merged, data)
	}
	return nil
}
