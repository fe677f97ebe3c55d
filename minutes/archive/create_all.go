package archive

import (
	"path"
	"sync"

	"telko/minutes/lang"
	"telko/tasks/when"
)

// Fresh is a meeting that is to be made.
type Fresh struct {
	ID     string
	Source []byte // its file; tasks and motions may lack ids
}

// Made is what became of a Fresh.
type Made struct {
	Ref Ref
	Err error // ErrExists, or what keeps it from being made; the others are made
}

// CreateAll is Create for many meetings at once: the folders and the logs are
// read once, and what makes a change safe is waited for once. Meetings of one
// day get their numbers in the order of all. The error is one of the disk or of
// the lock; then some of them may have been made.
func (w *Workspace) CreateAll(all []Fresh) ([]Made, error) {
	made := make([]Made, len(all))
	err := w.locked(func(h *held) error {
		b, err := w.beginBatch()
		if err != nil {
			return err
		}
		for i, f := range all {
			made[i].Ref, made[i].Err = b.add(f)
		}
		if len(b.files) == 0 {
			return nil
		}
		return h.commitAll(b.files, b.news)
	})
	return made, err
}

// batch is several new meetings on their way to the disk.
type batch struct {
	w     *Workspace
	logs  logs
	there map[string]string          // path of a meeting, by id
	days  map[when.Date][]*sharesDay // files of a day, those of this batch too
	files []*replacement
	news  minted
}

// sharesDay is a file whose ids new ones must not repeat.
type sharesDay struct {
	rel string
	src []byte // nil: still to be read
}

func (w *Workspace) beginBatch() (*batch, error) {
	b := &batch{w: w, there: map[string]string{}, days: map[when.Date][]*sharesDay{}}
	var err error
	if b.logs, err = w.readLogs(); err != nil {
		return nil, err
	}
	l, err := w.list()
	if err != nil {
		return nil, err
	}
	for _, f := range l.files {
		if !f.private {
			b.there[f.id] = l.path(f)
		}
		if d, ok := meetingDate(f.id); ok {
			b.days[d] = append(b.days[d], &sharesDay{rel: l.path(f)})
		}
	}
	return b, nil
}

// add gives a new meeting its ids.
func (b *batch) add(f Fresh) (Ref, error) {
	date, ok := meetingDate(f.ID)
	if !ok {
		return Ref{}, lang.E(lang.ArchiveBadMeetingID, f.ID).Hint(lang.ArchiveMeetingName)
	}
	ref := Ref{ID: f.ID, Path: PathOf(f.ID), Date: date, Series: b.w.settings.seriesOfID(f.ID)}
	if path, ok := b.there[f.ID]; ok {
		return ref, lang.E(lang.ArchiveExists, path).Because(ErrExists)
	}
	n := &numbers{w: b.w, logs: b.logs, added: b.news}
	for _, s := range b.days[date] {
		if s.src == nil {
			s.src, _ = b.w.readFile(s.rel, maxMeeting) // one that cannot be read has its ids in the logs
		}
		n.note(s.rel, s.src)
	}
	n.note(ref.Path, f.Source)
	r := &replacement{rel: ref.Path, data: f.Source}
	if r.data == nil {
		r.data = []byte{}
	}
	data, news, err := b.w.mint(r, n)
	if err != nil {
		return ref, err
	}
	r.data = data
	b.files = append(b.files, r)
	b.news.tasks = append(b.news.tasks, news.tasks...)
	b.news.motions = append(b.news.motions, news.motions...)
	b.there[f.ID] = ref.Path
	b.days[date] = append(b.days[date], &sharesDay{rel: ref.Path, src: data})
	return ref, nil
}

// atOnce is how many files wait for the disk at once: it writes many about as
// fast as one.
const atOnce = 8

// commitAll is commit for new files: each step is on disk before the next, but
// of all of them together.
func (h *held) commitAll(files []*replacement, news minted) error {
	w := h.w
	defer func() {
		for _, r := range files {
			if r.pending != nil {
				_ = r.pending.Cleanup()
			}
		}
	}()
	if err := eachOf(files, w.prepare); err != nil {
		return err
	}
	if !h.still() {
		return lang.E(lang.ArchiveLostLock).Because(ErrBusy).Hint(lang.ArchiveBusyHint)
	}
	if err := w.logMinted(news, minted{}); err != nil {
		return err
	}
	dirs := map[string]bool{}
	for _, r := range files {
		if err := w.unchanged(r); err != nil {
			return err
		}
		if err := r.pending.CloseAtomicallyReplace(); err != nil {
			return err
		}
		dirs[path.Dir(r.rel)] = true
	}
	for dir := range dirs {
		if err := w.syncDir(dir); err != nil {
			return err
		}
	}
	return nil
}

// eachOf calls do for all files, some at a time, and returns the first error.
func eachOf(files []*replacement, do func(*replacement) error) error {
	var (
		wg    sync.WaitGroup
		mu    sync.Mutex
		first error
	)
	slots := make(chan struct{}, atOnce)
	for _, r := range files {
		slots <- struct{}{}
		wg.Go(func() {
			defer func() { <-slots }()
			if err := do(r); err != nil {
				mu.Lock()
				defer mu.Unlock()
				if first == nil {
					first = err
				}
			}
		})
	}
	wg.Wait()
	return first
}
