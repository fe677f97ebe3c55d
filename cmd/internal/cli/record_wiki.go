package cli

import (
	"context"
	"errors"
	"math/rand/v2"
	"strings"
	"time"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/capture"
	"telko/minutes/lang"
	"telko/wiki"
)

// preview returns the wiki page that minutes would give now.
func (t *telco) preview(_ context.Context, src []byte) (string, error) {
	f, err := minutes.Parse(t.plan.Ref.Path, src, t.ws.Context())
	if err != nil {
		return "", err
	}
	p, err := public(t.ws, f)
	if err != nil {
		return "", err
	}
	options, err := wiki.PageOptionsFor(t.ws, t.plan.Ref)
	if err != nil {
		return "", err
	}
	return ended(wiki.Page(p, options)), nil
}

// publish brings the minutes to the wiki as the file has them, and returns what
// is to be said of it. The keeper asked for it, so a telco that goes on is
// published too.
func (t *telco) publish(ctx context.Context) (string, error) {
	desk, err := t.quietDesk()
	if err != nil {
		return "", err
	}
	var said string
	err = t.locked(ctx, func() error {
		r, err := t.send(ctx, desk, false)
		if err != nil {
			return err
		}
		said = told(r, false).In(t.lang, r.Title)
		if r.URL != "" {
			said += "\n" + r.URL
		}
		o := wiki.PagesOptions{Pull: true, Publish: true, Sleep: t.env.Sleep, Random: rand.Float64}
		err = desk.SyncPages(ctx, o, func(p wiki.OwnPage) {
			if p.Err != nil {
				said += "\n" + say(p.Err, t.lang)
			}
		})
		if err != nil { // the minutes are there all the same
			said += "\n" + say(err, t.lang)
		}
		return nil
	})
	return said, err
}

// quietDesk is a desk that says nothing: what is on the terminal is the
// telco's.
func (t *telco) quietDesk() (*wiki.Desk, error) {
	return t.desk(t.ws, deskOptions{sleep: t.env.Sleep})
}

// locked calls do while no other telko brings files and pages together.
func (t *telco) locked(ctx context.Context, do func() error) error {
	release, err := t.lockSync(ctx, t.ws, locking{by: "record", wait: recordWait, quiet: true})
	if err != nil {
		return err
	}
	defer release()
	return do()
}

// send publishes the telco's minutes as the file has them; withdraw also takes
// what was published before and is private now from the page.
func (t *telco) send(ctx context.Context, desk *wiki.Desk, withdraw bool) (wiki.Result, error) {
	var sent wiki.Result
	err := desk.Sync(ctx, []archive.Ref{t.plan.Ref}, wiki.SyncOptions{
		Publish: true, Drafts: true, Withdrawn: withdraw, Also: []minutes.Status{minutes.StatusAgenda, minutes.StatusLive},
	}, func(r wiki.Result) {
		if r.Meeting == t.plan.Ref.ID {
			sent = r
		}
	})
	if err == nil {
		err = sent.Err
	}
	return sent, err
}

// follow publishes a draft of a telco that goes on, so that others can read
// along. If a person must decide something about its page, the page is left
// alone from then on.
func (t *telco) follow(ctx context.Context) (func(*minutes.File) error, error) {
	desk, err := t.quietDesk()
	if err != nil {
		return nil, err
	}
	var edited error
	return func(*minutes.File) error {
		if edited != nil {
			return nil // it was said once
		}
		ctx, cancel := context.WithTimeout(ctx, draftTime)
		defer cancel()
		return t.locked(ctx, func() error {
			_, err := t.send(ctx, desk, false)
			var conflict *wiki.ConflictError
			if !errors.As(err, &conflict) {
				return err
			}
			if conflict.Reason != wiki.ReasonWithdrawn {
				edited = err
				return err
			}
			// The keeper has just said that it is private: it goes from the page at
			// once, and what cannot be taken back is said.
			if _, err := t.send(ctx, desk, true); err != nil {
				return err
			}
			return lang.E(lang.RecordWithdrawn, strings.Join(conflict.Titles, ", "))
		})
	}, nil
}

// lastDraft shows those who read along how far the telco had come when its
// keeper stopped.
func (t *telco) lastDraft() error {
	if t.sendDraft == nil {
		return nil
	}
	f, err := t.ws.Load(t.plan.Ref)
	if err != nil {
		return err
	}
	return t.sendDraft(f)
}

// draftTime is how long a draft may take to reach a wiki.
const draftTime = 45 * time.Second

// postpone puts topics on the agenda of the next telco and says where they are
// now.
func (t *telco) postpone(titles []string) (string, error) {
	next, added, err := capture.Postpone(t.ws, t.plan.Ref, titles, t.env.Now())
	if err != nil {
		return "", err
	}
	if len(added) == 0 {
		return lang.RecordPostponedThere.In(t.lang, next.Title), nil
	}
	return lang.RecordPostponed.In(t.lang, next.Title, strings.Join(added, ", ")), nil
}
