package lang

import (
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Label is a label of a passage, of a motion, or of a line of attendance.
type Label uint8

// The labels with a meaning.
const (
	NoLabel         Label = iota
	LabelMotion           // "Antrag": a motion's heading, and its text
	LabelText             // "Antragstext"
	LabelPetitioner       // "Antragsteller"
	LabelReasons          // "Begründung"
	LabelAnswer           // "Antwort"
	LabelComment          // "Kommentar"
	LabelAdvice           // "Empfehlung": a comment that recommends a decision
	LabelAmendment        // "Änderung"
	LabelVote             // "Abstimmung"
	LabelDecision         // "Beschluss"
	LabelPresent          // "anwesend"
	LabelGuests           // "Gäste"
	LabelExcused          // "entschuldigt"
	LabelUnexcused        // "unentschuldigt"
	LabelAbsent           // "abwesend"
)

var labels = sync.OnceValue(func() map[Label]vocabulary {
	return map[Label]vocabulary{
		LabelMotion: {T("Antrag", "Motion"), []string{"proposal", "beschlussvorlage"}},
		LabelText: {
			T("Antragstext", "Text"),
			[]string{"wortlaut", "text des antrags", "beschlusstext", "motion text", "text of the motion", "wording"},
		},
		LabelPetitioner: {
			T("Antragsteller", "Petitioner"),
			[]string{
				"antragstellerin", "antragstellende", "antragsteller*in", "antragsteller/in", "antragstellerinnen", "antragsteller(in)",
				"proposer", "proposed", "moved", "mover", "submitter", "submitted", "eingereicht", "gestellt", "von", "by",
				"antrag von", "eingereicht von", "gestellt von", "motion by", "proposed by", "moved by", "submitted by",
			},
		},
		LabelReasons: {T("Begründung", "Reasons"), []string{"gründe", "begründungen", "reason", "rationale", "justification"}},
		LabelAnswer:  {T("Antwort", "Answer"), []string{"antworten", "stellungnahme", "rückmeldung", "reply", "response", "answers"}},
		LabelComment: {T("Kommentar", "Comment"), []string{"kommentare", "anmerkung", "bemerkung", "note", "comments", "remark"}},
		LabelAdvice:  {T("Empfehlung", "Recommendation"), []string{"beschlussempfehlung", "empfehlungen", "votum", "recommendations", "advice"}},
		LabelAmendment: {
			T("Änderung", "Amendment"),
			[]string{"änderungsantrag", "änderungsvorschlag", "änderungen", "amendments", "amended"},
		},
		LabelVote: {
			T("Abstimmung", "Vote"),
			[]string{"abstimmungsergebnis", "auszählung", "neuauszählung", "nachzählung", "stimmen", "votes", "voting", "recount", "tally"},
		},
		LabelDecision: {
			T("Beschluss", "Decision"),
			[]string{"beschluß", "beschlossen", "ergebnis", "entscheidung", "resolution", "outcome", "result", "resolved"},
		},
		LabelPresent: {
			T("Anwesend", "Present"),
			[]string{
				"anwesende", "teilnehmer", "teilnehmende", "teilnehmerinnen", "mitglieder", "attendees", "participants", "members", "in attendance",
				"anwesende mitglieder", "anwesende personen", "anwesend sind", "anwesend waren", "members present", "board members present", "also present",
			},
		},
		LabelGuests: {T("Gäste", "Guests"), []string{"gast", "guest", "visitors"}},
		LabelExcused: {
			T("entschuldigt", "excused"),
			[]string{"entschuldigte", "entschuldigt abwesend", "regrets", "apologies", "abgemeldet"},
		},
		LabelUnexcused: {
			T("unentschuldigt", "unexcused"),
			[]string{"unentschuldigte", "unentschuldigt abwesend", "nicht entschuldigt", "not excused"},
		},
		LabelAbsent: {
			T("abwesend", "absent"),
			[]string{"abwesende", "nicht anwesend", "nicht da", "es fehlen", "es fehlten", "not present", "absentees", "abwesende mitglieder", "members absent", "board members absent"},
		},
	}
})

var labelOf = sync.OnceValue(func() map[string]Label { return index(labels()) })

// passages are the labels that may stand within a motion; only these are
// looked for in misspelt words.
var passages = []Label{
	LabelText, LabelPetitioner, LabelReasons, LabelAnswer, LabelComment, LabelAdvice, LabelAmendment, LabelVote, LabelDecision,
}

// IsBy reports whether word may stand between a label and the name of who
// speaks.
func IsBy(word string) bool { return isBy(Key(word)) }

func isBy(word string) bool {
	switch word {
	case "der", "des", "dem", "die", "von", "vom", "durch", "aus", "by", "from", "of", "the":
		return true
	}
	return false
}

// Write returns the label as telko writes it in l, without mark-up and colon,
// "" for NoLabel.
func (b Label) Write(l Lang) string {
	if b == NoLabel {
		return ""
	}
	return labels()[b].write.In(l)
}

// LabelParts is what a label says: "Antwort der IT (23:10)", "Antrag 2".
type LabelParts struct {
	Label  Label
	Name   string // the label as written, without Detail: "Antwort der IT"
	By     string // who speaks: "IT"
	Detail string // what stands in brackets behind it: "23:10"
	Number int    // behind the word: 2; 0 for none
	Exact  bool   // false if the word is misspelt
}

// ReadLabel reads a label without its mark-up and colon. A word of six letters
// or more is recognised with one letter wrong, missing, doubled or swapped;
// Exact says that it was not.
func ReadLabel(s string) (LabelParts, bool) {
	s = strings.TrimSpace(strings.TrimRight(strings.TrimSpace(s), ":"))
	p := LabelParts{Exact: true, Name: s}
	if i := strings.LastIndexByte(s, '('); i > 0 && strings.HasSuffix(s, ")") {
		if l, ok := labelOf()[word(s)]; ok { // "Antragsteller(in)"
			p.Label = l
			return p, true
		}
		p.Detail = strings.TrimSpace(s[i+1 : len(s)-1])
		p.Name = strings.TrimSpace(s[:i])
	}
	if p.Name == "" {
		return LabelParts{}, false
	}
	if l, ok := labelOf()[Key(p.Name)]; ok {
		p.Label = l
		return p, true
	}
	words := strings.Fields(p.Name)
	first := Key(words[0])
	l, ok := labelOf()[first]
	if !ok {
		if l, ok = misspelt(first); !ok {
			return LabelParts{}, false
		}
		p.Exact = false
	}
	p.Label = l
	rest := words[1:]
	if len(rest) > 0 {
		n, err := strconv.Atoi(strings.TrimRight(rest[0], "."))
		if err == nil && n > 0 && n < 100000 {
			p.Number = n
			rest = rest[1:]
		}
	}
	if len(rest) == 0 {
		return p, true
	}
	n := 0
	for n < len(rest) && isBy(Key(rest[n])) {
		n++
	}
	if n == 0 || n == len(rest) || len(rest)-n > 6 {
		return LabelParts{}, false // a sentence that begins with the word
	}
	p.By = strings.Join(rest[n:], " ")
	return p, true
}

// misspelt returns the label of a passage that w differs from by one letter.
func misspelt(w string) (Label, bool) {
	if utf8.RuneCountInString(w) < 6 {
		return NoLabel, false
	}
	for _, l := range passages {
		for _, have := range []string{Key(labels()[l].write.de), Key(labels()[l].write.en)} {
			if utf8.RuneCountInString(have) >= 6 && oneOff(w, have) {
				return l, true
			}
		}
	}
	return NoLabel, false
}

// oneOff reports whether a and b differ by one letter that is wrong, missing
// or too many, or by two neighbours that are swapped.
func oneOff(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > 1 || x[0] != y[0] {
		return false // the first letter is the one that is rarely wrong
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) < len(y) {
		return string(x[i:]) == string(y[i+1:])
	}
	if i == len(x) {
		return false
	}
	if string(x[i+1:]) == string(y[i+1:]) {
		return unicode.IsLetter(x[i])
	}
	return i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && string(x[i+2:]) == string(y[i+2:])
}
