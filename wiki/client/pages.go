package client

import "context"

// Pages reads the pages with these ids, 50 a request. A page that was deleted
// is not in the answer. Who reads thousands asks in portions, so that others
// may use the client in between and memory stays small.
func (c *Client) Pages(ctx context.Context, ids []int) (map[int]Page, error) {
	r, end := c.begin(ctx, "read", "")
	defer end()
	pages := make(map[int]Page, len(ids))
	err := r.byIDs("pageids", unique(ids), fewIDs, texts(), func(p pageJSON) {
		if len(p.Revisions) > 0 {
			pages[p.Pageid] = p.page(p.Revisions[0])
		}
	})
	return pages, err
}

// Texts reads revisions, of whatever pages, 50 a request. What was deleted
// or hidden is not in the answer.
func (c *Client) Texts(ctx context.Context, ids []int) (map[int]Page, error) {
	r, end := c.begin(ctx, "read", "")
	defer end()
	pages := make(map[int]Page, len(ids))
	err := r.byIDs("revids", unique(ids), fewIDs, texts(), func(p pageJSON) {
		for _, v := range p.Revisions {
			if !v.hidden() {
				pages[v.Revid] = p.page(v)
			}
		}
	})
	return pages, err
}

// unique returns ids without repetitions and what can be none.
func unique(ids []int) []int {
	seen := make(map[int]bool, len(ids))
	out := make([]int, 0, len(ids))
	for _, id := range ids {
		if id > 0 && !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out
}
