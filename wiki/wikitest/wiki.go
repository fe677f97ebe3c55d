package wikitest

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"net/http/httptest"
	"os"
	"sync"
	"sync/atomic"
)

// TB is what a Wiki needs of testing.TB; script runners can make one.
type TB interface {
	Helper()
	Cleanup(func())
	Errorf(format string, args ...any)
	Fatalf(format string, args ...any)
}

// Wiki is one test's view of the shared server.
type Wiki struct {
	API    string // address of api.php, through this test's proxy
	URL    string // address of the wiki, through this test's proxy, without a slash
	Direct string // the same past the proxy
	Prefix string // first part of this test's page titles

	t      TB
	server *Server
	proxy  *proxy
	sets   atomic.Int32

	configured string // by Configure
}

var shared = sync.OnceValues(Launch)

// Start returns a fresh view of this process's wiki. A machine without
// MediaWiki fails the test: skipping would pass where nothing was tested.
func Start(t TB) *Wiki {
	t.Helper()
	s, err := shared()
	if err != nil {
		t.Fatalf("wikitest: %v", err)
	}
	return s.View(t)
}

// View returns a view of s for one test: its proxy, its prefix.
func (s *Server) View(t TB) *Wiki {
	t.Helper()
	w := &Wiki{t: t, server: s, Direct: s.URL, Prefix: "T" + random()}
	p, err := newProxy(s.URL)
	if err != nil {
		t.Fatalf("wikitest: %v", err)
	}
	w.proxy = p
	front := httptest.NewServer(p)
	w.URL = front.URL
	w.API = front.URL + "/api.php"
	t.Cleanup(func() {
		p.release()
		front.CloseClientConnections()
		front.Close()
		for _, f := range p.unfired() {
			t.Errorf("wikitest: armed, but never fired: %s", f)
		}
	})
	return w
}

// Title returns a page title that no other test uses: the prefix, a slash, name.
func (w *Wiki) Title(name string) string { return w.Prefix + "/" + name }

// BotLogin returns the user name and bot password of Bot, with the grants that
// a bot needs.
func BotLogin() (user, password string) { return Bot + "@" + botApp, botPassword }

// BotLogin returns the user name and bot password of Bot, with the grants that
// a bot needs.
func (w *Wiki) BotLogin() (user, password string) { return BotLogin() }

// WeakBotLogin returns a bot password of Bot that lacks the grant highvolume.
func (w *Wiki) WeakBotLogin() (user, password string) { return Bot + "@" + weakApp, botPassword }

// UserLogin returns the user name and bot password of Erika, who is no bot.
func (w *Wiki) UserLogin() (user, password string) { return Erika + "@" + botApp, botPassword }

// Configure sets PHP variables (php is code: `$wgReadOnly = "…";`) for the
// requests that come through this test's proxy from now on.
func (w *Wiki) Configure(php string) {
	w.t.Helper()
	name, err := w.configuration(php)
	if err != nil {
		w.t.Fatalf("wikitest: %v", err)
	}
	w.configured = php
	w.proxy.set.Store(&name)
}

// configuration writes php where requests can name it.
func (w *Wiki) configuration(php string) (name string, err error) {
	name = fmt.Sprintf("%s%d", random(), w.sets.Add(1))
	return name, os.WriteFile(w.server.path("set", name+".php"), []byte("<?php\n"+php+"\n"), 0o600)
}

func random() string {
	var b [4]byte
	_, _ = rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}
