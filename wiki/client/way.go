package client

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"strconv"
	"time"
)

// maxAnswer bounds what is read of one answer: 50 pages of 2 MB would not come
// in one.
const maxAnswer = 64 << 20

// way is the RoundTripper under go-mwclient, which knows neither context nor
// HTTP status: it brings in both, reads answers whole, and keeps the typed
// error that go-mwclient would flatten into text. Serial, as the Client is.
type way struct {
	next    http.RoundTripper
	timeout time.Duration
	ctx     context.Context // of the request under way
	now     func() time.Time

	// What the last request came to.
	err    *Error
	status int
	after  time.Duration // Retry-After
}

// RoundTrip implements http.RoundTripper.
func (w *way) RoundTrip(r *http.Request) (*http.Response, error) {
	w.err, w.status, w.after = nil, 0, 0
	ctx, cancel := context.WithTimeout(w.ctx, w.timeout)
	defer cancel()
	resp, err := w.next.RoundTrip(r.WithContext(ctx))
	if err != nil {
		return nil, w.lost(err)
	}
	defer resp.Body.Close()
	// Read here, so that an answer cut in its middle is a lost answer, and the
	// time limit covers it.
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer+1))
	if err != nil {
		return nil, w.lost(err)
	}
	if len(body) > maxAnswer {
		return nil, w.lost(errors.New("the answer has no end"))
	}
	w.status = resp.StatusCode
	w.after = w.retryAfter(resp.Header.Get("Retry-After"))
	if w.status != http.StatusOK {
		p := policyOfStatus(w.status)
		w.err = &Error{Kind: p.kind, then: p.then, Status: w.status, Wait: w.after}
		if loc := resp.Header.Get("Location"); loc != "" {
			w.err.Location = addressOf(r.URL, loc)
		}
		return nil, w.err
	}
	// go-mwclient's own handling of lag trips over a missing Retry-After.
	resp.Header.Del("X-Database-Lag")
	resp.Body = io.NopCloser(bytes.NewReader(body))
	return resp, nil
}

// lost notes that there was no answer, or only a part of one.
func (w *way) lost(err error) error {
	w.err = &Error{Kind: Unreachable, then: wait, Info: err.Error(), Err: err}
	switch { // in words that name no address and no parameter
	case errors.Is(err, context.DeadlineExceeded):
		w.err.say(NoAnswerInTime)
	case errors.Is(err, context.Canceled):
		w.err.Info = "cancelled"
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		w.err.say(ConnectionCut)
	}
	if w.ctx.Err() != nil {
		w.err.then, w.err.Err = stop, w.ctx.Err() // the caller gave up
	}
	return w.err
}

// retryAfter reads the header of that name: seconds, or a date.
func (w *way) retryAfter(s string) time.Duration {
	if n, err := strconv.Atoi(s); err == nil && n >= 0 {
		return time.Duration(min(n, 1<<20)) * time.Second
	}
	if t, err := http.ParseTime(s); err == nil && w.now != nil {
		return max(t.Sub(w.now()), 0)
	}
	return 0
}
