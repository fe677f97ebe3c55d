package cli

import (
	"errors"

	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks"
)

// logLine says what is wrong with a line of a log.
func logLine(e *tasks.EventError) *lang.Error {
	switch e.Code {
	case tasks.BadText:
		return lang.E(lang.LogBadText)
	case tasks.BadInstant:
		return lang.E(lang.LogBadInstant)
	case tasks.BadName:
		return lang.E(lang.LogBadName, e.Word)
	case tasks.BadID:
		return lang.E(lang.LogBadID, e.Word)
	case tasks.BadVerb:
		return lang.E(lang.LogBadVerb, e.Word)
	case tasks.BadDate:
		return lang.E(lang.LogBadDate, e.Word)
	case tasks.BadDigest:
		return lang.E(lang.LogBadDigest, e.Word)
	case tasks.BadList:
		return lang.E(lang.LogBadList, e.Word)
	case tasks.BadUndo:
		return lang.E(lang.LogBadUndo, e.Word)
	case tasks.UnknownVerb:
		return lang.E(lang.LogUnknownVerb, e.Word)
	case tasks.Conflict:
		return lang.E(lang.LogConflict)
	case tasks.Cut:
		return lang.E(lang.LogCut)
	case tasks.Ahead:
		return lang.E(lang.LogAhead)
	}
	return nil
}

// unreadLines says which lines of the log on the wiki do not count: the first few
// of them, and how many more there are.
func (a *app) unreadLines(bad []*tasks.LineError) []string {
	const most = 5
	var out []string
	for _, e := range bad[:min(len(bad), most)] {
		out = append(out, lang.LogUnread.In(a.lang, at(e.File, e.Line), say(e.Err, a.lang)))
	}
	if more := len(bad) - most; more > 0 {
		out = append(out, lang.LogUnreadMore.In(a.lang, bad[most].File, more))
	}
	return out
}

// logEvent says why an event that can be read does not fit its task.
func logEvent(p *archive.EventError) *lang.Error {
	e := &p.Event
	switch p.Code {
	case tasks.BeforeAdd:
		return lang.E(lang.LogBeforeAdd, p.ID, string(e.Verb), e.By)
	case tasks.NoAdd:
		return lang.E(lang.LogNoAdd, p.ID)
	case tasks.TwoTexts:
		return lang.E(lang.LogTwoTexts, p.ID)
	case tasks.TwoTasks:
		return lang.E(lang.LogTwoTasks, p.ID)
	case tasks.NotLast:
		return lang.E(lang.LogNotLast, p.ID, e.By, string(e.Of))
	case tasks.InMinutes:
		return lang.E(lang.LogInMinutes, p.ID)
	case tasks.NotOpen:
		return lang.E(lang.LogNotOpen, p.ID, string(e.Verb), e.By)
	}
	return nil
}

// motionLine says what is wrong with a line of the log of the motions, nil if
// err is about something else.
func motionLine(err error) *lang.Error {
	var id *motions.BadIDError
	if refused := motionRefusal(err); refused != nil {
		return refused
	}
	switch {
	case errors.As(err, &id):
		return lang.E(lang.LogBadMotion, id.Text)
	case errors.Is(err, motions.ErrInstant):
		return lang.E(lang.LogBadInstant)
	case errors.Is(err, motions.ErrCut):
		return lang.E(lang.LogShort)
	case errors.Is(err, motions.ErrVerb):
		return lang.E(lang.LogOtherVerb)
	case errors.Is(err, motions.ErrDigest):
		return lang.E(lang.LogNoDigest)
	case errors.Is(err, motions.ErrMarker):
		return lang.E(lang.LogConflict)
	}
	return nil
}
