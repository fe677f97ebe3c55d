package archive

import "telko/minutes"

// Head reads what the head of a meeting's public file says, for lists; see
// minutes.ParseHead.
func (w *Workspace) Head(ref Ref) (minutes.Meeting, error) {
	src, err := w.source(ref.Path)
	if err != nil {
		return minutes.Meeting{}, err
	}
	return minutes.ParseHead(ref.Path, src, w.Context())
}
