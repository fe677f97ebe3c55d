package archive

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks/when"
)

// Ref names a meeting of the workspace.
type Ref struct {
	ID          string    // base name of the file: 2010-01-07-technik-telko
	Path        string    // of the public file, relative to the root, with slashes
	PrivatePath string    // of the private file; "" if there is none
	Date        when.Date // as the name says
	Series      string    // key, as the name says; "" if it is none of the settings'
}

const privateEnd = ".private"

// listing is what lies in the folder of meetings.
type listing struct {
	dirs     []string // minutes, minutes/2010, …
	stamps   []stamp  // of dirs, from before they were read
	files    []file   // by meeting, the public one first
	problems []Problem
}

// file is a meeting's public or private file.
type file struct {
	id      string // of the meeting
	dir     int    // index in listing.dirs
	name    string
	private bool
}

func (l *listing) path(f file) string { return l.dirs[f.dir] + "/" + f.name }

// list reads the folders. Meetings lie in a folder for their year; a name that
// is none is a problem, if it looks as if it wanted to be.
func (w *Workspace) list() (*listing, error) {
	l := &listing{}
	top, st, err := w.readDir(meetingsDir)
	if errors.Is(err, fs.ErrNotExist) {
		return l, nil
	}
	if err != nil {
		return nil, lang.E(lang.ArchiveUnread, meetingsDir, outside(err))
	}
	l.dirs, l.stamps = append(l.dirs, meetingsDir), append(l.stamps, st)
	for _, name := range top {
		rel := meetingsDir + "/" + name
		switch {
		case isYear(name):
			l.year(w, rel)
		case strings.HasSuffix(name, ".md") && isVisible(name):
			l.problems = append(l.problems, Problem{Path: rel, Err: lang.E(lang.ArchiveNoYear).Hint(lang.ArchiveMove, moveTo(name))})
		}
	}
	slices.SortStableFunc(l.files, func(a, b file) int {
		return cmp.Or(strings.Compare(a.id, b.id), boolOrder(a.private, b.private), cmp.Compare(a.dir, b.dir))
	})
	l.unique()
	return l, nil
}

func (l *listing) year(w *Workspace, rel string) {
	names, st, err := w.readDir(rel)
	if err != nil {
		if errors.Is(err, errNotDir) {
			return
		}
		l.problems = append(l.problems, Problem{Path: rel, Err: outside(err)})
		return
	}
	l.dirs, l.stamps = append(l.dirs, rel), append(l.stamps, st)
	for _, name := range names {
		base, ok := strings.CutSuffix(name, ".md")
		if !ok || !isVisible(base) {
			continue
		}
		id, private := strings.CutSuffix(base, privateEnd)
		if _, ok := meetingDate(id); !ok {
			l.problems = append(l.problems, Problem{Path: rel + "/" + name, Err: lang.E(lang.ArchiveNoMeetingName).Hint(lang.ArchiveMeetingName)})
			continue
		}
		l.files = append(l.files, file{id: id, dir: len(l.dirs) - 1, name: name, private: private})
	}
}

// unique drops the second of two files of one name in different folders.
func (l *listing) unique() {
	kept := l.files[:0]
	for i, f := range l.files {
		if i > 0 && len(kept) > 0 && kept[len(kept)-1].id == f.id && kept[len(kept)-1].private == f.private {
			l.problems = append(l.problems, Problem{Path: l.path(f), Err: lang.E(lang.ArchiveTwice, l.path(kept[len(kept)-1]))})
			continue
		}
		kept = append(kept, f)
	}
	l.files = kept
}

var errNotDir = errors.New("no folder")

// readDir lists a folder by name, and returns the stamp that it had before.
func (w *Workspace) readDir(rel string) ([]string, stamp, error) {
	f, err := w.openFolder(rel)
	if err != nil {
		return nil, stamp{}, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, stamp{}, err
	}
	if !info.IsDir() {
		return nil, stamp{}, errNotDir
	}
	names, err := f.Readdirnames(-1)
	slices.Sort(names)
	return names, stampOf(info), err
}

// openFolder opens a folder below the workspace's own: one that no link leads
// to with few calls of the system, any other with care.
func (w *Workspace) openFolder(rel string) (*os.File, error) {
	if fd, ok := w.openFolderAt(rel); ok {
		return os.NewFile(uintptr(fd), rel), nil
	}
	return w.dir.Open(rel)
}

// openFolderAt opens a folder that no link leads to. It is for the caller to
// close.
func (w *Workspace) openFolderAt(rel string) (fd int, ok bool) {
	fd, ok = w.fd, true
	for name := range strings.SplitSeq(rel, "/") {
		up := fd
		fd, ok = openDirAt(up, name)
		if up != w.fd {
			closeDir(up)
		}
		if !ok {
			return -1, false
		}
	}
	return fd, true
}

// Meetings lists the meetings by date, then name. Files whose names are none
// of a meeting are left out; Register lists them as problems.
func (w *Workspace) Meetings() ([]Ref, error) {
	l, err := w.list()
	if err != nil {
		return nil, err
	}
	return w.refs(l), nil
}

func (w *Workspace) refs(l *listing) []Ref {
	var out []Ref
	for _, f := range l.files {
		if n := len(out); f.private && n > 0 && out[n-1].ID == f.id {
			out[n-1].PrivatePath = l.path(f)
			continue
		}
		if f.private {
			continue // its meeting is gone; Register says so
		}
		date, _ := meetingDate(f.id)
		out = append(out, Ref{ID: f.id, Path: l.path(f), Date: date, Series: w.settings.seriesOfID(f.id)})
	}
	return out
}

// PathOf returns where the file of a meeting with this id belongs.
func PathOf(id string) string { return meetingsDir + "/" + id[:4] + "/" + id + ".md" }

// Load reads a meeting's public file.
func (w *Workspace) Load(ref Ref) (*minutes.File, error) {
	return w.load(ref.Path)
}

// LoadPrivate reads a meeting's private file, nil if there is none.
func (w *Workspace) LoadPrivate(ref Ref) (*minutes.File, error) {
	if ref.PrivatePath == "" {
		return nil, nil
	}
	return w.load(ref.PrivatePath)
}

func (w *Workspace) load(rel string) (*minutes.File, error) {
	src, err := w.source(rel)
	if err != nil {
		return nil, err
	}
	return minutes.Parse(rel, src, w.Context())
}

// source reads a meeting's file.
func (w *Workspace) source(rel string) ([]byte, error) {
	src, _, err := read(w.dir, rel, maxMeeting)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, lang.E(lang.ArchiveNoMeeting, rel).Because(ErrNoMeeting)
	}
	if err != nil {
		return nil, lang.E(lang.ArchiveUnread, rel, err)
	}
	return src, nil
}

// isYear reports whether a folder below minutes holds meetings.
func isYear(name string) bool {
	return len(name) == 4 && strings.Trim(name, "0123456789") == ""
}

// isVisible leaves out what editors and file managers put beside files.
func isVisible(name string) bool { return name != "" && !strings.ContainsAny(name[:1], ".#~_") }

// meetingDate reads the day in a meeting's id: YYYY-MM-DD, or that and a dash
// and [a-z0-9-].
func meetingDate(id string) (when.Date, bool) {
	if len(id) < 10 || len(id) > 10 && (id[10] != '-' || !isKey(id)) || len(id) > 96 {
		return when.Date{}, false
	}
	d, err := when.ParseISO(id[:10])
	return d, err == nil
}

func moveTo(name string) string {
	if d, ok := meetingDate(strings.TrimSuffix(strings.TrimSuffix(name, ".md"), privateEnd)); ok {
		return path.Join(meetingsDir, d.String()[:4], name)
	}
	return path.Join(meetingsDir, "2010", "2010-01-07-telko.md")
}

// seriesOfID finds the series in a meeting's name: the longest key that stands
// behind the date.
func (s *Settings) seriesOfID(id string) string {
	if len(id) < 11 {
		return ""
	}
	slug, best := id[11:], ""
	for _, v := range s.Series {
		if rest, ok := strings.CutPrefix(slug, v.Key); ok && (rest == "" || rest[0] == '-') && len(v.Key) > len(best) {
			best = v.Key
		}
	}
	return best
}

// folded is the form in which words are compared.
func folded(s string) string { return strings.ToLower(norm.NFC.String(strings.TrimSpace(s))) }

func boolOrder(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
