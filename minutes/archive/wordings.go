package archive

import (
	"telko/minutes"
	"telko/motions"
)

// privateWordings returns the motions of a meeting's private file whose wording
// stands in motions.log: they were public when it was frozen.
func (w *Workspace) privateWordings(m *meetingFiles) ([]motions.ID, error) {
	src := m.private.data
	if src == nil {
		src = m.private.old
	}
	if len(src) == 0 {
		return nil, nil
	}
	f, err := minutes.Parse(m.private.rel, src, w.Context())
	if err != nil {
		return nil, nil // whoever broke it mends it; it is no reason not to save
	}
	var ids []motions.ID
	for _, mo := range f.Meeting.Motions {
		if mo.ID != "" {
			ids = append(ids, mo.ID)
		}
	}
	log, err := w.readFile(motionLog, maxLog)
	if rest, _ := motions.WithoutWordings(log, ids); err != nil || rest == nil {
		return nil, err
	}
	return ids, nil
}

// hideWordings moves what is frozen of motions to the private log; the digests
// stay. It is the one change of a log that is not an addition: git takes
// motions.log, and what it has had is out for good.
func (w *Workspace) hideWordings(ids []motions.ID) error {
	if len(ids) == 0 {
		return nil
	}
	log, err := w.readFile(motionLog, maxLog)
	if err != nil {
		return err
	}
	rest, lines := motions.WithoutWordings(log, ids)
	if rest == nil {
		return nil
	}
	if err := w.appendLines(privateLog, lines, 0o600); err != nil {
		return err
	}
	r := &replacement{rel: motionLog, old: log, data: rest}
	if err := w.prepare(r); err != nil {
		return err
	}
	defer func() { _ = r.pending.Cleanup() }()
	if err := w.unchanged(r); err != nil {
		return err
	}
	if err := r.pending.CloseAtomicallyReplace(); err != nil {
		return err
	}
	return w.syncDir(".")
}
