package capture

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"telko/minutes/lang"
)

// ErrHeld is a meeting that another telko is recording.
var ErrHeld = errors.New("another telko holds it")

// Held is the error of Start where another telko on this machine is recording
// the meeting. It is ErrHeld.
type Held struct {
	Meeting string
	Keeper  string    // nick; "" if it did not say
	Since   time.Time // zero if it did not say
	PID     int       // of its process; 0 if it did not say
}

// Error returns the message in English.
func (h *Held) Error() string { return h.In(lang.English) }

// Unwrap returns ErrHeld.
func (h *Held) Unwrap() error { return ErrHeld }

// In returns the message in l.
func (h *Held) In(l lang.Lang) string { return h.message().In(l) }

func (h *Held) message() *lang.Error {
	if h.Keeper == "" || h.Since.IsZero() {
		return lang.E(lang.HoldBySomebody, h.Meeting)
	}
	return lang.E(lang.HoldBy, h.Meeting, h.Keeper, h.Since.Format("15:04"), h.PID)
}

func holdName(meeting string) string { return meeting + ".hold" }

// hold takes a meeting, so that no other telko on this machine records it.
func hold(o *Options, meeting string) (release func() error, err error) {
	info := fmt.Appendf(nil, "%s %d %s\n", o.Now().Format(time.RFC3339), o.PID, o.Keeper)
	release, holder, err := o.Files.Hold(holdName(meeting), info)
	if errors.Is(err, ErrHeld) {
		return nil, readHold(meeting, string(holder), o.Workspace.Location())
	}
	if err != nil {
		return nil, lang.E(lang.JournalNoFolder, err).Hint(lang.JournalNoFolderHint)
	}
	return release, nil
}

// readHold reads what the one who holds a meeting says of itself.
func readHold(meeting, info string, zone *time.Location) *Held {
	h := &Held{Meeting: meeting}
	at, rest, _ := strings.Cut(strings.TrimSpace(info), " ")
	pid, keeper, _ := strings.Cut(rest, " ")
	if t, err := time.Parse(time.RFC3339, at); err == nil {
		h.Since = t.In(zone)
	}
	h.PID, _ = strconv.Atoi(pid)
	h.Keeper = keeper
	return h
}
