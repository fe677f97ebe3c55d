package tui

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"

	tea "charm.land/bubbletea/v2"

	"telko/minutes/capture"
	"telko/minutes/lang"
)

// editedMsg is what came back from the user's editor.
type editedMsg struct {
	entry  capture.EntryID // "" for a part of a form
	before string
	after  string
	path   string // the file, which is there until done is called
	err    error  // of writing, running or reading
}

// done removes the file once its text is somewhere else.
func (m *editedMsg) done() {
	if m.path != "" {
		_ = os.RemoveAll(filepath.Dir(m.path))
	}
}

// openEditor returns the command that hands the terminal to the user's editor
// with a text, and then sends an editedMsg. The file lies in the user's state
// folder and stays there if anything goes wrong.
func (d *desk) openEditor(entry capture.EntryID, text string) tea.Cmd {
	if len(d.opt.Editor) == 0 || d.opt.EditDir == "" {
		return send(sayMsg{text: d.text(lang.EditorNone), bad: true})
	}
	run := &editorRun{argv: d.opt.Editor, dir: d.opt.EditDir, away: &d.away, msg: editedMsg{entry: entry, before: text}}
	return tea.Exec(run, func(err error) tea.Msg {
		if run.msg.err == nil {
			run.msg.err = err
		}
		return run.msg
	})
}

// editorRun is a run of the user's editor. It implements tea.ExecCommand.
type editorRun struct {
	argv           []string
	dir            string
	away           *atomic.Bool // set while it has the terminal
	msg            editedMsg
	stdin          io.Reader
	stdout, stderr io.Writer
}

// SetStdin implements tea.ExecCommand.
func (e *editorRun) SetStdin(r io.Reader) {
	if in, ok := r.(*input); ok {
		r = in.File // the terminal itself
	}
	e.stdin = r
}

// SetStdout implements tea.ExecCommand.
func (e *editorRun) SetStdout(w io.Writer) { e.stdout = w }

// SetStderr implements tea.ExecCommand.
func (e *editorRun) SetStderr(w io.Writer) { e.stderr = w }

// Run implements tea.ExecCommand.
func (e *editorRun) Run() error {
	e.away.Store(true)
	defer e.away.Store(false)
	if e.msg.err = e.write(); e.msg.err != nil {
		return e.msg.err
	}
	cmd := exec.Command(e.argv[0], append(append([]string{}, e.argv[1:]...), e.msg.path)...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = e.stdin, e.stdout, e.stderr
	if e.msg.err = cmd.Run(); e.msg.err != nil {
		return e.msg.err
	}
	var after []byte
	after, e.msg.err = os.ReadFile(e.msg.path)
	e.msg.after = strings.TrimRight(cleanText(string(after)), "\n")
	return e.msg.err
}

// write puts the text into a file of its own. Editors know the format by its
// name.
func (e *editorRun) write() error {
	if err := os.MkdirAll(e.dir, 0o700); err != nil {
		return err
	}
	dir, err := os.MkdirTemp(e.dir, "")
	if err != nil {
		return err
	}
	e.msg.path = filepath.Join(dir, "telko.md")
	return os.WriteFile(e.msg.path, []byte(e.msg.before+"\n"), 0o600)
}

// trouble returns what is to be said if nothing can be done with m.
func (d *desk) trouble(m *editedMsg) (tea.Cmd, bool) {
	switch {
	case m.err != nil:
		var exit *exec.ExitError
		t := lang.EditorFailed
		if m.path == "" {
			t = lang.EditorNoFile
		}
		if !errors.As(m.err, &exit) && m.path != "" && m.after == "" {
			if now, err := os.ReadFile(m.path); err == nil && strings.TrimRight(string(now), "\n") == m.before {
				m.done() // it never started: nothing is lost
				return d.fail(lang.E(lang.EditorFailed, m.err)), true
			}
		}
		err := lang.E(t, m.err)
		if m.path != "" {
			err = err.Hint(lang.EditKept, m.path)
		}
		return d.fail(err), true
	case strings.TrimSpace(m.after) == "" && strings.TrimSpace(m.before) != "":
		m.done()
		return send(sayMsg{text: d.text(lang.EditorEmpty), bad: true}), true
	case m.after == m.before:
		m.done()
		return say(d.text(lang.EditorSame)), true
	}
	return nil, false
}

// editEntry opens an entry in the user's editor, as Markdown.
func (d *desk) editEntry(id capture.EntryID) tea.Cmd {
	e := d.view.Entry(id)
	if e == nil {
		return say(d.text(lang.ScreenNowhere))
	}
	return d.openEditor(e.ID, d.session.Markdown(e.ID))
}

// entryEdited takes what came back for an entry. What was deleted or changed
// by somebody else meanwhile is left alone, and the text is put behind it.
func (d *desk) entryEdited(m editedMsg) tea.Cmd {
	if cmd, bad := d.trouble(&m); bad {
		return cmd
	}
	var c capture.Command = capture.EditEntry{ID: m.entry, Text: m.after, Source: true}
	told := lang.EditorTaken
	d.look()
	if e := d.view.Entry(m.entry); e == nil || d.session.Markdown(e.ID) != m.before {
		c, told = capture.PasteText{Text: m.after, Kind: capture.KindNote}, lang.EditorBoth
	}
	if _, err := d.session.Do(c); err != nil {
		return d.fail(lang.E(lang.EditNotSaved, err).Hint(lang.EditKept, m.path))
	}
	m.done()
	return say(d.text(told))
}

// edited takes what came back for a passage of the form.
func (f *motionForm) edited(m editedMsg) tea.Cmd {
	if cmd, bad := f.trouble(&m); bad {
		return cmd
	}
	if p := f.here(); p != nil {
		f.remember(false)
		p.box.setText(m.after)
		m.done()
	}
	return nil
}
