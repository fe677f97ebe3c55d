package cli

import (
	"github.com/spf13/cobra"

	"telko/cmd/internal/demo"
	"telko/minutes/archive"
	"telko/minutes/lang"
)

type demoOptions struct {
	dir      string
	language string
	wiki     string
}

func (a *app) newDemo() *cobra.Command {
	var o demoOptions
	c := a.command("demo DIR", lang.HelpDemo)
	c.Args = oneArg
	c.Flags().StringVar(&o.language, "language", "", lang.FlagLanguage.In(a.lang))
	c.Flags().StringVar(&o.wiki, "wiki", "", lang.FlagWiki.In(a.lang))
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.dir = args[0]
		return a.runDemo(o)
	}
	return c
}

func (a *app) runDemo(o demoOptions) error {
	l, err := a.language(o.language)
	if err != nil {
		return err
	}
	root := a.env.abs(o.dir)
	if err := demo.Write(root, a.env.Now(), l, o.wiki); err != nil {
		return err
	}
	ws, err := archive.Open(root, archive.Options{Now: a.env.Now, Version: a.version + build()})
	if err != nil {
		return err
	}
	defer ws.Close()
	refs, err := ws.Meetings()
	if err != nil {
		return err
	}
	a.out.Print(root + "\n")
	a.out.Talk(lang.DemoWritten, len(refs))
	if people := ws.People().All(); len(people) > 0 {
		a.out.Hint(lang.DemoNext, o.dir, people[0].Nick)
	}
	return nil
}

// language reads --language; without it, the language of the environment.
func (a *app) language(code string) (lang.Lang, error) {
	if code == "" {
		return a.env.locale(), nil
	}
	l, ok := lang.Parse(code)
	if !ok {
		return l, usage(lang.LanguageUnknown, code)
	}
	return l, nil
}
