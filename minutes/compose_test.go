package minutes_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks"
	"telko/tasks/when"
)

func TestFormatTask(t *testing.T) {
	due := when.Day(2031, 3, 20)
	for _, c := range []struct {
		task tasks.Task
		l    lang.Lang
		want string
	}{
		{tasks.Task{Text: "Tonne kaufen", State: tasks.Open}, lang.German, "- [ ] Tonne kaufen"},
		{tasks.Task{Text: "Tonne kaufen", State: tasks.Done, ID: "310306-1"}, lang.German, "- [x] Tonne kaufen #310306-1"},
		{tasks.Task{Text: "x", State: tasks.Waiting, Assignees: []tasks.Assignee{{Nick: "ole"}, {Nick: "lene", Tentative: true}}, Due: due}, lang.German, "- [ ] x (ole, lene?) bis 20.03.2031"},
		{tasks.Task{Text: "x", State: tasks.Dropped, Assignees: []tasks.Assignee{{Nick: "alle", Kind: tasks.Everyone}}, Due: due, ID: "310306-1"}, lang.English, "- [x] x (alle) by 2031-03-20 #310306-1"},
		{tasks.Task{Text: "x", Due: when.Day(2031, 3, 13)}, lang.German, "- [ ] x"},
		{tasks.Task{Text: "x bis 09.03.2031", Due: when.Day(2031, 3, 13)}, lang.German, "- [ ] x bis 09.03.2031 bis 13.03.2031"},
	} {
		if got := minutes.FormatTask(c.task, c.l, when.Day(2031, 3, 13)); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestFormatAttendance(t *testing.T) {
	at := when.ClockAt
	for _, c := range []struct {
		a    minutes.Attendance
		l    lang.Lang
		want string
	}{
		{minutes.Attendance{Name: "Ole Brinkmann", Nick: "ole", Intervals: []minutes.Interval{{}}}, lang.German, "Ole Brinkmann (ole)"},
		{minutes.Attendance{Nick: "ole", Guest: true}, lang.German, "ole (Gast)"},
		{minutes.Attendance{Name: "Ole", Guest: true, Intervals: []minutes.Interval{{From: at(22, 50)}}}, lang.English, "Ole (guest) (from 22:50)"},
		{minutes.Attendance{Name: "O B", Nick: "ole", Intervals: []minutes.Interval{{at(22, 20), at(23, 10)}, {From: at(23, 40)}}}, lang.German, "O B (ole) (22:20–23:10, ab 23:40)"},
		{minutes.Attendance{Nick: "ole", Intervals: []minutes.Interval{{Until: at(0, 10)}}}, lang.German, "ole (bis 00:10)"},
	} {
		if got := minutes.FormatAttendance(c.a, c.l); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestComposeMotionLabels(t *testing.T) {
	m := motions.Motion{Number: 3, Title: "Tonne", Petitioner: "Ole", Parts: []motions.Passage{
		{Kind: motions.TextPart, Text: "a"},
		{Kind: motions.TextPart, Text: "b"},
		{Kind: motions.Comment, By: "Lene", Text: "c\n\nd"},
		{Kind: motions.TextPart, Text: "e"},
		{Kind: motions.Amendment, By: "Ole", Text: "f"},
		{Kind: motions.Answer, Label: "Antwort der Technik", By: "Technik", Text: "g", Time: when.ClockAt(23, 0)},
		{Kind: motions.VotePart, Vote: &motions.Vote{For: 2, Abstain: 1, Time: when.ClockAt(23, 10)}},
		{Kind: motions.Decision, Outcome: motions.Accepted},
	}}
	want := `### Antrag 3: Tonne

**Antragsteller:** Ole

a

**Antragstext:** b

> **Kommentar von Lene:** c
>
> d

e

**Änderung von Ole:** f

> **Antwort der Technik (23:00):** g

**Abstimmung (23:10):** 2 dafür, 0 dagegen, 1 Enthaltung
**Beschluss:** angenommen
`
	if diff := cmp.Diff(want, minutes.ComposeMotion(m, 3, lang.German)); diff != "" {
		t.Error(diff)
	}
}

// TestComposeHoldsNoLineOpen gives values with line breaks: none may open a
// line of its own.
func TestComposeHoldsNoLineOpen(t *testing.T) {
	m := minutes.Meeting{
		ID: "2031-03-06-x", Date: when.Day(2031, 3, 6), Place: "Raum\n---\n# x", Title: "T\n## Anwesend", Keeper: "ole",
		Present: []minutes.Attendance{{Nick: "ole", Intervals: []minutes.Interval{{}}}},
	}
	f := fileOf(t, "2031-03-06-x.md", string(minutes.Compose(m, nil, lang.German)), minutes.Context{})
	if got := f.Meeting; got.Place != "Raum --- # x" || got.Title != "T ## Anwesend" || len(got.Present) != 1 || len(got.Agenda) != 0 {
		t.Errorf("%+v", got)
	}
}

// model makes a meeting and its body at random.
type model struct{ *rand.Rand }

func (r model) of(words ...string) string { return words[r.IntN(len(words))] }

func (r model) clock() when.Clock {
	return when.Night(when.Moment{Date: when.Day(2031, 3, 6), Clock: when.ClockAt(22, 0)}, when.ClockAt((21+r.IntN(6))%24, r.IntN(60))).Clock
}

func (r model) text() string {
	return r.of("Honig ist da", "zwei\nZeilen", "Absatz\n\nnoch einer", "mit *Nachdruck* und `code`", "siehe [[Garten/Tonne]]", "Liste:\n\n- a\n- b",
		"2 < 3 & 4 > 1", "(z. B. so)", "bis auf weiteres", "Übergröße: 5 cm", "a\\*b")
}

func (r model) motion(n int, l lang.Lang) *motions.Motion {
	m := &motions.Motion{
		Number: n, ID: motions.MeetingID("", when.Day(2031, 3, 6), n), Level: 3,
		Title: r.of("", "Tonne anschaffen", "Weg (hinten) pflastern", "C# lernen: gleich"), Meeting: "2031-03-06-x", Topic: "Anträge",
	}
	if r.IntN(3) > 0 {
		m.Petitioner, m.Role = r.of("Ole Brinkmann", "Rosa Klint"), r.of("", "Nachbarin", "Kasse")
	}
	m.Parts = append(m.Parts, motions.Passage{Kind: motions.TextPart, Text: r.text()})
	for range r.IntN(6) {
		switch r.IntN(6) {
		case 0:
			m.Parts = append(m.Parts, motions.Passage{Kind: motions.Reasons, Text: r.text()})
		case 1:
			m.Parts = append(m.Parts, motions.Passage{Kind: motions.Answer, By: r.of("", "Technik", "Ole Brinkmann"), Time: r.clock(), Text: r.text()})
		case 2:
			m.Parts = append(m.Parts, motions.Passage{Kind: motions.Comment, By: r.of("", "Rosa"), Text: r.text()})
		case 3:
			m.Parts = append(m.Parts, motions.Passage{Kind: motions.Amendment, Text: r.text()})
		case 4:
			v := motions.Vote{For: r.IntN(9), Against: r.IntN(9), Abstain: r.IntN(3), Time: r.clock()}
			m.Parts = append(m.Parts, motions.Passage{Kind: motions.VotePart, Time: v.Time, Vote: &v, Text: tally(v, l)})
		case 5:
			o := []motions.Outcome{motions.Accepted, motions.AcceptedChanged, motions.Rejected, motions.Settled, motions.ReferredOut, motions.NotDecided, motions.Withdrawn}[r.IntN(7)]
			m.Parts = append(m.Parts, motions.Passage{Kind: motions.Decision, Outcome: o, Text: minutes.FormatOutcome(o, l)})
		}
	}
	return m
}

// tally is written here once more, so that a change of the words is noticed.
func tally(v motions.Vote, l lang.Lang) string {
	if l == lang.English {
		if v.Abstain == 1 {
			return fmt.Sprintf("%d for, %d against, %d abstention", v.For, v.Against, v.Abstain)
		}
		return fmt.Sprintf("%d for, %d against, %d abstentions", v.For, v.Against, v.Abstain)
	}
	if v.Abstain == 1 {
		return fmt.Sprintf("%d dafür, %d dagegen, %d Enthaltung", v.For, v.Against, v.Abstain)
	}
	return fmt.Sprintf("%d dafür, %d dagegen, %d Enthaltungen", v.For, v.Against, v.Abstain)
}

func (r model) task(n int, topic string) tasks.Task {
	t := tasks.Task{
		ID: tasks.MeetingID("", when.Day(2031, 3, 6), n), Text: r.of("Tonne kaufen", "Liste `x` prüfen", "Weg (z. B. hinten) fegen", "Angebot bis Mai einholen lassen"),
		Due: when.Day(2031, 3, 11), State: tasks.Open, Meeting: "2031-03-06-x", MeetingDate: when.Day(2031, 3, 6), Series: "x", Topic: topic,
	}
	for _, nick := range []string{"ole", "lene", "tariq"} {
		if r.IntN(3) == 0 {
			t.Assignees = append(t.Assignees, tasks.Assignee{Nick: nick, Tentative: r.IntN(4) == 0})
		}
	}
	if r.IntN(5) == 0 {
		t.Assignees = append(t.Assignees, tasks.Assignee{Nick: "technik", Kind: tasks.Group})
	}
	if r.IntN(3) == 0 {
		t.Due = t.MeetingDate.AddDays(r.IntN(400))
	}
	if r.IntN(3) == 0 {
		t.State = tasks.Done
	}
	return t
}

func (r model) meeting(l lang.Lang) (minutes.Meeting, []minutes.Section) {
	day := when.Day(2031, 3, 6)
	m := minutes.Meeting{
		ID: "2031-03-06-x", Series: "x", Title: r.of("Telko", "Telko 06.03.2031", "A & B"), Date: day, Start: when.Moment{Date: day, Clock: when.ClockAt(22, 0)},
		Place: r.of("", "Raum #4711", "no", "12:30"), Keeper: r.of("", "ole"), Status: minutes.StatusDraft, DueDays: 5, TimeZone: "Europe/Berlin",
		Page: r.of("", "Garten/Protokolle/2031-03-06"),
	}
	if r.IntN(2) == 0 {
		m.End = when.Night(m.Start, r.clock())
	}
	for _, p := range []minutes.Attendance{{Name: "Ole Brinkmann", Nick: "ole"}, {Name: "Lene Marquardt", Nick: "lene"}, {Name: "Rosa Klint"}, {Name: "Gesine Pohl", Nick: "gesine", Guest: true}} {
		if r.IntN(3) == 0 {
			continue
		}
		p.Intervals = []minutes.Interval{{}}
		if r.IntN(3) == 0 {
			p.Intervals[0].From = when.ClockAt(22, 10+r.IntN(20))
		}
		if r.IntN(3) == 0 {
			p.Intervals[0].Until = when.ClockAt(22, 40+r.IntN(20))
			if r.IntN(2) == 0 {
				p.Intervals = append(p.Intervals, minutes.Interval{From: when.ClockAt(23, r.IntN(60))})
			}
		}
		m.Present = append(m.Present, p)
	}
	for _, e := range []minutes.Excuse{minutes.Excused, minutes.Unexcused, minutes.ExcuseUnknown} {
		if r.IntN(2) == 0 {
			m.Absent = append(m.Absent, minutes.Absence{Name: "Wim Haller", Nick: "wim", Excuse: e}, minutes.Absence{Name: "Anna Kranz", Excuse: e})
			break
		}
	}
	var body []minutes.Section
	for _, title := range []string{"Bienen", "Wege & Zäune", "Geld"} {
		notes := ""
		for range r.IntN(3) {
			notes += r.text() + "\n\n"
		}
		for range r.IntN(3) {
			t := r.task(len(m.Tasks)+1, title)
			m.Tasks = append(m.Tasks, t)
			notes += minutes.FormatTask(t, l, day.AddDays(5)) + "\n"
		}
		body = append(body, minutes.Section{Kind: minutes.SectionTopic, Level: 2, Title: title, Body: notes})
	}
	if n := r.IntN(4); n > 0 {
		body = append(body, minutes.Section{Kind: minutes.SectionTopic, Level: 2, Title: "Anträge"})
		for i := range n {
			mo := r.motion(i+1, l)
			m.Motions = append(m.Motions, mo)
			body = append(body, minutes.Section{Kind: minutes.SectionMotion, Level: 3, Motion: mo})
		}
	}
	return m, body
}

// FuzzCompose holds that what is composed is read again, and that Format
// leaves it alone.
func FuzzCompose(f *testing.F) {
	for i := range uint64(40) {
		f.Add(i, i%2 == 0)
	}
	f.Fuzz(func(t *testing.T, seed uint64, english bool) {
		l := lang.German
		if english {
			l = lang.English
		}
		want, body := model{rand.New(rand.NewPCG(seed, 7))}.meeting(l)
		src := minutes.Compose(want, body, l)
		ctx := gardenContext(t, l)
		ctx.Page = nil
		got := fileOf(t, "2031/2031-03-06-x.md", string(src), ctx).Meeting
		opts := cmp.Options{
			cmpopts.EquateEmpty(),
			cmpopts.IgnoreFields(minutes.Meeting{}, "Agenda", "Links", "Answers", "Mentions"),
			cmpopts.IgnoreFields(minutes.Meeting{}, derivedFields...),
			cmpopts.IgnoreFields(minutes.Attendance{}, "Line"),
			cmpopts.IgnoreFields(minutes.Absence{}, "Line"),
			cmpopts.IgnoreFields(motions.Motion{}, "Line", "End"),
			cmpopts.IgnoreFields(motions.Passage{}, "Line", "End", "Label"),
			cmpopts.IgnoreFields(tasks.Task{}, "Line"),
		}
		if diff := cmp.Diff(want, got, opts); diff != "" {
			t.Errorf("%s\n(-want +got):\n%s", src, diff)
		}
		if again, err := minutes.Format("2031-03-06-x.md", src, ctx); err != nil || string(again) != string(src) {
			t.Errorf("formatted: %v\n%s", err, cmp.Diff(string(src), string(again)))
		}
	})
}

// derivedFields are those that reading derives from others.
var derivedFields = []string{"IDDay"}
