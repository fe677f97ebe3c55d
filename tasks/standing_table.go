package tasks

import (
	"fmt"
	"hash/maphash"

	"telko/tasks/when"
)

// hashed marks the keys that are hashes, which several ids can share.
const hashed = 1 << 63

func (s *Standing) keyOf(id string) uint64 {
	if key, ok := plain(id); ok {
		return key
	}
	return maphash.String(s.seed, id) | hashed
}

// find returns the index of an id's entry, -1 if it has none, and its slot. A
// map would do, but this is the hottest place of a register. Most keys are the
// ids themselves, and neighbours of a day lie side by side, as their lines and
// their uses do: so there is little memory to wait for.
func (s *Standing) find(key uint64, id string) (at, index int) {
	mask := len(s.slots) - 1
	at = (int((key>>2)*s.spread>>33)<<2 | int(key&3)) & mask
	for ; s.slots[at] != 0; at = (at + 1) & mask {
		index = int(s.slots[at] - 1)
		if t := &s.entries[index]; t.key == key && (key < hashed || s.idOf(t) == id) {
			return at, index
		}
	}
	return at, -1
}

// entry returns the entry of an id, a new one if there is none.
func (s *Standing) entry(key uint64, id string) *entry {
	at, i := s.find(key, id)
	if i < 0 {
		if 3*(len(s.entries)+1) > 2*len(s.slots) {
			s.grow(2*len(s.entries) + 1)
			at, _ = s.find(key, id)
		}
		i = len(s.entries)
		s.slots[at] = int32(i + 1)
		s.entries = append(s.entries, entry{key: key, done: stateDone, last: -1 << 63})
		if key >= hashed {
			s.detail(&s.entries[i]).id = id
		}
	}
	return &s.entries[i]
}

// grow makes room for n entries.
func (s *Standing) grow(n int) {
	size := 64
	for 2*size < 3*(n+1) {
		size *= 2
	}
	s.slots = make([]int32, size)
	// Fresh memory that is read before it is written is mapped twice, and the
	// second time every other processor has to hear of it.
	clear(s.slots)
	for i := range s.entries {
		t := &s.entries[i]
		id := "" // find asks for it only where the key is a hash
		if t.key >= hashed {
			id = s.idOf(t)
		}
		at, _ := s.find(t.key, id)
		s.slots[at] = int32(i + 1)
	}
}

// idOf returns the id of t, not to be kept.
func (s *Standing) idOf(t *entry) string {
	if t.key >= hashed {
		return s.details[t.detail-1].id
	}
	return fmt.Sprintf("%06d-%d", t.key>>numberBits, t.key&(1<<numberBits-1))
}

// packed is a date in four bytes that keep its order; 0 is no date.
type packed int32

func pack(d when.Date) packed { return packed(d.Year<<9 | int(d.Month)<<5 | d.Day) }

func (p packed) date() when.Date {
	return when.Date{Year: int(p >> 9), Month: month(int(p >> 5 & 15)), Day: int(p & 31)}
}
