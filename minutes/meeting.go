package minutes

import (
	"telko/motions"
	"telko/tasks"
	"telko/tasks/when"
)

// Status says how far a meeting's minutes have got.
type Status string

// The statuses of a meeting, in their order.
const (
	StatusAgenda   Status = "agenda"
	StatusLive     Status = "live"
	StatusDraft    Status = "draft"
	StatusFinal    Status = "final"
	StatusApproved Status = "approved"
)

// Held reports whether the telco is over: s is neither that of an agenda nor
// that of a telco that goes on.
func (s Status) Held() bool { return s != StatusAgenda && s != StatusLive }

// Meeting is what minutes say, read out of a file. All times are wall-clock
// times in TimeZone.
type Meeting struct {
	ID       string // base name of the file: 2010-01-07-technik-telko
	Series   string // key of the series in telko.toml
	Title    string // "IT-Telko 07.01.2010"
	Date     when.Date
	IDDay    when.Date   // the day in the ids of its tasks and motions: Date, unless the meeting was moved
	Start    when.Moment // zero if not known
	End      when.Moment // zero if not known; after midnight it is the next day's
	Place    string
	Keeper   string // nick of the protocol keeper
	Status   Status
	Private  bool   // read from a file that is not public
	Page     string // title of the wiki page, as written in the file or by the series' pattern
	DueDays  int    // days until a task without a date is due
	TimeZone string // IANA name
	Imported string // where an imported file came from: "wikitext", "text", …; "" if telko made it

	Present     []Attendance
	Absent      []Absence
	Agenda      []*Item           // top level, in order of first appearance
	Motions     []*motions.Motion // in order of the file
	Tasks       []tasks.Task      // in order of the file, state as the checkbox says
	Mentions    []Mention
	Answers     []motions.Passage // answers that stand outside any motion
	Resolutions []*motions.Motion // decisions outside any motion: the tally before it if there is one, and the decision
	Links       []string          // targets of wiki links, each once, in order
}

// Attendance is a person who was there.
type Attendance struct {
	Name, Nick string // either may be ""
	Guest      bool
	Intervals  []Interval // never empty; a person there throughout has one with two zero ends
	Note       string     // what else stood on the line, as written
	Line       int
}

// Interval is a stretch of attendance. A zero From means from the start, a
// zero Until to the end.
type Interval struct{ From, Until when.Clock }

// Excuse says whether an absence was excused. It is never inferred.
type Excuse uint8

// The kinds of absence.
const (
	ExcuseUnknown Excuse = iota
	Excused
	Unexcused
)

// Absence is a person who was expected and not there.
type Absence struct {
	Name, Nick string
	Excuse     Excuse
	Line       int
}

// Item is an agenda item, a topic. One that was returned to appears once, with
// the notes of all its sections.
type Item struct {
	Title string // without "(Fortsetzung)" and private marks
	Level int    // of the heading, from 2
	Line  int    // of the first heading
	Notes string // Markdown below the heading, up to the next heading
	Items []*Item
}

// Mention is a line that names a task of another meeting, or names one of this
// meeting a second time. It is never a task of its own.
type Mention struct {
	ID      tasks.ID
	Text    string // the line, without list mark and id
	Checked bool
	Line    int
}

// SectionKind says what a section of the file holds.
type SectionKind uint8

// The kinds of sections.
const (
	SectionPreamble  SectionKind = iota // between the title and the first heading
	SectionPresent                      // attendance
	SectionAbsent                       // absence
	SectionPlace                        // the place, where a page has a heading for it
	SectionOpenTasks                    // mentions of earlier tasks
	SectionPlan                         // the plan of the next days: tasks
	SectionTopic                        // an agenda item
	SectionMotion                       // a motion, to the end of its last passage
)

// Section is a heading and what stands below it up to the next heading. The
// sections of a file, joined, are its body.
type Section struct {
	Kind      SectionKind
	Level     int    // of the heading; 0 for the preamble
	Title     string // the heading's text without id, inline Markdown
	Body      string // Markdown below the heading, as written
	Line, End int    // lines in the file, from 1, End included
	Motion    *motions.Motion

	At     Span // heading and body, up to the next section
	Head   Span // the heading's own line or lines, without the last line break; empty for a preamble
	BodyAt Span // the body

	heading int // index of its heading in the outline; a preamble has none
}
