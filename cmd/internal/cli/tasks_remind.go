package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
)

type tasksRemindOptions struct {
	by     string
	days   int
	only   []string
	dryRun bool
}

// The ways to remind people.
const (
	byMail = "mail"
	byWiki = "wiki"
)

func (a *app) newTasksRemind() *cobra.Command {
	var o tasksRemindOptions
	c := a.command("remind", lang.HelpTasksRemind, exitConflict, exitAuth, exitBusy)
	c.Args = noArgs
	f := c.Flags()
	f.StringVar(&o.by, "by", "", lang.FlagRemindBy.In(a.lang))
	f.IntVar(&o.days, "days", 2, lang.FlagRemindDays.In(a.lang))
	f.VarP((*wordList)(&o.only), "assignee", "a", lang.FlagRemindOnly.In(a.lang))
	f.BoolVarP(&o.dryRun, "dry-run", "n", false, lang.FlagRemindDryRun.In(a.lang))
	a.complete(c, "by", words(byMail, byWiki))
	a.complete(c, "assignee", a.completePeople)
	c.RunE = func(*cobra.Command, []string) error {
		ctx, stop := interruptible()
		defer stop()
		return a.runTasksRemind(ctx, o)
	}
	return c
}

// reminder is what one person is to be told.
type reminder struct {
	person        minutes.Person
	what          tasks.Reminder
	subject, text string
}

// reminding is a way to remind a person.
type reminding func(context.Context, reminder) error

// runTasksRemind tells people what is overdue and due soon, each at most once a
// day. What cannot be told to one does not keep the others from being told.
func (a *app) runTasksRemind(ctx context.Context, o tasksRemindOptions) error {
	if o.days < 0 {
		return usage(lang.CLINotNegative, "--days")
	}
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	by, err := a.remindBy(ws, o.by)
	if err != nil {
		return err
	}
	all, problems, err := a.reminders(ws, o, by)
	if err != nil {
		return err
	}
	a.report(problems)
	memory, err := a.openMemory(ws, o.dryRun)
	if err != nil {
		return err
	}
	defer memory.close()
	all = slices.DeleteFunc(all, func(r reminder) bool { return !memory.due(r.person.Nick, ws.Today()) })
	if len(all) == 0 {
		a.out.Talk(lang.RemindNobody)
	} else if o.dryRun {
		a.showReminders(all, by)
	} else if err := a.remindAll(ctx, ws, all, by, memory); err != nil {
		return err
	}
	if len(problems) > 0 {
		return &exitError{exitFailed, lang.E(lang.ExportLacks)}
	}
	return nil
}

// remindAll sends the reminders. That a person was reminded is remembered
// before it is done, and forgotten if it fails: a crash in between loses a
// mail rather than sending it every time.
func (a *app) remindAll(ctx context.Context, ws *archive.Workspace, all []reminder, by string, memory *memory) error {
	send, err := a.way(ws, by)
	if err != nil {
		return err
	}
	var failed error
	for _, r := range all {
		if err := memory.claim(r.person.Nick, ws.Today()); err != nil {
			return err
		}
		err := send(ctx, r)
		if err == nil {
			a.out.Talk(lang.RemindSent, r.person.Nick, r.subject)
			a.out.Record(r.person.Nick, by, decimal0(len(r.what.Overdue)), decimal0(len(r.what.Soon)))
			continue
		}
		if ferr := memory.forget(r.person.Nick); ferr != nil {
			return ferr
		}
		if len(all) == 1 || ctx.Err() != nil || exitCode(err) == exitAuth {
			return err
		}
		a.fail(lang.E(lang.RemindFailed, r.person.Nick, say(err, a.lang)))
		failed = &exitError{max(exitCode(err), exitCode(failed)), errSilent}
	}
	return failed
}

// showReminders prints what would be sent.
func (a *app) showReminders(all []reminder, by string) {
	for i, r := range all {
		if i > 0 {
			a.out.Print("\n")
		}
		to := r.person.Email
		if by == byWiki {
			to = talkPage(r.person)
		}
		a.out.Print(lang.RemindTo.In(a.lang, r.person.Nick, to) + "\n" + r.subject + "\n\n" + r.text)
	}
}

// reminders returns who is to be told what, in the order of people.toml. Those
// who do not want it, and those whom this way does not reach, are left out; the
// latter are named.
func (a *app) reminders(ws *archive.Workspace, o tasksRemindOptions, by string) ([]reminder, []archive.Problem, error) {
	public, problems, err := ws.PublicTasks()
	if err != nil {
		return nil, nil, err
	}
	plan := tasks.ReminderPlan{Today: ws.Today(), Days: o.days, Members: func(group string) []string {
		var nicks []string
		for _, p := range ws.People().Members(group) {
			nicks = append(nicks, p.Nick)
		}
		return nicks
	}}
	if plan.People, err = a.remindWhom(ws, o.only); err != nil {
		return nil, nil, err
	}
	summary := minutes.TaskSummary{Team: ws.PublicText(ws.Settings().Team), Today: plan.Today, Zone: ws.Location(), Lang: a.lang}
	var out []reminder
	var unreached []string
	for _, r := range plan.Reminders(public.All()) {
		p, _ := ws.People().Find(r.Nick)
		if by == byMail && p.Email == "" || by == byWiki && p.Wiki == "" {
			unreached = append(unreached, p.Nick)
			continue
		}
		subject, text := summary.Reminder(r)
		out = append(out, reminder{p, r, subject, text + "\n" + lang.RemindFoot.In(a.lang)})
	}
	if len(unreached) > 0 {
		a.out.Hint(lang.RemindUnreached, strings.Join(unreached, ", "), map[string]string{byMail: "email", byWiki: "wiki"}[by])
	}
	return out, problems, nil
}

// remindWhom returns the nicks of those who may be reminded.
func (a *app) remindWhom(ws *archive.Workspace, only []string) ([]string, error) {
	var want []string
	if len(only) > 0 {
		var err error
		if want, err = a.nicksOf(ws, only); err != nil {
			return nil, err
		}
	}
	var nicks []string
	for _, p := range ws.People().All() {
		if !p.NoReminders && (len(only) == 0 || slices.Contains(want, p.Nick)) {
			nicks = append(nicks, p.Nick)
		}
	}
	return nicks, nil
}
