package archive

import (
	"bytes"
	"os"
	"path/filepath"
)

// SharedFiles returns the telko.toml and people.toml of a workspace that is
// made of the shared settings src, as the page called name has them. What is
// the workspace's own, its id and its wiki's address, is own's; what it may
// write is the log.
func SharedFiles(name string, src []byte, own Settings) (settings, people []byte, err error) {
	s, all, err := ReadShared(name, src)
	if err != nil {
		return nil, nil, err
	}
	s.ID, s.Wiki.API, s.Wiki.LogOnly = own.ID, own.Wiki.API, true
	return settingsText(s), peopleText(all, s.Lang), nil
}

// readOwn returns a file of the workspace's folder; nothing if there is none.
func (w *Workspace) readOwn(name string) ([]byte, error) {
	if err := ownFile(filepath.Join(w.root, name)); err != nil {
		return nil, err
	}
	src, err := os.ReadFile(filepath.Join(w.root, name))
	if os.IsNotExist(err) {
		err = nil
	}
	return src, err
}

// Configuration returns telko.toml and people.toml as they are on disk now.
func (w *Workspace) Configuration() (settings, people []byte, err error) {
	if settings, err = w.readOwn(SettingsFile); err != nil {
		return nil, nil, err
	}
	people, err = w.readOwn(PeopleFile)
	return settings, people, err
}

// Configure writes telko.toml and people.toml, if both can be read. The
// workspace that is open goes on with what it was opened with.
func (w *Workspace) Configure(settings, people []byte) error {
	if _, err := ReadSettings(SettingsFile, settings); err != nil {
		return err
	}
	if _, err := ReadPeople(PeopleFile, people); err != nil {
		return err
	}
	before, roster, err := w.Configuration()
	if err != nil {
		return err
	}
	if !bytes.Equal(roster, people) {
		if err := writeNew(filepath.Join(w.root, PeopleFile), people); err != nil {
			return err
		}
	}
	if bytes.Equal(before, settings) {
		return nil
	}
	return writeNew(filepath.Join(w.root, SettingsFile), settings)
}
