package client

// pace waits until the account may edit again by the wiki's own rate limit, so
// that a long run is not answered "ratelimited" half-way.
func (r *run) pace() error {
	c := r.c
	if c.account.hits == 0 {
		return nil
	}
	now := c.o.Now()
	for len(c.edits) > 0 && now.Sub(c.edits[0]) >= c.account.every {
		c.edits = c.edits[1:]
	}
	if len(c.edits) < c.account.hits {
		return nil
	}
	d := c.account.every - now.Sub(c.edits[len(c.edits)-c.account.hits])
	if d <= 0 {
		return nil
	}
	c.log("pace: %v until the wiki's rate limit allows the next edit", d)
	if err := c.o.Sleep(r.ctx, d); err != nil {
		return &Error{Kind: Unreachable, Op: r.op, Title: r.title, Info: "cancelled while keeping to the wiki's rate limit", Err: err}
	}
	return nil
}
