package lang

// The frame of the screen.
var (
	ScreenAgenda  = T("Tagesordnung", "Agenda")
	ScreenNoTopic = T("noch kein Thema", "no topic yet")
	ScreenPeople  = T("Anwesend %d", "Present %d")
	ScreenGuests  = T("Gäste %d", "Guests %d")
	ScreenHere    = T("%d da", "%d here")
	ScreenHere2   = T("%d+%d da", "%d+%d here")
	ScreenLeft    = T("gegangen", "left")
	ScreenExcused = T("entschuldigt", "excused")
	ScreenAbsent  = T("abwesend", "absent")
	ScreenAwaited = T("fehlt noch", "not yet here")
	ScreenMore    = T("… und %d weitere", "… and %d more")
	ScreenMinutes = T("%d min", "%d min")
	ScreenHours   = T("%d:%02d h", "%d:%02d h")

	ScreenSaved    = T("gespeichert", "saved")
	ScreenSaving   = T("speichert …", "saving …")
	ScreenUnsaved  = T("wird gespeichert", "to be saved")
	ScreenUnsynced = T("Datenträger langsam", "slow disk")
	ScreenFailed   = T("NICHT GESPEICHERT", "NOT SAVED")
	ScreenWhyNot   = T("NICHT GESPEICHERT, aber im Journal ist alles: %s", "NOT SAVED, but the journal has everything: %s")
	ScreenCopy     = T("eine Kopie liegt in %s", "a copy is in %s")
	ScreenFull     = T("der Datenträger ist voll", "the disk is full")
	ScreenEnded    = T("beendet %s", "ended %s")
	ScreenKeeper   = T("Protokoll: %s", "minutes: %s")

	ScreenNew     = T("%d neue ↓", "%d new ↓")
	ScreenBelow   = T("↓ weiter unten", "↓ more below")
	ScreenPrivate = T("nichtöffentlich", "private")
	ScreenEmpty   = T("Noch steht nichts im Protokoll.", "Nothing is in the minutes yet.")

	ScreenHint     = T("Text: Notiz · # Thema · ! Aufgabe (wer) bis wann · +nick · / Befehle", "text: note · # topic · ! task (who) by when · +nick · / commands")
	ScreenRefused  = T("nicht angenommen: %s", "not accepted: %s")
	ScreenNothing  = T("hier gibt es nichts anzubieten", "nothing is offered here")
	ScreenUndone   = T("zurückgenommen: %s", "taken back: %s")
	ScreenRedone   = T("wiederhergestellt: %s", "brought back: %s")
	ScreenNoUndo   = T("nichts zurückzunehmen", "nothing to take back")
	ScreenNoRedo   = T("nichts wiederherzustellen", "nothing to bring back")
	ScreenLeave    = T("Noch einmal %s verlässt den Schirm; telko record geht dann weiter. /ende beendet die Telko.", "%s once more leaves the screen; telko record goes on then. /end ends the telco.")
	ScreenCleared  = T("Zeile geleert; %s holt sie zurück", "line cleared; %s brings it back")
	ScreenNowhere  = T("noch kein Eintrag", "no entry yet")
	ScreenDropped  = T("Eingefügtes verworfen", "what was pasted is dropped")
	ScreenDraft    = T("Die Zeile, die noch nicht angenommen war, ist wieder da.", "The line that was not accepted yet is back.")
	ScreenNotHere  = T("das geht hier nicht", "that cannot be done here")
	ScreenUsePlain = T("telko record --plain geht Zeile für Zeile, ohne Schirm", "telko record --plain works line by line, without a screen")
	ScreenNoScreen = T("für den Schirm braucht telko ein Terminal", "telko needs a terminal for the screen")
)

// Pasting text of several lines.
var (
	PasteTitle = T("Eingefügt: %d Zeilen, %d Zeichen", "Pasted: %d lines, %d characters")
	PasteAs    = T("als", "as")
	PasteTake  = T("nimmt den Text als einen Eintrag auf", "takes the text as one entry")
	PasteOther = T("als etwas anderes", "as something else")
	PasteDrop  = T("verwirft ihn", "drops it")
	PasteLine  = T("setzt ihn als eine Zeile in die Eingabe", "puts it into the entry line as one line")

	BarTake   = T("aufnehmen", "take")
	BarOther  = T("als …", "as …")
	BarDrop   = T("verwerfen", "drop")
	BarAsLine = T("als Zeile", "as a line")
)

// What entries are called.
var (
	KindNote     = T("Notiz", "Note")
	KindTask     = T("Aufgabe", "Task")
	KindDecision = T("Beschluss", "Decision")
	KindMotion   = T("Antrag %d", "Motion %d")
	KindMotion0  = T("Antrag", "Motion")
)

// A crash.
var (
	CrashAt       = T("telko ist abgestürzt. Alles Angenommene ist gesichert; `telko record` geht weiter", "telko has crashed. All that was accepted is saved; `telko record` goes on")
	CrashReport   = T("der Bericht steht in %s", "the report is in %s")
	CrashNoReport = T("der Bericht war nicht zu schreiben: %s", "the report could not be written: %s")
)
