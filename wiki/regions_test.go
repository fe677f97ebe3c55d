package wiki

import (
	"errors"
	"strings"
	"testing"
)

const (
	regionDay  = "2031-03-06"
	regionBody = "## Gewächshaus\n\n- [ ] Tür ölen (ole) bis 09.03.2031\n- [ ] lene: Schlauch flicken\n- [ ] Gießplan *aushängen*\n- [ ] Zaun streichen bis 10.3.\n\n## Verschiedenes\n\n- nichts\n"
	regionPlan = "\n## Planung der nächsten 7 Tage\n\n- [ ] Erde holen (lene)\n"
)

// What a person writes between telko's marks on a page gets into the minutes, as
// what stands elsewhere does: it is where the list of what is to do ends that
// people add something to do.
func TestWordsBetweenTheMarks(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, old, new string
		plan           bool // the file has a section of the plan itself
		file, page     string
	}{
		{name: "a task", old: "<!-- /telko:plan -->", new: "* Deckel suchen (ole) bis 16.03.2031\n<!-- /telko:plan -->", file: "Deckel suchen (ole) bis 16.03.2031 #310306-5", page: "Deckel suchen (ole) bis 16.03.2031 #310306-5"},
		{name: "a task in front", old: "<!-- telko:plan -->", new: "<!-- telko:plan -->\n* Deckel suchen (ole)", file: "Deckel suchen (ole) #310306-5", page: "Deckel suchen (ole) #310306-5"},
		{name: "a task in a plan of the file", plan: true, old: "<!-- /telko:plan -->", new: "* Deckel suchen (ole)\n<!-- /telko:plan -->", file: "- [ ] Deckel suchen (ole) #310306-6", page: "Deckel suchen (ole) #310306-6"},
		{name: "a sentence", old: "<!-- /telko:plan -->", new: "\nUnd alles bis Ostern.\n<!-- /telko:plan -->", file: "\nUnd alles bis Ostern.\n", page: "Und alles bis Ostern."},
		{name: "a date", old: "|Tür ölen]] (ole) bis 09.03.2031", new: "|Tür ölen]] (ole) bis 16.03.2031", file: "- [ ] Tür ölen (ole) bis 16.03.2031 #310306-1", page: "</span>Tür ölen (ole) bis 16.03.2031 #310306-1"},
		{name: "whose", old: "|Tür ölen]] (ole)", new: "|Tür ölen]] (gesine)", file: "- [ ] Tür ölen (gesine) bis 09.03.2031 #310306-1", page: "</span>Tür ölen (gesine) bis"},
		{name: "a word", old: "|Tür ölen]]", new: "|Beide Türen ölen]]", file: "- [ ] Beide Türen ölen (ole) bis 09.03.2031 #310306-1", page: "</span>Beide Türen ölen (ole)"},
		{name: "a promise", old: "|Gießplan aushängen]]", new: "|Gießplan aushängen]] (wim) bis 14.03.2031", file: "- [ ] Gießplan *aushängen* (wim) bis 14.03.2031 #310306-3", page: "''aushängen'' (wim) bis 14.03.2031"},
		{name: "a word in other type", old: "|Gießplan aushängen]]", new: "|Gießplan endlich aushängen]]", file: "- [ ] Gießplan endlich *aushängen* #310306-3", page: "</span>Gießplan endlich ''aushängen''"},
		{name: "a short day", old: "|Zaun streichen]] bis 10.03.2031", new: "|Zaun streichen]] bis 17.03.2031", file: "- [ ] Zaun streichen bis 17.03.2031 #310306-4", page: "</span>Zaun streichen bis 17.03.2031"},
		{name: "a tick", old: "* [[#310306-1|", new: "* ☑ [[#310306-1|", file: "- [x] Tür ölen (ole) bis 09.03.2031 #310306-1", page: "☑ <span id=\"310306-1\"></span>Tür ölen"},
		{name: "below the links", old: "<!-- /telko:nav -->", new: "Siehe auch [[Hof]].\n<!-- /telko:nav -->", file: "\nSiehe auch [[Hof]].\n", page: "Siehe auch [[Hof]]."},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			tm := newTeam(t, nil)
			body := regionBody
			if c.plan {
				body += regionPlan
			}
			tm.write("2031-02-27", "## Beete\n\n- umgegraben\n")
			tm.write(regionDay, body)
			tm.sync()
			before := tm.Get(tm.page(regionDay))
			if !strings.Contains(before, c.old) {
				t.Fatalf("no %q in\n%s", c.old, before)
			}
			tm.onWiki("Erika", regionDay, func(s string) string { return strings.Replace(s, c.old, c.new, 1) })
			if all := tm.sync(); !all[1].Pulled {
				t.Errorf("not pulled: %+v", all[1])
			}
			if file := tm.read(regionDay); strings.Count(file, c.file) != 1 {
				t.Errorf("not in the file: %q\n%s", c.file, file)
			}
			page := tm.Get(tm.page(regionDay))
			if strings.Count(page, c.page) != 1 {
				t.Errorf("not on the page once: %q\n%s", c.page, page)
			}
			tm.settled("2031-02-27", regionDay)

			// What is changed in the file later goes where it stands.
			tm.change(regionDay, func(s string) string {
				return strings.NewReplacer("Deckel suchen", "großen Deckel suchen", "alles bis Ostern", "alles bis Pfingsten", "[[Hof]]", "[[Hinterhof]]").Replace(s) + "\n## Nachtrag\n\n- Regen\n"
			})
			tm.sync()
			page = tm.Get(tm.page(regionDay))
			want := strings.NewReplacer("Deckel suchen", "großen Deckel suchen", "alles bis Ostern", "alles bis Pfingsten", "[[Hof]]", "[[Hinterhof]]").Replace(c.page)
			if strings.Count(page, want) != 1 || !strings.Contains(page, "* Regen") {
				t.Errorf("after the next sync: no %q\n%s", want, page)
			}
			tm.settled("2031-02-27", regionDay)
		})
	}
}

// A run that may not write the page leaves what was changed in the list of the
// plan to one that may: task and list would differ on the page else.
func TestPlanAndPull(t *testing.T) {
	t.Parallel()
	tm := newTeam(t, nil)
	tm.write(regionDay, regionBody)
	tm.sync()
	tm.onWiki("Erika", regionDay, func(s string) string {
		return strings.NewReplacer("|Tür ölen]] (ole) bis 09.03.2031", "|Tür ölen]] (ole) bis 16.03.2031", "<!-- /telko:plan -->", "* Deckel suchen\n<!-- /telko:plan -->").Replace(s)
	})
	for range 2 {
		if all, err := tm.run(t.Context(), SyncOptions{Pull: true}); err != nil || all[0].Err != nil {
			t.Fatal(err, all)
		}
	}
	if file := tm.read(regionDay); strings.Count(file, "Deckel suchen") != 1 || !strings.Contains(file, "(ole) bis 09.03.2031") {
		t.Errorf("after a pull:\n%s", file)
	}
	tm.sync()
	for name, text := range map[string]string{"file": tm.read(regionDay), "page": tm.Get(tm.page(regionDay))} {
		if strings.Contains(text, "09.03.2031") || !strings.Contains(text, "Tür ölen (ole) bis 16.03.2031 #310306-1") || strings.Count(text, "Deckel suchen") != 1 {
			t.Errorf("after a sync, %s:\n%s", name, text)
		}
	}
	tm.change(regionDay, func(s string) string { return strings.Replace(s, "16.03.2031", "20.03.2031", 1) })
	tm.sync()
	if page := tm.Get(tm.page(regionDay)); strings.Count(page, "20.03.2031") != 2 {
		t.Errorf("after a change of the file:\n%s", page)
	}
	tm.settled(regionDay)
}

// Whoever takes telko's marks out of a page, or what stands between them, has it
// so from then on, and nothing of it gets into the minutes.
func TestMarksTakenOut(t *testing.T) {
	t.Parallel()
	banner := "''Entwurf – dieses Protokoll kann sich noch ändern.''"
	for _, c := range []struct {
		name  string
		cut   []string
		never string
		gone  string
	}{
		{"marks of the plan", []string{"<!-- telko:plan -->\n", "<!-- /telko:plan -->"}, "[[#310306", "telko:plan"},
		{"marks of the links", []string{"<!-- telko:nav -->\n", "\n<!-- /telko:nav -->"}, "vorige Telko", "telko:nav"},
		{"the banner", []string{"<!-- telko:draft -->\n" + banner + "\n<!-- /telko:draft -->\n\n"}, "Entwurf", banner},
		{"the plan", []string{"<!-- telko:plan -->\n* [[#310306-1|Tür ölen]] (ole) bis 09.03.2031\n"}, "[[#310306", "telko:plan -->\n*"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			tm := newTeam(t, nil)
			tm.write("2031-02-27", "## Beete\n\n- umgegraben\n")
			tm.write(regionDay, regionBody)
			tm.change(regionDay, func(s string) string { return strings.Replace(s, "status: final", "status: draft", 1) })
			drafts := SyncOptions{Pull: true, Publish: true, Drafts: true}
			sync := func() {
				t.Helper()
				all, err := tm.run(t.Context(), drafts)
				if err != nil || all[1].Err != nil {
					t.Fatal(err, all)
				}
			}
			sync()
			sync() // with the ids
			file := tm.read(regionDay)
			tm.onWiki("Erika", regionDay, func(s string) string {
				for _, cut := range c.cut {
					if !strings.Contains(s, cut) {
						t.Fatalf("no %q in\n%s", cut, s)
					}
					s = strings.Replace(s, cut, "", 1)
				}
				return s
			})
			sync()
			if got := tm.read(regionDay); got != file {
				t.Errorf("pulled:\n%s", unified("", file, got))
			}
			tm.change(regionDay, func(s string) string { return strings.Replace(s, "- nichts", "- nicht viel", 1) })
			sync()
			if page := tm.Get(tm.page(regionDay)); strings.Contains(page, c.gone) || !strings.Contains(page, "nicht viel") {
				t.Errorf("it is there again:\n%s", page)
			}
			if got := tm.read(regionDay); strings.Contains(got, c.never) {
				t.Errorf("pulled later:\n%s", got)
			}
		})
	}
}

// A change to a line of the plan that cannot be made to the task it leads to is a
// conflict: it is lost on neither side.
func TestPlanNotUnderstood(t *testing.T) {
	t.Parallel()
	tm := newTeam(t, nil)
	tm.write(regionDay, regionBody)
	tm.sync()
	tm.onWiki("Erika", regionDay, func(s string) string {
		return strings.NewReplacer(`<span id="310306-4"></span>`, "", "|Zaun streichen]] bis 10.03.2031", "|Zaun streichen]] bis 17.03.2031").Replace(s)
	})
	page, file := tm.Get(tm.page(regionDay)), tm.read(regionDay)
	all, err := tm.run(t.Context(), syncing)
	var c *ConflictError
	if err != nil || !errors.As(all[0].Err, &c) || c.Reason != ReasonUnclear {
		t.Errorf("%v, %+v", err, all)
	}
	if tm.Get(tm.page(regionDay)) != page || tm.read(regionDay) != file {
		t.Errorf("written in spite of it")
	}
}
