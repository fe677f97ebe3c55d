package minutes_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

func TestTaskSummary(t *testing.T) {
	people := someone(t)
	f, err := minutes.Parse("minutes/2010/2010-01-07-it.md", []byte("---\ndate: 2010-01-07\n---\n\n# IT\n\n"+
		"- [ ] Kabel kaufen (bert?, ulla) #100107-1\n- [ ] Server taufen #100107-2\n- [ ] Strom sparen (ulla) bis 01.02.2010 #100107-3\n"+
		"- [ ] Licht #100107-4\n- [x] Wände #100107-5\n- [ ] Türen #100107-6\n"), minutes.Context{People: people})
	if err != nil {
		t.Fatal(err)
	}
	p, err := minutes.NewPublic(f, minutes.PublicOptions{})
	if err != nil {
		t.Fatal(err)
	}
	evs, _ := tasks.ReadLog("tasks.log", []byte(`2010-01-07T22:20:00+01:00 telko 100107-1 add 1f2e3d4c5b
2010-01-08T10:00:00+01:00 bert 100107-2 due 2010-01-20
2010-01-08T10:00:00+01:00 bert 100107-4 done
2010-01-08T10:00:00+01:00 bert 100107-6 drop
2010-01-08T11:00:00+01:00 bert 100107-2 wait Geheimes
`))
	public := minutes.NewPublicTasks([]minutes.Public{p}, evs, minutes.PublicOptions{})
	s := minutes.TaskSummary{
		Team: "IT", Today: when.Day(2010, time.January, 18), Telco: when.Day(2010, time.January, 21),
		Since: when.Day(2010, time.January, 7), Zone: time.UTC,
	}
	want := `# Aufgaben zur Telko IT am 21.01.2010

## Überfällig

- Kabel kaufen (bert?, ulla), fällig seit 14.01.2010 (4 Tage) #100107-1

## Bis zur Telko fällig

- Server taufen, fällig am 20.01.2010, wartet, 1-mal verschoben #100107-2

## Später fällig

- Strom sparen (ulla), fällig am 01.02.2010 #100107-3

## Seit der letzten Telko

- Licht #100107-4
- Türen, fallengelassen #100107-6
`
	if diff := cmp.Diff(want, s.Markdown(public)); diff != "" {
		t.Error(diff)
	}
	none := minutes.TaskSummary{Team: "IT", Today: s.Today, Zone: time.UTC, Lang: lang.English}
	if diff := cmp.Diff("# Tasks of IT\n\nNothing is open.\n", none.Markdown(minutes.PublicTasks{})); diff != "" {
		t.Error(diff)
	}
}
