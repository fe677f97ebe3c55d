package minutes

import (
	"fmt"

	"telko/minutes/lang"
)

// Finding is something in a file that a person should look at. What was found
// stands as it was written; nothing was guessed.
type Finding struct {
	File   string // as it was named when it was read
	Line   int    // from 1
	Code   Code   // kind of finding, for scripts and tests
	Remark bool   // worth a look, but nothing that ought to be changed
	Err    *lang.Error
}

// In returns the finding in l, without file and line.
func (f Finding) In(l lang.Lang) string { return f.Err.In(l) }

// String returns the finding in English, as FILE:LINE: what was found.
func (f Finding) String() string {
	return fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.Err.In(lang.English))
}
