package motions

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"telko/tasks/when"
)

// Wording returns what a motion is recognised by when its page is imported
// elsewhere: its title and its first text.
func (m *Motion) Wording() string {
	for _, p := range m.Parts {
		if p.Kind == TextPart {
			return m.Title + "\n" + p.Text
		}
	}
	return m.Title + "\n"
}

// Digest returns the mark of a motion's wording that add events carry: the
// first ten hexadecimal digits of the SHA-256 of its NFC with white space
// folded.
func Digest(wording string) string {
	sum := sha256.Sum256([]byte(strings.Join(strings.Fields(norm.NFC.String(wording)), " ")))
	return hex.EncodeToString(sum[:5])
}

// AddEvent returns the event that mints id for a motion with this wording. At
// is the start of the meeting.
func AddEvent(id ID, wording string, at time.Time) Event {
	return Event{At: at.Truncate(time.Second), By: "telko", ID: id, Verb: Add, Digest: Digest(wording)}
}

// Mint returns an id for each wording of motions without one: that which the
// log has for this wording on this day, if the file does not use it yet; else
// the next number over file and log. So two machines that import one page mint
// the same ids.
func Mint(wordings []string, day when.Date, prefix string, used []ID, log []Event) []ID {
	taken := map[ID]bool{}
	top := 0
	see := func(id ID) bool {
		if id.Day() != day || id.Prefix() != prefix || id.IsResolution() {
			return false
		}
		top = max(top, id.Number())
		return true
	}
	for _, id := range used {
		taken[id] = true
		see(id)
	}
	known := map[string][]ID{} // digest to ids, in order of the log
	for _, e := range log {
		if see(e.ID) && e.Verb == Add && !taken[e.ID] {
			taken[e.ID] = true // once, should the log name it twice
			known[e.Digest] = append(known[e.Digest], e.ID)
		}
	}
	out := make([]ID, len(wordings))
	for i, w := range wordings {
		d := Digest(w)
		if ids := known[d]; len(ids) > 0 {
			out[i], known[d] = ids[0], ids[1:]
			continue
		}
		top++
		out[i] = MeetingID(prefix, day, top)
	}
	return out
}
