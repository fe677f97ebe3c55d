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

// likeName says which motion it is, how alike, and by which words.
func likeName(l *archive.Likeness, la lang.Lang) string {
	s := "#" + string(l.ID) + " " + motionName(l.Record, la) + " (" + strconv.Itoa(percent(l)) + " %"
	if len(l.Words) > 0 {
		s += ": " + strings.Join(l.Words, ", ")
	}
	return s + ")"
}

func percent(l *archive.Likeness) int { return int(100*l.Score + 0.5) }

// sayAlike names earlier motions that resemble one that came in, on stderr.
func (a *app) sayAlike(found []archive.Likeness) {
	if len(found) == 0 {
		return
	}
	a.out.Talk(lang.MotionAlike)
	for i := range found {
		l := &found[i]
		a.out.talk("  " + oneLine(likeName(l, a.lang)))
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

func alikesJSON(found []archive.Likeness) []alikeJSON {
	out := make([]alikeJSON, 0, len(found))
	for i := range found {
		l := &found[i]
		j := alikeJSON{string(l.ID), l.Title, percent(l), append([]string{}, l.Words...), string(l.Outcome), []motionPartJSON{}}
		for _, p := range recordJSON(l.Record).Parts {
			if p.Kind == string(motions.Answer) && !p.Repeated {
				j.Answers = append(j.Answers, p)
			}
		}
		out = append(out, j)
	}
	return out
}
