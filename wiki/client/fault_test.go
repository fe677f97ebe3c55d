package client

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"telko/wiki/wikitest"
)

// A save whose answer is lost is found, not repeated, and happens once.
func TestLostAnswerToASave(t *testing.T) {
	for name, fault := range map[string]func() *wikitest.Fault{
		"cut":        func() *wikitest.Fault { return wikitest.DropAnswer(wikitest.Edits) },
		"truncated":  func() *wikitest.Fault { return wikitest.Truncate(wikitest.Edits) },
		"502 after":  func() *wikitest.Fault { return wikitest.StatusAfter(wikitest.Edits, 502) },
		"never came": func() *wikitest.Fault { return wikitest.DropRequest(wikitest.Edits) },
		"503":        func() *wikitest.Fault { return wikitest.Status(wikitest.Edits, 503, "3") },
		"html":       func() *wikitest.Fault { return wikitest.HTML(wikitest.Edits) },
	} {
		sent := name == "cut" || name == "truncated" || name == "502 after"
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, nil)
			r.Arm(fault())
			title := r.Title("Neu")
			s, err := r.Create(t.Context(), title, "eins", sum)
			if err != nil || s.Recovered != sent || s.Merged {
				t.Fatalf("create: %+v, %v", s, err)
			}
			r.Arm(fault())
			s, err = r.Update(t.Context(), s.Page, "zwei", sum)
			if err != nil || s.Recovered != sent || s.Merged || s.Page.Text != "zwei" {
				t.Fatalf("update: %+v, %v", s, err)
			}
			if revs := r.Revisions(title); len(revs) != 2 || revs[0].ID != s.Page.Revision {
				t.Errorf("%d revisions: %+v", len(revs), revs)
			}
			want := 4
			if sent {
				want = 2
			}
			if n := r.count(wikitest.Edits); n != want {
				t.Errorf("%d edits were sent, want %d", n, want)
			}
		})
	}
}

// The answer is lost, and before telko can look somebody edits or deletes.
func TestLostAnswerAndAPerson(t *testing.T) {
	t.Run("edits our save", func(t *testing.T) {
		t.Parallel()
		r := newRig(t, nil)
		p := r.page(t, "Da", "eins")
		r.Arm(wikitest.DropAnswer(wikitest.Edits))
		r.Arm(wikitest.Meanwhile(wikitest.Reads, func() { r.Edit(wikitest.Otto, p.Title, "zwei, drei") }))
		s, err := r.Update(t.Context(), p, "zwei", sum)
		if err != nil || !s.Recovered || s.Page.Text != "zwei" {
			t.Errorf("%+v, %v", s, err)
		}
		if got := r.Get(p.Title); got != "zwei, drei" {
			t.Errorf("Otto's edit is gone: %q", got)
		}
	})
	t.Run("edits, and ours never came", func(t *testing.T) {
		t.Parallel()
		r := newRig(t, nil)
		p := r.page(t, "Da", "eins")
		r.Arm(wikitest.DropRequest(wikitest.Edits))
		r.Arm(wikitest.Meanwhile(wikitest.Reads, func() { r.Edit(wikitest.Otto, p.Title, "drei") }))
		_, err := r.Update(t.Context(), p, "zwei", sum)
		r.wantKind(t, err, Conflict)
		if got := r.Get(p.Title); got != "drei" {
			t.Errorf("the page is %q", got)
		}
	})
	t.Run("deletes", func(t *testing.T) {
		t.Parallel()
		r := newRig(t, nil)
		p := r.page(t, "Da", "eins")
		r.Arm(wikitest.DropRequest(wikitest.Edits))
		r.Arm(wikitest.Meanwhile(wikitest.Reads, func() { r.Delete(p.Title) }))
		_, err := r.Update(t.Context(), p, "zwei", sum)
		r.wantKind(t, err, Deleted)
	})
	t.Run("creates", func(t *testing.T) {
		t.Parallel()
		r := newRig(t, nil)
		title := r.Title("Neu")
		r.Arm(wikitest.DropRequest(wikitest.Edits))
		r.Arm(wikitest.Meanwhile(wikitest.Reads, func() { r.Edit(wikitest.Otto, title, "Ottos") }))
		_, err := r.Create(t.Context(), title, "meins", sum)
		r.wantKind(t, err, Exists)
		if got := r.Get(title); got != "Ottos" {
			t.Errorf("the page is %q", got)
		}
	})
	// The look says "not there yet", then the delayed request arrives after all.
	t.Run("our own first request is late", func(t *testing.T) {
		t.Parallel()
		r := newRig(t, nil)
		title := r.Title("Neu")
		r.Arm(wikitest.DropRequest(wikitest.Edits))
		r.Arm(wikitest.Meanwhile(wikitest.Edits, func() { r.Call(wikitest.Bot, nil, "action", "edit", "title", title, "text", "meins", "summary", sum) }))
		s, err := r.Create(t.Context(), title, "meins", sum)
		if err != nil || !s.Recovered || s.Page.Text != "meins" {
			t.Errorf("%+v, %v", s, err)
		}
	})
}

// Every fault that passes: the operation ends well, after the waiting that the
// wiki asked for.
func TestFaultsThatPass(t *testing.T) {
	for _, c := range []struct {
		name  string
		fault func() *wikitest.Fault
		slept []time.Duration
	}{
		{"503 with Retry-After", func() *wikitest.Fault { return wikitest.Status(wikitest.Edits, 503, "7") }, secs(7)},
		{"503 without", func() *wikitest.Fault { return wikitest.Status(wikitest.Edits, 503, "").Times(3) }, secs(1, 2, 4)},
		{"503 with a date", func() *wikitest.Fault { return wikitest.Status(wikitest.Edits, 503, "Fri, 08 Jan 2010 01:10:09 GMT") }, secs(9)},
		{"429", func() *wikitest.Fault { return wikitest.Status(wikitest.Edits, 429, "20") }, secs(20)},
		{"500 with JSON", func() *wikitest.Fault { return wikitest.Status(wikitest.Edits, 500, "") }, secs(1)},
		{"maxlag with Retry-After", func() *wikitest.Fault { return wikitest.Maxlag(wikitest.Edits, "8") }, secs(8)},
		{"maxlag without", func() *wikitest.Fault { return wikitest.Maxlag(wikitest.Edits, "") }, secs(5)},
		{"maxlag, short Retry-After", func() *wikitest.Fault { return wikitest.Maxlag(wikitest.Edits, "1") }, secs(5)},
		{"readonly", func() *wikitest.Fault { return wikitest.APIError(wikitest.Edits, "readonly").Times(2) }, secs(1, 2)},
		{"ratelimited", func() *wikitest.Fault { return wikitest.APIError(wikitest.Edits, "ratelimited").Times(6) }, secs(1, 2, 4, 8, 16, 30)},
		{"database", func() *wikitest.Fault { return wikitest.APIError(wikitest.Edits, "internal_api_error_DBQueryError") }, secs(1)},
		{"stale token", func() *wikitest.Fault { return wikitest.APIError(wikitest.Edits, "badtoken") }, nil},
		{"stale token, then session", func() *wikitest.Fault { return wikitest.APIError(wikitest.Edits, "badtoken").Times(2) }, nil},
		{"assertbotfailed", func() *wikitest.Fault { return wikitest.APIError(wikitest.Edits, "assertbotfailed") }, nil},
		{"assertuserfailed", func() *wikitest.Fault { return wikitest.APIError(wikitest.Edits, "assertuserfailed") }, nil},
		{"assertnameduserfailed", func() *wikitest.Fault { return wikitest.APIError(wikitest.Edits, "assertnameduserfailed") }, nil},
		{"login: cut", func() *wikitest.Fault { return wikitest.DropAnswer(wikitest.Logins) }, secs(1)},
		{"login: 503", func() *wikitest.Fault { return wikitest.Status(wikitest.Logins, 503, "") }, secs(1)},
		{"query: cut", func() *wikitest.Fault { return wikitest.DropAnswer(wikitest.Queries).Times(2) }, secs(1, 2)},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, nil)
			title := r.Title("Neu")
			r.Arm(c.fault())
			s, err := r.Create(t.Context(), title, "eins", sum)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(r.clock.slept, c.slept) {
				t.Errorf("slept %v, want %v", r.clock.slept, c.slept)
			}
			if len(r.Revisions(title)) != 1 || r.Get(title) != "eins" || s.Page.Text != "eins" {
				t.Errorf("the page: %+v", r.Revisions(title))
			}
		})
	}
}

func secs(ns ...int) (ds []time.Duration) {
	for _, n := range ns {
		ds = append(ds, time.Duration(n)*time.Second)
	}
	return ds
}

// Every fault that stays: the operation ends with its kind, waits no longer
// than its patience, and writes nothing.
func TestFaultsThatStay(t *testing.T) {
	for _, c := range []struct {
		name  string
		fault *wikitest.Fault
		kind  Kind
		edits int // sent at most; 0 means any number
		says  string
	}{
		{"503", wikitest.Status(wikitest.Any, 503, ""), Busy, 0, ""},
		{"503 for long", wikitest.Status(wikitest.Any, 503, "4000"), Busy, 0, ""},
		{"429", wikitest.Status(wikitest.Edits, 429, "30"), Busy, 0, ""},
		{"cut", wikitest.DropRequest(wikitest.Any), Unreachable, 0, "cut"},
		{"readonly", wikitest.APIError(wikitest.Edits, "readonly"), Busy, 0, "text of readonly"},
		{"ratelimited", wikitest.APIError(wikitest.Edits, "ratelimited"), Busy, 0, ""},
		{"maxlag", wikitest.Maxlag(wikitest.Any, "5"), Busy, 0, ""},
		{"html at first", wikitest.HTML(wikitest.Any), NotAPI, 0, ""},
		{"html later", wikitest.HTML(wikitest.Edits), NotAPI, 0, ""},
		{"badtoken", wikitest.APIError(wikitest.Edits, "badtoken"), Auth, 3, ""},
		{"assertbotfailed", wikitest.APIError(wikitest.Edits, "assertbotfailed"), Auth, 2, "highvolume"},
		{"assertnameduserfailed", wikitest.APIError(wikitest.Edits, "assertnameduserfailed"), Auth, 2, "Protokollbot"},
		{"404", wikitest.Status(wikitest.Any, 404, ""), NotAPI, 0, ""},
		{"401", wikitest.Status(wikitest.Any, 401, ""), Auth, 0, ""},
		{"403", wikitest.Status(wikitest.Edits, 403, ""), Refused, 1, ""},
		{"413", wikitest.Status(wikitest.Edits, 413, ""), TooBig, 1, ""},
		{"redirect", wikitest.Redirect(wikitest.Any, "https://wiki.example.org/w/api.php?lgpassword=x"), NotAPI, 0, "https://wiki.example.org/w/api.php"},
		{"redirected edit", wikitest.Redirect(wikitest.Edits, "/w/api.php"), NotAPI, 1, "/w/api.php"},
		{"articleexists", wikitest.APIError(wikitest.Edits, "articleexists"), Exists, 1, ""},
		{"editconflict", wikitest.APIError(wikitest.Edits, "editconflict"), Conflict, 1, ""},
		{"missingtitle", wikitest.APIError(wikitest.Edits, "missingtitle"), Deleted, 1, ""},
		{"pagedeleted", wikitest.APIError(wikitest.Edits, "pagedeleted"), Deleted, 1, ""},
		{"protectedpage", wikitest.APIError(wikitest.Edits, "protectedpage"), Protected, 1, ""},
		{"cascadeprotected", wikitest.APIError(wikitest.Edits, "cascadeprotected"), Protected, 1, ""},
		{"permissiondenied", wikitest.APIError(wikitest.Edits, "permissiondenied"), Protected, 1, ""},
		{"blocked", wikitest.APIError(wikitest.Edits, "blocked"), Blocked, 1, ""},
		{"autoblocked", wikitest.APIError(wikitest.Edits, "autoblocked"), Blocked, 1, ""},
		{"readapidenied", wikitest.APIError(wikitest.Edits, "readapidenied"), Blocked, 2, ""},
		{"contenttoobig", wikitest.APIError(wikitest.Edits, "contenttoobig"), TooBig, 1, ""},
		{"abusefilter", wikitest.APIError(wikitest.Edits, "abusefilter-disallowed"), Refused, 1, "text of abusefilter-disallowed"},
		{"spamblacklist", wikitest.APIError(wikitest.Edits, "spamblacklist"), Refused, 1, "text of spamblacklist"},
		{"titleblacklist", wikitest.APIError(wikitest.Edits, "titleblacklist-forbidden"), Refused, 1, "text of"},
		{"hookaborted", wikitest.APIError(wikitest.Edits, "hookaborted"), Refused, 1, "text of"},
		{"unheard of", wikitest.APIError(wikitest.Edits, "nie-gehoert"), Refused, 1, "text of nie-gehoert"},
		{"captcha", wikitest.Answer(wikitest.Edits, `{"edit":{"result":"Failure","captcha":{"type":"simple","id":"1"}}}`), Captcha, 1, "skipcaptcha"},
		{"failure", wikitest.Answer(wikitest.Edits, `{"edit":{"result":"Failure","info":"so nicht"}}`), Refused, 1, "so nicht"},
		{"failure with a code", wikitest.Answer(wikitest.Edits, `{"edit":{"result":"Failure","code":"abusefilter-warning","info":"Achtung"}}`), Refused, 1, "Achtung"},
		{"no result", wikitest.Answer(wikitest.Edits, `{}`), Refused, 1, ""},
		{"other JSON", wikitest.Answer(wikitest.Edits, `{"edit":[]}`), NotAPI, 1, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, nil)
			r.Arm(c.fault.Times(1)).Always()
			title := r.Title("Neu")
			_, err := r.Create(t.Context(), title, "eins", sum)
			e := r.wantKind(t, err, c.kind)
			if !strings.Contains(e.Error(), c.says) || strings.Contains(e.Error(), "lgpassword") {
				t.Errorf("says %q, want %q in it", e, c.says)
			}
			if r.clock.total() > 90*time.Second {
				t.Errorf("waited %v", r.clock.total())
			}
			if n := r.count(wikitest.Edits); c.edits != 0 && n != c.edits {
				t.Errorf("%d edits were sent, want %d", n, c.edits)
			}
			if len(r.Requests()) == 0 {
				t.Error("nothing was sent at all")
			}
			if r.Exists(title) {
				t.Error("written all the same")
			}
		})
	}
}

func TestUnattendedYields(t *testing.T) {
	t.Parallel()
	told := 0
	r := newRig(t, func(_ *wikitest.Wiki, o *Options) { o.Unattended, o.Request = true, func() { told++ } })
	r.Arm(wikitest.Status(wikitest.Edits, 503, "100").Times(4))
	if _, err := r.Create(t.Context(), r.Title("Neu"), "eins", sum); err != nil {
		t.Fatal(err)
	}
	if n := len(r.Requests()); told != n {
		t.Errorf("told of %d requests, and it was %d", told, n)
	}
	for _, q := range r.Requests() {
		if q.Params.Get("maxlag") != "5" {
			t.Errorf("without maxlag: %v", q.Params.Get("action"))
		}
	}
	attended := newRig(t, nil)
	if _, err := attended.Page(t.Context(), attended.Title("Neu")); err != nil {
		t.Fatal(err)
	}
	if q := attended.Requests()[0]; q.Params.Has("maxlag") {
		t.Error("a person waits, and telko yields to lag")
	}
}

func TestContextEndsARequest(t *testing.T) {
	t.Parallel()
	r := newRig(t, nil)
	r.Arm(wikitest.Delay(wikitest.Queries, time.Minute))
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	_, err := r.Page(ctx, r.Title("Da")) // the answer would take a minute
	r.wantKind(t, err, Unreachable)
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("not the context's error: %v", err)
	}
	if len(r.clock.slept) != 0 {
		t.Errorf("slept %v although nobody waits", r.clock.slept)
	}
}

func TestASlowAnswerTimesOut(t *testing.T) {
	t.Parallel()
	r := newRig(t, func(_ *wikitest.Wiki, o *Options) { o.Timeout = 10 * time.Second })
	r.Arm(wikitest.Delay(wikitest.Queries, time.Minute))
	if _, err := r.Page(t.Context(), r.Title("Da")); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(r.clock.slept, secs(1)) {
		t.Errorf("slept %v", r.clock.slept)
	}
}
