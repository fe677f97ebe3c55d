package archive

import (
	"errors"
	"io/fs"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"telko/minutes/lang"
)

// User is the user's own configuration, outside any workspace: who I am, and
// the accounts that a workspace, which is untrusted, must not name.
type User struct {
	Me        string // nick
	Workspace string // folder used outside any workspace
	Wikis     []WikiLogin
	Mail      MailAccount
}

// MailAccount says how this machine sends mail. It is the zero MailAccount
// where it does not.
type MailAccount struct {
	From     string    // whom mails come from
	SMTP     string    // host:port of a server, or
	Sendmail []string  // a program and its options
	Login    WikiLogin // of the server: User, "" for none, and how to get the password
}

// IsZero reports whether no mail is sent from here.
func (m MailAccount) IsZero() bool { return m.From == "" }

// WikiLogin is an account on a wiki. The password itself is not kept here; one
// of three ways says how to get it.
type WikiLogin struct {
	API             string // address of the api.php this account is for, and of no other
	User            string
	PasswordEnv     string   // name of an environment variable
	PasswordFile    string   // a file; its first line counts
	PasswordCommand []string // a program and its arguments; its first line of output counts
}

type userTOML struct {
	Me        string      `toml:"me"`
	Workspace string      `toml:"workspace"`
	Wiki      []loginTOML `toml:"wiki"`
	Mail      mailTOML    `toml:"mail"`
}

type mailTOML struct {
	From            string   `toml:"from"`
	SMTP            string   `toml:"smtp"`
	Sendmail        []string `toml:"sendmail"`
	User            string   `toml:"user"`
	PasswordEnv     string   `toml:"password-env"`
	PasswordFile    string   `toml:"password-file"`
	PasswordCommand []string `toml:"password-command"`
}

type loginTOML struct {
	API             string   `toml:"api"`
	User            string   `toml:"user"`
	PasswordEnv     string   `toml:"password-env"`
	PasswordFile    string   `toml:"password-file"`
	PasswordCommand []string `toml:"password-command"`
}

// ReadUser reads the user's configuration from the file at path; a missing
// file is an empty configuration.
func ReadUser(path string) (User, error) {
	if path == "" {
		return User{}, nil
	}
	src, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return User{}, nil
	}
	if err != nil {
		return User{}, err
	}
	var raw userTOML
	d, err := readTOML(path, src, &raw)
	if err != nil {
		return User{}, err
	}
	u := User{Me: raw.Me, Workspace: raw.Workspace}
	if u.Workspace != "" && !filepath.IsAbs(u.Workspace) {
		return User{}, d.fail("workspace", lang.E(lang.ArchiveAbsolute, "workspace", u.Workspace))
	}
	for i, w := range raw.Wiki {
		at := "wiki." + strconv.Itoa(i) + "."
		if field, bad := checkLogin(w); bad != nil {
			return User{}, d.fail(at+field, bad)
		}
		l := WikiLogin(w)
		if _, twice := u.Login(l.API); twice {
			return User{}, d.fail(at+"api", lang.E(lang.ArchiveTwoLogins, l.API))
		}
		u.Wikis = append(u.Wikis, l)
	}
	if field, bad := checkMail(raw.Mail); bad != nil {
		return User{}, d.fail("mail."+field, bad)
	}
	m := raw.Mail
	u.Mail = MailAccount{From: m.From, SMTP: m.SMTP, Sendmail: m.Sendmail}
	u.Mail.Login = WikiLogin{m.SMTP, m.User, m.PasswordEnv, m.PasswordFile, m.PasswordCommand}
	return u, nil
}

func checkMail(m mailTOML) (field string, err *lang.Error) {
	_, port, bad := net.SplitHostPort(m.SMTP)
	switch {
	case m.From == "" && m.SMTP == "" && len(m.Sendmail) == 0:
		return "", nil
	case m.From == "":
		return "smtp", lang.E(lang.ArchiveMissing, "from")
	case !isEmail(m.From):
		return "from", lang.E(lang.ArchiveBadEmail, m.From)
	case (m.SMTP == "") == (len(m.Sendmail) == 0):
		return "from", lang.E(lang.ArchiveMailWays)
	case m.SMTP != "" && (bad != nil || port == ""):
		return "smtp", lang.E(lang.ArchiveBadSMTP, m.SMTP)
	case len(m.Sendmail) > 0 && !filepath.IsAbs(m.Sendmail[0]):
		return "sendmail", lang.E(lang.ArchiveAbsolute, "sendmail", m.Sendmail[0])
	case m.User == "":
		return "", nil
	}
	return checkPassword(m.PasswordEnv, m.PasswordFile, m.PasswordCommand)
}

func checkLogin(w loginTOML) (field string, err *lang.Error) {
	if !isAPI(w.API) {
		return "api", lang.E(lang.ArchiveBadAPI, w.API).Hint(lang.ArchiveAPIForm)
	}
	if w.User == "" {
		return "user", lang.E(lang.ArchiveMissing, "user")
	}
	return checkPassword(w.PasswordEnv, w.PasswordFile, w.PasswordCommand)
}

// checkPassword wants one way to a password.
func checkPassword(env, file string, command []string) (field string, err *lang.Error) {
	ways := 0
	for _, given := range []bool{env != "", file != "", len(command) > 0} {
		if given {
			ways++
		}
	}
	if ways != 1 {
		return "user", lang.E(lang.ArchivePasswordWays)
	}
	if file != "" && !filepath.IsAbs(file) {
		return "password-file", lang.E(lang.ArchiveAbsolute, "password-file", file)
	}
	return "", nil
}

// Login returns the account for the wiki at this address. Scheme, host, port
// and path must be the same, so that no workspace can have a password sent
// anywhere else.
func (u User) Login(api string) (WikiLogin, bool) {
	want, ok := wikiAddress(api)
	if !ok {
		return WikiLogin{}, false
	}
	for _, w := range u.Wikis {
		if have, ok := wikiAddress(w.API); ok && have == want {
			return w, true
		}
	}
	return WikiLogin{}, false
}

// wikiAddress brings an address into the form in which two are compared.
func wikiAddress(api string) (string, bool) {
	if !isAPI(api) {
		return "", false
	}
	u, err := url.Parse(api)
	if err != nil {
		return "", false
	}
	host, port := strings.ToLower(u.Hostname()), u.Port()
	if port == "" {
		port = map[string]string{"http": "80", "https": "443"}[u.Scheme]
	}
	return u.Scheme + "://" + host + ":" + port + u.EscapedPath(), true
}
