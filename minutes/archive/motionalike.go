package archive

import (
	"slices"

	"telko/motions"
)

// Likeness is an earlier motion that resembles one, with its passages.
type Likeness struct {
	*motions.Record
	Score float64  // 0 to 1
	Words []string // of both, those that tell most first
}

// Alike returns those of all that resemble q, at most n, the most alike first.
func Alike(all []*motions.Record, q motions.Told, n int) []Likeness {
	return likenesses(all, memoryOf(all).Like(q, n))
}

func memoryOf(all []*motions.Record) *motions.Memory {
	told := make([]motions.Told, len(all))
	for i, r := range all {
		told[i] = r.Told()
	}
	return motions.NewMemory(told)
}

func likenesses(all []*motions.Record, found []motions.Alike) []Likeness {
	out := make([]Likeness, 0, len(found))
	for _, f := range found {
		out = append(out, Likeness{all[f.Index], f.Score, f.Words})
	}
	return out
}

// MotionAlike returns what Motion does, and then, when it is asked, at most n
// motions that resemble it, the most alike first. What a search needs is kept in
// .telko, and made anew, which takes longer, when motions have changed.
func (w *Workspace) MotionAlike(id motions.ID, n int) (*motions.Record, func() ([]Likeness, error), error) {
	r, old, names := w.motionAndIndex(id)
	if r == nil {
		all, err := w.MotionRegister()
		if err != nil {
			return nil, nil, err
		}
		if r = all.Find(id); r == nil {
			return nil, nil, noMotion(id)
		}
		if r.Resolution {
			return r, func() ([]Likeness, error) { return nil, nil }, nil
		}
		// Now that there is an index, the memory that belongs to it is made too.
		if _, old, names = w.motionAndIndex(id); old == nil {
			return r, func() ([]Likeness, error) { return Alike(all.Motions, r.Told(), n), nil }, nil
		}
	}
	return r, func() ([]Likeness, error) {
		defer old.close()
		if found, ok := w.keptAlike(old, names, id, n); ok {
			return found, nil
		}
		all := w.foldedMotions(old)
		if all == nil { // it is damaged
			all, err := w.MotionRegister()
			if err != nil {
				return nil, err
			}
			return Alike(all.Motions, r.Told(), n), nil
		}
		m := memoryOf(all.Motions)
		w.keepMemory(old.memoryKey(), m)
		return likenesses(all.Motions, m.Like(r.Told(), n)), nil
	}, nil
}

// keptAlike searches in what is kept on disk. It fails if that is of no use.
func (w *Workspace) keptAlike(old *oldMotions, names []rowName, id motions.ID, n int) ([]Likeness, bool) {
	told := slices.DeleteFunc(slices.Clone(names), func(n rowName) bool { return n.resolution })
	k, done := w.readMemory(old.memoryKey(), len(told))
	if k == nil {
		return nil, false
	}
	defer done()
	found, ok := k.Like(slices.IndexFunc(told, func(n rowName) bool { return n.id == id }), n)
	if !ok {
		return nil, false
	}
	ids := make([]motions.ID, len(found))
	for i, f := range found {
		ids[i] = told[f.Index].id
	}
	whole, ok := w.someMotions(old, names, ids)
	out := make([]Likeness, len(found))
	for i, f := range found {
		out[i] = Likeness{whole[ids[i]], f.Score, f.Words}
		ok = ok && out[i].Record != nil // it may have no id yet
	}
	return out, ok
}
