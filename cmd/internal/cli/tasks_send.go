package cli

import (
	"cmp"
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/wiki"
)

// sendTime is how long somebody waits for a change of a task to reach the wiki.
const sendTime = 3 * time.Second

// send brings what was just changed to the log on the wiki, from a workspace
// that writes nothing else. It is saved already: what does not get there in
// time waits for the next change, or for telko sync.
func (a *app) send(ws *archive.Workspace, changes int) {
	settings := ws.Settings()
	if !settings.Wiki.LogOnly || settings.Wiki.LogPage == "" || changes == 0 {
		return
	}
	log, err := a.logState(ws)
	if err == nil {
		_, waiting := log.Get()
		_ = log.Put(time.Time{}, waiting+changes) // until the wiki says otherwise
		err = a.sendNow(ws)
	}
	if err == nil {
		return
	}
	waiting := changes
	if log != nil {
		_, waiting = log.Get()
	}
	reason := say(err, a.lang)
	if errors.Is(err, context.DeadlineExceeded) {
		reason = lang.SendTooSlow.In(a.lang)
	}
	a.out.Talk(lang.SendQueued, max(waiting, changes), reason)
	a.out.hint(cmp.Or(a.hintOf(err), lang.SendAgain.In(a.lang)))
}

func (a *app) sendNow(ws *archive.Workspace) error {
	ctx, stop := interruptible()
	defer stop()
	ctx, cancel := context.WithTimeout(ctx, sendTime)
	defer cancel()
	if _, ok, err := a.login(ws); err != nil || !ok {
		if err == nil {
			api := ws.Settings().Wiki.API
			err = lang.E(lang.WikiNoLogin, api).Hint(lang.WikiAddLogin, a.env.configFile(), api)
		}
		return err
	}
	desk, err := a.desk(ws, deskOptions{sleep: a.env.Sleep})
	if err != nil {
		return err
	}
	var failed error
	err = desk.SyncPages(ctx, wiki.PagesOptions{
		Pull: true, Publish: true, Log: true, Sleep: a.env.Sleep, Random: rand.Float64,
	}, func(p wiki.OwnPage) { failed = p.Err })
	if err == nil {
		err = failed
	}
	if err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	return err
}

// login returns the account that the user's own configuration has for the
// workspace's wiki.
func (a *app) login(ws *archive.Workspace) (l archive.WikiLogin, ok bool, err error) {
	user, err := a.user()
	if err != nil {
		return l, false, err
	}
	l, ok = user.Login(ws.Settings().Wiki.API)
	return l, ok, nil
}

// logState returns what is known of the log on the wiki.
func (a *app) logState(ws *archive.Workspace) (*wiki.LogState, error) {
	state, err := a.state(ws)
	if err != nil {
		return nil, err
	}
	return wiki.OpenLogState(state, ws.Settings().Wiki.API), nil
}

// sayAge says how old a list's data is, where others write to the same log.
func (a *app) sayAge(ws *archive.Workspace) {
	if ws.Settings().Wiki.LogPage == "" {
		return
	}
	log, err := a.logState(ws)
	if err != nil {
		return
	}
	at, waiting := log.Get()
	age := a.env.Now().Sub(at)
	said := lang.AgeNever.In(a.lang)
	switch {
	case at.IsZero():
	case age < time.Minute:
		said = lang.AgeNow.In(a.lang)
	case age < time.Hour:
		said = lang.AgeMinutes.In(a.lang, int(age/time.Minute))
	case age < 48*time.Hour:
		said = lang.AgeHours.In(a.lang, int(age/time.Hour))
	default:
		said = lang.AgeDays.In(a.lang, int(age/(24*time.Hour)))
	}
	if waiting > 0 {
		said = lang.AgeWaiting.In(a.lang, said, waiting)
	}
	a.out.talk(said)
}
