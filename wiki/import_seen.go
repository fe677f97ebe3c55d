package wiki

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"telko/minutes/archive"
)

// seen is what workspace and bases know of pages before an import.
type seen struct {
	ws       *archive.Workspace
	mu       sync.Mutex // pages are looked up by several at once
	pages    map[int]seenPage
	meetings map[string]archive.Ref
	titles   map[string]string // of the pages of meetings, as their files name them
}

// seenPage is a page that has a base.
type seenPage struct {
	meeting  string
	revision int
}

func lookAround(ws *archive.Workspace, bases *Bases) (*seen, error) {
	s := &seen{ws: ws, pages: map[int]seenPage{}, meetings: map[string]archive.Ref{}, titles: map[string]string{}}
	refs, err := ws.Meetings()
	if err != nil {
		return nil, err
	}
	for _, ref := range refs {
		s.meetings[ref.ID] = ref
	}
	if bases == nil {
		return s, nil
	}
	return s, bases.each(func(meeting string, page, revision int) { s.pages[page] = seenPage{meeting, revision} })
}

// each calls fn for every base. One that is damaged is left out: its page is
// read again, and what there is to say is said then.
func (b *Bases) each(fn func(meeting string, page, revision int)) error {
	entries, err := os.ReadDir(b.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, e := range entries {
		meeting, ok := strings.CutSuffix(e.Name(), ".json")
		if !ok || !meetingName().MatchString(meeting) {
			continue
		}
		data, err := os.ReadFile(filepath.Join(b.dir, e.Name()))
		if err != nil {
			return err
		}
		var base struct{ PageID, Revision int }
		if json.Unmarshal(data, &base) == nil && base.PageID != 0 && base.Revision != 0 {
			fn(meeting, base.PageID, base.Revision)
		}
	}
	return err
}

func (s *seen) page(id int) (seenPage, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	p, ok := s.pages[id]
	return p, ok && id != 0
}

func (s *seen) meeting(id string) (archive.Ref, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	ref, ok := s.meetings[id]
	return ref, ok
}

func (s *seen) know(page int, meeting string, revision int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pages[page] = seenPage{meeting, revision}
}

func (s *seen) add(ref archive.Ref) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.meetings[ref.ID] = ref
}

// title returns the title of a meeting's page, as its file names it. Few are
// asked for: those that would have one name.
func (s *seen) title(ref archive.Ref) (string, error) {
	if t, ok := s.titles[ref.ID]; ok {
		return t, nil
	}
	m, err := s.ws.Head(ref)
	if err == nil {
		s.titles[ref.ID] = m.Page
	}
	return m.Page, err
}
