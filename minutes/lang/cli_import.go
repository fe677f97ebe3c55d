package lang

// Help and flags of import.
var (
	HelpImport = Help{
		Short: T("Seiten zu Protokollen machen", "make minutes of pages"),
		Long: T(
			"Macht aus Seiten Protokolle. Woher sie kommen, sagt die Angabe:\n\n"+
				"  eine Datei      Wikitext (.wiki), Text einer Seite (.txt), Markdown (.md); - liest\n"+
				"                  von der Standardeingabe, mit --format\n"+
				"  eine Wikiseite  ihr Titel oder ihre Adresse im Browser\n"+
				"  --prefix        alle Wikiseiten, deren Titel so anfangen\n"+
				"  ein XML-Dump    .xml, .xml.gz, .xml.bz2: die Seiten der Reihen, oder die mit --prefix\n\n"+
				"Seiten des Wikis kennt telko danach: sync schreibt sie nicht um, solange niemand\nsie ändert. Was schon da ist, bleibt, wie es ist, auch wenn im Protokoll inzwischen\netwas anderes steht; ein abgebrochener Lauf geht mit demselben Befehl weiter.\nSeiten, die kein Protokoll sind, werden übergangen.\n\n"+
				"In eine Pipe, mit Tabs getrennt: Datei, was geschah (created, unchanged, newer: im\nWiki inzwischen geändert, skipped, disputed), Telko, Seite.",
			"Makes minutes of pages. Where they come from depends on what is named:\n\n"+
				"  a file          wikitext (.wiki), text of a page (.txt), Markdown (.md); - reads\n"+
				"                  standard input, with --format\n"+
				"  a wiki page     its title, or its address in a browser\n"+
				"  --prefix        all wiki pages whose titles begin so\n"+
				"  an XML dump     .xml, .xml.gz, .xml.bz2: the pages of the series, or those of --prefix\n\n"+
				"Pages of the wiki are known from then on: sync does not rewrite them while nobody\nedits them. What is there already stays as it is, also if the minutes say something\nelse by now; a run that was broken off goes on with the same command. Pages that are\nno minutes are passed over.\n\n"+
				"Into a pipe, parted by tabs: file, what happened (created, unchanged, newer: edited\non the wiki since, skipped, disputed), meeting, page."),
		Examples: T(
			"telko import 2010-01-07_Technik-Telko.wiki\ntelko import \"IT/Protokolle/2010-01-07 - Technik-Telko\"\ntelko import --prefix IT/Protokolle/\ntelko import wiki.xml.bz2 --dry-run\ntelko import - --format wiki --date 2010-01-07 < seite",
			"telko import 2010-01-07_Technik-Telko.wiki\ntelko import \"IT/Protokolle/2010-01-07 - Technik-Telko\"\ntelko import --prefix IT/Protokolle/\ntelko import wiki.xml.bz2 --dry-run\ntelko import - --format wiki --date 2010-01-07 < page"),
	}
	FlagImportPrefix = T("alle Seiten, deren Titel mit `TITLE` anfangen", "all pages whose titles begin with `TITLE`")
	FlagImportFormat = T("`FORMAT`, wenn die Endung es nicht sagt: wiki, txt, md, xml", "`FORMAT`, if the ending does not say it: wiki, txt, md, xml")
	FlagImportDryRun = T("nur zeigen, was geschähe", "only show what would be done")
)

// What import says of pages of a wiki.
var (
	ImportProgress     = T("%d von %d Seiten", "%d of %d pages")
	ImportDumpProgress = T("%d von %d MB gelesen, %d Seiten", "%d of %d MB read, %d pages")
	ImportSkippedPage  = T("übergangen: %s: %s", "skipped: %s: %s")
	ImportNewerPage    = T("%s: im Wiki geändert, seit telko sie kennt; `telko pull %s` holt es", "%s: edited on the wiki since telko knows it; `telko pull %s` brings that")
	ImportNotKnown     = T("%s ist importiert, wird aber so nicht abgeglichen: %s", "%s is imported, but will not be synced as it is: %s")
	ImportSum          = T("%d neue Protokolle, %d schon da, %d Seiten übergangen, %d strittig", "%d new minutes, %d there already, %d pages skipped, %d disputed")
	ImportWouldSum     = T("es gäbe %d neue Protokolle; %d sind schon da, %d Seiten würden übergangen, %d sind strittig", "there would be %d new minutes; %d are there already, %d pages would be skipped, %d are disputed")
	ImportAllNext      = T("telko list; telko tasks", "telko list; telko tasks")
	ImportGoesOn       = T("derselbe Befehl macht da weiter", "the same command goes on from there")
	ImportNoneUnder    = T("keine Seite im Wiki fängt mit %q an", "no page of the wiki begins with %q")
	ImportNoneInDump   = T("von den %d Seiten des Dumps fängt keine mit %s an; andere nennt --prefix", "none of the %d pages of the dump begins with %s; --prefix names others")
	ImportPacked       = T("%s: so gepackt liest telko keinen Dump", "%s: telko reads no dump that is packed so")
	ImportUnpack       = T("%[1]s %[2]s | telko import - --format xml", "%[1]s %[2]s | telko import - --format xml")
	ImportOtherDump    = T("der Dump ist nicht vom Wiki dieses telko-Ordners (%s): abgeglichen werden die Protokolle erst nach `telko adopt`", "the dump is not of this workspace's wiki (%s): its minutes are synced only after `telko adopt`")

	ImportURL             = T("%s: welche Seite das ist, sagt die Adresse nicht", "%s: the address does not say which page it is")
	ImportURLHint         = T("gib den Titel der Seite an", "give the title of the page")
	ImportOtherWiki       = T("%s ist nicht im Wiki dieses telko-Ordners (%s)", "%s is not on this workspace's wiki (%s)")
	ImportOtherWikiHint   = T("speichere den Wikitext in eine Datei und importiere die", "save the wikitext to a file and import that")
	ImportOldRevision     = T("%s ist eine alte Fassung der Seite", "%s is an old revision of the page")
	ImportOldRevisionHint = T("importiert wird die heutige: gib den Titel der Seite an", "what is imported is that of today: give the title of the page")
)
