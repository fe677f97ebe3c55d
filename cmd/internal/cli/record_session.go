package cli

import (
	"context"
	"errors"
	"os"
	"path"
	"path/filepath"
	"strings"

	"telko/minutes/archive"
	"telko/minutes/capture"
	"telko/minutes/capture/disk"
	"telko/tasks/when"
)

// journals returns where the journals of telcos lie.
func (t *telco) journals() (disk.Dir, error) {
	state, err := t.state(t.ws)
	return disk.Dir(filepath.Join(state, "journals")), err
}

// planned finds out which telco is to be recorded. One that a crash ended
// before its file was written for the first time is known by its journal alone.
func (t *telco) planned() (capture.Plan, error) {
	p, err := capture.PlanFor(t.ws, t.wish, t.env.Now())
	named := t.wish.Meeting != "" && errors.Is(err, archive.ErrNoMeeting)
	if err == nil && p.Status != "" || !named && t.wish != (capture.Wish{Series: t.wish.Series}) {
		return p, err
	}
	files, jerr := t.journals()
	if jerr != nil {
		return p, jerr
	}
	ids, jerr := capture.Unfinished(files)
	if jerr != nil {
		return p, jerr
	}
	for _, id := range ids {
		if named && id != strings.TrimSuffix(path.Base(t.wish.Meeting), ".md") {
			continue
		}
		if q, ok := capture.PlanOf(t.ws, id, t.wish.Series, t.env.Now()); ok {
			return q, nil
		}
	}
	return p, err
}

// start begins the session of the plan, or goes on with one.
func (t *telco) start(ctx context.Context) error {
	files, err := t.journals()
	if err != nil {
		return err
	}
	o := capture.Options{Workspace: t.ws, Files: files, Now: t.env.Now, Keeper: t.keeper, PID: os.Getpid(), Merge: t.merged, SyncBeside: !t.options.plain}
	if t.options.wikiDraft {
		if t.sendDraft, err = t.follow(ctx); err != nil {
			return err
		}
		o.Follow = t.sendDraft
	}
	t.session, err = capture.Start(o, t.plan)
	return err
}

// usualTime returns when the telco usually begins.
func (t *telco) usualTime() when.Clock {
	for _, s := range t.ws.Settings().Series {
		if s.Key == t.wish.Series || t.wish.Series == "" {
			return s.Time
		}
	}
	return 0
}
