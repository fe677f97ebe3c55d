package cli

import (
	"github.com/spf13/cobra"

	"telko/minutes/lang"
	"telko/tasks"
)

type tasksRenumberOptions struct {
	words        []string
	dryRun, json bool
}

func (a *app) newTasksRenumber() *cobra.Command {
	var o tasksRenumberOptions
	c := a.command("renumber [ID...]", lang.HelpTasksRenumber)
	c.Flags().BoolVarP(&o.dryRun, "dry-run", "n", false, lang.FlagDryRun.In(a.lang))
	c.Flags().BoolVar(&o.json, "json", false, lang.FlagJSON.In(a.lang))
	c.ValidArgsFunction = a.completeTasks(openFirst)
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.words = args
		return a.runTasksRenumber(o)
	}
	return c
}

// renumberedJSON is a task that got another id.
type renumberedJSON struct {
	Meeting string `json:"meeting"`
	Line    int    `json:"line"`
	Text    string `json:"text"`
	Old     string `json:"old"`
	New     string `json:"new"`
}

// runTasksRenumber gives one of two texts that bear one id another.
func (a *app) runTasksRenumber(o tasksRenumberOptions) error {
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	var only []tasks.ID
	if len(o.words) > 0 {
		picked, err := a.pick(ws, o.words, openFirst)
		if err != nil {
			return err
		}
		for _, t := range picked {
			only = append(only, t.ID)
		}
	}
	changed, err := ws.Renumber(only, o.dryRun)
	if err != nil {
		return err
	}
	if o.json {
		out := make([]renumberedJSON, 0, len(changed))
		for _, r := range changed {
			out = append(out, renumberedJSON{r.Meeting, r.Line, r.Text, string(r.Old), string(r.New)})
		}
		return a.out.JSON(out)
	}
	if len(changed) == 0 {
		a.out.Talk(lang.RenumberNothing)
		return nil
	}
	for _, r := range changed {
		told := lang.ToldRenumbered.In(a.lang, r.Old, r.New, r.Text)
		if o.dryRun {
			told = lang.WouldRenumber.In(a.lang, r.Old, r.Meeting, r.Line, r.Text)
		}
		if a.out.outTTY {
			a.out.Print(told + "\n")
			continue
		}
		a.out.Record(string(r.Old), string(r.New), r.Text, r.Meeting)
		a.out.talk(told)
	}
	return nil
}
