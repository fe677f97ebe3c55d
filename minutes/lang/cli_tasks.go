package lang

// Weekdays are the days of the week, short, from Sunday.
var Weekdays = [7]Text{
	T("So", "Sun"), T("Mo", "Mon"), T("Di", "Tue"), T("Mi", "Wed"), T("Do", "Thu"), T("Fr", "Fri"), T("Sa", "Sat"),
}

// Headings of tables and names of what a task has.
var (
	HeadID      = T("Nr.", "Id")
	HeadDue     = T("Fällig", "Due")
	HeadWho     = T("Wer", "Who")
	HeadTask    = T("Aufgabe", "Task")
	HeadState   = T("Stand", "State")
	HeadMeeting = T("Telko", "Meeting")
	HeadTopic   = T("Thema", "Topic")
	HeadNote    = T("Anmerkung", "Note")
	HeadWhen    = T("Wann", "When")
	HeadBy      = T("Von", "By")
	HeadWhat    = T("Was", "What")
)

// The states of a task.
var (
	StateOpen    = T("offen", "open")
	StateWaiting = T("wartet", "waiting")
	StateDone    = T("erledigt", "done")
	StateDropped = T("fallengelassen", "dropped")
)

// The states of a task, said of it.
var (
	IsOpen    = T("ist offen", "is open")
	IsWaiting = T("wartet", "is waiting")
	IsDone    = T("ist erledigt", "is done")
	IsDropped = T("ist fallengelassen", "is dropped")
)

// What the log says happened.
var (
	DidAdd    = T("angelegt", "added")
	DidDone   = T("erledigt", "done")
	DidReopen = T("wieder geöffnet", "reopened")
	DidDue    = T("fällig", "due")
	DidAssign = T("zugewiesen", "assigned")
	DidWait   = T("wartet", "waits")
	DidResume = T("geht weiter", "resumed")
	DidDrop   = T("fallengelassen", "dropped")
	DidText   = T("neu gefasst", "reworded")
	DidNote   = T("Notiz", "note")
	DidUndo   = T("zurückgenommen", "undone")
)

// What a changed task is told as.
var (
	ToldDone        = T("#%s erledigt: %s", "#%s done: %s")
	ToldReopened    = T("#%s wieder offen: %s", "#%s open again: %s")
	ToldDropped     = T("#%s fallengelassen: %s", "#%s dropped: %s")
	ToldWaits       = T("#%s wartet: %s", "#%s waits: %s")
	ToldResumed     = T("#%s geht weiter: %s", "#%s goes on: %s")
	ToldWithDue     = T("%s, fällig %s", "%s, due %s")
	ToldAdded       = T("#%s angelegt: %s, fällig %s", "#%s added: %s, due %s")
	ToldAssigned    = T("#%s jetzt bei %s (vorher %s): %s", "#%s now with %s (was %s): %s")
	ToldNobody      = T("niemandem", "nobody")
	ToldNoted       = T("#%s Notiz: %s; %s", "#%s note: %s; %s")
	ToldReworded    = T("#%s heißt jetzt: %s (vorher: %s)", "#%s now reads: %s (was: %s)")
	ToldRenumbered  = T("#%s heißt jetzt #%s: %s", "#%s is #%s now: %s")
	WouldRenumber   = T("#%s in %s, Zeile %d, bekäme eine neue Nummer: %s", "#%s in %s, line %d, would get a new id: %s")
	RenumberNothing = T("keine Nummer steht an zwei Texten", "no id stands at two texts")
	ToldNoDate      = T("ohne Datum", "no date")
	ToldExtended    = T("#%s jetzt fällig %s (vorher %s): %s", "#%s now due %s (was %s): %s")
	ToldUndone      = T("#%s zurückgenommen: %s; %s %s", "#%s undone: %s; %s %s")
	TaskHowToUndo   = T("zurücknehmen: %s", "to take it back: %s")
)

// The card of a task.
var (
	CardOverdue  = T(", seit %d Tagen überfällig", ", overdue for %d days")
	CardExtended = T(", %d-mal verschoben", ", extended %d×")
	CardOrphan   = T("steht in keinem Protokoll mehr", "no minutes hold it any more")
	TaskLost     = T("(der Text fehlt: die Zeile steht in keinem Protokoll mehr)", "(the text is missing: no minutes hold the line any more)")
	TaskUnread   = T("(der Text fehlt: %s ist nicht zu lesen)", "(the text is missing: %s cannot be read)")
	CardPrivate  = T("nicht öffentlich", "private")
)

// What lists say when they are empty.
var (
	TasksNone            = T("keine solchen Aufgaben", "no such tasks")
	TasksNoneMine        = T("nichts offen für dich", "nothing open for you")
	TasksNoneOverdue     = T("nichts ist überfällig", "nothing is overdue")
	TasksNoneMineOverdue = T("für dich ist nichts überfällig", "nothing of yours is overdue")
	TasksMore            = T("%d weitere stehen nicht da", "%d more are not shown")
	LogNothing           = T("noch nichts geschehen", "nothing has happened yet")
)

// Errors about tasks and people.
var (
	TaskWhich     = T("welche Aufgabe?", "which task?")
	TaskNoHash    = T("Nummern ohne # davor: die Shell hält es für einen Kommentar; `telko tasks` zeigt sie", "ids without a # before them: the shell takes it for a comment; `telko tasks` lists them")
	TaskNone      = T("keine Aufgabe %q", "no task %q")
	TasksNoID     = T("eine Aufgabe ohne Nummer kann niemand abhaken; `telko fmt` vergibt die Nummern", "a task without an id cannot be ticked off; `telko fmt` gives out the ids")
	TaskSeeList   = T("`telko tasks --state all` zeigt alle", "`telko tasks --state all` lists all")
	TaskNoFullID  = T("keine Aufgabe mit der Nummer %q", "no task has the id %q")
	TaskFullIDs   = T("ohne Terminal gelten nur vollständige Nummern wie 100107-2", "without a terminal only full ids like 100107-2 count")
	TaskAmbiguous = T("%q kann mehreres heißen, nichts wurde geändert", "%q could be several, nothing was changed")
	TaskSayMore   = T("schreib mehr von der Nummer, etwa 100107-2", "type more of the id, such as 100107-2")
	TasksNoOrder  = T("nach %q kann man nicht sortieren, nur nach %s", "there is no sorting by %q, only by %s")
	DueNoSign     = T("das Zeichen %q gibt es nicht: <, <=, =, >= oder >", "there is no sign %q: <, <=, =, >= or >")
	TaskNoState   = T("%q ist kein Stand: open, waiting, done, dropped oder all", "%q is no state: open, waiting, done, dropped or all")

	AddWhat           = T("was ist zu tun?", "what is to be done?")
	AssignToWhom      = T("wem? %q ist die Aufgabe, der Name fehlt", "to whom? %q is the task, the name is missing")
	AssignSame        = T("#%s ist schon bei %s", "#%s is with %s already")
	NoteWhat          = T("was ist zu notieren? Nach %q fehlt der Text, in Anführungszeichen", "what is to be noted? The text after %q is missing, in quotes")
	EditSame          = T("#%s heißt schon so", "#%s reads so already")
	EditInMinutes     = T("der Text von #%s steht im Protokoll, %s, und ändert sich dort", "the text of #%s stands in the minutes, %s, and changes there")
	EditInMinutesHint = T("telko edit %s", "telko edit %s")

	ExtendUntilWhen = T("bis wann? %q ist die Aufgabe, das Datum fehlt", "until when? %q is the task, the date is missing")
	ExtendIntoPast  = T("%s ist schon vorbei, heute ist %s", "%s is past already, today is %s")
	ExtendSameDay   = T("#%s ist schon am %s fällig", "#%s is due on %s already")
	DateUnread      = T("%q ist kein Datum", "%q is no date")
	DateForms       = T("etwa 2010-01-31, 31.01., freitag, +7, in 2 wochen, ende januar, nächste telko", "such as 2010-01-31, friday, +7, in 2 weeks, end of january, next telco")

	DateAmbiguous = T("%q kann mehrere Tage meinen: %s", "%q could be several days: %s")

	RefusedState     = T("#%s %s", "#%s %s")
	RefusedStateHint = T("`telko tasks log %s` sagt, seit wann", "`telko tasks log %s` says since when")
	RefusedNotLast   = T("#%s: seither hat %s etwas anderes getan", "#%s: since then %s has done something else")
	RefusedNoEvent   = T("#%s: da ist nichts zurückzunehmen", "#%s: there is nothing to take back")
	RefusedClock     = T("#%s: der neueste Eintrag, von %s, ist von %s und liegt in der Zukunft", "#%s: the newest event, by %s, is of %s, which is in the future")
	RefusedClockHint = T("eine der beiden Uhren geht falsch", "one of the two clocks is wrong")
	RefusedInMinutes = T("der Text von #%s steht im Protokoll und ändert sich dort", "the text of #%s stands in the minutes and changes there")
	RefusedNoText    = T("#%s: der Text fehlt", "#%s: the text is missing")
	RefusedExists    = T("#%s gibt es schon", "#%s exists already")
	RefusedNotNewer  = T("#%s hat schon einen neueren Eintrag", "#%s has a newer event already")

	UndoNothing  = T("von %s gibt es nichts zurückzunehmen", "there is nothing of %s to take back")
	UndoAdded    = T("#%s ist neu angelegt, das nimmt undo nicht zurück", "#%s is new, undo does not take that back")
	UndoDropIt   = T("telko tasks drop %s; was davor war: telko tasks undo ID", "telko tasks drop %s; what was before: telko tasks undo ID")
	UndoSayWhich = T("was andere getan haben: telko tasks undo ID", "what others did: telko tasks undo ID")

	PersonUnknown = T("niemand heißt %q", "nobody is called %q")
	PersonNearest = T("gemeint vielleicht: %s", "perhaps you mean: %s")
	PersonAdd     = T("`telko people` zeigt alle; neue kommen in people.toml", "`telko people` lists all; new ones go into people.toml")
	MeUnknown     = T("ich weiß nicht, wer du bist", "I don't know who you are")
	MeHowToSet    = T("--me NICK, oder TELKO_USER=NICK, oder die Zeile me = \"NICK\" in %s", "--me NICK, or TELKO_USER=NICK, or the line me = \"NICK\" in %s")
	MeNotInRoster = T("%q (aus %s) ist niemand aus people.toml", "%q (from %s) is nobody in people.toml")
)
