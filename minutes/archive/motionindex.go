package archive

import (
	"encoding/binary"
	"path"
	"slices"

	"telko/motions"
)

// motionIndexFile holds what all files say of motions, what lists show of them,
// and the stamps of every file they were read from, as tasks.index does for
// tasks. The layout, all numbers unsigned varints unless said, texts with their
// length before them:
//
//	magic, length of the head (4 bytes), checksum of the head (8 bytes)
//	the head: basis (8 bytes)
//		twice, for motions.log and private.log: stamp, racy, size, checksum (8 bytes)
//		number of folders; each: path, stamp, racy
//		five parts: number of elements, size, checksum (8 bytes)
//	the parts:
//		files: folder, name, racy, stamp, number of stations, their size and checksum (8 bytes)
//		problems: path, line, kind, four texts
//		names: of each row its id, whether it is a decision without a motion, its size
//		rows: records without passages and history
//		stations, file by file
//
// So a list reads rows alone, one motion its own row; passages are read when
// somebody asks for them.
const (
	motionIndexFile  = cacheDir + "/motions.index"
	motionIndexMagic = "telko motions 2\n"
	motionHeadStart  = len(motionIndexMagic) + 4 + 8
)

// The parts of the index of motions.
const (
	motionFilePart = iota
	motionProblemPart
	namePart
	rowPart
	stationPart
	motionParts
)

// motionLogNames are the logs that motions come from.
var motionLogNames = [...]string{motionLog, privateLog}

// oldMotions is an index on disk of which only the head has been read.
type oldMotions struct {
	src   *oldIndex // its parts are read as those of tasks.index are
	head  *index    // basis, logs, folders, files
	of    []part    // the stations of each file
	close func()
}

// readMotionIndex returns nil if there is no index of motions, or none of this
// program for these settings, or a damaged one.
func (w *Workspace) readMotionIndex() *oldMotions {
	dir, ok := openDirAt(w.fd, cacheDir)
	if !ok {
		return nil
	}
	defer closeDir(dir)
	f, st, ok := openPlain(dir, path.Base(motionIndexFile), maxLog)
	if !ok {
		return nil
	}
	o := openMotions(&oldIndex{src: f}, int(st.size))
	if o == nil || o.head.basis != w.basis || !o.readFiles() {
		f.close()
		return nil
	}
	o.close = f.close
	return o
}

func openMotions(src *oldIndex, size int) *oldMotions {
	src.begin = readAt(src.src, 0, min(size, 128<<10))
	if len(src.begin) < motionHeadStart || string(src.begin[:len(motionIndexMagic)]) != motionIndexMagic {
		return nil
	}
	at := len(motionIndexMagic)
	end := motionHeadStart + int(binary.LittleEndian.Uint32(src.begin[at:]))
	if end > size {
		return nil
	}
	if end > len(src.begin) {
		if src.begin = readAt(src.src, 0, end); src.begin == nil {
			return nil
		}
	}
	head := view(src.begin[motionHeadStart:end])
	if checksum(head) != binary.LittleEndian.Uint64(src.begin[at+4:]) {
		return nil
	}
	r := &reader{rest: head}
	x := &index{basis: r.uint64()}
	for i := range x.logs {
		x.logs[i] = logEntry{stamp: r.stamp(), racy: r.bool(), size: r.int(), sum: r.uint64()}
	}
	x.dirs = make([]dirEntry, r.count(stampSize))
	for i := range x.dirs {
		x.dirs[i] = dirEntry{path: r.text(), stamp: r.stamp(), racy: r.bool()}
	}
	next := end
	for range motionParts {
		p := part{count: r.int(), at: next, size: r.int(), sum: r.uint64()}
		next += p.size
		r.bad = r.bad || next < 0 || p.count > p.size
		src.parts = append(src.parts, p)
	}
	if r.bad || r.rest != "" || next != size {
		return nil
	}
	return &oldMotions{src: src, head: x}
}

func (o *oldMotions) readFiles() bool {
	p := &o.src.parts[motionFilePart]
	r := o.src.part(p, stampSize)
	if r.bad {
		return false
	}
	o.head.files, o.of = make([]fileEntry, p.count), make([]part, p.count)
	at := o.src.parts[stationPart].at
	for i := range o.head.files {
		f := fileEntry{dir: r.int(), name: r.text(), racy: r.bool(), stamp: r.stamp()}
		o.of[i] = part{count: r.int(), at: at, size: r.int(), sum: r.uint64()}
		at += o.of[i].size
		if o.head.files[i] = f; f.dir >= len(o.head.dirs) {
			return false
		}
	}
	all := o.src.parts[stationPart]
	return !r.bad && r.rest == "" && at == all.at+all.size
}

func (o *oldMotions) problems() ([]Problem, bool) {
	p := &o.src.parts[motionProblemPart]
	r := o.src.part(p, 7)
	ps := make([]Problem, 0, p.count)
	for range p.count {
		if r.bad {
			return nil, false
		}
		ps = append(ps, r.problem())
	}
	return ps, !r.bad && r.rest == ""
}

// rows decodes what lists show.
func (o *oldMotions) rows() ([]*motions.Record, bool) {
	p := &o.src.parts[rowPart]
	r := o.src.part(p, minRow)
	if r.bad {
		return nil, false
	}
	room := make([]motions.Record, p.count)
	out := make([]*motions.Record, p.count)
	for i := range out {
		r.record(&room[i])
		out[i] = &room[i]
	}
	return out, !r.bad && r.rest == ""
}

// rowName says where the row of a motion is.
type rowName struct {
	id         motions.ID // "" for one without
	resolution bool
	at, size   int // in the part of rows
}

// names decodes the ids of all rows.
func (o *oldMotions) names() ([]rowName, bool) {
	p := &o.src.parts[namePart]
	r := o.src.part(p, 3)
	if r.bad {
		return nil, false
	}
	out := make([]rowName, p.count)
	at := 0
	for i := range out {
		out[i] = rowName{motions.ID(r.text()), r.bool(), at, r.int()}
		at += out[i].size
	}
	return out, !r.bad && r.rest == "" && at == o.src.parts[rowPart].size
}

// someRows decodes those rows that want names.
func (o *oldMotions) someRows(names []rowName, want []motions.ID) (map[motions.ID]*motions.Record, bool) {
	all := o.src.part(&o.src.parts[rowPart], minRow)
	if all.bad {
		return nil, false
	}
	out := map[motions.ID]*motions.Record{}
	for _, n := range names {
		if n.id == "" || !slices.Contains(want, n.id) {
			continue
		}
		if n.at+n.size > len(all.rest) {
			return nil, false
		}
		r := &reader{rest: all.rest[n.at : n.at+n.size]}
		m := &motions.Record{}
		if r.record(m); r.bad || r.rest != "" || m.ID != n.id {
			return nil, false
		}
		out[n.id] = m
	}
	return out, true
}

// stations decodes what the files say that want is true for (nil for all), file
// by file.
func (o *oldMotions) stations(w *Workspace, want func(i int) bool) ([][]motions.Station, bool) {
	out := make([][]motions.Station, len(o.of))
	var whole []byte
	first := o.src.parts[stationPart].at
	if want == nil { // all at once
		if whole = readAt(o.src.src, first, o.src.parts[stationPart].size); whole == nil {
			return nil, false
		}
	}
	for i := range o.of {
		p := &o.of[i]
		if p.count == 0 || want != nil && !want(i) {
			continue
		}
		var r *reader
		if whole == nil {
			r = o.src.part(p, minStation)
		} else {
			r = &reader{rest: view(whole[p.at-first : p.at-first+p.size])}
			r.bad = p.count > p.size/minStation || checksum(r.rest) != p.sum
		}
		if r.bad {
			return nil, false
		}
		out[i] = make([]motions.Station, 0, p.count)
		for range p.count {
			out[i] = append(out[i], r.station(w.zone))
		}
		if r.bad || r.rest != "" {
			return nil, false
		}
	}
	return out, true
}

// freshMotions reports whether nothing has changed since o was written.
func (w *Workspace) freshMotions(o *oldMotions) bool {
	return w.freshLogs(motionLogNames, &o.head.logs) && w.freshFiles(o.head, o.head.files)
}
