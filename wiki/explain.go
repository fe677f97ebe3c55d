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
	var info any = cmp.Or(e.Info, e.Code)
	if text, ok := faultText(e.Fault); ok {
		info = lang.E(text, e.Args...)
	} else if info == "" && e.Status != 0 {
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

// faultText returns how users read what the client found to be wrong.
func faultText(f client.Fault) (t lang.Text, ok bool) {
	switch f {
	case client.NoCredentials:
		t = lang.WikiNoCredentials
	case client.NotLoggedIn:
		t = lang.WikiNotLoggedIn
	case client.NotBotPassword:
		t = lang.WikiNotBotPassword
	case client.LoginFailed:
		t = lang.WikiLoginFailed
	case client.LoginLost:
		t = lang.WikiLoginLost
	case client.LoginOther:
		t = lang.WikiLoginOther
	case client.NoBot:
		t = lang.WikiNoBot
	case client.OtherAccount:
		t = lang.WikiOtherAccount
	case client.LacksHighVolume:
		t = lang.WikiLacksHighVolume
	case client.LacksGrant:
		t = lang.WikiLacksGrant
	case client.AccountBlocked:
		t = lang.WikiAccountBlocked
	case client.NoAnswerInTime:
		t = lang.WikiNoAnswerInTime
	case client.ConnectionCut:
		t = lang.WikiConnectionCut
	case client.NotJSON:
		t = lang.WikiNotJSON
	case client.OddAnswer:
		t = lang.WikiOddAnswer
	case client.NoAddress:
		t = lang.WikiNoAddress
	case client.AddressTooLong:
		t = lang.WikiAddressTooLong
	case client.AddressUnread:
		t = lang.WikiAddressUnread
	case client.Crowded:
		t = lang.WikiCrowded
	}
	return t, t != lang.Text{}
}
