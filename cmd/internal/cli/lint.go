package cli

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
)

type lintOptions struct {
	args []string
	json bool
}

func (a *app) newLint() *cobra.Command {
	var o lintOptions
	c := a.command("lint [MEETING...]", lang.HelpLint)
	c.Flags().BoolVar(&o.json, "json", false, lang.FlagJSON.In(a.lang))
	c.ValidArgsFunction = a.completeMeetings
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.args = args
		return a.runLint(o)
	}
	return c
}

// findingJSON is something that lint found.
type findingJSON struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Code   string `json:"code"`
	Text   string `json:"text"`
	Remark bool   `json:"remark"`
}

// same reports whether both say the same of one line.
func (f findingJSON) same(g findingJSON) bool {
	return f.File == g.File && f.Line == g.Line && f.Text == g.Text
}

// runLint prints what a person should look at, as FILE:LINE: text everywhere,
// the form that editors jump by.
func (a *app) runLint(o lintOptions) error {
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	refs, err := a.meetings(ws, o.args)
	if err != nil {
		return err
	}
	found := []findingJSON{}
	for _, ref := range refs {
		found = append(found, a.lintMeeting(ws, ref)...)
	}
	across, err := ws.LintMotions()
	if err != nil {
		return err
	}
	for _, v := range across {
		ofRef := func(r archive.Ref) bool { return r.Path == v.File || r.PrivatePath == v.File && v.File != "" }
		if len(o.args) == 0 || slices.ContainsFunc(refs, ofRef) {
			found = append(found, findingJSON{File: a.path(ws, v.File), Line: v.Line, Code: string(v.Code), Text: v.In(a.lang), Remark: v.Remark})
		}
	}
	if len(o.args) == 0 {
		reg, err := ws.Register()
		if err != nil {
			return err
		}
		motions, err := ws.MotionLogProblems()
		if err != nil {
			return err
		}
		for _, p := range append(reg.Problems, motions...) {
			f := findingJSON{File: a.path(ws, p.Path), Line: p.Line, Code: "workspace", Text: say(p.Err, a.lang)}
			if !slices.ContainsFunc(found, f.same) {
				found = append(found, f)
			}
		}
	}
	wrong := false
	for _, f := range found {
		wrong = wrong || !f.Remark
	}
	if o.json {
		if err := a.out.JSON(found); err != nil {
			return err
		}
	} else {
		for _, f := range found {
			a.out.Print(at(f.File, f.Line) + oneLine(f.Text) + "\n")
		}
	}
	if wrong {
		return &exitError{exitFailed, errSilent}
	}
	return nil
}

// lintMeeting lints the files of one meeting. One that cannot be read is a
// finding.
func (a *app) lintMeeting(ws *archive.Workspace, ref archive.Ref) []findingJSON {
	var out []findingJSON
	one := func(f *minutes.File, err error, path string) {
		var broken *minutes.LineError
		switch {
		case errors.As(err, &broken):
			out = append(out, findingJSON{File: a.path(ws, path), Line: broken.Line, Code: "unreadable", Text: say(broken.Err, a.lang)})
		case err != nil:
			out = append(out, findingJSON{File: a.path(ws, path), Code: "unreadable", Text: say(err, a.lang)})
		case f != nil:
			for _, v := range minutes.Lint(f, ws.Context()) {
				out = append(out, findingJSON{File: a.path(ws, path), Line: v.Line, Code: string(v.Code), Text: v.In(a.lang), Remark: v.Remark})
			}
		}
	}
	f, err := ws.Load(ref)
	one(f, err, ref.Path)
	if ref.PrivatePath != "" {
		f, err := ws.LoadPrivate(ref)
		one(f, err, ref.PrivatePath)
	}
	return out
}
