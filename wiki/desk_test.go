package wiki

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/wiki/client"
	"telko/wiki/wikitest"
)

// desk is a team with a wiki and one meeting.
type desk struct {
	*wikitest.Wiki
	t     *testing.T
	title string
	state string
	pub   *Publisher
	slept time.Duration
}

const meeting = "2031-03-06-gartentelko"

func newDesk(t *testing.T) *desk {
	t.Helper()
	d := &desk{Wiki: wikitest.Start(t), t: t, state: t.TempDir()}
	d.title = d.Title("2031-03-06 - Telko")
	d.pub = d.publisher(d.state)
	return d
}

// publisher returns a publisher of another machine, with a state of its own.
func (d *desk) publisher(state string) *Publisher {
	d.t.Helper()
	user, password := d.BotLogin()
	c, err := client.New(client.Options{
		API: d.API, Version: "0.1", Now: time.Now,
		Sleep: func(_ context.Context, s time.Duration) error { d.slept += s; return nil },
		Credentials: func(context.Context) (client.Credentials, error) {
			return client.Credentials{User: user, Password: password}, nil
		},
	})
	if err != nil {
		d.t.Fatal(err)
	}
	bases := OpenBases(state, d.API)
	return &Publisher{Reader: c, Writer: &Live{c, bases}, Bases: bases, Version: "0.1"}
}

// minutes returns the minutes of the meeting, with body below the title.
func (d *desk) minutes(body string, keys ...string) minutes.Public {
	d.t.Helper()
	src := "---\nseries: gartentelko\ndate: 2031-03-06\nstatus: final\npage: " + d.title + "\n" +
		strings.Join(append(keys, ""), "\n") + "---\n\n# Gartentelko\n\n" + body + "\n"
	return public(d.t, meeting+".md", src, lang.German)
}

// publish publishes and wants an outcome.
func (d *desk) publish(p minutes.Public, want Outcome) Result {
	d.t.Helper()
	r, err := d.pub.Publish(d.t.Context(), p, PageOptions{})
	if err != nil {
		d.t.Fatal(err)
	}
	if r.Outcome != want {
		d.t.Fatalf("%s, want %s", r.Outcome, want)
	}
	return r
}

// wantConflict publishes and wants a conflict that wrote nothing.
func (d *desk) wantConflict(p minutes.Public, want Reason) *ConflictError {
	d.t.Helper()
	title := d.title
	before := d.Revisions(title)
	_, err := d.pub.Publish(d.t.Context(), p, PageOptions{})
	var c *ConflictError
	if !errors.As(err, &c) || c.Reason != want {
		d.t.Fatalf("got %v, want a conflict: %s", err, want)
	}
	if len(before) > 0 && d.Exists(title) && d.Revisions(title)[0].ID != before[0].ID || len(before) == 0 && d.Exists(title) {
		d.t.Errorf("something was written")
	}
	if c.In(lang.German) == c.In(lang.English) || lang.HintOf(err, lang.German) == "" {
		d.t.Errorf("not said in both languages, or no hint: %v", err)
	}
	return c
}

func (d *desk) base() Base {
	d.t.Helper()
	b, ok, err := d.pub.Bases.Get(meeting)
	if err != nil || !ok {
		d.t.Fatalf("no base: %v", err)
	}
	return b
}
