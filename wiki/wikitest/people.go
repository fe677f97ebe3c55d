package wikitest

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Revision is one state of a page.
type Revision struct {
	ID, Parent    int
	User, Comment string
	Minor, Bot    bool
	Time          time.Time
	Text          string
}

// people are the logged-in browsers at a server, by name.
type people struct {
	mu sync.Mutex
	by map[string]*person
}

// person is somebody at the wiki, past the proxy.
type person struct {
	mu    sync.Mutex // one request at a time, as in a browser
	hc    *http.Client
	api   string
	token string
}

// Edit saves text on the page as user, creating it if it is not there, and
// returns the revision.
func (w *Wiki) Edit(user, title, text string) int {
	w.t.Helper()
	var out struct {
		Edit struct {
			Result   string
			Newrevid int
		}
	}
	w.call(user, &out, "action", "edit", "title", title, "text", text, "summary", "von Hand")
	if out.Edit.Result != "Success" {
		w.t.Fatalf("wikitest: %s: edit of %q: %+v", user, title, out)
	}
	if out.Edit.Newrevid == 0 {
		return w.Revisions(title)[0].ID // a null edit
	}
	return out.Edit.Newrevid
}

// EditOver saves the text as the page's next revision, as a browser does that
// was shown the revision base. It reports whether it is saved: if somebody else
// saved meanwhile the wiki shows both, and whoever edits begins anew.
func (w *Wiki) EditOver(user, title, text string, base Revision) bool {
	w.t.Helper()
	var out struct{ Edit struct{ Result string } }
	err := w.try(user, &out, "action", "edit", "title", title, "text", text, "summary", "von Hand", "baserevid", strconv.Itoa(base.ID))
	var e *refused
	switch {
	case errors.As(err, &e) && e.Code == "editconflict":
		return false
	case err != nil || out.Edit.Result != "Success":
		w.t.Fatalf("wikitest: %s: edit of %q: %+v, %v", user, title, out, err)
	}
	return true
}

// Delete deletes the page as Admin.
func (w *Wiki) Delete(title string) {
	w.t.Helper()
	w.call(Admin, nil, "action", "delete", "title", title)
}

// Restore brings a deleted page back as Admin.
func (w *Wiki) Restore(title string) {
	w.t.Helper()
	w.call(Admin, nil, "action", "undelete", "title", title)
}

// Protect lets only sysops edit (and create) the page.
func (w *Wiki) Protect(title string) {
	w.t.Helper()
	what := "edit=sysop|move=sysop"
	if !w.Exists(title) {
		what = "create=sysop"
	}
	w.call(Admin, nil, "action", "protect", "title", title, "protections", what)
}

// Move moves the page as Admin, with a redirect left behind.
func (w *Wiki) Move(from, to string) {
	w.t.Helper()
	w.call(Admin, nil, "action", "move", "from", from, "to", to)
}

// Block blocks user until the test ends: in every test, so not for a parallel
// one.
func (w *Wiki) Block(user string) {
	w.t.Helper()
	w.call(Admin, nil, "action", "block", "user", user)
	w.t.Cleanup(func() { w.call(Admin, nil, "action", "unblock", "user", user) })
}

// Hide hides text, user and comment of a revision of the page, as Admin.
func (w *Wiki) Hide(title string, revision int) {
	w.t.Helper()
	w.call(Admin, nil, "action", "revisiondelete", "type", "revision", "target", title,
		"ids", strconv.Itoa(revision), "hide", "content|comment|user")
}

// Get returns the page's wikitext; a page that is not there fails the test.
func (w *Wiki) Get(title string) string {
	w.t.Helper()
	revs := w.Revisions(title)
	if len(revs) == 0 {
		w.t.Fatalf("wikitest: no page %q", title)
		return ""
	}
	return revs[0].Text
}

// Exists reports whether there is such a page.
func (w *Wiki) Exists(title string) bool {
	w.t.Helper()
	return len(w.Revisions(title)) > 0
}

// Revisions returns the page's history, newest first, empty for no page.
func (w *Wiki) Revisions(title string) []Revision {
	w.t.Helper()
	var out struct {
		Query struct {
			Pages []struct {
				Revisions []struct {
					Revid, Parentid int
					User, Comment   string
					Minor           bool
					Timestamp       time.Time
					Slots           struct{ Main struct{ Content string } }
				}
			}
		}
	}
	w.call(Admin, &out, "action", "query", "titles", title, "prop", "revisions",
		"rvprop", "ids|user|comment|flags|timestamp|content", "rvslots", "main", "rvlimit", "50")
	var revs []Revision
	for _, p := range out.Query.Pages {
		for _, r := range p.Revisions {
			revs = append(revs, Revision{
				ID: r.Revid, Parent: r.Parentid, User: r.User, Comment: r.Comment,
				Minor: r.Minor, Time: r.Timestamp, Text: r.Slots.Main.Content,
			})
		}
	}
	return revs
}

// Parse returns the HTML that the wiki makes of the page.
func (w *Wiki) Parse(title string) string {
	w.t.Helper()
	var out struct{ Parse struct{ Text string } }
	w.call(Admin, &out, "action", "parse", "page", title, "prop", "text", "disablelimitreport", "1")
	return out.Parse.Text
}

// ParseText returns the HTML that the wiki would make of wikitext on the page.
func (w *Wiki) ParseText(title, wikitext string) string {
	w.t.Helper()
	var out struct{ Parse struct{ Text string } }
	w.call(Admin, &out, "action", "parse", "title", title, "text", wikitext,
		"contentmodel", "wikitext", "prop", "text", "disablelimitreport", "1")
	return out.Parse.Text
}

// Call sends any request to the API as user and decodes the answer into out
// (unless nil). A token is added; an error of the API fails the test.
func (w *Wiki) Call(user string, out any, params ...string) {
	w.t.Helper()
	w.call(user, out, params...)
}

func (w *Wiki) call(user string, out any, params ...string) {
	w.t.Helper()
	if err := w.try(user, out, params...); err != nil {
		w.t.Fatalf("wikitest: %s: %s %s: %v", user, params[1], title(params), err)
	}
}

// try sends a request as user; what the API refuses is an *refused.
func (w *Wiki) try(user string, out any, params ...string) error {
	p := w.server.person(user)
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.enter(user); err != nil {
		return err
	}
	return p.post(out, append(params, "token", p.token)...)
}

func title(params []string) string {
	for i := 0; i+1 < len(params); i += 2 {
		if params[i] == "title" || params[i] == "titles" || params[i] == "from" {
			return params[i+1]
		}
	}
	return ""
}

// person returns the browser of user.
func (s *Server) person(user string) *person {
	s.people.mu.Lock()
	defer s.people.mu.Unlock()
	p := s.people.by[user]
	if p == nil {
		p = &person{api: s.URL + "/api.php"}
		if s.people.by == nil {
			s.people.by = map[string]*person{}
		}
		s.people.by[user] = p
	}
	return p
}

// enter logs in as user unless that was done.
func (p *person) enter(user string) error {
	if p.token != "" {
		return nil
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		return err
	}
	p.hc = &http.Client{Jar: jar, Timeout: time.Minute}
	var tok struct {
		Query struct {
			Tokens struct{ Logintoken, Csrftoken string }
		}
	}
	if err := p.post(&tok, "action", "query", "meta", "tokens", "type", "login"); err != nil {
		return err
	}
	var in struct {
		Clientlogin struct{ Status, Message string }
	}
	if err := p.post(&in, "action", "clientlogin", "username", user, "password", Password,
		"logintoken", tok.Query.Tokens.Logintoken, "loginreturnurl", p.api); err != nil {
		return err
	}
	if in.Clientlogin.Status != "PASS" {
		return fmt.Errorf("login: %+v", in.Clientlogin)
	}
	if err := p.post(&tok, "action", "query", "meta", "tokens", "type", "csrf"); err != nil {
		return err
	}
	p.token = tok.Query.Tokens.Csrftoken
	return nil
}

// refused is what the API says of a request that it refuses.
type refused struct{ Code, Info string }

func (e *refused) Error() string { return e.Code + ": " + e.Info }

// post sends one request and decodes its answer.
func (p *person) post(out any, params ...string) error {
	v := url.Values{"format": {"json"}, "formatversion": {"2"}}
	for i := 0; i+1 < len(params); i += 2 {
		v.Set(params[i], params[i+1])
	}
	resp, err := p.hc.Post(p.api, "application/x-www-form-urlencoded", strings.NewReader(v.Encode()))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	var e struct{ Error refused }
	if err := json.Unmarshal(body, &e); err != nil {
		return fmt.Errorf("%s: %.300s", resp.Status, body)
	}
	if e.Error.Code != "" {
		return &e.Error
	}
	if out == nil {
		return nil
	}
	return json.Unmarshal(body, out)
}
