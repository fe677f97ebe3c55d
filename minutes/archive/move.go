package archive

import (
	"path"

	"telko/minutes"
	"telko/minutes/lang"
)

// Move gives a meeting another name: its public and its private file, in which
// change may change what says so (it gets each as it was read). Ids stay as
// they are. A meeting that has the name already is ErrExists. Each step can be
// repeated: killed anywhere, the same move brings it to its end.
func (w *Workspace) Move(ref Ref, id string, change func(f *minutes.File) ([]byte, error)) (Ref, error) {
	date, ok := meetingDate(id)
	if !ok {
		return Ref{}, lang.E(lang.ArchiveBadMeetingID, id).Hint(lang.ArchiveMeetingName)
	}
	to := Ref{ID: id, Path: PathOf(id), Date: date, Series: w.settings.seriesOfID(id)}
	err := w.locked(func(h *held) error {
		l, err := w.list()
		if err != nil {
			return err
		}
		for _, f := range l.files {
			if f.id == id && !f.private && id != ref.ID {
				return lang.E(lang.ArchiveExists, l.path(f)).Because(ErrExists)
			}
		}
		both, err := w.readBoth(ref)
		if err != nil {
			return err
		}
		for _, r := range []*replacement{both.public, both.private} {
			if r.old == nil {
				continue
			}
			f, err := minutes.Parse(r.rel, r.old, w.Context())
			if err != nil {
				return err
			}
			if r.data, err = change(f); err != nil {
				return err
			}
		}
		if _, err := h.save(both); err != nil {
			return err
		}
		if id == ref.ID {
			to.Path, to.PrivatePath = ref.Path, ref.PrivatePath
			return nil
		}
		if both.private.old != nil { // first: it must never be taken for a file of nobody's
			to.PrivatePath = privatePath(to)
			if err := w.rename(both.private.rel, to.PrivatePath); err != nil {
				return err
			}
		}
		return w.rename(both.public.rel, to.Path)
	})
	return to, err
}

// rename gives a file another name, and waits until that is on disk.
func (w *Workspace) rename(from, to string) error {
	if err := w.plain(from); err != nil {
		return err
	}
	if err := w.plain(to); err != nil {
		return err
	}
	if err := w.dir.MkdirAll(path.Dir(to), 0o777); err != nil {
		return outside(err)
	}
	if err := w.dir.Rename(from, to); err != nil {
		return outside(err)
	}
	if err := w.syncDir(path.Dir(to)); err != nil {
		return err
	}
	return w.syncDir(path.Dir(from))
}
