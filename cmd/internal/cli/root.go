package cli

import (
	"bufio"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks/when"
)

// app is one run of the program: the world, and what commands share.
type app struct {
	env      Env
	version  string
	lang     lang.Lang
	out      *output
	args     []string // what telko was called with
	me       string   // --me
	opened   *opened
	unreadOf map[when.Date]string // files that cannot be read, by day
	config   *archive.User
	answers  *bufio.Reader    // of the person at the terminal
	clock    func() time.Time // env.Now, unless lines carry their times
}

// Main runs telko with args and returns its exit code.
func Main(version string, args []string, env Env) int {
	a := newApp(version, env)
	root := a.root(args...)
	root.SetArgs(args)
	code := a.fail(root.Execute())
	if err := a.out.Flush(); err != nil && code == exitDone {
		code = a.fail(err)
	}
	return code
}

func newApp(version string, env Env) *app {
	a := &app{env: env, version: version, clock: env.Now}
	a.env.Now = func() time.Time { return a.clock() }
	a.lang = env.locale()
	if ws, err := a.workspace(); err == nil {
		a.lang = ws.Lang()
	}
	a.out = newOutput(env, a.lang)
	return a
}

// commands are those of the top level, in the order of help.
var commands = []struct {
	name string
	make func(*app) *cobra.Command
}{
	{"init", (*app).newInit},
	{"demo", (*app).newDemo},
	{"clone", (*app).newClone},
	{"record", (*app).newRecord},
	{"agenda", (*app).newAgenda},
	{"list", (*app).newList},
	{"show", (*app).newShow},
	{"edit", (*app).newEdit},
	{"search", (*app).newSearch},
	{"fmt", (*app).newFmt},
	{"lint", (*app).newLint},
	{"move", (*app).newMove},
	{"private", (*app).newPrivate},
	{"approve", (*app).newApprove},
	{"tasks", (*app).newTasks},
	{"motions", (*app).newMotions},
	{"decisions", (*app).newDecisions},
	{"import", (*app).newImport},
	{"convert", (*app).newConvert},
	{"status", (*app).newStatus},
	{"diff", (*app).newDiff},
	{"pull", (*app).newPull},
	{"publish", (*app).newPublish},
	{"sync", (*app).newSync},
	{"resolve", (*app).newResolve},
	{"adopt", (*app).newAdopt},
	{"site", (*app).newSite},
	{"people", (*app).newPeople},
	{"stats", (*app).newStats},
	{"doctor", (*app).newDoctor},
	{"completion", (*app).newCompletion},
}

// named returns the command that args begin with, or that a shell asks
// completions of, as the only one; all of them in any doubt.
func named(args []string) []int {
	if asksCompletion(args) {
		args = args[1 : len(args)-1] // the last is still being typed
	}
	var all []int
	for i, c := range commands {
		if len(args) > 0 && args[0] == c.name {
			return []int{i}
		}
		all = append(all, i)
	}
	return all
}

// asksCompletion reports whether args are those of a shell that asks what could
// come next.
func asksCompletion(args []string) bool {
	return len(args) > 1 && (args[0] == cobra.ShellCompRequestCmd || args[0] == cobra.ShellCompNoDescRequestCmd)
}

// root returns the command tree, for args perhaps without the commands that
// they are not about. It is built at every start: constructors declare, and do
// nothing that takes time.
func (a *app) root(args ...string) *cobra.Command {
	var version bool
	a.args = args
	c := a.command("telko", lang.HelpRoot)
	c.SilenceErrors, c.SilenceUsage = true, true
	c.CompletionOptions.DisableDefaultCmd = true
	c.SetIn(a.env.Stdin)
	c.SetOut(a.out.stdout)
	c.SetErr(a.env.Stderr)
	c.SetHelpFunc(a.help)
	c.SetHelpCommand(a.newHelp())
	c.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return &exitError{exitUsage, hinted(err, lang.CLISeeHelp, c.CommandPath())}
	})
	c.PersistentFlags().StringVar(&a.me, "me", "", lang.FlagMe.In(a.lang))
	c.PersistentFlags().BoolP("help", "h", false, lang.FlagHelp.In(a.lang))
	c.Flags().BoolVar(&version, "version", false, lang.FlagVersion.In(a.lang))
	c.Args = a.noSuchCommand
	c.RunE = func(*cobra.Command, []string) error {
		if version {
			a.out.Print("telko " + a.version + "\n")
			return nil
		}
		return a.runBare()
	}
	for _, i := range named(args) {
		c.AddCommand(commands[i].make(a))
	}
	return c
}

// newHelp returns the help command.
func (a *app) newHelp() *cobra.Command {
	c := a.command("help [COMMAND...]", lang.HelpHelp)
	c.RunE = func(c *cobra.Command, args []string) error {
		if text, ok := topic(args); ok {
			a.out.Say(text, fmt.Sprintf(lang.BotUnits, lang.BotLocale.In(a.lang)))
			return nil
		}
		found, rest, err := c.Root().Find(args)
		if err != nil || found == nil || len(rest) > 0 {
			return a.noSuchCommand(c.Root(), args)
		}
		a.help(found, nil)
		return nil
	}
	return c
}

// noSuchCommand is the argument check of commands that only group others.
func (a *app) noSuchCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	err := lang.E(lang.CLINoCommand, args[0], c.CommandPath())
	c.SuggestionsMinimumDistance = 2
	if near := c.SuggestionsFor(args[0]); len(near) > 0 {
		err = err.Hint(lang.CLIDidYouMean, c.CommandPath()+" "+near[0])
	} else {
		err = err.Hint(lang.CLISeeHelp, c.CommandPath())
	}
	return &exitError{exitUsage, err}
}

// hinted adds a hint to an error that has none.
func hinted(err error, t lang.Text, args ...any) error {
	if e := translate(err); e != nil {
		return e.Hint(t, args...).Because(err)
	}
	return err
}
