package wiki

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"sync"

	"github.com/google/renameio/v2"

	"telko/minutes/lang"
)

// Base is what telko last saw of a page, and the Markdown it came from.
type Base struct {
	PageID int    `json:"pageid"`
	Title  string `json:"title"`
	// Page is the title as the minutes named it, which a move on the wiki does
	// not change.
	Page     string `json:"page,omitempty"`
	Revision int    `json:"revision"`
	Wikitext string `json:"wikitext"`
	Markdown string `json:"markdown"`
	// After is the page of the telco after, as the page links it: that link is
	// written once.
	After string `json:"after,omitempty"`
	// Merged says that the wiki merged our last edit with another person's, or
	// that a change in the list of the plan is still to be taken: Wikitext is
	// what telko knows, and Revision holds more than that.
	Merged bool `json:"merged,omitempty"`
	// Pending is an edit that was perhaps made since.
	Pending Intent `json:"pending,omitzero"`
	// Pulling is what was perhaps written into the file since.
	Pulling Pull `json:"pulling,omitzero"`
}

// Bases keeps the bases of one wiki in a folder.
type Bases struct{ dir string }

// OpenBases returns the bases of the wiki at api, below the state folder dir.
// Nothing is created before the first Put.
func OpenBases(dir, api string) *Bases {
	sum := sha256.Sum256([]byte(api))
	return &Bases{filepath.Join(dir, "wiki", hex.EncodeToString(sum[:8]))}
}

// Get returns the base of a meeting; ok is false if there is none.
func (b *Bases) Get(meeting string) (base Base, ok bool, err error) {
	path, err := b.path(meeting)
	if err != nil {
		return Base{}, false, err
	}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Base{}, false, nil
	}
	if err == nil {
		err = json.Unmarshal(data, &base)
	}
	if err == nil && (base.PageID == 0 || base.Revision == 0) {
		err = errors.New("no page id or revision in it")
	}
	if err != nil {
		return Base{}, false, lang.E(lang.WikiBase, path, err).Hint(lang.WikiBaseHint)
	}
	return base, true, nil
}

// Put stores the base of a meeting, atomically and for its owner's eyes only:
// it outlives a deleted checkout, so a torn one would be believed.
func (b *Bases) Put(meeting string, base Base) error {
	path, err := b.path(meeting)
	if err != nil {
		return err
	}
	data, err := json.MarshalIndent(base, "", "\t")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(b.dir, 0o700); err != nil {
		return err
	}
	return renameio.WriteFile(path, append(data, '\n'), 0o600)
}

// Ready makes sure that a base can be stored, so that nothing is published of
// which telko could not remember what it saw.
func (b *Bases) Ready() error {
	err := os.MkdirAll(b.dir, 0o700)
	if err == nil {
		var f *os.File
		if f, err = os.CreateTemp(b.dir, ".ready-*"); err == nil {
			_, err = f.WriteString("x")
			err = errors.Join(err, f.Close(), os.Remove(f.Name()))
		}
	}
	if err != nil {
		return lang.E(lang.WikiNoBases, b.dir, err).Hint(lang.WikiNoBasesHint)
	}
	return nil
}

var meetingName = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`) })

// path returns the file of a meeting; its identity comes from a file's name, of
// which the rule is that it holds nothing else.
func (b *Bases) path(meeting string) (string, error) {
	if !meetingName().MatchString(meeting) {
		return "", fmt.Errorf("%q is no meeting's name", meeting)
	}
	return filepath.Join(b.dir, meeting+".json"), nil
}
