package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/capture"
	"telko/minutes/lang"
)

type agendaAddOptions struct {
	agendaOptions
	words         []string
	under, motion string
}

func (a *app) newAgendaAdd() *cobra.Command {
	var o agendaAddOptions
	c := a.command("add TOPIC...", lang.HelpAgendaAdd)
	a.agendaFlags(c, &o.agendaOptions)
	c.Flags().StringVar(&o.under, "under", "", lang.FlagAgendaUnder.In(a.lang))
	c.Flags().StringVar(&o.motion, "motion", "", lang.FlagAgendaMotion.In(a.lang))
	a.complete(c, "under", a.completeAgenda(&o.agendaOptions))
	c.ValidArgsFunction = noCompletions
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.words = args
		return a.runAgendaAdd(o)
	}
	return c
}

// runAgendaAdd puts a topic or a motion on an agenda.
func (a *app) runAgendaAdd(o agendaAddOptions) error {
	typed := strings.TrimSpace(strings.Join(o.words, " "))
	title := capture.TopicTitle(typed)
	if title == "" && o.motion == "" {
		return usage(lang.CLITooFewArgs)
	}
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	p, err := a.agenda(ws, o.agendaOptions)
	if err != nil {
		return err
	}
	add := func(f *minutes.File, under int) ([]byte, error) { return f.AddTopic(title, under) }
	if o.motion != "" {
		src, err := a.readInput(o.motion)
		if err != nil {
			return err
		}
		mo, err := capture.ReadMotion(string(src), typed)
		if err != nil {
			return err
		}
		title = mo.Title
		add = func(f *minutes.File, under int) ([]byte, error) { return f.AddMotion(mo, under) }
	}
	err = capture.EditAgenda(ws, p, func(f *minutes.File) ([]byte, error) {
		under := -1
		if o.under != "" {
			var err error
			if under, err = minutes.FindAgendaItem(f.AgendaItems(), o.under); err != nil {
				return nil, err
			}
		}
		return add(f, under)
	})
	if err != nil {
		return err
	}
	return a.sayAgenda(ws, p, title)
}

func (a *app) newAgendaMove() *cobra.Command {
	var o agendaOptions
	c := a.command("move ITEM [before] ITEM|last", lang.HelpAgendaMove)
	a.agendaFlags(c, &o)
	c.ValidArgsFunction = a.completeAgenda(&o)
	c.RunE = func(_ *cobra.Command, args []string) error { return a.runAgendaMove(o, args) }
	return c
}

// runAgendaMove moves an item before another one.
func (a *app) runAgendaMove(o agendaOptions, args []string) error {
	if len(args) == 3 && lang.IsBefore(args[1]) {
		args = []string{args[0], args[2]}
	}
	if err := argCount(args, 2, 2); err != nil {
		return err
	}
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	p, err := a.agenda(ws, o)
	if err != nil {
		return err
	}
	if p.Status == "" {
		return lang.E(lang.AgendaEmpty, p.Title).Hint(lang.AgendaHowToAdd)
	}
	title := ""
	err = capture.EditAgenda(ws, p, func(f *minutes.File) ([]byte, error) {
		items := f.AgendaItems()
		n, err := minutes.FindAgendaItem(items, args[0])
		if err != nil {
			return nil, err
		}
		before := -1
		if !lang.IsLast(args[1]) {
			if before, err = minutes.FindAgendaItem(items, args[1]); err != nil {
				return nil, err
			}
		}
		title = items[n].Title
		return f.MoveItem(n, before)
	})
	if err != nil {
		return err
	}
	return a.sayAgenda(ws, p, title)
}

func (a *app) newAgendaPublish() *cobra.Command {
	var o agendaOptions
	var dryRun bool
	c := a.command("publish", lang.HelpAgendaPublish, exitConflict, exitAuth, exitBusy)
	c.Args = noArgs
	a.agendaFlags(c, &o)
	c.Flags().BoolVarP(&dryRun, "dry-run", "n", false, lang.FlagDryRun.In(a.lang))
	c.RunE = func(*cobra.Command, []string) error { return a.runAgendaPublish(o, dryRun) }
	return c
}

// runAgendaPublish brings an agenda to the page that its minutes will have.
func (a *app) runAgendaPublish(o agendaOptions, dryRun bool) error {
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	p, err := a.agenda(ws, o)
	if err != nil {
		return err
	}
	if p.Status == "" {
		return lang.E(lang.AgendaEmpty, p.Title).Hint(lang.AgendaHowToAdd)
	}
	return a.runSync(syncOptions{
		args: []string{p.Ref.ID}, publish: true, drafts: true, dryRun: dryRun, also: []minutes.Status{minutes.StatusAgenda},
	})
}

// completeAgenda completes numbers of items with their titles.
func (a *app) completeAgenda(o *agendaOptions) completer {
	return func(_ *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		ws, err := a.workspace()
		if err != nil {
			return nil, noFiles
		}
		return a.agendaWords(ws, *o, args, typed), noFiles | cobra.ShellCompDirectiveKeepOrder
	}
}

func (a *app) agendaWords(ws *archive.Workspace, o agendaOptions, args []string, typed string) []cobra.Completion {
	p, err := a.agenda(ws, o)
	if err != nil || p.Status == "" {
		return nil
	}
	f, err := ws.Load(p.Ref)
	if err != nil {
		return nil
	}
	var out []cobra.Completion
	for _, it := range f.AgendaItems() {
		if strings.HasPrefix(it.Number, typed) && (len(args) == 0 || args[0] != it.Number) {
			out = append(out, described(it.Number, it.Title))
		}
	}
	return out
}
