package wiki

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
)

// Check returns what is wrong with the bases: those that cannot be read, and
// the names of those whose meeting is none of the workspace's.
func (b *Bases) Check(meetings []string) (broken []error, left []string, err error) {
	entries, err := os.ReadDir(b.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	for _, e := range entries {
		meeting, ok := strings.CutSuffix(e.Name(), ".json")
		if !ok || !meetingName().MatchString(meeting) || meeting[0] < '0' || meeting[0] > '9' {
			continue
		}
		if _, _, err := b.Get(meeting); err != nil {
			broken = append(broken, err)
			continue
		}
		if !slices.Contains(meetings, meeting) {
			left = append(left, meeting)
		}
	}
	return broken, left, err
}

// Move makes the base of a meeting that of another name, which has the page
// called title. Without a base there is nothing to do; done twice is done once.
func (b *Bases) Move(from, to, title string) error {
	base, ok, err := b.Get(from)
	if err != nil || !ok || from == to && base.Title == title {
		return err
	}
	base.Title, base.Page = title, title
	if err := b.Put(to, base); err != nil || from == to {
		return err
	}
	path, err := b.path(from)
	if err != nil {
		return err
	}
	return os.Remove(path)
}
