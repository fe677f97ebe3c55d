package wiki

import (
	"bytes"
	"errors"
	"strings"

	"github.com/epiclabs-io/diff3"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/wiki/client"
)

// SharedSettings keeps a workspace that was made of a team's shared settings
// the way the team has them. What was changed in its own telko.toml and
// people.toml stays: both are merged, line by line, with what changed on the
// wiki.
type SharedSettings struct {
	Workspace *archive.Workspace
	States    *PageStates // remember what the workspace was made of last
}

// ReadSettings reads the page p as the shared settings below index. A page that
// telko did not write, or that no longer names the list and the log that it
// belongs to, is an error: a workspace that took it over could not find the
// page again.
func ReadSettings(p client.Page, index string) (archive.Settings, []minutes.Person, error) {
	switch {
	case p.Missing():
		return archive.Settings{}, nil, lang.E(lang.CloneNoSettings, SettingsPage(index)).Hint(lang.CloneShareThem, index)
	case p.Model != "text":
		return archive.Settings{}, nil, lang.E(lang.CloneModel, p.Title).Hint(lang.CloneModelHint)
	}
	s, people, err := archive.ReadShared(p.Title, []byte(p.Text+"\n"))
	if err != nil {
		return s, nil, err
	}
	for _, key := range []struct{ name, value string }{{"index-page", s.Wiki.IndexPage}, {"log-page", s.Wiki.LogPage}} {
		if key.value == "" {
			return s, nil, lang.E(lang.SettingsLack, p.Title, p.User, key.name).Hint(lang.SettingsLackHint)
		}
	}
	return s, people, nil
}

// Made remembers that the workspace is made of p.
func (s *SharedSettings) Made(p client.Page) error {
	index := s.Workspace.Settings().Wiki.IndexPage
	return s.States.Put(SettingsPage(index), PageState{ID: p.ID, Revision: p.Revision, Text: p.Text})
}

// Take brings into the workspace what changed in the settings p since it was
// made of them. It reports whether a file changed: then the workspace has to be
// opened again. What cannot be merged leaves both files as they are, and is said
// once, as an error; settings that cannot be read are said until they can.
func (s *SharedSettings) Take(p client.Page) (changed bool, err error) {
	own := s.Workspace.Settings()
	title := SettingsPage(own.Wiki.IndexPage)
	shared, _, err := ReadSettings(p, own.Wiki.IndexPage)
	if err != nil {
		return false, err
	}
	known, ok := s.States.Get(title)
	if ok && known.Text == p.Text {
		return false, nil
	}
	if !sameTitle(shared.Wiki.IndexPage, own.Wiki.IndexPage) && !sameTitle(own.Wiki.IndexPage, shared.Wiki.IndexPage) {
		return false, lang.E(lang.SettingsElsewhere, p.Title, p.User, shared.Wiki.IndexPage).Hint(lang.SettingsLackHint)
	}
	theirs, err := configOf(title, p.Text, own)
	if err != nil {
		return false, err
	}
	ours := config{}
	if ours.settings, ours.people, err = s.Workspace.Configuration(); err != nil {
		return false, err
	}
	merged, fits := theirs, ours.equal(theirs)
	if ok && !fits {
		if base, err := configOf(title, known.Text, own); err == nil {
			merged, fits = mergeConfigs(base, ours, theirs)
		}
	}
	if !fits {
		err := lang.E(lang.SettingsNotTaken, title, p.User).Hint(lang.SettingsNotTakenHint)
		return false, errors.Join(s.Made(p), err)
	}
	if err := s.Workspace.Configure(merged.settings, merged.people); err != nil {
		return false, err
	}
	return !merged.equal(ours), s.Made(p)
}

// config is what a workspace is made of.
type config struct{ settings, people []byte }

func configOf(title, shared string, own archive.Settings) (c config, err error) {
	c.settings, c.people, err = archive.SharedFiles(title, []byte(shared+"\n"), own)
	return c, err
}

func (c config) equal(d config) bool {
	return bytes.Equal(c.settings, d.settings) && bytes.Equal(c.people, d.people)
}

// mergeConfigs merges file by file; ok if that can be read.
func mergeConfigs(base, ours, theirs config) (c config, ok bool) {
	var ok1, ok2 bool
	c.settings, ok1 = mergeText(base.settings, ours.settings, theirs.settings)
	c.people, ok2 = mergeText(base.people, ours.people, theirs.people)
	if !ok1 || !ok2 {
		return c, false
	}
	_, err1 := archive.ReadSettings(archive.SettingsFile, c.settings)
	_, err2 := archive.ReadPeople(archive.PeopleFile, c.people)
	return c, err1 == nil && err2 == nil
}

// mostLines limits the lines that are merged: the time grows with the square of
// their number, and the roster of no team has so many.
const mostLines = 4000

// mergeText merges lines by the rule of git.
func mergeText(base, ours, theirs []byte) ([]byte, bool) {
	switch {
	case bytes.Equal(base, ours):
		return theirs, true
	case bytes.Equal(base, theirs), bytes.Equal(ours, theirs):
		return ours, true
	}
	b, o, t := strings.Split(string(base), "\n"), strings.Split(string(ours), "\n"), strings.Split(string(theirs), "\n")
	if max(len(b), len(o), len(t)) > mostLines {
		return nil, false
	}
	var out []string
	for _, r := range diff3.Diff3Merge(o, b, t, true) {
		if r.Conflict != nil {
			return nil, false
		}
		out = append(out, r.Ok...)
	}
	return []byte(strings.Join(out, "\n")), true
}
