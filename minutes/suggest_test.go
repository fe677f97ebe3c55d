package minutes_test

import (
	"fmt"
	"strings"
	"testing"

	"telko/minutes"
)

// What reads like a promise is offered, with the task that it could become, and
// never taken for one.
func TestSuggest(t *testing.T) {
	for in, want := range map[string]string{
		"- kaja sieht sich das mal an":                             "sieht sich das mal an (kaja)",
		"- Kaja Steuer bestellt noch einen":                        "bestellt noch einen (kaja)",
		"kaja kümmert sich darum.":                                 "kümmert sich darum (kaja)",
		"- benny übernimmt":                                        "übernimmt (Bente)",
		"- Das Segel ist zu alt. kaja flickt es nochmal":           "flickt es nochmal (kaja)",
		"- Das übernimmt Kaja Steuer.":                             "Das übernimmt (kaja)",
		"- kaja und bente kaufen es":                               "",
		"- kaja und bente wird helfen":                             "wird helfen (kaja, Bente)",
		"- Kaja will order one":                                    "will order one (kaja)",
		"- Bente to mend the sail":                                 "mend the sail (Bente)",
		"- Bente looks into it":                                    "looks into it (Bente)",
		"- **kaja** prüft das":                                     "prüft das (kaja)",
		"- TODO kaja: Segel flicken bis Freitag":                   "Segel flicken (kaja) bis 07.05.2032",
		"- ACTION: kaja to mend the sail":                          "mend the sail (kaja)",
		"- TODO: Segel flicken":                                    "Segel flicken",
		"- @kaja Segel flicken":                                    "Segel flicken (kaja)",
		"- Segel flicken → kaja":                                   "Segel flicken (kaja)",
		"- Segel flicken; Zuständig: kaja, bente":                  "Segel flicken (kaja, Bente)",
		"## Planung der nächsten 7 Tage\n\n- Segel flicken (kaja)": "Segel flicken (kaja)",

		"- Segel flicken (kaja)":                 "", // who said it, perhaps
		"- kaja berichtet vom Segel":             "",
		"- kaja verabschiedet sich":              "",
		"- kaja will wissen, was es kostet":      "",
		"- kaja hat das noch nicht getan":        "",
		"- nemo kümmert sich darum":              "",
		"- alle kümmern sich, jeder prüft das":   "",
		"- Die Werft prüft das":                  "",
		"- [ ] kaja kümmert sich darum":          "",
		"> kaja kümmert sich darum":              "",
		"```\nkaja kümmert sich darum\n```":      "",
		"## Anwesend\n\n- kaja kümmert sich":     "",
		"## Offene Aufgaben\n\n- kaja prüft das": "",
		"- kaja prüft das wie in #320429-1":      "",
		"### Antrag 1: A\n\nkaja prüft das":      "",
		"- die Aufgabe: Segel":                   "",
	} {
		f := read(t, in+"\n")
		var got []string
		for _, s := range minutes.Suggest(f, minutes.Context{People: crew(t)}) {
			got = append(got, strings.TrimPrefix(s.Task, "- [ ] "))
			if line := strings.Split(string(f.Source()), "\n")[s.Line-1]; line != strings.Split(in, "\n")[strings.Count(in, "\n")] {
				t.Errorf("%q: line %d is %q", in, s.Line, line)
			}
		}
		if fmt.Sprint(strings.Join(got, "; ")) != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
		if n := len(f.Meeting.Tasks); n > strings.Count(in, "[ ]") {
			t.Errorf("%q: %d tasks", in, n)
		}
	}
}
