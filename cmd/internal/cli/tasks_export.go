package cli

import (
	"bytes"
	"slices"
	"strings"

	"github.com/google/renameio/v2"
	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
)

type tasksExportOptions struct {
	taskFilter
	format, output string
}

// exportFormats are what tasks can be exported as.
var exportFormats = []string{"ical", "csv", "json"}

func (a *app) newTasksExport() *cobra.Command {
	var o tasksExportOptions
	c := a.command("export", lang.HelpTasksExport)
	c.Args = noArgs
	a.filterFlags(c, &o.taskFilter)
	c.Flags().StringVarP(&o.format, "format", "f", "", lang.FlagExportFormat.In(a.lang))
	c.Flags().StringVarP(&o.output, "output", "o", "", lang.FlagOutput.In(a.lang))
	a.complete(c, "format", words(exportFormats...))
	c.RunE = func(*cobra.Command, []string) error { return a.runTasksExport(o) }
	return c
}

// runTasksExport writes public tasks for other programs.
func (a *app) runTasksExport(o tasksExportOptions) error {
	format, err := exportFormat(o.format, o.output)
	if err != nil {
		return err
	}
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	found, problems, err := a.publicTasks(ws, o.taskFilter)
	if err != nil {
		return err
	}
	var b []byte
	switch format {
	case "ical":
		b = a.calendarOf(ws, found)
	case "csv":
		var csv bytes.Buffer
		if err := tasks.WriteCSV(&csv, found.All(), ws.Today()); err != nil {
			return err
		}
		b = csv.Bytes()
	case "json":
		if b, err = jsonBytes(minutes.JSONTasks(found.All(), ws.Today())); err != nil {
			return err
		}
	}
	return a.deliver(b, o.output, lang.ExportWritten.In(a.lang, found.Len(), o.output), problems)
}

// deliver writes what was made of tasks to a file, replacing it whole, and says
// so, or to stdout. What had to be left out is said, and is a failure: a list that lacks
// something must not look complete.
func (a *app) deliver(b []byte, path, told string, problems []archive.Problem) error {
	if path == "" {
		a.out.Print(string(b))
	} else {
		if err := renameio.WriteFile(a.env.abs(path), b, 0o644, renameio.WithExistingPermissions()); err != nil {
			return err
		}
		a.out.talk(told)
	}
	if len(problems) > 0 {
		a.report(problems)
		return &exitError{exitFailed, lang.E(lang.ExportLacks)}
	}
	return nil
}

// exportFormat reads --format; without it the output's name tells.
func exportFormat(format, output string) (string, error) {
	if format == "" {
		switch {
		case strings.HasSuffix(output, ".csv"):
			return "csv", nil
		case strings.HasSuffix(output, ".json"):
			return "json", nil
		case output == "" || strings.HasSuffix(output, ".ics"):
			return "ical", nil
		}
	}
	if format = strings.ToLower(format); slices.Contains(exportFormats, format) {
		return format, nil
	}
	return "", usage(lang.FormatUnknown, format, strings.Join(exportFormats, ", "))
}

// publicTasks returns those of the tasks that may leave the team that o
// selects, in the order of the list.
func (a *app) publicTasks(ws *archive.Workspace, o taskFilter) (minutes.PublicTasks, []archive.Problem, error) {
	q, err := a.query(ws, o)
	if err != nil {
		return minutes.PublicTasks{}, nil, err
	}
	public, problems, err := ws.PublicTasks()
	if err != nil {
		return public, nil, err
	}
	if q.Assignees, err = a.assigneesNamed(ws, o.assignees, public.All()); err != nil {
		return public, nil, err
	}
	return public.Select(&q).Sorted(tasks.ByUrgency, q.Today), problems, nil
}

func (a *app) calendarOf(ws *archive.Workspace, found minutes.PublicTasks) []byte {
	settings := ws.Settings()
	cal := tasks.Calendar{
		Name: lang.CalendarName.In(a.lang, ws.PublicText(settings.Team)), Domain: settings.ID, Text: minutes.PlainText,
		Describe: func(t *tasks.Task) string { return a.describe(t, ws) },
	}
	return cal.Append(nil, found.All())
}

// describe says of a task what a calendar has no field for.
func (a *app) describe(t *tasks.Task, ws *archive.Workspace) string {
	var lines []string
	add := func(name lang.Text, value string) {
		if value != "" {
			lines = append(lines, name.In(a.lang)+": "+value)
		}
	}
	add(lang.HeadWho, assignees(t, ", "))
	add(lang.HeadMeeting, t.Meeting)
	add(lang.HeadTopic, t.Topic)
	if t.State == tasks.Waiting {
		add(lang.HeadState, minutes.StateName(t.State).In(a.lang))
	}
	add(lang.HeadID, "#"+string(t.ID))
	return strings.Join(lines, "\n")
}
