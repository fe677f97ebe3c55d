package lang

// What is wrong with a line of a log.
var (
	LogBadText     = T("die Zeile enthält Bytes, die kein Text sind", "the line holds bytes that are no text")
	LogBadInstant  = T("die Zeile beginnt nicht mit einem Zeitpunkt wie 2010-01-09T21:14:03+01:00", "the line does not begin with an instant like 2010-01-09T21:14:03+01:00")
	LogAhead       = T("die Zeile ist von einer Zeit, die noch nicht da ist: eine Uhr geht falsch, oder jemand schrieb sie von Hand", "the line is of a time that has not come yet: a clock is wrong, or somebody wrote it by hand")
	LogBadName     = T("%q ist kein Name dessen, der es war", "%q is not the name of who did it")
	LogBadID       = T("%q ist keine Nummer wie 100107-2", "%q is not an id like 100107-2")
	LogBadVerb     = T("%q ist kein Verb wie done", "%q is not a verb like done")
	LogBadDate     = T("%q ist kein Datum wie 2010-01-31", "%q is not a date like 2010-01-31")
	LogBadDigest   = T("%q ist nicht die Prüfsumme eines Textes", "%q is not the digest of a text")
	LogBadList     = T("%q sind keine Zuständigen wie jpru,sebi", "%q is not a list of assignees like jpru,sebi")
	LogBadUndo     = T("%q nennt kein Ereignis wie done@2010-01-09T21:14:03+01:00", "%q does not name an event like done@2010-01-09T21:14:03+01:00")
	LogUnknownVerb = T("dieses telko kennt das Verb %q nicht; die Zeile bleibt stehen", "this telko does not know the verb %q; the line is kept")
	LogBadMotion   = T("%q ist keine Nummer eines Antrags wie M100107-1", "%q is not an id of a motion like M100107-1")
	LogShort       = T("die Zeile ist zu kurz: Zeitpunkt, wer, Nummer und Verb gehören hinein", "the line is too short: it needs an instant, who, an id and a verb")
	LogOtherVerb   = T("dieses telko kennt das Verb nicht; die Zeile bleibt stehen", "this telko does not know the verb; the line is kept")
	LogNoDigest    = T("hinter add fehlt die Prüfsumme des Wortlauts, zehn Zeichen 0-9 a-f", "add needs the digest of the wording, ten characters 0-9 a-f")
	LogConflict    = T("die Zeile ist eine Konfliktmarke, die beim Zusammenführen stehen blieb; lösche sie", "the line is a conflict marker that a merge left; delete it")
	LogCut         = T("die letzte Zeile hat kein Zeilenende und ist vielleicht abgeschnitten", "the last line has no line end and may have been cut off")
)

// Why an event of a log does not fit its task.
var (
	LogBeforeAdd = T("#%s: %s von %s ist älter als die Aufgabe", "#%s: %s by %s is older than the task")
	LogNoAdd     = T("#%s: nichts hat diese Aufgabe angelegt", "#%s: the log never added this task")
	LogTwoTexts  = T("#%s: unter dieser Nummer wurde ein zweiter Text angelegt", "#%s: a second text was added under this id")
	LogTwoTasks  = T("#%s: zwei Zeilen tragen diese Nummer", "#%s: two lines bear this id")
	LogNotLast   = T("#%s: %s nimmt %s zurück, aber das war nicht das Letzte", "#%s: %s takes back %s, which is not the last event")
	LogInMinutes = T("#%s: der Text steht im Protokoll und ändert sich nur dort", "#%s: the text stands in the minutes and changes only there")
	LogNotOpen   = T("#%s: %s von %s, aber die Aufgabe war schon zu", "#%s: %s by %s, but the task was closed")
)

// What lint says of a meeting's front matter.
var (
	LintOtherDate     = T("das Datum %s passt nicht zum Namen der Datei, der %s sagt", "the date %s does not fit the name of the file, which says %s")
	LintOtherIDDay    = T("Nummern vom %s an %d Aufgaben: wurde die Telko verlegt, gehört die Zeile id-day: %s in den Kopf, sonst sind es Aufgaben einer anderen Telko", "ids of %s on %d tasks: if the meeting was moved, the front matter needs the line id-day: %s, else these are tasks of another meeting")
	LintOtherDateHint = T("gib der Datei oder dem Datum den richtigen Tag", "give the file or the date the right day")
)
