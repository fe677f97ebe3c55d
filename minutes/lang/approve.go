package lang

// What approved minutes say of it.
var (
	ApprovedHeading   = T("Genehmigung dieses Protokolls", "Approval of these minutes")
	ApprovedLine      = T("genehmigt am %[1]s (%[2]s)", "approved on %[1]s (%[2]s)")
	ApprovedBy        = T(", von %s", ", by %s")
	ApprovedRevision  = T("Wikiversion: %d", "Wiki revision: %d")
	ApprovedAmendment = T("Berichtigung vom %[1]s: %[2]s", "Amendment of %[1]s: %[2]s")
)

// IsApproval reports whether a section's title is that of the approval of the
// minutes it stands in.
func IsApproval(title string) bool {
	switch word(title) {
	case "genehmigung dieses protokolls", "approval of these minutes":
		return true
	}
	return false
}

// What approving says.
var (
	ApproveNotEnded     = T("%s hat noch den Status %s", "%s still has the status %s")
	ApprovedAlready     = T("%s ist schon genehmigt", "%s is approved already")
	ApprovedAlreadyHint = T("was noch zu berichtigen ist: --amendment TEXT", "what is still to be corrected: --amendment TEXT")
	ApproveBefore       = T("%[1]s war vor %[2]s und kann es nicht genehmigt haben", "%[1]s was before %[2]s and cannot have approved it")
	ApproveItself       = T("%s kann sich nicht selbst genehmigen", "%s cannot approve itself")
	ApproveNoText       = T("das wird im Protokoll als anderes gelesen als als Text: %s", "the minutes would read this as something else than text: %s")
	ApproveIn           = T("welche Telko hat es genehmigt?", "which telco approved it?")
	ApproveInHint       = T("--in MEETING", "--in MEETING")
	ApproveVote         = T("%q ist keine Abstimmung", "%q is no vote")
	ApproveVoteHint     = T("etwa: --vote \"5 dafür, 0 dagegen, 1 Enthaltung\" oder --vote 5/0/1 oder --vote einstimmig", "such as: --vote \"5 for, 0 against, 1 abstention\" or --vote 5/0/1 or --vote unanimous")
	ApproveNobody       = T("%s nennt niemanden, der da war", "%s names nobody who was there")
	ApproveNobodyHint   = T("wer hat es genehmigt? --by NICK,NICK", "who approved it? --by NICK,NICK")
	ApproveUnpublished  = T("%s steht anders hier als auf seiner Wikiseite, Version %d", "%s says something else here than its wiki page, revision %d")
	ApproveSyncFirst    = T("telko sync %s; dann genehmigen, damit feststeht, welche Version gilt", "telko sync %s; then approve, so that it is known which revision holds")
	ApproveDone         = T("%[1]s: genehmigt in %[2]s", "%[1]s: approved in %[2]s")
	ApproveAmended      = T("%[1]s: berichtigt in %[2]s", "%[1]s: amended in %[2]s")
	ApproveNext         = T("telko publish %s bringt es ins Wiki", "telko publish %s brings it to the wiki")

	FlagApproveIn        = T("die Telko `MEETING` hat es genehmigt", "the telco `MEETING` approved it")
	FlagApproveBy        = T("wer es genehmigt hat, `NICK,NICK`; ohne das die Mitglieder, die da waren", "who approved it, `NICK,NICK`; without it the members who were there")
	FlagApproveVote      = T("die Abstimmung: `TALLY`", "the vote: `TALLY`")
	FlagApproveAmendment = T("eine Berichtigung, `TEXT`; auch mehrmals", "a correction, `TEXT`; also several times")
	FlagApproveDryRun    = T("nur zeigen, was ins Protokoll käme", "only show what the minutes would get")

	HelpApprove = Help{
		Short: T("ein Protokoll genehmigen", "approve minutes"),
		Long: T(
			"Hält im Protokoll MEETING fest, dass eine spätere Telko es genehmigt hat: wann, wer, mit\nwelcher Abstimmung, welche Version seiner Wikiseite, und was zu berichtigen war. Danach\nist der Text fest: was jemand im Wiki daran ändert, ist ein Konflikt (Ende 3), und was\nnoch falsch ist, wird als Berichtigung mit Datum angefügt, mit demselben Befehl.",
			"Records in the minutes MEETING that a later telco approved them: when, who, with which\nvote, which revision of their wiki page, and what was to be corrected. From then on the\ntext is fixed: what somebody changes of it on the wiki is a conflict (exit 3), and what\nis still wrong is added as an amendment with its date, by the same command."),
		Examples: T(
			"telko approve 2010-01-07 --in 2010-01-14 --vote 5/0/1\ntelko approve 2010-01-07 --in last --amendment \"Squid lief die ganze Nacht.\"",
			"telko approve 2010-01-07 --in 2010-01-14 --vote 5/0/1\ntelko approve 2010-01-07 --in last --amendment \"Squid ran all night.\""),
	}
)
