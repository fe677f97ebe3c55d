package minutes_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"telko/minutes"
)

func TestCopiedAndReorderedLines(t *testing.T) {
	f := read(t, "## Segel\n\n"+
		"- [ ] zwei (kaja) #320506-2\n"+
		"- [ ] eins (kaja) #320506-1\n"+
		"- [x] zwei, kopiert (kaja) #320506-2\n"+
		"- [ ] von neulich (kaja) #320429-4\n"+
		"- [ ] zwischendurch (kaja) #320506-kaja-1\n"+
		"- [ ] neu, siehe #320429-4 (kaja)\n")
	if diff := cmp.Diff([]string{
		"zwei | kaja | 2032-05-13 | 320506-2 | open",
		"eins | kaja | 2032-05-13 | 320506-1 | open",
		"neu, siehe #320429-4 | kaja | 2032-05-13 |  | open",
	}, saidAll(f.Meeting.Tasks)); diff != "" {
		t.Error(diff)
	}
	want := []minutes.Mention{
		{ID: "320506-2", Text: "zwei, kopiert (kaja)", Checked: true, Line: 13},
		{ID: "320429-4", Text: "von neulich (kaja)", Line: 14},
		{ID: "320506-kaja-1", Text: "zwischendurch (kaja)", Line: 15},
		{ID: "320429-4", Text: "neu, siehe #320429-4 (kaja)", Line: 16},
	}
	if diff := cmp.Diff(want, f.Meeting.Mentions); diff != "" {
		t.Error(diff)
	}
	if got := codes(f); got != "13:duplicate-id" {
		t.Errorf("problems %q", got)
	}
}

func TestMentionsOutsideTasks(t *testing.T) {
	f := read(t, "## Offene Aufgaben\n\n- #320429-4 Segel flicken (kaja): erledigt\n- #320429-5: vertagt\n\n"+
		"## Segel\n\nsiehe #320422-1, nicht `#320422-2`\n\n> und nicht #320422-3\n\n    #320422-4\n")
	want := []minutes.Mention{
		{ID: "320429-4", Text: "Segel flicken (kaja): erledigt", Line: 11},
		{ID: "320429-5", Text: "vertagt", Line: 12},
		{ID: "320422-1", Text: "siehe #320422-1, nicht `#320422-2`", Line: 16},
	}
	if diff := cmp.Diff(want, f.Meeting.Mentions); diff != "" {
		t.Error(diff)
	}
	if len(f.Meeting.Tasks) != 0 {
		t.Errorf("tasks: %v", saidAll(f.Meeting.Tasks))
	}
}

func TestIdsOfAnotherSeriesAreForeign(t *testing.T) {
	src := []byte(crewHead + "- [ ] a #320506-1\n- [ ] b #IT-320506-1\n")
	ctx := minutes.Context{IDPrefix: func(series string) string { return map[string]string{"deck": "IT"}[series] }}
	f, err := minutes.Parse("2032-05-06-deck.md", src, ctx)
	if err != nil {
		t.Fatal(err)
	}
	sameTasks(t, f, ctx)
	if got := saidAll(f.Meeting.Tasks); len(got) != 1 || !strings.HasPrefix(got[0], "b |") {
		t.Errorf("tasks %v", got)
	}
}

func TestMovedMeetingKeepsItsIds(t *testing.T) {
	src := []byte("---\ndate: 2032-05-07\nid-day: 2032-05-06\n---\n- [ ] a #320506-1\n- [ ] b #320507-1\n")
	f, err := minutes.Parse("2032-05-07-deck.md", src, minutes.Context{})
	if err != nil {
		t.Fatal(err)
	}
	sameTasks(t, f, minutes.Context{})
	if got := saidAll(f.Meeting.Tasks); len(got) != 1 || got[0] != "a |  | 2032-05-14 | 320506-1 | open" {
		t.Errorf("tasks %v", got)
	}
}
