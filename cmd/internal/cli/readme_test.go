package cli

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

var (
	shownLine = regexp.MustCompile(`(?m)^ {4}\$ (telko .*)$`)
	quotedRun = regexp.MustCompile("`(telko [^`]*)`")
	shellWord = regexp.MustCompile(`"[^"]*"|[^\s"]+`)
)

// Every command that the README shows is one, with these flags and arguments,
// and so is every example of the help.
func TestShownCommandsAreThere(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, form := range []*regexp.Regexp{shownLine, quotedRun} {
		found := form.FindAllStringSubmatch(string(readme), -1)
		if len(found) == 0 {
			t.Errorf("the README has nothing like %s", form)
		}
		for _, m := range found {
			lines = append(lines, m[1])
		}
	}
	env, _, _ := testEnv(t, "en")
	every(newApp("test", env).root(), func(c *cobra.Command) {
		lines = append(lines, strings.Split(c.Example, "\n")...)
	})
	for _, line := range lines {
		if err := parses(t, line); err != nil {
			t.Errorf("%s: %v", line, err)
		}
	}
}

// parses reports what is wrong with the flags and arguments of a line of shell
// that begins with telko. Nothing runs.
func parses(t *testing.T, line string) error {
	for _, end := range []string{" #", " |", " <", " >", "   "} {
		line, _, _ = strings.Cut(line, end)
	}
	var words []string
	for _, w := range shellWord.FindAllString(line, -1) {
		words = append(words, strings.Trim(w, `"`))
	}
	at := slices.Index(words, "telko")
	if at < 0 || at+1 == len(words) {
		return nil
	}
	env, _, talk := testEnv(t, "en")
	if words[at+1] == "help" {
		if code := Main("test", words[at+1:], env); code != 0 {
			return errors.New(talk.String())
		}
		return nil
	}
	c, args, err := newApp("test", env).root().Find(words[at+1:])
	if err != nil {
		return err
	}
	if err := c.ParseFlags(args); err != nil {
		return err
	}
	return c.ValidateArgs(c.Flags().Args())
}
