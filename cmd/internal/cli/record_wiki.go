package cli

import (
	"context"
	"errors"
	"strings"
	"time"

	"telko/minutes"
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
	options, err := pageOptions(t.ws, t.plan.Ref)
	if err != nil {
		return "", err
	}
	return ended(wiki.Page(p, options)), nil
}

// publish brings the minutes to the wiki as the file has them, and returns what
// is to be said of it. The keeper asked for it, so a telco that goes on is
// published too.
func (t *telco) publish(ctx context.Context) (string, error) {
	pub, err := t.quietPublisher()
	if err != nil {
		return "", err
	}
	r, err := t.publishRef(ctx, t.ws, pub, t.plan.Ref, minutes.StatusLive, minutes.StatusDraft)
	if err != nil {
		return "", err
	}
	said := told(r, false).In(t.lang, r.Title)
	if r.URL != "" {
		said += "\n" + r.URL
	}
	return said, nil
}

// quietPublisher is a publisher that says nothing: what is on the terminal is
// the telco's.
func (t *telco) quietPublisher() (*wiki.Publisher, error) {
	c, err := t.patientClient(t.ws, t.env.Sleep)
	if err != nil {
		return nil, err
	}
	return t.publisherOver(t.ws, c, false)
}

// follow publishes a draft of a telco that goes on, so that others can read
// along. What a person wrote on its page is left alone, and so is the page from
// then on.
func (t *telco) follow(ctx context.Context) (func(*minutes.File) error, error) {
	pub, err := t.quietPublisher()
	if err != nil {
		return nil, err
	}
	var edited error
	return func(f *minutes.File) error {
		if edited != nil {
			return nil // it was said once
		}
		ctx, cancel := context.WithTimeout(ctx, draftTime)
		defer cancel()
		_, err := t.publishFile(ctx, t.ws, pub, t.plan.Ref, f)
		var conflict *wiki.ConflictError
		if errors.As(err, &conflict) {
			edited = err
		}
		return err
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
