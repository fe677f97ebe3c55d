package motions

import (
	"errors"
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"telko/tasks/when"
)

// at returns the station of a meeting on a day of May 2032 that has m.
func at(day int, m Motion, change ...func(*Station)) Station {
	d := when.Day(2032, 5, day)
	id := fmt.Sprintf("2032-05-%02d-deck", day)
	m.Meeting = id
	for i := range m.Parts {
		m.Parts[i].Line = 10 + i
	}
	s := Station{Motion: &m, Meeting: id, Date: d, Start: d.At(when.ClockAt(20, 0), time.UTC), Held: true, Day: d}
	for _, c := range change {
		c(&s)
	}
	return s
}

func planned(s *Station) { s.Planned, s.Held = true, false }

func private(s *Station) { s.Private = true }

func part(kind Kind, text string) Passage {
	p := Passage{Kind: kind, Text: text, Label: "-"}
	switch kind {
	case Decision:
		p.Outcome, _ = ReadOutcome(text)
	case VotePart:
		if v, ok := ReadVote(text); ok {
			p.Vote = &v
		}
	case TextPart:
		p.Label = ""
	}
	return p
}

func having(id ID, parts ...Passage) Motion {
	return Motion{ID: id, Number: 1, Title: "Anker", Parts: parts}
}

// line reads an event; its day is of May 2032.
func line(t testing.TB, s string) Event {
	t.Helper()
	day, rest, _ := strings.Cut(s, " ")
	e, err := ParseEvent("2032-05-" + day + "T21:00:00Z " + rest)
	if err != nil {
		t.Fatalf("%s: %v", s, err)
	}
	return e
}

func lines(t testing.TB, all ...string) []Event {
	var out []Event
	for _, s := range all {
		out = append(out, line(t, s))
	}
	return out
}

// said is where a motion has got to, in a line.
func said(r *Record) string {
	s := string(r.Handling) + "/" + string(r.Outcome) + "/" + string(r.Realisation)
	for _, more := range []string{r.Reason, r.Until, string(r.By), r.To, r.RealisedAt} {
		if more != "" {
			s += " [" + more + "]"
		}
	}
	for _, m := range r.Remarks {
		s += " !" + string(m.Code)
	}
	return s
}

func TestTracks(t *testing.T) {
	const id = "M320506-1"
	text, answer := part(TextPart, "Es möge ein Anker her."), part(Answer, "Haben wir.")
	for _, c := range []struct {
		name     string
		stations []Station
		events   []string
		want     string
	}{
		{"received", []Station{at(6, having(id, text))}, nil, "received//"},
		{"on an agenda", []Station{at(6, having(id, text), planned)}, nil, "scheduled//"},
		{"answered before the meeting", []Station{at(6, having(id, text, answer), planned)}, nil, "answered//"},
		{"discussed", []Station{at(6, having(id, text, part(Comment, "na ja")))}, nil, "discussed//"},
		{"voted on", []Station{at(6, having(id, text, part(VotePart, "5/1/0")))}, nil, "discussed//"},
		{"answered", []Station{at(6, having(id, text, answer))}, nil, "answered//"},
		{"accepted", []Station{at(6, having(id, text, part(VotePart, "5/1/0"), part(Decision, "angenommen")))}, nil, "closed/accepted/open"},
		{"a tie recorded as accepted stays", []Station{at(6, having(id, text, part(VotePart, "4/4/0"), part(Decision, "angenommen")))}, nil, "closed/accepted/open !tie"},
		{"against its votes", []Station{at(6, having(id, text, part(VotePart, "7/8/7"), part(Decision, "angenommen")))}, nil, "closed/accepted/open !against-vote"},
		{"rejected against its votes", []Station{at(6, having(id, text, part(VotePart, "7/1/7"), part(Decision, "abgelehnt")))}, nil, "closed/rejected/ !against-vote"},
		{"rough votes are not judged", []Station{at(6, having(id, text, part(VotePart, "alle -1 dagegen"), part(Decision, "angenommen")))}, nil, "closed/accepted/open"},
		{"a recount counts", []Station{at(6, having(id, text, part(VotePart, "4/5/0"), part(VotePart, "5/4/0"), part(Decision, "angenommen")))}, nil, "closed/accepted/open"},
		{"referred", []Station{at(6, having(id, text, part(Decision, "verwiesen an den Hafenrat")))}, nil, "closed/referred/ [den Hafenrat]"},
		{"not competent", []Station{at(6, having(id, text, part(Decision, "nicht zuständig")))}, nil, "closed/not competent/"},
		{"not decided", []Station{at(6, having(id, text, answer, part(Decision, "nicht abgestimmt")))}, nil, "answered/not decided/"},
		{"withdrawn in the minutes", []Station{at(6, having(id, text, part(Decision, "zurückgezogen")))}, nil, "withdrawn// [zurückgezogen]"},
		{"postponed", []Station{at(6, having(id, text, part(Decision, "vertagt auf die nächste Telko")))}, nil, "postponed// [die nächste Telko]"},
		{"postponed, then on the agenda", []Station{at(6, having(id, text, part(Decision, "vertagt"))), at(13, having(id), planned)}, nil, "scheduled//"},
		{"postponed, then taken up", []Station{at(6, having(id, text, part(Decision, "vertagt"))), at(13, having(id))}, nil, "discussed//"},
		{"postponed beyond the agenda it is on", []Station{at(6, having(id, text), planned)}, []string{"04 kaja M320506-1 postpone 2032-05-20-deck Otto ist krank"}, "postponed// [Otto ist krank] [2032-05-20-deck]"},
		{"carried through three meetings", []Station{at(6, having(id, text, part(Comment, "hm"))), at(13, having(id, answer)), at(20, having(id, part(Decision, "mit Änderungen angenommen")))}, nil, "closed/accepted with changes/open"},
		{"decided otherwise later", []Station{at(6, having(id, text, part(Decision, "angenommen"))), at(13, having(id, part(Decision, "abgelehnt")))}, nil, "closed/rejected/ !other-ruling"},
		{"a decision that cannot be read", []Station{at(6, having(id, text, part(Decision, "so la la")))}, nil, "discussed//"},

		{"withdrawn", []Station{at(6, having(id, text))}, []string{"08 otto M320506-1 withdraw selbst gebaut"}, "withdrawn// [selbst gebaut]"},
		{"withdrawn before the meeting that has it planned", []Station{at(6, having(id, text), planned)}, []string{"04 otto M320506-1 withdraw"}, "withdrawn//"},
		{"reopened with a reason", []Station{at(6, having(id, text))}, []string{"08 otto M320506-1 withdraw", "09 otto M320506-1 reopen doch nicht"}, "received// [doch nicht]"},
		{"reopened without one", []Station{at(6, having(id, text))}, []string{"08 otto M320506-1 withdraw", "09 otto M320506-1 reopen"}, "received// !no-reason"},
		{"inadmissible", []Station{at(6, having(id, text))}, []string{"08 kaja M320506-1 bar zu spät"}, "inadmissible// [zu spät]"},
		{"settled by another", []Station{at(6, having(id, text)), at(6, having("M320506-2", text))}, []string{"08 kaja M320506-1 settle M320506-2"}, "settled// [M320506-2]"},
		{"settled by none that there is", []Station{at(6, having(id, text))}, []string{"08 kaja M320506-1 settle M320506-2"}, "settled// [M320506-2] !no-motion"},
		{"closed", []Station{at(6, having(id, text, answer))}, []string{"08 kaja M320506-1 close"}, "closed//"},
		{"decided between meetings", []Station{at(6, having(id, text))}, []string{"08 kaja M320506-1 decide accepted-with-changes im Umlauf"}, "closed/accepted with changes/open"},
		{"referred between meetings", []Station{at(6, having(id, text))}, []string{"08 kaja M320506-1 refer Hafenrat"}, "closed/referred/ [Hafenrat]"},
		{"realised", []Station{at(6, having(id, text, part(Decision, "angenommen")))}, []string{"08 kaja M320506-1 realise 2032-05-07 https://example.org/a am Steg"}, "closed/accepted/done [https://example.org/a]"},
		{"realised and not", []Station{at(6, having(id, text, part(Decision, "angenommen")))}, []string{"08 kaja M320506-1 realise - -", "09 kaja M320506-1 unrealise gesunken"}, "closed/accepted/open"},
		{"realised though rejected", []Station{at(6, having(id, text, part(Decision, "abgelehnt")))}, []string{"08 kaja M320506-1 realise - -"}, "closed/rejected/done !not-accepted"},
		{"undone", []Station{at(6, having(id, text))}, []string{"08 otto M320506-1 withdraw", "09 otto M320506-1 undo withdraw@2032-05-08T21:00:00Z"}, "received//"},
		{"undo of what is not the last", []Station{at(6, having(id, text))}, []string{"08 otto M320506-1 withdraw", "09 otto M320506-1 note x", "10 otto M320506-1 undo withdraw@2032-05-08T21:00:00Z"}, "withdrawn// !not-last"},
		{"no minutes have it", nil, []string{"06 telko M320506-1 add 0123456789"}, "received// !lost"},
	} {
		var events []Event
		if len(c.stations) > 0 {
			events = append(events, AddEvent(id, "x", c.stations[0].Start.Add(-240*time.Hour)))
		}
		all := Fold(c.stations, append(events, lines(t, c.events...)...))
		if got := said(all[0]); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestOneMotionThroughMeetings: its passages join in order of time, what is
// repeated is known for that, and each answer knows what it speaks of.
func TestOneMotionThroughMeetings(t *testing.T) {
	const id = "M320506-1"
	text, why := part(TextPart, "Ein Anker."), part(Reasons, "Der alte ist weg.")
	first := having(id, text, part(Answer, "a"), why, part(Answer, "b"))
	first.Petitioner, first.Role, first.Others = "Otto Ost", "Lotse", []Petitioner{{Name: "Ute Süd"}}
	first.Received = when.Day(2032, 5, 1)
	second := having(id, text, part(VotePart, "2/1/0"), part(Answer, "c"))
	second.Number = 7
	later := at(13, second)
	later.Votes = []Present{{Names: []string{"kaja", "otto"}, Known: true}}
	r := Fold([]Station{later, at(6, first)}, nil)
	if len(r) != 1 {
		t.Fatalf("%d motions", len(r))
	}
	m := r[0]
	var got []string
	for _, p := range m.Parts {
		got = append(got, fmt.Sprintf("%d %s %q of %d %v %v", p.Place, p.Kind, p.Text, p.Of, p.Repeated, p.There))
	}
	want := []string{
		`0 text "Ein Anker." of -1 false []`, `0 answer "a" of 0 false []`, `0 reasons "Der alte ist weg." of -1 false []`, `0 answer "b" of 2 false []`,
		`1 text "Ein Anker." of -1 true []`, `1 vote "2/1/0" of -1 false [kaja otto]`, `1 answer "c" of 4 false []`,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if m.Number != 1 || m.Places[1].Number != 7 || m.Answers != 3 || m.Received != when.Day(2032, 5, 1) || len(m.Petitioners) != 2 {
		t.Errorf("%+v", m)
	}
	got = nil
	for _, s := range m.History {
		got = append(got, s.At.Format("02 15:04 ")+string(s.What))
	}
	if d := cmp.Diff([]string{"06 20:00 meeting", "06 20:00 answer", "06 20:00 answer", "13 20:00 meeting", "13 20:00 vote", "13 20:00 answer"}, got); d != "" {
		t.Error(d)
	}
}

// TestSeals: what was changed after it was received or answered is remarked on.
func TestSeals(t *testing.T) {
	const id = "M320506-1"
	text, why := part(TextPart, "Ein Anker."), part(Reasons, "Der alte ist weg.")
	answer, other := part(Answer, "Haben wir."), part(Answer, "Nein.")
	whole := having(id, text, answer, why, other)
	events := []Event{
		AddEvent(id, whole.Wording(), at(6, whole).Start),
		{At: at(6, whole).Start, By: "telko", ID: id, Verb: TextV, Digest: Digest(whole.Wording())},
		{At: at(6, whole).Start, By: "telko", ID: id, Verb: AnswerV, Digest: answer.Mark(), Passage: text.Mark()},
		{At: at(6, whole).Start, By: "telko", ID: id, Verb: AnswerV, Digest: other.Mark(), Passage: why.Mark()},
	}
	for name, c := range map[string]struct {
		parts []Passage
		want  string
	}{
		"as it was":                 {[]Passage{text, answer, why, other}, ""},
		"white space is no change":  {[]Passage{part(TextPart, " Ein\nAnker. "), answer, why, other}, ""},
		"the text":                  {[]Passage{part(TextPart, "Zwei Anker."), answer, why, other}, " !text-changed !answer-stale"},
		"the reasons":               {[]Passage{text, answer, part(Reasons, "Er rostet."), other}, " !answer-stale"},
		"the reasons are gone":      {[]Passage{text, answer, other}, " !answer-lost"},
		"another answer":            {[]Passage{text, part(Answer, "Doch nicht."), why, other}, ""},
		"a passage that moved":      {[]Passage{text, why, other, answer}, ""},
		"an amendment is no change": {[]Passage{text, answer, part(Amendment, "zwei"), why, other}, ""},
		"both passages changed":     {[]Passage{part(TextPart, "a"), answer, part(Reasons, "b"), other}, " !text-changed !answer-stale !answer-stale"},
	} {
		r := Fold([]Station{at(6, having(id, c.parts...))}, events)
		if got := strings.TrimPrefix(said(r[0]), "answered//"); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		sealed := at(6, having(id, c.parts...))
		sealed.Seal()
		if again := Fold([]Station{sealed}, events); said(again[0]) != said(r[0]) {
			t.Errorf("%s: with digests made before %s, not %s", name, said(again[0]), said(r[0]))
		}
	}
}

func TestLinks(t *testing.T) {
	a, b := having("M320506-1"), having("M320506-2")
	a.Links = []Link{{Competes, "M320506-2"}}
	r := Fold([]Station{at(6, a), at(6, b), at(6, having("M320506-3"), private)}, lines(t,
		"07 kaja M320506-2 link supersedes M320506-1", "07 kaja M320506-3 link supersedes M320506-1", "08 kaja M320506-1 link settled-by M320506-9"))
	if d := cmp.Diff([]Link{{Competes, "M320506-2"}, {SettledBy, "M320506-9"}, {SupersededBy, "M320506-2"}}, r[0].Links); d != "" {
		t.Error(d) // and not what is private
	}
	if d := cmp.Diff([]Link{{Supersedes, "M320506-1"}, {Competes, "M320506-1"}}, r[1].Links); d != "" {
		t.Error(d)
	}
	if !strings.Contains(said(r[0]), "!no-motion") || strings.Contains(said(r[1]), "!no-motion") {
		t.Errorf("%s; %s", said(r[0]), said(r[1]))
	}
	r = Fold([]Station{at(6, a), at(6, b)}, lines(t, "07 kaja M320506-1 unlink competes M320506-2"))
	if len(r[0].Links)+len(r[1].Links) != 0 {
		t.Errorf("%v, %v", r[0].Links, r[1].Links)
	}
}

// TestPerhapsSame: a motion that was split over two pages is reported, never
// joined.
func TestPerhapsSame(t *testing.T) {
	text := part(TextPart, "Es möge ein Anker her.")
	titled := func(id ID, title string, parts ...Passage) Motion {
		m := having(id, parts...)
		m.Title = title
		return m
	}
	r := Fold([]Station{
		at(6, titled("M320506-1", "Anker", text)), at(6, titled("M320506-2", "Anker", text)), // twice on one page: that is seen there
		at(13, titled("M320513-1", "ANKER (Fortsetzung)", part(Answer, "x"))),
		at(13, titled("M320513-2", "Anker", text)),
		at(13, titled("M320513-3", "Segel", part(Answer, "x"))),
		at(20, titled("M320506-1", "Anker", part(Answer, "y"))),
	}, nil)
	var got []string
	for _, m := range r {
		got = append(got, fmt.Sprintf("%s %s", m.ID, m.Same))
	}
	if d := cmp.Diff([]string{"M320506-1 ", "M320506-2 ", "M320513-1 M320506-1", "M320513-2 M320506-1", "M320513-3 "}, got); d != "" {
		t.Error(d)
	}
}

// TestResolutions: decisions without a motion keep their number once the log
// says something of them.
func TestResolutions(t *testing.T) {
	day := func(texts ...string) []Station {
		var out []Station
		for i, s := range texts {
			m := Motion{Topic: "Kombüse", Line: 10 * (i + 1), Parts: []Passage{part(Decision, s)}}
			out = append(out, at(6, m, func(s *Station) { s.Resolution = true }))
			out[i].Motion.Line = 10 * (i + 1)
		}
		return out
	}
	ids := func(rs []*Record) (out []string) {
		for _, r := range rs {
			out = append(out, string(r.ID)+" "+r.Ruling.Text+" "+string(r.Realisation))
		}
		return out
	}
	two := Fold(day("Der Herd kommt weg.", "Abwasch macht, wer kocht."), nil)
	if d := cmp.Diff([]string{"D320506-1 Der Herd kommt weg. open", "D320506-2 Abwasch macht, wer kocht. open"}, ids(two)); d != "" {
		t.Error(d)
	}
	add, ok := two[1].Adding()
	if !ok {
		t.Fatal("no event to add it")
	}
	events := []Event{add, line(t, "08 kaja D320506-2 realise - -")}
	three := Fold(day("Neu davor.", "Der Herd kommt weg.", "Abwasch macht, wer kocht."), events)
	if d := cmp.Diff([]string{"D320506-1 Neu davor. open", "D320506-3 Der Herd kommt weg. open", "D320506-2 Abwasch macht, wer kocht. done"}, ids(three)); d != "" {
		t.Error(d)
	}
	if _, again := three[2].Adding(); again {
		t.Error("it is in the log already")
	}
	if got := len(Ledger(three)); got != 3 {
		t.Errorf("%d decisions in the ledger", got)
	}
}

func TestLedger(t *testing.T) {
	r := Fold([]Station{
		at(13, having("M320513-1", part(Decision, "abgelehnt"))),
		at(6, having("M320506-1", part(Decision, "vertagt"))),
		at(6, having("M320506-2", part(Decision, "zurückgezogen"))),
		at(6, having("M320506-3", part(VotePart, "3/0/0"), part(Decision, "angenommen"))),
		at(6, having("M320506-4", part(Answer, "x"))),
	}, lines(t, "08 kaja M320506-4 decide rejected im Umlauf"))
	var got []string
	for _, m := range Ledger(r) {
		got = append(got, fmt.Sprintf("%s %s %v", m.ID, m.Ruling.Outcome, m.Ruling.Vote != nil))
	}
	if d := cmp.Diff([]string{"M320506-3 accepted true", "M320506-4 rejected false", "M320513-1 rejected false"}, got); d != "" {
		t.Error(d)
	}
}

// TestGuards: they refuse what a log cannot hold, and remark on the rest.
func TestGuards(t *testing.T) {
	const id = "M320506-1"
	now := time.Date(2032, 5, 20, 12, 0, 0, 0, time.UTC)
	text := part(TextPart, "x")
	rejected := Fold([]Station{at(6, having(id, text, part(Decision, "abgelehnt")))}, lines(t, "06 telko M320506-1 add 0123456789"))[0]
	withdrawn := Fold([]Station{at(6, having(id, text))}, lines(t, "06 telko M320506-1 add 0123456789", "08 otto M320506-1 withdraw"))[0]
	for _, c := range []struct {
		r    *Record
		e    Event
		want string
	}{
		{rejected, Event{Verb: Realise}, "ok not-accepted"},
		{rejected, Event{Verb: Decide, Outcome: Accepted}, "ok other-ruling"},
		{rejected, Event{Verb: Decide, Outcome: Rejected}, "already"},
		{rejected, Event{Verb: Withdraw, Text: "zu spät"}, "ok"},
		{rejected, Event{Verb: Refer}, "no text"},
		{rejected, Event{Verb: Note}, "no text"},
		{rejected, Event{Verb: Note, Text: "x"}, "ok"},
		{rejected, Event{Verb: Reopen}, "no-reason"},
		{rejected, Event{Verb: Reopen, Text: "neue Lage"}, "ok"},
		{rejected, Event{Verb: Bar}, "no-reason"},
		{rejected, Event{Verb: Add, Digest: "0123456789"}, "exists"},
		{rejected, Event{Verb: LinkV, Relation: Competes, Other: id}, "self"},
		{rejected, Event{Verb: LinkV, Relation: Competes, Other: "M320506-2"}, "ok"},
		{rejected, Event{Verb: Unlink, Relation: Competes, Other: "M320506-2"}, "already"},
		{rejected, Event{Verb: Undo, Of: Withdraw, OfAt: now}, "no event"},
		{withdrawn, Event{Verb: Withdraw}, "already"},
		{withdrawn, Event{Verb: Schedule, Target: "2032-05-27-deck"}, "no-reason"},
		{withdrawn, Event{Verb: Schedule, Target: "2032-05-27-deck", Text: "doch"}, "ok"},
		{withdrawn, Event{Verb: Undo, Of: Withdraw, OfAt: line(t, "08 otto M320506-1 withdraw").At}, "ok"},
		{withdrawn, Event{Verb: Undo, Of: Note, OfAt: now}, "not-last"},
	} {
		c.e.At, c.e.By = now, "kaja"
		e, remarks, err := Settle(c.r, c.e)
		got := "ok"
		var no *Refused
		if errors.As(err, &no) {
			got = string(no.Code)
			if no.Error() == "" || no.Motion != id {
				t.Errorf("%+v", no)
			}
		}
		for _, m := range remarks {
			got += " " + string(m.Code)
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.e.Line(), got, c.want)
		}
		if err == nil && (e.ID != id || e.At != now) {
			t.Errorf("%+v", e)
		}
	}
	e, _, err := Settle(withdrawn, Event{At: line(t, "08 otto M320506-1 note x").At.Add(-time.Minute), By: "kaja", Verb: Note, Text: "y"})
	if err != nil || e.At != line(t, "08 otto M320506-1 note x").At.Add(time.Second) {
		t.Errorf("a clock a little behind: %v, %v", e.At, err)
	}
	if _, _, err := Settle(withdrawn, Event{At: line(t, "07 otto M320506-1 note x").At, By: "kaja", Verb: Note, Text: "y"}); err == nil || !strings.Contains(err.Error(), "otto") {
		t.Errorf("a clock far behind: %v", err)
	}
	undo, err := Inverse(withdrawn)
	if err != nil || undo.Of != Withdraw {
		t.Errorf("%+v, %v", undo, err)
	}
	if after := Preview(withdrawn, Event{At: now, By: "kaja", Verb: Undo, Of: undo.Of, OfAt: undo.OfAt}); after.Handling != HandlingReceived || withdrawn.Handling != HandlingWithdrawn {
		t.Errorf("%s, before %s", after.Handling, withdrawn.Handling)
	}
}

// TestFoldDoesNotDependOnOrder: the union of two logs is a log, whatever the
// order of its lines and of the files.
func TestFoldDoesNotDependOnOrder(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	verbs := []string{"withdraw x", "reopen y", "postpone 2032-05-20-deck z", "decide accepted", "decide rejected q", "realise - -", "unrealise w", "note n", "close", "bar b", "link competes M320506-2", "unlink competes M320506-2", "applaud"}
	for range 300 {
		var events []Event
		for i := range 2 + r.Intn(8) {
			e, err := ParseEvent(fmt.Sprintf("2032-05-%02dT2%d:00:00Z kaja M320506-%d %s", 6+r.Intn(6), r.Intn(3), 1+i%2, verbs[r.Intn(len(verbs))]))
			if err != nil && !errors.Is(err, ErrVerb) {
				t.Fatal(err)
			}
			events = append(events, e)
		}
		stations := []Station{
			at(6, having("M320506-1", part(TextPart, "x"), part(Decision, "vertagt"))), at(6, having("M320506-2", part(TextPart, "y"))),
			at(9, having("M320506-1", part(Decision, "angenommen"))), at(20, having("M320506-2"), planned),
		}
		stations[1].Motion.Line = 30
		show := func() (out []string) {
			for _, m := range Fold(stations, events) {
				out = append(out, fmt.Sprint(m.ID, " ", said(m), m.Links, len(m.History)))
			}
			return out
		}
		want := show()
		events = append(events, events[0], events[len(events)-1])
		r.Shuffle(len(events), func(i, j int) { events[i], events[j] = events[j], events[i] })
		r.Shuffle(len(stations), func(i, j int) { stations[i], stations[j] = stations[j], stations[i] })
		if d := cmp.Diff(want, show()); d != "" {
			t.Fatal(d)
		}
	}
}

// A motion that waits for a meeting to come was put there when it was added:
// what becomes of it meanwhile comes after. Two machines may both have noted it.
func TestHistoryOfMotionThatWaits(t *testing.T) {
	r := Fold([]Station{at(20, having("M320520-1", part(TextPart, "Ein Anker")), planned)}, []Event{
		line(t, "04 telko M320520-1 add 0123456789"),
		line(t, "05 telko M320520-1 add 0123456789"),
		line(t, "04 telko M320520-1 text 0123456789"),
		line(t, "06 kaja M320520-1 decide accepted"),
	})[0]
	var got []string
	for _, s := range r.History {
		got = append(got, s.At.Format("02 ")+string(s.What))
	}
	if d := cmp.Diff([]string{"04 planned", "04 add", "04 text", "06 decide"}, got); d != "" {
		t.Error(d)
	}
	if r.Handling != HandlingClosed {
		t.Error(r.Handling)
	}
}
