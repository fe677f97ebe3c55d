package client

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"time"

	mwclient "cgt.name/pkg/go-mwclient"
)

// Credentials are a bot password: User is "Account@app".
type Credentials struct{ User, Password string }

// Options say which wiki a Client talks to, and as whom.
type Options struct {
	// API is the address of api.php: https, or http on loopback.
	API string
	// Credentials is asked when the first write (or a wiki that may not be
	// read by all) needs a login. nil never logs in.
	Credentials func(context.Context) (Credentials, error)
	// Version and Contact are told to the wiki in the User-Agent.
	Version, Contact string
	// Unattended is for runs that nobody waits for: they yield to a wiki whose
	// replicas lag (maxlag=5) and wait longer for a busy one.
	Unattended bool
	// Timeout is for one request; 0 means a minute.
	Timeout time.Duration

	Transport http.RoundTripper                          // nil: a transport of the client's own
	Now       func() time.Time                           // required
	Sleep     func(context.Context, time.Duration) error // required; returns early with ctx's error
	Request   func()                                     // called once a request; may be nil
	Log       func(line string)                          // a line a request, wait and warning, without secrets; may be nil
}

// Client talks to one wiki, one request at a time. It is safe for concurrent
// use.
type Client struct {
	o   Options
	mu  sync.Mutex // held for a whole operation: one request at a time
	mw  *mwclient.Client
	hc  *http.Client // under mw; its cookies are the session
	way *way

	account account
	token   string   // for edits; "" if none is known
	secrets []string // what must not be in an error or a log line
	spoken  bool     // the wiki has answered as an API at least once
	edits   []time.Time

	namespaces map[string]int // by their names; nil before the first title that may have one
}

// New returns a client. Nothing is sent until its first request.
func New(o Options) (*Client, error) {
	if o.Now == nil || o.Sleep == nil {
		return nil, errors.New("client: Options.Now and Options.Sleep are required")
	}
	if err := checkAddress(o.API); err != nil {
		return nil, err
	}
	if o.Timeout == 0 {
		o.Timeout = time.Minute
	}
	mw, err := mwclient.New(o.API, "")
	if err != nil {
		return nil, connecting(AddressUnread)
	}
	c := &Client{o: o, mw: mw, way: &way{next: o.Transport, timeout: o.Timeout}}
	if c.way.next == nil {
		// Requests come one after the other, and gain nothing by HTTP/2, which
		// bin/telko is built without.
		t := http.DefaultTransport.(*http.Transport).Clone()
		t.Protocols = new(http.Protocols)
		t.Protocols.SetHTTP1(true)
		c.way.next = t
	}
	mw.UserAgent = userAgent(o)
	mw.Maxlag.On = false // its own loop cannot tell a lag from an error
	c.hc = &http.Client{
		Transport: c.way,
		// The way answers redirects with an error before this is asked.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	mw.SetHTTPClient(c.hc)
	return c, nil
}

// userAgent names telko, its version and a contact, as wikis ask of bots.
func userAgent(o Options) string {
	ua := "telko/" + o.Version
	if o.Version == "" {
		ua = "telko"
	}
	if o.Contact != "" {
		ua += " (" + o.Contact + ")"
	}
	return ua + " " + mwclient.DefaultUserAgent
}

// Account returns the account that the client is logged in as, "" before the
// first login.
func (c *Client) Account() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.account.name
}
