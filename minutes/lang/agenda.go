package lang

import "strings"

// What changing an agenda says.
var (
	AgendaNoItem      = T("auf der Tagesordnung steht kein %q", "the agenda has no %q")
	AgendaItemsAre    = T("da sind: %s", "there are: %s")
	AgendaThere       = T("%q steht schon da, als Punkt %s", "%q is there already, as item %s")
	AgendaNoTopic     = T("%q wäre als Überschrift kein Thema", "%q would be no topic as a heading")
	AgendaNoTopicHint = T("die Überschriften von Anwesenheit, Aufgaben und Plan haben eine eigene Bedeutung; nimm andere Worte", "the headings of attendance, tasks and plan have a meaning of their own; use other words")
	AgendaNoMotion    = T("der Antrag %q lässt sich hier nicht einfügen: im Text oder davor ist etwas nicht geschlossen", "the motion %q cannot be put here: something in its text or before it is not closed")
	AgendaTooDeep     = T("unter %q geht es nicht tiefer", "there is no deeper level under %q")
	AgendaIntoItself  = T("%q kann nicht unter sich selbst stehen", "%q cannot stand under itself")
	AgendaCannotMove  = T("%q lässt sich nicht dorthin verschieben: im Text ist etwas nicht geschlossen, oder die Überschrift hieße dort etwas anderes", "%q cannot be moved there: something in its text is not closed, or its heading would mean something else")

	MotionEmpty = T("der Antrag hat weder Titel noch Text", "the motion has neither title nor text")

	AgendaMotions = T("Anträge", "Motions")
)

// IsMotions reports whether a topic's title says that it collects motions.
func IsMotions(title string) bool {
	switch word(title) {
	case "anträge", "motions", "proposals", "neue anträge", "offene anträge", "new motions":
		return true
	}
	return false
}

// IsSubject reports whether word, before a colon, introduces the subject of a
// mail.
func IsSubject(word string) bool {
	switch Key(word) {
	case "betreff", "subject", "re", "aw", "fwd", "wg", "titel", "title":
		return true
	}
	return false
}

// IsPrivatePart reports whether a topic's title is the neutral one that stands
// where something private was taken out.
func IsPrivatePart(title string) bool {
	for _, l := range []Lang{German, English} {
		if rest, ok := strings.CutPrefix(Key(title), Key(WritePrivatePart.In(l))); ok && strings.Trim(rest, " 0123456789") == "" {
			return true
		}
	}
	return false
}
