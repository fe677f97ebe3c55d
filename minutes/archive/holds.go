package archive

import "bytes"

// Holds reports whether a meeting's file holds what src would become there:
// src, its tasks and motions with their ids. So a page that is imported again
// is known for what it is.
func (w *Workspace) Holds(ref Ref, src []byte) (bool, error) {
	m, err := w.readBoth(ref)
	if err != nil {
		return false, err
	}
	if bytes.Equal(m.public.old, src) {
		return true, nil
	}
	m.public.data = src
	used, err := w.numbersOf(m)
	if err != nil {
		return false, err
	}
	out, _, err := w.mint(m.public, used)
	return err == nil && bytes.Equal(out, m.public.old), err
}
