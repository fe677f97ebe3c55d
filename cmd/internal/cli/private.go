package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/lang"
)

func (a *app) newPrivate() *cobra.Command {
	c := a.command("private MEETING TOPIC", lang.HelpPrivate, exitConflict)
	c.ValidArgsFunction = a.completeTopics
	c.RunE = func(_ *cobra.Command, args []string) error {
		if len(args) < 2 {
			return usage(lang.CLITooFewArgs)
		}
		return a.runPrivate(args[0], strings.Join(args[1:], " "))
	}
	return c
}

// runPrivate moves a topic, with all that was written in it, to the meeting's
// private file.
func (a *app) runPrivate(word, topic string) error {
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	ref, err := a.meeting(ws, []string{word})
	if err != nil {
		return err
	}
	_, err = ws.EditBoth(ref, func(public, private []byte) ([]byte, []byte, error) {
		return minutes.MovePrivate(ref.Path, public, private, topic, ws.Context())
	})
	if err != nil {
		return err
	}
	if ref, err = ws.Resolve(ref.ID); err != nil {
		return err
	}
	a.out.Say(lang.PrivateMoved, topic, a.path(ws, ref.PrivatePath))
	if f, err := ws.Load(ref); err == nil && f.Meeting.Page != "" && ws.Settings().Wiki.API != "" {
		a.out.Hint(lang.PrivateOnWiki, f.Meeting.Page)
	}
	return nil
}
