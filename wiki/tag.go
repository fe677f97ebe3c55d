package wiki

import (
	"crypto/sha256"
	"encoding/hex"

	"telko/minutes"
	"telko/minutes/lang"
)

// Tag returns what every edit's summary ends in: [telko:HASH], HASH being the
// first 12 hexadecimal digits of the SHA-256 of the public Markdown. With it
// the base is found again in the page's history.
func Tag(markdown []byte) string {
	sum := sha256.Sum256(markdown)
	return "[telko:" + hex.EncodeToString(sum[:6]) + "]"
}

// summary returns the summary of the edit that publishes p.
func summary(p minutes.Public, version string) string {
	m := p.Meeting()
	return lang.PageSummary.In(p.Lang(), version, day(m.Date, p.Lang()), Tag(p.Markdown()))
}
