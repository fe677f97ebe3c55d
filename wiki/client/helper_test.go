package client

import (
	"context"
	"errors"
	"net/http/cookiejar"
	"strings"
	"sync"
	"testing"
	"time"

	"telko/wiki/wikitest"
)

// clock is a clock that only sleeping moves.
type clock struct {
	mu    sync.Mutex
	now   time.Time
	slept []time.Duration
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) Sleep(ctx context.Context, d time.Duration) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
	c.slept = append(c.slept, d)
	return ctx.Err()
}

func (c *clock) total() (d time.Duration) {
	for _, s := range c.slept {
		d += s
	}
	return d
}

// rig is a client of a real wiki with a clock of its own and a log.
type rig struct {
	*wikitest.Wiki
	*Client
	clock *clock
	log   *strings.Builder
}

// newRig returns the bot at a fresh wiki. change may alter the options.
func newRig(t *testing.T, change func(*wikitest.Wiki, *Options)) *rig {
	t.Helper()
	w := wikitest.Start(t)
	r := &rig{Wiki: w, clock: &clock{now: time.Date(2010, 1, 8, 1, 10, 0, 0, time.UTC)}, log: &strings.Builder{}}
	user, password := w.BotLogin()
	o := Options{
		API: w.API, Version: "0.1", Contact: "https://telko.example", Now: r.clock.Now, Sleep: r.clock.Sleep,
		Log:         func(line string) { r.log.WriteString(line + "\n") },
		Credentials: func(context.Context) (Credentials, error) { return Credentials{user, password}, nil },
	}
	if change != nil {
		change(w, &o)
	}
	c, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	r.Client = c
	t.Cleanup(func() {
		for _, secret := range c.secrets {
			if strings.Contains(r.log.String(), secret) {
				t.Errorf("the log holds the secret %q", secret)
			}
		}
	})
	return r
}

// page makes a page as Erika and reads it as the bot.
func (r *rig) page(t *testing.T, name, text string) Page {
	t.Helper()
	title := r.Title(name)
	r.Edit(wikitest.Erika, title, text)
	p, err := r.Page(t.Context(), title)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// read reads a page.
func (r *rig) read(t *testing.T, title string) Page {
	t.Helper()
	p, err := r.Page(t.Context(), title)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// wantKind fails the test unless err is an *Error of kind k without secrets.
func (r *rig) wantKind(t *testing.T, err error, k Kind) *Error {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) || e.Kind != k {
		t.Fatalf("got error %v, want one of kind %q", err, k)
	}
	for _, secret := range r.secrets {
		if strings.Contains(err.Error(), secret) {
			t.Errorf("the error holds the secret %q: %v", secret, err)
		}
	}
	return e
}

// lastEdit returns the last edit that came through the proxy.
func (r *rig) lastEdit(t *testing.T) wikitest.Request {
	t.Helper()
	reqs := r.Requests()
	for i := len(reqs) - 1; i >= 0; i-- {
		if wikitest.Edits(reqs[i]) {
			return reqs[i]
		}
	}
	t.Fatal("no edit was sent")
	return wikitest.Request{}
}

// count returns how many requests m matches.
func (r *rig) count(m wikitest.Match) (n int) {
	for _, q := range r.Requests() {
		if m(q) {
			n++
		}
	}
	return n
}

// forgetCookies makes the wiki forget the client's session, as time does.
func (r *rig) forgetCookies(t *testing.T) {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	r.hc.Jar = jar
}
