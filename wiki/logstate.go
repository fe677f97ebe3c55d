package wiki

import (
	"encoding/json"
	"os"
	"path/filepath"
	"time"

	"github.com/google/renameio/v2"
)

// LogState remembers how old this machine's copy of the log on the wiki is. It
// is a file of its own, small enough for every list to read.
type LogState struct{ path string }

type logState struct {
	At      time.Time `json:"at,omitzero"`
	Waiting int       `json:"waiting,omitempty"`
}

// OpenLogState returns what is known of the log on the wiki at api, below the
// state folder dir.
func OpenLogState(dir, api string) *LogState {
	return &LogState{filepath.Join(OpenBases(dir, api).dir, "log.json")}
}

// Get returns when the log on the wiki was last read, zero for never, and how
// many events wait to be sent there. What cannot be read is never.
func (s *LogState) Get() (at time.Time, waiting int) {
	var l logState
	data, err := os.ReadFile(s.path)
	if err == nil {
		_ = json.Unmarshal(data, &l)
	}
	return l.At, l.Waiting
}

// Put stores when the log was read, the zero time leaving that as it is, and
// how many events wait.
func (s *LogState) Put(at time.Time, waiting int) error {
	if at.IsZero() {
		at, _ = s.Get()
	}
	data, err := json.Marshal(logState{at, waiting})
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(s.path), 0o700); err != nil {
		return err
	}
	return renameio.WriteFile(s.path, append(data, '\n'), 0o600)
}
