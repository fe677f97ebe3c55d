package lang

// What syncing says when a person must decide.
var (
	WikiEdited = T("%[1]q wurde im Wiki geändert (zuletzt von %[2]s, Version %[3]d), und das Protokoll hier auch: an %[4]d Stelle(n) beide dasselbe",
		"%[1]q was edited on the wiki (last by %[2]s, revision %[3]d), and so were the minutes here: in %[4]d place(s) both the same")
	WikiEditedHint    = T("entscheide mit: telko resolve %s", "decide with: telko resolve %s")
	WikiStale         = T("%q hat sich geändert, seit darüber entschieden wurde; nichts wurde geschrieben", "%q has changed since this was decided; nothing was written")
	WikiStaleHint     = T("noch einmal: telko resolve %s", "once more: telko resolve %s")
	WikiHeld          = T("%[1]q: was im Wiki geschah (zuletzt %[2]s, Version %[3]d), wird nicht ungesehen übernommen: %[4]s", "%[1]q: what happened on the wiki (last %[2]s, revision %[3]d) is not taken over unseen: %[4]s")
	WikiHeldHint      = T("sieh es dir an: telko diff %[1]s; übernimm es mit: telko pull --accept %[1]s, oder mache es im Wiki rückgängig", "look at it: telko diff %[1]s; take it over with: telko pull --accept %[1]s, or undo it on the wiki")
	WikiHeldBlank     = T("die Seite wurde geleert", "the page was blanked")
	WikiHeldHalf      = T("%d von %d Absätzen sind weg", "%d of %d paragraphs are gone")
	WikiHeldTasks     = T("Aufgaben sind weg: %s", "tasks are gone: %s")
	WikiApproved      = T("%[1]q wurde im Wiki geändert (von %[2]s, Version %[3]d), und das Protokoll ist beschlossen", "%[1]q was edited on the wiki (by %[2]s, revision %[3]d), and the minutes are approved")
	WikiApprovedHint  = T("mache die Änderung im Wiki rückgängig, oder nimm sie mit Datum als Berichtigung ins Protokoll und setze die Seite zurück: telko adopt --ours %s", "undo the edit on the wiki, or put it into the minutes as a dated amendment and set the page back: telko adopt --ours %s")
	WikiUnclear       = T("%[1]q: die Änderung in Zeile %[2]d lässt sich nicht übertragen: %[3]s", "%[1]q: the edit in line %[2]d cannot be carried over: %[3]s")
	WikiUnclearHint   = T("sieh es dir an: telko diff %[1]s; entscheide, was gilt: telko adopt --ours %[1]s (das Protokoll) oder telko adopt --theirs %[1]s (die Seite)", "look at it: telko diff %[1]s; decide what holds: telko adopt --ours %[1]s (the minutes) or telko adopt --theirs %[1]s (the page)")
	WikiPrivate       = T("%q: was im Wiki steht, darf telko so nicht veröffentlichen: %s", "%q: telko may not publish what the wiki says like that: %s")
	WikiPrivateHint   = T("ändere die Stelle im Wiki", "change it on the wiki")
	WikiMarkers       = T("%s enthält Zeichen eines ungelösten Konflikts (<<<<<<<, =======, >>>>>>>)", "%s has marks of an unresolved conflict in it (<<<<<<<, =======, >>>>>>>)")
	WikiMarkersHint   = T("entscheide die Stellen und nimm die Zeilen mit den Zeichen heraus; Überschriften schreibe mit #", "decide these places and take out the lines with the marks; write headings with #")
	WikiWithdrawn     = T("%[1]q: was hier jetzt nichtöffentlich ist, wurde schon veröffentlicht: %[2]s", "%[1]q: what is private here now was published already: %[2]s")
	WikiWithdrawnHint = T("die Geschichte der Seite enthält es weiter; lass die Versionen im Wiki verbergen, dann nimm es heraus mit: telko sync --withdraw %s", "the page's history still holds it; have the revisions hidden on the wiki, then take it out with: telko sync --withdraw %s")
	WikiDeletedBy     = T("%[1]q wurde im Wiki gelöscht, von %[2]s am %[3]s: %[4]s", "%[1]q was deleted on the wiki, by %[2]s on %[3]s: %[4]s")
	WikiNothingTheirs = T("%q gibt es im Wiki nicht: da ist nichts zu übernehmen", "%q is not on the wiki: there is nothing to take")
	WikiAdoptApproved = T("%s ist beschlossen; der Text der Seite wird nicht übernommen", "%s is approved; the page's text is not taken")
)
