package capture

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"telko/minutes/lang"
)

// endedDir is where journals go when the meeting's file holds all of them.
const endedDir = "ended"

// allNames lists the journals there are, also those of telcos that ended.
func allNames(files FS) ([]string, error) {
	names, err := files.List(".")
	if err != nil {
		return nil, err
	}
	ended, err := files.List(endedDir)
	for _, n := range ended {
		names = append(names, endedDir+"/"+n)
	}
	return names, err
}

// Unfinished lists the meetings whose journals are not in their files yet, as a
// crash leaves them.
func Unfinished(files FS) ([]string, error) {
	names, err := files.List(".")
	var out []string
	for _, n := range names {
		if meeting, _ := splitJournalName(n); meeting != "" && !slices.Contains(out, meeting) {
			out = append(out, meeting)
		}
	}
	return out, err
}

// findJournal returns the journal of a meeting to go on with, nil if there is
// none. Several become one.
func findJournal(o *Options, meeting string, found meetingFiles) (*journal, error) {
	names, err := allNames(o.Files)
	if err != nil {
		return nil, lang.E(lang.JournalNoFolder, err).Hint(lang.JournalNoFolderHint)
	}
	var all, ended []*journal
	for _, n := range names {
		if m, _ := splitJournalName(n); m != meeting {
			continue
		}
		data, err := o.Files.ReadFile(n)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, lang.E(lang.JournalNoFolder, err).Hint(lang.JournalNoFolderHint)
		}
		j := readJournal(n, data)
		switch {
		case j.version > journalVersion:
			return nil, lang.E(lang.JournalNewer, n).Hint(lang.JournalNewerHint)
		case strings.HasPrefix(n, endedDir+"/"):
			ended = append(ended, j)
		case j.base == nil && len(j.events) == 0 && (j.torn || len(j.issues) == 0): // died when it began
			if err := o.Files.Rename(n, endedDir+"/"+n); err != nil {
				return nil, err
			}
		default:
			all = append(all, j)
		}
	}
	if len(all) == 0 {
		j, err := reopened(o.Files, ended, found)
		if err != nil {
			return nil, err
		}
		if j != nil {
			all = append(all, j)
		}
	}
	return mergeAll(o, meeting, all)
}

// reopened returns the journal of a telco that ended, if the file is as that
// left it: so what was done can still be undone, and has its times.
func reopened(files FS, ended []*journal, found meetingFiles) (*journal, error) {
	for _, j := range slices.Backward(ended) {
		w := lastWritten(j.events)
		if w < 0 || found.text[0] == nil || j.events[w].Key != digestOf(found.text[0]) {
			continue
		}
		name := j.name[len(endedDir)+1:]
		if err := files.Rename(j.name, name); err != nil {
			return nil, err
		}
		j.name = name
		return j, nil
	}
	return nil, nil
}

// lastWritten returns the index of the newest Written event, -1 for none.
func lastWritten(events []Event) int {
	for i := len(events) - 1; i >= 0; i-- {
		if events[i].Verb == Written {
			return i
		}
	}
	return -1
}
