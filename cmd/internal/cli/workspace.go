package cli

import (
	"errors"
	"path/filepath"
	"strconv"
	"strings"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
)

// opened is the workspace of a run, or why there is none.
type opened struct {
	ws  *archive.Workspace
	err error
}

// workspace returns the workspace that the command was called in: the nearest
// one above the current folder, else $TELKO_DIR, else the user's own.
func (a *app) workspace() (*archive.Workspace, error) {
	if a.opened == nil {
		a.opened = &opened{}
		a.opened.ws, a.opened.err = a.open()
	}
	return a.opened.ws, a.opened.err
}

func (a *app) open() (*archive.Workspace, error) {
	root, err := archive.Find(a.env.Dir, a.env.Getenv("TELKO_DIR"), "")
	if errors.Is(err, archive.ErrNoWorkspace) {
		user, uerr := a.user()
		if uerr != nil {
			return nil, uerr
		}
		if user.Workspace != "" {
			root, err = archive.Find(a.env.Dir, "", user.Workspace)
		}
	}
	if err != nil {
		return nil, err
	}
	return archive.Open(root, archive.Options{Now: a.env.Now, Version: a.version + build()})
}

// user returns the user's own configuration. It is read once, and only where
// it is needed.
func (a *app) user() (archive.User, error) {
	if a.config == nil {
		path := a.env.configFile()
		if path == "" {
			return archive.User{}, nil
		}
		u, err := archive.ReadUser(path)
		if err != nil {
			return archive.User{}, err
		}
		a.config = &u
	}
	return *a.config, nil
}

// state returns the folder of this user's for what must outlive the workspace.
func (a *app) state(ws *archive.Workspace) (string, error) {
	dir := a.env.stateDir()
	if dir == "" {
		return "", lang.E(lang.StateNoHome)
	}
	settings := ws.Settings()
	return settings.State(dir), nil
}

// meeting returns the meeting that a command is about: the one named by the
// first of args, else the last one.
func (a *app) meeting(ws *archive.Workspace, args []string) (archive.Ref, error) {
	word := "last"
	if len(args) > 0 {
		word = args[0]
	}
	ref, err := ws.Resolve(word)
	var many *archive.AmbiguousError
	if errors.As(err, &many) {
		for _, r := range many.Refs {
			a.out.talk("  " + r.ID)
		}
		return ref, &exitError{exitUsage, lang.E(lang.CLIAmbiguousMeeting, word).Because(err)}
	}
	return ref, err
}

// meetings returns the meetings named by args, all of the workspace if there
// are none.
func (a *app) meetings(ws *archive.Workspace, args []string) ([]archive.Ref, error) {
	if len(args) == 0 {
		return ws.Meetings()
	}
	var refs []archive.Ref
	for i := range args {
		ref, err := a.meeting(ws, args[i:])
		if err != nil {
			return nil, err
		}
		refs = append(refs, ref)
	}
	return refs, nil
}

// report warns of what is wrong in the workspace and was left out.
func (a *app) report(problems []archive.Problem) {
	for _, p := range problems {
		var broken *minutes.LineError // it names the file itself
		if errors.As(p.Err, &broken) {
			p.Line, p.Err = broken.Line, broken.Err
		}
		a.out.Warn(at(p.Path, p.Line) + say(p.Err, a.lang))
	}
}

// path returns a path of the workspace as seen from the current folder.
func (a *app) path(ws *archive.Workspace, name string) string {
	full := filepath.Join(ws.Root(), filepath.FromSlash(name))
	if rel, err := filepath.Rel(a.env.Dir, full); err == nil && !strings.HasPrefix(rel, "..") {
		return rel
	}
	return full
}

// seriesKeys lists the keys of the series for a message.
func seriesKeys(s archive.Settings) string {
	keys := make([]string, len(s.Series))
	for i, v := range s.Series {
		keys[i] = v.Key
	}
	return strings.Join(keys, ", ")
}

// decimal returns n in decimal, "" for none.
func decimal(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
