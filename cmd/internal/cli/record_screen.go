package cli

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"telko/cmd/internal/tui"
	"telko/minutes/capture"
	"telko/minutes/lang"
)

// runScreen records on the screen.
func (t *telco) runScreen(ctx context.Context) error {
	plan, err := t.planned()
	if errors.Is(err, capture.ErrWhich) && t.wish.Series == "" && len(t.ws.Settings().Series) > 1 {
		plan, err = capture.Plan{}, nil // the opening asks
	}
	if err != nil {
		return err
	}
	edits, err := t.state(t.ws)
	if err != nil {
		return err
	}
	t.plan = plan
	o := tui.Options{
		Plan:   plan,
		Keeper: t.keeper,
		Series: t.ws.Settings().Series,
		Lang:   t.lang,
		Now:    func() time.Time { return t.env.Now().In(t.ws.Location()) },

		Begin: func(p capture.Plan) (*capture.Session, error) {
			t.plan = p
			err := t.start(ctx)
			return t.session, err
		},
		Replan:   func(w capture.Wish) (capture.Plan, error) { return capture.PlanFor(t.ws, w, t.env.Now()) },
		Promises: func(p capture.Plan) ([]capture.Promise, error) { return capture.Promises(t.ws, p) },
		Earlier:  t.earlier(),
		Postpone: t.postpone,
		Preview:  t.preview,
		NoColor:  t.env.Getenv("NO_COLOR") != "",
		Editor:   t.editor(),
		EditDir:  filepath.Join(edits, "edit"),
		Crash:    t.crashed,
		Version:  t.version,
	}
	if t.ws.Settings().Wiki.API != "" {
		o.Publish = t.publish
	}
	t.out.Flush()
	err = tui.Run(ctx, o)
	return t.close(err)
}

// editor returns the user's own editor as a command that takes a file's name;
// nil if none is set.
func (t *telco) editor() []string {
	editor := t.env.Getenv("VISUAL")
	if editor == "" {
		editor = t.env.Getenv("EDITOR")
	}
	if editor == "" {
		return nil
	}
	// As git does it, the shell reads the variable, for it may hold arguments.
	return []string{"sh", "-c", editor + ` "$@"`, editor}
}

// crashed writes the report of a crash to the state folder, for this user's
// eyes alone: it may hold what was typed.
func (t *telco) crashed(report []byte) (string, error) {
	dir, err := t.state(t.ws)
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	path := filepath.Join(dir, "crash-"+t.env.Now().Format("20060102-150405")+".txt")
	return path, os.WriteFile(path, report, 0o600)
}

// close lets others record the telco, whatever ended its screen, and says how
// one goes on.
func (t *telco) close(err error) error {
	if t.session != nil {
		live := t.session.View().End.IsZero()
		if cerr := t.session.Close(); err == nil {
			err = cerr
		}
		if live && err == nil {
			if derr := t.lastDraft(); derr != nil {
				t.out.Warn(lang.RecordNoDraft.In(t.lang, say(derr, t.lang)))
			}
		}
		if live {
			t.out.Hint(lang.RecordResume)
		}
	}
	if errors.As(err, new(tui.Interrupted)) {
		return &exitError{exitUsage, errSilent}
	}
	return err
}
