package client

import (
	"context"
	"crypto/md5" // a checksum that the API asks for, no secret
	"encoding/hex"
	"errors"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"cgt.name/pkg/go-mwclient/params"
)

// Saved is what an edit came to.
type Saved struct {
	Page      Page // the revision, read again after saving: this is the new base
	Unchanged bool // the page held this text already
	Merged    bool // the wiki merged the edit with another one: Page holds both
	Excluded  bool // of a merged edit: the other one asks bots to stay away from the page
	Recovered bool // the answer was lost; the save was found in the page's history
	Unread    bool // of CreateUnread: Page holds what was sent
}

// AsSaved returns text as a wiki will hold it, as far as that can be known
// without the wiki: NFC, line feeds, no control characters, no white space at
// the end. Signatures and substitutions are the wiki's to expand.
func AsSaved(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	text = strings.ToValidUTF8(text, "\uFFFD")
	text = strings.Map(func(c rune) rune {
		if c < ' ' && c != '\n' && c != '\t' {
			return '\uFFFD'
		}
		return c
	}, text)
	return strings.TrimRight(norm.NFC.String(text), " \t\n")
}

// Create makes the page called title if, and only if, it does not exist and
// nobody ever deleted it. The error is of kind Exists or Deleted.
func (c *Client) Create(ctx context.Context, title, text, summary string) (Saved, error) {
	return c.CreateAs(ctx, title, "wikitext", text, summary)
}

// CreateAs is Create with a content model, "wikitext" or "text". In a page of
// model "text" nothing is expanded: what is saved is [AsSaved].
func (c *Client) CreateAs(ctx context.Context, title, model, text, summary string) (Saved, error) {
	return c.create(ctx, title, model, text, summary, creation{})
}

// Recreate is Create also where somebody deleted the page.
func (c *Client) Recreate(ctx context.Context, title, text, summary string) (Saved, error) {
	return c.create(ctx, title, "wikitext", text, summary, creation{again: true})
}

// creation says how a page is made.
type creation struct {
	again  bool // also if it was deleted
	unread bool // it is not read again
}

// sinceEver is when somebody began to write a page that was never seen: the wiki
// refuses to make one that was deleted since.
const sinceEver = "2001-01-01T00:00:00Z"

func (c *Client) create(ctx context.Context, title, model, text, summary string, how creation) (Saved, error) {
	r, end := c.begin(ctx, "create", title)
	defer end()
	if err := r.checkTitle(title); err != nil {
		return Saved{}, err
	}
	own := params.Values{"title": title, "createonly": "1", "contentmodel": model}
	if !how.again {
		own["starttimestamp"] = sinceEver
	}
	return r.save(&edit{title: title, text: AsSaved(text), summary: fit(summary), unread: how.unread, own: own})
}

// CreateUnread is Create for who makes hundreds of pages: what was saved is not
// read again, but is for the caller to ask for with others, by [Client.Texts].
// Until then Saved.Page holds what was sent, and no URL.
func (c *Client) CreateUnread(ctx context.Context, title, text, summary string) (Saved, error) {
	return c.create(ctx, title, "wikitext", text, summary, creation{unread: true})
}

// Update saves text over base, a page as it was just read. What happened to the
// page since is never overwritten, and a page that asks bots to stay away is
// left alone.
func (c *Client) Update(ctx context.Context, base Page, text, summary string) (Saved, error) {
	r, end := c.begin(ctx, "update", base.Title)
	defer end()
	if base.ID == 0 || base.Revision == 0 {
		return Saved{}, r.fail(Deleted, "there is no page to update")
	}
	if err := r.enter(); err != nil {
		return Saved{}, err
	}
	if r.excluded(base) {
		return Saved{}, r.fail(Excluded, "the page asks bots to stay away")
	}
	return r.save(&edit{
		title: base.Title, base: base, text: AsSaved(text), summary: fit(summary),
		own: params.Values{
			"pageid": strconv.Itoa(base.ID), "baserevid": strconv.Itoa(base.Revision), "nocreate": "1",
		},
	})
}

// excluded reports whether a page asks this account to stay away. In a page of
// text nothing is a template.
func (r *run) excluded(p Page) bool { return p.Model != "text" && Excludes(p.Text, r.c.account.name) }

// edit is one edit on its way.
type edit struct {
	title, text, summary string
	base                 Page          // zero for a creation
	own                  params.Values // what tells a creation from an update
	unread               bool          // nobody reads again what was saved
}

// params returns the edit as the API wants it. Flags are "1": an empty one is
// dropped from large requests.
func (r *run) params(e *edit) params.Values {
	sum := md5.Sum([]byte(e.text))
	p := with(e.own,
		"action", "edit", "text", e.text, "md5", hex.EncodeToString(sum[:]), "summary", e.summary,
		"notminor", "1", "watchlist", "nochange",
		"assert", "user", "assertuser", r.c.account.name, "token", r.c.token)
	if r.c.account.bot {
		p["assert"], p["bot"] = "bot", "1"
	}
	return p
}

// save sends an edit until it is saved or refused.
func (r *run) save(e *edit) (Saved, error) {
	if err := r.enter(); err != nil {
		return Saved{}, err
	}
	for {
		if err := r.pace(); err != nil {
			return Saved{}, err
		}
		var out editJSON
		err := r.once(r.params(e), true, &out)
		if err == nil {
			err = r.outcome(&out)
		}
		switch {
		case err == nil:
			return r.saved(e, out)
		case err.Kind == Conflict || err.Kind == Exists:
			// Perhaps it is our own save that we ran into: its answer was lost,
			// or something on the way sent it twice.
			s, found, look := r.find(e)
			var l *Error
			if found || errors.As(look, &l) && l.Kind != err.Kind {
				return s, look
			}
			return Saved{}, err
		case err.then == wait:
			if err := r.wait(err); err != nil {
				return Saved{}, err
			}
			if s, found, look := r.find(e); look != nil || found {
				return s, look
			}
		default:
			if err := r.mend(err); err != nil {
				return Saved{}, err
			}
		}
	}
}

// editJSON is the API's answer to an edit.
type editJSON struct {
	Edit struct {
		Result             string
		Pageid             int
		Title              string
		Contentmodel       string
		Newtimestamp       time.Time
		Oldrevid, Newrevid int
		Nochange           bool
		Captcha            *struct{ Type, Question string }
		Code, Info         string
		Warning            string
		Spamblacklist      string
	}
}

// outcome returns the error of an edit that was answered without one and not
// saved all the same.
func (r *run) outcome(out *editJSON) *Error {
	ed := out.Edit
	switch {
	case ed.Result == "Success":
		return nil
	case ed.Captcha != nil:
		return r.finish(&Error{Kind: Captcha, Info: "the wiki asks for a captcha: the account needs the right skipcaptcha"})
	case ed.Code != "":
		p := policyOf(ed.Code)
		return r.finish(&Error{Kind: p.kind, then: p.then, Code: ed.Code, Info: ed.Info + ed.Warning})
	}
	return r.fail(Refused, "result %q %s %s", ed.Result, ed.Info, ed.Spamblacklist)
}

// saved reads the revision that the edit made: what is read is the new base.
func (r *run) saved(e *edit, out editJSON) (Saved, error) {
	ed := out.Edit
	s := Saved{Unchanged: ed.Nochange || ed.Newrevid == 0}
	r.c.edits = append(r.c.edits, r.c.o.Now())
	var err error
	if e.unread && !s.Unchanged {
		s.Unread, s.Page = true, Page{
			ID: ed.Pageid, Title: ed.Title, Revision: ed.Newrevid, User: r.c.account.name, Comment: e.summary,
			Time: ed.Newtimestamp, Text: e.text, Model: ed.Contentmodel,
		}
		return s, nil
	}
	if s.Unchanged {
		s.Page, err = r.pageByID(ed.Pageid)
	} else {
		s.Merged = ed.Oldrevid != e.base.Revision
		s.Page, err = r.revision(ed.Newrevid)
	}
	if err != nil {
		return s, err
	}
	if s.Page.Missing() {
		return s, r.fail(Deleted, "deleted right after it was saved")
	}
	s.Excluded = s.Merged && r.excluded(s.Page)
	return s, nil
}

// fit shortens a summary to what a wiki keeps (500 characters), so that the tag
// at its end stays.
func fit(summary string) string {
	const most = 480
	rs := []rune(norm.NFC.String(strings.Join(strings.Fields(summary), " ")))
	if len(rs) <= most {
		return string(rs)
	}
	tail := 0
	if i := strings.LastIndex(string(rs), " ["); i >= 0 {
		tail = len([]rune(string(rs)[i:]))
	}
	if tail > most/2 {
		tail = 0
	}
	return string(rs[:most-tail-1]) + "…" + string(rs[len(rs)-tail:])
}
