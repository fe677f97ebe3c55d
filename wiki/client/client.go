package client

import (
	"context"
	"net/http"
	"time"
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
	// Version and Contact are told to the wiki in the User-Agent and in
	// summaries.
	Version, Contact string
	// Unattended is for runs that nobody waits for: they yield to a wiki whose
	// replicas lag (maxlag=5) and wait longer for a busy one.
	Unattended bool

	Transport http.RoundTripper                          // nil: a transport of the client's own
	Now       func() time.Time                           // required
	Sleep     func(context.Context, time.Duration) error // required; returns early with ctx's error
	Log       func(line string)                          // one redacted line a request; nil: none
}

// Client talks to one wiki, one request at a time. It is safe for concurrent
// use.
type Client struct{ o Options }

// Page is a page as it was read.
type Page struct {
	ID       int    // 0: there is no such page
	Title    string // as the wiki writes it
	URL      string
	Revision int
	Parent   int // the revision before, 0 for the first
	User     string
	Comment  string
	Time     time.Time
	Text     string
	Model    string // content model: "wikitext", "text"
	Redirect bool
}

// Missing reports whether there is no such page.
func (p Page) Missing() bool { return p.ID == 0 }

// Saved is what an edit came to.
type Saved struct {
	Page      Page // read again after saving: this is the new base
	Unchanged bool // the page held this text already
	Merged    bool // the wiki merged the edit with another person's: Page holds both
	Recovered bool // the answer was lost; the save was found in the page's history
}

// New returns a client. Nothing is sent until its first request.
func New(o Options) (*Client, error) { return &Client{o: o}, nil }

// Page reads the page called title. One that does not exist is no error.
func (c *Client) Page(ctx context.Context, title string) (Page, error) { return Page{}, nil }

// PageByID reads the page with an id, whatever it is called now. One that was
// deleted is no error.
func (c *Client) PageByID(ctx context.Context, id int) (Page, error) { return Page{}, nil }

// Create makes the page called title if, and only if, it does not exist.
func (c *Client) Create(ctx context.Context, title, text, summary string) (Saved, error) {
	return Saved{}, nil
}

// Update saves text over base, a page as it was just read. Whatever happened
// to the page since is never overwritten.
func (c *Client) Update(ctx context.Context, base Page, text, summary string) (Saved, error) {
	return Saved{}, nil
}
