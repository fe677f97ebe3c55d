package motions

import (
	"errors"
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"telko/tasks/when"
)

func TestReadVote(t *testing.T) {
	for s, want := range map[string]Vote{
		"14 dafür, 1 dagegen, 2 Enthaltungen":          {For: 14, Against: 1, Abstain: 2},
		"Dafür: 15 / Dagegen: 1 / Enthaltung: 5":       {For: 15, Against: 1, Abstain: 5},
		"Enthaltung: 5, Dagegen: 1, Dafür: 15":         {For: 15, Against: 1, Abstain: 5},
		"5 dafür, keine Gegenstimmen, eine Enthaltung": {For: 5, Abstain: 1},
		"5 dafür":                            {For: 5},
		"4/1/2 angenommen":                   {For: 4, Against: 1, Abstain: 2},
		"(6/0/0)":                            {For: 6},
		"6:0:1":                              {For: 6, Abstain: 1},
		"9 For/1 Against - PASSED":           {For: 9, Against: 1},
		"3Y 0N 2A":                           {For: 3, Abstain: 2},
		"5 for, 1 against, no abstentions":   {For: 5, Against: 1},
		"5 yes, 2 no":                        {For: 5, Against: 2},
		"7 votes in favour, 2 opposed":       {For: 7, Against: 2},
		"10 x ja (einstimmig)":               {For: 10, Mode: "einstimmig"},
		"10 Ja-Stimmen, einstimmig":          {For: 10, Mode: "einstimmig"},
		"7 ja, 0 nein (geheim)":              {For: 7, Mode: "geheim"},
		"zwölf dafür und drei dagegen":       {For: 12, Against: 3},
		"12 dafür und 3 dagegen, angenommen": {For: 12, Against: 3},
		"5 dafür, 1 dagegen, 2 Enthaltungen, 1 ungültig":   {For: 5, Against: 1, Abstain: 2, Invalid: 1},
		"5 dafür, 1 dagegen (geheim, 2 ungültige Stimmen)": {For: 5, Against: 1, Invalid: 2, Mode: "geheim"},
		"5/1/2 (1 invalid)": {For: 5, Against: 1, Abstain: 2, Invalid: 1},
		"5 dafür, 1 dagegen, 2 Enthaltungen (über die 2. Fassung)": {For: 5, Against: 1, Abstain: 2, Mode: "über die 2. Fassung"},
		"5 dafür (1 dagegen)":     {For: 5, Against: 1},
		"Konsens":                 {Mode: "Konsens"},
		"kein Widerspruch":        {Mode: "kein Widerspruch"},
		"einstimmig.":             {Mode: "einstimmig"},
		"unanimous":               {Mode: "unanimous"},
		"Dafür: alle -1":          {Mode: "Dafür: alle -1"},
		"2 dagegen, Rest dafür":   {Mode: "2 dagegen, Rest dafür"},
		"~50% dagegen":            {Mode: "~50% dagegen"},
		"ca. 20 dafür, 3 dagegen": {Mode: "ca. 20 dafür, 3 dagegen"},
		"DAFÜR: 3, " + norm.NFD.String("Dafür dagegen: 1")[len(norm.NFD.String("Dafür ")):]: {For: 3, Against: 1},
		norm.NFD.String("14 dafür, 1 dagegen"):                                              {For: 14, Against: 1},
	} {
		got, ok := ReadVote(s)
		if !ok || got != want {
			t.Errorf("ReadVote(%q) = %+v, %v, want %+v", s, got, ok, want)
		}
	}
	for _, s := range []string{
		"", "fällt aus", "5", "5 6", "dafür", "5 Leute fanden es gut", "5 dafür, 6 dafür", "5 dafür 6", "wie beim letzten Mal: 5 dafür",
		"1/2", "1/2/3/4", "1/2/3 oder so", "2010-01-07", "99999999999 dafür", "siehe Protokoll von gestern", "()",
	} {
		if got, ok := ReadVote(s); ok {
			t.Errorf("ReadVote(%q) = %+v, want none", s, got)
		}
	}
}

func TestReadOutcome(t *testing.T) {
	for s, want := range map[string]Outcome{
		"angenommen":                             Accepted,
		"Der Antrag ist angenommen.":             Accepted,
		"PASSED":                                 Accepted,
		"mit Änderungen angenommen":              AcceptedChanged,
		"in geänderter Fassung angenommen":       AcceptedChanged,
		"ohne Änderungen angenommen":             Accepted,
		"accepted with changes":                  AcceptedChanged,
		"carried as amended":                     AcceptedChanged,
		"abgelehnt":                              Rejected,
		"nicht angenommen":                       Rejected,
		"not carried":                            Rejected,
		"verwiesen an den Vorstand":              ReferredOut,
		"referred to the board":                  ReferredOut,
		"zurückgezogen":                          Withdrawn,
		"anderweitig erledigt":                   Settled,
		"nicht abgestimmt":                       NotDecided,
		"not voted":                              NotDecided,
		"angenommen. Der Rest ist abgelehnt":     Accepted,
		"angenommen\n\nabgelehnt war der andere": Accepted,
		norm.NFD.String("zurückgezogen"):         Withdrawn,
	} {
		if got, ok := ReadOutcome(s); !ok || got != want {
			t.Errorf("ReadOutcome(%q) = %q, %v, want %q", s, got, ok, want)
		}
	}
	for _, s := range []string{"", "vertagt", "angenommen oder abgelehnt", "nicht abgelehnt", "so la la", "wird umgesetzt", "not rejected"} {
		if got, ok := ReadOutcome(s); ok {
			t.Errorf("ReadOutcome(%q) = %q, want none", s, got)
		}
	}
}

func TestHandling(t *testing.T) {
	answer := Passage{Kind: Answer}
	vote := Passage{Kind: VotePart, Vote: &Vote{For: 9}}
	decision := func(s string) Passage {
		o, _ := ReadOutcome(s)
		return Passage{Kind: Decision, Label: "Beschluss", Text: s, Outcome: o}
	}
	for _, tt := range []struct {
		parts []Passage
		want  Handling
	}{
		{nil, HandlingReceived},
		{[]Passage{{Kind: TextPart}, answer}, HandlingAnswered},
		{[]Passage{vote}, HandlingDiscussed}, // an outcome is never computed
		{[]Passage{answer, vote, decision("angenommen")}, HandlingClosed},
		{[]Passage{decision("abgelehnt")}, HandlingClosed},
		{[]Passage{decision("verwiesen")}, HandlingClosed},
		{[]Passage{decision("zurückgezogen")}, HandlingWithdrawn},
		{[]Passage{decision("vertagt auf Mai")}, HandlingPostponed},
		{[]Passage{decision("nicht vertagt")}, HandlingDiscussed},
		{[]Passage{decision("vertagt"), decision("angenommen")}, HandlingClosed},
		{[]Passage{decision("angenommen"), decision("vertagt")}, HandlingPostponed},
		{[]Passage{decision("angenommen"), answer, {Kind: Decision, Text: "mehr davon"}}, HandlingClosed},
		{[]Passage{answer, decision("nicht abgestimmt")}, HandlingAnswered},
		{[]Passage{decision("so la la")}, HandlingDiscussed},
	} {
		m := Motion{Parts: tt.parts}
		if got := m.Handling(); got != tt.want {
			t.Errorf("%+v: %s, want %s", tt.parts, got, tt.want)
		}
	}
	m := Motion{Parts: []Passage{decision("angenommen"), decision("so la la")}}
	if m.Outcome() != NoOutcome {
		t.Errorf("the last decision could not be read, outcome %q", m.Outcome())
	}
}

func TestIDs(t *testing.T) {
	for s, want := range map[string]ID{"#M320506-1": "M320506-1", "M320506-12": "M320506-12", "#IT-M320506-1": "IT-M320506-1", "AM-M320506-3": "AM-M320506-3"} {
		id, err := ParseID(s)
		if err != nil || id != want || id.Day() != when.Day(2032, 5, 6) || id.Number() < 1 || MeetingID(id.Prefix(), id.Day(), id.Number()) != id {
			t.Errorf("ParseID(%q) = %q, %v", s, id, err)
		}
	}
	for _, s := range []string{"", "#", "320506-1", "M320506", "M320506-", "M320506-0", "M320506-01", "M320230-1", "m320506-1", "##M320506-1", "1T-M320506-1", "-M320506-1", "I T-M320506-1", "M320506-1x", "M320506-+1", "M320506-1234567"} {
		var bad *BadIDError
		if id, err := ParseID(s); !errors.As(err, &bad) {
			t.Errorf("ParseID(%q) = %q, %v", s, id, err)
		}
	}
}

func TestLog(t *testing.T) {
	at := time.Date(2032, 5, 6, 21, 0, 0, 0, time.FixedZone("", 2*60*60))
	e := AddEvent("M320506-1", "Neuer Anker\nEs möge ein Anker her.", at)
	line := e.Line()
	if want := "2032-05-06T21:00:00+02:00 telko M320506-1 add " + Digest("Neuer Anker Es möge ein Anker her."); line != want {
		t.Errorf("line %q, want %q", line, want)
	}
	if back, err := ParseEvent(line); err != nil || back.Line() != line {
		t.Errorf("%+v, %v", back, err)
	}
	log := line + "\n" + line + "\r\n\nirgendwas\n<<<<<<< HEAD\n2032-05-06T21:00:00+02:00 kaja M320506-1 applaud ja\n" +
		"2032-05-06T21:00:00+02:00 telko M320506-2 add kurz\n2032-05-06T21:00:00+02:00 telko M320506-3"
	events, bad := ReadLog("motions.log", []byte(log))
	if len(events) != 2 || events[1].Verb != "applaud" || events[1].Text != "ja" {
		t.Errorf("identical lines are one event, unknown verbs are kept: %v", events)
	}
	var got []string
	for _, b := range bad {
		got = append(got, fmt.Sprintf("%d", b.Line))
		if b.File != "motions.log" || b.Text == "" || !strings.HasPrefix(b.Error(), fmt.Sprintf("motions.log:%d: ", b.Line)) {
			t.Errorf("%v", b)
		}
	}
	if diff := cmp.Diff([]string{"4", "5", "6", "7", "8"}, got); diff != "" {
		t.Error(diff)
	}
	if !errors.Is(bad[2], ErrVerb) {
		t.Errorf("%v", bad[2])
	}
}

func TestMint(t *testing.T) {
	day := when.Day(2032, 5, 6)
	at := day.At(when.ClockAt(21, 0), time.UTC)
	log := []Event{AddEvent("M320506-1", "eins", at), AddEvent("M320506-4", "vier", at), AddEvent("M320506-2", "eins", at), AddEvent("IT-M320506-9", "neun", at)}
	got := Mint([]string{"neu", " vier ", "eins", "eins", "eins", "neun"}, day, "", []ID{"M320506-1", "M320507-8"}, log)
	want := []ID{"M320506-5", "M320506-4", "M320506-2", "M320506-6", "M320506-7", "M320506-8"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if got := Mint([]string{"neun", "zehn"}, day, "IT", nil, log); got[0] != "IT-M320506-9" || got[1] != "IT-M320506-10" {
		t.Errorf("%v", got)
	}
}

// TestMintOnTwoMachines: whoever has the other's log mints what the other has.
func TestMintOnTwoMachines(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	day := when.Day(2032, 5, 6)
	for range 200 {
		words := make([]string, 1+r.Intn(6))
		for i := range words {
			words[i] = fmt.Sprint("Antrag ", r.Intn(4))
		}
		first := Mint(words, day, "", nil, nil)
		var log []Event
		for i, id := range first {
			log = append(log, AddEvent(id, words[i], day.At(0, time.UTC)))
		}
		if diff := cmp.Diff(first, Mint(words, day, "", nil, log)); diff != "" {
			t.Fatalf("%v: %s", words, diff)
		}
	}
}

func FuzzReadVote(f *testing.F) {
	for _, s := range []string{"5 dafür, 1 dagegen", "1/2/3", "alle - 1 dafür", "(einstimmig)", "no no no", "3Y 0N"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if v, ok := ReadVote(s); ok && (v.For < 0 || v.Against < 0 || v.Abstain < 0) || !ok && v != (Vote{}) {
			t.Errorf("ReadVote(%q) = %+v, %v", s, v, ok)
		}
		if o, ok := ReadOutcome(s); ok != (o != NoOutcome) {
			t.Errorf("ReadOutcome(%q) = %q, %v", s, o, ok)
		}
	})
}

func FuzzParseEvent(f *testing.F) {
	f.Add("2032-05-06T21:00:00+02:00 telko M320506-1 add 0123456789")
	f.Add("2032-05-06T21:00:00Z kaja IT-M320506-1 add 0123456789 more text")
	f.Fuzz(func(t *testing.T, line string) {
		e, err := ParseEvent(line)
		if err != nil {
			return
		}
		again, err := ParseEvent(e.Line())
		if err != nil || again.Line() != e.Line() {
			t.Errorf("%q became %q: %v", line, e.Line(), err)
		}
	})
}
