package demo

import (
	"telko/minutes/lang"
	"telko/motions"
)

// proposal is a motion as it came, with what was answered and decided.
type proposal struct {
	title, text, reasons, answer lang.Text
	more, moreAnswer             lang.Text // a second passage with an answer of its own, if set
	vote                         motions.Vote
	outcome                      motions.Outcome
}

var proposals = []proposal{
	{
		title:   lang.T("Öffentliche Statusseite", "A public status page"),
		text:    lang.T("Der Vorstand möge beschließen, dass Ausfälle auf einer Statusseite stehen, die nicht auf unseren Servern liegt.", "The board may decide that outages are shown on a status page that is not on our servers."),
		reasons: lang.T("Beim Ausfall im Frühjahr wusste sechs Stunden lang niemand, woran man ist.", "In the outage of spring nobody knew for six hours what was going on."),
		answer:  lang.T("Das ist machbar, wenn jemand sie auch nachts pflegt.", "That can be done if somebody keeps it up at night too."),
		vote:    motions.Vote{For: 5, Against: 1, Abstain: 1}, outcome: motions.Accepted,
	},
	{
		title:      lang.T("Auslagerung der Post", "Giving mail to a provider"),
		text:       lang.T("Der Betrieb der Mailserver wird an einen Dienstleister gegeben.", "The mail servers are given to a provider."),
		reasons:    lang.T("Die Post ist der Dienst, bei dem jede Stunde Ausfall auffällt.", "Mail is the service where every hour of outage is noticed."),
		answer:     lang.T("Das Budget von 600 EUR im Jahr reicht dafür nicht.", "The budget of 600 EUR a year is not enough for that."),
		more:       lang.T("Außerdem hängen daran zwei Ehrenamtliche, die beide aufhören wollen.", "Besides it hangs on two volunteers who both want to stop."),
		moreAnswer: lang.T("Einer von beiden macht bis Jahresende weiter.", "One of the two goes on until the end of the year."),
		vote:       motions.Vote{For: 2, Against: 4, Abstain: 1}, outcome: motions.Rejected,
	},
	{
		title:   lang.T("Wartungsfenster", "Maintenance window"),
		text:    lang.T("Arbeiten mit Ausfall finden dienstags von 6 bis 8 Uhr statt.", "Work with outages happens on Tuesdays from 6 to 8."),
		reasons: lang.T("Der Sonntag trifft die Leute, die nur am Wochenende Zeit haben.", "Sundays hit those who have time only at weekends."),
		answer:  lang.T("Dienstags früh ist von uns selten jemand wach.", "Early on Tuesdays few of us are awake."),
		vote:    motions.Vote{For: 4, Against: 2, Abstain: 1}, outcome: motions.AcceptedChanged,
	},
	{
		title:   lang.T("Bilder nur noch mit Lizenz", "Pictures with a licence only"),
		text:    lang.T("Bilder ohne Lizenzangabe werden nach 14 Tagen entfernt.", "Pictures without a licence are removed after 14 days."),
		reasons: lang.T("Im Archiv liegen 1.200 Bilder, deren Herkunft keiner kennt.", "The archive has 1,200 pictures whose origin nobody knows."),
		answer:  lang.T("Technisch einfach; wer prüft den Bestand?", "Technically simple; who checks what is there?"),
		vote:    motions.Vote{For: 6, Against: 0, Abstain: 1}, outcome: motions.Accepted,
	},
	{
		title:   lang.T("Zweite Telko für Neue", "A second telco for newcomers"),
		text:    lang.T("Einmal im Monat gibt es eine Telko nur für Fragen von Neuen.", "Once a month there is a telco just for newcomers' questions."),
		reasons: lang.T("In der großen Runde fragt keiner.", "Nobody asks in the large round."),
		answer:  lang.T("Gern, wenn es nicht der Donnerstag ist.", "Gladly, if it is not Thursday."),
	},
}
