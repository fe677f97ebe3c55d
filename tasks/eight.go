package tasks

import (
	"math/bits"
	"unicode/utf8"
)

// A log of years has a million bytes, and a register looks at each while
// somebody waits. So the loops over them look at eight bytes at a time, in one
// word, of which a mask has the high bit of each byte that something holds for.
const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// eight returns the first eight bytes of s; the compiler makes it one load.
func eight(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// atLeast returns the mask of the bytes of w that are c or more, 0 < c <= 0x80.
// All must be below 0x80, so that no byte carries into the next.
func atLeast(w uint64, c byte) uint64 { return (w + ones*uint64(0x80-c)) & highs }

// firstBlank returns how many bytes of w stand before the first blank, 8 if
// there is none.
func firstBlank(w uint64) int {
	x := w ^ ones*' '
	// A borrow can only add bytes behind the first one.
	return bits.TrailingZeros64((x-ones)&^x&highs) / 8
}

// controls returns a word with a high bit set if w, which may hold any bytes,
// has a control character.
func controls(w uint64) uint64 {
	low := w &^ highs
	return (^atLeast(low, ' ') | atLeast(low, 0x7f)) &^ w & highs
}

// isText reports whether line is UTF-8 without control characters other than
// tabs.
func isText(line string) bool {
	if len(line) < 8 {
		return isTextByByte(line)
	}
	var all, bad uint64
	for i := 0; i < len(line)-8; i += 8 {
		w := eight(line[i : i+8])
		all, bad = all|w, bad|controls(w)
	}
	w := eight(line[len(line)-8:]) // some of it twice
	all, bad = all|w, bad|controls(w)
	if bad != 0 { // or a tab
		return isTextByByte(line)
	}
	return all&highs == 0 || utf8.ValidString(line)
}

func isTextByByte(line string) bool {
	for i := range len(line) {
		if isControl(line[i]) && line[i] != '\t' {
			return false
		}
	}
	return utf8.ValidString(line)
}

// isHex reports whether all bytes of w are digits of a hexadecimal number, the
// letters in lower case.
func isHex(w uint64) bool {
	number := atLeast(w, '0') &^ atLeast(w, '9'+1)
	letter := atLeast(w, 'a') &^ atLeast(w, 'f'+1)
	return w&highs == 0 && number|letter == highs
}

// clock reads HH:MM:SS.
func clock(w uint64) (seconds int64, ok bool) {
	w ^= '0'*ones ^ 0x00000a00000a0000 // '0' ^ ':' is 0x0a
	if w&(highs|0x0000ff0000ff0000) != 0 || atLeast(w, 10) != 0 {
		return 0, false
	}
	two := func(shift int) int64 { return int64(w>>shift&15)*10 + int64(w>>(shift+8)&15) }
	h, m, s := two(0), two(24), two(48)
	return h*3600 + m*60 + s, h < 24 && m < 60 && s < 60
}
