package capture

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks"
	"telko/tasks/when"
)

// texts are what the random keeper types: much of it looks like structure.
var texts = []string{
	"die Fock ist gerissen", "1. Januar", "> 3h", `C:\neu`, "2*3*4", "# kein Thema", "## auch nicht", "- Strich", "+1", "* Stern",
	"**Beschluss:** angenommen", "__Antwort:__ ja", "Antrag 5: nein", "[ ] Kasten", "[x] getan", "```", "~~~", "---", "===", "<!-- weg", "-->",
	"<script>", "<div>", "[a]: https://example.org", "Begründung: weil", "> **Antwort:** nein", "    eingerückt", "a | b", "|---|---|",
	"Anwesend", "Gäste", "Offene Aufgaben", "Backups (Fortsetzung)", "&amp; und &nbsp;", "`code", "``", `\`, `ende\`, "*offen", "_a_", "[[Seite]]", "{nicht}",
	"(kaja)", "flicken (kaja, lotte?) bis 20.5.", "nähen (deck) freitag", "x (wer?)", "y #320506-9", "z #320429-1", "#320429-1 alt", "ÄÖÜ ß é", "M #M320506-1",
	"TODO kaja: Tee", "@lotte Kaffee", "Zuständig: fiete", "text bis morgen", "-", "…", "1)", "10. ", "a  b", "Antrag", "Motion 2", "Antrag: X",
}

// pastes are texts of several lines.
var pastes = []string{
	"eins\nzwei", "# Kopf\n\ntext\n\n## Unter\n\n- a\n- b", "```\ncode", "~~~\n# x\n~~~\nweiter", "text\n---\nmehr", "text\n===", "a\n\n\n\nb",
	"> **Antwort:** ja\n> mehr", "**Begründung:** x\n**Beschluss:** y", "- [ ] Aufgabe (kaja)\n- [x] zwei", "<!-- \nweg", "<pre>\n\nx", "<div>\n*a*\n\n</div>",
	"[a]: https://example.org\n[b]: y", "1. a\n2. b\n   - c\n     - d", "#### Begründung\nweil", "### Antrag 3: x\ny", "  ```\n x\n# y\n", "- a\n  ```\n# b\n```\n# c",
	"    code\n# kein\n", "a\n    # b\n* * *\nc", "***\n___\nx", "\tTab\n\t\tmehr", "- \n- \n", "a\\\nb\\", "**Antragsteller:** ich", "> a\n# b", "| a |\n|---|\n| b |", "* \n  # b", "-\n# q",
	"10) z\n\n    ```\n    # y\nz", "#\n##", "# **Beschluss:** x", "<?php\nx", "text <!-- x -->", "`a\nb`", "- a\n\n\n  **Beschluss:** b", "+ [ ] x", "1. [ ] y", "> - [ ] z", "Text\n# Antwort der IT (23:10)\nx",
}

// keeper does what comes to mind.
type keeper struct {
	t   testing.TB
	s   *Session
	rng *rand.Rand
}

func (k *keeper) pick(list []string) string { return list[k.rng.IntN(len(list))] }

// text returns what may be typed.
func (k *keeper) text() string {
	if k.rng.IntN(3) == 0 {
		return k.pick(texts) + " " + k.pick(texts)
	}
	return k.pick(texts)
}

// entry returns an entry, "" if there is none.
func (k *keeper) entry() EntryID {
	v := k.s.View()
	if len(v.Entries) == 0 {
		return ""
	}
	return v.Entries[k.rng.IntN(len(v.Entries))].ID
}

func (k *keeper) topic() EntryID {
	v := k.s.View()
	if len(v.Topics) == 0 {
		return ""
	}
	return v.Topics[k.rng.IntN(len(v.Topics))].ID
}

// act does something; it may be refused.
func (k *keeper) act() error {
	s, rng := k.s, k.rng
	one := func(e Event) error { return s.commit([]Event{e}) }
	clock := when.ClockAt((22+rng.IntN(5))%24, rng.IntN(60))
	kind := []motions.Kind{motions.TextPart, motions.Reasons, motions.Answer, motions.Comment, motions.Amendment, motions.VotePart, motions.Decision, Petition}[rng.IntN(8)]
	switch rng.IntN(34) {
	case 0, 1, 2, 3:
		return one(Event{Verb: MakeNote, Text: k.text(), Level: rng.IntN(4)})
	case 4, 5:
		return one(Event{Verb: MakeTask, Text: k.text(), Level: rng.IntN(2)})
	case 6:
		return one(Event{Verb: MakeDecision, Text: k.text()})
	case 7, 8:
		return one(Event{Verb: MakeTopic, Text: k.title(), Level: 2 + rng.IntN(3)})
	case 9:
		return s.doIt(GotoTopic{k.topic()})
	case 10:
		return one(Event{Verb: MakeMotion, Text: k.text()})
	case 11, 12, 13:
		if s.doc.motion == "" {
			return nil
		}
		e := Event{Verb: MakePassage, Passage: kind, Text: k.text()}
		switch kind {
		case motions.VotePart:
			e.Text, e.Clock = "5 dafür, 1 dagegen, 2 Enthaltungen", clock
		case motions.Answer:
			e.Who = k.pick([]string{"IT", "", "der Vorstand", "x: y", "**", "a b c d e f g"})
		}
		return one(e)
	case 14, 15:
		if s.doc.open == "" {
			return nil
		}
		e := Event{Verb: Extend, Of: s.doc.open, Text: k.text()}
		if rng.IntN(3) == 0 {
			e.Text, e.Source = k.pick(pastes), true
		}
		return one(e)
	case 16:
		return s.doIt(PasteText{Text: k.pick(pastes), Kind: []Kind{KindNote, KindPassage}[rng.IntN(2)], Passage: kind})
	case 17:
		e := EditEntry{ID: k.entry(), Text: k.text()}
		if rng.IntN(3) == 0 {
			e.Text, e.Source = k.pick(pastes), true
		}
		return s.doIt(e)
	case 18, 19:
		return s.doIt(MoveEntry{k.entry(), k.entry()})
	case 20:
		return s.doIt(MoveEntry{k.entry(), AtEnd})
	case 21:
		return s.doIt(NestEntry{k.entry(), 1 - 2*rng.IntN(2)})
	case 22:
		return s.doIt(RetypeEntry{k.entry(), []Kind{KindNote, KindTask, KindDecision, KindPassage}[rng.IntN(4)], kind})
	case 23:
		return s.doIt(DeleteEntry{k.entry()})
	case 24, 25:
		return s.doIt(SetPresence{
			Person: Presence{Nick: k.pick([]string{"kaja", "lotte", "fiete", "otto", "neu", "xaver"}), Guest: rng.IntN(5) == 0},
			Verb:   []Verb{Come, Come, Leave, Leave, Excuse, Expect, Forget}[rng.IntN(7)], Clock: clock,
		})
	case 26:
		if n := s.doc.byID[k.entry()]; n != nil && n.e.Kind == KindTask && n.e.TaskID == "" {
			return one(Event{Verb: GiveID, Of: n.e.ID, TaskID: tasks.MeetingID("", s.doc.meeting.IDDay, 20+len(s.doc.taskIDs))})
		}
	case 27:
		if rng.IntN(4) == 0 {
			return s.doIt(MakePrivate{k.topic()})
		}
	case 28:
		return s.doIt(PromiseOutcome{Task: tasks.Task{ID: tasks.ID("320429-" + k.pick([]string{"1", "2", "3"})), Text: "alt", Private: rng.IntN(6) == 0}, Verb: tasks.DoneV})
	case 29:
		return one(Event{Verb: MakeNote, Topic: k.topic(), Stay: true, Text: k.text()})
	case 30:
		return s.doIt(UndoLast{})
	case 31:
		return s.doIt(RedoLast{})
	case 32:
		if n := s.doc.byID[k.entry()]; n != nil && n.e.Kind == KindTask {
			return one(Event{Verb: Tick, Of: n.e.ID, Done: !n.e.Done})
		}
	case 33:
		if effects := s.Effects(); len(effects) > 0 {
			return s.Carried(effects[0])
		}
	}
	return nil
}

// title returns a title that no topic has: an existing one would return to it.
func (k *keeper) title() string {
	title := strings.TrimSuffix(k.text(), " (Fortsetzung)")
	for _, tp := range k.s.View().Topics {
		if lang.Key(tp.Title) == lang.Key(title) {
			return title + " " + string(rune('A'+k.rng.IntN(26))) + string(rune('a'+k.rng.IntN(26)))
		}
	}
	return title
}

// doIt is Do without its reading.
func (s *Session) doIt(c Command) error {
	_, err := s.Do(c)
	return err
}

// TestRandomSessions has a keeper do what no keeper would, and checks after
// every few steps that files, View and journal say the same, and after every
// step that undo takes back all of it and redo brings back the same.
func TestRandomSessions(t *testing.T) {
	var last *Session
	for seed := range uint64(24) {
		base := []string{testBase, testAgenda}[seed%2]
		s := newTestSession(t, Config{Base: []byte(base), Context: minutes.Context{Lang: lang.German}})
		k := &keeper{t, s, rand.New(rand.NewPCG(seed, 1))}
		t.Cleanup(func() {
			if !t.Failed() || s != last {
				return
			}
			for _, e := range s.log.all[max(0, len(s.log.all)-12):] {
				t.Logf("%+v", e)
			}
		})
		last = s
		for step := range 50 {
			before, undos := describe(s), len(s.log.back)
			forth := len(s.log.forth)
			err := k.act()
			var refused *lang.Error
			if err != nil && !errors.As(err, &refused) {
				t.Fatal(err)
			}
			if t.Failed() {
				return
			}
			if len(s.log.back) == undos+1 && forth >= len(s.log.forth) && s.log.all[len(s.log.all)-1].Verb != Redo {
				checkUndo(t, s, before)
			}
			if step%5 == 4 {
				checkDocument(t, s)
			}
			if t.Failed() {
				t.Fatalf("seed %d, step %d", seed, step)
			}
		}
	}
}

// checkUndo takes back the last step, which led here from before, and brings it
// back.
func checkUndo(t testing.TB, s *Session, before string) {
	t.Helper()
	after := describe(s)
	if err := s.doIt(UndoLast{}); err != nil {
		t.Fatal(err)
	}
	if got := describe(s); withoutHistory(got) != withoutHistory(before) {
		t.Fatalf("undo of %s: %s", dump(s.log.all[len(s.log.all)-2]), firstDiff(withoutHistory(got), withoutHistory(before)))
	}
	if err := s.doIt(RedoLast{}); err != nil {
		t.Fatal(err)
	}
	if got := describe(s); withoutHistory(got) != withoutHistory(after) {
		t.Fatalf("redo: %s", firstDiff(withoutHistory(got), withoutHistory(after)))
	}
}

// withoutHistory takes what undo and redo would do out of a description.
func withoutHistory(s string) string {
	i := strings.Index(s, `"CanUndo":`)
	j := strings.Index(s, `"Rev":`)
	return s[:i] + s[j:]
}
