package capture

import (
	"strings"
	"testing"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks"
)

const testMinutes = testBase + `
## Anwesend

- Kaja Steuer (kaja)

## Segel

* die Fock ist gerissen
    * an der Naht
    * und am Kopf

1. nähen
2. trocknen
   - im Wind

Ein Absatz
über zwei Zeilen.

- [ ] Fock flicken (kaja, Lotte?) bis 20.5. #320506-1
- [x] Tee kochen  #320506-2

## Anträge

### Antrag 1: Neuer Anker #M320506-1

__Antragsteller__: Otto Ost

Es möge ein Anker her.

> **Antwort der Werft (22:10):** Wir haben keinen.

Er liegt im Hafen.

Abgestimmt wird später.

## Segel (Forts.)

+ noch etwas
`

// entryOf returns the entry whose text begins so.
func entryOf(t testing.TB, s *Session, text string) EntryID {
	t.Helper()
	for _, e := range s.View().Entries {
		if strings.HasPrefix(e.Text, text) {
			return e.ID
		}
	}
	t.Fatalf("no entry %q", text)
	return ""
}

func TestEditFile(t *testing.T) {
	for _, c := range []struct {
		name     string
		do       func(id func(text string) EntryID) Command
		old, new string // what changes in the file
	}{
		{"a note", func(id func(string) EntryID) Command { return EditEntry{ID: id("die Fock"), Text: "1. Genua"} }, "* die Fock ist gerissen\n", "* 1\\. Genua\n"},
		{"a nested note", func(id func(string) EntryID) Command { return EditEntry{ID: id("an der"), Text: "am *Hals*"} }, "    * an der Naht\n", "    * am *Hals*\n"},
		{"a numbered note", func(id func(string) EntryID) Command { return EditEntry{ID: id("trocknen"), Text: "lüften"} }, "2. trocknen\n", "2. lüften\n"},
		{"a paragraph", func(id func(string) EntryID) Command {
			return EditEntry{ID: id("Ein Absatz"), Text: "Ein Satz\n# und mehr", Source: true}
		}, "Ein Absatz\nüber zwei Zeilen.\n", "Ein Satz\n**und mehr**\n"},
		{"a task", func(id func(string) EntryID) Command {
			return EditEntry{ID: id("Fock flicken"), Text: "Fock flicken (fiete) freitag"}
		}, "- [ ] Fock flicken (kaja, Lotte?) bis 20.5. #320506-1\n", "- [ ] Fock flicken (fiete) bis 07.05.2032 #320506-1\n"},
		{"a title", func(id func(string) EntryID) Command { return EditEntry{ID: id("Segel"), Text: "Tuch"} }, "## Segel", "## Tuch"},
		{"a motion's title", func(id func(string) EntryID) Command { return EditEntry{ID: id("Neuer"), Text: "Alter Anker"} }, "Neuer Anker #M", "Alter Anker #M"},
		{"an answer", func(id func(string) EntryID) Command { return EditEntry{ID: id("Wir haben"), Text: "Wir haben einen."} }, "Wir haben keinen.\n", "Wir haben einen.\n"},
		{"what goes on behind it", func(id func(string) EntryID) Command {
			return EditEntry{ID: id("Er liegt"), Text: "Er liegt dort.\n\nWo?", Source: true}
		}, "Er liegt im Hafen.\n\nAbgestimmt wird später.\n", "Er liegt dort.\n\nWo?\n"},
		{"a petitioner", func(id func(string) EntryID) Command { return EditEntry{ID: id("Otto"), Text: "Fiete"} }, "__Antragsteller__: Otto Ost\n", "**Antragsteller:** Fiete\n"},
		{"nested deeper", func(id func(string) EntryID) Command { return NestEntry{id("und am"), 1} }, "    * und am Kopf\n", "      * und am Kopf\n"},
		{"less deep", func(id func(string) EntryID) Command { return NestEntry{id("und am"), -1} }, "    * und am Kopf\n", "* und am Kopf\n"},
		{"a note becomes a task", func(id func(string) EntryID) Command { return RetypeEntry{ID: id("nähen"), Kind: KindTask} }, "1. nähen\n", "1. [ ] nähen\n"},
		{"a task becomes a note", func(id func(string) EntryID) Command { return RetypeEntry{ID: id("Fock flicken"), Kind: KindNote} }, "- [ ] Fock flicken (kaja, Lotte?) bis 20.5. #320506-1\n", "- Fock flicken (kaja, Lotte?) bis 20.5.\n"},
		{"a task becomes a decision", func(id func(string) EntryID) Command { return RetypeEntry{ID: id("Tee"), Kind: KindDecision} }, "- [x] Tee kochen  #320506-2\n", "\n**Beschluss:** Tee kochen\n"},
		{"a passage becomes another", func(id func(string) EntryID) Command {
			return RetypeEntry{ID: id("Wir haben"), Kind: KindPassage, Passage: motions.Comment}
		}, "> **Antwort der Werft (22:10):**", "> **Kommentar von Werft (22:10):**"},
		{"deleted with what is nested in it", func(id func(string) EntryID) Command { return DeleteEntry{id("die Fock")} }, "* die Fock ist gerissen\n    * an der Naht\n    * und am Kopf\n", "* an der Naht\n* und am Kopf\n"},
		{"a deleted answer", func(id func(string) EntryID) Command { return DeleteEntry{id("Wir haben")} }, "> **Antwort der Werft (22:10):** Wir haben keinen.\n\n", "**Antragstext:** "},
		{"a deleted title", func(id func(string) EntryID) Command { return DeleteEntry{id("Anträge")} }, "## Anträge\n\n", ""},
		{"moved with what is nested in it", func(id func(string) EntryID) Command { return MoveEntry{id("trocknen"), id("nähen")} }, "1. nähen\n2. trocknen\n   - im Wind\n", "2. trocknen\n   - im Wind\n1. nähen\n"},
		{"ticked", func(id func(string) EntryID) Command { return nil }, "- [ ] Fock", "- [x] Fock"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, nl := range []string{"\n", "\r\n"} {
				file := func(s string) string { return strings.ReplaceAll(s, "\n", nl) }
				s := newTestSession(t, Config{Base: []byte(file(testMinutes)), Context: minutes.Context{Lang: lang.German}})
				if cmd := c.do(func(text string) EntryID { return entryOf(t, s, text) }); cmd == nil {
					happen(t, s, Event{Verb: Tick, Of: entryOf(t, s, "Fock flicken"), Done: true})
				} else if err := s.doIt(cmd); err != nil {
					t.Fatal(err)
				}
				want := strings.Replace(file(testMinutes), file(c.old), file(c.new), 1)
				if c.name == "a title" {
					want = strings.Replace(want, "## Segel (Forts.)", "## Tuch (Fortsetzung)", 1)
				}
				got := publicText(s)
				if c.name == "a task becomes a decision" {
					want = strings.Replace(want, file("Tee kochen\n\n## Antr"), file("Tee kochen\n\n## Antr"), 1)
				}
				if got != want {
					t.Fatal(firstDiff(got, want))
				}
				checkDocument(t, s)
				if err := s.doIt(UndoLast{}); err != nil {
					t.Fatal(err)
				}
				if got := publicText(s); got != file(testMinutes) {
					t.Fatal(firstDiff(got, file(testMinutes)))
				}
			}
		})
	}
}

func TestRefused(t *testing.T) {
	s := newTestSession(t, Config{Base: []byte(testMinutes), Context: minutes.Context{Lang: lang.German}})
	id := func(text string) EntryID { return entryOf(t, s, text) }
	for _, c := range []Command{
		EditEntry{ID: id("die Fock"), Text: " \n"},
		EditEntry{ID: "k9z-1", Text: "x"},
		NestEntry{id("die Fock"), 1},
		NestEntry{id("die Fock"), -1},
		NestEntry{id("Es möge"), 1},
		NestEntry{id("an der"), 2},
		RetypeEntry{ID: id("Es möge"), Kind: KindNote},
		RetypeEntry{ID: id("Segel"), Kind: KindTask},
		RetypeEntry{ID: id("nähen"), Kind: KindPassage, Passage: motions.Answer},
		MoveEntry{id("die Fock"), id("Wir haben")},
		MoveEntry{id("Wir haben"), id("nähen")},
		MoveEntry{id("die Fock"), id("an der")},
		MoveEntry{id("nähen"), id("Segel")},
		DeleteEntry{"k9z-1"},
		UndoLast{},
		RedoLast{},
		GotoTopic{"k9z-1"},
		GotoTopic{id("nähen")},
		SetHead{"status", "vorbei"},
		SetHead{"date", "gestern"},
		SetHead{"a b", "c"},
		SetHead{"due-days", "viele"},
		TakeVote{},
		MakePrivate{id("nähen")},
		MakePrivate{"k9z-1"},
		ReopenTelco{},
		PasteText{Text: " \n "},
		PasteText{Text: "x", Kind: KindPassage, Passage: motions.Reasons},
		SetPresence{Verb: Come},
	} {
		before := describe(s)
		if err := s.doIt(c); err == nil {
			t.Errorf("%+v is done", c)
		}
		if describe(s) != before {
			t.Errorf("%+v changes something", c)
		}
	}
}

func TestPrivate(t *testing.T) {
	s := newTestSession(t, Config{Base: []byte(testMinutes), Context: minutes.Context{Lang: lang.German}})
	happen(t, s, Event{Verb: Goto, Of: entryOf(t, s, "Anträge")}, Event{Verb: MakeNote, Text: "offen"})
	if err := s.doIt(MakePrivate{entryOf(t, s, "Segel")}); err != nil {
		t.Fatal(err)
	}
	happen(t, s, Event{Verb: Goto, Of: entryOf(t, s, "Segel")}, Event{Verb: MakeNote, Text: "geheim"}, Event{Verb: MakeTask, Text: "Segel kaufen (kaja)"}, Event{Verb: MakeMotion, Text: "Geheimer"})
	public, private := s.Render()
	for _, secret := range []string{"Segel", "Fock", "nähen", "Absatz", "Tee", "noch etwas", "geheim", "Geheimer"} {
		if strings.Contains(string(public), secret) {
			t.Errorf("%q is public:\n%s", secret, public)
		}
		if !strings.Contains(string(private), secret) {
			t.Errorf("%q is lost:\n%s", secret, private)
		}
	}
	for _, open := range []string{"## Nichtöffentlicher Teil", "offen", "Neuer Anker", "Kaja Steuer"} {
		if !strings.Contains(string(public), open) {
			t.Errorf("%q is not public:\n%s", open, public)
		}
	}
	if strings.Contains(string(private), "Kaja Steuer") || strings.Contains(string(private), "page:") {
		t.Errorf("the private file has attendance:\n%s", private)
	}
	checkDocument(t, s)

	again := newTestSession(t, Config{Base: public, Private: private, Context: minutes.Context{Lang: lang.German}})
	p1, p2 := again.Render()
	if string(p1) != string(public) || string(p2) != string(private) {
		t.Errorf("loaded and rendered: %s\n%s", firstDiff(string(p1), string(public)), firstDiff(string(p2), string(private)))
	}
	happen(t, again, Event{Verb: Goto, Of: entryOf(t, again, "Segel")}, Event{Verb: MakeNote, Text: "noch geheimer"})
	if p1, p2 = again.Render(); strings.Contains(string(p1), "geheim") || !strings.Contains(string(p2), "noch geheimer") {
		t.Errorf("%s\n%s", p1, p2)
	}
	if err := s.doIt(MakePrivate{entryOf(t, s, "Segel")}); err == nil {
		t.Error("private twice")
	}
}

func TestEffects(t *testing.T) {
	s := newTestSession(t, Config{Base: []byte(testMinutes), Context: minutes.Context{Lang: lang.German}})
	list := func() string {
		var out []string
		for _, e := range s.Effects() {
			what := string(e.Event.Verb) + " " + string(e.Event.ID)
			if e.Undo {
				what = "undo " + what
			}
			out = append(out, what)
		}
		return strings.Join(out, ", ")
	}
	carry := func() {
		t.Helper()
		for _, e := range s.Effects() {
			if e.Event.At.IsZero() {
				e.Event.At, e.Event.By = s.c.Now(), "kaja"
			}
			if err := s.Carried(e); err != nil {
				t.Fatal(err)
			}
		}
		if got := list(); got != "" {
			t.Errorf("still %s", got)
		}
		checkFold(t, s)
	}
	steps := []struct {
		do   Command
		want string
	}{
		{PromiseOutcome{Task: tasks.Task{ID: "320429-1", Text: "Leinen"}, Verb: tasks.DoneV}, "done 320429-1"},
		{UndoLast{}, "undo done 320429-1"},
		{RedoLast{}, "done 320429-1"},
		{DeleteEntry{entryOf(t, s, "Fock flicken")}, "drop 320506-1"},
		{UndoLast{}, "undo drop 320506-1"},
		{RetypeEntry{ID: entryOf(t, s, "Fock flicken"), Kind: KindNote}, "drop 320506-1"},
		{RetypeEntry{ID: entryOf(t, s, "Fock flicken"), Kind: KindTask}, "undo drop 320506-1"},
		{EditEntry{ID: entryOf(t, s, "Fock flicken"), Text: "Fock nähen (kaja)"}, ""},
		{MoveEntry{entryOf(t, s, "Tee"), entryOf(t, s, "nähen")}, ""},
	}
	for _, st := range steps {
		if err := s.doIt(st.do); err != nil {
			t.Fatalf("%+v: %v", st.do, err)
		}
		if got := list(); got != st.want {
			t.Fatalf("%+v: %q, not %q", st.do, got, st.want)
		}
		carry()
	}

	// A task that was made here, minted, and taken back.
	happen(t, s, Event{Verb: MakeTask, Text: "neu (kaja)"})
	id := s.View().Last
	happen(t, s, Event{Verb: GiveID, Of: id, TaskID: "320506-7"})
	if err := s.doIt(UndoLast{}); err != nil || list() != "drop 320506-7" {
		t.Fatalf("%v, %s", err, list())
	}
	carry()
	if err := s.doIt(RedoLast{}); err != nil || list() != "undo drop 320506-7" {
		t.Fatalf("%v, %s", err, list())
	}
	carry()
	if e := s.View().Entry(id); e.TaskID != "320506-7" || e.Number != 7 {
		t.Errorf("%+v", e)
	}

	// What another program deletes becomes an orphan, and is not dropped.
	happen(t, s, Event{Verb: Delete, Of: id, By: Outside})
	if got := list(); got != "" {
		t.Error(got)
	}
}

// TestEditSpeaker: who speaks in a passage can be named, changed and cleared;
// the words of a label stay while the one who speaks does.
func TestEditSpeaker(t *testing.T) {
	set := func(by string) func(*Session, EntryID) Command {
		return func(s *Session, id EntryID) Command {
			return EditEntry{ID: id, Text: s.View().Entry(id).Text, SetBy: true, By: by}
		}
	}
	form := func(by, text, petitioner string) func(*Session, EntryID) Command {
		return func(s *Session, id EntryID) Command {
			c := EditMotion{ID: entryOf(t, s, "Neuer Anker"), Title: "Neuer Anker", Petitioner: petitioner}
			for _, e := range s.View().Entries {
				if e.Motion != c.ID || e.Kind != KindPassage || e.Passage == Petition {
					continue
				}
				p := MotionPart{ID: e.ID, Passage: e.Passage, By: e.By, Clock: e.Clock, Text: e.Text}
				if e.ID == id {
					p.By, p.Text = by, text
				}
				c.Parts = append(c.Parts, p)
			}
			return c
		}
	}
	const was = "> **Antwort der Werft (22:10):** Wir haben keinen.\n"
	const petitioner = "__Antragsteller__: Otto Ost\n\n"
	for _, c := range []struct {
		name     string
		do       func(*Session, EntryID) Command
		old, new string
	}{
		{"cleared", set(""), was, "> **Antwort (22:10):** Wir haben keinen.\n"},
		{"changed", set("Lotte"), was, "> **Antwort von Lotte (22:10):** Wir haben keinen.\n"},
		{"the same", set("Werft"), "", ""},
		{"cleared in the form", form("", "Wir haben keinen.", "Otto Ost"), was, "> **Antwort (22:10):** Wir haben keinen.\n"},
		{"changed in the form", form("Lotte", "Wir haben keinen.", "Otto Ost"), was, "> **Antwort von Lotte (22:10):** Wir haben keinen.\n"},
		{"only the text, in the form", form("Werft", "Wir haben einen.", "Otto Ost"), was, "> **Antwort der Werft (22:10):** Wir haben einen.\n"},
		{"without a petitioner", form("Werft", "Wir haben keinen.", ""), petitioner, ""},
		{"a passage that was emptied", form("Werft", " \n", "Otto Ost"), was + "\n", "**Antragstext:** "},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newTestSession(t, Config{Base: []byte(testMinutes), Context: minutes.Context{Lang: lang.German}})
			if err := s.doIt(c.do(s, entryOf(t, s, "Wir haben"))); err != nil {
				t.Fatal(err)
			}
			want := strings.Replace(testMinutes, c.old, c.new, 1)
			if got := publicText(s); got != want {
				t.Fatal(firstDiff(got, want))
			}
			checkFold(t, s)
			if c.name == "the same" {
				return
			}
			if err := s.doIt(UndoLast{}); err != nil || publicText(s) != testMinutes {
				t.Errorf("undone: %v, %s", err, firstDiff(publicText(s), testMinutes))
			}
		})
	}
	s := newTestSession(t, Config{Base: []byte(testMinutes), Context: minutes.Context{Lang: lang.German}})
	for _, text := range []string{"die Fock", "Otto Ost", "Segel"} {
		id := entryOf(t, s, text)
		if err := s.doIt(set("Lotte")(s, id)); err == nil {
			t.Errorf("in %q speaks somebody", text)
		}
	}
}
