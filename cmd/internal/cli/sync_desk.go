package cli

import (
	"context"
	"errors"
	"time"

	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/wiki"
	"telko/wiki/client"
)

// deskOptions say how a command talks to the wiki.
type deskOptions struct {
	bot     bool // nobody waits for it
	sleep   func(context.Context, time.Duration) error
	request func() // called once a request; may be nil
}

// desk returns where files and pages meet.
func (a *app) desk(ws *archive.Workspace, o deskOptions) (*wiki.Desk, error) {
	state, err := a.state(ws)
	if err != nil {
		return nil, err
	}
	if o.sleep == nil {
		o.sleep = a.patience
	}
	c, err := a.clientWith(ws, func(to *client.Options) {
		to.Unattended, to.Sleep, to.Request = o.bot, o.sleep, o.request
	})
	if err != nil {
		return nil, err
	}
	return wiki.OpenDesk(ws, c, state, a.version), nil
}

// chosen returns the meetings that a command is about: those named, those of a
// series, or all.
func (a *app) chosen(ws *archive.Workspace, words []string, series string) ([]archive.Ref, error) {
	if series == "" {
		return a.meetings(ws, words)
	}
	if len(words) > 0 {
		return nil, usage(lang.SyncEither)
	}
	settings := ws.Settings()
	if _, ok := settings.SeriesOf(series); !ok {
		return nil, &exitError{exitUsage, lang.E(lang.SeriesUnknown, series).Hint(lang.SeriesAre, seriesKeys(settings))}
	}
	refs, err := ws.Meetings()
	var found []archive.Ref
	for _, r := range refs {
		if r.Series == series {
			found = append(found, r)
		}
	}
	return found, err
}

// showConflict shows what a conflict is about; its error says the rest.
func (a *app) showConflict(err error) {
	var conflict *wiki.ConflictError
	if errors.As(err, &conflict) && conflict.Diff != "" {
		a.out.talk(conflict.Diff)
	}
}
