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
