package motions

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"telko/tasks/when"
)

// fold returns s for comparing: NFC, lower case, white space folded.
func fold(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(norm.NFC.String(s)), " "))
}

// outcomes are the words of decisions. A phrase counts where its words stand
// in a row; the first that is found wins over those below it.
var outcomes = []struct {
	phrase  string
	outcome Outcome
}{
	{"nicht abgestimmt", NotDecided},
	{"nicht entschieden", NotDecided},
	{"nicht behandelt", NotDecided},
	{"nicht befasst", NotDecided},
	{"nichtbefassung", NotDecided},
	{"keine entscheidung", NotDecided},
	{"keine abstimmung", NotDecided},
	{"not decided", NotDecided},
	{"not voted", NotDecided},
	{"no decision", NotDecided},
	{"no vote", NotDecided},
	{"nicht zuständig", NotCompetent},
	{"unzuständig", NotCompetent},
	{"keine zuständigkeit", NotCompetent},
	{"not competent", NotCompetent},
	{"no competence", NotCompetent},
	{"not responsible", NotCompetent},
	{"out of scope", NotCompetent},
	{"nicht zulässig", Inadmissible},
	{"nicht zugelassen", Inadmissible},
	{"unzulässig", Inadmissible},
	{"not admissible", Inadmissible},
	{"inadmissible", Inadmissible},
	{"out of order", Inadmissible},
	{"nicht angenommen", Rejected},
	{"not accepted", Rejected},
	{"not carried", Rejected},
	{"not passed", Rejected},
	{"abgelehnt", Rejected},
	{"durchgefallen", Rejected},
	{"rejected", Rejected},
	{"failed", Rejected},
	{"defeated", Rejected},
	{"zurückgezogen", Withdrawn},
	{"withdrawn", Withdrawn},
	{"verwiesen", ReferredOut},
	{"überwiesen", ReferredOut},
	{"referred", ReferredOut},
	{"anderweitig erledigt", Settled},
	{"erledigt", Settled},
	{"gegenstandslos", Settled},
	{"hinfällig", Settled},
	{"settled", Settled},
	{"moot", Settled},
	{"angenommen", Accepted},
	{"zugestimmt", Accepted},
	{"beschlossen", Accepted},
	{"stattgegeben", Accepted},
	{"accepted", Accepted},
	{"adopted", Accepted},
	{"approved", Accepted},
	{"carried", Accepted},
	{"passed", Accepted},
	{"agreed", Accepted},
}

// changed are the phrases that make "accepted" one with changes.
var changed = []string{
	"mit änderung", "mit änderungen", "in geänderter fassung", "in der geänderten fassung", "geändert", "modifiziert",
	"teilweise", "with changes", "with amendments", "as amended", "amended", "in part",
}

// postponed are the words of a decision not to decide yet.
var postponed = []string{"vertagt", "verschoben", "zurückgestellt", "postponed", "deferred", "tabled", "adjourned"}

// negates reports whether word turns the next into its contrary.
func negates(word string) bool {
	switch word {
	case "nicht", "not", "kein", "keine", "no", "never", "nie":
		return true
	}
	return false
}

// ReadOutcome reads what a decision said from its first sentence: "angenommen",
// "Der Antrag ist mit Änderungen angenommen.", "PASSED". Words that contradict
// each other, and ones with a "not" that telko does not know, are not read.
func ReadOutcome(s string) (Outcome, bool) {
	words := decisionWords(s)
	found := NoOutcome
	for _, o := range outcomes {
		at := phraseAt(words, o.phrase)
		if at < 0 {
			continue
		}
		if at > 0 && negates(words[at-1]) {
			return NoOutcome, false
		}
		for i := range strings.Fields(o.phrase) {
			words[at+i] = "" // so that "nicht angenommen" is not "angenommen" too
		}
		if found != NoOutcome && found != o.outcome {
			return NoOutcome, false
		}
		found = o.outcome
	}
	if found == Accepted {
		for _, c := range changed {
			if phraseAt(words, c) >= 0 && !(phraseAt(words, "ohne "+strings.TrimPrefix(c, "mit ")) >= 0) {
				return AcceptedChanged, true
			}
		}
	}
	return found, found != NoOutcome
}

// Tracks returns what a decision that says o means: how it leaves the handling
// ("" if as it was), and the outcome.
func (o Outcome) Tracks() (Handling, Outcome) {
	switch o {
	case Accepted, AcceptedChanged, Rejected, ReferredOut, NotCompetent:
		return HandlingClosed, o
	case Settled:
		return HandlingSettled, NoOutcome
	case Withdrawn:
		return HandlingWithdrawn, NoOutcome
	case Inadmissible:
		return HandlingInadmissible, NoOutcome
	}
	return "", o
}

// Handling says how far this meeting got with m: the last decision tells, and
// without one what was said. A vote without a decision decides nothing, since
// an outcome is never computed.
func (m *Motion) Handling() Handling {
	talk, end := HandlingReceived, Handling("")
	for i := range m.Parts {
		switch p := &m.Parts[i]; p.Kind {
		case Answer:
			talk = HandlingAnswered
		case Comment, Amendment, VotePart, Decision:
			if talk == HandlingReceived {
				talk = HandlingDiscussed
			}
			if p.Kind == Decision && !p.goesOn() {
				end = p.handling()
			}
		}
	}
	if end != "" {
		return end
	}
	return talk
}

// goesOn reports whether a decision only goes on with the one before it, behind
// an answer or a comment.
func (p *Passage) goesOn() bool { return p.Label == "" && p.Outcome == NoOutcome }

// handling returns how a decision leaves the handling, "" if as it was.
func (p *Passage) handling() Handling {
	if p.Outcome == NoOutcome && isPostponed(p.Text) {
		return HandlingPostponed
	}
	h, _ := p.Outcome.Tracks()
	return h
}

// Outcome returns the outcome of the last decision, NoOutcome if there is none
// or it could not be read.
func (m *Motion) Outcome() Outcome {
	for i := len(m.Parts) - 1; i >= 0; i-- {
		if p := &m.Parts[i]; p.Kind == Decision && !p.goesOn() {
			return p.Outcome
		}
	}
	return NoOutcome
}

// IsPostponed reports whether the text of a decision puts it off.
func IsPostponed(s string) bool { return isPostponed(s) }

func isPostponed(s string) bool {
	words := decisionWords(s)
	for _, p := range postponed {
		if at := phraseAt(words, p); at >= 0 && (at == 0 || !negates(words[at-1])) {
			return true
		}
	}
	return false
}

// decisionWords returns the words of the first sentence of s, folded.
func decisionWords(s string) []string {
	if i := strings.IndexAny(strings.TrimSpace(s), "\n"); i >= 0 {
		s = strings.TrimSpace(s)[:i]
	}
	if i := strings.Index(s, ". "); i > 0 {
		s = s[:i]
	}
	return strings.FieldsFunc(fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// phraseAt returns where the words of phrase stand in a row, -1 if nowhere.
func phraseAt(words []string, phrase string) int {
	want := strings.Fields(phrase)
search:
	for i := 0; i+len(want) <= len(words); i++ {
		for j, w := range want {
			if words[i+j] != w {
				continue search
			}
		}
		return i
	}
	return -1
}

// untilIn returns to when a decision puts a motion off, as written: what stands
// behind "auf", "bis", "to", "until" in its first sentence.
func untilIn(s string) string { return behind(s, " auf ", " bis ", " until ", " to ") }

// toIn returns to whom a decision refers a motion, as written.
func toIn(s string) string { return behind(s, " an ", " ans ", " zum ", " zur ", " to ") }

// behind returns what stands behind the first of words in the first sentence.
func behind(s string, words ...string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), "\n")
	s, _, _ = strings.Cut(s, ". ")
	at, end := -1, 0
	for _, w := range words {
		if i := strings.Index(s, w); i >= 0 && (at < 0 || i < at) {
			at, end = i, i+len(w)
		}
	}
	if at < 0 {
		return ""
	}
	return strings.TrimRight(strings.TrimSpace(s[end:]), " .!\\")
}

// dayIn returns the day that a meeting's base name or a date begins with, zero
// if it is none.
func dayIn(target string) when.Date {
	if len(target) < 10 {
		return when.Date{}
	}
	d, err := when.ParseISO(target[:10])
	if err != nil {
		return when.Date{}
	}
	return d
}
