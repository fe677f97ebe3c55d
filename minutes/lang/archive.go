package lang

// What the workspace says: settings, roster, user's configuration, locks.
var (
	ArchiveUnknownKey  = T("unbekannter Schlüssel %q", "unknown key %q")
	ArchiveAllowedKeys = T("erlaubt sind hier: %s", "allowed here: %s")
	ArchiveWrongType   = T("%q muss %v sein", "%q must be %v")
	ArchiveKeyTwice    = T("%q steht hier zum zweiten Mal: eines von beiden muss weg", "%q is here for the second time: one of the two has to go")
	ArchiveBadTOML     = T("kein gültiges TOML: %s", "not valid TOML: %s")
	ArchiveTypeString  = T(`ein Text in Anführungszeichen`, `a text in quotes`)
	ArchiveTypeNumber  = T("eine ganze Zahl", "a whole number")
	ArchiveTypeBool    = T("true oder false", "true or false")
	ArchiveTypeStrings = T(`eine Liste von Texten wie ["a", "b"]`, `a list of texts like ["a", "b"]`)
	ArchiveTypeTable   = T("eine Tabelle", "a table")
	ArchiveTypeTables  = T("eine Folge von Tabellen wie [[…]]", "tables like [[…]]")

	ArchiveBadID       = T("%q kann kein Name einer Datei sein", "%q cannot be the name of a file")
	ArchiveKeyForm     = T("erlaubt sind a–z, 0–9 und Bindestriche dazwischen, höchstens 64 Zeichen", "allowed are a-z, 0-9 and dashes between them, at most 64 characters")
	ArchiveOneLine     = T("%s muss eine Zeile ohne Steuerzeichen sein", "%s must be one line without control characters")
	ArchiveBadChoice   = T("%s kann nicht %q sein; erlaubt: %s", "%s cannot be %q; allowed: %s")
	ArchiveBadZone     = T("%q ist keine Zeitzone", "%q is no time zone")
	ArchiveZoneForm    = T(`erlaubt ist ein Name wie "Europe/Berlin" oder "UTC"`, `allowed is a name like "Europe/Berlin" or "UTC"`)
	ArchiveBadRange    = T("%s kann nicht %d sein; erlaubt: %d bis %d", "%s cannot be %d; allowed: %d to %d")
	ArchiveBadPattern  = T("%q ist kein Muster für Seitentitel", "%q is no pattern for page titles")
	ArchivePatternForm = T("ein Seitentitel mit {date} an der Stelle des Datums, ohne # < > [ ] |", "a page title with {date} in the place of the date, without # < > [ ] |")
	ArchiveBadClock    = T("%q ist keine Uhrzeit wie 22:00", "%q is no time of day like 22:00")
	ArchiveBadPrefix   = T("%q kann nicht vor Nummern stehen; erlaubt: Buchstaben und Ziffern, zuerst ein Buchstabe, nicht nur M", "%q cannot stand before ids; allowed: letters and digits, a letter first, not M alone")
	ArchivePrefixTaken = T("die Reihen %s und %s gäben dieselben Nummern aus", "the series %s and %s would give out the same ids")
	ArchivePrefixHint  = T(`alle Reihen bis auf eine brauchen ein eigenes id-prefix, zum Beispiel id-prefix = "IT"`, `all series but one need an id-prefix of their own, for example id-prefix = "IT"`)
	ArchiveBadAPI      = T("%q ist keine Adresse eines Wikis", "%q is no address of a wiki")
	ArchiveAPIForm     = T(`eine Adresse wie "https://wiki.example.org/api.php", ohne Benutzer und ohne ?`, `an address like "https://wiki.example.org/api.php", without a user and without ?`)
	ArchiveBadTitle    = T("%q kann kein Seitentitel sein (nicht leer, ohne # < > [ ] | { })", "%q cannot be a page title (not empty, without # < > [ ] | { })")
	ArchiveSamePage    = T("%s und %s sind dieselbe Seite %q", "%s and %s are the same page %q")
)

// What the roster and the user's configuration say.
var (
	ArchiveMissing      = T("%s fehlt", "%s is missing")
	ArchiveBadNick      = T("%q kann kein Nick und keine Gruppe sein: ohne Leerzeichen und ohne ( ) [ ] , ; ? # | :", "%q cannot be a nick or a group: no spaces and none of ( ) [ ] , ; ? # | :")
	ArchiveBadEmail     = T("das ist keine E-Mail-Adresse", "this is no e-mail address")
	ArchiveAbsolute     = T("%s muss ein vollständiger Pfad sein, nicht %q", "%s must be a full path, not %q")
	ArchiveTwoLogins    = T("zwei Konten für dasselbe Wiki %s", "two accounts for the same wiki %s")
	ArchiveMailWays     = T("genau eines von smtp und sendmail muss gesetzt sein", "exactly one of smtp and sendmail must be set")
	ArchiveBadSMTP      = T("%q ist kein Mailserver wie mail.example.org:587", "%q is no mail server like mail.example.org:587")
	ArchivePasswordWays = T("genau eines von password-env, password-file und password-command muss gesetzt sein", "exactly one of password-env, password-file and password-command must be set")
)

// What a new workspace's files say to who opens them.
var (
	ArchiveNoteLanguage = T("der Protokolle und des Bildschirms: de oder en", "of minutes and screen: de or en")
	ArchiveNoteNames    = T("oder \"nick\"", "or \"nick\"")
	ArchiveNotePeople   = T("Wer dabei ist: je Person ein Abschnitt [[person]]; nur nick muss sein.", "Who is who: a [[person]] each; only nick is needed.")
)

// Finding and making workspaces.
var (
	ArchiveNoWorkspace  = T("hier ist kein telko-Ordner", "this is no telko workspace")
	ArchiveNotWorkspace = T("%s ist kein telko-Ordner (keine telko.toml)", "%s is no telko workspace (no telko.toml)")
	ArchiveFindHint     = T("`telko init` legt einen an; $TELKO_DIR nennt einen anderswo", "`telko init` makes one; $TELKO_DIR names one elsewhere")
	ArchiveIsWorkspace  = T("%s ist schon ein telko-Ordner", "%s is a telko workspace already")
)

// Reading and writing files of a workspace.
var (
	ArchiveNoFile      = T("keine gewöhnliche Datei", "not a regular file")
	ArchiveTooLarge    = T("zu groß: %d MB, höchstens %d", "too large: %d MB, at most %d")
	ArchiveOutside     = T("führt aus dem telko-Ordner hinaus", "leads out of the workspace")
	ArchiveUnread      = T("%s: %v", "%s: %v")
	ArchiveLinked      = T("%s ist keine gewöhnliche Datei und kein gewöhnlicher Ordner; telko schreibt nicht durch Verweise", "%s is no regular file or folder; telko does not write through links")
	ArchiveBusy        = T("ein anderes telko arbeitet seit %.0f s in diesem Ordner", "another telko has been at work in this folder for %.0f s")
	ArchiveBusyHint    = T("gleich noch einmal versuchen", "try again in a moment")
	ArchiveLostLock    = T("die Sperre in .telko wurde währenddessen gelöscht; nichts wurde geschrieben", "the lock in .telko was deleted meanwhile; nothing was written")
	ArchiveChanged     = T("%s wurde währenddessen von einem anderen Programm geändert; nichts wurde überschrieben", "%s was changed by another program meanwhile; nothing was overwritten")
	ArchiveChangedHint = T("im Editor speichern und schließen, dann noch einmal versuchen", "save and close it in the editor, then try again")
)

// Names of meetings.
var (
	ArchiveNoYear        = T("liegt nicht im Ordner eines Jahres und wird nicht gelesen", "does not lie in the folder of a year and is not read")
	ArchiveMove          = T("nach %s verschieben", "move it to %s")
	ArchiveNoMeetingName = T("kein Name eines Protokolls; wird nicht gelesen", "no name of minutes; it is not read")
	ArchiveMeetingName   = T("ein Name wie 2010-01-07-technik-telko.md: Tag, dann a–z, 0–9 und Bindestriche", "a name like 2010-01-07-technik-telko.md: the day, then a-z, 0-9 and dashes")
	ArchiveTwice         = T("heißt wie %s und wird nicht gelesen", "has the name of %s and is not read")
	ArchiveNoMeeting     = T("keine Telko %q", "no meeting %q")
	ArchiveNoMeetingsYet = T("hier gibt es noch keine Protokolle", "there are no minutes here yet")
	ArchiveLastMeetings  = T("das neueste ist %s; `telko list` zeigt alle", "the newest is %s; `telko list` shows all")
	ArchiveAmbiguous     = T("%q könnte %d Telkos meinen: %s", "%q could mean %d meetings: %s")
)

// Making and changing meetings.
var (
	ArchiveBadMeetingID = T("%q kann kein Name eines Protokolls sein", "%q cannot be the name of minutes")
	ArchiveExists       = T("%s gibt es schon", "%s exists already")
	ArchiveNoTask       = T("keine Aufgabe #%s", "no task #%s")
	ArchiveOrphanFile   = T("private Datei ohne ihr Protokoll", "a private file without its minutes")
)
