package cli

import (
	"github.com/spf13/cobra"

	"telko/cmd/internal/site"
	"telko/minutes/lang"
)

func (a *app) newSite() *cobra.Command {
	c := a.command("site DIR", lang.HelpSite)
	c.Args = oneArg
	c.RunE = func(_ *cobra.Command, args []string) error { return a.runSite(args[0]) }
	return c
}

// runSite writes everything public as a folder of pages and prints the page to
// open.
func (a *app) runSite(dir string) error {
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	r, err := site.Write(a.env.abs(dir), ws)
	if err != nil {
		return err
	}
	a.report(r.Problems)
	a.out.Print(r.Index + "\n")
	a.out.Talk(lang.SiteWritten, r.Meetings)
	if len(r.Problems) > 0 {
		return &exitError{exitFailed, errSilent}
	}
	return nil
}
