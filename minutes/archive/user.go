package archive

import (
	"errors"
	"io/fs"
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
}

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
	return u, nil
}

func checkLogin(w loginTOML) (field string, err *lang.Error) {
	if !isAPI(w.API) {
		return "api", lang.E(lang.ArchiveBadAPI, w.API).Hint(lang.ArchiveAPIForm)
	}
	if w.User == "" {
		return "user", lang.E(lang.ArchiveMissing, "user")
	}
	ways := 0
	for _, given := range []bool{w.PasswordEnv != "", w.PasswordFile != "", len(w.PasswordCommand) > 0} {
		if given {
			ways++
		}
	}
	if ways != 1 {
		return "user", lang.E(lang.ArchivePasswordWays)
	}
	if w.PasswordFile != "" && !filepath.IsAbs(w.PasswordFile) {
		return "password-file", lang.E(lang.ArchiveAbsolute, "password-file", w.PasswordFile)
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
