package lang

// Which telco is meant.
var (
	PlanNoSeries     = T("telko.toml kennt noch keine Reihe von Telkos", "telko.toml knows no series of telcos yet")
	PlanNoSeriesHint = T("trage unter [series.NAME] ein, wie sie heißt und wann sie ist", "enter under [series.NAME] what it is called and when it is")
	PlanWhich        = T("welche Reihe?", "which series?")
	PlanClosed       = T("%s hat den Status %s und wird nicht mehr mitgeschrieben", "%s has the status %s and is not recorded any more")
	PlanClosedHint   = T("`telko edit %s` ändert das Protokoll", "`telko edit %s` changes the minutes")
	PlanBegun        = T("%s ist keine Tagesordnung mehr, sondern hat den Status %s", "%s is no agenda any more, its status is %s")
	PlanNoDay        = T("%s hat keinen festen Wochentag", "%s has no fixed weekday")
	PlanNoDayHint    = T("nenne den Tag mit --meeting DATUM", "name the day with --meeting DATE")
)
