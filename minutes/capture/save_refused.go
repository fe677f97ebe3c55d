package capture

import (
	"errors"

	"telko/minutes/lang"
	"telko/tasks"
)

// refusedSay says why an effect was refused.
func refusedSay(err error, l lang.Lang) string {
	var r *tasks.Refused
	if !errors.As(err, &r) {
		return lang.Say(err, l)
	}
	switch r.Code {
	case tasks.NotOpen:
		return lang.OutcomeNotOpen.In(l)
	case tasks.NotLast:
		return lang.OutcomeNotLast.In(l)
	case tasks.NoText:
		return lang.OutcomeNoText.In(l)
	}
	return lang.OutcomeNotNewer.In(l)
}
