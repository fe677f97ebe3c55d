package client

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"cgt.name/pkg/go-mwclient/params"
	"golang.org/x/text/unicode/norm"
)

// Look is a page without its text: what tells whether it changed.
type Look struct {
	ID       int    // 0: there is no such page
	Title    string // as the wiki writes it
	URL      string
	Revision int // the latest
	Length   int // bytes of its text
	Model    string
	Redirect bool
}

// Missing reports whether there is no such page.
func (l Look) Missing() bool { return l.ID == 0 }

func (p pageJSON) look() Look {
	return Look{
		ID: p.Pageid, Title: p.Title, URL: p.Fullurl, Revision: p.Lastrevid,
		Length: p.Length, Model: p.Contentmodel, Redirect: p.Redirect,
	}
}

// Looks returns what the pages with these ids are like now, whatever they are
// called. A page that was deleted is not in the answer.
//
// under names prefixes that most of the pages are likely to be found under:
// these are listed first, hundreds of pages a request for everybody, while ids
// are asked for 50 at a time, or 500 by who may ([Client.Login]).
func (c *Client) Looks(ctx context.Context, ids []int, under ...string) (map[int]Look, error) {
	r, end := c.begin(ctx, "read", "")
	defer end()
	looks := make(map[int]Look, len(ids))
	want := make(map[int]bool, len(ids))
	for _, id := range ids {
		want[id] = id > 0
	}
	// More requests than the ids would take are never spent on a prefix.
	spend := c.batches(len(ids))
	for _, prefix := range under {
		if len(looks) == len(want) || spend <= 1 {
			break
		}
		err := r.under(prefix, func(l Look) {
			if want[l.ID] {
				looks[l.ID] = l
			}
		}, func() bool { spend--; return spend > 1 && len(looks) < len(want) })
		if err != nil {
			return nil, err
		}
	}
	var rest []int
	for _, id := range ids {
		if _, ok := looks[id]; !ok && want[id] {
			rest = append(rest, id)
			want[id] = false // once, if it is named twice
		}
	}
	return looks, r.byIDs("pageids", rest, c.batch(), params.Values{"prop": "info", "inprop": "url"}, func(p pageJSON) {
		if !p.Missing && p.Pageid != 0 {
			looks[p.Pageid] = p.look()
		}
	})
}

// LooksByTitle returns what the pages with these titles are like now, by the
// titles as they were asked for. A page that does not exist is in the answer,
// missing; a title that no page of this wiki can have is not.
func (c *Client) LooksByTitle(ctx context.Context, titles []string) (map[string]Look, error) {
	r, end := c.begin(ctx, "read", "")
	defer end()
	looks := make(map[string]Look, len(titles))
	err := r.byTitles(titles, params.Values{"prop": "info", "inprop": "url"}, func(asked string, p pageJSON) {
		looks[asked] = p.look()
	})
	return looks, err
}

// LooksUnder returns what the pages whose titles begin with prefix are like
// now, in the order of their titles, redirects among them: one request for some
// hundreds of pages.
func (c *Client) LooksUnder(ctx context.Context, prefix string) ([]Look, error) {
	r, end := c.begin(ctx, "read", prefix)
	defer end()
	var looks []Look
	err := r.under(prefix, func(l Look) { looks = append(looks, l) }, func() bool { return true })
	return looks, err
}

// under lists the pages whose titles begin with prefix, for as long as more
// wants more.
func (r *run) under(prefix string, each func(Look), more func() bool) error {
	if strings.ContainsAny(prefix, "|#<>[]{}\x1f\n\r\t\x00") {
		return r.fail(BadTitle, "a page's title has none of | # < > [ ] { }")
	}
	namespace, rest, err := r.namespace(norm.NFC.String(prefix))
	if err != nil {
		return err
	}
	var w whole
	return r.query(params.Values{
		"generator": "allpages", "gapnamespace": strconv.Itoa(namespace), "gapprefix": rest, "gaplimit": "max",
		"prop": "info", "inprop": "url",
	}, func(a *answer) error {
		if err := w.take(a); err != nil || !a.Batchcomplete {
			return err
		}
		// A generator's pages come in the order of their ids.
		slices.SortFunc(w.pages, func(a, b *pageJSON) int { return cmp.Compare(a.Title, b.Title) })
		for _, p := range w.pages {
			each(p.look())
		}
		w = whole{}
		return nil
	}, more)
}

// namespace splits a prefix of titles into its namespace and the rest. The
// wiki knows how its namespaces are called.
func (r *run) namespace(prefix string) (id int, rest string, err error) {
	name, rest, ok := strings.Cut(prefix, ":")
	if !ok {
		return 0, prefix, nil
	}
	if r.c.namespaces == nil {
		var out struct {
			Query struct {
				Namespaces map[string]struct {
					ID              int
					Name, Canonical string
				}
				Namespacealiases []struct {
					ID    int
					Alias string
				}
			}
		}
		if err := r.ask(params.Values{"action": "query", "meta": "siteinfo", "siprop": "namespaces|namespacealiases"}, &out); err != nil {
			return 0, "", err
		}
		known := map[string]int{}
		for _, n := range out.Query.Namespaces {
			known[namespaceKey(n.Name)] = n.ID
			known[namespaceKey(n.Canonical)] = n.ID
		}
		for _, n := range out.Query.Namespacealiases {
			known[namespaceKey(n.Alias)] = n.ID
		}
		known[""] = 0 // ":Title" is a title
		r.c.namespaces = known
	}
	if id, ok = r.c.namespaces[namespaceKey(name)]; ok {
		return id, strings.TrimLeft(rest, " _"), nil
	}
	return 0, prefix, nil
}

// namespaceKey is a namespace's name as it is compared.
func namespaceKey(name string) string {
	return strings.ToLower(strings.TrimSpace(strings.ReplaceAll(norm.NFC.String(name), "_", " ")))
}
