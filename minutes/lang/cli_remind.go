package lang

// What reminds people of what they promised.
var (
	RemindOverdue    = T("%d überfällig", "%d overdue")
	RemindSoon       = T("%d bald fällig", "%d due soon")
	RemindSoonTitle  = T("Bald fällig", "Due soon")
	RemindFoot       = T("Erledigt oder verschoben: `telko tasks done NUMMER`, `telko tasks extend NUMMER freitag`.\nKeine Erinnerungen mehr: no-reminders = true in people.toml.\n", "Done, or later: `telko tasks done ID`, `telko tasks extend ID friday`.\nNo more reminders: no-reminders = true in people.toml.\n")
	RemindTo         = T("An %s (%s)", "To %s (%s)")
	RemindSent       = T("%s erinnert: %s", "%s reminded: %s")
	RemindNobody     = T("niemand ist heute noch zu erinnern", "nobody is left to be reminded today")
	RemindFailed     = T("%s nicht erinnert: %s", "%s not reminded: %s")
	RemindUnreached  = T("nicht zu erreichen: %s; in people.toml fehlt %s", "not to be reached: %s; people.toml lacks %s")
	RemindNoWay      = T("%q ist kein Weg: mail oder wiki", "%q is no way: mail or wiki")
	RemindNoMail     = T("von hier wird keine Mail verschickt", "no mail is sent from here")
	RemindAddMail    = T("schreib in %s: [mail] from = \"telko@example.org\" und smtp = \"mail.example.org:587\" oder sendmail = [\"/usr/sbin/sendmail\", \"-i\"]", "write into %s: [mail] from = \"telko@example.org\" and smtp = \"mail.example.org:587\" or sendmail = [\"/usr/sbin/sendmail\", \"-i\"]")
	RemindRunning    = T("ein anderes telko erinnert gerade", "another telko is reminding right now")
	RemindNoText     = T("%s ist eine Weiterleitung oder kein Wikitext", "%s is a redirect or no wikitext")
	RemindNoTextHint = T("nenne in people.toml mit wiki das Konto, das jetzt gilt, oder erinnere mit --by mail", "name the account that holds now with wiki in people.toml, or remind with --by mail")
	RemindMarks      = T("%s: die Marken um den Abschnitt von telko sind beschädigt, nichts wurde geschrieben", "%s: the marks around telko's section are damaged, nothing was written")
	RemindMarksHint  = T("lösche die verbliebene Marke, dann schreibt telko einen neuen Abschnitt", "delete the mark that is left, and telko writes a new section")
	RemindHeading    = T("Aufgaben (%s)", "Tasks (%s)")

	MailAuth        = T("der Mailserver %s nimmt die Anmeldung nicht an: %s", "the mail server %s does not take the login: %s")
	MailInsecure    = T("der Mailserver %s kann kein TLS; ohne das geht weder Mail noch Passwort hinaus", "the mail server %s has no TLS; without it neither mail nor password goes out")
	MailUnreachable = T("der Mailserver %s ist nicht zu erreichen: %s", "the mail server %s cannot be reached: %s")
	MailBusy        = T("%s nimmt die Mail gerade nicht an: %s", "%s does not take the mail right now: %s")
	MailRefused     = T("%s nimmt die Mail nicht an: %s", "%s does not take the mail: %s")

	FlagRemindBy     = T("auf dem Weg `WAY`: mail oder wiki (Diskussionsseite); ohne das mail, wenn von hier Mail verschickt wird", "by `WAY`: mail or wiki (talk page); without it mail, if mail is sent from here")
	FlagRemindDays   = T("auch an das erinnern, was in `N` Tagen fällig wird", "also of what is due within `N` days")
	FlagRemindOnly   = T("nur `NICK` oder eine Gruppe", "only `NICK` or a group")
	FlagRemindDryRun = T("nur zeigen, wer woran erinnert würde", "only show who would be reminded of what")

	HelpTasksRemind = Help{
		Short: T("an Überfälliges und bald Fälliges erinnern", "remind of what is overdue or due soon"),
		Long: T(
			"Erinnert jede Person an das, was überfällig oder bald fällig ist: eine Nachricht, höchstens\neine am Tag. Für einen Timer auf dem einen Rechner, der erinnern soll; er merkt sich, wer\nheute schon erinnert wurde. Der Mailserver steht in der eigenen config.toml unter [mail]:\nfrom, smtp oder sendmail, user, password-env, password-file oder password-command. Wer\nnicht will, hat in people.toml no-reminders = true. Nur Öffentliches geht hinaus.\n\nIn eine Pipe, mit Tabs getrennt: wer, auf welchem Weg, wie viele überfällig, wie viele bald\nfällig.",
			"Reminds every person of what is overdue or due soon: one message, at most one a day. For\na timer on the one machine that is to remind; it remembers who was reminded today. The\nmail server is in the user's own config.toml under [mail]: from, smtp or sendmail, user,\npassword-env, password-file or password-command. Who does not want it has no-reminders =\ntrue in people.toml. Only what is public goes out.\n\nInto a pipe, parted by tabs: who, by which way, how many overdue, how many due soon."),
		Examples: T(
			"telko tasks remind --dry-run\ntelko tasks remind --days 3\ntelko tasks remind --by wiki -a jpru",
			"telko tasks remind --dry-run\ntelko tasks remind --days 3\ntelko tasks remind --by wiki -a jpru"),
	}
)
