package motions

import (
	"time"

	"telko/tasks/when"
)

// Station is what one meeting's file says of a motion: what [Fold] starts
// from. Package minutes makes it.
type Station struct {
	Motion  *Motion
	Meeting string
	Date    when.Date
	Start   time.Time // of the meeting; midnight of its day if not known
	Planned bool      // the meeting is yet to be held
	Held    bool      // the meeting is over: its minutes are no agenda and not live
	Private bool

	// A decision without a motion has a Motion of its own: the decision, the
	// tally before it, the topic. Fold gives it an id, of Day and Prefix.
	Resolution bool
	Day        when.Date
	Prefix     string

	Wording string    // digest of the motion's wording, "" if it is yet to be made
	Marks   []string  // digests of its parts, nil if they are yet to be made
	Votes   []Present // who was there at each vote, in order of the motion's parts that are votes

	given ID // of a resolution
}

// Present is who was there at a vote.
type Present struct {
	Names  []string // nicks, else names; members alone
	Guests int
	Known  bool // the minutes have attendance at all
}
