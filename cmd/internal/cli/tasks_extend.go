package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

type tasksExtendOptions struct {
	words   []string // ids, then the date as a person says it
	message string
}

func (a *app) newTasksExtend() *cobra.Command {
	var o tasksExtendOptions
	c := a.command("extend ID... DATE", lang.HelpTasksExtend)
	c.Flags().StringVarP(&o.message, "message", "m", "", lang.FlagMessage.In(a.lang))
	ids := a.completeTasks(openOnes)
	c.ValidArgsFunction = func(c *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		found, how := ids(c, args, typed)
		if len(args) > 0 {
			days, _ := a.completeDates(c, args, typed)
			found = append(days, found...)
		}
		return found, how
	}
	c.RunE = func(_ *cobra.Command, args []string) error {
		o.words = args
		return a.runTasksExtend(o)
	}
	return c
}

func (a *app) runTasksExtend(o tasksExtendOptions) error {
	if err := someIDs(o.words); err != nil {
		return err
	}
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	today := calendar(ws)
	ids, date, err := splitDate(o.words, today)
	if err != nil {
		return err
	}
	var before when.Date
	return a.changeNamed(ids, openOnes, step{
		event: func(t *tasks.Task) (tasks.Event, error) {
			before = t.Due
			due, err := extended(t, date, today)
			return tasks.Event{Verb: tasks.DueV, Due: due, Text: oneLine(o.message)}, err
		},
		told: func(t *tasks.Task, _ tasks.Event) string {
			was := before.String()
			if before.IsZero() {
				was = lang.ToldNoDate.In(a.lang)
			}
			return lang.ToldExtended.In(a.lang, t.ID, a.isoDay(t.Due), was, a.sentence(t))
		},
	})
}

// calendar returns what dates at a command line count from: today, and the
// team's telcos.
func calendar(ws *archive.Workspace) when.Calendar {
	return when.Calendar{From: ws.Today(), Telco: ws.NextTelco}
}

// splitDate takes the date off the end of words: as many of them as a date can
// be read out of, but never the first, which is an id.
func splitDate(words []string, today when.Calendar) (ids []string, date string, err error) {
	for i := 1; i < len(words); i++ {
		date = strings.Join(words[i:], " ")
		_, err = today.Read(date)
		var ambiguous *when.AmbiguousError
		if err == nil || errors.As(err, &ambiguous) {
			return words[:i], date, err
		}
	}
	if len(words) == 1 {
		return nil, "", usage(lang.ExtendUntilWhen, words[0])
	}
	return nil, "", &exitError{exitUsage, lang.E(lang.DateUnread, words[len(words)-1]).Hint(lang.DateForms).Because(err)}
}

// extended returns the new due date of t. It counts from the due date, from
// today if that is past; words that mean a day as seen from today ("tomorrow")
// always do.
func extended(t *tasks.Task, date string, today when.Calendar) (when.Date, error) {
	from := today
	switch strings.ToLower(date) {
	case "heute", "morgen", "übermorgen", "today", "tomorrow", "day after tomorrow":
	default:
		from.From = t.ExtendFrom(today.From)
	}
	due, err := from.Read(date)
	switch {
	case err != nil:
		return due, err
	case due.Before(today.From):
		return due, usage(lang.ExtendIntoPast, due, today.From)
	case due == t.Due:
		return due, lang.E(lang.ExtendSameDay, t.ID, due)
	}
	return due, nil
}
