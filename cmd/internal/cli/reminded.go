package cli

import (
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"github.com/gofrs/flock"
	"github.com/google/renameio/v2"

	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

// memory is who was reminded on which day, as this machine remembers it. One
// process at a time has it, so that two timers remind nobody twice.
type memory struct {
	path string
	lock *flock.Flock
	last tasks.Reminded
}

// openMemory opens the memory. A dry run only reads it.
func (a *app) openMemory(ws *archive.Workspace, dryRun bool) (*memory, error) {
	state, err := a.state(ws)
	if err != nil {
		return nil, err
	}
	m := &memory{path: filepath.Join(state, "reminded")}
	if dryRun {
		return m, m.read()
	}
	if err := os.MkdirAll(state, 0o700); err != nil {
		return nil, err
	}
	m.lock = flock.New(filepath.Join(state, "reminded.lock"))
	ok, err := m.lock.TryLock()
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, &exitError{exitBusy, lang.E(lang.RemindRunning)}
	}
	if err := m.read(); err != nil {
		m.close()
		return nil, err
	}
	return m, nil
}

func (m *memory) read() error {
	data, err := os.ReadFile(m.path)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	m.last = tasks.ReadReminded(data)
	return err
}

func (m *memory) close() {
	if m.lock != nil {
		_ = m.lock.Close()
	}
}

func (m *memory) due(nick string, today when.Date) bool { return m.last.Due(nick, today) }

// claim remembers that nick is reminded today.
func (m *memory) claim(nick string, today when.Date) error {
	m.last[nick] = today
	return m.save()
}

// forget takes claim back.
func (m *memory) forget(nick string) error {
	delete(m.last, nick)
	return m.save()
}

func (m *memory) save() error { return renameio.WriteFile(m.path, m.last.Bytes(), 0o600) }

// hexOf writes a nick so that it can stand in the id of a mail.
func hexOf(nick string) string { return hex.EncodeToString([]byte(nick)) }

// decimal0 returns n in decimal.
func decimal0(n int) string { return strconv.Itoa(n) }
