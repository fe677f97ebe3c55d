package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/wiki"
)

func (a *app) newPrivate() *cobra.Command {
	withdraw := false
	c := a.command("private MEETING TOPIC", lang.HelpPrivate, exitConflict)
	c.Flags().BoolVar(&withdraw, "withdraw", false, lang.FlagPrivateWithdraw.In(a.lang))
	c.ValidArgsFunction = a.completeTopics
	c.RunE = func(_ *cobra.Command, args []string) error {
		if len(args) < 2 {
			return usage(lang.CLITooFewArgs)
		}
		return a.runPrivate(args[0], strings.Join(args[1:], " "), withdraw)
	}
	return c
}

// runPrivate moves a topic, with all that was written in it, to the meeting's
// private file. What the wiki holds already is no secret any more, and does not
// become one by this: that must be said before it is done.
func (a *app) runPrivate(word, topic string, withdraw bool) error {
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	ref, err := a.meeting(ws, []string{word})
	if err != nil {
		return err
	}
	page, known, err := a.publishedTopic(ws, ref, topic)
	if err != nil {
		return err
	}
	if page != "" && !withdraw {
		return &exitError{exitConflict, lang.E(lang.PrivatePublished, topic, page).Hint(lang.PrivatePublishedHint)}
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
	if page != "" {
		a.out.Hint(lang.PrivateWithdraw, ref.ID)
	} else if f, err := ws.Load(ref); err == nil && !known && f.Meeting.Page != "" && ws.Settings().Wiki.API != "" {
		a.out.Hint(lang.PrivateOnWiki, f.Meeting.Page)
	}
	return nil
}

// publishedTopic returns the title of the wiki page that holds a topic of a
// meeting, "" if it does not; known says whether this machine can tell.
func (a *app) publishedTopic(ws *archive.Workspace, ref archive.Ref, topic string) (page string, known bool, err error) {
	settings := ws.Settings()
	if settings.Wiki.API == "" {
		return "", false, nil
	}
	state, err := a.state(ws)
	if err != nil {
		return "", false, err
	}
	base, known, err := wiki.OpenBases(state, settings.Wiki.API).Get(ref.ID)
	if err != nil || !known {
		return "", known, err
	}
	f, err := minutes.Parse(ref.Path, []byte(base.Markdown), ws.Context())
	if err != nil || f.HasTopic(topic) || settings.Wiki.NamesAsNick && namesSomebody(ws.People(), topic) {
		return base.Title, true, nil // in doubt it is there
	}
	return "", true, nil
}

// namesSomebody reports whether text has a name of the roster in it: on the
// wiki there may be a nick in its place.
func namesSomebody(people *minutes.People, text string) bool {
	return slices.ContainsFunc(people.All(), func(p minutes.Person) bool {
		return p.Name != "" && strings.Contains(lang.Key(text), lang.Key(p.Name))
	})
}
