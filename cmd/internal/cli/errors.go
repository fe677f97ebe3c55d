package cli

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"telko/cmd/internal/mail"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

// fail tells the user about err and returns the exit code.
func (a *app) fail(err error) int {
	code := exitCode(err)
	if err == nil || errors.Is(err, errSilent) {
		return code
	}
	a.out.Fail(say(err, a.lang), a.hintOf(err))
	return code
}

// hintOf returns what one can do about err, "" if nobody knows.
func (a *app) hintOf(err error) string {
	hint := lang.HintOf(err, a.lang)
	if t := translate(err); hint == "" && t != nil {
		hint = lang.HintOf(t, a.lang)
	}
	return hint
}

// say returns err's message in l. Errors of the rooms that know no language
// are translated here.
func say(err error, l lang.Lang) string {
	if t := translate(err); t != nil {
		return t.In(l)
	}
	var e interface {
		error
		In(lang.Lang) string
	}
	if errors.As(err, &e) {
		return e.In(l)
	}
	return err.Error()
}

// translate returns the localised form of an error of a lower room or library
// that users can meet, nil if there is none.
func translate(err error) *lang.Error {
	var (
		unknown *pflag.NotExistError
		missing *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
		syntax  *pflag.InvalidSyntaxError
		refused *tasks.Refused
		dates   *when.AmbiguousError
		noDate  *when.NotDateError
		line    *tasks.EventError
		event   *archive.EventError
		mailed  *mail.Error
	)
	switch {
	case errors.Is(err, errCancelled):
		return lang.E(lang.CLICancelled)
	case errors.Is(err, context.Canceled):
		return lang.E(lang.CLIStopped)
	case errors.As(err, &unknown):
		return lang.E(lang.CLIFlagUnknown, dashes(unknown.GetSpecifiedName()))
	case errors.As(err, &missing):
		return lang.E(lang.CLIFlagNeedsValue, dashes(missing.GetSpecifiedName()))
	case errors.As(err, &invalid):
		return lang.E(lang.CLIFlagInvalid, invalid.GetValue(), "--"+invalid.GetFlag().Name)
	case errors.As(err, &syntax):
		return lang.E(lang.CLIFlagUnknown, syntax.GetSpecifiedFlag())
	case errors.As(err, &refused):
		return refusal(refused)
	case errors.As(err, &dates):
		return ambiguousDate(dates)
	case errors.As(err, &noDate):
		return lang.E(lang.DateUnread, noDate.Text).Hint(lang.DateForms)
	case errors.As(err, &line):
		return logLine(line)
	case errors.As(err, &event):
		return logEvent(event)
	case errors.As(err, &mailed):
		return mailError(mailed)
	}
	return motionLine(err)
}

// refusal says why a task does not take an event.
func refusal(e *tasks.Refused) *lang.Error {
	switch e.Code {
	case tasks.Already, tasks.NotOpen:
		return lang.E(lang.RefusedState, e.Task, stateSaid(e.State)).Hint(lang.RefusedStateHint, e.Task)
	case tasks.NotLast:
		return lang.E(lang.RefusedNotLast, e.Task, e.Last.By)
	case tasks.NoEvent:
		return lang.E(lang.RefusedNoEvent, e.Task)
	case tasks.ClockBehind:
		return lang.E(lang.RefusedClock, e.Task, e.Last.By, e.Last.At.Format("2006-01-02 15:04")).Hint(lang.RefusedClockHint)
	}
	return lang.E(refusals(e.Code), e.Task)
}

// refusals returns what the other reasons are called.
func refusals(c tasks.Code) lang.Text {
	switch c {
	case tasks.InMinutes:
		return lang.RefusedInMinutes
	case tasks.NoText:
		return lang.RefusedNoText
	case tasks.Exists:
		return lang.RefusedExists
	}
	return lang.RefusedNotNewer
}

// mailError says why a mail was not sent. The server's own words follow.
func mailError(e *mail.Error) *lang.Error {
	said := e.Err.Error()
	var ours *lang.Error
	switch {
	case errors.As(e.Err, &ours):
		return ours
	case e.Kind == mail.Auth:
		return lang.E(lang.MailAuth, e.Host, said)
	case e.Kind == mail.Insecure:
		return lang.E(lang.MailInsecure, e.Host)
	case e.Kind == mail.Unreachable:
		return lang.E(lang.MailUnreachable, e.Host, said)
	case e.Kind == mail.Busy:
		return lang.E(lang.MailBusy, e.Host, said)
	}
	return lang.E(lang.MailRefused, e.Host, said)
}

// ambiguousDate lists the days that words could mean.
func ambiguousDate(e *when.AmbiguousError) *lang.Error {
	days := make([]string, len(e.Choices))
	for i, d := range e.Choices {
		days[i] = d.String()
	}
	return lang.E(lang.DateAmbiguous, e.Text, strings.Join(days, ", "))
}

// at returns "FILE:LINE: ", the start of a message about a place.
func at(path string, line int) string {
	switch {
	case path == "":
		return ""
	case line == 0:
		return path + ": "
	}
	return path + ":" + strconv.Itoa(line) + ": "
}

func dashes(flag string) string {
	if len([]rune(flag)) == 1 {
		return "-" + flag
	}
	return "--" + strings.TrimLeft(flag, "-")
}
