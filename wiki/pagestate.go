package wiki

import (
	"encoding/json"
	"os"
	"path/filepath"
	"sync"

	"github.com/google/renameio/v2"
)

// PageState is what telko last saw of a page of its own.
type PageState struct {
	ID       int    `json:"pageid"`
	Revision int    `json:"revision"` // everything up to it was read
	Text     string `json:"text"`     // what telko wrote between its marks, or has sent
}

// PageStates remembers telko's own pages on one wiki, beside the bases of
// meetings. All of it can be lost: then pages are read once more.
type PageStates struct {
	path string
	mu   sync.Mutex
	read bool
	all  pageStates
}

type pageStates struct {
	Pages map[string]PageState `json:"pages"`
}

// OpenPageStates returns what is known of the pages of the wiki at api, below
// the state folder dir.
func OpenPageStates(dir, api string) *PageStates {
	return &PageStates{path: filepath.Join(OpenBases(dir, api).dir, "pages.json")}
}

// Get returns what telko last saw of the page that is called title in the
// settings.
func (s *PageStates) Get(title string) (PageState, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.load()
	p, ok := s.all.Pages[title]
	return p, ok
}

// Put stores what telko sees of a page.
func (s *PageStates) Put(title string, p PageState) error {
	return s.change(func(all *pageStates) bool {
		if all.Pages[title] == p {
			return false
		}
		if all.Pages == nil {
			all.Pages = map[string]PageState{}
		}
		all.Pages[title] = p
		return true
	})
}

// change writes what fn changed; what another telko wrote meanwhile stays.
func (s *PageStates) change(fn func(*pageStates) bool) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.read = false
	s.load()
	if !fn(&s.all) {
		return nil
	}
	data, err := json.MarshalIndent(s.all, "", "\t")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(s.path), 0o700); err != nil {
		return err
	}
	return renameio.WriteFile(s.path, append(data, '\n'), 0o600)
}

// load reads the file once. One that is not there or is damaged says nothing.
func (s *PageStates) load() {
	if s.read {
		return
	}
	s.read, s.all = true, pageStates{}
	data, err := os.ReadFile(s.path)
	if err == nil && json.Unmarshal(data, &s.all) != nil {
		s.all = pageStates{}
	}
}
