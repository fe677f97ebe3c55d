package client

import (
	"context"
	"errors"
	"net/http/cookiejar"
	"slices"
	"strings"
	"time"

	"cgt.name/pkg/go-mwclient/params"
)

// account is who the client is on the wiki.
type account struct {
	name  string // as the wiki writes it; "" if not logged in
	bot   bool   // has the right "bot" through this bot password
	high  bool   // may name 500 pages in one request
	hits  int    // edits allowed in seconds; 0 for no limit
	every time.Duration
}

// Login logs in unless that was done. Nobody need call it: writing does, and so
// does reading a wiki that is not for all. A run that is sure to write, or reads
// hundreds of pages by their ids, gains by an early one.
func (c *Client) Login(ctx context.Context) error {
	r, end := c.begin(ctx, "login", "")
	defer end()
	return r.enter()
}

// enter logs in unless that was done.
func (r *run) enter() error {
	if r.c.account.name != "" {
		return nil
	}
	return r.login()
}

// loginAgain logs in anew, once an operation; then it gives up with e.
func (r *run) loginAgain(e *Error) error {
	if r.relogged || r.c.o.Credentials == nil {
		return r.explain(e)
	}
	r.relogged = true
	return r.login()
}

// explain says in e what to do about a wiki that does not know us.
func (r *run) explain(e *Error) error {
	switch {
	case r.c.o.Credentials == nil:
		e.Kind = Auth
		e.say(NotLoggedIn, e.Info)
	case e.Code == "assertbotfailed":
		e.say(NoBot, e.Info)
	case e.Code == "assertnameduserfailed":
		e.say(OtherAccount, r.c.account.name, e.Info)
	}
	return e
}

// login logs in with a bot password and learns what the account may do.
func (r *run) login() error {
	c := r.c
	c.account, c.token = account{}, ""
	if c.o.Credentials == nil {
		return r.found(Auth, NoCredentials)
	}
	cred, err := c.o.Credentials(r.ctx)
	if err != nil {
		return &Error{Kind: Auth, Op: "login", Info: err.Error(), Err: err}
	}
	c.hide(cred.Password)
	name, app, ok := cutLast(cred.User, "@")
	if !ok || name == "" || app == "" {
		return r.found(Auth, NotBotPassword, cred.User)
	}
	for try := 0; ; try++ {
		// MediaWiki answers a login within the session of a bot password with
		// "Aborted": a new login starts without cookies.
		jar, err := cookiejar.New(nil)
		if err != nil {
			return &Error{Kind: Auth, Op: "login", Info: err.Error(), Err: err}
		}
		c.hc.Jar = jar
		result, err := r.present(cred)
		if err != nil {
			return err
		}
		lost := result.Result == "NeedToken" || result.Result == "WrongToken" || result.Reason.Code == "sessionlost"
		if result.Result == "Success" {
			err = r.learn(name, result.Lgusername)
			if err == nil || !errors.Is(err, errNobody) {
				return err
			}
			lost = true
		}
		if lost && try == 0 {
			continue // the session was lost between two requests
		}
		if err != nil {
			return err
		}
		return r.found(Auth, LoginFailed, cred.User, result.Result+" "+result.Reason.Text)
	}
}

// errNobody says that a login succeeded and the wiki does not know us.
var errNobody = errors.New("not logged in after a login")

type loginResult struct {
	Result, Lgusername string
	Reason             words
}

// present fetches a login token and shows the password.
func (r *run) present(cred Credentials) (loginResult, error) {
	var out struct{ Login loginResult }
	for {
		var tok struct {
			Query struct{ Tokens struct{ Logintoken string } }
		}
		if err := r.ask(params.Values{"action": "query", "meta": "tokens", "type": "login"}, &tok); err != nil {
			return out.Login, err
		}
		r.c.hide(tok.Query.Tokens.Logintoken)
		e := r.once(params.Values{
			"action": "login", "lgname": cred.User, "lgpassword": cred.Password,
			"lgtoken": tok.Query.Tokens.Logintoken,
		}, true, &out)
		if e == nil {
			return out.Login, nil
		}
		if e.then != wait {
			return out.Login, e
		}
		if err := r.wait(e); err != nil {
			return out.Login, err
		}
	}
}

// learn asks who we are now, what we may do, and for a token.
func (r *run) learn(want, got string) error {
	var out struct {
		Query struct {
			Userinfo struct {
				ID             int
				Name           string
				Groups, Rights []string
				Ratelimits     map[string]map[string]limit
				Anon           bool
				Blockid        int
				Blockpartial   bool
				Blockedby      string
				Blockreason    string
			}
			Tokens struct{ Csrftoken string }
		}
	}
	err := r.ask(params.Values{
		"action": "query", "meta": "userinfo|tokens", "type": "csrf",
		"uiprop": "rights|groups|ratelimits|blockinfo",
	}, &out)
	if err != nil {
		return err
	}
	u := out.Query.Userinfo
	switch {
	case u.ID == 0 || u.Anon:
		e := r.found(Auth, LoginLost, want)
		e.Err = errNobody
		return e
	case got != "" && got != u.Name:
		return r.found(Auth, LoginOther, got, u.Name)
	case u.Blockid != 0 && !u.Blockpartial:
		e := r.found(Blocked, AccountBlocked, u.Name, u.Blockedby, u.Blockreason)
		e.Code = "blocked"
		return e
	}
	a := account{name: u.Name, bot: slices.Contains(u.Rights, "bot"), high: slices.Contains(u.Rights, "apihighlimits")}
	if !a.bot && slices.Contains(u.Groups, "bot") {
		return r.found(Auth, LacksHighVolume, u.Name)
	}
	for right, grant := range map[string]string{"edit": "editpage", "createpage": "createeditmovepage"} {
		if !slices.Contains(u.Rights, right) {
			return r.found(Auth, LacksGrant, u.Name, grant, right)
		}
	}
	l := limitFor(u.Ratelimits["edit"])
	a.hits, a.every = l.Hits, time.Duration(l.Seconds)*time.Second
	r.c.account = a
	r.setToken(out.Query.Tokens.Csrftoken)
	return nil
}

// limit is how many edits a wiki allows in how many seconds.
type limit struct{ Hits, Seconds int }

// limitFor returns which of the limits of an account's groups binds it, zero
// for none: a newcomer's in any case, else the most generous one.
func limitFor(groups map[string]limit) limit {
	var best limit
	for group, l := range groups {
		switch {
		case l.Hits <= 0 || l.Seconds <= 0:
		case group == "newbie":
			return l
		case best.Hits == 0 || l.Hits*best.Seconds > best.Hits*l.Seconds:
			best = l
		}
	}
	return best
}

// fetchToken fetches a new token for edits.
func (r *run) fetchToken() error {
	var out struct {
		Query struct{ Tokens struct{ Csrftoken string } }
	}
	if err := r.ask(params.Values{"action": "query", "meta": "tokens", "type": "csrf"}, &out); err != nil {
		return err
	}
	r.setToken(out.Query.Tokens.Csrftoken)
	return nil
}

func (r *run) setToken(t string) {
	r.c.token = t
	r.c.hide(t)
}

// cutLast cuts s at the last sep.
func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}
