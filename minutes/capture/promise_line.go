package capture

import (
	"strings"

	"telko/minutes/lang"
)

// PromiseLine returns the line that Enter takes for what has become of a
// promise: of a task, words as they stand behind its number ("erledigt", "bis
// freitag", "(jola)"); a motion and a topic are taken up.
func (s *Session) PromiseLine(p *Promise, words string) (string, error) {
	switch p.Kind {
	case PromisedTask:
		if words == "" {
			return "", lang.E(lang.RecordWhatOfIt, p.Task.Text).Hint(lang.RecordWhatHint)
		}
		return "#" + string(p.Task.ID) + " " + words, nil
	case PromisedMotion:
		if p.Motion.ID != "" {
			return "/" + lang.CommandMotion.Write(s.Lang()) + " " + p.Motion.Title + " #" + string(p.Motion.ID), nil
		}
		return "/" + lang.CommandMotion.Write(s.Lang()) + " " + p.Motion.Title, nil
	}
	return "# " + p.Topic, nil
}

// Settled says what this telco has made of a promise: what stands in the
// minutes about it, "" for nothing yet.
func (s *Session) Settled(p *Promise) string {
	v := s.View()
	said := ""
	for _, e := range v.Entries {
		switch {
		case p.Kind == PromisedTask && e.Kind == KindMention && e.TaskID == p.Task.ID:
			said = e.Text
			if _, outcome, ok := strings.Cut(e.Text, "): "); ok {
				said = outcome
			} else if rest, ok := strings.CutPrefix(e.Text, p.Task.Text); ok {
				said = strings.TrimLeft(rest, ": ")
			}
		case p.Kind == PromisedMotion && e.Kind == KindMotion && e.MotionID != "" && e.MotionID == p.Motion.ID,
			p.Kind == PromisedTopic && e.Kind == KindTopic && lang.Key(e.Text) == lang.Key(p.Topic):
			said = lang.RecordTakenUp.In(v.Lang)
		}
	}
	return said
}
