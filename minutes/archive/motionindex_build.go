package archive

import (
	"encoding/binary"
	"slices"
	"sync"

	"telko/minutes"
	"telko/motions"
)

// motionIndex is what a new index is made of.
type motionIndex struct {
	index
	of       [][]motions.Station // of each file
	problems []Problem
	all      []*motions.Record
}

func (x *motionIndex) encode() (head, body []byte) {
	var said []byte // the stations
	ends, n := make([]int, len(x.of)), 0
	for i, some := range x.of {
		for k := range some {
			said = appendStation(said, &some[k])
		}
		ends[i] = len(said)
		n += len(some)
	}
	sizes := [motionParts][2]int{}
	var sums [motionParts]uint64
	done := func(p, count, from int) {
		sizes[p], sums[p] = [2]int{count, len(body) - from}, checksum(view(body[from:]))
	}
	start := 0
	for i, f := range x.files {
		body = appendText(appendInt(body, f.dir), f.name)
		body = appendInt(appendStamp(appendBool(body, f.racy), f.stamp), len(x.of[i]))
		body = appendUint64(appendInt(body, ends[i]-start), checksum(view(said[start:ends[i]])))
		start = ends[i]
	}
	done(motionFilePart, len(x.files), 0)
	from := len(body)
	for _, p := range x.problems {
		body = appendProblem(body, p)
	}
	done(motionProblemPart, len(x.problems), from)
	from = len(body)
	var rows []byte
	for _, r := range x.all {
		n := len(rows)
		rows = appendRecord(rows, r)
		body = appendInt(appendBool(appendText(body, string(r.ID)), r.Resolution), len(rows)-n)
	}
	done(namePart, len(x.all), from)
	from = len(body)
	body = append(body, rows...)
	done(rowPart, len(x.all), from)
	sizes[stationPart] = [2]int{n, len(said)}
	body = append(body, said...)

	b := make([]byte, motionHeadStart, 4096)
	copy(b, motionIndexMagic)
	b = appendUint64(b, x.basis)
	for _, l := range x.logs {
		b = appendBool(appendStamp(b, l.stamp), l.racy)
		b = appendUint64(appendInt(b, l.size), l.sum)
	}
	b = appendInt(b, len(x.dirs))
	for _, d := range x.dirs {
		b = appendBool(appendStamp(appendText(b, d.path), d.stamp), d.racy)
	}
	for p := range sizes {
		b = appendUint64(appendInt(appendInt(b, sizes[p][0]), sizes[p][1]), sums[p])
	}
	at := len(motionIndexMagic)
	binary.LittleEndian.PutUint32(b[at:], uint32(len(b)-motionHeadStart))
	binary.LittleEndian.PutUint64(b[at+4:], checksum(view(b[motionHeadStart:])))
	return b, body
}

// reindexMotions makes a new index, of which only what changed is read if old
// can be built on, and puts it in the old one's place.
func (w *Workspace) reindexMotions(old *oldMotions) (*motionIndex, error) {
	tmp, now := w.beginIndex()
	x := &motionIndex{index: index{basis: w.basis}}
	for i, name := range motionLogNames {
		st, ok := statAt(w.fd, name)
		x.logs[i] = logEntry{stamp: st, racy: ok && st.racy(now)}
	}
	l, err := w.list()
	var logs logs
	if err == nil {
		logs, err = w.readLogs()
	}
	if err != nil {
		dropTemp(w, tmp)
		return nil, err
	}
	for i, rel := range l.dirs {
		st := l.stamps[i]
		x.dirs = append(x.dirs, dirEntry{path: rel, stamp: st, racy: st.racy(now)})
	}
	if len(l.dirs) == 0 {
		x.dirs = append(x.dirs, dirEntry{path: meetingsDir, racy: true})
	}
	x.problems = append(slices.Clone(l.problems), l.orphanFiles()...)
	w.surveyMotions(x, l, old, now)
	evs, bad := readMotionLogs(logs)
	x.problems = append(x.problems, bad...)
	x.all = motions.Fold(slices.Concat(x.of...), evs)
	head, body := x.encode()
	w.endIndexAs(motionIndexFile, tmp, head, body)
	return x, nil
}

// surveyMotions reads the files that are new, were changed, or could not be
// read before; of the others the old index has what they say.
func (w *Workspace) surveyMotions(x *motionIndex, l *listing, old *oldMotions, now int64) {
	was := map[string]int{}
	var before [][]motions.Station
	if old != nil {
		var whole bool
		before, whole = old.stations(w, nil)
		ps, sure := old.problems()
		if whole && sure {
			w.at("motions updated")
			for i := range old.head.files {
				was[old.head.path(i)] = i
			}
			for _, p := range ps {
				delete(was, p.Path)
			}
		}
	}
	d := openDirs(w, l, nil)
	defer d.close()
	x.files, x.of = make([]fileEntry, len(l.files)), make([][]motions.Station, len(l.files))
	errs := make([]error, len(l.files))
	ctx := w.Context()
	one := func(i int) {
		f := l.files[i]
		rel := l.path(f)
		if j, ok := was[rel]; ok && !old.head.files[j].racy {
			if st, ok := statIn(d, f); ok && st == old.head.files[j].stamp {
				x.files[i], x.of[i] = fileEntry{dir: f.dir, name: f.name, stamp: st}, before[j]
				return
			}
		}
		src, st, err := d.read(f, maxMeeting, nil)
		x.files[i] = fileEntry{dir: f.dir, name: f.name, stamp: st, racy: st.racy(now) || st == stamp{}}
		if err == nil {
			var parsed *minutes.File
			if parsed, err = minutes.Parse(rel, src, ctx); err == nil {
				x.of[i] = w.stationsOf(parsed, f.private)
			}
		}
		errs[i] = err
	}
	var wg sync.WaitGroup
	for half := range 2 {
		wg.Go(func() {
			for i := half; i < len(l.files); i += 2 {
				one(i)
			}
		})
	}
	wg.Wait()
	for i, err := range errs {
		if err != nil {
			x.problems = append(x.problems, problemOf(l.path(l.files[i]), err))
		}
	}
}

// statIn returns the stamp of a file whose folder is open.
func statIn(d *dirs, f file) (stamp, bool) {
	if d.fds[f.dir] < 0 {
		return stamp{}, false
	}
	return statAt(d.fds[f.dir], f.name)
}
