package archive

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"telko/minutes"
)

const fullUser = `me = "mia"
workspace = "/home/mia/telko"

[[wiki]]
api = "https://wiki.example.org/api.php"
user = "Mia@telko"
password-command = ["pass", "show", "wiki"]

[[wiki]]
api = "http://127.0.0.1:8080/api.php"
user = "Admin"
password-env = "WIKI_PASSWORD"
`

func userFile(t *testing.T, text string) string {
	path := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestReadUser(t *testing.T) {
	got, err := ReadUser(userFile(t, fullUser))
	if err != nil {
		t.Fatal(err)
	}
	want := User{Me: "mia", Workspace: "/home/mia/telko", Wikis: []WikiLogin{
		{API: "https://wiki.example.org/api.php", User: "Mia@telko", PasswordCommand: []string{"pass", "show", "wiki"}},
		{API: "http://127.0.0.1:8080/api.php", User: "Admin", PasswordEnv: "WIKI_PASSWORD"},
	}}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if u, err := ReadUser(filepath.Join(t.TempDir(), "none")); err != nil || u.Me != "" {
		t.Errorf("missing file: %v, %v", u, err)
	}
}

// A password goes to the address it was given for, and to no other.
func TestLogin(t *testing.T) {
	u, err := ReadUser(userFile(t, fullUser))
	if err != nil {
		t.Fatal(err)
	}
	for api, want := range map[string]string{
		"https://wiki.example.org/api.php":            "Mia@telko",
		"https://WIKI.example.org:443/api.php":        "Mia@telko",
		"http://wiki.example.org/api.php":             "",
		"https://wiki.example.org:8443/api.php":       "",
		"https://wiki.example.org/w/api.php":          "",
		"https://wiki.example.org.evil.org/api.php":   "",
		"https://wiki.example.org@evil.org/api.php":   "",
		"https://evil.org/?https://wiki.example.org":  "",
		"https://evil.org/#@wiki.example.org/api.php": "",
		"https://wiki.example.org/api.php?x":          "",
		"https://sub.wiki.example.org/api.php":        "",
		"http://127.0.0.1:8080/api.php":               "Admin",
		"http://127.0.0.1/api.php":                    "",
		"":                                            "",
	} {
		if got, ok := u.Login(api); got.User != want || ok != (want != "") {
			t.Errorf("%s: %q, want %q", api, got.User, want)
		}
	}
}

func TestUserErrors(t *testing.T) {
	const keys = "allowed here: api, user, password-env, password-file, password-command"
	for _, c := range []struct{ name, text, message, hint string }{
		{"unknown key", "mee = \"a\"\n", `:1: unknown key "mee"`, "allowed here: me, workspace, wiki, mail"},
		{"plain password", "[[wiki]]\napi = \"https://a.org/api.php\"\npassword = \"x\"\n", `:3: unknown key "wiki.password"`, keys},
		{"relative folder", "workspace = \"telko\"\n", `:1: workspace must be a full path, not "telko"`, ""},
		{"no way", "[[wiki]]\napi = \"https://a.org/api.php\"\nuser = \"x\"\n", `:3: exactly one of password-env, password-file and password-command must be set`, ""},
		{"two ways", "[[wiki]]\napi = \"https://a.org/api.php\"\nuser = \"x\"\npassword-env = \"A\"\npassword-file = \"/b\"\n", `:3: exactly one of password-env, password-file and password-command must be set`, ""},
		{"no user", "[[wiki]]\napi = \"https://a.org/api.php\"\npassword-env = \"A\"\n", `:1: user is missing`, ""},
		{"twice", "[[wiki]]\napi = \"https://a.org/api.php\"\nuser = \"x\"\npassword-env = \"A\"\n[[wiki]]\napi = \"https://A.org/api.php\"\nuser = \"y\"\npassword-env = \"A\"\n", `:6: two accounts for the same wiki https://A.org/api.php`, ""},
		{"a string as command", "[[wiki]]\napi = \"https://a.org/api.php\"\nuser = \"x\"\npassword-command = \"sh -c x\"\n", `:4: "wiki.password-command" must be a list of texts like ["a", "b"]`, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := userFile(t, c.text)
			_, err := ReadUser(path)
			wantError(t, err, path+c.message, c.hint)
		})
	}
}

// Mail goes out by one way, from an address, and a program is named by its full
// path.
func TestReadMailAccount(t *testing.T) {
	u, err := ReadUser(userFile(t, "me = \"mia\"\n\n[mail]\nfrom = \"telko@example.org\"\nsmtp = \"mail.example.org:587\"\nuser = \"telko\"\npassword-env = \"P\"\n"))
	if err != nil || u.Mail.SMTP != "mail.example.org:587" || u.Mail.Login.User != "telko" || u.Mail.Login.PasswordEnv != "P" || u.Mail.IsZero() {
		t.Errorf("%+v, %v", u, err)
	}
	u, err = ReadUser(userFile(t, "[mail]\nfrom = \"telko@example.org\"\nsendmail = [\"/usr/sbin/sendmail\", \"-i\"]\n"))
	if err != nil || len(u.Mail.Sendmail) != 2 {
		t.Errorf("%+v, %v", u, err)
	}
	for text, line := range map[string]int{
		"[mail]\nsmtp = \"mail.example.org:587\"\n":                                                                           2,
		"[mail]\nfrom = \"telko\"\nsmtp = \"mail.example.org:587\"\n":                                                         2,
		"[mail]\nfrom = \"t@example.org\"\n":                                                                                  2,
		"[mail]\nfrom = \"t@example.org\"\nsmtp = \"mail.example.org\"\n":                                                     3,
		"[mail]\nfrom = \"t@example.org\"\nsmtp = \"a:25\"\nsendmail = [\"/x\"]\n":                                            2,
		"[mail]\nfrom = \"t@example.org\"\nsendmail = [\"sendmail\"]\n":                                                       3,
		"[mail]\nfrom = \"t@example.org\"\nsmtp = \"a:25\"\nuser = \"u\"\n":                                                   4,
		"[mail]\nfrom = \"t@example.org\"\nsmtp = \"a:25\"\nuser = \"u\"\npassword-env = \"P\"\npassword-command = [\"p\"]\n": 4,
		"[mail]\nform = \"t@example.org\"\n":                                                                                  2,
	} {
		_, err := ReadUser(userFile(t, text))
		var e *minutes.LineError
		if !errors.As(err, &e) || e.Line != line {
			t.Errorf("%q: %v, want an error on line %d", text, err, line)
		}
	}
}
