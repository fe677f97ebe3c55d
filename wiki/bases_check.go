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
