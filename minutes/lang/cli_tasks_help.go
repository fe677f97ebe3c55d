package lang

// Flags of the task commands.
var (
	FlagMine        = T("nur meine, und die meiner Gruppen und aller", "only mine, and those of my groups and of everyone")
	FlagOverdue     = T("nur überfällige", "only overdue ones")
	FlagAssignee    = T("nur die von `NICK`, einer Gruppe oder @me", "only those of `NICK`, a group or @me")
	FlagState       = T("statt der offenen die mit `STATE`: open, waiting, done, dropped, all", "instead of open ones those in `STATE`: open, waiting, done, dropped, all")
	FlagMeeting     = T("nur die aus der Telko `MEETING`", "only those of `MEETING`")
	FlagDueUntil    = T("nur die, die bis `DATE` fällig sind; '<freitag', '>=2010-01-20', '=heute' gehen auch", "only those due until `DATE`; '<friday', '>=2010-01-20', '=today' work too")
	FlagTaskSeries  = T("nur die aus der Reihe `SERIES`", "only those of the series `SERIES`")
	FlagSort        = T("sortiert nach `FIELD`: due, id, assignee, state, meeting, text; -FIELD andersherum", "sorted by `FIELD`: due, id, assignee, state, meeting, text; -FIELD the other way round")
	FlagLimit       = T("nur die ersten `N`", "only the first `N`")
	FlagExitCode    = T("mit 1 enden, wenn etwas in der Liste steht (für cron)", "end with 1 if the list is not empty (for cron)")
	FlagSearch      = T("nur die, in denen alle `WORDS` stehen", "only those that hold all `WORDS`")
	FlagAddAssignee = T("für `NICK`, mehrere mit Komma; ohne das für mich", "for `NICK`, several with commas; without it for me")
	FlagAddDue      = T("fällig am `DATE`", "due on `DATE`")
	FlagAddSeries   = T("mit dem Kürzel der Reihe `SERIES`", "with the prefix of the series `SERIES`")
	FlagAddPrivate  = T("nicht öffentlich: steht nur in private.log", "private: stands in private.log alone")
	FlagMessage     = T("was dazu zu sagen ist, als `TEXT` ins Log", "what there is to say about it, as `TEXT` in the log")
	FlagLast        = T("nur die letzten `N`", "only the last `N`")
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
	HelpTasksAdd = Help{
		Short: T("eine Aufgabe zwischen zwei Telkos anlegen", "add a task between meetings"),
		Long: T(
			"Legt eine Aufgabe an, die niemand in einer Telko versprochen hat. Der Text ist wie\neine Zeile im Protokoll: am Ende dürfen in Klammern Zuständige und danach ein Datum\nstehen. Ohne Namen ist es meine, ohne Datum ist sie nach due-days fällig.",
			"Adds a task that nobody promised in a telco. The text is like a line of minutes:\nassignees in brackets may stand at its end, and a date behind them. Without a name\nit is mine, without a date it is due after due-days."),
		Examples: T(
			"telko tasks add Kabel bestellen\ntelko tasks add \"Kabel bestellen (jpru, sebi?) bis freitag\"\ntelko tasks add Kabel bestellen -a jpru --due \"nächste telko\"",
			"telko tasks add order cables\ntelko tasks add \"order cables (jpru, sebi?) by friday\"\ntelko tasks add order cables -a jpru --due \"next telco\""),
	}
	HelpTasksAssign = Help{
		Short: T("Aufgaben anderen geben", "give tasks to others"),
		Long: T(
			"Gibt Aufgaben denen, die genannt sind, statt denen bisher: Personen, Gruppen, alle,\nniemand; mit Fragezeichen, wer nur vielleicht; - für keinen mehr.",
			"Gives tasks to those named instead of those before: people, groups, all, nobody;\nwith a question mark who only may; - for no one any more."),
		Examples: T(
			"telko tasks assign 2 sebi\ntelko tasks assign 100107-2 100107-3 jpru,sebi? -m \"im Urlaub\"",
			"telko tasks assign 2 sebi\ntelko tasks assign 100107-2 100107-3 jpru,sebi? -m \"on holiday\""),
	}
	HelpTasksNote = Help{
		Short: T("etwas zu Aufgaben notieren", "note something about tasks"),
		Long: T(
			"Schreibt eine Notiz in den Verlauf von Aufgaben. Ihr Stand bleibt, wie er ist.",
			"Writes a note into the history of tasks. Their state stays as it is."),
		Examples: T("telko tasks note 2 \"liegt im Keller\"", "telko tasks note 2 \"it is in the cellar\""),
	}
	HelpTasksEdit = Help{
		Short: T("eine Aufgabe neu fassen", "reword a task"),
		Long: T(
			"Gibt einer Aufgabe, die zwischen zwei Telkos angelegt wurde, einen neuen Text; ohne\nTEXT öffnet sich der Editor. Der Text einer Aufgabe aus einem Protokoll steht dort\nund ändert sich mit `telko edit`.",
			"Gives a task that was added between meetings a new text; without TEXT the editor\nopens. The text of a task of a meeting stands in the minutes and changes with\n`telko edit`."),
		Examples: T("telko tasks edit 100109-jpru-1 \"rotes Kabel bestellen\"", "telko tasks edit 100109-jpru-1 \"order red cables\""),
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
	HelpTasksRenumber = Help{
		Short: T("doppelte Nummern auflösen", "resolve ids given twice"),
		Long: T(
			"Gibt einer Aufgabe eine neue Nummer, wenn ihre auch an einem anderen Text steht, wie\nes kommt, wenn zwei Rechner dieselbe vergeben. Der Text, den das Log zuerst kannte,\nbehält sie, und alles, was seither geschah.",
			"Gives a task a new id if its own stands at another text too, as happens when two\nmachines give out the same. The text that the log knew first keeps it, and all that\nhappened since."),
		Examples: T("telko tasks renumber --dry-run\ntelko tasks renumber 100107-2", "telko tasks renumber --dry-run\ntelko tasks renumber 100107-2"),
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
