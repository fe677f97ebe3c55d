package cli

import (
	"fmt"
	"strings"

	"github.com/clipperhouse/displaywidth"
	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
)

type tasksShowOptions struct {
	word string
	json bool
}

func (a *app) newTasksShow() *cobra.Command {
	var o tasksShowOptions
	c := a.command("show ID", lang.HelpTasksShow)
	c.Flags().BoolVar(&o.json, "json", false, lang.FlagJSON.In(a.lang))
	c.ValidArgsFunction = a.completeTasks(openFirst)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if err := someIDs(args); err != nil {
			return err
		}
		if err := argCount(args, 1, 1); err != nil {
			return err
		}
		o.word = args[0]
		return a.runTasksShow(o)
	}
	return c
}

// taskJSON is one task with what happened to it.
type taskJSON struct {
	minutes.TaskJSON
	Extended int         `json:"extended"`
	Orphan   bool        `json:"orphan"`
	Private  bool        `json:"private"`
	History  []eventJSON `json:"history"`
}

func (a *app) runTasksShow(o tasksShowOptions) error {
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	picked, err := a.pick(ws, []string{o.word}, openFirst)
	if err != nil {
		return err
	}
	t := picked[0]
	if o.json {
		return a.out.JSON(taskJSON{
			TaskJSON: minutes.JSONTasks(picked, ws.Today())[0],
			Extended: t.Extended, Orphan: t.Orphan, Private: t.Private, History: eventsJSON(t.History),
		})
	}
	a.card(a.taskCard(ws, &t))
	return nil
}

// taskCard lists what there is to say of t, name by name.
func (a *app) taskCard(ws *archive.Workspace, t *tasks.Task) [][2]string {
	state := minutes.StateName(t.State).In(a.lang)
	if t.Overdue(ws.Today()) {
		state += lang.CardOverdue.In(a.lang, ws.Today().Sub(t.Due))
	}
	due := a.isoDay(t.Due)
	if t.Extended > 0 {
		due += lang.CardExtended.In(a.lang, t.Extended)
	}
	rows := [][2]string{
		{lang.HeadID.In(a.lang), string(t.ID)},
		{lang.HeadTask.In(a.lang), a.taskText(t)},
		{lang.HeadState.In(a.lang), state},
		{lang.HeadWho.In(a.lang), assignees(t, ", ")},
		{lang.HeadDue.In(a.lang), due},
		{lang.HeadMeeting.In(a.lang), t.Meeting},
		{lang.HeadTopic.In(a.lang), t.Topic},
	}
	if t.Orphan && a.unread(t) == "" {
		rows = append(rows, [2]string{lang.HeadNote.In(a.lang), lang.CardOrphan.In(a.lang)})
	}
	if t.Private {
		rows = append(rows, [2]string{lang.HeadNote.In(a.lang), lang.CardPrivate.In(a.lang)})
	}
	for _, e := range t.History {
		rows = append(rows, [2]string{e.At.Format("2006-01-02 15:04"), e.By + ": " + a.what(e)})
	}
	return rows
}

// card writes names and values below each other, apart by a tab in a pipe.
func (a *app) card(rows [][2]string) {
	left := 0
	for _, r := range rows {
		left = max(left, displaywidth.String(r[0]))
	}
	for _, r := range rows {
		switch {
		case !a.out.outTTY:
			a.out.Record(r[0], r[1])
		case r[1] != "":
			gap := strings.Repeat(" ", left-displaywidth.String(r[0])+2)
			a.out.Print(fmt.Sprintf("%s%s%s\n", r[0], gap, oneLine(r[1])))
		}
	}
}
