package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"telko/minutes/lang"
)

// noArgs is for commands that take no arguments.
func noArgs(_ *cobra.Command, args []string) error { return argCount(args, 0, 0) }

// oneArg is for commands that take exactly one.
func oneArg(_ *cobra.Command, args []string) error { return argCount(args, 1, 1) }

// upToOne is for commands that take one at most.
func upToOne(_ *cobra.Command, args []string) error { return argCount(args, 0, 1) }

// argCount checks the number of arguments.
func argCount(args []string, least, most int) error {
	switch {
	// An empty one is what a variable that is not set leaves in a script.
	case len(args) < least, slices.Contains(args, ""):
		return usage(lang.CLITooFewArgs)
	case len(args) > most:
		return usage(lang.CLITooManyArgs, args[most])
	}
	return nil
}
