package lang

// Heading is a heading of a meeting's file that means something to telko.
type Heading uint8

// The headings with a meaning.
const (
	NoHeading     Heading = iota
	HeadPresent           // "Anwesend"
	HeadGuests            // "Gäste", below or after attendance
	HeadAbsent            // "Abwesend"
	HeadExcused           // "Entschuldigt"
	HeadUnexcused         // "Unentschuldigt"
	HeadPlace             // "Versammlungsort"
	HeadOpenTasks         // "Offene Aufgaben"
	HeadPlan              // "Planung der nächsten 7 Tage"
)

// Label is a label of a passage or of a line.
type Label uint8

// The labels with a meaning.
const (
	NoLabel         Label = iota
	LabelMotion           // "Antrag": also a motion's heading, and its text
	LabelText             // "Antragstext"
	LabelPetitioner       // "Antragsteller"
	LabelReasons          // "Begründung"
	LabelAnswer           // "Antwort"
	LabelComment          // "Kommentar"
	LabelAmendment        // "Änderung"
	LabelVote             // "Abstimmung"
	LabelDecision         // "Beschluss"
	LabelPresent          // "Anwesend"
	LabelGuests           // "Gäste"
	LabelExcused          // "entschuldigt"
	LabelUnexcused        // "unentschuldigt"
	LabelAbsent           // "abwesend"
)

// ReadHeading returns what a heading means, NoHeading if it is a topic.
func ReadHeading(title string) Heading { return NoHeading }

// Write returns the heading as telko writes it in l.
func (h Heading) Write(l Lang) string { return "" }

// LabelParts is what a label says: "Antwort der IT (23:10)".
type LabelParts struct {
	Label  Label
	By     string // "IT"
	Detail string // what stands in brackets: "23:10"
	Number int    // "Antrag 2"
	Exact  bool   // false if it was recognised though it is misspelt
}

// ReadLabel reads a label without mark-up and colon.
func ReadLabel(s string) (LabelParts, bool) { return LabelParts{}, false }

// Write returns the label as telko writes it in l, without mark-up and colon.
func (b Label) Write(l Lang) string { return "" }
