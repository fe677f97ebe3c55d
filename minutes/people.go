package minutes

// Person is somebody the team knows, as people.toml has them.
type Person struct {
	Nick    string // required, unique whatever the case
	Name    string // full name
	Aliases []string
	Guest   bool     // a guest, not a member
	Groups  []string // groups the person belongs to
	Wiki    string   // user name on the wiki
	Email   string
	Line    int // in people.toml, from 1
}

// People is the roster. A nil *People knows nobody.
type People struct {
	all    []Person
	byKey  map[string]int
	groups map[string]string
}

// NewPeople returns the roster of ps. Two that answer to one name are an
// error, *PersonError.
func NewPeople(ps []Person) (*People, error) {
	return &People{all: ps}, nil
}

// Find returns who answers to word: a nick, an alias or a full name, whatever
// its case and Unicode form.
func (p *People) Find(word string) (Person, bool) { return Person{}, false }

// Group returns the name of the group that word names, as people.toml spells
// it.
func (p *People) Group(word string) (name string, ok bool) { return "", false }

// All returns everybody, in the order of people.toml.
func (p *People) All() []Person { return nil }

// Groups returns the names of all groups, sorted.
func (p *People) Groups() []string { return nil }

// Members returns who belongs to a group, in the order of people.toml.
func (p *People) Members(group string) []Person { return nil }

// Nearest returns up to three nicks that word may have meant, best first.
func (p *People) Nearest(word string) []string { return nil }

// PersonError is a person of people.toml that cannot be taken.
type PersonError struct {
	Line int // in people.toml, 0 if not known
	Err  error
}

// Error returns the message in English.
func (e *PersonError) Error() string { return e.Err.Error() }

// Unwrap returns the cause.
func (e *PersonError) Unwrap() error { return e.Err }
