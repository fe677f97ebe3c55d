package cli

import (
	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/lang"
)

func (a *app) newFmt() *cobra.Command {
	c := a.command("fmt [MEETING...]", lang.HelpFmt, exitConflict)
	c.ValidArgsFunction = a.completeMeetings
	c.RunE = func(_ *cobra.Command, args []string) error { return a.runFmt(args) }
	return c
}

// runFmt brings files into telko's form and gives ids to new tasks and motions.
// It prints the files that it changed. One that cannot be read is reported, and
// the others go on.
func (a *app) runFmt(args []string) error {
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	refs, err := a.meetings(ws, args)
	if err != nil {
		return err
	}
	var failed error
	for _, ref := range refs {
		changed, err := ws.Edit(ref, func(old []byte) ([]byte, error) {
			return minutes.Format(ref.Path, old, ws.Context())
		})
		if err != nil {
			if len(refs) == 1 {
				return err
			}
			a.fail(err)
			failed = &exitError{max(exitCode(err), exitCode(failed)), errSilent}
			continue
		}
		if changed {
			a.out.Print(a.path(ws, ref.Path) + "\n")
		}
	}
	return failed
}
