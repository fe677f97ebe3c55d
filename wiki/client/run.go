package client

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"cgt.name/pkg/go-mwclient/params"
)

// run is one operation of a Client, with all the requests that it takes: what
// was tried already is tried once an operation, not once a request.
type run struct {
	c         *Client
	ctx       context.Context
	op, title string
	renewed   bool          // a new token was fetched
	relogged  bool          // a new login was made
	waited    time.Duration // in all
	pause     time.Duration // the next wait, if the wiki names none
}

// begin locks the client for one operation; the caller calls the returned
// function at its end.
func (c *Client) begin(ctx context.Context, op, title string) (*run, func()) {
	c.mu.Lock()
	return &run{c: c, ctx: ctx, op: op, title: title, pause: time.Second}, c.mu.Unlock
}

// patience is how long an operation waits for a busy wiki, in all.
func (c *Client) patience() time.Duration {
	if c.o.Unattended {
		return 10 * time.Minute
	}
	return 90 * time.Second
}

// firstPatience is how long somebody waits for a wiki that has not answered at
// all yet: most likely there is no network, or the address is wrong.
const firstPatience = 5 * time.Second

// ask sends a request until it is answered or the policy says stop, and decodes
// the answer into out. ask is for reading; see save for writing.
func (r *run) ask(p params.Values, out any) error {
	for {
		e := r.once(p, long(p), out)
		if e == nil {
			return nil
		}
		if err := r.mend(e); err != nil {
			return err
		}
	}
}

// long reports whether p is too long for an address: web servers take about
// 8,000 bytes.
func long(p params.Values) bool {
	n := 0
	for _, v := range p {
		n += 3 * len(v) // as escaped, at most
	}
	return n > 4000
}

// mend does what the policy says about e. It returns nil if the request is to
// be sent again.
func (r *run) mend(e *Error) error {
	switch e.then {
	case renew:
		if !r.renewed {
			r.renewed = true
			return r.fetchToken()
		}
		return r.loginAgain(e)
	case relogin:
		return r.loginAgain(e)
	case wait:
		return r.wait(e)
	}
	return e
}

// wait waits as long as the wiki asks for, or else ever longer, and gives up
// with e when patience is at its end.
func (r *run) wait(e *Error) error {
	d := max(r.pause, e.Wait)
	if e.Code == "maxlag" {
		d = max(d, 5*time.Second)
	}
	limit := r.c.patience()
	if e.Kind == Unreachable && !r.c.spoken && !r.c.o.Unattended {
		limit = firstPatience
	}
	if r.waited+d > limit {
		return e
	}
	r.waited += d
	r.pause = min(2*r.pause, 30*time.Second)
	r.c.log("wait %v: %s", d, e)
	if err := r.c.o.Sleep(r.ctx, d); err != nil {
		return &Error{Kind: Unreachable, Op: r.op, Title: r.title, Info: "cancelled while waiting: " + e.Error(), Err: err}
	}
	return nil
}

// once sends one request and decodes its answer into out.
func (r *run) once(p params.Values, post bool, out any) *Error {
	c := r.c
	p = with(p, "errorformat", "plaintext", "errorlang", "content", "errorsuselocal", "1")
	if c.o.Unattended {
		p["maxlag"] = "5"
	}
	c.way.ctx, c.way.now, c.way.err = r.ctx, c.o.Now, nil
	began := c.o.Now()
	send := c.mw.GetRaw
	if post {
		send = c.mw.PostRaw
	}
	body, err := send(p)
	c.logRequest(r, p, post, began)
	if c.o.Request != nil {
		c.o.Request()
	}
	if err != nil {
		e := c.way.err
		if e == nil {
			e = &Error{Kind: Unreachable, then: wait, Info: err.Error()}
		}
		return r.finish(e)
	}
	if e := r.read(body, out); e != nil {
		return r.finish(e)
	}
	c.spoken = true
	return nil
}

// read decodes an answer of status 200.
func (r *run) read(body []byte, out any) *Error {
	type fault struct {
		Code, Text, Info string
		Data             struct{ Readonlyreason string }
	}
	var head struct {
		Errors   []fault
		Error    *fault
		Warnings json.RawMessage
	}
	if err := json.Unmarshal(body, &head); err != nil {
		e := Found(NotAPI, NotJSON)
		e.then, e.Status = wait, r.c.way.status
		if !r.c.spoken {
			e.then = stop // most likely the wrong address: no use to wait
		}
		return e
	}
	if head.Error != nil {
		head.Errors = append(head.Errors, *head.Error)
	}
	if len(head.Errors) > 0 {
		r.c.spoken = true
		f := head.Errors[0]
		p := policyOf(f.Code)
		return &Error{Kind: p.kind, then: p.then, Code: f.Code, Info: strings.TrimSpace(f.Text + f.Info + " " + f.Data.Readonlyreason), Wait: r.c.way.after}
	}
	if len(head.Warnings) > 0 {
		r.c.log("warning: %.500s", head.Warnings)
	}
	if out == nil {
		return nil
	}
	if err := json.Unmarshal(body, out); err != nil {
		e := Found(NotAPI, OddAnswer, err.Error())
		e.Err = err
		return e
	}
	return nil
}

// words is a text that the API sends as a string or, in its newer error
// formats, as an object with a text and a code.
type words struct{ Text, Code string }

// UnmarshalJSON implements json.Unmarshaler.
func (w *words) UnmarshalJSON(b []byte) error {
	*w = words{}
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, &w.Text)
	}
	type plain words
	return json.Unmarshal(b, (*plain)(w))
}

// finish says which operation e belongs to and takes secrets out of it.
func (r *run) finish(e *Error) *Error {
	e.Op, e.Title = r.op, r.title
	e.Info = r.c.redact(strings.TrimSpace(e.Info))
	for i, a := range e.Args {
		if s, ok := a.(string); ok {
			e.Args[i] = r.c.redact(strings.TrimSpace(s))
		}
	}
	return e
}

// fail returns an error of the operation itself.
func (r *run) fail(k Kind, format string, args ...any) *Error {
	return r.finish(&Error{Kind: k, Info: fmt.Sprintf(format, args...)})
}

// with returns a copy of p with more parameters: go-mwclient writes into what
// it is given.
func with(p params.Values, kv ...string) params.Values {
	q := make(params.Values, len(p)+len(kv)/2)
	for k, v := range p {
		q[k] = v
	}
	for i := 0; i < len(kv); i += 2 {
		q[kv[i]] = kv[i+1]
	}
	return q
}
