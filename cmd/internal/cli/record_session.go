package cli

import (
	"context"
	"os"
	"path/filepath"

	"telko/minutes/capture"
	"telko/minutes/capture/disk"
	"telko/tasks/when"
)

// start begins the session of the plan, or goes on with one.
func (t *telco) start(ctx context.Context) error {
	state, err := t.state(t.ws)
	if err != nil {
		return err
	}
	o := capture.Options{
		Workspace: t.ws, Files: disk.Dir(filepath.Join(state, "journals")), Now: t.env.Now, Keeper: t.keeper, PID: os.Getpid(),
	}
	if t.options.wikiDraft {
		if o.Follow, err = t.follow(ctx); err != nil {
			return err
		}
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
