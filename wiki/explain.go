package wiki

import (
	"cmp"
	"errors"
	"fmt"

	"telko/minutes/lang"
	"telko/wiki/client"
)

// Explain returns err in the words of users if it is one of a wiki's client,
// else err itself. errors.As still finds the *client.Error.
func Explain(err error) error {
	var e *client.Error
	if !errors.As(err, &e) {
		return err
	}
	var said *lang.Error // an error that speaks the user's language already
	if errors.As(err, &said) {
		return err
	}
	info := cmp.Or(e.Info, e.Code)
	if info == "" && e.Status != 0 {
		info = fmt.Sprintf("HTTP %d", e.Status)
	}
	var out *lang.Error
	switch e.Kind {
	case client.Conflict, client.Exists, client.Deleted:
		out = lang.E(lang.WikiRaced, e.Title).Hint(lang.WikiRacedHint)
	case client.Protected:
		out = lang.E(lang.WikiProtected, e.Title, info).Hint(lang.WikiProtectedHint)
	case client.Excluded:
		out = lang.E(lang.WikiExcluded, e.Title).Hint(lang.WikiExcludedHint)
	case client.TooBig:
		out = lang.E(lang.WikiTooBig, e.Title, info).Hint(lang.WikiTooBigHint)
	case client.BadTitle:
		out = lang.E(lang.WikiBadTitle, e.Title).Hint(lang.WikiBadTitleHint)
	case client.Auth:
		out = lang.E(lang.WikiAuth, info).Hint(lang.WikiAuthHint)
	case client.Blocked:
		out = lang.E(lang.WikiBlocked, info).Hint(lang.WikiBlockedHint)
	case client.Captcha:
		out = lang.E(lang.WikiCaptcha).Hint(lang.WikiCaptchaHint)
	case client.Busy:
		out = lang.E(lang.WikiBusy, info).Hint(lang.WikiAgainHint)
	case client.Unreachable:
		out = lang.E(lang.WikiUnreachable, info).Hint(lang.WikiAgainHint)
	case client.NotAPI:
		out = lang.E(lang.WikiNotAPI, info).Hint(lang.WikiNotAPIHint)
		if e.Location != "" {
			out.Hint(lang.WikiMovedHint, e.Location)
		}
	case client.Insecure:
		out = lang.E(lang.WikiInsecure).Hint(lang.WikiInsecureHint)
	default:
		out = lang.E(lang.WikiRefused, e.Title, info).Hint(lang.WikiRefusedHint)
	}
	return out.Because(err)
}
