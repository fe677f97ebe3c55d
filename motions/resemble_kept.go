package motions

import (
	"encoding/binary"
	"math"
)

// Kept is a [Memory] as bytes, of which a search reads no more than what the
// motion asked about has. Its answers are those of the Memory that it was made
// of. The layout, numbers little-endian, in 4 bytes unless said:
//
//	number of motions and of features
//	end of the motions' lists, end of the features' lists, end of the words
//	motions: what it scores against itself (8 bytes), end of its list
//	features: end of its list, end of its word
//	the motions' lists: features, in order of its words (varint), share (2 bytes)
//	the features' lists: motions, as steps from the last (varint), share (2 bytes)
//	the words
type Kept struct {
	read              Reader
	motions, features int
	lists, postings   int // where these begin
	words, end        int
	room              []share
	bad               bool
}

// Reader returns n bytes from at on, nil if they cannot be had. It is asked for
// them one after the other, and nobody writes to what it returned.
type Reader func(at, n int) []byte

const (
	keptHead    = 5 * 4
	keptMotion  = 8 + 4
	keptFeature = 4 + 4
	leastShare  = 1 + 2
)

// Keep returns m as bytes for OpenKept.
func (m *Memory) Keep() []byte {
	number := binary.LittleEndian.AppendUint32
	var lists, postings, words []byte
	var motions, features []byte
	for i, of := range m.bags {
		for _, s := range of {
			lists = appendShare(lists, s.of, s.has)
		}
		motions = number(binary.LittleEndian.AppendUint64(motions, math.Float64bits(m.whole[i])), uint32(len(lists)))
	}
	for f, of := range m.postings {
		last := uint32(0)
		for _, s := range of {
			postings = appendShare(postings, s.of-last, s.has)
			last = s.of
		}
		words = append(words, m.written[f]...)
		features = number(number(features, uint32(len(postings))), uint32(len(words)))
	}
	b := number(number(nil, uint32(len(m.bags))), uint32(len(m.postings)))
	at := keptHead + len(motions) + len(features)
	for _, part := range [][]byte{lists, postings, words} {
		at += len(part)
		b = number(b, uint32(at))
	}
	for _, part := range [][]byte{motions, features, lists, postings, words} {
		b = append(b, part...)
	}
	return b
}

func appendShare(b []byte, of uint32, has uint16) []byte {
	return binary.LittleEndian.AppendUint16(binary.AppendUvarint(b, uint64(of)), has)
}

// OpenKept returns what Keep made of a memory of that many motions, nil if it is
// something else. There are size bytes of it.
func OpenKept(read Reader, size, motions int) *Kept {
	head := read(0, keptHead)
	if len(head) < keptHead {
		return nil
	}
	n := func(i int) int { return int(binary.LittleEndian.Uint32(head[4*i:])) }
	k := &Kept{read: read, motions: n(0), features: n(1), postings: n(2), words: n(3), end: n(4)}
	k.lists = keptHead + k.motions*keptMotion + k.features*keptFeature
	if k.motions != motions || k.lists > k.postings || k.postings > k.words || k.words > k.end || k.end != size {
		return nil
	}
	return k
}

// Like returns what the memory's Like returns for the motion that it was told as
// that one, which is never among them. It fails if bytes are damaged.
func (k *Kept) Like(motion, n int) ([]Alike, bool) {
	if motion < 0 || motion >= k.motions {
		return nil, false
	}
	table := k.bytes(keptHead, k.motions*keptMotion)
	if k.bad {
		return nil, false
	}
	s := search{whole: make([]float64, k.motions), postings: k.feature, written: k.word}
	for i := range s.whole {
		s.whole[i] = math.Float64frombits(binary.LittleEndian.Uint64(table[i*keptMotion:]))
	}
	from, to := ends(table[8:], keptMotion, motion)
	var asked []share
	asked = k.shares(asked, k.lists+from, to-from, k.postings, k.features, false)
	out := s.like(asked, n, func(i int) bool { return i == motion })
	return out, !k.bad
}

// ends returns where an element begins and ends whose end stands in a table, the
// rows of which are of size bytes.
func ends(table []byte, size, i int) (from, to int) {
	if i > 0 {
		from = int(binary.LittleEndian.Uint32(table[(i-1)*size:]))
	}
	return from, int(binary.LittleEndian.Uint32(table[i*size:]))
}

// rowOf returns the ends of the feature before f and of f.
func (k *Kept) rowOf(f uint32, column int) (from, to int) {
	at := keptHead + k.motions*keptMotion
	table := k.bytes(at, k.features*keptFeature)
	if k.bad {
		return 0, 0
	}
	return ends(table[column:], keptFeature, int(f))
}

func (k *Kept) feature(f uint32) []share {
	from, to := k.rowOf(f, 0)
	k.room = k.shares(k.room[:0], k.postings+from, to-from, k.words, k.motions, true)
	return k.room
}

func (k *Kept) word(f uint32) string {
	from, to := k.rowOf(f, 4)
	if k.words+to > k.end {
		k.bad = true
	}
	return string(k.bytes(k.words+from, to-from))
}

// shares reads a list of n bytes that ends before limit and names what is below
// top.
func (k *Kept) shares(out []share, at, n, limit, top int, steps bool) []share {
	if at+n > limit {
		k.bad = true
	}
	b := k.bytes(at, n)
	last := uint64(0)
	for len(b) >= leastShare {
		of, size := uint64(b[0]), 1
		if of >= 0x80 {
			of, size = binary.Uvarint(b)
		}
		if steps {
			of += last
			last = of
		}
		if size <= 0 || len(b) < size+2 || of >= uint64(top) {
			k.bad = true
			return nil
		}
		out = append(out, share{uint32(of), binary.LittleEndian.Uint16(b[size:])})
		b = b[size+2:]
	}
	if len(b) > 0 {
		k.bad = true
	}
	return out
}

// bytes reads, and notes if it cannot.
func (k *Kept) bytes(at, n int) []byte {
	if n == 0 || k.bad {
		return nil
	}
	if n > 0 {
		if b := k.read(at, n); len(b) == n {
			return b
		}
	}
	k.bad = true
	return nil
}
