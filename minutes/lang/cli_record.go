package lang

// What recording a telco says.
var (
	RecordNoTime     = T("%q ist keine Uhrzeit", "%q is no time of day")
	RecordNoTimeHint = T("mit --times beginnt jede Zeile mit SS:MM, SS:MM:SS oder einem Zeitpunkt wie 2010-01-07T22:05:00+01:00", "with --times every line begins with HH:MM, HH:MM:SS or an instant such as 2010-01-07T22:05:00+01:00")
)
