package demo

import "telko/minutes/lang"

// topic is something the team talks about, with what is said and promised.
type topic struct {
	title lang.Text
	notes []lang.Text // Markdown, a block each
	tasks []lang.Text
	sub   *topic
}

// topics are taken in turn, a few a telco; a year goes round them several
// times. Some notes hold what means something to a wiki and nothing to a
// person, since that is what people type.
var topics = []topic{
	{
		title: lang.T("Backups", "Backups"),
		notes: []lang.Text{
			lang.T("- nächtliches Vollbackup der Datenbank läuft, zuletzt 41 Minuten\n- inkrementell ist noch Handarbeit:\n  - Skript liegt auf `erle` unter `/root/bin`\n  - niemand außer ilka kennt es",
				"- the nightly full backup of the database runs, 41 minutes last time\n- incremental is still done by hand:\n  - the script lies on `erle` under `/root/bin`\n  - nobody but ilka knows it"),
			lang.T("- Rücksicherung wurde noch **nie** geprobt", "- a restore was **never** rehearsed"),
		},
		tasks: []lang.Text{
			lang.T("Rücksicherung auf der Testmaschine proben", "rehearse a restore on the test machine"),
			lang.T("Backup-Skript ins Wiki schreiben", "write the backup script up on the wiki"),
		},
	},
	{
		title: lang.T("Wiki", "Wiki"),
		notes: []lang.Text{
			lang.T("- Suche findet seit dem Update nichts mit Umlauten\n- Ursache wohl der Index, siehe [[IT/Wiki-Suche]]",
				"- since the update the search finds nothing with umlauts\n- probably the index, see [[IT/Wiki-Suche]]"),
			lang.T("- Vorlage {{Termin}} zeigt bei manchen `|` statt Uhrzeit", "- the template {{Termin}} shows `|` instead of a time for some"),
		},
		tasks: []lang.Text{
			lang.T("Suchindex neu bauen", "rebuild the search index"),
			lang.T("Vorlage für Termine reparieren", "mend the template for dates"),
		},
		sub: &topic{
			title: lang.T("Spam", "Spam"),
			notes: []lang.Text{lang.T("- letzte Woche 14 Konten gesperrt, alle mit `<ref>`-Links", "- 14 accounts blocked last week, all with `<ref>` links")},
		},
	},
	{
		title: lang.T("Neuer Server", "New server"),
		notes: []lang.Text{
			lang.T("Zwei Angebote liegen vor:\n\n- Rechenwerk: 64 GB, 49 EUR im Monat\n- Nordlicht: 32 GB, 29 EUR im Monat, Kündigung monatlich",
				"There are two offers:\n\n- Rechenwerk: 64 GB, 49 EUR a month\n- Nordlicht: 32 GB, 29 EUR a month, notice monthly"),
			lang.T("- 32 GB reichen bis zum Herbst, wenn der Chat umzieht", "- 32 GB will do until autumn if the chat moves"),
		},
		tasks: []lang.Text{
			lang.T("Angebot von Nordlicht schriftlich einholen", "get Nordlicht's offer in writing"),
			lang.T("Vertrag gegenlesen (Fristen, z. B. Kündigung)", "check the contract (terms, e.g. notice)"),
		},
	},
	{
		title: lang.T("Chat", "Chat"),
		notes: []lang.Text{
			lang.T("- 3 von 40 Leuten kommen nicht mehr hinein\n- liegt an alten Programmen, nicht an uns", "- 3 of 40 people cannot get in any more\n- old programs, not us"),
			lang.T("- Umzug auf `erle`, sobald dort Platz ist", "- moves to `erle` as soon as there is room"),
		},
		tasks: []lang.Text{
			lang.T("Anleitung für den Chat-Umzug schreiben", "write the guide for the chat's move"),
			lang.T("alte Chat-Konten anschreiben", "write to the old chat accounts"),
		},
	},
	{
		title: lang.T("Zertifikate", "Certificates"),
		notes: []lang.Text{
			lang.T("- Erneuerung scheitert, wenn Port 80 zu ist\n- Mail kam 3 Tage zu spät", "- renewal fails when port 80 is closed\n- the mail came 3 days late"),
		},
		tasks: []lang.Text{
			lang.T("Warnung 20 Tage vor Ablauf einrichten", "set up a warning 20 days before they run out"),
			lang.T("Port 80 für die Erneuerung öffnen", "open port 80 for the renewal"),
		},
	},
	{
		title: lang.T("Mitgliederdatenbank", "Member database"),
		notes: []lang.Text{
			lang.T("- Export dauert > 3h, Abbruch nach 2*60 Minuten\n- Zugriff nur noch über VPN", "- the export takes > 3h and is cut after 2*60 minutes\n- access through the VPN only"),
		},
		tasks: []lang.Text{
			lang.T("Export in Häppchen teilen", "cut the export into pieces"),
			lang.T("Liste der Zugänge durchsehen", "go through the list of accesses"),
		},
	},
	{
		title: lang.T("Newsletter", "Newsletter"),
		notes: []lang.Text{
			lang.T("- 212 unzustellbar, meist derselbe Anbieter\n- wir stehen dort auf einer Liste", "- 212 undeliverable, mostly at one provider\n- we are on a list there"),
		},
		tasks: []lang.Text{
			lang.T("Anbieter wegen der Sperrliste anschreiben", "write to the provider about the block list"),
			lang.T("SPF und DKIM nachtragen", "add SPF and DKIM"),
		},
	},
	{
		title: lang.T("Sommerfest", "Summer party"),
		notes: []lang.Text{
			lang.T("- Streaming nur, wenn die Leitung im Hof hält\n- Beamer leiht uns die Bibliothek", "- streaming only if the line in the yard holds\n- the library lends us a projector"),
		},
		tasks: []lang.Text{
			lang.T("Leitung im Hof messen", "measure the line in the yard"),
			lang.T("Beamer bei der Bibliothek anfragen", "ask the library for the projector"),
		},
	},
	{
		title: lang.T("Monitoring", "Monitoring"),
		notes: []lang.Text{
			lang.T("- 60 Meldungen am Tag, gelesen werden 0\n- Vorschlag: nur was nachts wecken darf", "- 60 messages a day, 0 are read\n- proposal: only what may wake somebody at night"),
			lang.T("> \"Eine Meldung, die keiner liest, ist keine.\"", "> \"A message that nobody reads is none.\""),
		},
		tasks: []lang.Text{
			lang.T("Meldungen auf das Nötige kürzen", "cut the messages to what is needed"),
			lang.T("Bereitschaftsplan für den Winter machen", "make the winter on-call plan"),
		},
	},
	{
		title: lang.T("Doku", "Documentation"),
		notes: []lang.Text{
			lang.T("1. Wer aufsetzt, schreibt mit.\n2. Wer fragt, trägt nach.", "1. Who sets up writes it down.\n2. Who asks adds the answer."),
		},
		tasks: []lang.Text{
			lang.T("Startseite der Doku aufräumen", "tidy the front page of the documentation"),
			lang.T("Passwort-Tresor erklären", "explain the password safe"),
		},
	},
	{
		title: lang.T("Webseite", "Website"),
		notes: []lang.Text{
			lang.T("- Startseite lädt 4 MB Bilder\n- C:\\neu\\logo.png steht so im Quelltext", "- the front page loads 4 MB of pictures\n- C:\\neu\\logo.png stands like that in the source"),
		},
		tasks: []lang.Text{
			lang.T("Bilder verkleinern", "shrink the pictures"),
			lang.T("Impressum aktualisieren", "bring the imprint up to date"),
		},
	},
	{
		title: lang.T("Neue im Team", "New in the team"),
		notes: []lang.Text{
			lang.T("- zwei Bewerbungen, eine mit Erfahrung in Datenbanken\n- Einstieg über kleine Aufgaben", "- two applications, one with database experience\n- they start with small tasks"),
		},
		tasks: []lang.Text{
			lang.T("Bewerbungen beantworten", "answer the applications"),
			lang.T("Patenschaft für die Neuen finden", "find mentors for the new ones"),
		},
	},
}

// small are tasks for the plan at the end of a telco.
var small = []lang.Text{
	lang.T("Rechnung des Rechenzentrums weiterleiten", "forward the data centre's invoice"),
	lang.T("Telko-Raum für den nächsten Monat buchen", "book the telco room for next month"),
	lang.T("Update am Sonntag früh ankündigen", "announce the update for early Sunday"),
	lang.T("Platte in `linde` tauschen", "swap the disk in `linde`"),
	lang.T("Statistik des letzten Monats schicken", "send last month's statistics"),
	lang.T("Protokoll der Vorstandssitzung lesen", "read the minutes of the board meeting"),
	lang.T("DNS-Einträge der alten Domain löschen", "delete the old domain's DNS entries"),
	lang.T("Schlüssel für den Serverraum zurückgeben", "return the key of the server room"),
	lang.T("Kosten für 2 TB mehr herausfinden", "find out what 2 TB more would cost"),
	lang.T("Umfrage zur Uhrzeit der Telko aufsetzen", "set up a poll on the time of the telco"),
}
