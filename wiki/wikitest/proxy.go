package wikitest

import (
	"bytes"
	"context"
	"io"
	"log"
	"mime"
	"mime/multipart"
	"net/http"
	"net/http/httputil"
	"net/url"
	"sync"
	"sync/atomic"
)

// Request is what came through the proxy: the parameters of a call to the API,
// those of its address and of its body together.
type Request struct {
	Method    string
	Params    url.Values
	Multipart bool
	Header    http.Header
}

// Action returns the parameter action.
func (r Request) Action() string { return r.Params.Get("action") }

// setHeader names the configuration that a request is answered with.
const setHeader = "X-Telko-Set"

// proxy stands between a test and the wiki.
type proxy struct {
	back *httputil.ReverseProxy
	set  atomic.Pointer[string]
	end  context.Context
	// release ends every delay.
	release context.CancelFunc

	mu     sync.Mutex
	faults []*Fault
	firing int       // faults that are under way
	quiet  sync.Cond // one of them has ended
	log    []Request
}

func newProxy(target string) (*proxy, error) {
	to, err := url.Parse(target)
	if err != nil {
		return nil, err
	}
	p := &proxy{}
	p.quiet.L = &p.mu
	p.end, p.release = context.WithCancel(context.Background())
	p.back = &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(to)
			r.Out.Host = r.In.Host
			if s := p.set.Load(); s != nil && r.In.Header.Get(setHeader) == "" {
				r.Out.Header.Set(setHeader, *s)
			}
		},
		ErrorLog: log.New(io.Discard, "", 0),
	}
	return p, nil
}

// ServeHTTP implements http.Handler.
func (p *proxy) ServeHTTP(rw http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	restore := func() { r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body)) }
	restore()
	req := read(r, body)
	f := p.pick(req)
	if f == nil {
		p.back.ServeHTTP(rw, r)
		return
	}
	defer p.fired()
	f.do(&exchange{rw: rw, r: r, p: p})
}

func (p *proxy) fired() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.firing--
	p.quiet.Broadcast()
}

// pick notes req and returns the first armed fault that matches it, with one
// firing taken off.
func (p *proxy) pick(req Request) *Fault {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.log = append(p.log, req)
	for _, f := range p.faults {
		if f.left > 0 && f.match(req) {
			if f.skip > 0 {
				f.skip--
				continue
			}
			f.left--
			p.firing++
			return f
		}
	}
	return nil
}

func (p *proxy) unfired() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	var out []string
	for _, f := range p.faults {
		if f.left > 0 && !f.forever {
			out = append(out, f.name)
		}
	}
	return out
}

// Requests returns what came through the proxy so far.
func (w *Wiki) Requests() []Request {
	w.proxy.mu.Lock()
	defer w.proxy.mu.Unlock()
	return append([]Request(nil), w.proxy.log...)
}

// read takes the parameters out of address and body.
func read(r *http.Request, body []byte) Request {
	req := Request{Method: r.Method, Params: url.Values{}, Header: r.Header.Clone()}
	add := func(v url.Values) {
		for k, vs := range v {
			req.Params[k] = append(req.Params[k], vs...)
		}
	}
	add(r.URL.Query())
	kind, with, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	switch kind {
	case "application/x-www-form-urlencoded":
		if v, err := url.ParseQuery(string(body)); err == nil {
			add(v)
		}
	case "multipart/form-data":
		req.Multipart = true
		form, err := multipart.NewReader(bytes.NewReader(body), with["boundary"]).ReadForm(16 << 20)
		if err == nil {
			add(form.Value)
		}
	}
	return req
}
