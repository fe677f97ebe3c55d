package lang

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestReadHeading(t *testing.T) {
	for title, want := range map[string]Heading{
		"Anwesend":                          HeadPresent,
		"ANWESENDE:":                        HeadPresent,
		"**Teilnehmer**":                    HeadPresent,
		"Present":                           HeadPresent,
		"In attendance":                     HeadPresent,
		"Gäste":                             HeadGuests,
		norm.NFD.String("Gäste"):            HeadGuests,
		"GÄSTE":                             HeadGuests,
		"Abwesend":                          HeadAbsent,
		"Regrets":                           HeadExcused,
		"Entschuldigt:":                     HeadExcused,
		"Unentschuldigt":                    HeadUnexcused,
		"Versammlungsort":                   HeadPlace,
		"Offene Aufgaben":                   HeadOpenTasks,
		"Open tasks":                        HeadOpenTasks,
		"Planung der nächsten 7 Tage":       HeadPlan,
		"Planung  der nächsten 14 Tage":     HeadPlan,
		"Plan for the next 10 days":         HeadPlan,
		"Aufgaben":                          HeadPlan,
		"Action Items":                      HeadPlan,
		"Anwesende Hunde":                   NoHeading,
		"Planung":                           NoHeading, // may well be a topic
		"Aufgaben der Kasse":                NoHeading,
		"Offene Fragen":                     NoHeading,
		"":                                  NoHeading,
		"ſ":                                 NoHeading,
		strings.Repeat("Anwesend ", 20):     NoHeading,
		"Planung der nächsten sieben Tage":  NoHeading,
		"  *Actions:*  ":                    HeadPlan,
		"Teilnehmerinnen und Teilnehmer":    HeadPresent,
		"Plan for the next days":            NoHeading,
		"Planung der nächsten 7 Tage {neu}": NoHeading,
	} {
		if got := ReadHeading(title); got != want {
			t.Errorf("ReadHeading(%q) = %v, want %v", title, got, want)
		}
	}
}

func TestHeadingsAreReadAsWritten(t *testing.T) {
	for h := range headings() {
		for _, l := range []Lang{German, English} {
			if got := ReadHeading(h.Write(l)); got != h {
				t.Errorf("%q is written for %v and read as %v", h.Write(l), h, got)
			}
		}
	}
	if NoHeading.Write(German) != "" || NoLabel.Write(German) != "" {
		t.Error("nothing is written as something")
	}
}

// What is told from headings by three letters must be none.
func TestEveryWordOfAHeadingIsRead(t *testing.T) {
	for h, v := range headings() {
		for _, w := range v.words() {
			for _, title := range []string{w, strings.ToUpper(w), "*" + w + "*:"} {
				if got := ReadHeading(strings.ReplaceAll(title, "#", "7")); got != h {
					t.Errorf("%q is read as %v, not %v", title, got, h)
				}
			}
		}
	}
	for w, l := range labelOf() {
		if got := IsMotion(w); got != (l == LabelMotion) {
			t.Errorf("%q is the label of a motion: %v", w, got)
		}
	}
}

func TestNoWordStandsForTwoThings(t *testing.T) {
	seen := map[string]Heading{}
	for h, v := range headings() {
		for _, w := range v.words() {
			k := digits(Key(w))
			if other, taken := seen[k]; taken && other != h {
				t.Errorf("heading %q stands for %v and %v", w, h, other)
			}
			seen[k] = h
		}
	}
	labelled := map[string]Label{}
	for b, v := range labels() {
		for _, w := range v.words() {
			k := Key(w)
			if other, taken := labelled[k]; taken && other != b {
				t.Errorf("label %q stands for %v and %v", w, b, other)
			}
			labelled[k] = b
		}
	}
}

func TestReadLabel(t *testing.T) {
	for _, tt := range []struct {
		label string
		want  LabelParts
	}{
		{"Antwort", LabelParts{Label: LabelAnswer, Name: "Antwort", Exact: true}},
		{"Antwort der IT", LabelParts{Label: LabelAnswer, Name: "Antwort der IT", By: "IT", Exact: true}},
		{"ANTWORT von Mara Beispiel:", LabelParts{Label: LabelAnswer, Name: "ANTWORT von Mara Beispiel", By: "Mara Beispiel", Exact: true}},
		{"Answer from the board", LabelParts{Label: LabelAnswer, Name: "Answer from the board", By: "board", Exact: true}},
		{"Kommentar (mara)", LabelParts{Label: LabelComment, Name: "Kommentar", Detail: "mara", Exact: true}},
		{"Abstimmung (23:41)", LabelParts{Label: LabelVote, Name: "Abstimmung", Detail: "23:41", Exact: true}},
		{"Antrag 2", LabelParts{Label: LabelMotion, Name: "Antrag 2", Number: 2, Exact: true}},
		{"Änderungsantrag 3", LabelParts{Label: LabelAmendment, Name: "Änderungsantrag 3", Number: 3, Exact: true}},
		{"Antragsteller(in)", LabelParts{Label: LabelPetitioner, Name: "Antragsteller(in)", Exact: true}},
		{"Antort", LabelParts{Label: LabelAnswer, Name: "Antort"}},
		{"Antwrot", LabelParts{Label: LabelAnswer, Name: "Antwrot"}},
		{"Begrüdnung", LabelParts{Label: LabelReasons, Name: "Begrüdnung"}},
		{"Beschlusss", LabelParts{Label: LabelDecision, Name: "Beschlusss"}},
		{"Decisoin", LabelParts{Label: LabelDecision, Name: "Decisoin"}},
		{"Antwort der Gärtnerei (22:10)", LabelParts{Label: LabelAnswer, Name: "Antwort der Gärtnerei", By: "Gärtnerei", Detail: "22:10", Exact: true}},
	} {
		got, ok := ReadLabel(tt.label)
		if !ok || got != tt.want {
			t.Errorf("ReadLabel(%q) = %+v, %v, want %+v", tt.label, got, ok, tt.want)
		}
	}
	for _, s := range []string{
		"", ":", "()", "Hinweis", "Antworten auf die Frage, wer gießt", "Text und Ton", "Antwort kommt morgen",
		"Moties", "Andort und", "der IT", "Ergebnisse der Umfrage",
	} {
		if got, ok := ReadLabel(s); ok {
			t.Errorf("ReadLabel(%q) = %+v, want none", s, got)
		}
	}
}

func TestKeyUnitesWhatReadersTakeForOne(t *testing.T) {
	for _, pair := range [][2]string{
		{"Ärger", "ÄRGER"},
		{"a\u0308rger", "ärger"},
		{"Max  Muster", "max muster"},
		{"ſtraße", "Straße"},
		{" x ", "x"},
		{"Σίσυφος", "ΣΊΣΥΦΟΣ"},
	} {
		if Key(pair[0]) != Key(pair[1]) {
			t.Errorf("Key(%q) = %q, Key(%q) = %q", pair[0], Key(pair[0]), pair[1], Key(pair[1]))
		}
	}
	if Key("ae") == Key("ä") || Key("a b") == Key("ab") {
		t.Error("different words have one key")
	}
}
