package archive

import "bytes"

// Holds reports whether a meeting's file holds what src would become there:
// src, its tasks and motions with their ids. So a page that is imported again
// is known for what it is.
func (w *Workspace) Holds(ref Ref, src []byte) (bool, error) {
	f, err := w.Load(ref)
	if err != nil {
		return false, err
	}
	return bytes.Equal(f.Source(), src), nil
}
