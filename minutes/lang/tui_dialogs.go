package lang

// What keys do in dialogs.
var (
	DlgUp     = T("nach oben", "up")
	DlgDown   = T("nach unten", "down")
	DlgFirst  = T("an den Anfang", "to the start")
	DlgLast   = T("ans Ende", "to the end")
	DlgClose  = T("schließt, nichts wird geändert", "closes, nothing is changed")
	DlgBack   = T("zurück", "back")
	DlgNext   = T("das nächste Feld", "the next field")
	DlgBefore = T("das Feld davor", "the field before")
	DlgPick   = T("eine andere Möglichkeit", "another choice")
	DlgCopy   = T("kopiert den Text in die Zwischenablage (wenn das Terminal das kann)", "copies the text to the clipboard (if the terminal can)")
	DlgCopied = T("kopiert, %d Zeilen", "copied, %d lines")

	DlgBarClose  = T("zu", "close")
	DlgBarBack   = T("zurück", "back")
	DlgBarNext   = T("weiter", "next")
	DlgBarCopy   = T("kopieren", "copy")
	DlgBarAccept = T("übernehmen", "take")
	DlgBarPick   = T("wählen", "choose")
)

// The vote.
var (
	VoteTitle     = T("Abstimmung", "Vote")
	VoteOf        = T("Abstimmung: %s", "Vote: %s")
	VoteMay       = T("Stimmberechtigt %d: %s", "May vote %d: %s")
	VoteMayNobody = T("Niemand ist als anwesend eingetragen.", "Nobody is listed as present.")
	VoteGuests    = T("Gäste, ohne Stimme %d: %s", "Guests, without a vote %d: %s")
	VoteCount     = T("Stimmberechtigt %d, Gäste %d", "May vote %d, guests %d")

	VoteFor     = T("dafür", "for")
	VoteAgainst = T("dagegen", "against")
	VoteAbstain = T("Enthaltungen", "abstentions")
	VoteInvalid = T("ungültig", "invalid")
	VoteMode    = T("Art", "manner")
	VoteAbout   = T("Fassung", "version")
	VoteResult  = T("Beschluss", "decision")

	VoteOpen      = T("offen", "open")
	VoteHands     = T("per Handzeichen", "show of hands")
	VoteSecret    = T("geheim", "secret")
	VoteByName    = T("namentlich", "by name")
	VoteConsensus = T("Konsens", "consensus")
	VoteAsIs      = T("wie vorgelegt", "as put")
	VoteChange    = T("mit Änderung %d", "with amendment %d")
	VoteUndecided = T("noch keiner", "none yet")
	VoteNInvalid  = T("%d ungültig", "%d invalid")

	VoteTooMany = T("%d Stimmen, aber nur %d Stimmberechtigte sind da", "%d votes, but only %d may vote")
	VoteFewer   = T("%d von %d haben nicht abgestimmt", "%d of %d did not vote")
	VoteNone    = T("noch keine Stimmen", "no votes yet")
	VoteFor1    = T("%d dafür, %d dagegen, %d Enthaltungen", "%d for, %d against, %d abstentions")

	VoteKeysConsensus = T("Konsens statt Zahlen", "consensus instead of numbers")
	VoteKeysAccept    = T("nimmt die Abstimmung ins Protokoll auf", "takes the vote into the minutes")
)

// The help.
var (
	HelpTitle    = T("Hilfe", "Help")
	HelpHere     = T("Hier", "Here")
	HelpMarks    = T("Was man tippt", "What one types")
	HelpOnEntry  = T("Tasten beim Schreiben", "Keys while writing")
	HelpOnPopup  = T("Wenn Vorschläge zu sehen sind", "While completions are shown")
	HelpOnChosen = T("Wenn ein Eintrag ausgewählt ist", "While an entry is selected")
)

// What lines can begin with, for the help.
var (
	MarkText          = T("Text", "text")
	MarkTextDoes      = T("eine Notiz; mit einem Leerzeichen davor in jedem Fall", "a note; with a blank before it in any case")
	MarkTopic         = T("# Thema", "# Topic")
	MarkTopicDoes     = T("nächstes Thema; gibt es das schon, geht es dorthin zurück", "next topic; one that is there already is returned to")
	MarkSub           = T("## Thema, ..", "## Topic, ..")
	MarkSubDoes       = T("Unterthema, und eine Ebene hinauf", "sub-topic, and up one")
	MarkTask          = T("! Text (rpr, sebi) freitag", "! text (rpr, sebi) friday")
	MarkTaskDoes      = T("eine Aufgabe: wer, bis wann", "a task: who, by when")
	MarkChange        = T("#3 (rpr) freitag, #3 erledigt", "#3 (rpr) friday, #3 done")
	MarkChangeDoes    = T("ändert eine Aufgabe", "changes a task")
	MarkCome          = T("+nick, -nick, ?nick", "+nick, -nick, ?nick")
	MarkComeDoes      = T("ist gekommen, gegangen, entschuldigt; +a, b, c zählt auf; +nick 22:50 zu einer Zeit", "has come, left, is excused; +a, b, c for a roll call; +nick 22:50 at a time")
	MarkNew           = T("+nick gast, +neu: Vera Lind (vera)", "+nick guest, +new: Vera Lind (vera)")
	MarkNewDoes       = T("ein Gast; jemand, den telko noch nicht kennt", "a guest; somebody whom telko does not know yet")
	MarkMotion        = T("/antrag Titel, /antragsteller Name", "/motion Title, /petitioner Name")
	MarkMotionDoes    = T("ein Antrag, und wer ihn stellt", "a motion, and who put it")
	MarkPassage       = T("/begründung, /antwort, /kommentar, /änderung, /weiter", "/reasons, /answer, /comment, /amendment, /continue")
	MarkPassageDoes   = T("ein Teil des Antrags; er bleibt offen, bis etwas anderes beginnt", "a passage of the motion; it stays open until something else begins")
	MarkVote          = T("/abstimmung 5 1 2, /beschluss angenommen", "/vote 5 1 2, /decision accepted")
	MarkVoteDoes      = T("dafür, dagegen, Enthaltungen; und was daraus wurde", "for, against, abstentions; and what became of it")
	MarkDecision      = T("= Text", "= text")
	MarkDecisionDoes  = T("ein Beschluss ohne Antrag", "a decision without a motion")
	MarkMend          = T("s/alt/neu/", "s/old/new/")
	MarkMendDoes      = T("bessert den letzten Eintrag aus, buchstäblich", "mends the last entry, literally")
	MarkElsewhere     = T("~ Thema: Text", "~ Topic: text")
	MarkElsewhereDoes = T("eine Notiz zu einem anderen Thema", "a note for another topic")
	MarkCommands      = T("/undo, /redo, /stand, /vorlesen, /privat, /ende", "/undo, /redo, /standing, /readaloud, /private, /end")
	MarkCommandsDoes  = T("und mehr: F2 findet alle Befehle", "and more: F2 finds all commands")
)

// The palette.
var (
	PaletteTitle   = T("Befehle", "Commands")
	PaletteNothing = T("nichts davon geht jetzt", "none of that works now")
	PaletteRun     = T("führt den Befehl aus", "runs the command")
	PaletteBarRun  = T("ausführen", "run")
	PaletteGoto    = T("geht zu diesem Thema", "goes to this topic")
)

// Commands of the entry line, as the palette has them.
var (
	CmdMotion         = T("/antrag", "/motion")
	CmdMotionDoes     = T("ein neuer Antrag", "a new motion")
	CmdPetitioner     = T("/antragsteller", "/petitioner")
	CmdPetitionerDoes = T("wer den Antrag stellt", "who put the motion")
	CmdReasons        = T("/begründung", "/reasons")
	CmdReasonsDoes    = T("die Begründung des Antrags", "the reasons of the motion")
	CmdAnswer         = T("/antwort", "/answer")
	CmdAnswerDoes     = T("eine Antwort auf den Antrag", "an answer to the motion")
	CmdComment        = T("/kommentar", "/comment")
	CmdCommentDoes    = T("ein Kommentar zum Antrag", "a comment on the motion")
	CmdAmendment      = T("/änderung", "/amendment")
	CmdAmendmentDoes  = T("eine Änderung des Antrags", "an amendment of the motion")
	CmdVote           = T("/abstimmung", "/vote")
	CmdDecision       = T("/beschluss", "/decision")
	CmdDecisionDoes   = T("was aus dem Antrag wurde", "what became of the motion")
	CmdContinue       = T("/weiter", "/continue")
	CmdContinueDoes   = T("schließt den offenen Teil des Antrags", "closes the open passage")
	CmdUndo           = T("/undo", "/undo")
	CmdRedo           = T("/redo", "/redo")
	CmdReview         = T("/review", "/review")
	CmdPrivate        = T("/privat", "/private")
	CmdPrivateDoes    = T("das Thema steht nicht im veröffentlichten Protokoll", "keeps the topic out of the published minutes")
	CmdReadAloud      = T("/vorlesen", "/readaloud")
	CmdStanding       = T("/stand", "/standing")
	CmdPreview        = T("/vorschau", "/preview")
	CmdPublish        = T("/veröffentlichen", "/publish")
	CmdHelp           = T("/hilfe", "/help")
	CmdEnd            = T("/ende", "/end")
)

// A prompt within a dialog.
var (
	PromptTake = T("übernimmt die Zeile", "takes the line")
)

// The form of a motion.
var (
	MotionNew        = T("Neuer Antrag", "New motion")
	MotionTitle      = T("Titel", "title")
	MotionPetitioner = T("Antragsteller", "petitioner")
	MotionWho        = T("wer spricht", "who speaks")
	MotionDrop       = T("Noch nicht im Protokoll. Strg+S nimmt es auf, noch einmal Esc legt es beiseite.", "Not in the minutes yet. Ctrl+S takes it, Esc once more puts it aside.")
	MotionKept       = T("Der Antrag, der noch nicht im Protokoll war, ist wieder da.", "The motion that was not in the minutes yet is back.")
	MotionEmptyForm  = T("noch nichts aufzunehmen", "nothing to take yet")

	MotionTake       = T("nimmt den Antrag ins Protokoll auf", "takes the motion into the minutes")
	MotionAnswer     = T("eine Antwort an dieser Stelle; danach geht der Text weiter", "an answer at this place; the text goes on after it")
	MotionComment    = T("ein Kommentar an dieser Stelle; danach geht der Text weiter", "a comment at this place; the text goes on after it")
	MotionReasons    = T("ab hier ist es die Begründung", "from here on it is the reasons")
	MotionKind       = T("macht den Teil zu etwas anderem: Text, Begründung, Antwort …", "makes the passage something else: text, reasons, answer …")
	MotionBy         = T("wer in diesem Teil spricht", "who speaks in this passage")
	MotionSplit      = T("zerlegt den Teil an Zeilen wie „Begründung:“", "takes the passage apart at lines like \"Reasons:\"")
	MotionUndo       = T("nimmt die letzte Änderung zurück", "takes back the last change")
	MotionNext       = T("der nächste Teil", "the next passage")
	MotionBefore     = T("der Teil davor", "the passage before")
	MotionClose      = T("legt den Antrag beiseite", "puts the motion aside")
	MotionBarAnswer  = T("Antwort", "answer")
	MotionBarComment = T("Kommentar", "comment")
	MotionBarReasons = T("Begründung", "reasons")
	MotionBarKind    = T("Art", "kind")
	MotionBarBy      = T("wer", "who")
)

// The user's own editor.
var (
	EditorNone   = T("kein Editor: VISUAL oder EDITOR sagen, welcher es ist", "no editor: VISUAL or EDITOR say which it is")
	EditorNoFile = T("der Text war nicht abzulegen: %s", "the text could not be put into a file: %s")
	EditorEmpty  = T("leer zurückgekommen: nichts wurde geändert", "it came back empty: nothing was changed")
	EditorSame   = T("unverändert", "unchanged")
	EditorTaken  = T("aus dem Editor übernommen", "taken from the editor")
	EditorBoth   = T("der Eintrag hat sich inzwischen geändert: der Text aus dem Editor steht als Notiz am Ende", "the entry has changed meanwhile: the text from the editor is a note at the end")
)

// Pages to read.
var (
	PageStanding  = T("Stand der Dinge", "Where we are")
	PageReadAloud = T("Zum Vorlesen", "To read aloud")
)

// The preview.
var (
	PreviewTitle       = T("Vorschau der Wiki-Seite", "Preview of the wiki page")
	PreviewTitleSource = T("Vorschau der Wiki-Seite, Wikitext", "Preview of the wiki page, wikitext")
	PreviewMaking      = T("wird gemacht …", "being made …")
	PreviewFailed      = T("So wäre die Seite nicht zu veröffentlichen: %s", "The page could not be published like this: %s")
	PreviewClose       = T("schließt die Vorschau (Esc nur, solange nichts getippt ist)", "closes the preview (Esc only while nothing is typed)")
	PreviewSource      = T("zeigt Wikitext, oder was man im Wiki liest", "shows wikitext, or what one reads in the wiki")
	PreviewBarSource   = T("Wikitext", "wikitext")
	PreviewFollow      = T("bleibt bei dem, was sich ändert", "stays with what changes")
)
