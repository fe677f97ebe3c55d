package cli

import (
	"strings"
	"sync"
	"time"

	"telko/cmd/internal/tui"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/motions"
)

// earlierFresh is how long what was read of earlier motions is good enough: a
// motion of this telco may be like one of half an hour ago.
const earlierFresh = time.Minute

// alike returns the search for motions that resemble the one that is recorded.
// It runs beside the conversation; what cannot be read is none.
func (t *telco) alike() func(q motions.Told) []archive.Likeness {
	var mu sync.Mutex
	var read time.Time
	var reg *archive.MotionRegister
	return func(q motions.Told) []archive.Likeness {
		mu.Lock()
		defer mu.Unlock()
		if now := t.env.Now(); reg == nil || now.Sub(read).Abs() > earlierFresh {
			fresh, err := t.ws.MotionRegister()
			if err != nil {
				return nil
			}
			reg, read = fresh, now
		}
		return archive.Alike(reg.Motions, q, mostAlike)
	}
}

// earlier is alike for the screen.
func (t *telco) earlier() func(q motions.Told) []tui.Earlier {
	find := t.alike()
	return func(q motions.Told) []tui.Earlier {
		var out []tui.Earlier
		for _, l := range find(q) {
			out = append(out, tui.Earlier{Name: t.earlierName(l.Record), Text: t.earlierText(l.Record)})
		}
		return out
	}
}

func (t *telco) earlierName(r *motions.Record) string {
	return strings.TrimSpace("#" + string(r.ID) + " " + motionName(r, t.lang))
}

// earlierText says what a motion asked for, and what was answered.
func (t *telco) earlierText(r *motions.Record) string {
	var b strings.Builder
	if state := t.motionState(r); state != "" {
		b.WriteString(state + "\n\n")
	}
	for i := range r.Parts {
		p := &r.Parts[i]
		if p.Kind == motions.TextPart && !p.Repeated {
			b.WriteString(plainText(p.Text) + "\n\n")
		}
	}
	for _, said := range t.earlierAnswers(r) {
		b.WriteString(said + "\n\n")
	}
	return b.String()
}

// earlierAnswers returns what was answered to a motion, each with who said it,
// or that nothing was.
func (t *telco) earlierAnswers(r *motions.Record) []string {
	var out []string
	for _, p := range answersOf(r) {
		out = append(out, answerLabel(&p.Passage, t.lang)+": "+plainText(p.Text))
	}
	if len(out) == 0 {
		return []string{lang.ScreenNoAnswer.In(t.lang)}
	}
	return out
}
