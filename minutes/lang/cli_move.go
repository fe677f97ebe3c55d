package lang

// Move.
var (
	HelpMove = Help{
		Short: T("eine Telko auf einen anderen Tag oder Namen legen", "give a meeting another day or name"),
		Long: T(
			"Benennt die Datei einer Telko um, auch ihre nicht öffentliche, und verschiebt ihre\nWikiseite; im Wiki bleibt eine Weiterleitung. Eine Seite, die dieser Rechner noch\nnicht kennt, braucht erst ein telko sync. Die Nummern der Aufgaben und Anträge\nbleiben. Abgebrochen, bringt derselbe Befehl es zu Ende.\n\nIn eine Pipe, mit Tabs getrennt: alter Name, neuer Name, Datei, Seite.",
			"Renames the file of a meeting, its private one too, and moves its wiki page; the wiki\nkeeps a redirect. A page that this machine does not know yet needs a telko sync first.\nThe ids of tasks and motions stay. Broken off, the same command brings it to its end.\n\nInto a pipe, parted by tabs: old name, new name, file, page."),
		Examples: T(
			"telko move 2010-01-07 08.01.2010\ntelko move last --name sondertelko --page \"IT/Protokolle/Sondertelko\"",
			"telko move 2010-01-07 2010-01-08\ntelko move last --name special --page \"IT/Protokolle/Special\""),
	}
	FlagMoveName = T("neuer `NAME` hinter dem Tag", "new `NAME` behind the day")
	FlagMovePage = T("neuer `TITLE` der Wikiseite", "new `TITLE` of the wiki page")

	MoveReason          = T("telko %s: die Telko wurde verlegt", "telko %s: the meeting was moved")
	MoveBadName         = T("%q gibt keinen Dateinamen", "%q makes no file name")
	MoveLive            = T("die Telko %s ist noch nicht beendet", "the telco %s has not ended yet")
	MovePageExists      = T("die Seite %q gibt es im Wiki schon; nichts wurde verschoben", "there is a page %q on the wiki already; nothing was moved")
	MovePageExistsHint  = T("nenne einen anderen Titel: --page TITLE", "name another title: --page TITLE")
	MovePageUnknown     = T("die Seite %q gibt es im Wiki, und dieser Rechner kennt sie noch nicht; nichts wurde verschoben", "there is the page %q on the wiki, and this machine does not know it yet; nothing was moved")
	MovePageUnknownHint = T("erst: telko sync %s", "first: telko sync %s")
	MoveWould           = T("%s würde %s", "%s would become %s")
	MovePageWould       = T("die Seite %q hieße dann %q", "the page %q would be called %q")
	MoveDone            = T("%s ist jetzt %s", "%s is now %s")
	MovePageDone        = T("die Seite %q heißt jetzt %q", "the page %q is now called %q")
)
