package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

// completer answers a shell that asks what could come next: words, each with
// what it means after a tab.
type completer = func(c *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective)

const noFiles = cobra.ShellCompDirectiveNoFileComp

// newCompletion returns the command that prints a shell's completion script.
func (a *app) newCompletion() *cobra.Command {
	c := a.command("completion SHELL", lang.HelpCompletion)
	c.Args = oneArg
	c.ValidArgs = []string{"bash", "zsh", "fish"}
	c.RunE = func(c *cobra.Command, args []string) error {
		switch args[0] {
		case "bash":
			err := c.Root().GenBashCompletionV2(a.out.stdout, true)
			a.out.stdout.WriteString(bashAlone)
			return err
		case "zsh":
			return c.Root().GenZshCompletion(a.out.stdout)
		case "fish":
			return c.Root().GenFishCompletion(a.out.stdout, true)
		}
		return usage(lang.CompletionNoShell, args[0])
	}
	return c
}

// complete sets what completes the values of a flag.
func (a *app) complete(c *cobra.Command, flag string, f completer) {
	if err := c.RegisterFlagCompletionFunc(flag, f); err != nil {
		panic(err) // no such flag: a mistake of ours
	}
}

// completeTasks completes ids, several of them, with the tasks' text.
func (a *app) completeTasks(which choice) completer {
	return func(_ *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		ws, err := a.workspace()
		if err != nil {
			return nil, noFiles
		}
		ts, err := a.offered(ws, which, typed)
		if err != nil {
			return nil, noFiles
		}
		ts = which.of(ts)
		tasks.Sort(ts, ws.Today())
		var out []cobra.Completion
		for i := range ts {
			t := &ts[i]
			if strings.HasPrefix(string(t.ID), typed) && !slices.Contains(args, string(t.ID)) {
				out = append(out, described(string(t.ID), a.sentence(t)))
			}
		}
		return out, noFiles | cobra.ShellCompDirectiveKeepOrder
	}
}

// offered returns the tasks whose ids a shell may complete. As long as nothing
// is typed these are my own that are to be done, if I have any: a team has
// hundreds, and what is done is typed from a list.
func (a *app) offered(ws *archive.Workspace, which choice, typed string) ([]tasks.Task, error) {
	if which == closedOnes || which > closedOnes && typed != "" {
		return which.from(ws)
	}
	if me := a.maybeMe(ws); me != "" && typed == "" {
		q := tasks.Query{Mine: me}
		if p, ok := ws.People().Find(me); ok {
			q.Groups = p.Groups
		}
		ts, err := ws.Offer(me)
		if mine := q.Select(ts); err != nil || len(mine) > 0 {
			return mine, err
		}
	}
	return ws.Offer("")
}

// completePeople completes nicks with full names, and groups.
func (a *app) completePeople(_ *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	ws, err := a.workspace()
	if err != nil {
		return nil, noFiles
	}
	var out []cobra.Completion
	add := func(word, what string) {
		if len(word) >= len(typed) && strings.EqualFold(word[:len(typed)], typed) {
			out = append(out, described(word, what))
		}
	}
	for _, p := range ws.People().All() {
		add(p.Nick, p.Name)
	}
	for _, g := range ws.People().Groups() {
		add(g, lang.CompleteGroup.In(a.lang))
	}
	add("@me", lang.CompleteMe.In(a.lang))
	return out, noFiles
}

// completeMeetings completes ids of meetings, the last one first.
func (a *app) completeMeetings(_ *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	ws, err := a.workspace()
	if err != nil {
		return nil, noFiles
	}
	refs, err := ws.Meetings()
	if err != nil {
		return nil, noFiles
	}
	var out []cobra.Completion
	for i := len(refs) - 1; i >= 0; i-- {
		if id := refs[i].ID; strings.HasPrefix(id, typed) && !slices.Contains(args, id) {
			out = append(out, id)
		}
	}
	return out, noFiles | cobra.ShellCompDirectiveKeepOrder
}

// completeSeries completes the keys of series with their titles.
func (a *app) completeSeries(_ *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	ws, err := a.workspace()
	if err != nil {
		return nil, noFiles
	}
	var out []cobra.Completion
	for _, s := range ws.Settings().Series {
		if strings.HasPrefix(s.Key, strings.ToLower(typed)) {
			out = append(out, described(s.Key, s.Title))
		}
	}
	return out, noFiles
}

// completeDates completes words for days with the day they mean. A sign of
// comparison before them stays.
func (a *app) completeDates(_ *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	ws, err := a.workspace()
	if err != nil {
		return nil, noFiles
	}
	sign := typed[:len(typed)-len(strings.TrimLeft(typed, "<>="))]
	var out []cobra.Completion
	for _, word := range strings.Fields(lang.CompleteDates.In(a.lang)) {
		d, err := when.Read(word, ws.Today())
		if err == nil && strings.HasPrefix(word, strings.ToLower(typed[len(sign):])) {
			out = append(out, described(sign+word, a.isoDay(d)))
		}
	}
	return out, noFiles | cobra.ShellCompDirectiveKeepOrder
}

// firstArg completes the first argument alone.
func firstArg(f completer) completer {
	return func(c *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, noFiles
		}
		return f(c, args, typed)
	}
}

func completeStates(_ *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var out []cobra.Completion
	for _, s := range []string{"open", "waiting", "done", "dropped", "all"} {
		if strings.HasPrefix(s, typed) {
			out = append(out, s)
		}
	}
	return out, noFiles
}

// described returns a completion. Its text comes from files, so it is cleaned:
// shells show it on a terminal.
func described(word, what string) cobra.Completion {
	return cobra.CompletionWithDesc(clean(oneLine(word)), clean(oneLine(what)))
}

// completeTopics completes a meeting, then the titles of its topics.
func (a *app) completeTopics(c *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return a.completeMeetings(c, args, typed)
	}
	ws, err := a.workspace()
	if err != nil || len(args) > 1 {
		return nil, noFiles
	}
	ref, err := ws.Resolve(args[0])
	if err != nil {
		return nil, noFiles
	}
	f, err := ws.Load(ref)
	if err != nil {
		return nil, noFiles
	}
	var out []cobra.Completion
	for _, item := range f.Meeting.Agenda {
		if strings.HasPrefix(strings.ToLower(item.Title), strings.ToLower(typed)) {
			out = append(out, clean(oneLine(item.Title)))
		}
	}
	return out, noFiles | cobra.ShellCompDirectiveKeepOrder
}
