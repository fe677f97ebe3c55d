package minutes_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"telko/minutes"
	"telko/tasks"
)

// Nothing of what is private gets into what leaves: no task of a private file
// or log, none whose topic was made private later, no reason, and no name where
// the team shows nicks.
func TestPublicTasksHideWhatIsPrivate(t *testing.T) {
	people := someone(t)
	ctx := minutes.Context{People: people}
	f, err := minutes.Parse("minutes/2010/2010-01-07-it.md", []byte("---\ndate: 2010-01-07\n---\n\n# IT\n\n"+
		"- [ ] mit Ulla Wendt reden (bert) #100107-1\n- [ ] Kabel kaufen (ulla) #100107-2\n"), ctx)
	if err != nil {
		t.Fatal(err)
	}
	var log strings.Builder
	for _, line := range []string{
		"2010-01-07T22:20:00+01:00 telko 100107-1 add 1f2e3d4c5b",
		"2010-01-07T22:20:00+01:00 telko 100107-2 add 1f2e3d4c5c",
		"2010-01-07T22:20:00+01:00 telko 100107-3 add 1f2e3d4c5d", // its topic is private now
		"2010-01-08T10:00:00+01:00 bert 100107-2 done Geheimes von Ulla Wendt",
		"2010-01-08T10:00:00+01:00 bert 100107-3 note Geheimes",
		"2010-01-09T10:00:00+01:00 bert 100109-bert-1 add 9a8b7c6d5e due=2010-01-16 assign=ulla Ulla Wendt anrufen",
		"2010-01-09T10:00:00+01:00 bert 100109-bert-2 add 9a8b7c6d5f due=2010-01-16 assign=ulla U**ll**a Wendt anrufen",
	} {
		log.WriteString(line + "\n")
	}
	evs, bad := tasks.ReadLog("tasks.log", []byte(log.String()))
	if bad != nil {
		t.Fatal(bad)
	}
	secret := tasks.NewTask(tasks.Task{ID: "100109-bert-3", Text: "Geheimes tun", Private: true}, "bert", time.Date(2010, 1, 9, 12, 0, 0, 0, time.UTC))
	evs = append(evs, secret)
	for _, nicks := range []bool{false, true} {
		o := minutes.PublicOptions{People: people, NamesAsNick: nicks}
		p, err := minutes.NewPublic(f, o)
		if err != nil {
			t.Fatal(err)
		}
		all := minutes.NewPublicTasks([]minutes.Public{p}, evs, o).All()
		var got []string
		for _, k := range all {
			got = append(got, string(k.ID)+" "+string(k.State)+" "+k.Text)
			for _, e := range k.History {
				if e.Text != "" {
					t.Errorf("%s: a reason is left: %q", k.ID, e.Text)
				}
			}
		}
		want := "100107-1 open mit Ulla Wendt reden; 100107-2 done Kabel kaufen; 100109-bert-1 open Ulla Wendt anrufen; 100109-bert-2 open U**ll**a Wendt anrufen"
		if nicks {
			want = "100107-1 open mit ulla reden; 100107-2 done Kabel kaufen; 100109-bert-1 open ulla anrufen"
		}
		if s := strings.Join(got, "; "); s != want {
			t.Errorf("nicks %t:\n got %s\nwant %s", nicks, s, want)
		}
		if s := fmt.Sprintf("%+v", all); strings.Contains(s, "Geheim") || nicks && strings.Contains(s, "Wendt") {
			t.Errorf("nicks %t: %s", nicks, s)
		}
	}
}

// What tasks and decisions say in a log alone is held to what is public as the
// minutes are: comments, marks.
func TestPublicLogsHideWhatIsHidden(t *testing.T) {
	log := "2010-01-09T10:00:00+01:00 bert 100109-bert-1 add 9a8b7c6d5e due=2010-01-16 assign=bert Eule <!-- MARKER --> füttern\n" +
		"2010-01-09T10:00:00+01:00 bert 100109-bert-2 add 9a8b7c6d5f due=2010-01-16 assign=bert MARKER {nur intern}\n" +
		"2010-01-09T10:00:00+01:00 bert 100109-bert-3 add 9a8b7c6d5d due=2010-01-16 assign=bert Uhu füttern <!-- MARKER\n" +
		"2010-01-09T11:00:00+01:00 bert 100109-bert-3 text Kauz füttern <!-- MARKER -->\n" +
		"2010-01-09T12:00:00+01:00 bert 100109-bert-3 note MARKER {vertraulich}\n"
	evs, bad := tasks.ReadLog("tasks.log", []byte(log))
	if bad != nil {
		t.Fatal(bad)
	}
	for _, nicks := range []bool{false, true} {
		o := minutes.PublicOptions{People: someone(t), NamesAsNick: nicks}
		ts := minutes.NewPublicTasks(nil, evs, o).All()
		if s := fmt.Sprintf("%+v", ts); len(ts) != 2 || strings.Contains(s, "MARKER") || !strings.Contains(s, "Eule füttern") || !strings.Contains(s, "Kauz füttern") {
			t.Errorf("nicks %t: %s", nicks, s)
		}
		lines := minutes.NewPublicLog(nil, evs, o).Lines()
		if len(lines) != 3 {
			t.Errorf("nicks %t: %d lines", nicks, len(lines))
		}
		for _, l := range lines {
			if strings.Contains(l.Line(), "MARKER") {
				t.Errorf("nicks %t: %s", nicks, l.Line())
			}
		}
	}
}

func TestPlainText(t *testing.T) {
	for in, want := range map[string]string{
		"Kabel kaufen": "Kabel kaufen", "**rotes** Kabel": "rotes Kabel", "siehe [Plan](https://example.org/x)": "siehe Plan",
		`max\_m fragen`: "max_m fragen", "`ls -l` & mehr": "ls -l & mehr", "# kein Titel*": "# kein Titel*", "- *a*": "- a", "a &lt; b": "a < b",
		`\&lt; &lt &ltx; &semi;`: "&lt; &lt &ltx; ;", "`a\\_b &lt;`": `a\_b &lt;`, `a\\b`: `a\b`,
		`R&\&nbsp;D &\*x &amp;\&lt;`: "R&&nbsp;D &*x &&lt;",
	} {
		if got := minutes.PlainText(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
