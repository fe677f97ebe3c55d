package archive

import (
	"bytes"
	"strings"
	"time"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks"
)

// Edit changes a meeting's public file: under the lock, fn gets what the file
// holds and returns what it is to hold (nil leaves it); tasks and motions
// without an id get one. If that is the same, the file is not written, and has
// not changed; the logs get what they lack of it all the same. Text that
// cannot be read as minutes is an error, and nothing is written. An editor
// that saves meanwhile is not overwritten: ErrChanged.
func (w *Workspace) Edit(ref Ref, fn func(old []byte) ([]byte, error)) (changed bool, err error) {
	return w.EditBoth(ref, func(public, _ []byte) ([]byte, []byte, error) {
		out, err := fn(public)
		return out, nil, err
	})
}

// EditPrivate is Edit for a meeting's private file; old is nil if there is
// none yet.
func (w *Workspace) EditPrivate(ref Ref, fn func(old []byte) ([]byte, error)) (changed bool, err error) {
	return w.EditBoth(ref, func(_, private []byte) ([]byte, []byte, error) {
		out, err := fn(private)
		return nil, out, err
	})
}

// EditBoth is Edit for a meeting's public and private file at once. A nil
// result leaves a file as it is; private is nil if there is no private file.
// What moves from one to the other is written to the private file first, so
// that a crash shows it twice rather than never.
func (w *Workspace) EditBoth(ref Ref, fn func(public, private []byte) (newPublic, newPrivate []byte, err error)) (changed bool, err error) {
	err = w.locked(func(h *held) error {
		both, err := w.readBoth(ref)
		if err != nil {
			return err
		}
		if both.public.data, both.private.data, err = fn(both.public.old, both.private.old); err != nil {
			return err
		}
		changed, err = h.save(both)
		return err
	})
	return changed && err == nil, err
}

// Numbered returns a meeting's public file as the next save would write it: with
// ids for its tasks and motions. Nothing is written.
func (w *Workspace) Numbered(ref Ref) ([]byte, error) {
	both, err := w.readBoth(ref)
	if err != nil {
		return nil, err
	}
	used, err := w.numbersOf(both)
	if err != nil {
		return nil, err
	}
	both.public.data = both.public.old
	src, _, err := w.mint(both.public, used)
	return src, err
}

// Create writes the file of a new meeting, gives ids to its tasks and motions,
// and fails with ErrExists if there is one with this id.
func (w *Workspace) Create(id string, src []byte) (Ref, error) {
	date, ok := meetingDate(id)
	if !ok {
		return Ref{}, lang.E(lang.ArchiveBadMeetingID, id).Hint(lang.ArchiveMeetingName)
	}
	ref := Ref{ID: id, Path: PathOf(id), Date: date, Series: w.settings.seriesOfID(id)}
	err := w.locked(func(h *held) error {
		l, err := w.list()
		if err != nil {
			return err
		}
		for _, f := range l.files {
			if f.id == id && !f.private {
				return lang.E(lang.ArchiveExists, l.path(f)).Because(ErrExists)
			}
		}
		if src == nil {
			src = []byte{}
		}
		_, err = h.save(&meetingFiles{ref: ref, public: &replacement{rel: ref.Path, data: src}, private: &replacement{rel: privatePath(ref)}})
		return err
	})
	return ref, err
}

// meetingFiles is a meeting about to be saved.
type meetingFiles struct {
	ref             Ref
	public, private *replacement
}

func privatePath(ref Ref) string {
	if ref.PrivatePath != "" {
		return ref.PrivatePath
	}
	return strings.TrimSuffix(ref.Path, ".md") + privateEnd + ".md"
}

func (w *Workspace) readBoth(ref Ref) (*meetingFiles, error) {
	m := &meetingFiles{ref: ref, public: &replacement{rel: ref.Path}, private: &replacement{rel: privatePath(ref), perm: 0o600}}
	var err error
	if m.public.old, err = w.readFile(m.public.rel, maxMeeting); err != nil {
		return nil, err
	}
	if m.public.old == nil {
		return nil, lang.E(lang.ArchiveNoMeeting, ref.ID).Because(ErrNoMeeting)
	}
	m.private.old, err = w.readFile(m.private.rel, maxMeeting)
	return m, err
}

// minted is what giving ids to one file's lines adds to the logs.
type minted struct {
	tasks   []tasks.Event
	motions []motions.Event
}

// save gives ids, then writes logs and files if anything is new.
func (h *held) save(m *meetingFiles) (changed bool, err error) {
	used, err := h.w.numbersOf(m)
	if err != nil {
		return false, err
	}
	var all []*replacement
	var news [2]minted
	for i, r := range []*replacement{m.public, m.private} {
		if r.data == nil {
			continue
		}
		if r.data, news[i], err = h.w.mint(r, used); err != nil {
			return false, err
		}
		used.add(news[i])
		if r.old == nil || !bytes.Equal(r.data, r.old) {
			all = append([]*replacement{r}, all...) // the private one first
		}
	}
	fresh := false
	for _, n := range news {
		fresh = fresh || len(n.tasks)+len(n.motions) > 0
	}
	secret, err := h.w.privateWordings(m)
	if err != nil {
		return false, err
	}
	if len(all) == 0 && !fresh && secret == nil {
		return false, nil
	}
	if m.private.data != nil || secret != nil {
		if err := h.w.hidePrivate(); err != nil {
			return false, err
		}
	}
	return len(all) > 0, h.commit(all, func() error {
		if err := h.w.logMinted(news[0], news[1]); err != nil {
			return err
		}
		return h.w.hideWordings(secret)
	})
}

func (w *Workspace) logMinted(public, private minted) error {
	secret := append(taskLines(private.tasks), motionLines(private.motions)...)
	if err := w.appendLines(privateLog, secret, 0o600); err != nil {
		return err
	}
	if err := w.appendLines(taskLog, taskLines(public.tasks), 0o666); err != nil {
		return err
	}
	return w.appendLines(motionLog, motionLines(public.motions), 0o666)
}

// hidePrivate makes sure that git ignores what is private before there is any.
func (w *Workspace) hidePrivate() error {
	if err := w.plain(".gitignore"); err != nil {
		return err
	}
	return ensureLines(w.root+"/.gitignore", gitIgnore)
}

// mint gives ids to the lines of one file.
func (w *Workspace) mint(r *replacement, used *numbers) ([]byte, minted, error) {
	ctx := w.Context()
	f, err := minutes.Parse(r.rel, r.data, ctx)
	if err != nil {
		return nil, minted{}, err
	}
	var n minted
	out, ts, ms, err := minutes.MintLines(r.rel, r.data, ctx, used.tasksFor(r.rel, f.Meeting.IDDay), used.motionsFor(r.rel, f.Meeting.IDDay), w.settings.IDPrefix(f.Meeting.Series))
	n.tasks, n.motions = ts, ms
	w.stampComing(n.motions)
	return out, n, err
}

// stampComing gives events that have the start of a meeting yet to come the
// moment of saving: a motion on its agenda is there now, and what becomes of it
// before that meeting comes after.
func (w *Workspace) stampComing(events []motions.Event) {
	now := w.Now().Truncate(time.Second)
	for i := range events {
		if e := &events[i]; e.At.After(now) {
			e.At = now.In(e.At.Location())
		}
	}
}
