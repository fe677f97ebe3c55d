package minutes

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"telko/minutes/lang"
)

// Person is somebody the team knows, as people.toml has them.
type Person struct {
	Nick    string // required, unique whatever the case
	Name    string // full name
	Aliases []string
	Guest   bool     // a guest, not a member
	Groups  []string // groups the person belongs to
	Wiki    string   // user name on the wiki
	Email   string

	NoReminders bool // does not want to be reminded of tasks

	Line int // in people.toml, from 1
}

// People is the roster. A nil *People knows nobody.
type People struct {
	all    []Person
	byKey  map[string]int      // nick, alias and full name to index in all
	groups map[string]string   // key of a group to its name as first spelt
	of     map[string][]Person // key of a group to who belongs to it
}

// NewPeople returns the roster of ps. One without a nick, with a nick that no
// bracket could hold, or two that answer to one name are a *PersonError.
func NewPeople(ps []Person) (*People, error) {
	p := &People{
		all:    slices.Clone(ps),
		byKey:  make(map[string]int, 3*len(ps)),
		groups: map[string]string{},
		of:     map[string][]Person{},
	}
	for i := range p.all {
		who := &p.all[i]
		if err := checkNick(who.Nick); err != nil {
			return nil, &PersonError{who.Line, err}
		}
		for _, name := range append([]string{who.Nick, who.Name}, who.Aliases...) {
			k := key(name)
			if k == "" {
				continue
			}
			if j, taken := p.byKey[k]; taken && j != i {
				// Full names stay out of messages: a bot's go to logs.
				err := lang.E(lang.ReadNameTaken, who.Nick, p.all[j].Nick)
				if k == key(who.Nick) || k == key(p.all[j].Nick) {
					err = lang.E(lang.ReadNickTaken, name, who.Nick, p.all[j].Nick)
				}
				return nil, &PersonError{who.Line, err.Hint(lang.ReadNameTakenHint)}
			}
			p.byKey[k] = i
		}
		for _, g := range who.Groups {
			k := key(g)
			if _, known := p.groups[k]; !known {
				p.groups[k] = strings.TrimSpace(g)
			}
			p.of[k] = append(p.of[k], *who)
		}
	}
	return p, nil
}

// checkNick reports why nick cannot stand in a bracket of assignees.
func checkNick(nick string) error {
	if strings.TrimSpace(nick) == "" {
		return lang.E(lang.ReadNoNick).Hint(lang.ReadNickHint)
	}
	for _, r := range nick {
		if unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune("()[]{}<>,;?#\"", r) {
			return lang.E(lang.ReadBadNick, nick, string(r)).Hint(lang.ReadNickHint)
		}
	}
	return nil
}

// Find returns who answers to word: a nick, an alias or a full name, whatever
// its case and Unicode form.
func (p *People) Find(word string) (Person, bool) {
	if p == nil {
		return Person{}, false
	}
	i, ok := p.byKey[key(word)]
	if !ok {
		return Person{}, false
	}
	return p.all[i], true
}

// Group returns the name of the group that word names, as people.toml spells
// it.
func (p *People) Group(word string) (name string, ok bool) {
	if p == nil {
		return "", false
	}
	name, ok = p.groups[key(word)]
	return name, ok
}

// All returns everybody, in the order of people.toml.
func (p *People) All() []Person {
	if p == nil {
		return nil
	}
	return slices.Clone(p.all)
}

// Groups returns the names of all groups, sorted.
func (p *People) Groups() []string {
	if p == nil {
		return nil
	}
	var out []string
	for _, name := range p.groups {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

// Members returns who belongs to a group, in the order of people.toml.
func (p *People) Members(group string) []Person {
	if p == nil {
		return nil
	}
	return slices.Clone(p.of[key(group)])
}

// Nearest returns up to three nicks that word may have meant, best first: ones
// that answer to a name that begins with it, or that differs little from it.
func (p *People) Nearest(word string) []string {
	w := key(word)
	if p == nil || w == "" {
		return nil
	}
	best := map[int]int{} // index in all to distance
	limit := 1 + utf8.RuneCountInString(w)/4
	for k, i := range p.byKey {
		d := Distance(w, k, limit)
		if strings.IndexByte(k, ' ') >= 0 {
			for part := range strings.FieldsSeq(k) {
				d = min(d, Distance(w, part, limit))
			}
		}
		if utf8.RuneCountInString(w) >= 2 && strings.HasPrefix(k, w) {
			d = min(d, 1)
		}
		if d > limit {
			continue
		}
		if old, ok := best[i]; !ok || d < old {
			best[i] = d
		}
	}
	var found []int
	for i := range best {
		found = append(found, i)
	}
	slices.SortFunc(found, func(a, b int) int {
		if d := best[a] - best[b]; d != 0 {
			return d
		}
		return a - b
	})
	var out []string
	for _, i := range found[:min(3, len(found))] {
		out = append(out, p.all[i].Nick)
	}
	return out
}

// PersonError is a person of people.toml that cannot be taken.
type PersonError struct {
	Line int   // in people.toml, 0 if not known
	Err  error // usually a *lang.Error
}

// Error returns the message in English.
func (e *PersonError) Error() string { return e.Err.Error() }

// In returns the message in l.
func (e *PersonError) In(l lang.Lang) string { return lang.Say(e.Err, l) }

// Unwrap returns the cause.
func (e *PersonError) Unwrap() error { return e.Err }
