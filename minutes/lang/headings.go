package lang

import (
	"strings"
	"sync"
)

// Heading is a heading of a meeting's file that means something to telko.
type Heading uint8

// The headings with a meaning. All others are topics.
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

// headings holds, for each heading, the form that telko writes and the further
// words that are read. A "#" stands for a number.
var headings = sync.OnceValue(func() map[Heading]vocabulary {
	return map[Heading]vocabulary{
		HeadPresent: {
			T("Anwesend", "Present"),
			[]string{
				"anwesende", "anwesenheit", "anwesende personen", "anwesenheitsliste", "teilnehmer", "teilnehmende",
				"teilnehmerinnen", "teilnehmer*innen", "teilnehmerinnen und teilnehmer", "teilnehmerliste", "dabei",
				"attendees", "attendance", "attending", "in attendance", "participants", "members present", "who was there",
			},
		},
		HeadGuests: {
			T("Gäste", "Guests"),
			[]string{"gast", "gäste anwesend", "anwesende gäste", "guest", "guests present", "visitors"},
		},
		HeadAbsent: {
			T("Abwesend", "Absent"),
			[]string{"abwesende", "abwesenheit", "nicht anwesend", "es fehlen", "es fehlten", "absentees", "not present", "members absent"},
		},
		HeadExcused: {
			T("Entschuldigt", "Excused"),
			[]string{"entschuldigte", "entschuldigt abwesend", "entschuldigt fehlen", "regrets", "apologies"},
		},
		HeadUnexcused: {
			T("Unentschuldigt", "Unexcused"),
			[]string{"unentschuldigte", "unentschuldigt abwesend", "nicht entschuldigt", "not excused"},
		},
		HeadPlace: {
			T("Versammlungsort", "Place"),
			[]string{"ort", "tagungsort", "treffpunkt", "ort der versammlung", "location", "venue", "meeting place"},
		},
		HeadOpenTasks: {
			T("Offene Aufgaben", "Open tasks"),
			[]string{
				"offene punkte", "aufgaben vom letzten mal", "offene aufgaben vom letzten mal", "aufgaben der letzten telko",
				"open action items", "open items", "action items from last time", "previous action items", "old action items",
			},
		},
		HeadPlan: {
			T("Planung der nächsten 7 Tage", "Plan for the next 7 days"),
			[]string{
				"planung der nächsten # tage", "planung für die nächsten # tage", "plan der nächsten # tage", "planung der nächsten woche",
				"aufgaben", "neue aufgaben", "persönliche aufgaben", "aufgabenverteilung", "todo", "todos", "to do", "to-do", "zu tun",
				"plan for the next # days", "plan for next week", "plans for the next # days", "tasks", "new tasks",
				"action item", "action items", "actions", "next steps",
			},
		},
	}
})

// Made when first asked for: most commands read no minutes.
var headingOf = sync.OnceValue(func() map[string]Heading { return index(headings()) })

// ReadHeading returns what a heading's text means, NoHeading if it is that of
// a topic. Case, Unicode form, emphasis and a colon at the end do not matter.
func ReadHeading(title string) Heading {
	if len(title) > 60 || !mayBegin(title) {
		return NoHeading
	}
	return headingOf()[word(title)]
}

// beginnings are those of all words that are headings: nearly all topics of an
// archive are told from them by these alone.
var beginnings = sync.OnceValue(func() *openings {
	var out openings
	for w := range headingOf() {
		out.add(w)
	}
	return &out
})

// openings are the first three letters that words begin with: for two of them,
// the bits of the third ones.
type openings [26][26]uint32

// noLetter is the bit of all bytes that are no letter from a to z.
const noLetter = 1 << 31

// add adds a word of at least three bytes in lower case.
func (o *openings) add(word string) {
	a, b, c := word[0]-'a', word[1]-'a', word[2]-'a'
	switch {
	case a >= 26 || b >= 26: // not ASCII, and never ruled out; a test looks for other words
	case c >= 26:
		o[a][b] |= noLetter
	default:
		o[a][b] |= 1 << c
	}
}

// may reports whether s, of whatever case, could be one of the words. What is
// not ASCII at its beginning might.
func (o *openings) may(s string) bool {
	if len(s) < 3 {
		return false
	}
	if s[0]|s[1]|s[2] >= 0x80 {
		return true
	}
	a, b, c := (s[0]|0x20)-'a', (s[1]|0x20)-'a', (s[2]|0x20)-'a'
	if a >= 26 || b >= 26 {
		return false
	}
	if c >= 26 {
		return o[a][b]&noLetter != 0
	}
	return o[a][b]>>c&1 != 0
}

// mayBegin reports whether title begins as a heading's word does.
func mayBegin(title string) bool {
	for title != "" && strings.IndexByte("*_ \t", title[0]) >= 0 {
		title = title[1:]
	}
	return beginnings().may(title)
}

// Write returns the heading as telko writes it in l, "" for NoHeading.
func (h Heading) Write(l Lang) string {
	if h == NoHeading {
		return ""
	}
	return headings()[h].write.In(l)
}

// vocabulary is what telko writes for a thing and what else it reads as it.
type vocabulary struct {
	write Text
	read  []string
}

// words returns all keys of v.
func (v vocabulary) words() []string {
	return append([]string{Key(v.write.de), Key(v.write.en)}, v.read...)
}

// index returns what each word of a vocabulary stands for.
func index[K comparable](vs map[K]vocabulary) map[string]K {
	out := map[string]K{}
	for k, v := range vs {
		for _, w := range v.words() {
			out[digits(Key(w))] = k
		}
	}
	return out
}

// word returns the key of a heading or label.
func word(s string) string {
	s = strings.Trim(strings.TrimSpace(s), "*_ \t")
	s = strings.TrimRight(s, ": \t")
	return digits(Key(strings.Trim(s, "*_ \t")))
}

// digits replaces every run of digits in s by "#".
func digits(s string) string {
	if !strings.ContainsAny(s, "0123456789") {
		return s
	}
	var b strings.Builder
	in := false
	for _, r := range s {
		if r >= '0' && r <= '9' {
			if !in {
				b.WriteByte('#')
			}
			in = true
			continue
		}
		in = false
		b.WriteRune(r)
	}
	return b.String()
}

// IsContinued reports whether what stands in brackets behind a heading says
// that it goes on with an earlier one: "Fortsetzung".
func IsContinued(s string) bool {
	switch Key(strings.TrimRight(s, ". ")) {
	case "fortsetzung", "forts", "fortgesetzt", "continued", "cont", "cont'd", "contd":
		return true
	}
	return false
}

// IsMotion reports whether word is the label of a motion's heading.
func IsMotion(word string) bool {
	if len(word) < 5 || len(word) > 24 {
		return false // nothing is looked up for most headings of an archive
	}
	if !motionBeginnings().may(word) {
		return false
	}
	l, ok := labelOf()[Key(word)]
	return ok && l == LabelMotion
}

// motionBeginnings are those of the words for a motion.
var motionBeginnings = sync.OnceValue(func() *openings {
	var out openings
	for w, l := range labelOf() {
		if l == LabelMotion {
			out.add(w)
		}
	}
	return &out
})

// IsEveryone reports whether word, where assignees stand, means all.
func IsEveryone(word string) bool {
	switch Key(word) {
	case "alle", "all", "everyone", "everybody", "jeder", "jede", "jede(r)":
		return true
	}
	return false
}

// IsNobody reports whether word, where names stand, means that it is nobody.
func IsNobody(word string) bool {
	switch Key(word) {
	case "niemand", "keiner", "keine", "nn", "n.n.", "n. n.", "n.n", "nobody", "none", "no one", "no-one":
		return true
	}
	return false
}

// IsGuest reports whether word, in brackets behind a name, marks a guest.
func IsGuest(word string) bool {
	switch Key(word) {
	case "gast", "gäste", "als gast", "guest", "guests", "as guest", "visitor":
		return true
	}
	return false
}

// CutDue takes the word off the front of s that a due date may follow: "bis
// 20.01.2010", "by Friday". Ok is false if there is none.
func CutDue(s string) (rest string, ok bool) {
	for _, w := range []string{"bis", "by"} {
		if len(s) > len(w) && (s[len(w)] == ' ' || s[len(w)] == '\t') && strings.EqualFold(s[:len(w)], w) {
			rest = strings.TrimLeft(s[len(w):], " \t")
			for _, filler := range []string{"spätestens ", "zum ", "zur "} {
				if len(rest) > len(filler) && strings.EqualFold(rest[:len(filler)], filler) {
					rest = strings.TrimLeft(rest[len(filler):], " \t")
				}
			}
			return rest, true
		}
	}
	return s, false
}

// IsSorting reports whether a wiki link's target sorts the page into a category
// or shows a file, and so leads nowhere.
func IsSorting(target string) bool {
	space, _, ok := strings.Cut(target, ":")
	if !ok {
		return false
	}
	switch Key(space) {
	case "kategorie", "category", "datei", "file", "bild", "image":
		return true
	}
	return false
}
