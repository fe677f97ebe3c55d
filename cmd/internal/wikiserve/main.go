// Command wikiserve starts a throwaway MediaWiki on loopback, publishes the
// demo to it as `telko publish` does, prints where to look, and runs until it
// is interrupted. Nothing of it is left behind.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"telko/cmd/internal/cli"
	"telko/cmd/internal/demo"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/wiki/wikitest"
)

func main() {
	if err := run(os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "wikiserve: error:", err)
		os.Exit(1)
	}
}

// run serves until the process is interrupted.
func run(stdout, stderr io.Writer) error {
	end := make(chan os.Signal, 1)
	signal.Notify(end, os.Interrupt, syscall.SIGTERM)

	fmt.Fprintln(stderr, "installing a MediaWiki ...")
	s, err := wikitest.Launch()
	if err != nil {
		return err
	}
	defer s.Stop()
	d, err := newDesk(s)
	if err != nil {
		return err
	}
	fmt.Fprintf(stderr, "publishing %d telcos ...\n", len(d.meetings))
	pages, err := d.publish(stderr)
	if err != nil {
		return err
	}
	fmt.Fprintf(stdout, guide, s.URL, pages[len(pages)-1], wikitest.Admin, wikitest.Password,
		d.env["TELKO_DIR"], d.env["XDG_CONFIG_HOME"], d.env["XDG_STATE_HOME"])
	<-end
	return nil
}

const guide = `
The wiki is at      %[1]s/index.php
the last telco at   %[2]s
all of them at      %[1]s/index.php/IT/Protokolle
tasks and motions   %[1]s/index.php/IT/Aufgaben
                    %[1]s/index.php/IT/Antr%%C3%%A4ge
Log in as           %[3]s, password %[4]s

In another shell, telko works on what is published there:

    export TELKO_DIR=%[5]s XDG_CONFIG_HOME=%[6]s XDG_STATE_HOME=%[7]s
    bin/telko edit last && bin/telko publish --dry-run

Ctrl-C ends the wiki and removes it.
`

// desk is the demo's workspace and the configuration of a user who may write to
// the wiki, both in the server's folder.
type desk struct {
	env      map[string]string
	meetings []string
}

// newDesk writes the demo and the user's configuration.
func newDesk(s *wikitest.Server) (*desk, error) {
	home := filepath.Join(s.Dir, "home")
	d := &desk{env: map[string]string{
		"HOME":            home,
		"LANG":            "de_DE.UTF-8",
		"TELKO_DIR":       filepath.Join(home, "telko"),
		"XDG_CONFIG_HOME": filepath.Join(home, "config"),
		"XDG_STATE_HOME":  filepath.Join(home, "state"),
	}}
	api := s.URL + "/api.php"
	if err := demo.Write(d.env["TELKO_DIR"], time.Now(), lang.German, api); err != nil {
		return nil, err
	}
	w, err := archive.Open(d.env["TELKO_DIR"], archive.Options{Now: time.Now})
	if err != nil {
		return nil, err
	}
	defer w.Close()
	refs, err := w.Meetings()
	if err != nil {
		return nil, err
	}
	for _, r := range refs {
		d.meetings = append(d.meetings, r.ID)
	}
	user, password := wikitest.BotLogin()
	config := filepath.Join(d.env["XDG_CONFIG_HOME"], "telko")
	secret := filepath.Join(config, "password")
	if err := errors.Join(os.MkdirAll(config, 0o700), os.WriteFile(secret, []byte(password+"\n"), 0o600)); err != nil {
		return nil, err
	}
	return d, os.WriteFile(filepath.Join(config, "config.toml"),
		fmt.Appendf(nil, "[[wiki]]\napi = %q\nuser = %q\npassword-file = %q\n", api, user, secret), 0o600)
}

// publish publishes every meeting as the command does, and returns the
// addresses of their pages.
func (d *desk) publish(stderr io.Writer) ([]string, error) {
	var out bytes.Buffer
	code := cli.Main("0-wikiserve", append([]string{"publish"}, d.meetings...), cli.Env{
		Stdin: bytes.NewReader(nil), Stdout: &out, Stderr: stderr,
		Getenv: func(name string) string { return d.env[name] },
		Now:    time.Now, Dir: d.env["TELKO_DIR"],
	})
	if code != 0 {
		return nil, fmt.Errorf("telko publish ends with %d", code)
	}
	var pages []string
	for line := range strings.Lines(out.String()) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if slices.Contains(d.meetings, fields[0]) { // the others are telko's lists
			pages = append(pages, fields[len(fields)-1])
		}
	}
	if len(pages) != len(d.meetings) {
		return nil, fmt.Errorf("%d telcos, and %d pages", len(d.meetings), len(pages))
	}
	return pages, nil
}
