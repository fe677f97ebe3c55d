package minutes_test

import (
	"slices"
	"strings"
	"testing"

	"telko/minutes"
	"telko/minutes/lang"
)

func TestLint(t *testing.T) {
	head := "---\ndate: 2031-03-06\nstart: 22:00\n---\n\n# T\n\n" // 7 lines
	for _, c := range []struct {
		name, in string
		want     []string // "line code", a remark with a "~" before
	}{
		{"nothing", "## Anwesend\n\n- Ole Brinkmann (ole)\n- Rosa (Gast)\n\n## Bienen\n\n- [ ] x (ole) bis 20.03.2031 #310306-1\n", nil},
		{"unknown assignee", "- [ ] x (hein)\n", []string{"8 unknown-assignee"}},
		{"text in brackets", "- [ ] x (z. B. so)\n", nil},
		{"one id twice", "- [ ] x #310306-1\n- [ ] y #310306-1\n", []string{"9 duplicate-id"}},
		{"task of another meeting", "- [ ] x #310227-1\n", []string{"~8 foreign-task"}},
		{"tasks of another day", "- [ ] x #310227-1\n- [ ] y #310227-2\n- [ ] z #310306-1\n", []string{"~2 id-day"}},
		{"tasks of other days", "- [ ] x #310227-1\n- [ ] y #310228-2\n", []string{"~8 foreign-task", "~9 foreign-task"}},
		{"mention where mentions stand", "## Offene Aufgaben\n\n- [x] x #310227-1\n- #310227-2 y: erledigt\n", nil},
		{"continuation line", "- [ ] x\n  mehr (ole)\n", []string{"~9 stray-parts"}},
		{"open fence", "```\nx\n", []string{"8 unclosed"}},
		{"open comment", "<!-- x\n\ny\n", []string{"8 unclosed"}},
		{"open comment in a line", "x <!-- y\n\nz\n", []string{"8 hidden"}},
		{"comment in a comment", "<!-- x <!-- y -->\n", []string{"8 hidden"}},
		{"private heading", "## Personal {intern}\n", []string{"8 private-mark"}},
		{"hidden private heading", "<!--\n## Personal {intern}\n-->\n", nil},
		{"one number twice", "### Antrag 1: A\n\nx\n\n### Antrag 1: B\n\ny\n", []string{"~8 no-petitioner", "~8 no-answer", "12 duplicate-number", "~12 no-petitioner", "~12 no-answer"}},
		{"unread vote", "### Antrag 1: A\n\n**Antragsteller:** ole\n\nx\n\n**Abstimmung:** irgendwie\n", []string{"14 unread-vote", "~14 no-decision"}},
		{"a motion that is done", "### Antrag 1: A\n\n**Antragsteller:** Ole Brinkmann\n\nx\n\n**Abstimmung:** Konsens\n**Beschluss:** angenommen\n", nil},
		{"a motion put off", "### Antrag 1: A\n\n**Antragsteller:** ole, lene\n\nx\n\n**Beschluss:** vertagt\n", nil},
		{"a petitioner from elsewhere", "### Antrag 1: A\n\n**Antragsteller:** Hein Boll (Vorstand)\n\nx\n\n> **Antwort:** y\n", nil},
		{"a petitioner nobody knows", "### Antrag 1: A\n\n**Antragsteller:** Hein Boll\n**Antragsteller:** Olle\n\nx\n\n> **Antwort:** y\n", []string{"~8 unknown-person", "~8 unknown-person"}},
		{"a guest as petitioner", "## Anwesend\n\n- Hein Boll (Gast)\n\n### Antrag 1: A\n\n**Antragsteller:** Hein Boll\n\nx\n\n> **Antwort:** y\n", nil},
		{"votes in words", "### Antrag 1: A\n\n**Antragsteller:** ole\n\nx\n\n**Abstimmung:** alle -1 dafür\n**Beschluss:** angenommen\n", []string{"~14 vote-rough"}},
		{"a tally without a label", "### Antrag 1: A\n\n**Antragsteller:** ole\n\nx 5 dafür\n\n> **Antwort:** y\n\n12 dafür, 3 dagegen\n", []string{"~16 vote-bare"}},
		{"a tally told twice", "### Antrag 1: A\n\n**Antragsteller:** ole\n\nx\n\n12 dafür, 3 dagegen\n\n**Abstimmung:** 12 dafür, 3 dagegen\n**Beschluss:** angenommen\n", nil},
		{"numbers that are no tally", "### Antrag 1: A\n\n**Antragsteller:** ole\n\n1/2/3\n\n12 Stühle, 3 Tische\n\n> **Antwort:** 12 dafür, 3 dagegen\n", nil},
		{"unanimous with votes against", "### Antrag 1: A\n\n**Antragsteller:** ole\n\nx\n\n**Abstimmung:** 5 dafür, 1 dagegen (einstimmig)\n**Beschluss:** angenommen\n", []string{"~14 vote-odd"}},
		{"no quorum", "## Anwesend\n\n- ole\n\n## Bienen\n\n**Abstimmung:** 1 dafür\n**Beschluss:** Honig.\n", []string{"~14 no-quorum"}},
		{"a day that is none", "### Antrag 1: A\n\n**Antragsteller:** ole\n**Eingang:** irgendwann\n\n> **Antwort:** y\n", []string{"11 unread-detail"}},
		{"votes of those there", "## Anwesend\n\n- Ole Brinkmann (ole)\n- Lene Marquardt (lene)\n- Rosa (Gast)\n\n### Antrag 1: A\n\nx\n\n**Abstimmung (22:30):** 2 dafür, 0 dagegen, 0 Enthaltungen\n", []string{"~14 no-petitioner", "~18 no-decision"}},
		{"more votes than members", "## Anwesend\n\n- Ole Brinkmann (ole)\n- Lene Marquardt (lene) (ab 23:00)\n- Rosa (Gast)\n\n### Antrag 1: A\n\nx\n\n**Abstimmung (22:30):** 2 dafür, 0 dagegen, 0 Enthaltungen\n", []string{"~14 no-petitioner", "~18 vote-misfit", "~18 no-decision"}},
		{"past midnight", "## Anwesend\n\n- Ole Brinkmann (ole) (bis 00:10)\n- Lene Marquardt (lene) (ab 23:00)\n\n### Antrag 1: A\n\nx\n\n**Abstimmung (00:05):** 2 dafür, 0 dagegen, 0 Enthaltungen\n\n**Abstimmung (00:15):** 2 dafür, 0 dagegen, 0 Enthaltungen\n", []string{"~13 no-petitioner", "~19 vote-misfit", "~19 no-decision"}},
		{"stranger", "## Anwesend\n\n- Hein Boll (hein)\n", []string{"~10 unknown-person"}},
		{"a guest is no stranger", "## Anwesend\n\n- Hein Boll (hein) (Gast)\n", nil},
		{"listed twice", "## Anwesend\n\n- Ole Brinkmann (ole)\n- ole\n", []string{"~11 same-person"}},
		{"present and absent", "## Anwesend\n\n- ole\n\n## Abwesend\n\n- ole\n", []string{"~14 same-person"}},
		{"somebody else's nick", "## Anwesend\n\n- Hein Boll (ole)\n", []string{"~10 other-name"}},
		{"due before the meeting", "- [ ] x bis 09.03.2013\n", []string{"~8 due-before"}},
		{"another day than the file's", "\x00date: 2031-03-07\nstart: 22:00", []string{"~2 other-date"}},
		{"no time zone", "\x00date: 2031-03-06\ntimezone: Mond", []string{"3 time-zone"}},
		{"continues nothing", "## Bienen (Fortsetzung)\n", []string{"8 continues"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			ctx := gardenContext(t, lang.German)
			if c.name == "no quorum" {
				ctx.Quorum = func(string) int { return 2 }
			}
			src := head + c.in
			if front, ok := strings.CutPrefix(c.in, "\x00"); ok {
				src = "---\n" + front + "\n---\n\n# T\n"
			}
			f := fileOf(t, "minutes/2031-03-06-x.md", src, ctx)
			var got []string
			for _, x := range minutes.Lint(f, ctx) {
				s := strings.TrimPrefix(x.String(), "minutes/2031-03-06-x.md:")
				line, _, _ := strings.Cut(s, ":")
				if x.Remark {
					line = "~" + line
				}
				got = append(got, line+" "+string(x.Code))
				if de, en := x.In(lang.German), x.In(lang.English); de == "" || en == "" || strings.Contains(de+en, "%!") {
					t.Errorf("text: %q, %q", de, en)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestLintKeeper(t *testing.T) {
	ctx := gardenContext(t, lang.German)
	f := fileOf(t, "x.md", "---\ndate: 2031-03-06\nkeeper: hein\n---\n\n# T\n", ctx)
	got := minutes.Lint(f, ctx)
	if len(got) != 1 || got[0].Line != 3 || got[0].Code != minutes.UnknownPerson {
		t.Errorf("%v", got)
	}
}

// TestLintLetsPrivateFilesBePrivate holds that marks in a private file are no
// finding: they belong there.
func TestLintLetsPrivateFilesBePrivate(t *testing.T) {
	ctx := gardenContext(t, lang.German)
	f := fileOf(t, "2031-03-06-x.private.md", "---\ndate: 2031-03-06\n---\n\n# T\n\n## Personal {intern}\n", ctx)
	if got := minutes.Lint(f, ctx); len(got) > 0 {
		t.Errorf("%v", got)
	}
}
