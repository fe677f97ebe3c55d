package cli

import (
	"html"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/yuin/goldmark"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/wiki"
	"telko/wiki/wikitext"
)

type showOptions struct {
	args                           []string
	markdown, json, html, wikitext bool
}

func (a *app) newShow() *cobra.Command {
	var o showOptions
	c := a.command("show [MEETING]", lang.HelpShow)
	c.Args = upToOne
	f := c.Flags()
	f.BoolVar(&o.markdown, "markdown", false, lang.FlagMarkdown.In(a.lang))
	f.BoolVar(&o.json, "json", false, lang.FlagJSON.In(a.lang))
	f.BoolVar(&o.html, "html", false, lang.FlagHTML.In(a.lang))
	f.BoolVar(&o.wikitext, "wikitext", false, lang.FlagWikitext.In(a.lang))
	c.ValidArgsFunction = firstArg(a.completeMeetings)
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.args = args
		return a.runShow(o)
	}
	return c
}

func (a *app) runShow(o showOptions) error {
	forms := 0
	for _, on := range []bool{o.markdown, o.json, o.html, o.wikitext} {
		if on {
			forms++
		}
	}
	if forms > 1 {
		return usage(lang.ShowOneForm)
	}
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	ref, err := a.meeting(ws, o.args)
	if err != nil {
		return err
	}
	f, err := ws.Load(ref)
	if err != nil {
		return err
	}
	switch {
	case o.json:
		reg, err := ws.Register()
		if err != nil {
			return err
		}
		// What is shown is the public file, so private tasks are not in it.
		shown := slices.DeleteFunc(reg.Tasks, func(t tasks.Task) bool { return t.Private })
		return a.out.JSON(minutes.JSON(&f.Meeting, shown, ws.Today()))
	case o.html:
		p, err := public(ws, f)
		if err != nil {
			return err
		}
		a.out.Print(document(p))
	case o.wikitext:
		p, err := public(ws, f)
		if err != nil {
			return err
		}
		options, err := wiki.PageOptionsFor(ws, ref)
		if err != nil {
			return err
		}
		a.out.Print(ended(wiki.Page(p, options)))
	default:
		a.out.Print(ended(string(f.Source())))
		if ref.PrivatePath != "" {
			a.out.Hint(lang.ShowPrivate, a.path(ws, ref.PrivatePath))
		}
	}
	return nil
}

// public returns f as it may leave the team.
func public(ws *archive.Workspace, f *minutes.File) (minutes.Public, error) {
	return minutes.NewPublic(f, ws.PublicOptions())
}

// document returns a meeting as a page of HTML that stands by itself.
func document(p minutes.Public) string {
	body := minutes.HTML(p, minutes.HTMLOptions{
		Extenders: []goldmark.Extender{wikitext.GFM, wikitext.NewExtension(wikitext.ExtOptions{})},
	})
	return "<!doctype html>\n<html lang=\"" + p.Lang().Code() + "\">\n<meta charset=\"utf-8\">\n<title>" +
		html.EscapeString(p.Meeting().Title) + "</title>\n" + ended(string(body)) + "</html>\n"
}

// ended returns s with a line feed at its end, so that a prompt does not stick
// to it.
func ended(s string) string {
	if s == "" || strings.HasSuffix(s, "\n") {
		return s
	}
	return s + "\n"
}
