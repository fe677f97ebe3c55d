package client

import (
	"fmt"
	"net/url"
	"strings"
	"time"

	"cgt.name/pkg/go-mwclient/params"
)

// hide makes s a secret of this client.
func (c *Client) hide(s string) {
	if len(s) < 4 {
		return // nothing that short is one, and it would blot out words
	}
	for _, known := range c.secrets {
		if known == s {
			return
		}
	}
	c.secrets = append(c.secrets, s)
}

// redact takes every secret out of s, however it is spelt.
func (c *Client) redact(s string) string {
	for _, secret := range c.secrets {
		s = strings.ReplaceAll(s, secret, "…")
		s = strings.ReplaceAll(s, url.QueryEscape(secret), "…")
	}
	return s
}

// log writes a line to the caller's log.
func (c *Client) log(format string, args ...any) {
	if c.o.Log != nil {
		c.o.Log(c.redact(fmt.Sprintf(format, args...)))
	}
}

// logRequest writes a line about a request that was answered or not. Of the
// parameters it names only what is in the list: the rest may be secret or long.
func (c *Client) logRequest(r *run, p params.Values, post bool, began time.Time) {
	if c.o.Log == nil {
		return
	}
	method, what := "GET", p["action"]
	if post {
		method = "POST"
	}
	for _, k := range []string{"meta", "generator", "list", "title", "titles", "pageid", "pageids", "revids", "baserevid"} {
		if p[k] != "" {
			what += fmt.Sprintf(" %s=%.200q", k, p[k])
		}
	}
	c.log("%s %s: %d, %d ms", method, what, c.way.status, c.o.Now().Sub(began).Milliseconds())
}
