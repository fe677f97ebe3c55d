package cli

import (
	"strconv"
	"strings"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/motions"
)

// mostAlike is how many motions that resemble one are named.
const mostAlike = 3

// likeness is an earlier motion that resembles one, with the answers that it
// was given.
type likeness struct {
	*motions.Record
	percent int
	words   []string
}

// alikeIn returns the motions of the workspace that resemble q.
func (a *app) alikeIn(ws *archive.Workspace, q motions.Told) ([]likeness, error) {
	reg, err := ws.MotionRegister()
	if err != nil {
		return nil, err
	}
	return alike(reg.Motions, q), nil
}

// alike returns the motions of all that resemble q, the most alike first.
func alike(all []*motions.Record, q motions.Told) []likeness {
	told := make([]motions.Told, len(all))
	for i, r := range all {
		told[i] = r.Told()
	}
	var out []likeness
	for _, l := range motions.NewMemory(told).Like(q, mostAlike) {
		out = append(out, likeness{all[l.Index], int(100*l.Score + 0.5), l.Words})
	}
	return out
}

// answersOf returns the answers that a motion was given, each once.
func answersOf(r *motions.Record) []*motions.Part {
	var out []*motions.Part
	for i := range r.Parts {
		if p := &r.Parts[i]; p.Kind == motions.Answer && !p.Repeated {
			out = append(out, p)
		}
	}
	return out
}

// name says which motion it is, how alike, and by which words.
func (l likeness) name(la lang.Lang) string {
	s := "#" + string(l.ID) + " " + motionName(l.Record, la) + " (" + strconv.Itoa(l.percent) + " %"
	if len(l.words) > 0 {
		s += ": " + strings.Join(l.words, ", ")
	}
	return s + ")"
}

// sayAlike names earlier motions that resemble one that came in, on stderr.
func (a *app) sayAlike(found []likeness) {
	if len(found) == 0 {
		return
	}
	a.out.Talk(lang.MotionAlike)
	for _, l := range found {
		a.out.talk("  " + oneLine(l.name(a.lang)))
		for _, p := range answersOf(l.Record) {
			a.out.talk("    " + answerLabel(&p.Passage, a.lang) + ": " + shortened(p.Text, 160))
		}
	}
}

// answerLabel returns how a passage is called, with who speaks.
func answerLabel(p *motions.Passage, l lang.Lang) string {
	label := p.Label
	if label == "" {
		label = minutes.LabelOf(p.Kind).Write(l)
		if p.By != "" {
			label = lang.WriteBy.In(l, label, p.By)
		}
	}
	if c := p.Time; !c.IsZero() {
		label += " (" + c.String() + ")"
	}
	return label
}

// shortened returns the beginning of a text as one line.
func shortened(s string, most int) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > most {
		return strings.TrimSpace(string(r[:most-1])) + "…"
	}
	return s
}

// alikeJSON is a motion that resembles the one shown.
type alikeJSON struct {
	ID      string           `json:"id"`
	Title   string           `json:"title"`
	Percent int              `json:"percent"`
	Words   []string         `json:"words"`
	Outcome string           `json:"outcome"`
	Answers []motionPartJSON `json:"answers"`
}

func alikesJSON(found []likeness) []alikeJSON {
	out := make([]alikeJSON, 0, len(found))
	for _, l := range found {
		j := alikeJSON{string(l.ID), l.Title, l.percent, append([]string{}, l.words...), string(l.Outcome), []motionPartJSON{}}
		for _, p := range recordJSON(l.Record).Parts {
			if p.Kind == string(motions.Answer) && !p.Repeated {
				j.Answers = append(j.Answers, p)
			}
		}
		out = append(out, j)
	}
	return out
}
