package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
	"telko/wiki/client"
)

var monday = when.Day(2031, time.March, 10)

func TestDateIsTakenOffTheEnd(t *testing.T) {
	for _, c := range []struct {
		words []string
		ids   []string
		date  string
	}{
		{[]string{"2", "freitag"}, []string{"2"}, "freitag"},
		{[]string{"2", "3", "freitag"}, []string{"2", "3"}, "freitag"},
		{[]string{"2", "in", "2", "wochen"}, []string{"2"}, "in 2 wochen"},
		{[]string{"310306-1", "310306-2", "+7"}, []string{"310306-1", "310306-2"}, "+7"},
		{[]string{"2", "end", "of", "january"}, []string{"2"}, "end of january"},
		{[]string{"2", "diesen", "freitag"}, []string{"2"}, "diesen freitag"},
	} {
		ids, date, err := splitDate(c.words, when.Calendar{From: monday})
		if err != nil || date != c.date || !cmp.Equal(ids, c.ids) {
			t.Errorf("splitDate(%q) = %q, %q, %v; want %q, %q", c.words, ids, date, err, c.ids, c.date)
		}
	}
	for _, words := range [][]string{{"2"}, {"freitag"}, {"2", "3"}, {"2", "bald"}, {"2", "nächsten", "freitag"}} {
		if ids, date, err := splitDate(words, when.Calendar{From: monday}); exitCode(err) != exitUsage {
			t.Errorf("splitDate(%q) = %q, %q, %v; want an error of usage", words, ids, date, err)
		}
	}
}

func TestExtendCountsFromTheRightDay(t *testing.T) {
	for _, c := range []struct {
		due  when.Date
		word string
		want string
	}{
		{monday.AddDays(10), "+7", "2031-03-27"},      // from the due date
		{monday.AddDays(-10), "+7", "2031-03-17"},     // overdue: from today
		{monday.AddDays(10), "morgen", "2031-03-11"},  // as seen from today
		{monday.AddDays(10), "freitag", "2031-03-21"}, // the first after the due date
		{monday, "2031-04-01", "2031-04-01"},
	} {
		task := tasks.Task{ID: "310306-1", Due: c.due, State: tasks.Open}
		got, err := extended(&task, c.word, when.Calendar{From: monday})
		if err != nil || got.String() != c.want {
			t.Errorf("extended(due %s, %q) = %s, %v; want %s", c.due, c.word, got, err, c.want)
		}
	}
	task := tasks.Task{ID: "310306-1", Due: monday, State: tasks.Open}
	for _, word := range []string{"2031-03-01", "2031-03-10", "bald"} {
		if got, err := extended(&task, word, when.Calendar{From: monday}); err == nil {
			t.Errorf("extended(%q) = %s, want an error", word, got)
		}
	}
}

func TestSeriesTime(t *testing.T) {
	s, err := newSeries("Orga", "Plenum", "Donnerstag 20:00", lang.German)
	if err != nil || s.Weekday != time.Thursday || !s.Regular || s.Time.String() != "20:00" || s.Key != "plenum" {
		t.Errorf("got %+v, %v", s, err)
	}
	for _, bad := range []string{"bald", "31.01.", "donnerstag 25:00", "+7"} {
		if s, err := newSeries("Orga", "Plenum", bad, lang.German); err == nil {
			t.Errorf("%q gave %+v", bad, s)
		}
	}
}

func TestEMailOfGitsConfiguration(t *testing.T) {
	path := filepath.Join(t.TempDir(), "config")
	config := "[core]\n email = no@example.org\n[User]\n\tname = x\n\tEmail = \"a@example.org\"\n[user \"sub\"]\nemail = sub@example.org\n"
	if err := os.WriteFile(path, []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := emailIn(path, "before"); got != "a@example.org" {
		t.Errorf("got %q", got)
	}
	if got := emailIn(path+"x", "before"); got != "before" {
		t.Errorf("without a file: %q", got)
	}
}

func TestEachErrorHasItsExitCode(t *testing.T) {
	for _, c := range []struct {
		err  error
		want int
	}{
		{nil, exitDone},
		{errors.New("x"), exitFailed},
		{usage(lang.CLITooFewArgs), exitUsage},
		{errCancelled, exitUsage},
		{fmt.Errorf("x: %w", context.Canceled), exitUsage},
		{&when.AmbiguousError{}, exitUsage},
		{lang.E(lang.ArchiveChanged, "x").Because(archive.ErrChanged), exitConflict},
		{&client.Error{Kind: client.Exists}, exitConflict},
		{fmt.Errorf("x: %w", &client.Error{Kind: client.Auth}), exitAuth},
		{&client.Error{Kind: client.Protected}, exitAuth},
		{&client.Error{Kind: client.Busy}, exitBusy},
		{&client.Error{Kind: client.Unreachable, Err: context.Canceled}, exitUsage},
		{&client.Error{Kind: client.Unreachable}, exitBusy},
		{&client.Error{Kind: client.Refused}, exitFailed},
		{&client.Error{Kind: client.NotAPI}, exitFailed},
		{&exitError{exitConflict, errSilent}, exitConflict},
	} {
		if got := exitCode(c.err); got != c.want {
			t.Errorf("exitCode(%v) = %d, want %d", c.err, got, c.want)
		}
	}
}

func TestLocale(t *testing.T) {
	for _, c := range []struct {
		vars map[string]string
		want lang.Lang
	}{
		{nil, lang.German},
		{map[string]string{"LANG": "de_AT.UTF-8"}, lang.German},
		{map[string]string{"LANG": "en_GB.UTF-8"}, lang.English},
		{map[string]string{"LANG": "de_DE.UTF-8", "LC_ALL": "C.UTF-8"}, lang.English},
		{map[string]string{"LANG": "en_GB.UTF-8", "LC_MESSAGES": "de_DE"}, lang.German},
	} {
		env := Env{Getenv: func(name string) string { return c.vars[name] }}
		if got := env.locale(); got != c.want {
			t.Errorf("%v: %s", c.vars, got.Code())
		}
	}
}
