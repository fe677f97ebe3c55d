package cli

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"telko/minutes/archive"
	"telko/minutes/lang"
)

// passwordTimeout is how long a password command may take; a person may have to
// unlock a store first.
const passwordTimeout = 60 * time.Second

// password returns the password of an account of the user's own configuration:
// from a variable, a file that nobody else may read, or the first line that a
// program prints. It is never logged, and no error holds it.
func (a *app) password(ctx context.Context, w archive.WikiLogin) (string, error) {
	fail := func(t lang.Text, args ...any) (string, error) {
		return "", &exitError{exitAuth, lang.E(t, args...)}
	}
	switch {
	case w.PasswordEnv != "":
		if p := a.env.Getenv(w.PasswordEnv); p != "" {
			return p, nil
		}
		return fail(lang.PasswordEnvEmpty, w.PasswordEnv)
	case w.PasswordFile != "":
		info, err := os.Stat(w.PasswordFile)
		if err != nil {
			return fail(lang.PasswordFileUnread, w.PasswordFile, err)
		}
		if info.Mode().Perm()&a.othersMay(w.PasswordFile) != 0 {
			err := lang.E(lang.PasswordFileOpen, w.PasswordFile).Hint(lang.PasswordFileChmod, w.PasswordFile)
			return "", &exitError{exitAuth, err}
		}
		data, err := os.ReadFile(w.PasswordFile)
		if err != nil {
			return fail(lang.PasswordFileUnread, w.PasswordFile, err)
		}
		if p := firstLine(data); p != "" {
			return p, nil
		}
		return fail(lang.PasswordFileEmpty, w.PasswordFile)
	case len(w.PasswordCommand) > 0:
		ctx, cancel := context.WithTimeout(ctx, passwordTimeout)
		defer cancel()
		cmd := exec.CommandContext(ctx, w.PasswordCommand[0], w.PasswordCommand[1:]...)
		cmd.Stdin, cmd.Stderr = a.env.Stdin, a.env.Stderr
		out, err := cmd.Output()
		if err != nil {
			return fail(lang.PasswordCommandFailed, w.PasswordCommand[0], err)
		}
		if p := firstLine(out); p != "" {
			return p, nil
		}
		return fail(lang.PasswordCommandEmpty, w.PasswordCommand[0])
	}
	return fail(lang.PasswordNoWay, w.API)
}

// othersMay returns the permissions that a password file must not have. The
// credentials that systemd hands to a service show those of their access list
// as the group's: only the service is on it.
func (a *app) othersMay(file string) os.FileMode {
	if dir := a.env.Getenv("CREDENTIALS_DIRECTORY"); filepath.IsAbs(dir) && filepath.Dir(file) == filepath.Clean(dir) {
		return 0o037
	}
	return 0o077
}

func firstLine(data []byte) string {
	line, _, _ := bytes.Cut(data, []byte("\n"))
	return strings.TrimRight(string(line), "\r")
}
