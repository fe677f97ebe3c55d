package cli

import (
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"telko/minutes/lang"
)

// fail tells the user about err and returns the exit code.
func (a *app) fail(err error) int {
	code := exitCode(err)
	if err == nil || errors.Is(err, errSilent) {
		return code
	}
	a.out.Fail(say(err, a.lang), lang.HintOf(err, a.lang))
	return code
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
	)
	switch {
	case errors.Is(err, errCancelled):
		return lang.E(lang.CLICancelled)
	case errors.As(err, &unknown):
		return lang.E(lang.CLIFlagUnknown, dashes(unknown.GetSpecifiedName()))
	case errors.As(err, &missing):
		return lang.E(lang.CLIFlagNeedsValue, dashes(missing.GetSpecifiedName()))
	case errors.As(err, &invalid):
		return lang.E(lang.CLIFlagInvalid, invalid.GetValue(), "--"+invalid.GetFlag().Name)
	case errors.As(err, &syntax):
		return lang.E(lang.CLIFlagUnknown, syntax.GetSpecifiedFlag())
	}
	return nil
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
