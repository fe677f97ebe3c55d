package wiki

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestBases(t *testing.T) {
	dir := t.TempDir()
	a, b := OpenBases(dir, "https://a.example/api.php"), OpenBases(dir, "https://b.example/api.php")
	want := Base{PageID: 7, Title: "Ä/B", Revision: 9, Wikitext: "x <b>\u2028&\ny", Markdown: "ü\r\n"}
	if err := a.Put(meeting, want); err != nil {
		t.Fatal(err)
	}
	if got, ok, err := a.Get(meeting); err != nil || !ok || got != want {
		t.Errorf("%+v, %v, %v", got, ok, err)
	}
	if _, ok, err := b.Get(meeting); ok || err != nil {
		t.Errorf("another wiki has the base too: %v, %v", ok, err)
	}
	for _, name := range []string{"../x", "", "a/b", "A", "-x"} {
		if err := a.Put(name, want); err == nil {
			t.Errorf("a base for %q", name)
		}
		if _, _, err := a.Get(name); err == nil {
			t.Errorf("a base of %q", name)
		}
	}
	files, err := filepath.Glob(filepath.Join(dir, "wiki", "*", meeting+".json"))
	if err != nil || len(files) != 1 {
		t.Fatalf("files %q, %v", files, err)
	}
	if info, err := os.Stat(files[0]); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
	for _, broken := range []string{"", "{", `{"pageid":1}`, "null"} {
		if err := os.WriteFile(files[0], []byte(broken), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, _, err := a.Get(meeting); err == nil || !strings.Contains(err.Error(), files[0]) {
			t.Errorf("%q: got %v", broken, err)
		}
	}
}

func TestNothingIsPublishedThatCouldNotBeRemembered(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	d.pub = d.publisher(filepath.Join(file, "state")) // no folder can be made there
	if _, err := d.pub.Publish(t.Context(), d.minutes("## Beet\n\n- umgegraben"), PageOptions{}); err == nil {
		t.Error("no error")
	}
	if d.Exists(d.title) {
		t.Error("the page was published")
	}
	d.pub = d.publisher(d.state)
	d.publish(d.minutes("## Beet\n\n- umgegraben"), Created)
}
