package lang

import (
	"slices"
	"strings"
	"sync"
)

// Errors and warnings of the importer.
var (
	ImportNotText = T("die Seite ist kein Text in UTF-8 (Zeile %d)", "the page is not text in UTF-8 (line %d)")
	HintNotText   = T("speichere sie als UTF-8 und importiere sie noch einmal", "save it as UTF-8 and import it again")

	ImportRedirect = T("die Seite ist eine Weiterleitung, kein Protokoll", "the page is a redirect, not minutes")
	HintRedirect   = T("importiere die Seite, auf die sie zeigt", "import the page that it leads to")

	ImportEmpty = T("die Seite ist leer", "the page is empty")
	HintEmpty   = T("gib eine Datei an, in der ein Protokoll steht", "name a file that holds minutes")

	ImportNoDate = T("weder Titel noch Dateiname noch Seite nennen den Tag der Sitzung",
		"neither title nor file name nor page say the day of the meeting")
	HintNoDate = T("gib ihn mit --date an: --date 2010-01-31", "say it with --date: --date 2010-01-31")

	ImportNoMinutes = T("das sieht nicht nach einem Protokoll aus: weder Anwesende noch Beginn, Anträge oder Aufgaben",
		"this does not look like minutes: nobody present, no start, no motions, no tasks")
	HintNoMinutes = T("ist es doch eines, dann nenne seine Reihe: --series %s", "if it is minutes all the same, name their series: --series %s")

	ImportSeveral = T("auf der Seite stehen mehrere Sitzungen: Zeile %d und Zeile %d", "the page holds several meetings: line %d and line %d")
	HintSeveral   = T("teile sie in eine Datei je Sitzung und importiere diese", "split it into a file for each meeting and import those")

	ImportNoName = T("die Sitzung gehört zu keiner Reihe, und die Seite hat keinen Titel", "the meeting belongs to no series, and the page has no title")
	HintNoName   = T("nenne die Reihe mit --series oder den Seitentitel mit --title", "name the series with --series, or the page's title with --title")

	ImportNoSeries   = T("keine Reihe heißt %q", "there is no series %q")
	HintNoSeries     = T("Reihen in telko.toml: %s", "series in telko.toml: %s")
	HintNoSeriesYet  = T("in telko.toml steht noch keine Reihe", "there is no series in telko.toml yet")
	ImportFrontBroke = T("der Vorspann ist nicht abgeschlossen", "the front matter is not closed")
	HintFrontBroke   = T("schließe ihn mit einer Zeile, auf der nur --- steht", "close it with a line that holds nothing but ---")

	WarnOtherDate = T("hier steht der %s, der Titel sagt %s: der Titel gilt", "this says %s, the title says %s: the title counts")
	WarnNoSeries  = T("die Seite passt zu keiner Reihe in telko.toml; das Protokoll gehört zu keiner", "the page fits no series in telko.toml; its minutes belong to none")
	WarnCount     = T("die Anwesenden sind nur gezählt: %q", "those present are only counted: %q")
	WarnNobody    = T("niemand steht als anwesend da", "nobody is written down as present")
	WarnLabel     = T("als %q gelesen: %q", "read as %q: %q")
	WarnHeading   = T("Überschrift mitten in der Zeile: %q", "a heading in the middle of a line: %q")
	WarnGuessed   = T("hier und weiter unten als Überschrift gelesen, was keine Zeichen als solche hat (%d Zeilen)", "here and below, lines without marks were read as headings (%d of them)")
	WarnSigned    = T("als Kommentar von %s gelesen", "read as a comment by %s")
	WarnAuthor    = T("als Antragsteller gelesen: %q", "read as the petitioner: %q")
	WarnTask      = T("sieht nach einer Aufgabe aus, steht aber nicht im Plan: %q", "looks like a task, but is not in the plan: %q")
	WarnTemplate  = T("eine Vorlage, die ein Antrag sein könnte, steht da wie geschrieben: %q", "a template that could be a motion stands as written: %q")
	WarnNoPerson  = T("%q kennt hier niemand: die Aufgabe hat noch keinen, der sie tut", "nobody here is known as %q: the task has nobody yet to do it")
)

// ImportLabel is a label at the head of a page that the importer reads.
type ImportLabel uint8

// The labels at the head of a page.
const (
	NoImportLabel ImportLabel = iota
	ImportStart               // "Beginn: 20:15"
	ImportEnd                 // "Ende: 22:00"
	ImportTime                // "Zeit: 20:15 bis 22:00"
	ImportDate                // "Datum: 16.11.2011"
	ImportPlace               // "Ort: Mumble"
	ImportKeeper              // "Protokoll: anna"
	ImportChair               // "Versammlungsleitung: bert"
)

var importLabels = sync.OnceValue(func() map[string]ImportLabel {
	return map[string]ImportLabel{
		"beginn": ImportStart, "start": ImportStart, "anfang": ImportStart, "sitzungsbeginn": ImportStart,
		"begin": ImportStart, "started": ImportStart, "start time": ImportStart, "begonnen": ImportStart,
		"called to order": ImportStart, "eröffnung": ImportStart, "startzeit": ImportStart,
		"ende": ImportEnd, "end": ImportEnd, "schluss": ImportEnd, "sitzungsende": ImportEnd, "schluß": ImportEnd,
		"finish": ImportEnd, "ended": ImportEnd, "end time": ImportEnd, "adjourned": ImportEnd, "endzeit": ImportEnd,
		"zeit": ImportTime, "uhrzeit": ImportTime, "time": ImportTime, "dauer": ImportTime, "wann": ImportTime, "when": ImportTime,
		"datum": ImportDate, "date": ImportDate, "tag": ImportDate, "datum und uhrzeit": ImportDate, "date and time": ImportDate, "termin": ImportDate,
		"ort": ImportPlace, "place": ImportPlace, "location": ImportPlace, "versammlungsort": ImportPlace, "venue": ImportPlace,
		"sitzungsort": ImportPlace, "tagungsort": ImportPlace, "treffpunkt": ImportPlace, "wo": ImportPlace, "where": ImportPlace,
		"protokoll": ImportKeeper, "protokollant": ImportKeeper, "protokollantin": ImportKeeper, "protokollführer": ImportKeeper,
		"protokollführerin": ImportKeeper, "protokollführung": ImportKeeper, "schriftführer": ImportKeeper, "schriftführung": ImportKeeper,
		"minutes": ImportKeeper, "scribe": ImportKeeper, "minutes by": ImportKeeper, "minute taker": ImportKeeper, "note taker": ImportKeeper,
		"notes": ImportKeeper, "notes by": ImportKeeper, "secretary": ImportKeeper, "keeper": ImportKeeper,
		"versammlungsleitung": ImportChair, "versammlungsleiter": ImportChair, "versammlungsleiterin": ImportChair,
		"sitzungsleitung": ImportChair, "sitzungsleiter": ImportChair, "leitung": ImportChair, "moderation": ImportChair,
		"moderator": ImportChair, "chair": ImportChair, "chaired by": ImportChair, "facilitator": ImportChair, "redeleitung": ImportChair,
	}
})

// ReadImportLabel returns what a label at the head of a page says.
func ReadImportLabel(s string) ImportLabel {
	return importLabels()[strings.ToLower(strings.Join(strings.Fields(s), " "))]
}

var (
	importNobody = []string{"niemand", "keine", "keiner", "keine entschuldigungen", "none", "nobody", "no one", "-", "–", "—", "n/a", "nn", "n.n.", "entfällt", "./."}
	importNoTask = []string{"keine", "keine aufgaben", "keine neuen aufgaben", "nichts", "none", "nothing", "no tasks", "-", "–", "—", "./.", "entfällt", "n/a", "siehe oben", "s.o."}
	importKinds  = []string{
		"protokoll", "protokolle", "telko", "telefonkonferenz", "sitzung", "plenum", "versammlung", "treffen", "vorstandssitzung",
		"minutes", "meeting", "telco", "conference", "call", "stammtisch", "besprechung", "jour fixe", "vollversammlung", "mitgliederversammlung",
	}
	importEveryone = []string{"alle", "all", "everyone", "everybody", "jeder", "keiner", "niemand", "nobody", "nn", "n.n."}
)

func folded(s string) string {
	return strings.ToLower(strings.Trim(strings.Join(strings.Fields(s), " "), " .!"))
}

// IsImportNobody reports whether s, where names are due, says that there are none.
func IsImportNobody(s string) bool { return s == "" || slices.Contains(importNobody, folded(s)) }

// IsImportNoTask reports whether s, where tasks are due, says that there are none.
func IsImportNoTask(s string) bool { return s == "" || slices.Contains(importNoTask, folded(s)) }

// IsImportEveryone reports whether s stands for everybody or nobody.
func IsImportEveryone(s string) bool { return slices.Contains(importEveryone, strings.ToLower(s)) }

// IsImportContents reports whether a line is what a wiki writes over a page's
// table of contents.
func IsImportContents(s string) bool {
	switch folded(s) {
	case "inhaltsverzeichnis", "inhalt", "contents", "table of contents", "inhaltsverzeichnis [verbergen]", "contents [hide]":
		return true
	}
	return false
}

// NamesMinutes reports whether a title says that its page is minutes.
func NamesMinutes(title string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(title), func(r rune) bool {
		return strings.ContainsRune(" -_/:.,()0123456789", r)
	}) {
		if slices.Contains(importKinds, w) {
			return true
		}
		for _, tail := range []string{"telko", "protokoll", "sitzung", "plenum", "treffen", "konferenz", "versammlung"} {
			if strings.HasSuffix(w, tail) && w != "netzwerkprotokoll" {
				return true
			}
		}
	}
	return false
}
