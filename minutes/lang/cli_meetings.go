package lang

// Headings of lists of meetings and people.
var (
	HeadDate   = T("Datum", "Date")
	HeadStatus = T("Status", "Status")
	HeadTitle  = T("Titel", "Title")
	HeadNick   = T("Nick", "Nick")
	HeadKind   = T("Art", "Kind")
	HeadGroups = T("Gruppen", "Groups")
	HeadName   = T("Name", "Name")
)

// What the commands about meetings say.
var (
	ListNone    = T("noch keine Protokolle", "no minutes yet")
	ShowOneForm = T("nur eine Form auf einmal: --markdown, --json, --html oder --wikitext", "one form at a time: --markdown, --json, --html or --wikitext")
	ShowPrivate = T("was nicht öffentlich ist, steht in %s", "what is private is in %s")

	SeriesUnknown = T("eine Reihe %q gibt es nicht", "there is no series %q")
	SeriesAre     = T("es gibt: %s", "there are: %s")

	EditorFailed         = T("der Editor endete mit einem Fehler: %v", "the editor failed: %v")
	EditUnchanged        = T("nichts geändert", "nothing changed")
	EditSaved            = T("gespeichert: %s", "saved: %s")
	EditChangedMeanwhile = T("%s wurde inzwischen geändert", "%s was changed meanwhile")
	EditEmpty            = T("der Editor hinterließ keinen Text; %s bleibt, wie es war", "the editor left no text; %s stays as it was")
	EditNotSaved         = T("nicht gespeichert: %v", "not saved: %v")
	EditKept             = T("der geänderte Text ist sicher in %s", "the edited text is safe in %s")
	EditAgain            = T("noch einmal bearbeiten? (j/n)", "edit again? (y/n)")
	AskYes               = T("j", "y")

	PrivateMoved  = T("%q ist jetzt in %s, im Protokoll steht nur noch eine Überschrift", "%q is now in %s, the minutes keep only a heading")
	PrivateOnWiki = T("war es schon veröffentlicht, steht es auf der Seite %q noch, bis `telko publish` sie ändert, und in ihrer Versionsgeschichte auch danach", "if it was published, it is still on the page %q until `telko publish` changes it, and in its history after that too")

	PeopleMember = T("Mitglied", "member")
	PeopleGuest  = T("Gast", "guest")
	PeopleNone   = T("people.toml kennt noch niemanden", "people.toml knows nobody yet")

	SiteWritten = T("%d Protokolle; diese Seite im Browser öffnen", "%d minutes; open this page in a browser")
	DemoWritten = T("%d Telkos eines erfundenen Jahres", "%d telcos of an invented year")
	DemoNext    = T("cd %s; telko show last; telko tasks --mine --me %s", "cd %s; telko show last; telko tasks --mine --me %s")

	LanguageUnknown = T("%q ist keine Sprache von telko: de oder en", "%q is no language of telko: de or en")
)

// Import.
var (
	ImportOnePage     = T("--title und --date gelten für eine Seite, nicht für mehrere", "--title and --date are for one page, not for several")
	ImportNoFormat    = T("%s: welches Format ist das?", "%s: which format is this?")
	ImportFormats     = T("--format wiki, txt, md oder xml", "--format wiki, txt, md or xml")
	ImportTooBig      = T("%s: größer als %d MB", "%s: larger than %d MB")
	ImportDiffers     = T("%s: das Protokoll %s gibt es schon, mit anderem Text", "%s: the minutes %s are there already, with another text")
	ImportDiffersHint = T("nichts wurde überschrieben; `telko edit` ändert das Protokoll", "nothing was overwritten; `telko edit` changes the minutes")
	ImportUnchanged   = T("%s: schon da, nichts geändert", "%s: there already, nothing changed")
	ImportDone        = T("%s: %d anwesend, %d Themen, %d Anträge, %d Aufgaben", "%s: %d present, %d topics, %d motions, %d tasks")
	ImportNext        = T("telko show %s", "telko show %s")
)

// Init.
var (
	InitNoTerminal = T("hier ist kein Terminal, an dem zu fragen wäre", "there is no terminal here to ask at")
	InitSayYes     = T("--yes nimmt, was sonst vorgeschlagen würde; mit --team, --series, --wiki ... sagst du es selbst", "--yes takes what would be offered; with --team, --series, --wiki ... you say it yourself")
	InitLanguage   = T("Sprache der Protokolle / language of the minutes (de, en)", "language of the minutes / Sprache der Protokolle (de, en)")
	InitTeam       = T("Name des Teams", "name of the team")
	InitSeries     = T("Titel der Telko", "title of the telco")
	InitTime       = T("Wochentag und Uhrzeit, etwa: donnerstag 22:00 (leer: unregelmäßig)", "day of the week and time, such as: thursday 22:00 (empty: irregular)")
	InitWiki       = T("Adresse von api.php des Wikis (leer: keins)", "address of the wiki's api.php (empty: none)")
	InitBadTime    = T("%q ist kein Wochentag mit Uhrzeit", "%q is no day of the week with a time")
	InitTelco      = T("Telko", "telco")

	// What is offered where nobody says anything: the example of the format.
	InitTeamOffered   = T("IT", "IT")
	InitSeriesOffered = T("Technik-Telko", "Tech-Telco")

	InitPages       = T("Protokolle", "Minutes")
	InitTasksPage   = T("Aufgaben", "Tasks")
	InitMotionsPage = T("Anträge", "Motions")
	InitNext        = T("die Leute kommen in people.toml; wer du bist, als me = \"NICK\" in %s", "people go into people.toml; who you are, as me = \"NICK\" in %s")
)

// Publishing and accounts.
var (
	PublishNotEnded    = T("%s hat noch den Status %s", "%s still has the status %s")
	PublishSetStatus   = T("erst, wenn in %s steht: status: draft (oder final)", "once %s says status: draft (or final)")
	PublishMoved       = T("die Seite %s heißt im Wiki jetzt %s", "on the wiki the page %s is now called %s")
	PublishWikiChanged = T("%s wurde im Wiki geändert; das bleibt, wie es ist", "%s was changed on the wiki; that stays as it is")
	PublishMerged      = T("%s: jemand hat im selben Augenblick etwas anderes geändert; beides steht jetzt da", "%s: somebody changed something else at the same moment; both are there now")
	PublishedUnchanged = T("%s: nichts zu tun", "%s: nothing to do")
	PublishedCreated   = T("%s: angelegt", "%s: created")
	PublishedUpdated   = T("%s: geändert", "%s: updated")
	PublishedAdopted   = T("%s: stand schon so da und ist jetzt bekannt", "%s: stood there just so, and is known now")
	PublishWaiting     = T("das Wiki lässt warten, weiter in %d s (Strg-C bricht ab)", "the wiki keeps us waiting, going on in %d s (Ctrl-C cancels)")
	WouldCreate        = T("%s: würde angelegt", "%s: would be created")
	WouldAdopt         = T("%s: steht schon so da und würde damit bekannt", "%s: stands there just so, and would be known then")
	WouldUpdate        = T("%s: würde geändert", "%s: would be updated")

	WikiNone     = T("dieser telko-Ordner hat kein Wiki", "this workspace has no wiki")
	WikiSetAPI   = T("in telko.toml unter [wiki]: api = \"https://.../api.php\"; ohne Wiki: `telko site DIR`", "in telko.toml under [wiki]: api = \"https://.../api.php\"; without a wiki: `telko site DIR`")
	WikiNoLogin  = T("für %s hast du kein Konto eingetragen", "you have no account entered for %s")
	WikiAddLogin = T("in %[1]s: [[wiki]] mit api = %[2]q, user = \"Konto@telko\", password-file = \"...\"", "in %[1]s: [[wiki]] with api = %[2]q, user = \"Account@telko\", password-file = \"...\"")

	PasswordEnvEmpty      = T("das Passwort soll in der Variable %s stehen, sie ist leer", "the password should be in the variable %s, which is empty")
	PasswordFileUnread    = T("die Passwortdatei %s ist nicht zu lesen: %v", "the password file %s cannot be read: %v")
	PasswordFileOpen      = T("die Passwortdatei %s können auch andere lesen", "others may read the password file %s")
	PasswordFileChmod     = T("chmod 600 %s", "chmod 600 %s")
	PasswordFileEmpty     = T("die Passwortdatei %s ist leer", "the password file %s is empty")
	PasswordCommandFailed = T("der Befehl für das Passwort, %s, ging schief: %v", "the command for the password, %s, failed: %v")
	PasswordCommandEmpty  = T("der Befehl für das Passwort, %s, gab nichts aus", "the command for the password, %s, printed nothing")
	PasswordNoWay         = T("für %s ist kein Passwort eingetragen", "no password is entered for %s")
)

// Flags of these commands.
var (
	FlagMarkdown    = T("als Markdown, wie die Datei (so ist es ohne Option)", "as Markdown, as the file is (so without a flag)")
	FlagHTML        = T("der öffentliche Teil als Seite in HTML", "the public part as a page of HTML")
	FlagWikitext    = T("der öffentliche Teil als Wikitext, wie ihn die Wikiseite bekommt", "the public part as wikitext, as the wiki page gets it")
	FlagSeriesOnly  = T("nur die der Reihe `KEY`", "only those of the series `KEY`")
	FlagDryRun      = T("nur zeigen, was sich ändern würde", "only show what would change")
	FlagLanguage    = T("Sprache der Protokolle: `de` oder en", "language of the minutes: `de` or en")
	FlagWiki        = T("Adresse von api.php als `URL`", "address of api.php as a `URL`")
	FlagTeam        = T("`NAME` des Teams", "`NAME` of the team")
	FlagSeriesTitle = T("`TITLE` der Telko", "`TITLE` of the telco")
	FlagSeriesTime  = T("`WHEN` ist Wochentag und Uhrzeit: \"donnerstag 22:00\"", "`WHEN` is weekday and time: \"thursday 22:00\"")
	FlagZone        = T("Zeitzone als `ZONE`, etwa Europe/Berlin", "time zone as a `ZONE`, such as Europe/Berlin")
	FlagYes         = T("nichts fragen, nehmen, was vorgeschlagen würde", "ask nothing, take what would be offered")
	FlagPageTitle   = T("`TITLE` der Wikiseite", "`TITLE` of the wiki page")
	FlagSeriesOf    = T("gehört zur Reihe `KEY`", "is of the series `KEY`")
	FlagDate        = T("`DATE` der Telko, wenn die Seite es nicht sagt", "`DATE` of the telco, if the page does not say it")
)
