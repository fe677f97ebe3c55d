package capture

import (
	"slices"
	"strings"
	"testing"

	"telko/minutes"
	"telko/motions"
	"telko/tasks"
)

// checkDocument checks that package minutes reads out of the files what the
// View says, and that the session is a fold over its journal.
func checkDocument(t testing.TB, s *Session) {
	t.Helper()
	checkFold(t, s)
	public, private := s.Render()
	v := s.View()
	checkFile(t, s, v, string(public), false)
	if private != nil {
		checkFile(t, s, v, string(private), true)
	}
}

// checkFold checks that another session that begins with the same files and
// events stands where this one does.
func checkFold(t testing.TB, s *Session) {
	t.Helper()
	again, err := New(withEvents(s.c, s.Events()))
	if err != nil {
		t.Fatal(err)
	}
	a, b := describe(s), describe(again)
	if a != b {
		t.Fatalf("the fold of the journal differs: %s", firstDiff(b, a))
	}
}

func withEvents(c Config, events []Event) Config {
	c.Events = slices.Clone(events)
	c.Journal = &Memory{}
	return c
}

// describe returns all that a session says.
func describe(s *Session) string {
	var b strings.Builder
	v := *s.View()
	v.Rev = 0
	for _, e := range v.Entries {
		b.WriteString(dump(*e) + "\n")
	}
	v.Entries = nil
	b.WriteString(dump(v) + "\n")
	public, private := s.Render()
	b.WriteString(dump(s.Effects()) + "\n" + string(public) + "\n" + string(private))
	return b.String()
}

// checkFile checks one file against the entries that are in it.
func checkFile(t testing.TB, s *Session, v *View, src string, private bool) {
	t.Helper()
	name := s.c.Ref.Path
	if private {
		name = strings.TrimSuffix(name, ".md") + minutes.PrivateSuffix + ".md"
	}
	f, err := minutes.Parse(name, []byte(src), s.c.Context)
	if err != nil {
		t.Fatalf("%v\n%s", err, src)
	}
	var entries []*Entry
	for _, e := range v.Entries {
		if e.Private == private {
			entries = append(entries, e)
		}
	}
	checkHeadings(t, f, s, entries, src)
	checkTasks(t, f, entries, src)
	checkMotions(t, f, entries, src)
	if !private {
		checkPeople(t, f, s, src)
	}
	reloaded, err := load(name, []byte(src), s.c.Context, "r-")
	if err != nil || loadedText(reloaded) != src {
		t.Fatalf("loaded again: %v\n%s", err, src)
	}
}

func checkHeadings(t testing.TB, f *minutes.File, s *Session, entries []*Entry, src string) {
	t.Helper()
	var got, want []string
	for i := range f.Sections {
		if sec := &f.Sections[i]; sec.Level > 0 && !isRoll(sec.Kind) {
			title := sec.Title
			if sec.Motion != nil {
				title = sec.Motion.Title
			} else if bare, ok := cutContinued(title); ok {
				title = bare + " (Fortsetzung)"
			}
			got = append(got, dump(sec.Level)+dump(sec.Kind)+minutes.PlainText(title))
		}
	}
	for _, e := range entries {
		switch e.Kind {
		case KindTopic:
			title := minutes.PlainText(escapeEnd(headingMD(e)))
			if e.Continues != "" && s.doc.byID[e.ID].e.Section == minutes.SectionTopic {
				title += " (Fortsetzung)"
			}
			want = append(want, dump(e.Level)+dump(e.Section)+title)
		case KindMotion:
			title, _ := cutMarks(escapeEnd(headingMD(e))) // package minutes leaves these out of a motion's title
			want = append(want, dump(e.Level)+dump(minutes.SectionMotion)+minutes.PlainText(title))
		}
	}
	for i := range got {
		if i < len(want) && strings.Contains(got[i], "Thema: ") {
			got[i] = strings.Replace(got[i], "Thema: ", "", 1)
		}
	}
	for _, list := range [][]string{got, want} {
		for i := range list {
			list[i] = strings.Join(strings.Fields(list[i]), " ")
		}
	}
	if !slices.Equal(got, want) {
		t.Fatalf("headings\n%q\nnot\n%q\n%s", got, want, src)
	}
	for _, p := range f.Problems() {
		if p.Code == minutes.Continues || p.Code == minutes.Unclosed {
			t.Fatalf("%v: %v\n%s", p.Code, p.Err, src)
		}
	}
}

func checkTasks(t testing.TB, f *minutes.File, entries []*Entry, src string) {
	t.Helper()
	var want []tasks.Task
	for _, e := range entries {
		if e.Kind == KindTask {
			want = append(want, e.Task)
		}
	}
	for i := range f.Meeting.Tasks {
		f.Meeting.Tasks[i].Line = 0
	}
	for i := range want {
		want[i].Line = 0
	}
	if dump(f.Meeting.Tasks) != dump(want) {
		t.Fatalf("tasks\n%s\nnot\n%s\n%s", dump(f.Meeting.Tasks), dump(want), src)
	}
}

func checkMotions(t testing.TB, f *minutes.File, entries []*Entry, src string) {
	t.Helper()
	var got, want []string
	for _, mo := range f.Meeting.Motions {
		got = append(got, dump(mo.Number)+string(mo.ID))
		for _, p := range mo.Parts {
			got = append(got, string(p.Kind)+p.Time.String()+dump(p.Vote))
		}
	}
	for _, e := range entries {
		switch {
		case e.Kind == KindMotion:
			want = append(want, dump(e.Number)+string(e.MotionID))
		case e.Kind == KindPassage && e.Motion != "" && e.Passage != Petition && e.Text != "":
			if e.Vote != nil && e.Passage != motions.VotePart {
				t.Fatalf("%s has a tally", e.ID)
			}
			want = append(want, string(e.Passage)+e.Clock.String()+dump(e.Vote))
		}
	}
	if !slices.Equal(got, want) {
		t.Fatalf("motions\n%q\nnot\n%q\n%s", got, want, src)
	}
}

func checkPeople(t testing.TB, f *minutes.File, s *Session, src string) {
	t.Helper()
	var got, want []string
	for _, a := range f.Meeting.Present {
		got = append(got, a.Nick+"|"+a.Name+"|"+dump(a.Guest)+dump(a.Intervals))
	}
	for _, a := range f.Meeting.Absent {
		got = append(got, a.Nick+"|"+a.Name+"|"+dump(a.Excuse))
	}
	for _, p := range s.doc.people {
		nick, name := p.nick, p.name
		if who, ok := s.c.Context.People.Find(nick); ok {
			nick, name = who.Nick, who.Name
		}
		switch p.state {
		case isPresent:
			want = append(want, nick+"|"+name+"|"+dump(p.guest)+dump(p.intervals))
		case isAbsent:
			want = append(want, nick+"|"+name+"|"+dump(p.excuse))
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Fatalf("people\n%q\nnot\n%q\n%s", got, want, src)
	}
}
