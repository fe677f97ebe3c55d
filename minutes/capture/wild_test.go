package capture

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks"
	"telko/tasks/when"
)

// wildEvent is an event that no keeper causes, but that a merged or damaged
// journal may hold: about entries that are not there, of kinds they are not.
func wildEvent(rng *rand.Rand, ids []EntryID) Event {
	id := func() EntryID {
		switch rng.IntN(6) {
		case 0:
			return ""
		case 1:
			return "x9x-1"
		case 2:
			return AtEnd
		}
		return ids[rng.IntN(len(ids))]
	}
	verbs := []Verb{
		Open, Head, Written, End, Again, MakeTopic, Goto, Private, Close, MakeNote, MakeTask, MakeDecision, MakeMotion, MakePassage, MakeMention, MakeRaw,
		Petitioner, Extend, Edit, Move, Nest, Retype, Delete, Tick, GiveID, Come, Leave, Excuse, Expect, Forget, Outcome, Carried, Tell, "neu",
	}
	e := Event{
		Verb: verbs[rng.IntN(len(verbs))], Of: id(), Topic: id(), Before: id(), Level: rng.IntN(9) - 1, Kind: Kind(rng.IntN(9)),
		Secret: rng.IntN(5) == 0, Stay: rng.IntN(2) == 0, Source: rng.IntN(2) == 0, Lines: rng.IntN(4) == 0,
		Passage: []motions.Kind{"", motions.TextPart, motions.Answer, motions.VotePart, motions.Decision, Petition, "x"}[rng.IntN(7)],
		Section: minutes.SectionKind(rng.IntN(9)), Nick: []string{"", "kaja", "ida"}[rng.IntN(3)], Clock: when.ClockAt(rng.IntN(24), 0),
		Key: []string{"status", "end", "title", "date", "x", ""}[rng.IntN(6)], Text: texts[rng.IntN(len(texts))], Number: rng.IntN(4),
		Done: rng.IntN(2) == 0, TaskID: []tasks.ID{"", "320506-4", "320429-1"}[rng.IntN(3)],
	}
	if rng.IntN(3) == 0 {
		e.Text = pastes[rng.IntN(len(pastes))]
	}
	if rng.IntN(2) == 0 {
		e.Before = ""
	}
	if rng.IntN(4) == 0 {
		e.By = Outside
	}
	return e
}

// Whatever a journal holds, a session opens, its file can be read, and it is the
// same fold whenever it is made.
func TestWildJournals(t *testing.T) {
	for seed := range uint64(30) {
		rng := rand.New(rand.NewPCG(seed, 3))
		s := newTestSession(t, Config{Base: []byte(testMinutes), Private: []byte(testAgenda), Context: minutes.Context{Lang: lang.German}})
		var ids []EntryID
		for _, n := range s.doc.nodes {
			ids = append(ids, n.e.ID)
		}
		for range 60 {
			happen(t, s, wildEvent(rng, ids))
			last := s.log.all[len(s.log.all)-1]
			if last.Verb != Undo && last.Verb != Redo {
				ids = append(ids, last.ID)
			}
			if rng.IntN(8) == 0 && len(s.log.back) > 0 {
				if err := s.doIt(UndoLast{}); err != nil {
					t.Fatal(err)
				}
			}
			s.View()
			public, private := s.Render()
			for _, f := range [][]byte{public, private} {
				if _, err := minutes.Parse(s.c.Ref.Path, f, s.c.Context); err != nil {
					t.Fatalf("seed %d: %+v: %v\n%s", seed, last, err, f)
				}
			}
		}
		checkFold(t, s)
		if slices.ContainsFunc(s.View().Entries, func(e *Entry) bool { return e == nil }) {
			t.Fatalf("seed %d: an entry is nil", seed)
		}
		if text := publicText(s); strings.Contains(text, "\x00") {
			t.Fatal(text)
		}
	}
}
