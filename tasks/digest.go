package tasks

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// digestLen is the length of a digest in hex digits. Forty bits are enough to
// tell the texts of one day apart, and short enough for a line that people read.
const digestLen = 10

// Digest returns the mark of a task's text that add events carry: of its NFC
// form with white space folded, the first ten hex digits of SHA-256. So the
// same page gives the same digest however an editor broke or composed it.
func Digest(text string) string {
	sum := sha256.Sum256([]byte(strings.Join(strings.Fields(norm.NFC.String(text)), " ")))
	return hex.EncodeToString(sum[:digestLen/2])
}

func isDigest(s string) bool {
	return len(s) == digestLen && isHex(eight(s)) && isHex(eight(s[digestLen-8:]))
}
