package cli

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"telko/minutes/lang"
)

// Env is the world as a command sees it.
type Env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	Now            func() time.Time
	Sleep          func(context.Context, time.Duration) error // returns early with the context's error
	Dir            string                                     // the current folder, absolute
}

// System returns the Env of the running process.
func System() Env {
	dir, err := os.Getwd()
	if err != nil {
		dir = "."
	}
	return Env{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Getenv: os.Getenv, Now: time.Now, Sleep: sleep, Dir: dir,
	}
}

// build tells this program from another build of its version, which may read
// minutes in another way: caches are not shared between the two.
func build() string {
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	info, err := os.Stat(path)
	if err != nil {
		return ""
	}
	return "+" + strconv.FormatInt(info.Size(), 36) + "." + strconv.FormatInt(info.ModTime().UnixNano(), 36)
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

// configFile returns the path of the user's own configuration, "" if there is
// no home to hold one.
func (e Env) configFile() string { return e.xdg("XDG_CONFIG_HOME", ".config", "telko/config.toml") }

// stateDir returns the folder for what must outlive a deleted checkout.
func (e Env) stateDir() string { return e.xdg("XDG_STATE_HOME", ".local/state", "telko") }

// xdg follows the XDG base directory rules: a variable that is not an absolute
// path does not count.
func (e Env) xdg(variable, below, name string) string {
	base := e.Getenv(variable)
	if !filepath.IsAbs(base) {
		home := e.Getenv("HOME")
		if !filepath.IsAbs(home) {
			return ""
		}
		base = filepath.Join(home, below)
	}
	return filepath.Join(base, name)
}

// abs returns a path that the user typed as an absolute one.
func (e Env) abs(path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(e.Dir, path)
}

// locale returns the language of the environment, for use outside a workspace:
// English unless the locale says German or says nothing.
func (e Env) locale() lang.Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := e.Getenv(name); v != "" {
			if strings.HasPrefix(strings.ToLower(v), "de") {
				return lang.German
			}
			return lang.English
		}
	}
	return lang.German
}

// minutesLanguage returns the language that a new workspace is offered. The
// locale "C" is what a server has that nobody asked; only a locale that is
// English changes what the format's own example has: German.
func (e Env) minutesLanguage() lang.Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := e.Getenv(name); v != "" {
			if strings.HasPrefix(strings.ToLower(v), "en") {
				return lang.English
			}
			return lang.German
		}
	}
	return lang.German
}
