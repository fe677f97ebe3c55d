package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/capture"
	"telko/minutes/lang"
)

// agendaJSON is an agenda: the fields of minutes.MeetingJSON that say which
// meeting it is for, and its items.
type agendaJSON struct {
	meetingJSON
	Agenda []agendaItemJSON `json:"agenda"`
}

// agendaItemJSON is an item with those under it.
type agendaItemJSON struct {
	Number string           `json:"number"`
	Kind   string           `json:"kind"` // topic or motion
	Title  string           `json:"title"`
	Motion string           `json:"motion"` // its id
	Notes  string           `json:"notes"`
	Items  []agendaItemJSON `json:"items"`
}

func (a *app) agendaLister(use string, help lang.Help) *cobra.Command {
	var o agendaOptions
	var asJSON bool
	c := a.command(use, help)
	c.Args = noArgs
	a.agendaFlags(c, &o)
	c.Flags().BoolVar(&asJSON, "json", false, lang.FlagJSON.In(a.lang))
	c.RunE = func(*cobra.Command, []string) error { return a.runAgendaList(o, asJSON) }
	return c
}

// runAgendaList lists the items of an agenda with their numbers. A pipe gets:
// number, topic or motion, title, id of the motion.
func (a *app) runAgendaList(o agendaOptions, asJSON bool) error {
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	p, err := a.agenda(ws, o)
	if err != nil {
		return err
	}
	var items []minutes.AgendaItem
	m := p.Head(ws, minutes.StatusAgenda)
	settings := ws.Settings()
	m.Page = settings.PageTitle(p.Series.Key, p.Ref.Date)
	var f *minutes.File
	if p.Status != "" {
		if f, err = ws.Load(p.Ref); err != nil {
			return err
		}
		m, items = f.Meeting, f.AgendaItems()
	}
	if asJSON {
		return a.out.JSON(agendaJSON{
			meetingJSON{
				ID: m.ID, Series: m.Series, Page: m.Page, Title: m.Title, Date: m.Date.String(), Start: m.Start.String(),
				Place: m.Place, Keeper: m.Keeper, Status: string(m.Status),
			}, itemsJSON(f, items),
		})
	}
	tab := &table{heads: []lang.Text{lang.HeadNumber, lang.HeadItem}}
	for i := range items {
		it := &items[i]
		kind, id := "topic", ""
		if it.Motion != nil {
			kind, id = "motion", string(it.Motion.ID)
		}
		if a.out.outTTY {
			tab.add(text(it.Number), text(it.Title))
		} else {
			tab.add(text(it.Number), text(kind), text(it.Title), text(id))
		}
	}
	a.out.Table(tab)
	switch {
	case len(items) == 0:
		a.out.Talk(lang.AgendaEmpty, m.Title)
		a.out.Hint(lang.AgendaHowToAdd)
	case a.out.outTTY:
		a.out.Talk(lang.AgendaOf, m.Title, a.path(ws, p.Ref.Path))
	}
	return nil
}

// itemsJSON nests items as their numbers do.
func itemsJSON(f *minutes.File, items []minutes.AgendaItem) []agendaItemJSON {
	below := map[int][]int{}
	for i := range items {
		below[items[i].Up] = append(below[items[i].Up], i)
	}
	var nest func(up int) []agendaItemJSON
	nest = func(up int) []agendaItemJSON {
		out := []agendaItemJSON{}
		for _, i := range below[up] {
			it := &items[i]
			j := agendaItemJSON{Number: it.Number, Kind: "topic", Title: it.Title, Notes: f.Notes(it), Items: nest(i)}
			if it.Motion != nil {
				j.Kind, j.Motion = "motion", string(it.Motion.ID)
			}
			out = append(out, j)
		}
		return out
	}
	return nest(-1)
}

// sayAgenda says what an item has become: its number now, and where it is. A
// pipe gets: meeting, number, title, file.
func (a *app) sayAgenda(ws *archive.Workspace, p capture.Plan, title string) error {
	f, err := ws.Load(p.Ref)
	if err != nil {
		return err
	}
	items := f.AgendaItems()
	i, err := minutes.FindAgendaItem(items, title)
	if err != nil {
		return err
	}
	it := &items[i]
	if !a.out.outTTY {
		a.out.Record(p.Ref.ID, it.Number, it.Title, a.path(ws, p.Ref.Path))
		return nil
	}
	name := f.Meeting.Title
	if name == "" {
		name = p.Ref.ID
	}
	a.out.Print(name + ": " + strings.TrimSpace(it.Number+" "+it.Title) + "\n")
	return nil
}
