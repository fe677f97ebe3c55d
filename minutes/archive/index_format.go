package archive

import (
	"encoding/binary"
	"slices"
	"sync"

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
}

// encode returns the pieces of the file, in their order: all before the parts,
// then these.
func (x *index) encode() [][]byte {
	parts, bodies := x.parts()
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
	for _, p := range parts {
		b = appendUint64(appendInt(appendInt(appendText(b, p.nick), p.count), p.size), p.sum)
	}
	binary.LittleEndian.PutUint32(b[len(indexMagic):], uint32(len(b)-headStart))
	binary.LittleEndian.PutUint64(b[len(indexMagic)+4:], checksum(view(b[headStart:])))
	return append([][]byte{b}, bodies...)
}

// parts encodes what does not stand in the head, in two goroutines that have
// about as much to do: somebody waits.
func (x *index) parts() (parts []part, bodies [][]byte) {
	who, in := x.partition()
	tasksIn := 0
	for _, of := range in {
		tasksIn += len(of)
	}
	first, n := 0, len(x.files)/fileWeight
	for first < len(in) && 2*n < tasksIn+len(x.files)/fileWeight {
		n += len(in[first])
		first++
	}
	var front, rest encoder
	var wg sync.WaitGroup
	wg.Go(func() { rest.addTasks(x, who[first:], in[first:], tasksIn) })
	front.addFiles(x, tasksIn)
	front.addTasks(x, who[:first], in[:first], tasksIn)
	wg.Wait()
	return append(front.parts, rest.parts...), [][]byte{front.b, rest.b}
}

// fileWeight is how many files are encoded in the time of one task.
const fileWeight = 3

// encoder puts parts one behind the other.
type encoder struct {
	parts []part
	b     []byte
	begun int // where the part begins that is under way
}

// end ends a part.
func (e *encoder) end(nick string, count int) {
	e.parts = append(e.parts, part{nick: nick, count: count, size: len(e.b) - e.begun, sum: checksum(view(e.b[e.begun:]))})
	e.begun = len(e.b)
}

func (e *encoder) addFiles(x *index, tasksIn int) {
	e.b = make([]byte, 0, 64*len(x.files)+128*tasksIn+64)
	for _, f := range x.files {
		e.b = appendText(appendText(appendInt(e.b, f.dir), f.name), f.day)
		e.b = appendStamp(appendBool(e.b, f.racy), f.stamp)
	}
	e.end("", len(x.files))
	for _, p := range x.problems {
		e.b = appendProblem(e.b, p)
	}
	e.end("", len(x.problems))
}

// addTasks encodes the parts in, which are those of who.
func (e *encoder) addTasks(x *index, who []string, in [][]int, tasksIn int) {
	if e.b == nil {
		e.b = make([]byte, 0, 128*tasksIn+64)
	}
	for i, of := range in {
		for _, t := range of {
			e.b = x.tasks[t].append(appendInt(e.b, t))
		}
		e.end(who[i], len(of))
	}
}

// partition says which tasks stand in each part: loosePart, sharedPart, and
// those of nicks.
func (x *index) partition() (nicks []string, in [][]int) {
	nicks, in = []string{"", ""}, [][]int{{}, {}}
	of := map[string]int{}
	for i := range x.tasks {
		people := x.tasks[i].task.Assignees
		switch {
		case len(people) == 0:
			in[0] = append(in[0], i)
			continue
		case slices.ContainsFunc(people, notPerson):
			in[1] = append(in[1], i)
			continue
		}
		for _, who := range people {
			at, ok := of[who.Nick]
			if !ok {
				at = len(in)
				of[who.Nick] = at
				nicks, in = append(nicks, who.Nick), append(in, nil)
			}
			if n := len(in[at]); n == 0 || in[at][n-1] != i { // named twice
				in[at] = append(in[at], i)
			}
		}
	}
	return nicks, in
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
