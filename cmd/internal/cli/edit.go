package cli

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
)

func (a *app) newEdit() *cobra.Command {
	c := a.command("edit [MEETING]", lang.HelpEdit, exitConflict)
	c.Args = upToOne
	c.ValidArgsFunction = firstArg(a.completeMeetings)
	c.RunE = func(_ *cobra.Command, args []string) error { return a.runEdit(args) }
	return c
}

// runEdit opens a copy of a meeting's file in the user's editor and, when the
// editor is done, puts it in the file's place, unless that has changed since.
// The copy lies in the user's state folder and is removed only once its text
// is in the workspace: whatever goes wrong, no edited text is lost.
func (a *app) runEdit(args []string) error {
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	ref, err := a.meeting(ws, args)
	if err != nil {
		return err
	}
	// A file that cannot be read as minutes is edited all the same; one that
	// leads out of the workspace is not.
	var broken *minutes.LineError
	if _, err := ws.Load(ref); err != nil && !errors.As(err, &broken) {
		return err
	}
	before, err := os.ReadFile(filepath.Join(ws.Root(), filepath.FromSlash(ref.Path)))
	if err != nil {
		return err
	}
	copied, err := a.editCopy(ws, ref.ID+".md", before)
	if err != nil {
		return err
	}
	for {
		if err := a.runEditor(copied); err != nil {
			return lang.E(lang.EditorFailed, err).Hint(lang.EditKept, copied)
		}
		after, err := os.ReadFile(copied)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		// An empty file is what a full disk leaves, or a slip of the hand; no
		// minutes are recorded away by it.
		if len(bytes.TrimSpace(after)) == 0 && len(bytes.TrimSpace(before)) > 0 {
			_ = os.RemoveAll(filepath.Dir(copied))
			return lang.E(lang.EditEmpty, a.path(ws, ref.Path))
		}
		if bytes.Equal(after, before) {
			a.out.Talk(lang.EditUnchanged)
			return os.RemoveAll(filepath.Dir(copied))
		}
		err = a.saveEdited(ws, ref, before, after)
		if err == nil {
			return os.RemoveAll(filepath.Dir(copied))
		}
		again, asked := a.editAgain(err)
		if asked != nil || !again {
			return a.kept(err, copied)
		}
	}
}

// editCopy writes src to a new file called name, in a folder of its own in the
// state folder. Editors know the format by the name.
func (a *app) editCopy(ws *archive.Workspace, name string, src []byte) (string, error) {
	state, err := a.state(ws)
	if err != nil {
		return "", err
	}
	parent := filepath.Join(state, "edit")
	if err := os.MkdirAll(parent, 0o700); err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp(parent, "")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, name)
	return path, os.WriteFile(path, src, 0o600)
}

// saveEdited replaces the file by what was edited, gives ids to what is new,
// and says what a person should look at.
func (a *app) saveEdited(ws *archive.Workspace, ref archive.Ref, before, after []byte) error {
	_, err := ws.Edit(ref, func(now []byte) ([]byte, error) {
		if !bytes.Equal(now, before) {
			return nil, &exitError{exitConflict, lang.E(lang.EditChangedMeanwhile, a.path(ws, ref.Path)).Because(archive.ErrChanged)}
		}
		return after, nil
	})
	if err != nil {
		return err
	}
	a.out.Talk(lang.EditSaved, a.path(ws, ref.Path))
	for _, v := range a.lintMeeting(ws, ref) {
		a.out.Warn(at(v.File, v.Line) + v.Text)
	}
	return nil
}

// editAgain asks whether to mend what kept the text from being saved. A
// conflict is not mended by editing.
func (a *app) editAgain(err error) (bool, error) {
	if !a.out.inTTY || exitCode(err) == exitConflict {
		return false, nil
	}
	a.fail(err)
	return a.askYes(lang.EditAgain)
}

// kept adds to err where the edited text is.
func (a *app) kept(err error, copied string) error {
	return &exitError{exitCode(err), lang.E(lang.EditNotSaved, say(err, a.lang)).Because(err).Hint(lang.EditKept, copied)}
}

// runEditor runs $VISUAL, else $EDITOR, else vi. As git does it, the shell
// reads the variable, for it may hold arguments. It is the user's own: nothing
// of the workspace takes part in the command but the file's name.
func (a *app) runEditor(path string) error {
	editor := a.env.Getenv("VISUAL")
	if editor == "" {
		editor = a.env.Getenv("EDITOR")
	}
	if editor == "" {
		editor = "vi"
	}
	a.out.Flush()
	cmd := exec.Command("sh", "-c", editor+` "$@"`, editor, path)
	cmd.Dir = a.env.Dir
	cmd.Stdin, cmd.Stdout, cmd.Stderr = a.env.Stdin, a.env.Stdout, a.env.Stderr
	defer leaveInterrupts()()
	return cmd.Run()
}
