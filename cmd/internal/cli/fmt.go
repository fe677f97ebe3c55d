package cli

import (
	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
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
		if err := a.fmtMeeting(ws, ref); err != nil {
			if len(refs) == 1 {
				return err
			}
			a.fail(err)
			failed = &exitError{max(exitCode(err), exitCode(failed)), errSilent}
		}
	}
	return failed
}

// fmtMeeting formats both files of a meeting.
func (a *app) fmtMeeting(ws *archive.Workspace, ref archive.Ref) error {
	format := func(path string) func([]byte) ([]byte, error) {
		return func(old []byte) ([]byte, error) { return minutes.Format(path, old, ws.Context()) }
	}
	changed, err := ws.Edit(ref, format(ref.Path))
	if err != nil {
		return err
	}
	if changed {
		a.out.Print(a.path(ws, ref.Path) + "\n")
	}
	if ref.PrivatePath == "" {
		return nil
	}
	if changed, err = ws.EditPrivate(ref, format(ref.PrivatePath)); err != nil {
		return err
	}
	if changed {
		a.out.Print(a.path(ws, ref.PrivatePath) + "\n")
	}
	return nil
}
