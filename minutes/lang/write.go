package lang

// What telko writes into a file of minutes, beside the headings and labels of
// headings.go. All of it is read again.
var (
	WriteGuest = T("Gast", "guest")
	WriteFrom  = T("ab %s", "from %s")
	WriteUntil = T("bis %s", "until %s")
	WriteDue   = T("bis %s", "by %s")

	WritePrivatePart = T("Nichtöffentlicher Teil", "Private part")

	WriteBy       = T("%s von %s", "%s by %s") // a label and a name
	WriteTally    = T("%d dafür, %d dagegen, %d Enthaltungen", "%d for, %d against, %d abstentions")
	WriteTallyOne = T("%d dafür, %d dagegen, %d Enthaltung", "%d for, %d against, %d abstention")

	WriteAccepted        = T("angenommen", "accepted")
	WriteAcceptedChanged = T("mit Änderungen angenommen", "accepted with changes")
	WriteRejected        = T("abgelehnt", "rejected")
	WriteSettled         = T("anderweitig erledigt", "settled otherwise")
	WriteReferred        = T("verwiesen", "referred")
	WriteNotVoted        = T("nicht abgestimmt", "not voted")
	WriteWithdrawn       = T("zurückgezogen", "withdrawn")
)

// What HTML adds to the minutes.
var HTMLKeeper = T("Protokoll: %s", "minutes by %s")
