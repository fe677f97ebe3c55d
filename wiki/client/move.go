package client

import (
	"context"
	"strconv"

	"cgt.name/pkg/go-mwclient/params"
)

// MovePage gives the page with an id another title, its talk page too, and leaves a
// redirect. A page of that title is never overwritten: the error is of kind
// Exists. A page that is called so already is left alone.
func (c *Client) MovePage(ctx context.Context, id int, to, reason string) (Page, error) {
	r, end := c.begin(ctx, "move", to)
	defer end()
	if err := r.checkTitle(to); err != nil {
		return Page{}, err
	}
	if err := r.enter(); err != nil {
		return Page{}, err
	}
	for {
		page, err := r.pageByID(id)
		if err != nil {
			return Page{}, err
		}
		if page.Missing() {
			return Page{}, r.fail(Deleted, "there is no page to move")
		}
		if page.Title == to {
			return page, nil // so it is when an answer was lost, too
		}
		if err := r.pace(); err != nil {
			return Page{}, err
		}
		var out struct{ Move struct{ From, To string } }
		p := params.Values{
			"action": "move", "fromid": strconv.Itoa(id), "to": to, "reason": fit(reason), "movetalk": "1",
			"watchlist": "nochange", "assert": "user", "assertuser": r.c.account.name, "token": r.c.token,
		}
		if r.c.account.bot {
			p["assert"] = "bot"
		}
		failed := r.once(p, true, &out)
		if failed == nil {
			r.c.edits = append(r.c.edits, r.c.o.Now())
			return r.pageByID(id)
		}
		if failed.Code == "selfmove" { // the wiki writes the title in another way
			return page, nil
		}
		if err := r.mend(failed); err != nil {
			return Page{}, err
		}
	}
}
