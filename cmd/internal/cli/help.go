package cli

import (
	"strings"

	"github.com/clipperhouse/displaywidth"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"telko/minutes/lang"
)

// command returns a cobra command with its texts in the user's language. Every
// command can end with 0, 1 and 2; exits names what else it may end with.
func (a *app) command(use string, h lang.Help, exits ...int) *cobra.Command {
	c := &cobra.Command{
		Use: use, Short: h.Short.In(a.lang), Long: h.Long.In(a.lang), Example: h.Examples.In(a.lang),
		DisableFlagsInUseLine: true,
	}
	if len(exits) > 0 {
		c.Annotations = map[string]string{exitsKey: string(exitList(exits))}
	}
	return c
}

// exitsKey is the annotation that holds further exit codes, a byte each.
const exitsKey = "exits"

func exitList(codes []int) []byte {
	b := make([]byte, len(codes))
	for i, c := range codes {
		b[i] = byte(c)
	}
	return b
}

// help writes the help of c: what it does, how it is called, its commands and
// flags, examples, and with which codes it ends.
func (a *app) help(c *cobra.Command, _ []string) {
	var b strings.Builder
	if c.Long != "" {
		b.WriteString(c.Long + "\n")
	} else if c.Short != "" {
		b.WriteString(c.Short + "\n")
	}
	heading := func(t lang.Text) { b.WriteString("\n" + t.In(a.lang) + "\n") }
	heading(lang.CLIHelpUsage)
	if c.Runnable() {
		b.WriteString("  " + useLine(c) + "\n")
	}
	if c.HasAvailableSubCommands() {
		b.WriteString("  " + c.CommandPath() + " COMMAND\n")
		heading(lang.CLIHelpCommands)
		var rows [][2]string
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() {
				rows = append(rows, [2]string{sub.Name(), sub.Short})
			}
		}
		columns(&b, rows, a.out.width)
	}
	if rows := flagRows(c.LocalNonPersistentFlags()); len(rows) > 0 {
		heading(lang.CLIHelpFlags)
		columns(&b, rows, a.out.width)
	}
	common := c.InheritedFlags()
	if !c.HasParent() {
		common = c.PersistentFlags()
	}
	if rows := flagRows(common); len(rows) > 0 {
		heading(lang.CLIHelpCommonFlags)
		columns(&b, rows, a.out.width)
	}
	if c.Example != "" {
		heading(lang.CLIHelpExamples)
		for line := range strings.Lines(c.Example + "\n") {
			b.WriteString("  " + line)
		}
	}
	heading(lang.CLIHelpExit)
	codes := []int{exitDone, exitFailed, exitUsage}
	for _, code := range []byte(c.Annotations[exitsKey]) {
		codes = append(codes, int(code))
	}
	var rows [][2]string
	for _, code := range codes {
		rows = append(rows, [2]string{string(rune('0' + code)), exitText(code).In(a.lang)})
	}
	columns(&b, rows, a.out.width)
	a.out.Print(b.String())
}

// useLine returns how c is called.
func useLine(c *cobra.Command) string {
	line := c.Use
	if c.HasParent() {
		line = c.Parent().CommandPath() + " " + c.Use
	}
	if c.HasAvailableLocalFlags() && c.HasParent() {
		line += " [FLAG...]"
	}
	return line
}

// flagRows lists flags as "-a, --assignee NICK" with what they do.
func flagRows(flags *pflag.FlagSet) [][2]string {
	var rows [][2]string
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		left := "    --" + f.Name
		if f.Shorthand != "" {
			left = "-" + f.Shorthand + ", --" + f.Name
		}
		value, text := pflag.UnquoteUsage(f)
		if f.Value.Type() != "bool" && value != "" {
			left += " " + value
		}
		rows = append(rows, [2]string{left, text})
	})
	return rows
}

// columns writes two columns, the second wrapped to the terminal.
func columns(b *strings.Builder, rows [][2]string, width int) {
	left := 0
	for _, r := range rows {
		left = max(left, displaywidth.String(r[0]))
	}
	room := width - left - 4
	if room < minLast {
		room = 0
	}
	for _, r := range rows {
		for i, part := range wrap(r[1], room) {
			head := ""
			if i == 0 {
				head = r[0]
			}
			b.WriteString("  " + head + strings.Repeat(" ", left-displaywidth.String(head)+2) + part + "\n")
		}
	}
}
