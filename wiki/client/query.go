package client

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"

	"cgt.name/pkg/go-mwclient/params"
	"golang.org/x/text/unicode/norm"
)

const (
	fewIDs  = 50  // pages that everybody may name in one request, and texts that come in one
	manyIDs = 500 // that a bot may name
)

// batch returns how many pages this account may name in one request.
func (c *Client) batch() int {
	if c.account.high {
		return manyIDs
	}
	return fewIDs
}

// batches returns how many requests n pages take.
func (c *Client) batches(n int) int { return (n + c.batch() - 1) / c.batch() }

// answer is what a query answers.
type answer struct {
	Batchcomplete bool // all was said about the pages named so far
	Continue      map[string]json.RawMessage
	Query         struct {
		Pages      []pageJSON
		Logevents  []logJSON
		Normalized []struct{ From, To string }
	}
}

// query asks until the wiki says that it has answered everything, and hands
// every answer to take. more (unless nil) is asked whether to go on where all was
// said about the pages named so far.
func (r *run) query(p params.Values, take func(*answer) error, more func() bool) error {
	p = with(p, "action", "query")
	var before map[string]json.RawMessage
	for {
		var a answer
		if err := r.ask(p, &a); err != nil {
			return err
		}
		if err := take(&a); err != nil {
			return err
		}
		if len(a.Continue) == 0 || more != nil && a.Batchcomplete && !more() {
			return nil
		}
		if sameRaw(before, a.Continue) {
			return r.found(NotAPI, OddAnswer, "it goes on without end")
		}
		before = a.Continue
		p = onward(p, &a)
	}
}

// onward returns p as it asks for what comes after a, nil if nothing does.
func onward(p params.Values, a *answer) params.Values {
	if len(a.Continue) == 0 {
		return nil
	}
	p = with(p)
	for k, v := range a.Continue {
		s := string(v) // of some modules, a number
		var text string
		if json.Unmarshal(v, &text) == nil {
			s = text
		}
		p[k] = s
	}
	return p
}

func sameRaw(a, b map[string]json.RawMessage) bool {
	if len(a) != len(b) {
		return false
	}
	for k, v := range a {
		if !bytes.Equal(v, b[k]) {
			return false
		}
	}
	return true
}

// byIDs asks for pages by the parameter key ("pageids" or "revids"), at most
// size of them a request, and hands over each as it is once all of it was
// answered.
func (r *run) byIDs(key string, ids []int, size int, p params.Values, each func(pageJSON)) error {
	for len(ids) > 0 {
		n := min(size, len(ids))
		list := make([]string, n)
		for i, id := range ids[:n] {
			list[i] = strconv.Itoa(id)
		}
		ids = ids[n:]
		w := whole{}
		if err := r.query(r.crowd(with(p, key, strings.Join(list, "|")), n), w.take, nil); err != nil {
			return err
		}
		for _, page := range w.pages {
			each(*page)
		}
	}
	return nil
}

// byTitles asks for pages by their titles, and hands over each with the title
// that was asked for: more than once if several mean the same page.
func (r *run) byTitles(titles []string, p params.Values, each func(asked string, p pageJSON)) error {
	asked := map[string][]string{} // by their form on the way
	var list []string
	for _, t := range titles {
		if r.checkTitle(t) != nil {
			continue
		}
		sent := norm.NFC.String(t)
		if asked[sent] == nil {
			list = append(list, sent)
		}
		asked[sent] = append(asked[sent], t)
	}
	for len(list) > 0 {
		n := min(r.c.batch(), len(list))
		w := whole{}
		if err := r.query(r.crowd(with(p, "titles", strings.Join(list[:n], "|")), n), w.take, nil); err != nil {
			return err
		}
		for _, sent := range list[:n] {
			title := sent
			if to, ok := w.normalized[sent]; ok {
				title = to
			}
			page, ok := w.byTitle[title]
			if !ok || page.Invalid || page.Special {
				continue
			}
			for _, t := range asked[sent] {
				each(t, *page)
			}
		}
		list = list[n:]
	}
	return nil
}

// crowd makes sure that a request which names more pages than everybody may is
// not answered to somebody else, after the session has ended.
func (r *run) crowd(p params.Values, n int) params.Values {
	if n > fewIDs {
		p["assert"] = "user"
	}
	return p
}

// whole puts together what the wiki answers in pieces: a page's parts may come
// in several answers, if all are too much for one.
type whole struct {
	pages      []*pageJSON
	byTitle    map[string]*pageJSON
	normalized map[string]string
}

func (w *whole) take(a *answer) error {
	if w.byTitle == nil {
		w.byTitle, w.normalized = map[string]*pageJSON{}, map[string]string{}
	}
	for _, n := range a.Query.Normalized {
		w.normalized[n.From] = n.To
	}
	for i := range a.Query.Pages {
		p := &a.Query.Pages[i]
		key := p.Title
		if key == "" {
			key = "\x00" + strconv.Itoa(p.Pageid) // a deleted page that was asked for by its id
		}
		old := w.byTitle[key]
		if old == nil {
			w.byTitle[key] = p
			w.pages = append(w.pages, p)
			continue
		}
		old.Revisions = append(old.Revisions, p.Revisions...)
		if old.Fullurl == "" {
			revisions := old.Revisions
			*old = *p
			old.Revisions = revisions
		}
	}
	return nil
}
