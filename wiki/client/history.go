package client

import (
	"context"
	"iter"
	"strconv"
	"time"

	"cgt.name/pkg/go-mwclient/params"
)

// Version is one revision in a page's history, without its text.
type Version struct {
	Revision int
	Parent   int    // 0 for the first
	User     string // "" if it was hidden
	Comment  string // "" if it was hidden
	Time     time.Time
}

// History returns the revisions of the page with an id, newest first. A page
// that was deleted has none. An error ends it. Other operations of the client
// may run between two steps.
func (c *Client) History(ctx context.Context, id int) iter.Seq2[Version, error] {
	return func(yield func(Version, error) bool) {
		p := params.Values{
			"pageids": strconv.Itoa(id), "prop": "revisions",
			"rvprop":  "ids|timestamp|user|comment",
			"rvlimit": strconv.Itoa(fewIDs), // most histories are short, and most searches end soon
		}
		for {
			versions, next, err := c.versions(ctx, p)
			if err != nil {
				yield(Version{}, err)
				return
			}
			for _, v := range versions {
				if !yield(v, nil) {
					return
				}
			}
			if next == nil {
				return
			}
			p = with(next, "rvlimit", "max")
		}
	}
}

// versions asks for one portion of a history; next asks for the one after it.
func (c *Client) versions(ctx context.Context, p params.Values) (vs []Version, next params.Values, err error) {
	r, end := c.begin(ctx, "read", "")
	defer end()
	var a answer
	if err := r.ask(with(p, "action", "query"), &a); err != nil {
		return nil, nil, err
	}
	for _, page := range a.Query.Pages {
		for _, v := range page.Revisions {
			vs = append(vs, v.version())
		}
	}
	return vs, onward(p, &a), nil
}

func (v revisionJSON) version() Version {
	return Version{
		Revision: v.Revid, Parent: v.Parentid, User: v.User, Comment: v.Comment, Time: v.Timestamp,
	}
}

// hidden reports whether the text may not be read any more.
func (v revisionJSON) hidden() bool { return v.Texthidden || v.Slots.Main.Texthidden }
