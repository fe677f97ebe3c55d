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
	ToldDone      = T("#%s erledigt: %s", "#%s done: %s")
	ToldReopened  = T("#%s wieder offen: %s", "#%s open again: %s")
	ToldDropped   = T("#%s fallengelassen: %s", "#%s dropped: %s")
	ToldWaits     = T("#%s wartet: %s", "#%s waits: %s")
	ToldResumed   = T("#%s geht weiter: %s", "#%s goes on: %s")
	ToldWithDue   = T("%s, fällig %s", "%s, due %s")
	ToldNoDate    = T("ohne Datum", "no date")
	ToldExtended  = T("#%s jetzt fällig %s (vorher %s): %s", "#%s now due %s (was %s): %s")
	ToldUndone    = T("#%s zurückgenommen: %s; %s %s", "#%s undone: %s; %s %s")
	TaskHowToUndo = T("zurücknehmen: %s", "to take it back: %s")
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
	RefusedOther     = T("#%s: %s", "#%s: %s")

	UndoNothing  = T("von %s gibt es nichts zurückzunehmen", "there is nothing of %s to take back")
	UndoSayWhich = T("was andere getan haben: telko tasks undo ID", "what others did: telko tasks undo ID")

	PersonUnknown = T("niemand heißt %q", "nobody is called %q")
	PersonNearest = T("gemeint vielleicht: %s", "perhaps you mean: %s")
	PersonAdd     = T("`telko people` zeigt alle; neue kommen in people.toml", "`telko people` lists all; new ones go into people.toml")
	MeUnknown     = T("ich weiß nicht, wer du bist", "I don't know who you are")
	MeHowToSet    = T("--me NICK, oder TELKO_USER=NICK, oder die Zeile me = \"NICK\" in %s", "--me NICK, or TELKO_USER=NICK, or the line me = \"NICK\" in %s")
	MeNotInRoster = T("%q (aus %s) ist niemand aus people.toml", "%q (from %s) is nobody in people.toml")
)

// Flags of the task commands.
var (
	FlagMine       = T("nur meine, und die meiner Gruppen und aller", "only mine, and those of my groups and of everyone")
	FlagOverdue    = T("nur überfällige", "only overdue ones")
	FlagAssignee   = T("nur die von `NICK`, einer Gruppe oder @me", "only those of `NICK`, a group or @me")
	FlagState      = T("statt der offenen die mit `STATE`: open, waiting, done, dropped, all", "instead of open ones those in `STATE`: open, waiting, done, dropped, all")
	FlagMeeting    = T("nur die aus der Telko `MEETING`", "only those of `MEETING`")
	FlagDueUntil   = T("nur die, die bis `DATE` fällig sind; '<freitag', '>=2010-01-20', '=heute' gehen auch", "only those due until `DATE`; '<friday', '>=2010-01-20', '=today' work too")
	FlagTaskSeries = T("nur die aus der Reihe `SERIES`", "only those of the series `SERIES`")
	FlagSort       = T("sortiert nach `FIELD`: due, id, assignee, state, meeting, text; -FIELD andersherum", "sorted by `FIELD`: due, id, assignee, state, meeting, text; -FIELD the other way round")
	FlagLimit      = T("nur die ersten `N`", "only the first `N`")
	FlagExitCode   = T("mit 1 enden, wenn etwas in der Liste steht (für cron)", "end with 1 if the list is not empty (for cron)")
	FlagSearch     = T("nur die, in denen alle `WORDS` stehen", "only those that hold all `WORDS`")
	FlagMessage    = T("was dazu zu sagen ist, als `TEXT` ins Log", "what there is to say about it, as `TEXT` in the log")
	FlagLast       = T("nur die letzten `N`", "only the last `N`")
)

// Help of the task commands.
var (
	HelpTasks = Help{
		Short: T("wer was bis wann versprochen hat", "who promised what by when"),
		Long: T(
			"Ohne weiteren Befehl: die offenen Aufgaben, überfällige zuerst.\n\nIn eine Pipe, eine Zeile je Aufgabe, mit Tabs getrennt: Nummer, Stand, fällig am,\noverdue oder nichts, wer, Text, Telko, Thema.",
			"Without a further command: the open tasks, overdue ones first.\n\nInto a pipe, a line a task, parted by tabs: id, state, due date, overdue or\nnothing, assignees, text, meeting, topic."),
		Examples: T(
			"telko tasks --mine\ntelko tasks --due '<=freitag' --sort assignee\ntelko tasks -a @me,sebi --state all --json\ntelko tasks --overdue --exit-code >/dev/null || echo überfällig\ntelko tasks done 2",
			"telko tasks --mine\ntelko tasks --due '<=friday' --sort assignee\ntelko tasks -a @me,sebi --state all --json\ntelko tasks --overdue --exit-code >/dev/null || echo overdue\ntelko tasks done 2"),
	}
	HelpTasksList = Help{
		Short: T("Aufgaben auflisten, wie `telko tasks`", "list tasks, like `telko tasks`"),
		Long: T(
			"Listet Aufgaben auf, überfällige zuerst, dann nach Datum.",
			"Lists tasks, overdue ones first, then by date."),
		Examples: T("telko tasks list --state done --meeting last", "telko tasks list --state done --meeting last"),
	}
	HelpTasksShow = Help{
		Short: T("eine Aufgabe und ihr Verlauf", "a task and its history"),
		Long: T(
			"Zeigt eine Aufgabe und alles, was mit ihr geschehen ist.\n\nEine Nummer darf am Terminal gekürzt werden: 2 meint die Aufgabe ...-2, wenn nur\neine offene so endet (meine zuerst).",
			"Shows a task and all that happened to it.\n\nOn a terminal an id may be cut short: 2 means the task ...-2, if only one open\ntask ends so (mine first)."),
		Examples: T("telko tasks show 100107-2", "telko tasks show 100107-2"),
	}
	HelpTasksDone = Help{
		Short: T("Aufgaben abhaken", "tick tasks off"),
		Long: T(
			"Hakt Aufgaben ab. Das Protokoll bleibt, wie es ist; der Haken steht im Log.",
			"Ticks tasks off. The minutes stay as they are; the tick is in the log."),
		Examples: T("telko tasks done 2\ntelko tasks done 100107-2 100107-3 -m \"läuft auf bounty\"", "telko tasks done 2\ntelko tasks done 100107-2 100107-3 -m \"runs on bounty\""),
	}
	HelpTasksReopen = Help{
		Short: T("erledigte Aufgaben wieder öffnen", "open tasks again"),
		Long: T(
			"Öffnet Aufgaben wieder, die erledigt oder fallengelassen sind.",
			"Opens tasks again that are done or dropped."),
		Examples: T("telko tasks reopen 100107-2 -m \"doch nicht\"", "telko tasks reopen 100107-2 -m \"not yet\""),
	}
	HelpTasksDrop = Help{
		Short: T("Aufgaben fallenlassen", "drop tasks"),
		Long: T(
			"Lässt Aufgaben fallen, die niemand mehr tun wird. Nichts wird gelöscht: `telko tasks\n--state dropped` zeigt sie, `telko tasks reopen` öffnet sie wieder.",
			"Drops tasks that nobody is going to do any more. Nothing is deleted: `telko tasks\n--state dropped` lists them, `telko tasks reopen` opens them again."),
		Examples: T("telko tasks drop 2 -m \"der Server ist verkauft\"", "telko tasks drop 2 -m \"the server is sold\""),
	}
	HelpTasksWait = Help{
		Short: T("Aufgaben warten auf etwas", "tasks wait for something"),
		Long: T(
			"Merkt an Aufgaben an, dass sie auf etwas oder jemanden warten; -m sagt, worauf.\nSie bleiben in den Listen und können überfällig werden.",
			"Notes that tasks wait for something or somebody; -m says for what. They stay in\nthe lists and can become overdue."),
		Examples: T("telko tasks wait 2 -m \"Antwort vom Rechenzentrum\"", "telko tasks wait 2 -m \"answer of the data centre\""),
	}
	HelpTasksResume = Help{
		Short: T("mit wartenden Aufgaben geht es weiter", "waiting tasks go on"),
		Long: T(
			"Macht aus Aufgaben, die warten, wieder offene.",
			"Makes tasks that wait open ones again."),
		Examples: T("telko tasks resume 2 -m \"die Antwort ist da\"", "telko tasks resume 2 -m \"the answer has come\""),
	}
	HelpTasksExtend = Help{
		Short: T("Aufgaben verschieben", "move due dates"),
		Long: T(
			"Gibt Aufgaben ein neues Datum. Worte wie freitag oder +7 zählen vom alten Datum an,\nund von heute an, wenn das vorbei ist. telko nennt das Datum, das es verstanden hat.",
			"Gives tasks a new due date. Words such as friday or +7 count from the old date, or\nfrom today if that is past. telko says which date it understood."),
		Examples: T(
			"telko tasks extend 2 freitag\ntelko tasks extend 2 3 +7 -m \"Server kam später\"\ntelko tasks extend 100107-2 in 2 wochen",
			"telko tasks extend 2 friday\ntelko tasks extend 2 3 +7 -m \"the server was late\"\ntelko tasks extend 100107-2 in 2 weeks"),
	}
	HelpTasksLog = Help{
		Short: T("was mit Aufgaben geschehen ist", "what happened to tasks"),
		Long: T(
			"Zeigt, was mit Aufgaben geschehen ist, das Neueste zuletzt; ohne Nummer mit allen.\n\nIn eine Pipe, mit Tabs getrennt: Zeitpunkt, von wem, Nummer, was.",
			"Shows what happened to tasks, the newest last; without an id, to all of them.\n\nInto a pipe, parted by tabs: instant, by whom, id, what."),
		Examples: T("telko tasks log 100107-2\ntelko tasks log -n 20", "telko tasks log 100107-2\ntelko tasks log -n 20"),
	}
	HelpTasksUndo = Help{
		Short: T("die letzte Änderung zurücknehmen", "take back the last change"),
		Long: T(
			"Nimmt zurück, was zuletzt mit Aufgaben geschah; ohne Nummer das, was ich zuletzt\ngetan habe. Im Log bleibt beides stehen.",
			"Takes back what happened to tasks last; without an id, what I did last. Both stay\nin the log."),
		Examples: T("telko tasks undo\ntelko tasks undo 100107-2", "telko tasks undo\ntelko tasks undo 100107-2"),
	}
)
