package client

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"cgt.name/pkg/go-mwclient/params"
)

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

// Page reads the page called title. One that does not exist is no error.
func (c *Client) Page(ctx context.Context, title string) (Page, error) {
	r, end := c.begin(ctx, "read", title)
	defer end()
	return r.page(title)
}

// PageByID reads the page with an id, whatever it is called now. One that was
// deleted is no error.
func (c *Client) PageByID(ctx context.Context, id int) (Page, error) {
	r, end := c.begin(ctx, "read", "")
	defer end()
	return r.pageByID(id)
}

// page reads a page by its title.
func (r *run) page(title string) (Page, error) {
	if err := r.checkTitle(title); err != nil {
		return Page{}, err
	}
	return r.onePage("titles", title)
}

// pageByID reads a page by its id.
func (r *run) pageByID(id int) (Page, error) { return r.onePage("pageids", strconv.Itoa(id)) }

// revision reads one revision of a page.
func (r *run) revision(id int) (Page, error) { return r.onePage("revids", strconv.Itoa(id)) }

// revisionJSON is a revision as the API writes it.
type revisionJSON struct {
	Revid, Parentid int
	User, Comment   string
	Timestamp       time.Time
	Texthidden      bool
	Slots           struct {
		Main struct {
			Content, Contentmodel string
			Texthidden            bool
		}
	}
}

// pageJSON is a page as the API writes it.
type pageJSON struct {
	Pageid                     int
	Lastrevid, Length          int
	Title, Fullurl             string
	Contentmodel               string
	Missing, Invalid, Redirect bool
	Special                    bool
	Invalidreason              words
	Revisions                  []revisionJSON
}

type pagesJSON struct {
	Query struct{ Pages []pageJSON }
}

// texts are the parameters that ask for pages with their text.
func texts() params.Values {
	return params.Values{
		"prop": "revisions|info", "inprop": "url",
		"rvprop": "ids|timestamp|user|comment|content", "rvslots": "main",
	}
}

// onePage reads the page that the parameter key names.
func (r *run) onePage(key, value string) (Page, error) {
	var out pagesJSON
	if err := r.ask(with(texts(), "action", "query", key, value), &out); err != nil {
		return Page{}, err
	}
	if len(out.Query.Pages) == 0 && key == "revids" {
		return Page{}, nil // the revision went with its page
	}
	if len(out.Query.Pages) != 1 {
		return Page{}, r.found(NotAPI, OddAnswer, fmt.Sprintf("asked for one page, got %d", len(out.Query.Pages)))
	}
	p := out.Query.Pages[0]
	switch {
	case p.Invalid, p.Special:
		return Page{}, r.fail(BadTitle, "%s", p.Invalidreason.Text)
	case p.Missing || p.Pageid == 0:
		return Page{Title: p.Title, URL: p.Fullurl}, nil
	case len(p.Revisions) == 0:
		return Page{}, r.found(NotAPI, OddAnswer, "the page came without a revision")
	}
	return p.page(p.Revisions[0]), nil
}

func (p pageJSON) page(v revisionJSON) Page {
	return Page{
		ID: p.Pageid, Title: p.Title, URL: p.Fullurl, Redirect: p.Redirect,
		Revision: v.Revid, Parent: v.Parentid, User: v.User, Comment: v.Comment, Time: v.Timestamp,
		Text: v.Slots.Main.Content, Model: v.Slots.Main.Contentmodel,
	}
}

// checkTitle refuses titles that the API would read as several, or as something
// else: the rest is left to the wiki.
func (r *run) checkTitle(title string) error {
	if strings.TrimSpace(title) == "" || strings.ContainsAny(title, "|#<>[]{}\x1f\n\r\t\x00") {
		return r.fail(BadTitle, "a page's title is not empty and has none of | # < > [ ] { }")
	}
	return nil
}
