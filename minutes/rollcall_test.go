package minutes_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"telko/minutes"
)

// there is who was present, a line each: name / nick [guest] intervals {note}.
func there(f *minutes.File) []string {
	var out []string
	for _, a := range f.Meeting.Present {
		s := a.Name + "/" + a.Nick
		if a.Guest {
			s += " guest"
		}
		for _, iv := range a.Intervals {
			s += " " + iv.From.String() + "-" + iv.Until.String()
		}
		if a.Note != "" {
			s += " {" + a.Note + "}"
		}
		out = append(out, s)
	}
	return out
}

// missing is who was absent, a line each.
func missing(f *minutes.File) []string {
	var out []string
	for _, a := range f.Meeting.Absent {
		out = append(out, fmt.Sprintf("%s/%s %s", a.Name, a.Nick, [...]string{"?", "excused", "unexcused"}[a.Excuse]))
	}
	return out
}

func TestPresent(t *testing.T) {
	for line, want := range map[string]string{
		"- Lotte Boje (lotte)":                         "Lotte Boje/lotte -",
		"- Lotte Boje (lotte) (Gast) (seit 22:50)":     "Lotte Boje/lotte guest 22:50-",
		"- Lotte Boje (lotte) (22:20–23:10, ab 23:40)": "Lotte Boje/lotte 22:20-23:10 23:40-",
		"- Lotte Boje (lotte) (bis 00:30)":             "Lotte Boje/lotte -00:30",
		"- Lotte Boje (Gast, ab 1:10)":                 "Lotte Boje/ guest 01:10-",
		"- Lotte Boje (guest)":                         "Lotte Boje/ guest -",
		"- Lotte Boje (kam später)":                    "Lotte Boje/ - {kam später}",
		"- Lotte Boje – am Telefon":                    "",
		"- Lotte Boje (lotte) – am Telefon":            "Lotte Boje/lotte - {am Telefon}",
		"- Lotte Boje":                                 "Lotte Boje/ -",
		"- smut":                                       "/smut -",
		"- KAJA":                                       "Kaja Steuer/kaja -",
		"- benny":                                      "Bente Lund/Bente -",
		"- Kaja Steuer":                                "Kaja Steuer/kaja -",
		"- Kaja (kaja)":                                "Kaja Steuer/kaja -",
		"- (kaja)":                                     "Kaja Steuer/kaja -",
		`- Max Mast (max\_m)`:                          "Max Mast/max_m -",
		"- **Lotte Boje** (lotte)":                     "Lotte Boje/lotte -",
		"- [[Benutzer:Lotte|Lotte Boje]] (lotte)":      "Lotte Boje/lotte -",
		"- [[Benutzer:Lotte]]":                         "/Lotte -",
		"- Protokoll: Lotte Boje (lotte)":              "Lotte Boje/lotte - {Protokoll}",
		"- Gäste: Lotte Boje, smut":                    "Lotte Boje/ guest - | /smut guest -",
		"Lotte Boje, smut (Gast) und kaja":             "Lotte Boje/ - | /smut guest - | Kaja Steuer/kaja -",
		"Anwesend: kaja, benny":                        "Kaja Steuer/kaja - | Bente Lund/Bente -",
		"**Gäste:** smut":                              "/smut guest -",
		"- niemand":                                    "",
		"- –":                                          "",
		"- Anwesende:\n  - kaja\n  - benny\n- Gäste:\n  - smut": "Kaja Steuer/kaja - | Bente Lund/Bente - | /smut guest -",
		"- kaja\n- entschuldigt: benny":                         "Kaja Steuer/kaja -",
		"> smut":                                                "",
		"```\nsmut\n```":                                        "",

		// Nicks that are words.
		"- Peer Gast (gast)":                     "Peer Gast/Gast -",
		"- Lotte Boje (gast)":                    "Lotte Boje/ guest -",
		"- Ida Morgen (morgen)":                  "Ida Morgen/morgen -",
		"- Ida Morgen (seit)":                    "Ida Morgen/seit -",
		"- Alva Lee (alle)":                      "Alva Lee/alle -",
		"- Lotte Boje (l) (lo)":                  "Lotte Boje/l - {lo}",
		"- [x] Lotte Boje":                       "Lotte Boje/ -",
		"- Lotte Boje (lotte), kaja (bis 22:00)": "Lotte Boje/lotte - | Kaja Steuer/kaja -22:00",
	} {
		f := read(t, "## Anwesend\n\n"+line+"\n")
		if got := strings.Join(there(f), " | "); got != want {
			t.Errorf("%s:\n got %s\nwant %s", line, got, want)
		}
	}
}

func TestAbsent(t *testing.T) {
	for line, want := range map[string]string{
		"- entschuldigt: Lotte Boje (lotte)":                         "Lotte Boje/lotte excused",
		"- unentschuldigt: Lotte Boje, smut":                         "Lotte Boje/ unexcused | /smut unexcused",
		"- kaja":                                                     "Kaja Steuer/kaja ?",
		"- kaja (entschuldigt)":                                      "Kaja Steuer/kaja excused",
		"- Lotte Boje (lotte) (unentschuldigt)":                      "Lotte Boje/lotte unexcused",
		"entschuldigt: kaja, benny":                                  "Kaja Steuer/kaja excused | Bente Lund/Bente excused",
		"niemand":                                                    "",
		"- entschuldigt: niemand\n- unentschuldigt: –":               "",
		"- entschuldigt:\n  - kaja\n- unentschuldigt:\n  - smut":     "Kaja Steuer/kaja excused | /smut unexcused",
		"- Regrets: kaja":                                            "Kaja Steuer/kaja excused",
		"### Entschuldigt\n\n- kaja\n\n### Unentschuldigt\n\n- smut": "Kaja Steuer/kaja excused | /smut unexcused",
	} {
		f := read(t, "## Abwesend\n\n"+line+"\n")
		if got := strings.Join(missing(f), " | "); got != want {
			t.Errorf("%s:\n got %s\nwant %s", line, got, want)
		}
		if len(f.Meeting.Present) > 0 || len(f.Meeting.Agenda) > 0 {
			t.Errorf("%s: present %v, agenda %v", line, there(f), f.Meeting.Agenda)
		}
	}
}

func TestWhatIsNoPersonIsReported(t *testing.T) {
	f := read(t, "## Anwesend\n\n- 14 im Saal\n- 10 + Gäste\n- Beschlussfähig? Ja!\n- kaja\n")
	if got := codes(f); got != "11:unread-line 12:unread-line 13:unread-line" || len(f.Meeting.Present) != 1 {
		t.Errorf("problems %q, present %v", got, there(f))
	}
}

func TestAttendanceHeadingsCountOnceBeforeTheFirstTopic(t *testing.T) {
	f := read(t, "## Anwesend\n\n- kaja\n\n### Werft\n\n- benny\n\n### Gäste\n\n- smut\n\n## Anwesend\n\n- Otto Ost\n\n## Abwesend\n\n- Nele Nord\n\n## Ort\n\nKombüse\n")
	if diff := cmp.Diff([]string{"Kaja Steuer/kaja -", "Bente Lund/Bente -", "/smut guest -"}, there(f)); diff != "" {
		t.Error(diff)
	}
	if len(f.Meeting.Absent) > 0 || f.Meeting.Place != "" {
		t.Errorf("absent %v, place %q: they come behind the first topic", missing(f), f.Meeting.Place)
	}
	if diff := cmp.Diff([]string{"Anwesend", "Abwesend", "Ort"}, titles(f.Meeting.Agenda), cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
	f = read(t, "## Segel\n\n## Anwesend\n\n- kaja\n")
	if len(f.Meeting.Present) > 0 {
		t.Errorf("present %v", there(f))
	}
}

func TestPlace(t *testing.T) {
	f := read(t, "## Versammlungsort\n\n- Kombüse, Raum #267121\n\n## Segel\n")
	if f.Meeting.Place != "Kombüse, Raum #267121" || len(f.Meeting.Agenda) != 1 {
		t.Errorf("place %q, agenda %v", f.Meeting.Place, titles(f.Meeting.Agenda))
	}
}

// titles is the agenda: "A", "A > B" for what stands below A.
func titles(items []*minutes.Item) []string {
	var out []string
	for _, it := range items {
		out = append(out, it.Title)
		for _, below := range titles(it.Items) {
			out = append(out, it.Title+" > "+below)
		}
	}
	return out
}

func TestAgenda(t *testing.T) {
	f := read(t, "## Segel\n\na\n\n### Fock\n\nb\n\n#### Liek\n\n### Groß\n\n## Offene Aufgaben\n\n### Werft\n\n## Anträge\n\n### Antrag 1: x\n\n#### y\n\nz\n\n### Wahl\n\n## Planung der nächsten 7 Tage\n\n## Verschiedenes\n")
	want := []string{"Segel", "Segel > Fock", "Segel > Fock > Liek", "Segel > Groß", "Anträge", "Anträge > Wahl", "Verschiedenes"}
	if diff := cmp.Diff(want, titles(f.Meeting.Agenda)); diff != "" {
		t.Error(diff)
	}
	if got := f.Meeting.Agenda[0]; got.Notes != "a" || got.Level != 2 || got.Line != 9 || got.Items[0].Notes != "b" || got.Items[0].Items[0].Level != 4 {
		t.Errorf("%+v", got)
	}
}

func TestTopicsReturnedTo(t *testing.T) {
	f := read(t, "## Segel\n\na\n\n### Fock\n\nb\n\n## Deck\n\n### Fock\n\nc\n\n## SEGEL (Fortsetzung)\n\nd\n\n### Fock (continued)\n\ne\n\n## Anker (Fortsetzung)\n\n## Deck {privat} (Forts.)\n\nf\n")
	want := []string{"Segel", "Segel > Fock", "Deck", "Deck > Fock", "Anker"}
	if diff := cmp.Diff(want, titles(f.Meeting.Agenda)); diff != "" {
		t.Error(diff)
	}
	a := f.Meeting.Agenda
	if a[0].Notes != "a\n\nd" || a[0].Items[0].Notes != "b\n\ne" || a[1].Notes != "f" || a[1].Items[0].Notes != "c" {
		t.Errorf("notes %q, %q, %q, %q", a[0].Notes, a[0].Items[0].Notes, a[1].Notes, a[1].Items[0].Notes)
	}
	if got := codes(f); got != "31:continues" {
		t.Errorf("problems %q", got)
	}
}

func TestUnderlinedAndClosedHeadings(t *testing.T) {
	f := read(t, "Segel\n-----\n\n## Deck ##\n\n## C# #\n\n## \\#\n\n##\n\n#kein\n\n- ## auch kein\n\n> ## auch kein\n")
	want := []string{"Segel", "Deck", "C#", "\\#", ""}
	if diff := cmp.Diff(want, titles(f.Meeting.Agenda)); diff != "" {
		t.Error(diff)
	}
}

// A task among the names is none of them; a name that is ticked off is one.
func TestTaskAmongTheNames(t *testing.T) {
	people, err := minutes.NewPeople([]minutes.Person{{Nick: "kaja", Name: "Kaja Steuer"}, {Nick: "lotte", Name: "Lotte Boje"}})
	if err != nil {
		t.Fatal(err)
	}
	src := "---\ndate: 2032-05-06\n---\n\n# T\n\n## Anwesend\n\n- [x] Kaja Steuer (kaja)\n- [ ] Otto anrufen (lotte)\n  wegen der Fock\n- [ ] Raum bestellen bis 12.05.2032\n- [x] Ole Rau\n- Lotte Boje (lotte)\n"
	f, err := minutes.Parse("2032-05-06-deck.md", []byte(src), minutes.Context{People: people})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, a := range f.Meeting.Present {
		names = append(names, a.Name)
	}
	if got, want := strings.Join(names, ", "), "Kaja Steuer, Ole Rau, Lotte Boje"; got != want {
		t.Errorf("there were %s, not %s", got, want)
	}
}
