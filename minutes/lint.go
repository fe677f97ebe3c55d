package minutes

// Lint returns what a person should look at in f, in order of lines: what
// reading found doubtful, and what is written well but will surprise.
func Lint(f *File, ctx Context) []Finding { return nil }
