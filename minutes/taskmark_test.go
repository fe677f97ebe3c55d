package minutes_test

import (
	"strings"
	"testing"

	"telko/minutes"
)

// Marks stay as they were written; of what stands beside them only the date in
// words is written as a date, and a bracket as telko writes brackets.
func TestFormatLeavesMarks(t *testing.T) {
	ctx := minutes.Context{People: crew(t)}
	for in, want := range map[string]string{
		"@kaja Segel flicken":                        "@kaja Segel flicken",
		"@kaja, @benny: Segel flicken bis Freitag":   "@kaja, @benny: Segel flicken bis 07.05.2032",
		"TODO für KAJA: Segel flicken (benny)":       "TODO für KAJA: Segel flicken (benny)",
		"Segel flicken → benny, diesen Sonntag":      "Segel flicken → benny, bis 09.05.2032",
		"Segel flicken -> benny bis Freitag":         "Segel flicken -> benny bis 07.05.2032",
		"Segel flicken; Zuständig: benny":            "Segel flicken; Zuständig: benny",
		"Segel flicken (Zuständig: benny) Freitag":   "Segel flicken (Bente) bis 07.05.2032",
		"ACTION: kaja to mend the sail (by tuesday)": "ACTION: kaja to mend the sail (by tuesday)",
	} {
		src := []byte(crewHead + "- [ ] " + in + "\n")
		out, err := minutes.Format("2032-05-06-deck.md", src, ctx)
		if err != nil {
			t.Fatal(err)
		}
		got := strings.TrimPrefix(strings.TrimSpace(strings.TrimPrefix(string(out), crewHead)), "- [ ] ")
		if got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
		before := read(t, "- [ ] "+in+"\n").Meeting.Tasks
		after := read(t, "- [ ] "+got+"\n").Meeting.Tasks
		if said(before[0]) != said(after[0]) {
			t.Errorf("%s\nread as %s\nthen as %s", in, said(before[0]), said(after[0]))
		}
	}
}
