package cli

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
)

// whoAmI returns the nick of the user: --me, then $TELKO_USER, then the user's
// configuration, then the e-mail address of git's user configuration, if
// people.toml has it. It is never guessed from anything else.
func (a *app) whoAmI(ws *archive.Workspace) (string, error) {
	word, from := a.me, "--me"
	if word == "" {
		word, from = a.env.Getenv("TELKO_USER"), "$TELKO_USER"
	}
	if word == "" {
		user, err := a.user()
		if err != nil {
			return "", err
		}
		word, from = user.Me, a.env.configFile()
	}
	if word == "" {
		if p, ok := byEmail(ws.People(), a.gitEmail()); ok {
			return p.Nick, nil
		}
		return "", &exitError{exitUsage, lang.E(lang.MeUnknown).Hint(lang.MeHowToSet, a.env.configFile())}
	}
	if p, ok := ws.People().Find(word); ok {
		return p.Nick, nil
	}
	if len(ws.People().All()) == 0 && isNick(word) {
		return word, nil // a team that has not written its roster yet
	}
	return "", &exitError{exitUsage, a.noPerson(ws, word, lang.E(lang.MeNotInRoster, word, from))}
}

// maybeMe returns who I am, "" if nobody said.
func (a *app) maybeMe(ws *archive.Workspace) string {
	nick, err := a.whoAmI(ws)
	if err != nil {
		return ""
	}
	return nick
}

// isNick reports whether word can stand in a log as who did something.
func isNick(word string) bool {
	return word != "" && !strings.ContainsAny(word, " \t\r\n,:#") && clean(word) == word
}

// noPerson gives err a hint with those whom word may have meant.
func (a *app) noPerson(ws *archive.Workspace, word string, err *lang.Error) error {
	if near := ws.People().Nearest(word); len(near) > 0 {
		return err.Hint(lang.PersonNearest, strings.Join(near, ", "))
	}
	return err.Hint(lang.PersonAdd)
}

func byEmail(people *minutes.People, email string) (minutes.Person, bool) {
	if email == "" {
		return minutes.Person{}, false
	}
	for _, p := range people.All() {
		if strings.EqualFold(p.Email, email) {
			return p, true
		}
	}
	return minutes.Person{}, false
}

// gitEmail returns user.email of git's configuration for the user. That of a
// repository is not asked: a workspace can come from somebody else, and it can
// name no account.
func (a *app) gitEmail() string {
	email := ""
	if p := a.env.xdg("XDG_CONFIG_HOME", ".config", "git/config"); p != "" {
		email = emailIn(p, email)
	}
	if home := a.env.Getenv("HOME"); filepath.IsAbs(home) {
		email = emailIn(filepath.Join(home, ".gitconfig"), email)
	}
	return email
}

// emailIn returns the last user.email of a git configuration file, else what
// was found before it.
func emailIn(path, before string) string {
	f, err := os.Open(path)
	if err != nil {
		return before
	}
	defer f.Close()
	user := false
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		if strings.HasPrefix(line, "[") {
			user = strings.EqualFold(line, "[user]")
			continue
		}
		key, value, ok := strings.Cut(line, "=")
		if user && ok && strings.EqualFold(strings.TrimSpace(key), "email") {
			before = strings.Trim(strings.TrimSpace(value), `"`)
		}
	}
	return before
}
