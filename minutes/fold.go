package minutes

import "telko/minutes/lang"

// key returns what names are compared by.
func key(s string) string { return lang.Key(s) }

// equalFold reports whether a and b are the same name.
func equalFold(a, b string) bool { return a == b || key(a) == key(b) }
