package lang

// Search.
var (
	HelpSearch = Help{
		Short: T("in den Protokollen suchen", "search the minutes"),
		Long: T(
			"Zeigt die Zeilen aller Protokolle, in denen alle Wörter vorkommen, groß oder klein\ngeschrieben, auch als Teil eines Worts; Anführungszeichen halten mehrere Wörter\nzusammen. Auch was nicht öffentlich ist, wird durchsucht.\n\nIn eine Pipe, mit Tabs getrennt: Datei und Zeile, Telko, Thema, Text.",
			"Shows the lines of all minutes that hold all words, in upper or lower case, also as\na part of a word; quotation marks keep words together. What is private is searched\ntoo.\n\nInto a pipe, parted by tabs: file and line, meeting, topic, text."),
		Examples: T(
			"telko search drucker\ntelko search \"neuer server\" keller --since 01.01.2010",
			"telko search printer\ntelko search \"new server\" cellar --since 2010-01-01"),
	}
	FlagSearchSince = T("nur Telkos ab diesem `DATE`", "only meetings from this `DATE` on")
	FlagSearchUntil = T("nur Telkos bis zu diesem `DATE`", "only meetings up to this `DATE`")
	SearchNone      = T("nichts gefunden", "nothing found")
	HeadText        = T("Text", "Text")
)
