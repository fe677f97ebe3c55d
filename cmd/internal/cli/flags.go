package cli

import "strings"

// wordList is the value of a flag that takes several words, with commas between
// them or each with a flag of its own. pflag's own value makes a writer of CSV
// for each such flag at every start.
type wordList []string

// String returns the words as Set takes them.
func (l *wordList) String() string { return strings.Join(*l, ",") }

// Set adds the words of s.
func (l *wordList) Set(s string) error {
	if s != "" {
		*l = append(*l, strings.Split(s, ",")...)
	}
	return nil
}

// Type is the name that cobra knows flags by that may be given again.
func (l *wordList) Type() string { return "stringSlice" }

// texts is the value of a flag that may be given again, each time with a text
// that keeps its commas.
type texts []string

// String returns the texts, apart by line breaks.
func (t *texts) String() string { return strings.Join(*t, "\n") }

// Set adds s.
func (t *texts) Set(s string) error {
	*t = append(*t, s)
	return nil
}

// Type is the name that cobra knows flags by that may be given again.
func (t *texts) Type() string { return "stringArray" }
