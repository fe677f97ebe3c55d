package minutes

import (
	"strings"
	"testing"
	"time"

	"telko/motions"
	"telko/tasks/when"
)

// A second resolution adds to the section of the first, in the line ends of the
// file, and everything else keeps its bytes.
func TestApproveTwice(t *testing.T) {
	const before = "---\r\ndate: 2031-03-06\r\nstatus: final\r\n---\r\n\r\n# Rat\r\n\r\n## Dach\r\n\r\n- undicht"
	f, err := Parse("2031-03-06-rat.md", []byte(before), Context{})
	if err != nil {
		t.Fatal(err)
	}
	first := Approval{Meeting: "Rat 13.03.2031", Date: when.Day(2031, time.March, 13), By: []string{"Ada", "Bo"}, Vote: &motions.Vote{For: 2}, Revision: 7}
	src, err := f.Approve(first)
	if err != nil {
		t.Fatal(err)
	}
	if f, err = Parse(f.name, src, Context{}); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Approve(first); err == nil {
		t.Error("approved twice")
	}
	later := Approval{Meeting: "Rat 20.03.2031", Date: when.Day(2031, time.March, 20), Amendments: []string{"Das Dach\nist dicht.", "Bo fehlte."}}
	if src, err = f.Approve(later); err != nil {
		t.Fatal(err)
	}
	want := strings.ReplaceAll(before, "final", "approved") + "\r\n\r\n## Genehmigung dieses Protokolls\r\n\r\n" +
		"- genehmigt am 13.03.2031 (Rat 13.03.2031), von Ada, Bo\r\n- Abstimmung: 2 dafür, 0 dagegen, 0 Enthaltungen\r\n- Wikiversion: 7\r\n" +
		"- Berichtigung vom 20.03.2031: Das Dach ist dicht.\r\n- Berichtigung vom 20.03.2031: Bo fehlte.\r\n"
	if string(src) != want {
		t.Errorf("got\n%q\nwant\n%q", src, want)
	}
}

// What would hide the rest of the file is no amendment; a mention of a task may
// be in one. Nothing is approved by a telco before it.
func TestApproveRefuses(t *testing.T) {
	f, err := Parse("2031-03-06-rat.md", []byte("---\nstatus: final\n---\n\n# Rat\n\n- [ ] Leiter holen (ada) #310306-1\n"), Context{})
	if err != nil {
		t.Fatal(err)
	}
	day := when.Day(2031, time.March, 13)
	for _, a := range []Approval{
		{Date: day, Amendments: []string{"siehe <!-- geheim"}},
		{Date: day.AddDays(-20)},
	} {
		if got, err := f.Approve(a); err == nil {
			t.Errorf("%+v gave\n%s", a, got)
		}
	}
	if _, err := f.Approve(Approval{Date: day, Amendments: []string{"#310306-1 war schon erledigt."}}); err != nil {
		t.Error(err)
	}
	g, err := Parse("2031-03-06-rat.md", []byte("---\nstatus: live\n---\n\n# Rat\n"), Context{})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := g.Approve(Approval{Date: day}); err == nil {
		t.Errorf("a telco that goes on gave\n%s", got)
	}
}
