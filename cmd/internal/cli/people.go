package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes/lang"
)

type peopleOptions struct{ json bool }

func (a *app) newPeople() *cobra.Command {
	var o peopleOptions
	c := a.command("people", lang.HelpPeople)
	c.Args = noArgs
	c.Flags().BoolVar(&o.json, "json", false, lang.FlagJSON.In(a.lang))
	c.RunE = func(*cobra.Command, []string) error { return a.runPeople(o) }
	return c
}

type personJSON struct {
	Nick    string   `json:"nick"`
	Name    string   `json:"name"`
	Guest   bool     `json:"guest"`
	Aliases []string `json:"aliases"`
	Groups  []string `json:"groups"`
	Wiki    string   `json:"wiki"`
	Email   string   `json:"email"`
}

func (a *app) runPeople(o peopleOptions) error {
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	list := []personJSON{}
	tab := &table{heads: []lang.Text{lang.HeadNick, lang.HeadKind, lang.HeadGroups, lang.HeadName}}
	for _, p := range ws.People().All() {
		list = append(list, personJSON{
			Nick: p.Nick, Name: p.Name, Guest: p.Guest, Wiki: p.Wiki, Email: p.Email,
			Aliases: append([]string{}, p.Aliases...), Groups: append([]string{}, p.Groups...),
		})
		kind := both(lang.PeopleMember.In(a.lang), "member")
		if p.Guest {
			kind = both(lang.PeopleGuest.In(a.lang), "guest")
		}
		groups := both(strings.Join(p.Groups, ", "), strings.Join(p.Groups, ","))
		tab.add(text(p.Nick), kind, groups, text(p.Name), text(strings.Join(p.Aliases, ",")), text(p.Wiki), text(p.Email))
	}
	if o.json {
		return a.out.JSON(list)
	}
	a.out.Table(tab)
	if len(list) == 0 {
		a.out.Talk(lang.PeopleNone)
	}
	return nil
}
