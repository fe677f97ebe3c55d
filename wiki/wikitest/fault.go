package wikitest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"time"
)

// Match picks requests.
type Match func(Request) bool

// Any matches every request.
func Any(Request) bool { return true }

// Edits matches action=edit.
func Edits(r Request) bool { return r.Action() == "edit" }

// Logins matches action=login.
func Logins(r Request) bool { return r.Action() == "login" }

// Queries matches action=query.
func Queries(r Request) bool { return r.Action() == "query" }

// Reads matches an action=query that asks for revisions of pages.
func Reads(r Request) bool { return Queries(r) && r.Params.Get("prop") != "" }

// Fault is something that goes wrong on the way to the wiki or back.
type Fault struct {
	name    string
	match   Match
	do      func(*exchange)
	left    int
	skip    int
	forever bool
}

// Times makes the fault fire n times, and returns it.
func (f *Fault) Times(n int) *Fault { f.left = n; return f }

// Skip lets the first n matching requests pass, and returns the fault.
func (f *Fault) Skip(n int) *Fault { f.skip = n; return f }

// Always makes the fault fire on every match; it need not fire at all.
func (f *Fault) Always() *Fault { f.left, f.forever = 1<<30, true; return f }

// Arm arms f for this test. Of several faults that match, the first armed one
// fires. A fault that has not fired by the end of the test fails the test.
func (w *Wiki) Arm(f *Fault) *Fault {
	w.proxy.mu.Lock()
	defer w.proxy.mu.Unlock()
	w.proxy.faults = append(w.proxy.faults, f)
	return f
}

// exchange is one request at the moment a fault fires.
type exchange struct {
	rw http.ResponseWriter
	r  *http.Request
	p  *proxy
}

// forward passes the request on and the answer back.
func (e *exchange) forward() { e.p.back.ServeHTTP(e.rw, e.r) }

// fetch passes the request on and keeps the answer.
func (e *exchange) fetch() *httptest.ResponseRecorder {
	rec := httptest.NewRecorder()
	e.p.back.ServeHTTP(rec, e.r)
	return rec
}

// cut ends the connection without an answer.
func (e *exchange) cut() { panic(http.ErrAbortHandler) }

func fault(name string, m Match, do func(*exchange)) *Fault {
	return &Fault{name: name, match: m, do: do, left: 1}
}

// DropAnswer lets the wiki do what was asked and cuts the connection before the
// answer.
func DropAnswer(m Match) *Fault {
	return fault("drop answer", m, func(e *exchange) { e.fetch(); e.cut() })
}

// DropRequest cuts the connection before the wiki hears of the request.
func DropRequest(m Match) *Fault { return fault("drop request", m, (*exchange).cut) }

// Truncate lets the wiki do what was asked and cuts the connection in the
// middle of the answer.
func Truncate(m Match) *Fault {
	return fault("truncate", m, func(e *exchange) {
		rec := e.fetch()
		e.rw.Header().Set("Content-Type", rec.Header().Get("Content-Type"))
		e.rw.Header().Set("Content-Length", strconv.Itoa(rec.Body.Len()))
		e.rw.WriteHeader(rec.Code)
		_, _ = e.rw.Write(rec.Body.Bytes()[:rec.Body.Len()/2])
		e.cut()
	})
}

// Status answers with an HTTP status and a page of HTML; retryAfter is sent
// unless empty. The wiki does not hear of the request.
func Status(m Match, code int, retryAfter string) *Fault {
	return fault(fmt.Sprintf("status %d", code), m, func(e *exchange) {
		if retryAfter != "" {
			e.rw.Header().Set("Retry-After", retryAfter)
		}
		page(e.rw, code)
	})
}

// StatusAfter lets the wiki do what was asked and answers with an HTTP status.
func StatusAfter(m Match, code int) *Fault {
	return fault(fmt.Sprintf("status %d after", code), m, func(e *exchange) { e.fetch(); page(e.rw, code) })
}

// HTML answers 200 with a page of HTML, as a proxy that wants a login does.
func HTML(m Match) *Fault {
	return fault("html", m, func(e *exchange) { page(e.rw, http.StatusOK) })
}

func page(rw http.ResponseWriter, code int) {
	rw.Header().Set("Content-Type", "text/html; charset=utf-8")
	rw.WriteHeader(code)
	fmt.Fprintf(rw, "<!DOCTYPE html><title>%d</title><p>Hier ist gerade etwas anderes.\n", code)
}

// APIError answers with an error of the API, as HTTP 200, in either of
// MediaWiki's error formats. The wiki does not hear of the request.
func APIError(m Match, code string) *Fault {
	return fault("error "+code, m, func(e *exchange) { apiError(e, code) })
}

// Maxlag answers as a wiki does whose replicas lag; retryAfter is sent unless
// empty.
func Maxlag(m Match, retryAfter string) *Fault {
	return fault("maxlag", m, func(e *exchange) {
		e.rw.Header().Set("X-Database-Lag", "11")
		if retryAfter != "" {
			e.rw.Header().Set("Retry-After", retryAfter)
		}
		apiError(e, "maxlag")
	})
}

func apiError(e *exchange, code string) {
	one := map[string]any{"code": code, "text": "text of " + code, "module": "edit"}
	all := map[string]any{
		"error":  map[string]any{"code": code, "info": "text of " + code},
		"errors": []any{one},
	}
	e.rw.Header().Set("Content-Type", "application/json; charset=utf-8")
	e.rw.Header().Set("MediaWiki-API-Error", code)
	_ = json.NewEncoder(e.rw).Encode(all)
}

// Answer answers with the JSON text body; the wiki does not hear of the request.
func Answer(m Match, body string) *Fault {
	return fault("answer", m, func(e *exchange) {
		e.rw.Header().Set("Content-Type", "application/json; charset=utf-8")
		_, _ = e.rw.Write([]byte(body))
	})
}

// Redirect answers 301 to the address to.
func Redirect(m Match, to string) *Fault {
	return fault("redirect", m, func(e *exchange) {
		e.rw.Header().Set("Location", to)
		e.rw.WriteHeader(http.StatusMovedPermanently)
	})
}

// Delay holds the request for d, or until the caller gives up, then passes it on.
func Delay(m Match, d time.Duration) *Fault {
	return fault("delay", m, func(e *exchange) {
		select {
		case <-time.After(d):
		case <-e.r.Context().Done():
			e.cut()
		case <-e.p.end.Done():
			e.cut()
		}
		e.forward()
	})
}

// Meanwhile calls do before the request is passed on: what others do between
// our look and our deed.
func Meanwhile(m Match, do func()) *Fault {
	return fault("meanwhile", m, func(e *exchange) { do(); e.forward() })
}

// Afterwards calls do after the wiki has done what was asked and before the
// answer is passed back.
func Afterwards(m Match, do func()) *Fault {
	return fault("afterwards", m, func(e *exchange) {
		rec := e.fetch()
		do()
		for k, v := range rec.Header() {
			e.rw.Header()[k] = v
		}
		e.rw.WriteHeader(rec.Code)
		_, _ = e.rw.Write(rec.Body.Bytes())
	})
}

// Disarm takes back every fault that is armed, and waits for those that fire.
func (w *Wiki) Disarm() {
	p := w.proxy
	p.mu.Lock()
	defer p.mu.Unlock()
	p.faults = nil
	for p.firing > 0 {
		p.quiet.Wait()
	}
}
