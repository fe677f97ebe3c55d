package archive

import (
	"encoding/binary"
	"path"
	"strconv"

	"telko/motions"
)

// memoryFile holds what a search for motions that resemble one needs: see
// motions.Kept. It belongs to one motions.index; by any other it is not
// believed. It is made when somebody searches, since to make it takes longer
// than a list has time. The layout, numbers little-endian:
//
//	magic, key (8 bytes), checksum of what stands from here to the first block (8 bytes)
//	the size of what follows (4 bytes), the checksums of its blocks (8 bytes each)
//	the blocks of a motions.Memory
//
// A search reads and sums up only those blocks that it needs.
const (
	memoryFile  = cacheDir + "/motions.memory"
	memoryMagic = "telko alike 1\n"
	memoryHead  = len(memoryMagic) + 8 + 8 + 4
	memoryBlock = 16 << 10
)

// memoryKey says what a memory is made of: the program, and all that the files
// say, as an index has it.
func (o *oldMotions) memoryKey() uint64 {
	sums := [...]uint64{o.head.basis, o.src.parts[rowPart].sum, o.src.parts[stationPart].sum}
	words := make([]string, len(sums))
	for i, s := range sums {
		words[i] = strconv.FormatUint(s, 16)
	}
	return checksum(words...)
}

// readMemory returns the memory that belongs to an index of so many motions,
// nil if there is none, or a damaged one. It is to be closed.
func (w *Workspace) readMemory(key uint64, motionsIn int) (*motions.Kept, func()) {
	dir, ok := openDirAt(w.fd, cacheDir)
	if !ok {
		return nil, nil
	}
	defer closeDir(dir)
	f, st, ok := openPlain(dir, path.Base(memoryFile), maxLog)
	if !ok {
		return nil, nil
	}
	if k := openMemory(f, int(st.size), key, motionsIn); k != nil {
		return k, f.close
	}
	f.close()
	return nil, nil
}

func openMemory(f plainFile, size int, key uint64, motionsIn int) *motions.Kept {
	head := readAt(f, 0, min(size, memoryHead))
	if len(head) < memoryHead || string(head[:len(memoryMagic)]) != memoryMagic {
		return nil
	}
	at := len(memoryMagic)
	n := int(binary.LittleEndian.Uint32(head[at+16:]))
	b := &blocks{src: f, size: n, begin: memoryHead + 8*((n+memoryBlock-1)/memoryBlock)}
	if binary.LittleEndian.Uint64(head[at:]) != key || b.begin+n != size {
		return nil
	}
	rest := readAt(f, at+16, b.begin-at-16)
	if rest == nil || checksum(view(rest)) != binary.LittleEndian.Uint64(head[at+8:]) {
		return nil
	}
	b.sums = rest[4:]
	b.data, b.has = make([]byte, n), make([]bool, len(b.sums)/8)
	return motions.OpenKept(b.read, n, motionsIn)
}

// blocks is bytes of which only some are read.
type blocks struct {
	src         plainFile
	begin, size int
	sums        []byte
	data        []byte
	has         []bool
}

// read is a motions.Reader.
func (b *blocks) read(at, n int) []byte {
	if at < 0 || n < 0 || n > b.size-at {
		return nil
	}
	for i := at / memoryBlock; i*memoryBlock < at+n; i++ {
		if !b.has[i] && !b.fill(i) {
			return nil
		}
	}
	return b.data[at : at+n]
}

func (b *blocks) fill(i int) bool {
	to := b.data[i*memoryBlock : min((i+1)*memoryBlock, b.size)]
	if n, _ := b.src.ReadAt(to, int64(b.begin+i*memoryBlock)); n < len(to) {
		return false
	}
	b.has[i] = checksum(view(to)) == binary.LittleEndian.Uint64(b.sums[8*i:])
	return b.has[i]
}

// keepMemory puts a memory on disk. Where it cannot, the next search makes it
// again.
func (w *Workspace) keepMemory(key uint64, m *motions.Memory) {
	body := m.Keep()
	rest := binary.LittleEndian.AppendUint32(nil, uint32(len(body)))
	for at := 0; at < len(body); at += memoryBlock {
		rest = appendUint64(rest, checksum(view(body[at:min(at+memoryBlock, len(body))])))
	}
	head := appendUint64([]byte(memoryMagic), key)
	head = appendUint64(head, checksum(view(rest)))
	tmp, _ := w.beginIndex()
	w.endIndexAs(memoryFile, tmp, head, rest, body)
}
