package minutes

// FrontMatter is the key: value lines on top of a file.
type FrontMatter struct {
	At   Span    // from the first "---" to the end of the second's line, line break included; empty if there is none
	Keys []Entry // in order, unknown ones too
}

// Entry is one line of the front matter.
type Entry struct {
	Key   string // as written
	Value string // without white space at either end
	Line  int    // in the file, from 1
	At    Span   // the line, without its line break
	Val   Span   // the value
}

// Get returns the value of key, the first if there are several.
func (fm FrontMatter) Get(key string) (value string, ok bool) {
	for _, e := range fm.Keys {
		if equalFold(e.Key, key) {
			return e.Value, true
		}
	}
	return "", false
}
