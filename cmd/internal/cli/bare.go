package cli

import (
	"errors"
	"strconv"

	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
)

// runBare answers telko without a command: where one is and what there is to
// do; outside a workspace, how to get one.
func (a *app) runBare() error {
	ws, err := a.workspace()
	if errors.Is(err, archive.ErrNoWorkspace) && a.env.Getenv("TELKO_DIR") == "" {
		a.out.Say(lang.BareOutside)
		return nil
	}
	if err != nil {
		return err
	}
	reg, err := ws.OpenTasks("")
	if err != nil {
		return err
	}
	refs, err := ws.Meetings()
	if err != nil {
		return err
	}
	a.report(reg.Problems)
	last := ""
	if len(refs) > 0 {
		last = refs[len(refs)-1].ID
	}
	rows := [][2]string{
		{lang.BareWorkspace.In(a.lang), ws.Settings().Team + ", " + ws.Root()},
		{lang.BareLast.In(a.lang), last},
		{lang.BareOpen.In(a.lang), a.counted(ws, reg.Tasks, tasks.Query{})},
	}
	if me := a.maybeMe(ws); me != "" {
		q := tasks.Query{Mine: me}
		if p, ok := ws.People().Find(me); ok {
			q.Groups = p.Groups
		}
		rows = append(rows, [2]string{lang.BareMine.In(a.lang, me), a.counted(ws, reg.Tasks, q)})
	}
	a.card(rows)
	a.out.Hint(lang.BareNext)
	return nil
}

// counted says how many of ts a query selects, and how many are overdue.
func (a *app) counted(ws *archive.Workspace, ts []tasks.Task, q tasks.Query) string {
	n, late := 0, 0
	for i := range ts {
		if q.Match(&ts[i]) {
			n++
			if ts[i].Overdue(ws.Today()) {
				late++
			}
		}
	}
	if late == 0 {
		return strconv.Itoa(n)
	}
	return lang.BareCount.In(a.lang, n, late)
}
