package lang

// What telko's own pages on a wiki say.
var (
	ListTasksIntro   = T("Diese Aufgaben führt telko aus den Protokollen zusammen. Wer eine erledigt hat, macht in ihrer Zeile aus ☐ ein ☑; ein anderer Termin wird in der Spalte „fällig“ eingetragen. telko nimmt beides auf und lässt stehen, was außerhalb der Liste steht.", "telko gathers these tasks from the minutes. Who has done one makes a ☑ of the ☐ in its row; another date goes into the column “due”. telko takes up both, and leaves alone what stands outside of the list.")
	ListMotionsIntro = T("Diese Anträge führt telko aus den Protokollen zusammen. Was außerhalb der Liste steht, lässt es stehen.", "telko gathers these motions from the minutes. It leaves alone what stands outside of the list.")
	ListIndexIntro   = T("Diese Protokolle führt telko auf. Was außerhalb der Liste steht, lässt es stehen.", "telko lists these minutes. It leaves alone what stands outside of the list.")

	ListState  = T("Stand", "State")
	ListID     = T("Nr.", "Id")
	ListDue    = T("fällig", "due")
	ListWho    = T("wer", "who")
	ListTask   = T("Aufgabe", "Task")
	ListFrom   = T("aus", "from")
	ListMotion = T("Antrag", "Motion")
	ListBy     = T("von", "by")
	ListVotes  = T("Stimmen", "Votes")

	ListOverdue = T("überfällig", "overdue")
	ListOpen    = T("offen", "open")
	ListWaiting = T("wartet", "waiting")
	ListDone    = T("erledigt", "done")
	ListDropped = T("fallen gelassen", "dropped")

	ListNoTasks    = T("Es gibt keine offenen Aufgaben.", "There are no open tasks.")
	ListNoMotions  = T("Es gibt noch keine Anträge.", "There are no motions yet.")
	ListNoMinutes  = T("Es gibt noch keine Protokolle.", "There are no minutes yet.")
	ListUnanswered = T("unbeantwortet", "unanswered")
	ListDraft      = T("Entwurf", "draft")
	ListAgenda     = T("Tagesordnung", "agenda")
	ListLive       = T("läuft gerade", "going on")

	ListSummaryTasks   = T("telko %[1]s: Aufgaben %[2]s", "telko %[1]s: tasks %[2]s")
	ListSummaryMotions = T("telko %[1]s: Anträge %[2]s", "telko %[1]s: motions %[2]s")
	ListSummaryIndex   = T("telko %[1]s: Protokolle %[2]s", "telko %[1]s: minutes %[2]s")
)

// What stands in the way of telko's own pages.
var (
	ListNoMarks      = T("%[1]q hat keine Stelle für telkos Liste: <!-- %[2]s --> und <!-- /%[2]s --> müssen je einmal auf eigenen Zeilen stehen; nichts wurde geschrieben", "%[1]q has no place for telko's list: <!-- %[2]s --> and <!-- /%[2]s --> must each stand there once on lines of their own; nothing was written")
	ListNoMarksHint  = T("setze die beiden Zeilen im Wiki dorthin, wo die Liste stehen soll; was zwischen ihnen steht, schreibt telko", "put the two lines on the wiki where the list is to be; what stands between them is telko's to write")
	ListDeleted      = T("%q wurde im Wiki gelöscht; telko legt sie nicht von selbst wieder an", "%q was deleted on the wiki; telko does not make it again by itself")
	ListDeletedHint  = T("lass sie wiederherstellen, lege sie mit den Zeilen <!-- %[1]s --> und <!-- /%[1]s --> neu an, oder nimm sie aus telko.toml", "have it restored, make it anew with the lines <!-- %[1]s --> and <!-- /%[1]s -->, or take it out of telko.toml")
	TextDeletedHint  = T("lass sie im Wiki wiederherstellen; wer sie nicht mehr will, nimmt log-page aus telko.toml", "have it restored on the wiki; who does not want it any more takes log-page out of telko.toml")
	ListRedirect     = T("%q ist im Wiki eine Weiterleitung", "%q is a redirect on the wiki")
	ListRedirectHint = T("nenne unter [wiki] in telko.toml die Seite, auf die sie führt", "name the page it leads to under [wiki] in telko.toml")
	ListModel        = T("%q ist im Wiki keine Seite aus %s", "%q is no page of %s on the wiki")
	ListModelHint    = T("nenne unter [wiki] in telko.toml eine andere Seite", "name another page under [wiki] in telko.toml")
)

// The log on the wiki.
var (
	LogSummary    = T("telko %[1]s: Ereignisse %[2]s", "telko %[1]s: events %[2]s")
	LogUnread     = T("%[1]s%[2]s; bis jemand sie im Wiki berichtigt, zählt sie nicht", "%[1]s%[2]s; until somebody mends it on the wiki it does not count")
	LogUnreadMore = T("%[1]s: noch %[2]d Zeilen, die nicht zählen", "%[1]s: %[2]d more lines that do not count")
	LogModel      = T("%q muss eine Seite vom Inhaltsmodell „text“ sein; nichts wurde geschrieben", "%q must be a page of content model “text”; nothing was written")
	LogModelHint  = T("in einer Seite aus Wikitext würde %s beim Speichern ersetzt: nenne mit log-page unter [wiki] in telko.toml eine Seite, die es noch nicht gibt", "in a page of wikitext, %s would be replaced when it is saved: name a page that does not exist yet with log-page under [wiki] in telko.toml")
)

// The settings that are shared on the wiki.
var (
	ArchiveNoteShared    = T("gemeinsame Einstellungen: telko schreibt sie, `telko clone` liest sie; geändert werden sie in telko.toml und people.toml", "shared settings: telko writes them, `telko clone` reads them; they are changed in telko.toml and people.toml")
	SettingsNotTaken     = T("die gemeinsamen Einstellungen %[1]q (zuletzt von %[2]s) haben sich geändert und lassen sich mit telko.toml und people.toml hier nicht zusammenführen; beide Dateien bleiben, wie sie sind", "the shared settings %[1]q (last by %[2]s) have changed and cannot be merged with telko.toml and people.toml here; both files stay as they are")
	SettingsNotTakenHint = T("trag von Hand nach, was dort neu ist; spätere Änderungen kommen wieder von allein", "add by hand what is new there; later changes come by themselves again")
	SettingsLack         = T("%[1]q (zuletzt von %[2]s) sind keine gemeinsamen Einstellungen: %[3]s fehlt", "%[1]q (last by %[2]s) are no shared settings: %[3]s is missing")
	SettingsElsewhere    = T("%[1]q (zuletzt von %[2]s) sind die Einstellungen zu einer anderen Seite: index-page = %[3]q", "%[1]q (last by %[2]s) are the settings of another page: index-page = %[3]q")
	SettingsLackHint     = T("sieh in ihrer Versionsgeschichte nach und stelle die letzte Fassung von telko wieder her", "look into its history, and restore the last version by telko")
	SettingsSummary      = T("telko %[1]s: gemeinsame Einstellungen %[2]s", "telko %[1]s: shared settings %[2]s")
	SettingsMoved        = T("%[1]q heißt im Wiki jetzt %[2]q: dort findet sie niemand, der telko clone benutzt", "%[1]q is called %[2]q on the wiki now: nobody who uses telko clone finds it there")
	SettingsMovedHint    = T("verschiebe %[1]q zurück nach %[2]q", "move %[1]q back to %[2]q")
	SettingsEdited       = T("%[1]q wurde im Wiki geändert (von %[2]s)", "%[1]q was edited on the wiki (by %[2]s)")
	SettingsEditedHint   = T("übernimm die Änderung in telko.toml oder people.toml und mache sie im Wiki rückgängig; telko überschreibt sie nicht", "take the change into telko.toml or people.toml and undo it on the wiki; telko does not overwrite it")
)
