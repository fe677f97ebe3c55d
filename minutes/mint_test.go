package minutes_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks"
)

const mintHead = "---\ndate: 2031-03-06\nstart: 22:10\ntimezone: Europe/Berlin\n---\n\n# T\n\n"

// mint mints src against logs and returns what both logs hold afterwards.
func mint(t *testing.T, src string, tl []tasks.Event, ml []motions.Event) (string, []tasks.Event, []motions.Event) {
	t.Helper()
	out, nt, nm, err := minutes.MintLines("2031-03-06-x.md", []byte(src), gardenContext(t, lang.German), tl, ml, "")
	if err != nil {
		t.Fatal(err)
	}
	return string(out), append(tl, nt...), append(ml, nm...)
}

func taskLog(evs []tasks.Event) string {
	var b strings.Builder
	for _, e := range evs {
		b.WriteString(e.Line() + "\n")
	}
	return b.String()
}

func TestMint(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"in order", "- [ ] a (ole)\n- [ ] b\n", "- [ ] a (ole) #310306-1\n- [ ] b #310306-2\n"},
		{"on from the maximum", "- [ ] a #310306-4\n- [ ] b\n", "- [ ] a #310306-4\n- [ ] b #310306-5\n"},
		{"same text twice", "- [ ] a\n- [ ] a\n", "- [ ] a #310306-1\n- [ ] a #310306-2\n"},
		{"white space at the end stays", "- [ ] a  \n- b\n", "- [ ] a #310306-1  \n- b\n"},
		{"CRLF", "- [ ] a\r\n- b\r\n", "- [ ] a #310306-1\r\n- b\r\n"},
		{"no line break at the end", "- [ ] a", "- [ ] a #310306-1"},
		{"in code and quotes", "> - [ ] a\n\n```\n- [ ] b\n```\n\n    - [ ] c\n", "> - [ ] a\n\n```\n- [ ] b\n```\n\n    - [ ] c\n"},
		{"mentions", "- [ ] a #310227-9\n", "- [ ] a #310227-9\n"},
		{"written on behind an id", "- [ ] a #310306-1 eilt\n- [ ] b\n", "- [ ] a #310306-1 eilt\n- [ ] b #310306-2\n"},
		{"another task is named", "- [ ] a #310306-1\n- [ ] wie #310306-1 auch\n", "- [ ] a #310306-1\n- [ ] wie #310306-1 auch #310306-2\n"},
		{"date in words", "- [ ] a (ole) freitag\n", "- [ ] a (ole) bis 07.03.2031 #310306-1\n"},
		{"date in the bracket", "- [ ] a (ole, freitag)\n", "- [ ] a (ole) bis 07.03.2031 #310306-1\n"},
		{"short date", "- [ ] a (ole) bis 9.3.2031\n", "- [ ] a (ole) bis 09.03.2031 #310306-1\n"},
		{"case of nicks stays", "- [ ] a (OLE)\n", "- [ ] a (OLE) #310306-1\n"},
		{"nested", "1. x\n   - [x] a\n     more\n", "1. x\n   - [x] a #310306-1\n     more\n"},
		{"motions", "### Antrag 1: A\n\nx\n\n### Antrag 2\n\ny\n", "### Antrag 1: A #M310306-1\n\nx\n\n### Antrag 2 #M310306-2\n\ny\n"},
		{"closed heading", "### Antrag 1: A ###  \n\nx\n", "### Antrag 1: A #M310306-1 ###  \n\nx\n"},
		{"title ends in a hash", "### Antrag 1: C#\n\nx\n", "### Antrag 1: C# #M310306-1\n\nx\n"},
		{"underlined heading", "Antrag 1: A\n-----------\n\nx\n", "Antrag 1: A #M310306-1\n-----------\n\nx\n"},
		{"motion taken up again", "### Antrag 1: A #M310227-3\n\nx\n\n### Antrag 2: B\n\ny\n", "### Antrag 1: A #M310227-3\n\nx\n\n### Antrag 2: B #M310306-1\n\ny\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			nl := "\n"
			if strings.Contains(c.in, "\r\n") {
				nl = "\r\n"
			}
			head := strings.ReplaceAll(mintHead, "\n", nl)
			got, tl, ml := mint(t, head+c.in, nil, nil)
			if got != head+c.want {
				t.Fatalf("got  %q\nwant %q", got, head+c.want)
			}
			again, tl2, ml2 := mint(t, got, tl, ml)
			if again != got || len(tl2) != len(tl) || len(ml2) != len(ml) {
				t.Errorf("minting twice: %q, %d and %d events more", again, len(tl2)-len(tl), len(ml2)-len(ml))
			}
		})
	}
}

// TestMintEvents holds the exact lines: two machines must write the same.
func TestMintEvents(t *testing.T) {
	_, tl, ml := mint(t, mintHead+"- [ ] a (ole)\n\n### Antrag 1: A\n\nx\n", nil, nil)
	want := "2031-03-06T22:10:00+01:00 telko 310306-1 add " + tasks.Digest("a") + "\n"
	if got := taskLog(tl); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	digest := motions.Digest("A\nx")
	if got, want := motionLog(ml), "2031-03-06T22:10:00+01:00 telko M310306-1 add "+digest+"\n2031-03-06T22:10:00+01:00 telko M310306-1 text "+digest+" A%0Ax\n"; got != want {
		t.Errorf("motions: got %q, want %q", got, want)
	}
	_, tl, _ = mint(t, strings.Replace(mintHead, "start: 22:10\n", "", 1)+"- [ ] a\n", nil, nil)
	if got := taskLog(tl); !strings.HasPrefix(got, "2031-03-06T00:00:00+01:00 telko ") {
		t.Errorf("without a start: %q", got)
	}
}

// TestMintMatchesTheLog imports a page again, its lines in another order.
func TestMintMatchesTheLog(t *testing.T) {
	first, tl, ml := mint(t, mintHead+"- [ ] a\n- [ ] b\n\n### Antrag 1: A\n\nx\n\n### Antrag 2: B\n\ny\n", nil, nil)
	if !strings.Contains(first, "b #310306-2") {
		t.Fatal(first)
	}
	second, tl2, ml2 := mint(t, mintHead+"- [ ] c\n- [ ] b\n- [ ] a\n\n### Antrag 2: B\n\ny\n\n### Antrag 1: A\n\nx\n", tl, ml)
	want := mintHead + "- [ ] c #310306-3\n- [ ] b #310306-2\n- [ ] a #310306-1\n\n### Antrag 2: B #M310306-2\n\ny\n\n### Antrag 1: A #M310306-1\n\nx\n"
	if second != want {
		t.Errorf("got %q", second)
	}
	if len(tl2) != len(tl)+1 || len(ml2) != len(ml) {
		t.Errorf("%d tasks and %d motions more", len(tl2)-len(tl), len(ml2)-len(ml))
	}
}

// TestMintNeverUsesANumberAgain takes lines out: their numbers stay theirs.
func TestMintNeverUsesANumberAgain(t *testing.T) {
	_, tl, ml := mint(t, mintHead+"- [ ] a\n- [ ] b\n", nil, nil)
	got, _, _ := mint(t, mintHead+"- [ ] new\n", tl, ml)
	if want := mintHead + "- [ ] new #310306-3\n"; got != want {
		t.Errorf("got %q", got)
	}
}

// TestMintLogsIDsThatCameWithTheFile gives ids of this meeting their add event.
func TestMintLogsIDsThatCameWithTheFile(t *testing.T) {
	_, tl, ml := mint(t, mintHead+"- [ ] a #310306-7\n- [ ] old #310227-1\n\n### Antrag 1: A #M310306-2\n\nx\n\n### Antrag 2: B #M310227-1\n\ny\n", nil, nil)
	if len(tl) != 1 || tl[0].ID != "310306-7" || len(ml) != 2 || ml[0].ID != "M310306-2" || ml[1].ID != "M310306-2" {
		t.Errorf("tasks %+v, motions %+v", tl, ml)
	}
}

func TestMintPrefix(t *testing.T) {
	out, nt, nm, err := minutes.MintLines("2031-03-06-x.md", []byte(mintHead+"- [ ] a\n\n### Antrag 1\n\nx\n"), gardenContext(t, lang.German), nil, nil, "GT")
	if err != nil {
		t.Fatal(err)
	}
	if want := mintHead + "- [ ] a #GT-310306-1\n\n### Antrag 1 #GT-M310306-1\n\nx\n"; string(out) != want {
		t.Errorf("got %q", out)
	}
	if len(nt) != 1 || len(nm) != 2 {
		t.Errorf("%d and %d events", len(nt), len(nm))
	}
}

func TestMintRefusesAnUnknownZone(t *testing.T) {
	_, _, _, err := minutes.MintLines("x.md", []byte("---\ndate: 2031-03-06\ntimezone: Mars/Olympus\n---\n\n- [ ] a\n"), minutes.Context{}, nil, nil, "")
	if err == nil || !strings.HasPrefix(err.Error(), "x.md:3: ") {
		t.Errorf("got %v", err)
	}
}

// FuzzMint holds that minting twice is minting once, that it changes nothing
// but ends of lines and due dates, and that every task has an id of its own.
func FuzzMint(f *testing.F) {
	for _, file := range samples(f) {
		src, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(src))
	}
	for _, s := range []string{
		"- [ ] a (ole) freitag\n- [ ] a #310306-1\n- [ ] a", "### Antrag 1: C# ##\n\n- [ ] x\n", "Antrag 1\n===\n", "Antrag\n1: x\n---\n\n* [X] y (ole, morgen)\r\n",
		"- [ ] <!-- x -->\n- [ ] a <!-- x -->\n", "- [ ] a\\\n  b\n", "## Antrag 1 #\n",
	} {
		f.Add(mintHead + s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		ctx := gardenContext(t, lang.German)
		ctx.TimeZone = "UTC"
		out, nt, nm, err := minutes.MintLines("2031-03-06-x.md", []byte(src), ctx, nil, nil, "")
		if err != nil {
			t.Skip()
		}
		again, nt2, nm2, err := minutes.MintLines("2031-03-06-x.md", out, ctx, nt, nm, "")
		if err != nil {
			t.Fatalf("%q: %v", out, err)
		}
		if !bytes.Equal(out, again) || len(nt2)+len(nm2) > 0 {
			t.Errorf("%q\nonce  %q\ntwice %q, %d and %d events", src, out, again, len(nt2), len(nm2))
		}
		if bytes.Count(out, []byte("\n")) != strings.Count(src, "\n") {
			t.Errorf("%q: lines were made or lost: %q", src, out)
		}
		seen := map[tasks.ID]bool{}
		for _, task := range fileOf(t, "2031-03-06-x.md", string(out), ctx).Meeting.Tasks {
			if task.ID == "" || seen[task.ID] {
				t.Errorf("%q: id %q in %q", src, task.ID, out)
			}
			seen[task.ID] = true
		}
	})
}

// TestMintSeals: what was received and what answers speak of goes into the log
// once, when the meeting is over or the motion says when it came.
func TestMintSeals(t *testing.T) {
	body := "### Antrag 1: A\n\nx\n\n> **Antwort:** gut\n\n**Begründung:** y\n\n> **Antwort:** nein\n"
	passage := func(kind motions.Kind, text string) string { return (&motions.Passage{Kind: kind, Text: text}).Mark() }
	for _, c := range []struct {
		head, body string
		want       []string
	}{
		{mintHead, body, []string{
			"add " + motions.Digest("A\nx"), "text " + motions.Digest("A\nx") + " A%0Ax",
			"answer " + passage(motions.Answer, "gut") + " " + passage(motions.TextPart, "x"),
			"answer " + passage(motions.Answer, "nein") + " " + passage(motions.Reasons, "y"),
		}},
		{strings.Replace(mintHead, "start: 22:10\n", "start: 22:10\nstatus: live\n", 1), body, []string{"add " + motions.Digest("A\nx")}},
		{strings.Replace(mintHead, "start: 22:10\n", "start: 22:10\nstatus: agenda\n", 1), "### Antrag 1: A\n\n**Eingegangen:** 01.03.2031\n\nx\n", []string{"add " + motions.Digest("A\nx"), "text " + motions.Digest("A\nx") + " A%0Ax"}},
		{mintHead, "### Antrag 1: A #M310227-1\n\nx\n\n> **Antwort:** z\n", []string{"answer " + passage(motions.Answer, "z") + " " + passage(motions.TextPart, "x")}},
		{mintHead, "### Antrag 1: A #M310227-1\n\n> **Antwort:** z\n", []string{"answer " + passage(motions.Answer, "z") + " -"}},
	} {
		out, _, ml := mint(t, c.head+c.body, nil, nil)
		var got []string
		for _, e := range ml {
			_, words, _ := strings.Cut(e.Line(), " telko ")
			_, words, _ = strings.Cut(words, " ")
			got = append(got, words)
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: %s", c.body, d)
		}
		if _, _, more := mint(t, out, nil, ml); len(more) != len(ml) {
			t.Errorf("%s: a second time %d more", c.body, len(more)-len(ml))
		}
	}
}

func motionLog(evs []motions.Event) string {
	var b strings.Builder
	for _, e := range evs {
		b.WriteString(e.Line() + "\n")
	}
	return b.String()
}
