package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"telko/minutes"
	workspace "telko/minutes/archive"
	"telko/wiki"
	"telko/wiki/wikitest"
)

// wikiMeetings is how many meetings are published and synced, a year of them
// for every two rounds.
const wikiMeetings = 20

// benchWiki measures what a bot does most: it publishes new pages, beside a bare
// loop of edits over the same API of the same real MediaWiki, whose rate limits
// are off; and it syncs pages that nobody changed.
func benchWiki(dir string, p programs, rounds int) ([]goal, error) {
	n := rounds * wikiMeetings
	fmt.Fprintf(os.Stderr, "a real MediaWiki, and %d meetings\n", n)
	server, err := wikitest.Launch()
	if err != nil {
		return nil, err
	}
	defer server.Stop()
	b := &wikiBench{dir: filepath.Join(dir, "wiki"), p: p, n: n}
	defer b.end()
	err = guard(func() {
		b.wiki = server.View(b)
		b.wiki.Configure(`$wgRateLimits = [];`)
	})
	if err == nil {
		err = b.invent()
	}
	if err != nil {
		return nil, err
	}
	return b.goals()
}

// wikiBench is a team and its wiki.
type wikiBench struct {
	dir  string
	p    programs
	n    int
	wiki *wikitest.Wiki
	ws   *workspace.Workspace
	ends []func()
}

// The methods of a wikitest.TB; who calls one that fails is guarded.
func (b *wikiBench) Helper()          {}
func (b *wikiBench) Cleanup(f func()) { b.ends = append(b.ends, f) }
func (b *wikiBench) Errorf(format string, args ...any) {
	panic(wikiFault(fmt.Sprintf(format, args...)))
}

func (b *wikiBench) Fatalf(format string, args ...any) {
	panic(wikiFault(fmt.Sprintf(format, args...)))
}

type wikiFault string

// guard returns the failure of a call into wikitest as an error.
func guard(f func()) (err error) {
	defer func() {
		if r := recover(); r != nil {
			fault, ok := r.(wikiFault)
			if !ok {
				panic(r)
			}
			err = fmt.Errorf("wiki: %s", string(fault))
		}
	}()
	f()
	return nil
}

func (b *wikiBench) end() {
	for _, f := range slices.Backward(b.ends) {
		_ = guard(f)
	}
	if b.ws != nil {
		b.ws.Close()
	}
}

// invent writes the workspace and the user's account.
func (b *wikiBench) invent() error {
	settings := workspace.DefaultSettings()
	settings.ID, settings.Team = "bench", "Bench"
	settings.Series = []workspace.Series{{Key: "telko", Title: "Telko", Page: b.wiki.Title("{date} - Telko")}}
	settings.Wiki.API, settings.Wiki.Categories = b.wiki.API, []string{"Protokoll"}
	root := filepath.Join(b.dir, "team")
	if err := workspace.Init(root, workspace.InitOptions{Settings: settings, People: []minutes.Person{{Nick: me, Name: "Nick Sieben"}}}); err != nil {
		return err
	}
	ws, err := workspace.Open(root, workspace.Options{Now: time.Now})
	if err != nil {
		return err
	}
	b.ws = ws
	inventor := inventor()
	var fresh []workspace.Fresh
	for m := range b.n {
		day := dayOf(m).String()
		src := "---\nseries: telko\ndate: " + day + "\nstatus: final\ndue-days: 7\ntimezone: Europe/Berlin\n---\n\n# Telko " + day +
			"\n\n## Anwesend\n\n- Nick Sieben (" + me + ")\n\n## Technik\n\n"
		for range 25 {
			src += "- " + inventor.sentence(90) + "\n"
		}
		src += "\n## Planung der nächsten 7 Tage\n\n- [ ] " + inventor.sentence(60) + " (" + me + ")\n"
		fresh = append(fresh, workspace.Fresh{ID: day + "-telko", Source: []byte(src)})
	}
	made, err := ws.CreateAll(fresh)
	for _, m := range made {
		if err == nil {
			err = m.Err
		}
	}
	if err != nil {
		return err
	}
	user, password := b.wiki.BotLogin()
	config := filepath.Join(b.dir, "config", "telko")
	if err := os.MkdirAll(config, 0o700); err != nil {
		return err
	}
	environment = append(environment, "XDG_CONFIG_HOME="+filepath.Dir(config), "XDG_STATE_HOME="+filepath.Join(b.dir, "state"), "BENCH_PASSWORD="+password)
	return os.WriteFile(filepath.Join(config, "config.toml"),
		[]byte("[[wiki]]\napi = \""+b.wiki.API+"\"\nuser = \""+user+"\"\npassword-env = \"BENCH_PASSWORD\"\n"), 0o600)
}

// texts returns what the pages of the meetings hold when they are published.
func (b *wikiBench) texts() ([]string, error) {
	refs, err := b.ws.Meetings()
	if err != nil {
		return nil, err
	}
	var texts []string
	for _, ref := range refs {
		f, err := b.ws.Load(ref)
		if err != nil {
			return nil, err
		}
		p, err := minutes.NewPublic(f, minutes.PublicOptions{})
		if err != nil {
			return nil, err
		}
		texts = append(texts, wiki.Page(p, wiki.PageOptions{Categories: b.ws.Settings().Wiki.Categories}))
	}
	return texts, nil
}

// goals measures. The loop makes half of its pages before telko does and half
// after it, so that a wiki that fills up is as slow for both.
func (b *wikiBench) goals() ([]goal, error) {
	texts, err := b.texts()
	if err != nil {
		return nil, err
	}
	user, password := b.wiki.BotLogin()
	loop := &editLoop{api: b.wiki.API, user: user, password: password}
	if err := loop.login(); err != nil {
		return nil, err
	}
	root := b.ws.Root()
	first, err := loop.create(b.wiki.Title("Schleife A/"), texts[:b.n/2])
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(os.Stderr, "telko publishes %d new pages\n", b.n)
	publish := &subject{name: "telko publish --all", dir: root, args: []string{b.p.telko, "publish", "--all"}}
	asked := len(b.wiki.Requests())
	begin := time.Now()
	out, err := publish.output()
	took := time.Since(begin)
	if err != nil {
		return nil, err
	}
	asked = len(b.wiki.Requests()) - asked
	if got := strings.Count(out, "\tcreated\t"); got != b.n {
		return nil, fmt.Errorf("telko publish --all made %d pages, not %d", got, b.n)
	}
	second, err := loop.create(b.wiki.Title("Schleife B/"), texts[b.n/2:])
	if err != nil {
		return nil, err
	}
	bare := first + second
	all := []goal{{
		what: fmt.Sprintf("%d new pages published : a bare loop of edits (1.25 is 80 %% of its speed)", b.n), value: took.Seconds() / bare.Seconds(),
		limit: 1.25, unit: "×", note: fmt.Sprintf("%.1f pages/s : %.1f pages/s, %d requests", float64(b.n)/took.Seconds(), float64(b.n)/bare.Seconds(), asked),
	}}
	return b.unchanged(all, root)
}

// unchanged syncs pages that nobody changed.
func (b *wikiBench) unchanged(all []goal, root string) ([]goal, error) {
	sync := &subject{name: "telko sync", dir: root, args: []string{b.p.telko, "sync"}}
	most := 0
	var times []time.Duration
	for range 7 {
		before := len(b.wiki.Requests())
		begin := time.Now()
		out, err := sync.output()
		if err != nil {
			return nil, err
		}
		times = append(times, time.Since(begin))
		if strings.Contains(out, "\tupdated\t") || strings.Contains(out, "\tcreated\t") {
			return nil, fmt.Errorf("telko sync changed something: %s", out)
		}
		most = max(most, len(b.wiki.Requests())-before)
	}
	return append(all,
		goal{what: fmt.Sprintf("requests of a sync of %d unchanged pages, login included", b.n), value: float64(most), limit: 6},
		goal{what: fmt.Sprintf("a sync of %d unchanged pages", b.n), value: float64(median(times)) / float64(time.Millisecond), limit: 2000, unit: "ms", note: "on loopback"},
	), nil
}
