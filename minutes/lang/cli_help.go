package lang

// Help of telko itself and of its general commands.
var (
	HelpRoot = Help{
		Short: T("Protokolle, Aufgaben und Anträge einer Telko", "minutes, tasks and motions of a telco"),
		Long: T(
			"telko schreibt die Protokolle von Telefonkonferenzen als Markdown, veröffentlicht\nsie in einem MediaWiki und führt Buch darüber, wer was versprochen hat.",
			"telko keeps the minutes of telephone conferences as Markdown, publishes them to\na MediaWiki, and keeps track of who promised what."),
		Examples: T(
			"telko demo probe          ein telko-Ordner zum Ausprobieren\ntelko show last           das letzte Protokoll\ntelko tasks --mine        was ich versprochen habe\ntelko tasks done 2        die Aufgabe 2 ist erledigt",
			"telko demo trial          a workspace to try things in\ntelko show last           the latest minutes\ntelko tasks --mine        what I promised\ntelko tasks done 2        task 2 is done"),
	}
	HelpHelp = Help{
		Short:    T("die Hilfe zu einem Befehl", "the help of a command"),
		Long:     T("Zeigt die Hilfe zu einem Befehl. `telko help bot` sagt, wie telko aus einem Timer läuft.", "Shows the help of a command. `telko help bot` says how telko runs from a timer."),
		Examples: T("telko help tasks done\ntelko help bot", "telko help tasks done\ntelko help bot"),
	}

	HelpInit = Help{
		Short: T("einen telko-Ordner anlegen", "make a workspace"),
		Long: T(
			"Macht den Ordner (ohne DIR den, in dem man ist) zu einem telko-Ordner. Fragt nach\nTeam, Sprache, Telko und Wiki; --yes nimmt, was vorgeschlagen würde.",
			"Makes the folder (without DIR the current one) a workspace. Asks for team,\nlanguage, telco and wiki; --yes takes what would be offered."),
		Examples: T(
			"telko init\ntelko init protokolle --yes --team IT --time \"donnerstag 22:00\"",
			"telko init\ntelko init minutes --yes --team IT --time \"thursday 22:00\""),
	}
	HelpDemo = Help{
		Short: T("ein telko-Ordner zum Ausprobieren", "a workspace to try things in"),
		Long: T(
			"Legt in DIR einen telko-Ordner mit einem erfundenen Jahr wöchentlicher Telkos an.",
			"Makes a workspace in DIR with an invented year of weekly telcos in it."),
		Examples: T("telko demo probe\ntelko demo probe --language en", "telko demo trial\ntelko demo trial --language en"),
	}
	HelpList = Help{
		Short: T("die Protokolle auflisten", "list the minutes"),
		Long: T(
			"Listet die Protokolle auf, das neueste zuletzt.\n\nIn eine Pipe, mit Tabs getrennt: Datum, Telko, Status, Titel.",
			"Lists the minutes, the latest last.\n\nInto a pipe, parted by tabs: date, meeting, status, title."),
		Examples: T("telko list -n 5\ntelko list --json", "telko list -n 5\ntelko list --json"),
	}
	HelpShow = Help{
		Short: T("ein Protokoll zeigen", "show minutes"),
		Long: T(
			"Zeigt ein Protokoll, ohne MEETING das letzte. MEETING ist der Name der Datei, ein\nDatum, last, eine Reihe (deren letzte Telko) oder ein Teil des\nNamens, den nur eine Telko hat.",
			"Shows minutes, without MEETING the last ones. MEETING is the file's name, a date,\nlast, a series (its last telco), or a part of the name that only one has."),
		Examples: T(
			"telko show\ntelko show 2010-01-07 --json\ntelko show last --html > protokoll.html",
			"telko show\ntelko show 2010-01-07 --json\ntelko show last --html > minutes.html"),
	}
	HelpEdit = Help{
		Short: T("ein Protokoll im Editor ändern", "change minutes in an editor"),
		Long: T(
			"Öffnet ein Protokoll, ohne MEETING das letzte, in $VISUAL oder $EDITOR. Danach\nbekommen neue Aufgaben und Anträge ihre Nummern. Ändert sich die Datei\nwährenddessen, wird sie nicht überschrieben, und der geänderte Text bleibt erhalten.",
			"Opens minutes, without MEETING the last ones, in $VISUAL or $EDITOR. After that new\ntasks and motions get their ids. If the file changes meanwhile, it is not\noverwritten, and the edited text is kept."),
		Examples: T("telko edit\nEDITOR=nano telko edit 2010-01-07", "telko edit\nEDITOR=nano telko edit 2010-01-07"),
	}
	HelpFmt = Help{
		Short: T("Protokolle in Form bringen", "format minutes"),
		Long: T(
			"Ersetzt Fristen in Worten durch ein Datum, schreibt Beschriftungen einheitlich und\ngibt neuen Aufgaben und Anträgen ihre Nummern; ohne MEETING in allen Protokollen.\nNennt die Dateien, die sich geändert haben.",
			"Turns due words into dates, writes labels in one way, and gives new tasks and\nmotions their ids; without MEETING in all minutes. Names the files that changed."),
		Examples: T("telko fmt last", "telko fmt last"),
	}
	HelpLint = Help{
		Short: T("Protokolle prüfen", "check minutes"),
		Long: T(
			"Nennt mit Datei und Zeile, was sich ein Mensch ansehen sollte; ohne MEETING in\nallen Protokollen und in den Logs. Ändert nichts.",
			"Names by file and line what a person should look at; without MEETING in all\nminutes and in the logs. Changes nothing."),
		Examples: T("telko lint\ntelko lint last --json", "telko lint\ntelko lint last --json"),
	}
	HelpPrivate = Help{
		Short: T("ein Thema aus dem Öffentlichen nehmen", "take a topic out of the public minutes"),
		Long: T(
			"Verschiebt ein ganzes Thema mit allem, was dazu geschrieben wurde, in die Datei\n.private.md der Telko. Im Protokoll bleibt eine neutrale Überschrift.",
			"Moves a whole topic with all that was written in it to the meeting's .private.md\nfile. The minutes keep a neutral heading."),
		Examples: T("telko private last Bewerbungen", "telko private last Applications"),
	}
	HelpPublish = Help{
		Short: T("Protokolle ins Wiki bringen", "bring minutes to the wiki"),
		Long: T(
			"Veröffentlicht Protokolle, auch Entwürfe; ohne MEETING das letzte. Was jemand im Wiki\ngeändert hat, wird nie überschrieben und bleibt stehen (`telko pull` oder `telko sync`\nübernimmt es); eine Seite, an der nichts zu ändern ist, wird nicht angerührt. Die Listen\nim Wiki (`index-page`, `tasks-page`, `motions-page`) ziehen mit. Das Konto steht in der\neigenen Konfiguration, gebunden an die Adresse des Wikis.\n\nIn eine Pipe, mit Tabs getrennt: Telko, was geschah (unchanged, created, updated,\nadopted), Seite, Version, Adresse.",
			"Publishes minutes, drafts too; without MEETING the last ones. What somebody changed on\nthe wiki is never overwritten and stays there (`telko pull` or `telko sync` takes it\nover); a page with nothing to change is not touched. The lists on the wiki\n(`index-page`, `tasks-page`, `motions-page`) follow. The account is in the user's own\nconfiguration, bound to the wiki's address.\n\nInto a pipe, parted by tabs: meeting, what happened (unchanged, created, updated,\nadopted), page, revision, address."),
		Examples: T("telko publish --dry-run\ntelko publish 2010-01-07\ntelko publish --all", "telko publish --dry-run\ntelko publish 2010-01-07\ntelko publish --all"),
	}
	HelpSite = Help{
		Short: T("alles Öffentliche als Ordner mit Webseiten", "everything public as a folder of web pages"),
		Long: T(
			"Schreibt alles Öffentliche als HTML nach DIR: Protokolle, Aufgaben und Anträge.\nEin Browser öffnet die Seiten direkt von der Platte.",
			"Writes everything public to DIR as HTML: minutes, tasks and motions. A browser opens\nthe pages straight from disk."),
		Examples: T("telko site seiten", "telko site pages"),
	}
	HelpPeople = Help{
		Short: T("wer dazugehört", "who belongs to the team"),
		Long: T(
			"Zeigt, wen people.toml kennt.\n\nIn eine Pipe, mit Tabs getrennt: Nick, member oder guest, Gruppen, Name, Aliase, Wikikonto,\nE-Mail.",
			"Shows whom people.toml knows.\n\nInto a pipe, parted by tabs: nick, member or guest, groups, name, aliases, wiki user,\ne-mail."),
		Examples: T("telko people", "telko people"),
	}
)
