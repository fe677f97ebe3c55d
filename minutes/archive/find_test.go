package archive

import (
	"os"
	"path/filepath"
	"testing"
)

func TestFind(t *testing.T) {
	base := t.TempDir()
	here, env, user := filepath.Join(base, "here"), filepath.Join(base, "env"), filepath.Join(base, "user")
	for _, root := range []string{here, env, user} {
		if err := Init(root, InitOptions{Settings: testSettings()}); err != nil {
			t.Fatal(err)
		}
	}
	deep := filepath.Join(here, "minutes", "2010")
	odd := filepath.Join(base, "odd")
	for _, dir := range []string{deep, filepath.Join(odd, SettingsFile)} {
		if err := os.MkdirAll(dir, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ name, start, env, user, want string }{
		{"here", here, env, user, here},
		{"below", deep, env, user, here},
		{"environment", base, env, user, env},
		{"configuration", base, "", user, user},
		{"a folder named telko.toml", odd, env, "", env},
		{"nowhere", base, "", "", ""},
		{"environment is wrong", base, base, user, ""},
		{"configuration is wrong", base, "", filepath.Join(base, "no"), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Find(c.start, c.env, c.user)
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if c.want == "" {
				wantIs(t, err, ErrNoWorkspace)
			}
		})
	}
}
