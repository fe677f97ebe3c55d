package archive

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"telko/minutes"
	"telko/minutes/lang"
)

// sharedTOML is what may be shared on a wiki: these keys and no other, on the
// way there and on the way back. Neither ids nor addresses are among them.
type sharedTOML struct {
	Team     string                `toml:"team"`
	Language string                `toml:"language"`
	TimeZone string                `toml:"timezone"`
	DueDays  int                   `toml:"due-days"`
	Series   map[string]seriesTOML `toml:"series"`
	Wiki     struct {
		IndexPage   string   `toml:"index-page"`
		TasksPage   string   `toml:"tasks-page"`
		MotionsPage string   `toml:"motions-page"`
		LogPage     string   `toml:"log-page"`
		Names       string   `toml:"names"`
		Categories  []string `toml:"categories"`
	} `toml:"wiki"`
	Person []struct {
		Nick    string   `toml:"nick"`
		Name    string   `toml:"name"`
		Aliases []string `toml:"aliases"`
		Guest   bool     `toml:"guest"`
		Groups  []string `toml:"groups"`
		Wiki    string   `toml:"wiki"`
	} `toml:"person"`
}

// SharedSettings returns what other machines need to know to read the team's
// minutes: the settings, and the roster without e-mail addresses. With
// names = "nick" it has no names, and nothing that stands for one.
func (w *Workspace) SharedSettings() []byte {
	s := w.settings
	l := s.Lang
	var b bytes.Buffer
	fmt.Fprintf(&b, "# %s\nteam = %s\nlanguage = %s\ntimezone = %s\ndue-days = %d\n",
		lang.ArchiveNoteShared.In(l), quote(w.PublicText(s.Team)), quote(l.Code()), quote(s.TimeZone), s.DueDays)
	for _, v := range s.Series {
		fmt.Fprintf(&b, "\n[series.%s]\n", v.Key)
		line(&b, "title", w.PublicText(v.Title), "")
		line(&b, "page", v.Page, "")
		line(&b, "place", noAddress(w.PublicText(v.Place)), "")
		if v.Regular {
			line(&b, "weekday", v.Weekday.String(), "")
		}
		line(&b, "time", v.Time.String(), "")
		line(&b, "id-prefix", v.IDPrefix, "")
		if v.Quorum > 0 {
			fmt.Fprintf(&b, "quorum = %d\n", v.Quorum)
		}
	}
	b.WriteString("\n[wiki]\n")
	line(&b, "index-page", s.Wiki.IndexPage, "")
	line(&b, "tasks-page", s.Wiki.TasksPage, "")
	line(&b, "motions-page", s.Wiki.MotionsPage, "")
	line(&b, "log-page", s.Wiki.LogPage, "")
	if s.Wiki.NamesAsNick {
		line(&b, "names", "nick", "")
	}
	if len(s.Wiki.Categories) > 0 {
		fmt.Fprintf(&b, "categories = %s\n", quoteAll(s.Wiki.Categories))
	}
	for _, p := range w.people.All() {
		p = sharedPerson(p, s.Wiki.NamesAsNick)
		p.Aliases = slices.DeleteFunc(p.Aliases, func(a string) bool { return w.PublicText(a) != a })
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
	}
	return b.Bytes()
}

// sharedPerson returns p without addresses, and, if nicks stand for names,
// without what they stand for.
func sharedPerson(p minutes.Person, nicks bool) minutes.Person {
	out := minutes.Person{Nick: p.Nick, Guest: p.Guest, Groups: p.Groups}
	for _, a := range p.Aliases {
		if a = noAddress(a); a != "" && (!nicks || !tellsName(a, p.Name)) {
			out.Aliases = append(out.Aliases, a)
		}
	}
	if !nicks {
		out.Name, out.Wiki = noAddress(p.Name), noAddress(p.Wiki)
	}
	return out
}

// tellsName reports whether an alias tells more of a name than its first word.
func tellsName(alias, name string) bool {
	if len(strings.Fields(alias)) != 1 || strings.EqualFold(alias, name) {
		return true
	}
	words := strings.Fields(lang.Key(name))
	for i, w := range words {
		if i > 0 && len(w) > 2 && strings.Contains(lang.Key(alias), w) {
			return true
		}
	}
	return false
}

// noAddress returns s, "" if an e-mail address may be in it.
func noAddress(s string) string {
	if strings.Contains(s, "@") {
		return ""
	}
	return s
}

// ReadShared reads what SharedSettings wrote, as anybody may have edited it on
// the wiki since: keys that may not be shared are not read, and every value is
// checked. API and ID are the caller's to fill in.
func ReadShared(name string, src []byte) (Settings, []minutes.Person, error) {
	def := DefaultSettings()
	raw := sharedTOML{Language: def.Lang.Code(), TimeZone: def.TimeZone, DueDays: def.DueDays}
	if err := toml.Unmarshal(src, &raw); err != nil {
		return Settings{}, nil, tomlError(name, src, &raw, err)
	}
	if raw.Wiki.Names == "" {
		raw.Wiki.Names = "full"
	}
	d := &document{name: name, src: src}
	d.forget()
	d.walk()
	for key, v := range raw.Series {
		v.Place = noAddress(v.Place)
		raw.Series[key] = v
	}
	s, path, bad := settingsFrom(settingsTOML{
		ID: "shared", Team: raw.Team, Language: raw.Language, TimeZone: raw.TimeZone, DueDays: raw.DueDays, Series: raw.Series,
		Wiki: wikiTOML{
			IndexPage: raw.Wiki.IndexPage, TasksPage: raw.Wiki.TasksPage, MotionsPage: raw.Wiki.MotionsPage,
			LogPage: raw.Wiki.LogPage, Names: raw.Wiki.Names, Categories: raw.Wiki.Categories,
		},
	}, d)
	if bad != nil {
		return Settings{}, nil, d.fail(path, bad)
	}
	s.ID = ""
	var people []minutes.Person
	for _, p := range raw.Person {
		people = append(people, sharedPerson(minutes.Person{
			Nick: p.Nick, Name: p.Name, Aliases: p.Aliases, Guest: p.Guest, Groups: p.Groups, Wiki: p.Wiki,
		}, s.Wiki.NamesAsNick))
	}
	if _, err := ReadPeople(name, peopleText(people, s.Lang)); err != nil {
		return Settings{}, nil, err
	}
	return s, people, nil
}
