package archive

import (
	"encoding/binary"
	"slices"

	"telko/tasks"
)

// indexFile holds the open and waiting tasks, and the stamps of every file
// they were read from. The layout, all numbers unsigned varints unless said,
// texts with their length before them:
//
//	magic, length of the head (4 bytes), checksum of the head (8 bytes)
//	the head: basis (8 bytes), odd (1 byte)
//		twice, for tasks.log and private.log: stamp, racy, size, checksum (8 bytes)
//		number of folders; each: path, stamp, racy
//		number of tasks, number of parts; each: nick, number of elements, size, checksum (8 bytes)
//	the parts:
//		files: folder, name, day of their ids, racy, stamp
//		problems: path, line, kind, four texts
//		tasks that are for nobody
//		tasks that are for a group or everyone among others
//		for each nick, the tasks that are for it and for persons only
//
// A task is its number in the order of the answer, then as indexed.append has
// it. One that is for several persons stands in the part of each.
//
// So whoever asks for one person's tasks reads and sums up these and no others:
// memory that a short command touches for the first time is most of what it
// pays for. A part that is damaged is found by who reads it.
//
// A stamp is four numbers of 8 bytes, little-endian, so that it is compared
// without being decoded.
const (
	indexFile  = cacheDir + "/tasks.index"
	indexMagic = "telko tasks 2\n"
	headStart  = len(indexMagic) + 4 + 8
)

// The parts that every index has; those of nicks follow.
const (
	filePart = iota
	problemPart
	loosePart
	sharedPart
	nickParts
)

// index is the decoded form.
type index struct {
	basis    uint64
	odd      bool // some id is not of the day of its file, or stands twice: days are not independent
	logs     [2]logEntry
	dirs     []dirEntry
	files    []fileEntry
	problems []Problem
	tasks    []indexed
}

type logEntry struct {
	stamp stamp
	racy  bool
	size  int
	sum   uint64 // of the first size bytes
}

type dirEntry struct {
	path  string
	stamp stamp
	racy  bool
}

type fileEntry struct {
	dir   int
	name  string
	day   string // in the ids of its tasks, YYMMDD
	stamp stamp
	racy  bool
}

// path returns where file i is.
func (x *index) path(i int) string { return x.dirs[x.files[i].dir].path + "/" + x.files[i].name }

// part is what the head says of a part.
type part struct {
	nick     string
	count    int // of elements
	at, size int // in the file
	sum      uint64
	data     []byte // while it is written
}

func (p *part) add(element []byte) {
	p.data = append(p.data, element...)
	p.count++
}

func (x *index) encode() []byte {
	parts := x.parts()
	b := make([]byte, headStart, 4096)
	copy(b, indexMagic)
	b = appendBool(appendUint64(b, x.basis), x.odd)
	for _, l := range x.logs {
		b = appendBool(appendStamp(b, l.stamp), l.racy)
		b = appendUint64(appendInt(b, l.size), l.sum)
	}
	b = appendInt(b, len(x.dirs))
	for _, d := range x.dirs {
		b = appendBool(appendStamp(appendText(b, d.path), d.stamp), d.racy)
	}
	b = appendInt(appendInt(b, len(x.tasks)), len(parts))
	size := 0
	for _, p := range parts {
		b = appendInt(appendInt(appendText(b, p.nick), p.count), len(p.data))
		b = appendUint64(b, checksum(view(p.data)))
		size += len(p.data)
	}
	binary.LittleEndian.PutUint32(b[len(indexMagic):], uint32(len(b)-headStart))
	binary.LittleEndian.PutUint64(b[len(indexMagic)+4:], checksum(view(b[headStart:])))
	b = slices.Grow(b, size)
	for _, p := range parts {
		b = append(b, p.data...)
	}
	return b
}

// parts encodes what does not stand in the head.
func (x *index) parts() []part {
	parts := make([]part, nickParts, nickParts+32)
	parts[filePart].data = make([]byte, 0, 64*len(x.files))
	var b []byte
	for _, f := range x.files {
		b = appendText(appendText(appendInt(b[:0], f.dir), f.name), f.day)
		parts[filePart].add(appendStamp(appendBool(b, f.racy), f.stamp))
	}
	for _, p := range x.problems {
		parts[problemPart].add(appendProblem(b[:0], p))
	}
	of := map[string]int{}
	for i := range x.tasks {
		t := &x.tasks[i]
		b = t.append(appendInt(b[:0], i))
		people := t.task.Assignees
		switch {
		case len(people) == 0:
			parts[loosePart].add(b)
			continue
		case slices.ContainsFunc(people, notPerson):
			parts[sharedPart].add(b)
			continue
		}
		for j, who := range people {
			if slices.ContainsFunc(people[:j], func(a tasks.Assignee) bool { return a.Nick == who.Nick }) {
				continue
			}
			at, ok := of[who.Nick]
			if !ok {
				at = len(parts)
				of[who.Nick] = at
				parts = append(parts, part{nick: who.Nick})
			}
			parts[at].add(b)
		}
	}
	return parts
}

func notPerson(a tasks.Assignee) bool { return a.Kind != tasks.Person }

// readHead decodes a head. The parts stand in the bytes from at to size.
func readHead(head string, at, size int) (x *index, n int, parts []part, ok bool) {
	r := &reader{rest: head}
	x = &index{basis: r.uint64(), odd: r.bool()}
	for i := range x.logs {
		x.logs[i] = logEntry{stamp: r.stamp(), racy: r.bool(), size: r.int(), sum: r.uint64()}
	}
	x.dirs = make([]dirEntry, r.count(stampSize))
	for i := range x.dirs {
		x.dirs[i] = dirEntry{path: r.text(), stamp: r.stamp(), racy: r.bool()}
	}
	n = r.int()
	parts = make([]part, r.count(11))
	for i := range parts {
		p := part{nick: r.text(), count: r.int(), at: at, size: r.int(), sum: r.uint64()}
		at += p.size
		r.bad = r.bad || at < 0 || p.count > p.size
		parts[i] = p
	}
	return x, n, parts, !r.bad && r.rest == "" && len(parts) >= nickParts && at == size
}
