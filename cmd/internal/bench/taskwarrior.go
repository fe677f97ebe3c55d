package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"telko/tasks"
)

// errNoTaskwarrior says how to get what a user would take instead of telko.
var errNoTaskwarrior = errors.New("no Taskwarrior 2, so telko is not measured against it: apt-get install taskwarrior")

// writeTaskwarrior gives Taskwarrior the same tasks in the files that its
// version 2 keeps them in: open ones in one, done ones in another. People are
// tags.
func (a *archive) writeTaskwarrior(dir string) error {
	if _, err := exec.LookPath("task"); err != nil {
		return errNoTaskwarrior
	}
	out, err := exec.Command("task", "--version").Output()
	if err != nil || !strings.HasPrefix(string(out), "2.") {
		return fmt.Errorf("%w; this one is %s", errNoTaskwarrior, strings.TrimSpace(string(out)))
	}
	var pending, completed bytes.Buffer
	for i := range a.promises {
		p := &a.promises[i]
		status, file := "pending", &pending
		if !p.open {
			status, file = "completed", &completed
		}
		entry := start(p.meeting).Unix()
		fmt.Fprintf(file, `[description:"%s" due:"%d" `, p.task.Text, p.task.Due.At(0, time.UTC).Unix())
		if !p.open {
			fmt.Fprintf(file, `end:"%d" `, entry+86400)
		}
		var nicks []string
		for _, as := range p.task.Assignees {
			if !slices.Contains(nicks, as.Nick) {
				nicks = append(nicks, as.Nick)
			}
		}
		fmt.Fprintf(file, `entry:"%d" modified:"%d" status:"%s" tags:"%s" `, entry, entry, status, strings.Join(nicks, ","))
		for _, nick := range nicks {
			fmt.Fprintf(file, `tags_%s:"x" `, nick)
		}
		fmt.Fprintf(file, "uuid:\"%s\"]\n", uuidOf(p.task.ID))
	}
	rc := fmt.Sprintf("data.location=%s\nconfirmation=no\nnews.version=2.6.0\n", dir)
	for name, data := range map[string][]byte{"pending.data": pending.Bytes(), "completed.data": completed.Bytes(), "taskrc": []byte(rc)} {
		if err := os.MkdirAll(dir, 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// uuidOf makes a name-based uuid of an id.
func uuidOf(id tasks.ID) string {
	h := sha256.Sum256([]byte(id))
	h[6], h[8] = h[6]&0x0f|0x50, h[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", h[:4], h[4:6], h[6:8], h[8:10], h[10:16])
}

func sortByTime(evs []tasks.Event) {
	slices.SortStableFunc(evs, func(a, b tasks.Event) int { return a.At.Compare(b.At) })
}
