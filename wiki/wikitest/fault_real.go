package wikitest

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/url"
)

// What follows lets the wiki itself answer as it does when something is wrong
// with it, or repeats and spoils what it says.

// Set makes php (code, as Configure takes it) hold for the requests that the
// fault fires on, and for no others.
func (w *Wiki) Set(m Match, php string) *Fault {
	w.t.Helper()
	name, err := w.configuration(php)
	if err != nil {
		w.t.Fatalf("wikitest: %v", err)
	}
	return fault("set "+php, m, func(e *exchange) {
		e.r.Header.Set(setHeader, name)
		e.forward()
	})
}

// Lagging has the wiki itself answer that its replicas lag. It does so only to
// who asks it to (maxlag); others get their answer.
func Lagging(m Match) *Fault {
	return fault("lagging", m, func(e *exchange) {
		e.change(func(v url.Values) {
			if v.Has("maxlag") {
				v.Set("maxlag", "-2") // a wiki of one server lags by -1
			}
		})
		e.forward()
	})
}

// Forget takes the session out of the request, as if it had expired.
func Forget(m Match) *Fault {
	return fault("forget", m, func(e *exchange) {
		e.r.Header.Del("Cookie")
		e.forward()
	})
}

// Repeat sends the request twice, as a proxy does that took the wiki for dead,
// and passes on the second answer.
func Repeat(m Match) *Fault {
	return fault("repeat", m, func(e *exchange) {
		body, err := io.ReadAll(e.r.Body)
		if err != nil {
			e.cut()
		}
		e.body(body)
		e.fetch()
		e.body(body)
		e.forward()
	})
}

// Garbage answers 200 with bytes that are nothing, as gzip if the caller takes
// it. The wiki does not hear of the request.
func Garbage(m Match) *Fault {
	return fault("garbage", m, func(e *exchange) { garbage(e.rw) })
}

// GarbageAfter lets the wiki do what was asked, and answers with garbage.
func GarbageAfter(m Match) *Fault {
	return fault("garbage after", m, func(e *exchange) { e.fetch(); garbage(e.rw) })
}

func garbage(rw http.ResponseWriter) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	_, _ = z.Write([]byte("{\"edit\":{\"result\":\"Success\",\x00\xff\xfe"))
	_ = z.Close()
	rw.Header().Set("Content-Type", "application/json; charset=utf-8")
	rw.Header().Set("Content-Encoding", "gzip")
	_, _ = rw.Write(packed.Bytes())
}

// body gives the request a body.
func (e *exchange) body(b []byte) {
	e.r.Body, e.r.ContentLength = io.NopCloser(bytes.NewReader(b)), int64(len(b))
}

// change changes the parameters of the request: those of its address, and those
// of its body unless it is multipart.
func (e *exchange) change(do func(url.Values)) {
	v := e.r.URL.Query()
	do(v)
	e.r.URL.RawQuery = v.Encode()
	if e.r.Header.Get("Content-Type") != "application/x-www-form-urlencoded" {
		return
	}
	body, err := io.ReadAll(e.r.Body)
	if err != nil {
		e.cut()
	}
	if v, err := url.ParseQuery(string(body)); err == nil {
		do(v)
		body = []byte(v.Encode())
	}
	e.body(body)
}
