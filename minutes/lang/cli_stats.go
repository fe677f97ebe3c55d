package lang

// Who was there, and which promises were kept.
var (
	HeadSeries   = T("Reihe", "Series")
	HeadThere    = T("Dabei", "Present")
	HeadPromised = T("Versprochen", "Promised")
	HeadInTime   = T("Pünktlich", "In time")
	HeadLate     = T("Spät", "Late")
	HeadOpen     = T("Offen", "Open")
	HeadExtended = T("Verschoben", "Extended")
	HeadKept     = T("█ pünktlich ▒ spät ░ offen · fallengelassen", "█ in time ▒ late ░ open · dropped")

	StatsOverdue   = T("%d (%d!)", "%d (%d!)")
	StatsPeriod    = T("%s bis %s", "%s to %s")
	StatsNone      = T("von %s bis %s gibt es nichts zu zählen", "there is nothing to count from %s to %s")
	StatsBackwards = T("der Zeitraum endet, bevor er beginnt: %s bis %s", "the period ends before it begins: %s to %s")

	FlagSince       = T("ab `DATE`, oder ab dem Anfang eines Jahres; ohne das das letzte Jahr", "from `DATE` on, or from the beginning of a year; without it the last year")
	FlagUntil       = T("bis `DATE`, oder bis zum Ende eines Jahres", "until `DATE`, or until the end of a year")
	FlagStatsSeries = T("nur in der Reihe `SERIES`", "only in the series `SERIES`")
	FlagStatsOnly   = T("nur `NICK` oder eine Gruppe", "only `NICK` or a group")

	HelpStats = Help{
		Short: T("wer da war, und was aus Versprechen wurde", "who was there, and what became of promises"),
		Long: T(
			"Zählt je Person und Reihe, wie oft sie da war, was sie versprochen hat und was daraus\nwurde: pünktlich, spät, noch offen (mit ! überfällig), wie oft verschoben. Pünktlich ist,\nwas bis zum zuletzt geltenden Datum erledigt war.\n\nIn eine Pipe, mit Tabs getrennt: wer, Reihe, Telkos, dabei, entschuldigt, versprochen,\npünktlich, spät, fallengelassen, offen, überfällig, verschoben.",
			"Counts by person and series how often they were there, what they promised and what\nbecame of it: in time, late, still open (with ! overdue), how often extended. In time is\nwhat was done by the date that held last.\n\nInto a pipe, parted by tabs: who, series, meetings, present, excused, promised, in time,\nlate, dropped, open, overdue, extended."),
		Examples: T("telko stats\ntelko stats --since 2010 --until 2010 --json\ntelko stats --series technik-telko -a jpru", "telko stats\ntelko stats --since 2010 --until 2010 --json\ntelko stats --series technik-telko -a jpru"),
	}
)
