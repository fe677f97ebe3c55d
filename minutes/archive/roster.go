package archive

import (
	"errors"
	"strconv"
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
)

// PeopleFile is the name of the roster in a workspace's folder.
const PeopleFile = "people.toml"

type peopleTOML struct {
	Person []personTOML `toml:"person"`
}

type personTOML struct {
	Nick    string   `toml:"nick"`
	Name    string   `toml:"name"`
	Aliases []string `toml:"aliases"`
	Guest   bool     `toml:"guest"`
	Groups  []string `toml:"groups"`
	Wiki    string   `toml:"wiki"`
	Email   string   `toml:"email"`

	NoReminders bool `toml:"no-reminders"`
}

// ReadPeople reads a people.toml. Name is for messages.
func ReadPeople(name string, src []byte) (*minutes.People, error) {
	var raw peopleTOML
	d, err := readTOML(name, src, &raw)
	if err != nil {
		return nil, err
	}
	all := make([]minutes.Person, 0, len(raw.Person))
	for i, p := range raw.Person {
		at := "person." + strconv.Itoa(i)
		if field, bad := checkPerson(p); bad != nil {
			return nil, d.fail(at+"."+field, bad)
		}
		all = append(all, minutes.Person{
			Nick: p.Nick, Name: p.Name, Aliases: p.Aliases, Guest: p.Guest,
			Groups: p.Groups, Wiki: p.Wiki, Email: p.Email, NoReminders: p.NoReminders, Line: d.line(at),
		})
	}
	people, err := minutes.NewPeople(all)
	if err == nil {
		return people, nil
	}
	at, why := 1, err
	var bad *minutes.PersonError
	if errors.As(err, &bad) {
		at, why = max(bad.Line, 1), bad.Err
	}
	return nil, &minutes.LineError{File: name, Line: at, Err: why}
}

func checkPerson(p personTOML) (field string, err *lang.Error) {
	switch {
	case p.Nick == "":
		return "nick", lang.E(lang.ArchiveMissing, "nick")
	case !isNick(p.Nick):
		return "nick", lang.E(lang.ArchiveBadNick, p.Nick)
	case !oneLine(p.Name):
		return "name", lang.E(lang.ArchiveOneLine, "name")
	case !oneLine(p.Wiki):
		return "wiki", lang.E(lang.ArchiveOneLine, "wiki")
	case p.Email != "" && !isEmail(p.Email):
		return "email", lang.E(lang.ArchiveBadEmail)
	}
	for _, a := range p.Aliases {
		if a == "" || !oneLine(a) {
			return "aliases", lang.E(lang.ArchiveOneLine, "aliases")
		}
	}
	for _, g := range p.Groups {
		if !isNick(g) {
			return "groups", lang.E(lang.ArchiveBadNick, g)
		}
	}
	return "", nil
}

// isNick reports whether s can stand in a bracket and in a line of the log: no
// white space, and none of the signs that mean something there.
func isNick(s string) bool {
	return s != "" && len(s) <= 64 && oneLine(s) && !strings.ContainsAny(s, " \t()[]{}<>,;?#|:\"\u00a0")
}

func isEmail(s string) bool {
	local, host, ok := strings.Cut(s, "@")
	return ok && local != "" && host != "" && !strings.ContainsAny(s, " \t\r\n,;<>\"") && !strings.Contains(host, "@")
}
