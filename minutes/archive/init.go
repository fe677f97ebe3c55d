package archive

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/google/renameio/v2"

	"telko/minutes"
	"telko/minutes/lang"
)

// InitOptions is what a new workspace starts with.
type InitOptions struct {
	Settings Settings         // an empty ID means a random one
	People   []minutes.Person // may be empty
}

// gitIgnore and gitAttributes are the lines that a workspace needs in git: what
// is private stays on the machine, the logs merge by union.
const (
	gitIgnore     = "*.private.md\nprivate.log\n.telko/\n"
	gitAttributes = "tasks.log merge=union\nmotions.log merge=union\n"
)

// Init makes the folder root, which need not exist, a workspace. It fails with
// ErrExists where a telko.toml is already. Files that git reads are added to;
// a people.toml that is there is kept.
func Init(root string, o InitOptions) error {
	if o.Settings.ID == "" {
		o.Settings.ID = strings.ToLower(rand.Text()[:6])
	}
	l := o.Settings.Lang
	settings, people := settingsText(o.Settings), peopleText(o.People, l)
	if _, err := ReadSettings(SettingsFile, settings); err != nil {
		return err
	}
	if _, err := ReadPeople(PeopleFile, people); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(root, meetingsDir), 0o777); err != nil {
		return err
	}
	if info, err := os.Lstat(filepath.Join(root, meetingsDir)); err != nil || !info.IsDir() {
		return errors.Join(err, linked(meetingsDir))
	}
	path := filepath.Join(root, SettingsFile)
	if _, err := os.Lstat(path); err == nil {
		return lang.E(lang.ArchiveIsWorkspace, root).Because(ErrExists)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if _, err := os.Lstat(filepath.Join(root, PeopleFile)); errors.Is(err, fs.ErrNotExist) {
		if err := writeNew(filepath.Join(root, PeopleFile), people); err != nil {
			return err
		}
	}
	for _, f := range [][2]string{{".gitignore", gitIgnore}, {".gitattributes", gitAttributes}} {
		if err := ensureLines(filepath.Join(root, f[0]), f[1]); err != nil {
			return err
		}
	}
	// Last, for this file makes the folder a workspace.
	return writeNew(path, settings)
}

func writeNew(path string, data []byte) error {
	return renameio.WriteFile(path, data, 0o666, renameio.WithTempDir(filepath.Dir(path)), renameio.WithExistingPermissions())
}

// ownFile refuses what is there and no regular file: a link's text would be
// copied into the workspace, a pipe waited for.
func ownFile(path string) error {
	info, err := os.Lstat(path)
	if err == nil && !info.Mode().IsRegular() {
		return linked(filepath.Base(path))
	}
	return nil
}

func linked(name string) error { return lang.E(lang.ArchiveLinked, name).Because(ErrOutside) }

// ensureLines adds to the file those of lines that it does not have.
func ensureLines(path, lines string) error {
	if err := ownFile(path); err != nil {
		return err
	}
	old, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	has := map[string]bool{}
	for line := range strings.Lines(string(old)) {
		has[strings.TrimSpace(line)] = true
	}
	out := bytes.Clone(old)
	for line := range strings.Lines(lines) {
		if has[strings.TrimSpace(line)] {
			continue
		}
		if len(out) > 0 && out[len(out)-1] != '\n' {
			out = append(out, '\n')
		}
		out = append(out, line...)
	}
	if bytes.Equal(out, old) {
		return nil
	}
	return writeNew(path, out)
}

// settingsText writes settings as a telko.toml with the optional keys as
// comments, so that a person sees what else there is.
func settingsText(s Settings) []byte {
	l := s.Lang
	var b bytes.Buffer
	fmt.Fprintf(&b, "id = %s\nteam = %s\n", quote(s.ID), quote(s.Team))
	fmt.Fprintf(&b, "language = %-17s # %s\n", quote(l.Code()), lang.ArchiveNoteLanguage.In(l))
	fmt.Fprintf(&b, "timezone = %s\ndue-days = %d\n", quote(s.TimeZone), s.DueDays)
	for _, v := range s.Series {
		fmt.Fprintf(&b, "\n[series.%s]\n", v.Key)
		line(&b, "title", v.Title, "")
		line(&b, "page", v.Page, "IT/Protokolle/{date} - Telko")
		line(&b, "place", v.Place, "")
		day := ""
		if v.Regular {
			day = v.Weekday.String()
		}
		line(&b, "weekday", day, "Thursday")
		line(&b, "time", v.Time.String(), "22:00")
		line(&b, "id-prefix", v.IDPrefix, "IT")
		if v.Quorum > 0 {
			fmt.Fprintf(&b, "quorum = %d\n", v.Quorum)
		}
	}
	w := s.Wiki
	b.WriteString("\n[wiki]\n")
	line(&b, "api", w.API, "https://wiki.example.org/api.php")
	line(&b, "index-page", w.IndexPage, "IT/Protokolle")
	line(&b, "tasks-page", w.TasksPage, "IT/Aufgaben")
	line(&b, "motions-page", w.MotionsPage, "IT/Anträge")
	line(&b, "log-page", w.LogPage, "IT/Aufgaben/Log")
	names := "full"
	if w.NamesAsNick {
		names = "nick"
	}
	fmt.Fprintf(&b, "names = %-20s # %s\n", quote(names), lang.ArchiveNoteNames.In(l))
	if w.LogOnly {
		b.WriteString("writes = \"log\"\n")
	}
	if len(w.Categories) > 0 {
		fmt.Fprintf(&b, "categories = %s\n", quoteAll(w.Categories))
	}
	return b.Bytes()
}

// line writes a key; one without a value as a comment with an example.
func line(b *bytes.Buffer, key, value, example string) {
	switch {
	case value != "":
		fmt.Fprintf(b, "%s = %s\n", key, quote(value))
	case example != "":
		fmt.Fprintf(b, "# %s = %s\n", key, quote(example))
	}
}

// peopleText writes the roster; an empty one says how to add somebody.
func peopleText(people []minutes.Person, l lang.Lang) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# %s\n", lang.ArchiveNotePeople.In(l))
	if len(people) == 0 {
		b.WriteString("#\n# [[person]]\n# nick = \"mia\"\n# name = \"Mia Muster\"\n# aliases = [\"mmuster\"]\n" +
			"# guest = false\n# groups = [\"orga\"]\n# wiki = \"Mia\"\n# email = \"mia@example.org\"\n")
	}
	for _, p := range people {
		b.WriteString("\n[[person]]\n")
		line(&b, "nick", p.Nick, "")
		line(&b, "name", p.Name, "")
		if len(p.Aliases) > 0 {
			fmt.Fprintf(&b, "aliases = %s\n", quoteAll(p.Aliases))
		}
		if p.Guest {
			b.WriteString("guest = true\n")
		}
		if len(p.Groups) > 0 {
			fmt.Fprintf(&b, "groups = %s\n", quoteAll(p.Groups))
		}
		line(&b, "wiki", p.Wiki, "")
		line(&b, "email", p.Email, "")
	}
	return b.Bytes()
}

// quote writes a TOML basic string.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, "\\u%04X", r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

func quoteAll(all []string) string {
	q := make([]string, len(all))
	for i, s := range all {
		q[i] = quote(s)
	}
	return "[" + strings.Join(q, ", ") + "]"
}
