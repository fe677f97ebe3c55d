package minutes

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"telko/minutes/lang"
	"telko/motions"
)

const askedFor = `# Plenum 06.03.2031

## Anträge

### Antrag 1: Neue Leinwand #M310306-1

**Antragsteller:** Tjark Onnen

Das Plenum möge eine Leinwand anschaffen.

Sie soll breit sein.

**Begründung:** Die alte ist geflickt.
- an drei Stellen

> **Antwort der Kasse:** Das Geld ist da.

Niemand sieht etwas.
**Abstimmung (21:40):** 2 dafür, 0 dagegen, 0 Enthaltungen

### Antrag 2: Ruhe #M310306-2

## Technik

- der Beamer flackert
`

func said(kind motions.Kind, label, text string) motions.Passage {
	return motions.Passage{Kind: kind, Label: label, Text: text}
}

func TestAddPassages(t *testing.T) {
	for name, c := range map[string]struct {
		id      motions.ID
		add     []NewPassage
		at, was string // what stands there then, and stood there before
	}{
		"behind a passage": {
			"M310306-1",
			[]NewPassage{{said(motions.Answer, "Antwort der IT", "Ja.\n\nBald."), 0, -1}},
			"Sie soll breit sein.\n\n> **Antwort der IT:** Ja.\n>\n> Bald.\n\n**Begründung", "Sie soll breit sein.\n\n**Begründung",
		},
		"within a passage": {
			"M310306-1",
			[]NewPassage{{said(motions.Answer, "", "Ja."), 0, 0}, {said(motions.Comment, "", "Oh."), 0, 0}},
			"anschaffen.\n\n> **Antwort:** Ja.\n\n> **Kommentar:** Oh.\n\nSie soll", "anschaffen.\n\nSie soll",
		},
		"behind the answers that are there": {
			"M310306-1",
			[]NewPassage{{said(motions.Answer, "", "Und ein Stativ."), 1, -1}},
			"Geld ist da.\n\n> **Antwort:** Und ein Stativ.\n\nNiemand", "Geld ist da.\n\nNiemand",
		},
		"before a label that follows at once": {
			"M310306-1",
			[]NewPassage{{said(motions.Answer, "", "Doch."), 3, 0}},
			"Niemand sieht etwas.\n\n> **Antwort:** Doch.\n\n**Abstimmung", "Niemand sieht etwas.\n**Abstimmung",
		},
		"a decision below its vote": {
			"M310306-1",
			[]NewPassage{{motions.Passage{Kind: motions.Decision, Outcome: motions.Accepted}, -1, -1}},
			"Enthaltungen\n**Beschluss:** angenommen\n\n###", "Enthaltungen\n\n###",
		},
		"a recount": {
			"M310306-1",
			[]NewPassage{{motions.Passage{Kind: motions.VotePart, Vote: &motions.Vote{For: 3, Abstain: 1}}, -1, -1}},
			"Enthaltungen\n\n**Abstimmung:** 3 dafür, 0 dagegen, 1 Enthaltung\n\n###", "Enthaltungen\n\n###",
		},
		"a recount with its decision": {
			"M310306-1",
			[]NewPassage{{motions.Passage{Kind: motions.VotePart, Vote: &motions.Vote{For: 3}}, -1, -1}, {motions.Passage{Kind: motions.Decision, Outcome: motions.Rejected}, -1, -1}},
			"Enthaltungen\n\n**Abstimmung:** 3 dafür, 0 dagegen, 0 Enthaltungen\n**Beschluss:** abgelehnt\n\n###", "Enthaltungen\n\n###",
		},
		"into an empty motion": {
			"M310306-2",
			[]NewPassage{{said(motions.TextPart, "", "Ab elf ist Ruhe."), -1, -1}},
			"#M310306-2\n\n**Antragstext:** Ab elf ist Ruhe.\n\n##", "#M310306-2\n\n##",
		},
	} {
		t.Run(name, func(t *testing.T) {
			for _, nl := range []string{"\n", "\r\n"} {
				src := strings.ReplaceAll(askedFor, "\n", nl)
				f := mustParseAs(t, src)
				got, err := f.AddPassages(c.id, 0, c.add)
				if err != nil {
					t.Fatal(err)
				}
				want := strings.ReplaceAll(strings.Replace(askedFor, c.was, c.at, 1), "\n", nl)
				if d := cmp.Diff(want, string(got)); d != "" {
					t.Errorf("-want +got:\n%s", d)
				}
			}
		})
	}
}

func mustParseAs(t *testing.T, src string) *File {
	t.Helper()
	f, err := Parse("2031-03-06-plenum.md", []byte(src), Context{Lang: lang.German})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// What would become something else than a passage is refused: a heading that
// opens a topic, a label that opens a second passage, a place in a list.
func TestAddPassagesRefuses(t *testing.T) {
	f := mustParseAs(t, askedFor)
	for name, add := range map[string]NewPassage{
		"topic":        {said(motions.TextPart, "", "a\n\n## Topic"), -1, -1},
		"second label": {said(motions.Reasons, "", "a\n\n**Beschluss:** angenommen"), -1, -1},
		"task":         {said(motions.Reasons, "", "a\n\n- [ ] tun (mila)"), -1, -1},
	} {
		if out, err := f.AddPassages("M310306-1", 0, []NewPassage{add}); err == nil {
			t.Errorf("%s: %s", name, out)
		}
	}
	if _, err := f.AddPassages("M310306-9", 0, nil); err == nil {
		t.Error("a motion that is not there")
	}
}
