package minutes_test

import (
	"bytes"
	"os"
	"testing"

	"telko/minutes"
	"telko/minutes/lang"
)

func TestFormat(t *testing.T) {
	head := "---\ndate: 2031-03-06\nstart: 22:00\n---\n\n# T\n\n"
	for _, c := range []struct {
		name, in, want string
		l              lang.Lang
	}{
		{"date in words", "- [ ] x (ole) freitag\n", "- [ ] x (ole) bis 07.03.2031\n", lang.German},
		{"date in words behind bis", "- [ ] x bis in 8 Tagen\n", "- [ ] x bis 14.03.2031\n", lang.German},
		{"date in the bracket", "- [ ] x (ole, diesen Sonntag) #310306-1\n", "- [ ] x (ole) bis 09.03.2031 #310306-1\n", lang.German},
		{"short date", "- [ ] x (ole) bis 9.3.2031\n", "- [ ] x (ole) bis 09.03.2031\n", lang.German},
		{"English", "- [ ] x (ole) by friday\n", "- [ ] x (ole) by 2031-03-07\n", lang.English},
		{"a date of the other language stays", "- [ ] x (ole) by 2031-03-07\n", "- [ ] x (ole) by 2031-03-07\n", lang.German},
		{"no date", "- [ ] x bis auf weiteres\n", "- [ ] x bis auf weiteres\n", lang.German},
		{"date in a note", "- treffen bis freitag\n", "- treffen bis freitag\n", lang.German},
		{"case of nicks", "- [ ] x (OLE,lene ?)\n", "- [ ] x (ole, lene?)\n", lang.German},
		{"two dates", "- [ ] x (OLE, sonntag) bis 07.03.2031\n", "- [ ] x (OLE, sonntag) bis 07.03.2031\n", lang.German},
		{"alias", "- [ ] x (olli)\n", "- [ ] x (ole)\n", lang.German},
		{"full name", "- [ ] x (Lene Marquardt)\n", "- [ ] x (lene)\n", lang.German},
		{"full names and a date in words", "- [ ] x (Lene Marquardt, OLE) bis freitag\n", "- [ ] x (lene, ole) bis 07.03.2031\n", lang.German},
		{"text in brackets", "- [ ] x (z. B. OLE)\n", "- [ ] x (z. B. OLE)\n", lang.German},
		{"box", "* [X] x\n", "* [x] x\n", lang.German},
		{"mark and indentation stay", "* a\n   + [ ] x  (ole)   \n", "* a\n   + [ ] x  (ole)   \n", lang.German},
		{"in code", "```\n- [ ] x (OLE) freitag\n```\n", "```\n- [ ] x (OLE) freitag\n```\n", lang.German},
		{"in a quote", "> - [ ] x (OLE) freitag\n", "> - [ ] x (OLE) freitag\n", lang.German},
		{"mention", "- [ ] x (OLE) freitag #310227-1\n", "- [ ] x (OLE) freitag #310227-1\n", lang.German},
		{"no line break at the end", "- a", "- a\n", lang.German},
		{"empty lines at the end", "- a\n\n\n", "- a\n", lang.German},
		{"CRLF", "- [ ] x (ole) freitag\r\n- b\r\n", "- [ ] x (ole) bis 07.03.2031\r\n- b\r\n", lang.German},
		{"hard breaks and tabs", "a  \nb\tc\n", "a  \nb\tc\n", lang.German},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := head
			if bytes.Contains([]byte(c.in), []byte("\r\n")) {
				h = string(bytes.ReplaceAll([]byte(head), []byte("\n"), []byte("\r\n")))
			}
			got, err := minutes.Format("2031-03-06-x.md", []byte(h+c.in), gardenContext(t, c.l))
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != h+c.want {
				t.Errorf("got  %q\nwant %q", got, h+c.want)
			}
		})
	}
}

func TestFormatFrontMatter(t *testing.T) {
	in := "---\nDate:  2031-03-06\nstart: 22.15 Uhr\nend: 0:40\nplace:   Raum #267\nno: yes\nodd line\n---\n\n# T\n"
	want := "---\nDate:  2031-03-06\nstart: 22:15\nend: 00:40\nplace:   Raum #267\nno: yes\nodd line\n---\n\n# T\n"
	got, err := minutes.Format("2031-03-06-x.md", []byte(in), gardenContext(t, lang.German))
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestSetKey(t *testing.T) {
	for _, c := range []struct{ name, in, key, value, want string }{
		{"changed", "---\ndate: 2031-03-06\nend:  1:00\n---\n", "end", "00:40", "---\ndate: 2031-03-06\nend: 00:40\n---\n"},
		{"in its place", "---\ndate: 2031-03-06\nstart: 22:00\nstatus: live\n---\n", "end", "00:40", "---\ndate: 2031-03-06\nstart: 22:00\nend: 00:40\nstatus: live\n---\n"},
		{"at the end", "---\ndate: 2031-03-06\n---\n\n# T", "status", "final", "---\ndate: 2031-03-06\nstatus: final\n---\n\n# T"},
		{"unknown", "---\ndate: 2031-03-06\n---\n", "color", "no", "---\ndate: 2031-03-06\ncolor: no\n---\n"},
		{"first", "---\nx: y\n---\n", "date", "2031-03-06", "---\ndate: 2031-03-06\nx: y\n---\n"},
		{"taken out", "---\ndate: 2031-03-06\nend: 1:00\n---\n", "end", "", "---\ndate: 2031-03-06\n---\n"},
		{"not there", "---\ndate: 2031-03-06\n---\n", "end", "", "---\ndate: 2031-03-06\n---\n"},
		{"case of the key", "---\nDate: 2031-03-06\nEND: 1:00\n---\n", "end", "2:00", "---\nDate: 2031-03-06\nEND: 2:00\n---\n"},
		{"no front matter", "# T\n", "status", "final", "---\nstatus: final\n---\n\n# T\n"},
		{"CRLF", "---\r\ndate: 2031-03-06\r\n---\r\nx\r\n", "status", "final", "---\r\ndate: 2031-03-06\r\nstatus: final\r\n---\r\nx\r\n"},
		{"line break in the value", "---\ndate: 2031-03-06\n---\n", "place", "a\n---\nb", "---\ndate: 2031-03-06\nplace: a --- b\n---\n"},
		{"same value keeps its bytes", "---\ndate: 2031-03-06\nplace:\t x \n---\n", "place", "x", "---\ndate: 2031-03-06\nplace:\t x \n---\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := fileOf(t, "2031-03-06-x.md", c.in, minutes.Context{})
			if got := string(f.SetKey(c.key, c.value)); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// FuzzFormat holds that formatting twice is formatting once, and loses no task.
func FuzzFormat(f *testing.F) {
	for _, file := range samples(f) {
		src, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src)
	}
	for _, s := range []string{
		"- [ ] x (OLE, sonntag) bis freitag #310306-1", "- [X] (ole) (lene) 7.3.\r\n", "---\ndate: 2031-03-06\nstart: 22.10\n---\n- [ ] a bis morgen (ole)",
		"- [ ] x (ole, +7)", "- [ ] bis freitag", "- [ ] (ole)", "+ [ ] a\n\n  - [ ] b freitag (ole)\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		ctx := gardenContext(t, lang.German)
		once, err := minutes.Format("2031-03-06-x.md", src, ctx)
		if err != nil {
			t.Skip()
		}
		twice, err := minutes.Format("2031-03-06-x.md", once, ctx)
		if err != nil {
			t.Fatalf("cannot read what was formatted: %v\n%q", err, once)
		}
		if !bytes.Equal(once, twice) {
			t.Errorf("%q\nonce  %q\ntwice %q", src, once, twice)
		}
		before, after := fileOf(t, "2031-03-06-x.md", string(src), ctx).Meeting.Tasks, fileOf(t, "2031-03-06-x.md", string(once), ctx).Meeting.Tasks
		if len(before) != len(after) {
			t.Fatalf("%d tasks of %q, %d of %q", len(before), src, len(after), once)
		}
		for i := range before {
			if before[i].Text != after[i].Text || before[i].Due != after[i].Due || before[i].ID != after[i].ID || len(before[i].Assignees) != len(after[i].Assignees) {
				t.Errorf("%q: %+v\n%q: %+v", src, before[i], once, after[i])
			}
		}
	})
}
