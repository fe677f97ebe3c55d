package minutes

import (
	"encoding/binary"
	"unicode/utf8"
)

// validUTF8 is utf8.Valid for text that is mostly ASCII, with a few others in
// every line, as in German: after each of those it goes on eight bytes at a
// time, which utf8.Valid does only up to the first. A register asks it about
// every byte of an archive.
func validUTF8(b []byte) bool {
	const highs = 0x8080808080808080
	for i := 0; i < len(b); {
		for i+8 <= len(b) && binary.LittleEndian.Uint64(b[i:])&highs == 0 {
			i += 8
		}
		// The next eight hold another byte, or the end is near.
		for end := min(i+8, len(b)); i < end; {
			if b[i] < utf8.RuneSelf {
				i++
				continue
			}
			r, n := utf8.DecodeRune(b[i:])
			if r == utf8.RuneError && n == 1 {
				return false
			}
			i += n
		}
	}
	return true
}
