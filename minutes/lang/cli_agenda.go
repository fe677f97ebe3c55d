package lang

// What the agenda commands say.
var (
	HeadNumber = T("Nr.", "No.")
	HeadItem   = T("Punkt", "Item")

	AgendaEmpty    = T("für %s steht noch nichts auf der Tagesordnung", "there is nothing on the agenda of %s yet")
	AgendaHowToAdd = T("`telko agenda add THEMA` setzt etwas darauf", "`telko agenda add TOPIC` puts something on it")
	AgendaOf       = T("Tagesordnung für %s, in %s", "agenda of %s, in %s")
)

// IsBefore reports whether word stands between two items of which the first is
// to come before the second.
func IsBefore(word string) bool {
	switch Key(word) {
	case "before", "vor":
		return true
	}
	return false
}

// IsLast reports whether word means the end of the agenda.
func IsLast(word string) bool {
	switch Key(word) {
	case "last", "end", "letzter", "letztes", "ende", "zuletzt":
		return true
	}
	return false
}

// Flags of the agenda commands.
var (
	FlagAgendaSeries  = T("der nächsten Telko der Reihe `SERIES`", "of the next telco of the series `SERIES`")
	FlagAgendaMeeting = T("der Telko `MEETING`, oder der eines Tages", "of `MEETING`, or of that of a day")
	FlagAgendaUnder   = T("unter dem Punkt `ITEM`: seine Nummer oder sein Titel", "under `ITEM`: its number or its title")
	FlagAgendaMotion  = T("ein Antrag, dessen Text in `FILE` steht (- für die Standardeingabe)", "a motion whose text is in `FILE` (- for standard input)")
)

// Help of the agenda commands.
var (
	HelpAgenda = Help{
		Short: T("die Tagesordnung der nächsten Telko", "the agenda of the next telco"),
		Long: T(
			"Ohne weiteren Befehl: was auf der Tagesordnung der nächsten Telko steht, mit\nNummern. Sie ist eine Datei mit dem Status agenda, und `telko record` beginnt mit\nihr. Gibt es mehrere Reihen, nennt --series eine davon.\n\nIn eine Pipe, mit Tabs getrennt: Nummer, topic oder motion, Titel, Nummer des\nAntrags.",
			"Without a further command: what is on the agenda of the next telco, with numbers.\nIt is a file with the status agenda, and `telko record` begins with it. Where there\nare several series, --series names one.\n\nInto a pipe, parted by tabs: number, topic or motion, title, id of the motion."),
		Examples: T(
			"telko agenda\ntelko agenda add Backups\ntelko agenda move 3 before 1",
			"telko agenda\ntelko agenda add Backups\ntelko agenda move 3 before 1"),
	}
	HelpAgendaList = Help{
		Short:    T("die Punkte auflisten, wie `telko agenda`", "list the items, like `telko agenda`"),
		Long:     T("Listet die Punkte der Tagesordnung mit ihren Nummern auf.", "Lists the items of the agenda with their numbers."),
		Examples: T("telko agenda list --json", "telko agenda list --json"),
	}
	HelpAgendaAdd = Help{
		Short: T("etwas auf die Tagesordnung setzen", "put something on the agenda"),
		Long: T(
			"Setzt ein Thema ans Ende der Tagesordnung, mit --under unter ein anderes. Gibt es\nfür die nächste Telko noch keine, wird sie angelegt; --meeting nennt eine andere\nTelko oder einen Tag.\n\nMit --motion ist es ein Antrag: sein Text steht in einer Datei, wie er mit der Post\nkam. Zeilen, die mit Antragsteller:, Begründung: und dergleichen beginnen, werden zu\nden Teilen des Antrags. Ohne TOPIC ist die erste Zeile sein Titel.\n\nIn eine Pipe, mit Tabs getrennt: Telko, Nummer, Titel, Datei.",
			"Puts a topic at the end of the agenda, with --under below another one. If there is\nnone for the next telco yet, it is made; --meeting names another telco or a day.\n\nWith --motion it is a motion: its text is in a file, as it came by mail. Lines that\nbegin with Petitioner:, Reasons: and the like become the parts of the motion.\nWithout TOPIC the first line is its title.\n\nInto a pipe, parted by tabs: meeting, number, title, file."),
		Examples: T(
			"telko agenda add Backups\ntelko agenda add Bänder --under Backups\ntelko agenda add \"Ausfallsichere Infrastruktur\" --motion antrag.txt\ntelko agenda add Klausur --meeting 21.01.",
			"telko agenda add Backups\ntelko agenda add tapes --under Backups\ntelko agenda add \"Redundant servers\" --motion motion.txt\ntelko agenda add retreat --meeting 2010-01-21"),
	}
	HelpAgendaMove = Help{
		Short: T("einen Punkt vor einen anderen setzen", "move an item before another one"),
		Long: T(
			"Setzt einen Punkt mit allem, was darunter steht, vor einen anderen, mit last ans\nEnde. ITEM ist die Nummer oder der Titel. Der Punkt steht danach auf derselben\nStufe wie der, vor den er kam.",
			"Moves an item with all that is under it before another one, with last to the end.\nITEM is its number or title. The item is on the level of the one it came before\nthen."),
		Examples: T(
			"telko agenda move 3 before 1\ntelko agenda move 2.1 last",
			"telko agenda move 3 before 1\ntelko agenda move 2.1 last"),
	}
	HelpAgendaPublish = Help{
		Short: T("die Tagesordnung ins Wiki bringen", "bring the agenda to the wiki"),
		Long: T(
			"Bringt die Tagesordnung auf die Seite, auf der nach der Telko das Protokoll steht.\nWas jemand dort geändert hat, wird nie überschrieben.\n\nIn eine Pipe dasselbe wie `telko publish`.",
			"Brings the agenda to the page that will have the minutes after the telco. What\nsomebody changed there is never overwritten.\n\nInto a pipe the same as `telko publish`."),
		Examples: T("telko agenda publish --dry-run\ntelko agenda publish", "telko agenda publish --dry-run\ntelko agenda publish"),
	}
)
