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

// earlier returns the search of the screen for motions that resemble the one
// that is recorded. It runs beside the screen; what cannot be read is none.
func (t *telco) earlier() func(q motions.Told) []tui.Earlier {
	var mu sync.Mutex
	var read time.Time
	var reg *archive.MotionRegister
	return func(q motions.Told) []tui.Earlier {
		mu.Lock()
		defer mu.Unlock()
		if now := t.env.Now(); reg == nil || now.Sub(read).Abs() > earlierFresh {
			fresh, err := t.ws.MotionRegister()
			if err != nil {
				return nil
			}
			reg, read = fresh, now
		}
		var out []tui.Earlier
		for _, l := range archive.Alike(reg.Motions, q, mostAlike) {
			name := strings.TrimSpace("#" + string(l.ID) + " " + motionName(l.Record, t.lang))
			out = append(out, tui.Earlier{Name: name, Text: t.earlierText(l.Record)})
		}
		return out
	}
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
	said := answersOf(r)
	for _, p := range said {
		b.WriteString(answerLabel(&p.Passage, t.lang) + ": " + plainText(p.Text) + "\n\n")
	}
	if len(said) == 0 {
		b.WriteString(lang.ScreenNoAnswer.In(t.lang) + "\n\n")
	}
	return b.String()
}
