package site

import (
	"bytes"
	"embed"
	"os"
	"path/filepath"
	"strings"

	"github.com/google/renameio/v2"

	"telko/minutes/archive"
	"telko/minutes/lang"
)

//go:embed assets
var assets embed.FS

// manifest names the file that lists what was written, so that a site can be
// told from a folder of somebody's.
const manifest = ".telko-site"

// Report says what became of a site.
type Report struct {
	Index    string            // path of the page to open
	Meetings int               // how many are in it
	Problems []archive.Problem // what was left out, and why
}

// Write writes the site of w to the folder dir, making it if need be. Pages
// are replaced whole; one that is no longer part of the site is removed. A
// meeting that cannot be public is in the report's problems, and no page of it
// is left.
func Write(dir string, w *archive.Workspace) (Report, error) {
	old, err := claim(dir)
	if err != nil {
		return Report{}, err
	}
	s, err := gather(w)
	if err != nil {
		return Report{}, err
	}
	pages, err := s.pages()
	if err != nil {
		return Report{}, err
	}
	names := make([]string, 0, len(pages))
	for _, p := range pages {
		names = append(names, p.name)
	}
	// The list goes first: a page that is not in it could never be removed.
	list := strings.Join(append(names, missing(old, names)...), "\n") + "\n"
	if err := put(dir, manifest, []byte(list)); err != nil {
		return Report{}, err
	}
	for _, name := range missing(old, names) {
		if err := os.Remove(filepath.Join(dir, name)); err != nil && !os.IsNotExist(err) {
			return Report{}, err
		}
	}
	for _, p := range pages {
		if err := put(dir, p.name, p.content); err != nil {
			return Report{}, err
		}
	}
	if err := put(dir, manifest, []byte(strings.Join(names, "\n")+"\n")); err != nil {
		return Report{}, err
	}
	return Report{Index: filepath.Join(dir, "index.html"), Meetings: len(s.meetings), Problems: s.problems}, nil
}

// claim makes dir, or makes sure that it is a site, and returns the files that
// the last run wrote.
func claim(dir string) ([]string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	data, err := os.ReadFile(filepath.Join(dir, manifest))
	if err == nil {
		var old []string
		for _, name := range strings.Fields(string(data)) {
			// The list is a file that anybody may have edited: only pages of
			// this very folder are ever removed.
			if name == filepath.Base(name) && (strings.HasSuffix(name, ".html") || name == "style.css") {
				old = append(old, name)
			}
		}
		return old, nil
	}
	if !os.IsNotExist(err) {
		return nil, err
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	if len(entries) > 0 {
		return nil, lang.E(lang.SiteForeignFolder, dir).Hint(lang.SiteOtherFolder)
	}
	return nil, nil
}

// missing returns what of old is not in names.
func missing(old, names []string) []string {
	have := map[string]bool{}
	for _, n := range names {
		have[n] = true
	}
	var out []string
	for _, n := range old {
		if !have[n] {
			out = append(out, n)
		}
	}
	return out
}

func put(dir, name string, content []byte) error {
	path := filepath.Join(dir, name)
	if b, err := os.ReadFile(path); err == nil && bytes.Equal(b, content) {
		return nil
	}
	return renameio.WriteFile(path, content, 0o644)
}
