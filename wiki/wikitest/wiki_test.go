package wikitest

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

func TestAPersonAtTheWiki(t *testing.T) {
	w := Start(t)
	title := w.Title("Ein Protokoll")
	if w.Exists(title) {
		t.Fatal("a fresh title exists")
	}
	first := w.Edit(Erika, title, "== Jabber ==\nläuft")
	second := w.Edit(Otto, title, "== Jabber ==\nläuft wieder")
	if second <= first {
		t.Errorf("revisions %d, %d", first, second)
	}
	revs := w.Revisions(title)
	if len(revs) != 2 || revs[0].User != Otto || revs[1].User != Erika || revs[0].Parent != first {
		t.Errorf("history: %+v", revs)
	}
	if html := w.Parse(title); !strings.Contains(html, "läuft wieder") || !strings.Contains(html, "<h2>") {
		t.Errorf("parsed: %s", html)
	}
	w.Move(title, title+" 2")
	if got := w.Get(title); !strings.Contains(got, "#WEITERLEITUNG") && !strings.Contains(got, "#REDIRECT") {
		t.Errorf("no redirect left: %q", got)
	}
	w.Protect(title + " 2")
	w.Delete(title + " 2")
	if w.Exists(title + " 2") {
		t.Error("deleted, and still there")
	}
}

func TestConfigureHoldsForThisTestAlone(t *testing.T) {
	a, b := Start(t), Start(t)
	a.Configure(`$wgReadOnly = "Umzug";`)
	ask := func(w *Wiki) string {
		resp, err := http.Get(w.API + "?action=query&meta=siteinfo&format=json&formatversion=2")
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		body, _ := io.ReadAll(resp.Body)
		return string(body)
	}
	if got := ask(a); !strings.Contains(got, `"readonly":true`) {
		t.Errorf("not read-only: %s", got)
	}
	if got := ask(b); strings.Contains(got, `"readonly":true`) {
		t.Error("the other test's wiki is read-only too")
	}
}

func TestFaults(t *testing.T) {
	hc := &http.Client{}
	get := func(w *Wiki) (*http.Response, string, error) {
		resp, err := hc.PostForm(w.API, url.Values{"action": {"query"}, "meta": {"siteinfo"}, "format": {"json"}})
		if err != nil {
			return nil, "", err
		}
		defer resp.Body.Close()
		body, err := io.ReadAll(resp.Body)
		return resp, string(body), err
	}
	for _, c := range []struct {
		fault *Fault
		code  int
		body  string // "": the connection is cut
	}{
		{DropAnswer(Any), 0, ""},
		{DropRequest(Any), 0, ""},
		{Truncate(Any), 0, ""},
		{Status(Any, 503, "7"), 503, "<p>"},
		{StatusAfter(Any, 502), 502, "<p>"},
		{HTML(Any), 200, "<p>"},
		{APIError(Queries, "readonly"), 200, `"code":"readonly"`},
		{Maxlag(Any, ""), 200, `"code":"maxlag"`},
		{Delay(Any, time.Millisecond), 200, "Testwiki"},
		{Meanwhile(Any, func() {}), 200, "Testwiki"},
		{Afterwards(Any, func() {}), 200, "Testwiki"},
	} {
		t.Run(c.fault.name, func(t *testing.T) {
			w := Start(t)
			w.Arm(c.fault)
			resp, body, err := get(w)
			switch {
			case c.body == "" && err == nil:
				t.Errorf("not cut: %s", body)
			case c.body != "" && (err != nil || resp.StatusCode != c.code || !strings.Contains(body, c.body)):
				t.Errorf("%v %q %v", resp, body, err)
			}
			if _, body, err := get(w); err != nil || !strings.Contains(body, "Testwiki") {
				t.Errorf("fired twice: %v %s", err, body)
			}
		})
	}
}

// recorder is a TB that remembers what it was told.
type recorder struct {
	testing.TB
	errors   []string
	cleanups []func()
}

func (r *recorder) Errorf(f string, a ...any) { r.errors = append(r.errors, fmt.Sprintf(f, a...)) }
func (r *recorder) Cleanup(f func())          { r.cleanups = append(r.cleanups, f) }

func TestAnArmedFaultMustFire(t *testing.T) {
	r := &recorder{TB: t}
	w := Start(r)
	w.Arm(HTML(Edits))
	for _, f := range r.cleanups {
		f()
	}
	if len(r.errors) != 1 || !strings.Contains(r.errors[0], "html") {
		t.Errorf("errors: %q", r.errors)
	}
}

// TestTheServerEndsWithTheProcess starts a process that starts a wiki and is
// killed: its server and its folder must be gone soon after.
func TestTheServerEndsWithTheProcess(t *testing.T) {
	if os.Getenv("WIKITEST_CHILD") != "" {
		s, err := Launch()
		if err != nil {
			t.Fatal(err)
		}
		fmt.Printf("dir=%s\nurl=%s\n", s.Dir, s.URL)
		time.Sleep(time.Hour)
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestTheServerEndsWithTheProcess$", "-test.v")
	cmd.Env = append(os.Environ(), "WIKITEST_CHILD=1")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var dir, addr string
	buf := make([]byte, 4096)
	var text string
	for addr == "" {
		n, err := out.Read(buf)
		text += string(buf[:n])
		for line := range strings.Lines(text) {
			if d, ok := strings.CutPrefix(line, "dir="); ok && strings.HasSuffix(d, "\n") {
				dir = strings.TrimSpace(d)
			}
			if u, ok := strings.CutPrefix(line, "url="); ok && strings.HasSuffix(u, "\n") {
				addr = strings.TrimSpace(u)
			}
		}
		if err != nil && addr == "" {
			t.Fatalf("the child ended: %v %s", err, text)
		}
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	for end := time.Now().Add(10 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		_, errDir := os.Stat(dir)
		_, errNet := http.Get(addr + "/api.php")
		if os.IsNotExist(errDir) && errNet != nil {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("left behind: folder %v, server %v", errDir, errNet)
		}
	}
}

func TestFaultsOfTheWikiItself(t *testing.T) {
	w := Start(t)
	post := func(edit string, more ...string) string {
		t.Helper()
		v := url.Values{"action": {"edit"}, "title": {w.Title("Faults")}, "appendtext": {edit}, "token": {"+\\"}, "format": {"json"}}
		for i := 0; i+1 < len(more); i += 2 {
			v.Set(more[i], more[i+1])
		}
		resp, err := http.PostForm(w.API, v)
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		body, err := io.ReadAll(resp.Body)
		if err != nil {
			t.Fatal(err)
		}
		return string(body)
	}
	w.Arm(w.Set(Edits, `$wgReadOnly = "Umzug";`))
	if got := post("a"); !strings.Contains(got, "readonly") {
		t.Errorf("not read-only: %s", got)
	}
	w.Arm(Lagging(Edits).Times(2))
	if got := post("b", "maxlag", "5"); !strings.Contains(got, "maxlag") {
		t.Errorf("no lag: %s", got)
	}
	if got := post("c"); !strings.Contains(got, "Success") {
		t.Errorf("lag for somebody who does not ask: %s", got)
	}
	w.Arm(Repeat(Edits))
	if got := post("d"); !strings.Contains(got, "Success") || w.Get(w.Title("Faults")) != "cdd" {
		t.Errorf("not repeated: %s %q", got, w.Get(w.Title("Faults")))
	}
	w.Arm(Garbage(Edits))
	w.Arm(GarbageAfter(Edits))
	if got := post("e") + post("f"); !strings.Contains(got, "\x00\xff\xfe") || w.Get(w.Title("Faults")) != "cddf" {
		t.Errorf("no garbage: %s %q", got, w.Get(w.Title("Faults")))
	}
	w.Configure(`wfLoadExtension( 'Poem' );`)
	w.AbuseFilter("Nichts Teures", `added_lines contains "teuer"`, "disallow")
	if got := post("teuer") + post("billig"); !strings.Contains(got, "abusefilter-disallowed") || !strings.HasSuffix(w.Get(w.Title("Faults")), "fbillig") {
		t.Errorf("not filtered: %s %q", got, w.Get(w.Title("Faults")))
	}
}
