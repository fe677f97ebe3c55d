package lang

import "strings"

// What recording a telco says.
var (
	RecordNoTime       = T("%q ist keine Uhrzeit", "%q is no time of day")
	RecordNoTimeHint   = T("mit --times beginnt jede Zeile mit SS:MM, SS:MM:SS oder einem Zeitpunkt wie 2010-01-07T22:05:00+01:00", "with --times every line begins with HH:MM, HH:MM:SS or an instant such as 2010-01-07T22:05:00+01:00")
	RecordNoLines      = T("da sind keine Zeilen", "there are no lines")
	RecordTimesPlain   = T("--times gehört zu --plain", "--times goes with --plain")
	RecordNoTerminal   = T("hier ist kein Terminal für den Bildschirm der Mitschrift", "there is no terminal here for the screen to record on")
	RecordUsePlain     = T("`telko record --plain` nimmt Zeile für Zeile von der Standardeingabe", "`telko record --plain` takes line by line from standard input")
	RecordNoJournal    = T("%s ist kein Journal von telko", "%s is no journal of telko's")
	RecordMeetingAlone = T("--meeting nennt die Telko schon; SERIES, --date und --new passen nicht dazu", "--meeting names the telco already; SERIES, --date and --new do not go with it")
)

// What recording line by line answers.
var (
	RecordBegins    = T("%s, %s", "%s, %s")
	RecordPlace     = T("Ort: %s", "place: %s")
	RecordExpected  = T("erwartet: %s", "expected: %s")
	RecordAgenda    = T("Tagesordnung: %s", "agenda: %s")
	RecordDayShown  = T("Das ist die Telko vom %s. Wenn nicht: Strg-D, dann --date oder --new.", "This is the telco of %s. If not: Ctrl-D, then --date or --new.")
	RecordUnplanned = T("Heute ist laut telko.toml keine Telko. Wenn der Tag nicht stimmt: Strg-D, dann --date.", "telko.toml has no telco today. If the day is wrong: Ctrl-D, then --date.")
	RecordMissing   = T("Die Datei %s fehlt: vielleicht hat sie jemand gelöscht. Aus dem Journal wird sie neu geschrieben.", "The file %s is missing: somebody may have deleted it. It is written anew from the journal.")
	RecordGoesOn    = T("Weiter geht es mit der Telko, die um %s begann: %d Einträge.", "Going on with the telco that began at %s: %d entries.")
	RecordReopens   = T("Die Telko war um %s zu Ende und wird wieder geöffnet.", "The telco ended at %s and is opened again.")
	RecordPromised  = T("Versprochen: %d, davon %d überfällig. /offen zeigt alles.", "Promised: %d, %d of them overdue. /open shows all.")
	RecordCommands  = T("/hilfe zeigt, was man tippen kann, /ende beendet die Telko.", "/help shows what one can type, /end ends the telco.")

	RecordWarning  = T("Achtung: %s", "note: %s")
	RecordHint     = T("Tipp: %s", "hint: %s")
	RecordEarlier  = T("Ähnlich: %s", "Like this one: %s")
	RecordOffer    = T("Gemeint? %s – /ja nimmt das.", "Meant? %s – /yes takes it.")
	RecordRefused  = T("Nicht angenommen: %s", "Not taken: %s")
	RecordNotSaved = T("Noch nicht in der Datei: %s. Im Journal ist alles; telko versucht es weiter.", "Not in the file yet: %s. The journal has all of it; telko goes on trying.")
	RecordSaved    = T("Wieder alles in der Datei.", "All of it is in the file again.")
	RecordNoDraft  = T("Der Entwurf im Wiki: %s", "The draft on the wiki: %s")

	RecordNoPromises  = T("Nichts ist offen.", "Nothing is open.")
	RecordNoNumber    = T("%q ist keine Nummer der Liste", "%q is no number of the list")
	RecordSeePromises = T("/offen zeigt die Liste; /offen 2 erledigt, /offen 2 bis freitag, /offen 2 (nick)", "/open shows the list; /open 2 done, /open 2 by friday, /open 2 (nick)")
	RecordSeeReview   = T("/review zeigt die Liste", "/review shows the list")
	RecordWhatOfIt    = T("und was ist mit %s?", "and what of %s?")
	RecordWhatHint    = T("erledigt, bis freitag, (nick), wartet, entfällt, notiz …", "done, by friday, (nick), waiting, dropped, note …")
	RecordDue         = T("%s, bis %s", "%s, by %s")
	RecordOverdue     = T("überfällig: %s, bis %s", "overdue: %s, by %s")
	RecordMotion      = T("Antrag: %s (%s)", "motion: %s (%s)")
	RecordTopic       = T("nicht behandelt: %s (%s)", "not talked about: %s (%s)")
	RecordTakenUp     = T("aufgenommen", "taken up")

	RecordAllWell        = T("Nichts fehlt.", "Nothing is missing.")
	RecordYesNo          = T("/ja %[1]d oder /nein %[1]d", "/yes %[1]d or /no %[1]d")
	RecordEndAgain       = T("Noch einmal /ende beendet die Telko.", "/end once more ends the telco.")
	RecordEnded          = T("Das Protokoll steht in %s.", "The minutes are in %s.")
	RecordOfferPublish   = T("/veröffentlichen bringt es ins Wiki; eine leere Zeile schließt.", "/publish brings it to the wiki; an empty line closes.")
	RecordMadeTask       = T("Aufgabe · %s", "Task · %s")
	RecordLeft           = T("bleibt so · %s", "stays so · %s")
	RecordNothingOffered = T("es ist nichts angeboten", "nothing is offered")
	RecordPostponed      = T("Auf der Tagesordnung für %s: %s", "On the agenda of %s: %s")
	RecordPostponedThere = T("Auf der Tagesordnung für %s steht das schon.", "It is on the agenda of %s already.")
	RecordResume         = T("die Telko ist nicht beendet; `telko record` macht weiter, wo sie war", "the telco is not ended; `telko record` goes on where it was")
	RecordUnsaved        = T("nicht alles ist in der Datei: %s", "not all of it is in the file: %s")
	RecordUnsavedHint    = T("im Journal ist alles; `telko record` schreibt es, sobald es geht", "the journal has all of it; `telko record` writes it as soon as it can")
)

// RecordHelp says what one can type.
var RecordHelp = T(`Text                     eine Notiz; mit einem Leerzeichen davor immer
# Thema                  das nächste Thema; ## Unterthema; .. eine Ebene hinauf
! Text (a, b) freitag    eine Aufgabe; #3 erledigt oder #3 (a) freitag ändert eine
+a  -a  ?a               kommt, geht, ist entschuldigt; +a 22:50, +a gast, +neu: Name (nick)
/antrag Titel            dann /antragsteller, /begründung, /antwort, /kommentar, /änderung,
                         /abstimmung 5 1 2, /beschluss angenommen; /weiter schließt
= Text                   ein Beschluss ohne Antrag
s/alt/neu/               bessert den letzten Eintrag aus
~ Thema: Text            eine Bemerkung zu einem anderen Thema
/offen                   was versprochen war; /offen 2 erledigt
/undo  /redo  /review  /privat  /vorlesen  /stand  /vorschau  /veröffentlichen  /ende`,
	`text                     a note; with a space before it always
# topic                  the next topic; ## sub-topic; .. one level up
! text (a, b) friday     a task; #3 done or #3 (a) friday changes one
+a  -a  ?a               has come, has left, is excused; +a 22:50, +a guest, +new: Name (nick)
/motion title            then /petitioner, /reasons, /answer, /comment, /amendment,
                         /vote 5 1 2, /decision accepted; /continue closes
= text                   a decision without a motion
s/old/new/               mends the last entry
~ topic: text            a remark for another topic
/open                    what was promised; /open 2 done
/undo  /redo  /review  /private  /readaloud  /standing  /preview  /publish  /end`)

// RecordOwn is a command of the conversation with telko, not of the minutes.
type RecordOwn uint8

// The commands of recording line by line beside those of the minutes.
const (
	RecordNone RecordOwn = iota
	RecordOpen           // what was promised
	RecordYes            // takes what was offered
	RecordNo             // leaves it
)

// RecordWord reads the first word of a line as such a command.
func RecordWord(word string, l Lang) RecordOwn {
	name, ok := strings.CutPrefix(word, "/")
	switch {
	case !ok:
		return RecordNone
	case ReadCommand(name, l) == CommandPromises:
		return RecordOpen
	}
	switch Key(name) {
	case "ja", "yes":
		return RecordYes
	case "nein", "no":
		return RecordNo
	}
	return RecordNone
}

// Flags of telko record.
var (
	FlagRecordPlain     = T("Zeile für Zeile von der Standardeingabe, ohne Bildschirm", "line by line from standard input, without a screen")
	FlagRecordTimes     = T("jede Zeile beginnt mit ihrer Uhrzeit, die als jetzt gilt (mit --plain)", "every line begins with its time, which counts as now (with --plain)")
	FlagRecordDate      = T("`DATE` der Telko, wenn es nicht der Tag aus telko.toml oder heute ist", "`DATE` of the telco, if it is not that of telko.toml or today")
	FlagRecordMeeting   = T("weiter an `MEETING`", "go on with `MEETING`")
	FlagRecordNew       = T("eine neue Telko, auch wenn eben eine zu Ende ging", "a new telco, even if one ended just now")
	FlagRecordMerge     = T("das Journal in `FILE` dazunehmen: was ein anderer mitgeschrieben hat", "take in the journal in `FILE`: what somebody else recorded")
	FlagRecordWikiDraft = T("jede Minute einen Entwurf ins Wiki bringen, damit andere mitlesen", "bring a draft to the wiki every minute, so that others can read along")
)

// HelpRecord is the help of telko record.
var HelpRecord = Help{
	Short: T("eine Telko mitschreiben", "record a telco"),
	Long: T(
		"Schreibt eine Telko mit: eine Zeile nimmt alles, und darunter steht, wie telko sie\nliest. Welche Telko es ist, sagt der Wochentag in telko.toml oder eine vorbereitete\nTagesordnung (`telko agenda`). Was ein Absturz zurückließ, geht weiter, was vor\nweniger als zwölf Stunden zu Ende war, wird wieder geöffnet. Jede angenommene Zeile\nist sofort sicher auf der Platte.\n\n--plain nimmt dieselben Zeilen von der Standardeingabe und antwortet auf der\nStandardausgabe, eine Zeile je Antwort: für einfache Terminals, Screenreader und\nPipes. Zusätzlich gibt es dort /offen (was versprochen war; /offen 2 erledigt) und\n/ja, /nein auf das, was telko anbietet. Endet die Eingabe ohne /ende, bleibt die\nTelko offen.\n\nMit --wiki-draft steht, was getippt ist, spätestens nach einer Minute im Wiki. Was\nnicht öffentlich werden soll, beginnt man deshalb mit seinem Thema und /privat.",
		"Records a telco: one line takes everything, and below it telko says how it reads\nit. Which telco it is, the weekday in telko.toml tells, or an agenda that was\nprepared (`telko agenda`). What a crash left goes on, what ended less than twelve\nhours ago is opened again. Every line that was accepted is safe on disk at once.\n\n--plain takes the same lines from standard input and answers on standard output, a\nline an answer: for simple terminals, screen readers and pipes. It also has /open\n(what was promised; /open 2 done) and /yes, /no for what telko offers. If the input\nends without /end, the telco stays open.\n\nWith --wiki-draft what was typed is on the wiki a minute later at most. What must\nnot be public is therefore begun with its topic and /private."),
	Examples: T(
		"telko record\ntelko record technik-telko --wiki-draft\ntelko record --plain\ntelko record --plain --times < mitschrift.txt\ntelko record --meeting last",
		"telko record\ntelko record tech-telco --wiki-draft\ntelko record --plain\ntelko record --plain --times < script.txt\ntelko record --meeting last"),
}
