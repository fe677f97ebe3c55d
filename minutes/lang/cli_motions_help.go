package lang

// Flags of the motion commands.
var (
	FlagMotionState      = T("nur die mit dem `STATE`: open, all, received, answered, accepted, unrealised …", "only those in `STATE`: open, all, received, answered, accepted, unrealised …")
	FlagMotionPetitioner = T("nur die, deren Antragsteller `WORDS` im Namen oder Amt hat", "only those whose petitioner has `WORDS` in name or office")
	FlagMotionOlder      = T("nur die, die seit mehr als `N` Tagen offen sind", "only those that are open for more than `N` days")
	FlagMotionUnanswered = T("nur die, auf die noch niemand geantwortet hat", "only those that nobody has answered yet")
	FlagMotionMeeting    = T("nur die aus der Telko `MEETING`, in jedem Stand", "only those of `MEETING`, in any state")
	FlagMotionReason     = T("der Grund, als `TEXT` ins Log", "the reason, as `TEXT` in the log")
	FlagMotionYes        = T("nicht nachfragen, wenn etwas nicht zusammenpasst", "do not ask if something does not fit")
	FlagMotionUntil      = T("auf die Telko `MEETING` oder einen Tag", "to `MEETING` or a day")
	FlagMotionReferTo    = T("an `WHOM`", "to `WHOM`")
	FlagMotionSettledBy  = T("durch den Antrag `ID`", "by the motion `ID`")
	FlagMotionOn         = T("umgesetzt am `DATE`; ohne das heute", "realised on `DATE`; today without it")
	FlagMotionLink       = T("wo es zu sehen ist: `URL`", "where to see it: `URL`")
	FlagMotionDecideIn   = T("im Protokoll der Telko `MEETING`; ohne das im Log", "in the minutes of `MEETING`; in the log without it")
	FlagMotionVoteIn     = T("im Protokoll der Telko `MEETING`; ohne das in dem der letzten, die den Antrag hatte", "in the minutes of `MEETING`; without it in those of the last one that had the motion")
	FlagMotionAnswerIn   = T("im Protokoll der Telko `MEETING`", "in the minutes of `MEETING`")
	FlagMotionAt         = T("um `HH:MM`", "at `HH:MM`")
	FlagMotionMode       = T("wie abgestimmt wurde: `TEXT`, zum Beispiel geheim", "how it was voted: `TEXT`, for example by secret ballot")
	FlagMotionDecision   = T("was damit beschlossen ist: `TEXT`", "what is decided by it: `TEXT`")
	FlagMotionAnswer     = T("die Antwort: `TEXT`", "the answer: `TEXT`")
	FlagMotionAnswerFile = T("die Antwort steht in `FILE` (- für die Standardeingabe)", "the answer is in `FILE` (- for standard input)")
	FlagMotionPassage    = T("auf den Abschnitt `N`, wie `telko motions show` sie zählt", "to passage `N`, as `telko motions show` counts them")
	FlagMotionBy         = T("wer antwortet: `WHO`, zum Beispiel \"der IT\"", "who answers: `WHO`, for example \"of the IT\"")
	FlagMotionComment    = T("als Kommentar, nicht als Antwort", "as a comment, not as an answer")
	FlagMotionRecommend  = T("als Empfehlung, wie zu beschließen ist", "as a recommendation how to decide")
	FlagMotionMarkdown   = T("als Markdown statt als reiner Text", "as Markdown instead of plain text")
	FlagMotionTitle      = T("sein Titel: `TITLE`; ohne das der Betreff oder die erste Zeile", "its title: `TITLE`; without it the subject or the first line")
	FlagMotionFrom       = T("wer ihn stellt: `NAME`; ohne das, wer im Text steht, oder der Absender", "who makes it: `NAME`; without it who the text names, or the sender")
	FlagMotionRole       = T("in welchem Amt: `ROLE`", "in which office: `ROLE`")
	FlagMotionReceived   = T("eingegangen am `DATE`; ohne das am Tag der Mail, sonst heute", "received on `DATE`; without it on the day of the mail, else today")
	FlagMotionSource     = T("wo er herkommt: `SOURCE`, eine Adresse oder eine Seite", "where it comes from: `SOURCE`, an address or a page")
	FlagMotionTo         = T("an wen er sich richtet: `BODY`", "whom it is put to: `BODY`")

	FlagDecisionsSince    = T("nur die seit `DATE`", "only those since `DATE`")
	FlagDecisionsRealised = T("nur die umgesetzten", "only those that are realised")
	FlagDecisionsOpen     = T("nur die, die noch umzusetzen sind", "only those that are yet to be realised")
	FlagDecisionsStanding = T("nur die, die kein späterer ersetzt hat", "only those that no later one superseded")
	FlagDecisionsMeeting  = T("nur die der Telko `MEETING`", "only those of `MEETING`")
)

// Help of the motion commands.
var (
	HelpMotions = Help{
		Short: T("Anträge, vom Eingang bis zur Umsetzung", "motions, from receipt to realisation"),
		Long: T(
			"Ohne weiteren Befehl: die Anträge, bei denen noch etwas zu tun ist. Ein Antrag hat\ndrei Stände, die nicht voneinander abhängen: wie weit er behandelt ist, was\nbeschlossen wurde, und ob das umgesetzt ist.\n\nIn eine Pipe, mit Tabs getrennt: Nummer, Behandlung, Beschluss, Umsetzung, Eingang,\nAntragsteller, Titel, letzte Telko, Nummer dort.",
			"Without a further command: the motions that there is something left to do about. A\nmotion has three states that do not depend on each other: how far it is handled,\nwhat was decided, and whether that is realised.\n\nInto a pipe, parted by tabs: id, handling, outcome, realisation, day of receipt,\npetitioners, title, last meeting, number there."),
		Examples: T(
			"telko motions\ntelko motions --unanswered --older-than 14\ntelko motions --state accepted --petitioner Falk\ntelko motions show M100107-1\ntelko motions answer M100107-1",
			"telko motions\ntelko motions --unanswered --older-than 14\ntelko motions --state accepted --petitioner Falk\ntelko motions show M100107-1\ntelko motions answer M100107-1"),
	}
	HelpMotionsList = Help{
		Short:    T("Anträge auflisten, wie `telko motions`", "list motions, like `telko motions`"),
		Long:     T("Listet Anträge auf, den ältesten zuerst.", "Lists motions, the oldest first."),
		Examples: T("telko motions list --state all --json", "telko motions list --state all --json"),
	}
	HelpMotionsShow = Help{
		Short: T("ein Antrag mit allem, was dazu gesagt wurde", "a motion with all that was said of it"),
		Long: T(
			"Zeigt einen Antrag mit seinen Abschnitten in der Reihenfolge, in der sie gesagt\nwurden, über alle Telkos hinweg. Bei jeder Antwort steht, auf welchen Abschnitt sie\ngeht, und ob der seither geändert wurde. Darunter stehen Anträge, die ihm ähneln,\nmit den Antworten von damals.",
			"Shows a motion with its passages in the order in which they were said, over all\nmeetings. Each answer says which passage it is to, and whether that was edited since.\nBelow are motions that resemble it, with the answers they were given."),
		Examples: T("telko motions show M100107-2\ntelko motions show M100107-2 --json", "telko motions show M100107-2\ntelko motions show M100107-2 --json"),
	}
	HelpMotionsHistory = Help{
		Short:    T("was aus einem Antrag wurde", "what became of a motion"),
		Long:     T("Listet auf, was mit einem Antrag geschehen ist, in Protokollen und Log, mit Zeit.\n\nIn eine Pipe, mit Tabs getrennt: Zeit, wer, was, Telko, Worte.", "Lists what became of a motion, in minutes and log, with times.\n\nInto a pipe, parted by tabs: time, who, what, meeting, words."),
		Examples: T("telko motions history M100107-2", "telko motions history M100107-2"),
	}
	HelpMotionsAdd = Help{
		Short: T("einen eingegangenen Antrag aufnehmen", "take in a motion that came"),
		Long: T(
			"Setzt einen Antrag auf die Tagesordnung der nächsten Telko: den Text einer Datei,\neiner gespeicherten Mail, oder der Standardeingabe. Zeilen, die mit Antragsteller:,\nBegründung: und dergleichen beginnen, werden zu seinen Teilen. Bei einer Mail ist der\nBetreff der Titel, der Absender der Antragsteller; seine Adresse und die Signatur\nwerden nicht übernommen. Ähnliche Anträge und ihre Antworten werden genannt.\n\nIn eine Pipe, mit Tabs getrennt: Nummer, Telko, Nummer dort, Titel, Datei.",
			"Puts a motion on the agenda of the next telco: the text of a file, of a saved mail,\nor of standard input. Lines that begin with Petitioner:, Reasons: and the like become\nits parts. Of a mail the subject is the title, the sender the petitioner; the address\nand the signature are left out. Motions like it and their answers are named.\n\nInto a pipe, parted by tabs: id, meeting, number there, title, file."),
		Examples: T(
			"telko motions add antrag.eml\ntelko motions add antrag.txt --petitioner \"Runa Falk\" --title \"Neue Leinwand\"\ntelko motions add < antrag.txt",
			"telko motions add motion.eml\ntelko motions add motion.txt --petitioner \"Runa Falk\" --title \"A new screen\"\ntelko motions add < motion.txt"),
	}
	HelpMotionsSchedule = Help{
		Short: T("einen Antrag auf eine Tagesordnung setzen", "put a motion on an agenda"),
		Long: T(
			"Setzt einen Antrag, den es schon gibt, auf die Tagesordnung der nächsten Telko. Er\nbehält seine Nummer (#M…) und bekommt dort eine laufende. Einer, der schon\nabgeschlossen war, braucht einen Grund.",
			"Puts a motion that there is already on the agenda of the next telco. It keeps its id\n(#M…) and gets a number there. One that was closed needs a reason."),
		Examples: T("telko motions schedule M100107-2", "telko motions schedule M100107-2"),
	}
	HelpMotionsAnswer = Help{
		Short: T("auf einen Antrag antworten", "answer a motion"),
		Long: T(
			"Öffnet $EDITOR mit den zitierten Abschnitten des Antrags und den Antworten auf\nähnliche Anträge. Was unter einem Abschnitt geschrieben wird, ist die Antwort auf\nihn. Sie kommt in das Protokoll, das den Antrag zuletzt hat; ist das schon\nfertig, auf die Tagesordnung der nächsten Telko, die den Antrag wieder aufnimmt. Mit\n-m oder -F ist es eine einzige Antwort, ohne Editor.",
			"Opens $EDITOR with the motion's passages quoted, and the answers to motions like it.\nWhat is written below a passage is the answer to it. It goes into the minutes that\nhave the motion last; if these are final, on the agenda of the next telco, which takes\nthe motion up again. With -m or -F it is one answer, without an editor."),
		Examples: T(
			"telko motions answer M100107-2 --by \"der IT\"\ntelko motions answer M100107-2 -p 2 -m \"Das Geld reicht dafür nicht.\"",
			"telko motions answer M100107-2 --by \"of the IT\"\ntelko motions answer M100107-2 -p 2 -m \"There is no money for that.\""),
	}
	HelpMotionsAnswers = Help{
		Short:    T("die Antworten, um sie zu verschicken", "the answers, to send them"),
		Long:     T("Schreibt die Antworten auf einen Antrag mit dem, worauf sie gehen, und dem Beschluss,\nals Text für eine Mail an den, der ihn gestellt hat. Kommentare und Empfehlungen\nbleiben drin.", "Writes the answers to a motion with what they are to, and the decision, as text for a\nmail to who made it. Comments and recommendations stay inside."),
		Examples: T("telko motions answers M100107-2 | mail -s Antwort a@example.org\ntelko motions answers M100107-2 --markdown", "telko motions answers M100107-2 | mail -s Answer a@example.org\ntelko motions answers M100107-2 --markdown"),
	}
	HelpMotionsVote = Help{
		Short: T("eine Abstimmung ins Protokoll schreiben", "write a vote into the minutes"),
		Long: T(
			"Schreibt eine Abstimmung in das Protokoll der Telko, die den Antrag zuletzt hatte:\ndafür, dagegen, Enthaltungen. Auch Worte gehen (Konsens, \"alle -1\"); was sich nicht\nals Zahlen lesen lässt, steht da, wie es gesagt wurde. Eine Nachzählung ist eine\nweitere Abstimmung, die letzte zählt. Der Beschluss wird nie errechnet.\n\nIn eine Pipe, mit Tabs getrennt: Nummer, Telko, Datei.",
			"Writes a vote into the minutes of the meeting that had the motion last: for, against,\nabstentions. Words work too (consensus, \"all but 1\"); what cannot be read as numbers\nstands as it was said. A recount is a further vote, the last one counts. What is\ndecided is never computed.\n\nInto a pipe, parted by tabs: id, meeting, file."),
		Examples: T(
			"telko motions vote M100107-1 5 1 2 --at 23:41 --decision angenommen\ntelko motions vote M100107-1 Konsens",
			"telko motions vote M100107-1 5 1 2 --at 23:41 --decision accepted\ntelko motions vote M100107-1 consensus"),
	}
	HelpMotionsDecide = Help{
		Short: T("einen Beschluss eintragen", "record a decision"),
		Long: T(
			"Trägt ein, was über einen Antrag beschlossen wurde: mit --meeting in das Protokoll der\nTelko, sonst ins Log, als Beschluss zwischen zwei Telkos. Passt er nicht zur\nAbstimmung, sagt telko das und fragt nach; eingetragen wird, was gesagt wurde.",
			"Records what was decided about a motion: with --meeting in the minutes of that\nmeeting, else in the log, as decided between meetings. If it does not fit the vote,\ntelko says so and asks; what is recorded is what was said."),
		Examples: T(
			"telko motions decide M100107-1 angenommen\ntelko motions decide M100107-1 abgelehnt --meeting last --at 23:50",
			"telko motions decide M100107-1 accepted\ntelko motions decide M100107-1 rejected --meeting last --at 23:50"),
	}
	HelpMotionsRefer = Help{
		Short:    T("Anträge an andere verweisen", "refer motions to others"),
		Long:     T("Trägt ein, dass ein Antrag an jemand anderen verwiesen ist.", "Records that a motion is referred to somebody else."),
		Examples: T("telko motions refer M100107-1 --to \"Vorstand\"", "telko motions refer M100107-1 --to \"the board\""),
	}
	HelpMotionsPostpone = Help{
		Short:    T("Anträge vertagen", "postpone motions"),
		Long:     T("Vertagt Anträge, mit --to auf eine Telko oder einen Tag. War einer abgeschlossen,\nbraucht das einen Grund.", "Postpones motions, with --to to a meeting or a day. One that was closed needs a\nreason."),
		Examples: T("telko motions postpone M100107-1 --to \"nächste telko\" -m \"Antragsteller fehlt\"", "telko motions postpone M100107-1 --to \"next telco\" -m \"the petitioner is missing\""),
	}
	HelpMotionsWithdraw = Help{
		Short:    T("eintragen, dass Anträge zurückgezogen sind", "record that motions are withdrawn"),
		Long:     T("Trägt ein, dass wer einen Antrag gestellt hat, ihn zurückzieht. Er bleibt stehen.", "Records that who made a motion takes it back. It stays where it is."),
		Examples: T("telko motions withdraw M100107-1 -m \"per Mail\"", "telko motions withdraw M100107-1 -m \"by mail\""),
	}
	HelpMotionsInadmissible = Help{
		Short:    T("eintragen, dass Anträge unzulässig sind", "record that motions are inadmissible"),
		Long:     T("Trägt ein, dass ein Antrag nicht gestellt werden darf; der Grund gehört dazu.", "Records that a motion may not be put; the reason belongs to it."),
		Examples: T("telko motions inadmissible M100107-1 -m \"Frist versäumt\"", "telko motions inadmissible M100107-1 -m \"too late\""),
	}
	HelpMotionsSettle = Help{
		Short:    T("eintragen, dass ein anderer Antrag sie erledigt", "record that another motion settles them"),
		Long:     T("Trägt ein, dass Anträge durch einen anderen erledigt sind.", "Records that motions are settled by another one."),
		Examples: T("telko motions settle M100107-1 --by M100107-2", "telko motions settle M100107-1 --by M100107-2"),
	}
	HelpMotionsClose = Help{
		Short:    T("Anträge abschließen", "close motions"),
		Long:     T("Trägt ein, dass an Anträgen nichts mehr zu tun ist, zum Beispiel weil die Antwort\nreicht.", "Records that there is nothing more to do about motions, for example because the\nanswer will do."),
		Examples: T("telko motions close M100107-1", "telko motions close M100107-1"),
	}
	HelpMotionsReopen = Help{
		Short:    T("Anträge wieder aufnehmen", "take motions up again"),
		Long:     T("Nimmt Anträge wieder auf, die abgeschlossen, zurückgezogen oder vertagt waren. Das\nbraucht einen Grund. Beschlüsse bleiben stehen.", "Takes up motions again that were closed, withdrawn or postponed. That needs a reason.\nDecisions stay."),
		Examples: T("telko motions reopen M100107-1 -m \"neue Zahlen\"", "telko motions reopen M100107-1 -m \"new figures\""),
	}
	HelpMotionsRealise = Help{
		Short:    T("eintragen, dass Beschlossenes umgesetzt ist", "record that what was decided is done"),
		Long:     T("Trägt ein, dass umgesetzt ist, was beschlossen wurde: wann, und wo es zu sehen ist.", "Records that what was decided is done: when, and where to see it."),
		Examples: T("telko motions realise M100107-1 --on 20.01.2010 --link https://example.org/neu", "telko motions realise M100107-1 --on 2010-01-20 --link https://example.org/new"),
	}
	HelpMotionsUnrealise = Help{
		Short:    T("eintragen, dass es doch nicht umgesetzt ist", "record that it is not done after all"),
		Long:     T("Trägt ein, dass doch nicht umgesetzt ist, was beschlossen wurde. Das braucht einen\nGrund.", "Records that what was decided is not done after all. That needs a reason."),
		Examples: T("telko motions unrealise M100107-1 -m \"wieder abgebaut\"", "telko motions unrealise M100107-1 -m \"taken down again\""),
	}
	HelpMotionsLink = Help{
		Short: T("zwei Anträge verbinden", "link two motions"),
		Long: T(
			"Sagt, was ein Antrag für einen anderen ist: competes (konkurriert mit), supersedes\n(ersetzt), superseded-by, settled-by (erledigt durch), settles.",
			"Says what a motion is to another: competes, supersedes, superseded-by, settled-by,\nsettles."),
		Examples: T("telko motions link M100107-1 competes M100107-2", "telko motions link M100107-1 competes M100107-2"),
	}
	HelpMotionsUnlink = Help{
		Short:    T("eine Verbindung lösen", "remove a link"),
		Long:     T("Löst eine Verbindung, die `telko motions link` gemacht hat.", "Removes a link that `telko motions link` made."),
		Examples: T("telko motions unlink M100107-1 competes M100107-2", "telko motions unlink M100107-1 competes M100107-2"),
	}
	HelpMotionsNote = Help{
		Short:    T("etwas zu Anträgen notieren", "note something about motions"),
		Long:     T("Schreibt eine Notiz in den Verlauf von Anträgen. Ihr Stand bleibt, wie er ist.", "Writes a note into the history of motions. Their state stays as it is."),
		Examples: T("telko motions note M100107-1 \"Angebot liegt vor\"", "telko motions note M100107-1 \"there is an offer\""),
	}
	HelpMotionsUndo = Help{
		Short:    T("das Letzte zurücknehmen", "take back the last thing"),
		Long:     T("Nimmt zurück, was zuletzt im Log zu Anträgen eingetragen wurde. Was in Protokollen\nsteht, ändert sich dort.", "Takes back what was last recorded of motions in the log. What stands in minutes\nchanges there."),
		Examples: T("telko motions undo M100107-1", "telko motions undo M100107-1"),
	}
	HelpDecisions = Help{
		Short: T("was beschlossen wurde", "what was decided"),
		Long: T(
			"Listet die Beschlüsse auf, den ältesten zuerst: über Anträge, und solche ohne Antrag.\n\nIn eine Pipe, mit Tabs getrennt: Nummer, Tag, Beschluss, Abstimmung, Umsetzung,\nersetzt durch, Telko, Text.",
			"Lists the decisions, the oldest first: on motions, and those without one.\n\nInto a pipe, parted by tabs: number, day, outcome, tally, realisation, superseded by,\nmeeting, text."),
		Examples: T("telko decisions --search server\ntelko decisions --unrealised --since 01.01.2010", "telko decisions --search server\ntelko decisions --unrealised --since 2010-01-01"),
	}
)
