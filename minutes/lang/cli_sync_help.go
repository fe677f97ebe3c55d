package lang

// Flags of the commands about files and pages.
var (
	FlagSyncSeries      = T("nur die Telkos der Reihe `KEY`", "only the meetings of the series `KEY`")
	FlagSyncAccept      = T("auch übernehmen, was zurückgehalten wurde: eine geleerte Seite, mehr als die Hälfte weg, eine Aufgabe weg", "also pull what was held: a page blanked, more than half gone, a task gone")
	FlagSyncWithdraw    = T("auch wenn ein Thema nicht mehr öffentlich ist, das schon im Wiki steht: dessen Versionsgeschichte behält es", "also if a topic is private now that is on the wiki already: the wiki's history keeps it")
	FlagSyncBot         = T("für einen Timer: eine Zeile je Änderung, sonst nichts; siehe `telko help bot`", "for a timer: a line for each change, nothing else; see `telko help bot`")
	FlagSyncLogJSON     = T("mit --bot: jede Zeile als JSON, und eine am Ende", "with --bot: each line as JSON, and one at the end")
	FlagPublishAll      = T("alle Telkos", "all meetings")
	FlagStatusAll       = T("auch, was gleich ist", "also what is the same")
	FlagAdoptOurs       = T("wo sie sich unterscheiden, gilt die Datei: die Seite bekommt ihren Text, eine gelöschte wird neu angelegt", "where they differ the file holds: the page gets its text, a deleted one is made anew")
	FlagAdoptTheirs     = T("wo sie sich unterscheiden, gilt das Wiki: die Datei bekommt den Text der Seite", "where they differ the wiki holds: the file gets the page's text")
	FlagResolveOurs     = T("überall gilt, was hier steht", "everywhere what is here holds")
	FlagResolveTheirs   = T("überall gilt, was im Wiki steht", "everywhere what is on the wiki holds")
	FlagResolveBoth     = T("überall beides, was hier steht zuerst", "everywhere both, what is here first")
	FlagResolveTake     = T("was an welcher Stelle gilt, `N=SIDE`: ours, theirs oder both; auch mehrere: 1=ours,2=both", "what holds at which place, `N=SIDE`: ours, theirs or both; also several: 1=ours,2=both")
	FlagResolveText     = T("ein eigener Text für eine Stelle, `N=FILE` (- ist die Standardeingabe)", "a text of your own for a place, `N=FILE` (- is standard input)")
	FlagResolveJSON     = T("nur zeigen, was zu klären ist, als JSON", "only show what is to be settled, as JSON")
	FlagPrivateWithdraw = T("auch wenn es schon im Wiki steht, dessen Versionsgeschichte es behält", "also if it is on the wiki already, whose history keeps it")
)

// Help of the commands about files and pages.
var (
	HelpStatus = Help{
		Short: T("was hier und im Wiki verschieden ist", "what differs here and on the wiki"),
		Long: T(
			"Zeigt, welche Protokolle sich von ihren Wikiseiten unterscheiden und wer sich seit dem\nletzten Abgleich geändert hat. Es werden nur Versionsnummern gefragt und nichts\ngeschrieben.\n\nIn eine Pipe, mit Tabs getrennt: Telko, Stand (same, file, wiki, both, new, unknown,\ndeleted, set back, skipped, unread, elsewhere), Seite, Version, Adresse, früherer Titel.",
			"Shows which minutes differ from their wiki pages, and which of the two changed since the\nlast sync. Only numbers of revisions are asked for, and nothing is written.\n\nInto a pipe, parted by tabs: meeting, state (same, file, wiki, both, new, unknown,\ndeleted, set back, skipped, unread, elsewhere), page, revision, address, title before."),
		Examples: T("telko status\ntelko status --series technik-telko --all", "telko status\ntelko status --series technik-telko --all"),
	}
	HelpDiff = Help{
		Short: T("was ein Abgleich ändern würde", "what a sync would change"),
		Long: T(
			"Zeigt, was `telko sync` an den Dateien und an den Wikiseiten ändern würde. Haben beide\ndieselbe Stelle geändert, zeigt es, was jede Seite geändert hat (Ende 3).",
			"Shows what `telko sync` would change in the files and on the wiki pages. Where both\nchanged the same place it shows what each side changed (exit 3)."),
		Examples: T("telko diff\ntelko diff 2010-01-07", "telko diff\ntelko diff 2010-01-07"),
	}
	HelpPull = Help{
		Short: T("übernehmen, was im Wiki geändert wurde", "take what was changed on the wiki"),
		Long: T(
			"Bringt ins Protokoll, was jemand auf seiner Wikiseite geändert hat, und nur das; ohne\nMEETING für alle. Haben Datei und Seite dieselbe Stelle geändert, wird nichts\ngeschrieben (Ende 3, dann `telko resolve`). Wurde eine Seite geleert, mehr als die\nHälfte oder eine Aufgabe entfernt, wartet es auf --accept.\n\nIn eine Pipe, mit Tabs getrennt: Telko, was mit der Seite geschah, Seite, Version,\nAdresse, \"pulled\".",
			"Brings into the minutes what somebody changed on their wiki page, and only that; without\nMEETING for all of them. Where file and page changed the same place nothing is written\n(exit 3, then `telko resolve`). A page that was blanked, lost more than half or a task\nwaits for --accept.\n\nInto a pipe, parted by tabs: meeting, what happened to the page, page, revision,\naddress, \"pulled\"."),
		Examples: T("telko pull\ntelko pull --accept 2010-01-07", "telko pull\ntelko pull --accept 2010-01-07"),
	}
	HelpSync = Help{
		Short: T("Dateien und Wikiseiten abgleichen", "bring files and wiki pages together"),
		Long: T(
			"Bringt in beide Richtungen, was sich seit dem letzten Abgleich geändert hat, ohne MEETING\nfür alle Telkos, und die Seiten mit Aufgaben, Anträgen und Übersicht auf den neuesten\nStand. Niemandes Änderung wird überschrieben: haben Datei und Seite dieselbe Stelle\ngeändert, bleibt beides, wie es ist (Ende 3, dann `telko resolve`). Tagesordnungen,\nlaufende Telkos und Entwürfe, die noch niemand veröffentlicht hat, bleiben hier.\n\nIn eine Pipe, mit Tabs getrennt: Telko, was mit der Seite geschah (unchanged, created,\nupdated, adopted), Seite, Version, Adresse, und \"pulled\", wenn sich die Datei änderte.",
			"Brings over in both directions what changed since the last sync, without MEETING for all\nmeetings, and updates the pages of tasks, motions and the index. Nobody's edit is\noverwritten: where file and page changed the same place both stay as they are (exit 3,\nthen `telko resolve`). Agendas, telcos that go on, and drafts that nobody published yet\nstay here.\n\nInto a pipe, parted by tabs: meeting, what happened to the page (unchanged, created,\nupdated, adopted), page, revision, address, and \"pulled\" if the file changed."),
		Examples: T("telko sync\ntelko sync --dry-run --series technik-telko\ntelko sync --bot --log-json", "telko sync\ntelko sync --dry-run --series technik-telko\ntelko sync --bot --log-json"),
	}
	HelpResolve = Help{
		Short: T("klären, was beide geändert haben", "settle what both sides changed"),
		Long: T(
			"Zeigt jede Stelle, die hier und im Wiki geändert wurde: wie sie war, wie sie hier und wie\nsie im Wiki ist, und wer sie dort wann geändert hat. Dann gilt, was du sagst: hier,\nWiki, beides oder ein eigener Text; danach wird die Telko abgeglichen. Ohne MEETING\nalle, bei denen etwas zu klären ist.",
			"Shows every place that was changed here and on the wiki: as it was, as it is here and as\nit is on the wiki, and who changed it there and when. Then what you say holds: ours,\ntheirs, both or a text of your own; after that the meeting is synced. Without MEETING\nall that have something to settle."),
		Examples: T("telko resolve\ntelko resolve 2010-01-07 --take 1=ours,2=both\ntelko resolve 2010-01-07 --text 1=neu.md", "telko resolve\ntelko resolve 2010-01-07 --take 1=ours,2=both\ntelko resolve 2010-01-07 --text 1=new.md"),
	}
	HelpAdopt = Help{
		Short: T("eine vorhandene Wikiseite übernehmen", "take over a wiki page that exists"),
		Long: T(
			"Macht die Seite, die das Protokoll nennt, zu seiner: ab dann wird sie abgeglichen. Für\nSeiten, die es schon gab, die gelöscht oder zurückgesetzt wurden. Sagen Datei und\nSeite Verschiedenes, zeigt es den Unterschied und wartet auf --ours oder --theirs.",
			"Makes the page that the minutes name their own: from then on it is synced. For pages that\nexisted before, that were deleted or set back. Where file and page say different things\nit shows how and waits for --ours or --theirs."),
		Examples: T("telko adopt 2010-01-07\ntelko adopt 2010-01-07 --theirs --dry-run", "telko adopt 2010-01-07\ntelko adopt 2010-01-07 --theirs --dry-run"),
	}
)
