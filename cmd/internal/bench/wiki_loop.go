package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strconv"
	"time"
)

// editLoop is what a user would write in ten lines: log in, fetch a token, and
// then one edit after the other over one connection. It looks at nothing first
// and reads nothing back.
type editLoop struct {
	api, user, password string
	client              http.Client
	token               string
}

// call sends one request and decodes its answer.
func (l *editLoop) call(out any, params ...string) error {
	form := url.Values{"format": {"json"}, "formatversion": {"2"}}
	for i := 0; i < len(params); i += 2 {
		form.Set(params[i], params[i+1])
	}
	resp, err := l.client.PostForm(l.api, form)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	var fault struct{ Error *struct{ Code, Info string } }
	if err := json.Unmarshal(body, &fault); err != nil {
		return fmt.Errorf("%s: %w", resp.Status, err)
	}
	if fault.Error != nil {
		return fmt.Errorf("%s: %s", fault.Error.Code, fault.Error.Info)
	}
	return json.Unmarshal(body, out)
}

func (l *editLoop) login() error {
	jar, err := cookiejar.New(nil)
	if err != nil {
		return err
	}
	l.client.Jar = jar
	var tokens struct {
		Query struct {
			Tokens struct{ Logintoken, Csrftoken string }
		}
	}
	if err := l.call(&tokens, "action", "query", "meta", "tokens", "type", "login"); err != nil {
		return err
	}
	var in struct {
		Login struct{ Result, Reason string }
	}
	err = l.call(&in, "action", "login", "lgname", l.user, "lgpassword", l.password, "lgtoken", tokens.Query.Tokens.Logintoken)
	if err != nil {
		return err
	}
	if in.Login.Result != "Success" {
		return fmt.Errorf("login: %s %s", in.Login.Result, in.Login.Reason)
	}
	err = l.call(&tokens, "action", "query", "meta", "tokens")
	l.token = tokens.Query.Tokens.Csrftoken
	return err
}

// create makes a page of each text and returns how long that took.
func (l *editLoop) create(prefix string, texts []string) (time.Duration, error) {
	begin := time.Now()
	for i, text := range texts {
		var out struct{ Edit struct{ Result string } }
		err := l.call(&out, "action", "edit", "title", prefix+strconv.Itoa(i), "text", text, "summary", "bench",
			"createonly", "1", "bot", "1", "assert", "bot", "token", l.token)
		if err == nil && out.Edit.Result != "Success" {
			err = fmt.Errorf("edit: %s", out.Edit.Result)
		}
		if err != nil {
			return 0, err
		}
	}
	return time.Since(begin), nil
}
