package lang

// telko clone, and what a workspace says that shares its log on a wiki.
var (
	HelpClone = Help{
		Short: T("einen telko-Ordner aus einem Wiki holen", "get a workspace from a wiki"),
		Long: T(
			"Legt in DIR (ohne DIR in einem Ordner, der wie PAGE heißt) einen telko-Ordner an:\nmit den Einstellungen, die das Team im Wiki teilt, seinen Protokollen und seinen\nAufgaben. PAGE ist die Seite, die die Protokolle auflistet.\n\nWas man dort an Aufgaben ändert, kommt ins Log im Wiki, sonst schreibt dieser\nOrdner nichts. Das Team braucht dafür log-page in seiner telko.toml. Zum Lesen\nist kein Konto nötig, wenn das Wiki öffentlich ist, zum Senden schon. Was abgebrochen\nwurde, geht mit demselben Befehl weiter.\n\n`telko pull` holt danach, was neu ist: Protokolle, Aufgaben und was das Team an seinen\nEinstellungen ändert. Was in telko.toml und people.toml hier geändert wurde, bleibt.",
			"Makes a workspace in DIR (without DIR in a folder called like PAGE): with the\nsettings that the team shares on the wiki, its minutes and its tasks. PAGE is the\npage that lists the minutes.\n\nWhat is changed about tasks there goes into the log on the wiki; nothing else is\nwritten from this workspace. The team needs log-page in its telko.toml for that.\nReading needs no account where the wiki is public; sending does. What was broken off\ngoes on with the same command.\n\nFrom then on `telko pull` gets what is new: minutes, tasks, and what the team changes in\nits settings. What was changed in telko.toml and people.toml here stays."),
		Examples: T(
			"telko clone https://wiki.example.org/api.php IT/Protokolle\ntelko clone https://wiki.example.org/api.php IT/Protokolle it --me jpru",
			"telko clone https://wiki.example.org/api.php IT/Minutes\ntelko clone https://wiki.example.org/api.php IT/Minutes it --me jpru"),
	}
	CloneNoSettings = T("%q ist nicht im Wiki: das Team teilt dort keine Einstellungen", "%q is not on the wiki: the team shares no settings there")
	CloneShareThem  = T("wer dort veröffentlicht, setzt index-page = %q und log-page unter [wiki] in telko.toml und ruft telko sync auf", "who publishes there sets index-page = %q and log-page under [wiki] in telko.toml, and calls telko sync")
	CloneModel      = T("%q ist keine Seite vom Inhaltsmodell „text“, also keine von telko", "%q is no page of content model “text”, so none of telko's")
	CloneModelHint  = T("war es die von telko, dann gib ihr im Wiki das Inhaltsmodell „text“ zurück (Spezial:Inhaltsmodell ändern)", "if it was telko's, give it the content model “text” again on the wiki (Special:ChangeContentModel)")
	CloneRefreshed  = T("gemeinsame Einstellungen übernommen: %s", "shared settings taken over: %s")
	CloneWho        = T("Wer bist du? (%s)", "Who are you? (%s)")
	CloneNobody     = T("%q kennt das Team nicht", "the team knows nobody called %q")
	CloneNoMe       = T("wer du bist, sagt me = \"NICK\" in %s (bekannt sind: %s)", "who you are is said by me = \"NICK\" in %s (known are: %s)")
	CloneNext       = T("cd %s; telko tasks --mine", "cd %s; telko tasks --mine")
	CloneNoLogin    = T("damit deine Änderungen ins Wiki kommen, braucht es ein Botpasswort (im Wiki unter Spezial:Botpasswörter; mit den Rechten basic, editpage und createeditmovepage): [[wiki]] mit api = %[1]q, user = \"Konto@telko\", password-file = \"...\" in %[2]s", "for your changes to reach the wiki a bot password is needed (on the wiki at Special:BotPasswords; with the grants basic, editpage and createeditmovepage): [[wiki]] with api = %[1]q, user = \"Account@telko\", password-file = \"...\" in %[2]s")
	CloneWritesLog  = T("dieser telko-Ordner schreibt nur das Log im Wiki, keine Seiten", "this workspace writes the log on the wiki alone, and no pages")
	CloneWritesHint = T("veröffentlicht wird auf dem Rechner, von dem die Einstellungen kommen; hier holt `telko pull` das Neue", "publishing is done on the machine that the settings come from; here `telko pull` gets what is new")
	CloneNoTitle    = T("%q ist kein Titel einer Seite: gemeint ist die, die die Protokolle auflistet, wie IT/Protokolle", "%q is no title of a page: meant is the one that lists the minutes, such as IT/Minutes")
	CloneElsewhere  = T("nenne hinter PAGE einen anderen Ordner; in einem, der von dort schon geholt ist, holt telko pull das Neue", "name another folder after PAGE; in one that was got from there already, telko pull gets what is new")

	SendQueued  = T("gespeichert; noch nicht im Wiki: %[1]d (%[2]s)", "saved; not on the wiki yet: %[1]d (%[2]s)")
	SendAgain   = T("der nächste Aufruf oder telko sync sendet es", "the next change or telko sync sends it")
	SendTooSlow = T("das Wiki war nicht schnell genug", "the wiki was not fast enough")

	AgeNever   = T("noch nie mit dem Wiki abgeglichen", "never synced with the wiki")
	AgeNow     = T("Stand des Wikis: gerade eben", "as the wiki was just now")
	AgeMinutes = T("Stand des Wikis: vor %d Min.", "as the wiki was %d min ago")
	AgeHours   = T("Stand des Wikis: vor %d Std.", "as the wiki was %d h ago")
	AgeDays    = T("Stand des Wikis: vor %d Tagen", "as the wiki was %d days ago")
	AgeWaiting = T("%[1]s; noch nicht gesendet: %[2]d", "%[1]s; not sent yet: %[2]d")
)
