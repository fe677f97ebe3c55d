package cli

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"telko/minutes/lang"
)

// testEnv is a world without a workspace.
func testEnv(t testing.TB, locale string) (Env, *bytes.Buffer, *bytes.Buffer) {
	var out, talk bytes.Buffer
	return Env{
		Stdin: strings.NewReader(""), Stdout: &out, Stderr: &talk,
		Getenv: func(name string) string {
			if name == "LANG" {
				return locale
			}
			return ""
		},
		Now: func() time.Time { return time.Date(2031, 3, 10, 12, 0, 0, 0, time.UTC) },
		Dir: t.TempDir(),
	}, &out, &talk
}

func every(c *cobra.Command, do func(*cobra.Command)) {
	do(c)
	for _, sub := range c.Commands() {
		every(sub, do)
	}
}

// Whoever asks for help of any command, in any language, gets what it does, how
// it is called, an example, and with which codes it ends.
func TestEveryCommandHasHelp(t *testing.T) {
	for _, l := range []lang.Lang{lang.German, lang.English} {
		env, out, _ := testEnv(t, l.Code())
		a := newApp("test", env)
		every(a.root(), func(c *cobra.Command) {
			out.Reset()
			path := strings.Fields(c.CommandPath())[1:]
			if code := Main("test", append(path, "--help"), env); code != 0 {
				t.Errorf("%s --help: exit code %d", c.CommandPath(), code)
			}
			for _, want := range []lang.Text{lang.CLIHelpUsage, lang.CLIHelpExamples, lang.CLIHelpExit} {
				if !strings.Contains(out.String(), "\n"+want.In(l)+"\n") {
					t.Errorf("%s --help (%s) lacks %q", c.CommandPath(), l.Code(), want.In(l))
				}
			}
			last := out.String()[strings.LastIndex(out.String(), lang.CLIHelpExit.In(l)):]
			for _, line := range strings.Split(strings.TrimSpace(last), "\n")[1:] {
				if len(line) < 4 || line[:2] != "  " || line[2] < '0' || line[2] > '5' {
					t.Errorf("%s --help (%s) does not end with exit codes: %q", c.CommandPath(), l.Code(), line)
				}
			}
			for line := range strings.Lines(out.String()) {
				if n := len([]rune(strings.TrimRight(line, "\n"))); n > 100 {
					t.Errorf("%s --help (%s): a line of %d characters: %s", c.CommandPath(), l.Code(), n, line)
				}
			}
		})
	}
}

// A flag that takes one of few words, and every argument that is a task, a
// meeting or a person, is completed.
func TestEveryFlagSaysWhatItIs(t *testing.T) {
	env, _, _ := testEnv(t, "en")
	every(newApp("test", env).root(), func(c *cobra.Command) {
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if f.Usage == "" {
				t.Errorf("%s --%s says nothing", c.CommandPath(), f.Name)
			}
		})
		if strings.Contains(c.Use, "ID") && c.ValidArgsFunction == nil {
			t.Errorf("%s does not complete ids", c.CommandPath())
		}
		if strings.Contains(c.Use, "MEETING") && c.ValidArgsFunction == nil {
			t.Errorf("%s does not complete meetings", c.CommandPath())
		}
	})
}

// DESIGN's list, without what later work brings.
func TestCommandsAreThese(t *testing.T) {
	env, _, _ := testEnv(t, "en")
	var got []string
	every(newApp("test", env).root(), func(c *cobra.Command) { got = append(got, c.CommandPath()) })
	slices.Sort(got)
	want := strings.Split(`telko
telko adopt
telko agenda
telko agenda add
telko agenda list
telko agenda move
telko agenda publish
telko approve
telko clone
telko completion
telko convert
telko decisions
telko demo
telko diff
telko doctor
telko edit
telko fmt
telko import
telko init
telko lint
telko list
telko motions
telko motions add
telko motions answer
telko motions answers
telko motions close
telko motions decide
telko motions history
telko motions inadmissible
telko motions link
telko motions list
telko motions note
telko motions postpone
telko motions realise
telko motions refer
telko motions reopen
telko motions schedule
telko motions settle
telko motions show
telko motions undo
telko motions unlink
telko motions unrealise
telko motions vote
telko motions withdraw
telko move
telko people
telko private
telko publish
telko pull
telko record
telko resolve
telko search
telko show
telko site
telko stats
telko status
telko sync
telko tasks
telko tasks add
telko tasks agenda
telko tasks assign
telko tasks done
telko tasks drop
telko tasks edit
telko tasks export
telko tasks extend
telko tasks list
telko tasks log
telko tasks note
telko tasks remind
telko tasks renumber
telko tasks reopen
telko tasks resume
telko tasks show
telko tasks undo
telko tasks wait`, "\n")
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

// A stream that takes no more, as a full disk, is a failure, not silence.
func TestFailingStdoutIsAFailure(t *testing.T) {
	env, _, talk := testEnv(t, "en")
	env.Stdout = failing{}
	if code := Main("test", []string{"--version"}, env); code != exitFailed {
		t.Errorf("exit code %d", code)
	}
	if !strings.Contains(talk.String(), io.ErrShortWrite.Error()) {
		t.Errorf("stderr: %q", talk)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

// A command alone does what it does among all others.
func TestTreeOfOneCommand(t *testing.T) {
	env, _, _ := testEnv(t, "C")
	for _, c := range commands {
		whole, _, err := newApp("test", env).root().Find([]string{c.name})
		if err != nil || whole.Name() != c.name {
			t.Errorf("%s: %v, %v", c.name, whole.Name(), err)
		}
		root := newApp("test", env).root(c.name, "x")
		part, rest, err := root.Find([]string{c.name, "x"})
		if err != nil && part == root || len(root.Commands()) != 1 || part.UsageString() != whole.UsageString() || len(rest) != 1 {
			t.Errorf("%s alone: %v, %v", c.name, part.Name(), err)
		}
	}
	for args, want := range map[string]int{
		"": len(commands), "tasks": 1, "task": len(commands), "--me tasks": len(commands), "help tasks": len(commands), "__complete tasks": len(commands),
		"__complete tasks done": 1, "__complete ta": len(commands), "__completeNoDesc tasks x y": 1, "--version": len(commands),
	} {
		if got := len(named(strings.Fields(args))); got != want {
			t.Errorf("%q: %d commands, want %d", args, got, want)
		}
	}
}

// A list needs no other command; in doubt all are there.
func TestTasksOfOneCommand(t *testing.T) {
	for args, want := range map[string]int{
		"": len(taskCommands), "tasks": 0, "tasks --mine": 0, "tasks --overdue --json": 0, "tasks done": 1, "tasks -a x done": 1,
		"tasks -a mila": len(taskCommands), "tasks -h": len(taskCommands), "tasks --help": len(taskCommands), "tasks doen": len(taskCommands),
		"help tasks": len(taskCommands), "help tasks done": 1, "__complete tasks": len(taskCommands), "__complete tasks done x": 1,
		"tasks --": len(taskCommands),
	} {
		if got := len(namedTask(strings.Fields(args))); got != want {
			t.Errorf("%q: %d commands, want %d", args, got, want)
		}
	}
	// Two words that are names: the command that cobra finds is there.
	for _, args := range [][]string{{"tasks", "note", "100107-2", "done"}, {"tasks", "-a", "log", "done"}, {"tasks", "show", "list"}} {
		env, _, _ := testEnv(t, "C")
		part, _, _ := newApp("test", env).root(args...).Find(args)
		whole, _, _ := newApp("test", env).root().Find(args)
		if part.Name() != whole.Name() {
			t.Errorf("%q: %s, want %s", args, part.Name(), whole.Name())
		}
	}
}
