package capture

import (
	"strings"
	"testing"

	"telko/minutes"
	"telko/minutes/lang"
)

// TestDecisionOfParagraphs: a decision of however many blocks is one when its
// file is loaded again, for the reader of minutes and for this package.
func TestDecisionOfParagraphs(t *testing.T) {
	for _, text := range []string{
		"Wir kaufen eine Fock.\n\nDas Geld kommt aus der Bordkasse.",
		"Wir tun dreierlei:\n\n- nähen\n- *trocknen*\n  - im Wind\n\n1. lüften\n\nund essen",
		"Der Plan:\n\n```\nFock setzen\n\n# und los\n```\n\nBis dahin!",
		"Zitat:\n> so nicht\n\n---\n\n===\n",
		"eins\n\n| a | b |\n|---|---|\n| c | d |\n\nzwei",
		"Satz eins,\nauf zwei Zeilen\n\n**Abstimmung:** 3 dafür, 1 dagegen\n\n- [ ] nähen (kaja)\n\n[a]: http://b\n\n<pre>\n\n</pre>\n\n# Titel",
		"mit Strich \\\n\nund ohne",
	} {
		for _, how := range []string{"pasted", "edited"} {
			s := newTestSession(t, Config{Context: minutes.Context{Lang: lang.German}})
			happen(t, s, Event{Verb: MakeTopic, Text: "Segel"})
			var err error
			if how == "pasted" {
				if err = s.doIt(PasteText{Text: text, Kind: KindNote}); err == nil {
					err = s.doIt(RetypeEntry{ID: s.View().Last, Kind: KindDecision})
				}
			} else {
				if _, err = s.Enter("= Fock"); err == nil {
					err = s.doIt(EditEntry{ID: s.View().Last, Text: text})
				}
			}
			if err != nil {
				t.Fatal(err)
			}
			happen(t, s, Event{Verb: MakeNote, Text: "danach"})
			file := publicText(s)
			again := newTestSession(t, Config{Base: []byte(file), Context: minutes.Context{Lang: lang.German}})
			var kinds []Kind
			for _, e := range again.View().Entries {
				kinds = append(kinds, e.Kind)
			}
			if len(kinds) != 3 || kinds[1] != KindDecision || kinds[2] != KindNote {
				t.Errorf("%s: %q is %v:\n%s", how, text, kinds, file)
				continue
			}
			f, err := minutes.Parse("x.md", []byte(file), again.c.Context)
			if err != nil || len(f.Meeting.Resolutions) != 1 || len(f.Meeting.Resolutions[0].Parts) != 1 || len(f.TaskLines()) != 0 {
				t.Errorf("%s: %q: %v, %s", how, text, err, dump(f.Meeting.Resolutions))
				continue
			}
			for _, word := range strings.Fields("Fock Bordkasse nähen trocknen Wind essen los dahin nicht zwei Abstimmung Titel ohne") {
				if strings.Contains(text, word) && !strings.Contains(f.Meeting.Resolutions[0].Parts[0].Text, word) {
					t.Errorf("%s: %q is lost: %q", how, word, f.Meeting.Resolutions[0].Parts[0].Text)
				}
			}
			// Edited once more, it is written as it was.
			if err := again.doIt(EditEntry{ID: again.View().Entries[1].ID, Text: again.View().Entries[1].Text + " x", Source: true}); err != nil {
				t.Fatal(err)
			}
			if got, want := publicText(again), strings.Replace(file, "\n\n- danach", " x\n\n- danach", 1); got != want {
				t.Errorf("%s: %s", how, firstDiff(got, want))
			}
		}
	}
}
