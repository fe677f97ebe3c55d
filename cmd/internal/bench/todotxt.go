package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
)

// errNoTodoTxt says how to get what a user would take instead of telko.
var errNoTodoTxt = errors.New("no todo.txt-cli, so telko is not measured against it: apt-get install todotxt-cli")

// todoTxt is the program of todo.txt-cli, as Debian names it.
const todoTxt = "todo-txt"

// writeTodoTxt gives todo.txt-cli the same tasks: open ones in one file, done
// ones in the other. People are contexts.
func (a *archive) writeTodoTxt(dir string) error {
	if _, err := exec.LookPath(todoTxt); err != nil {
		return errNoTodoTxt
	}
	var todo, done bytes.Buffer
	for i := range a.promises {
		p := &a.promises[i]
		file := &todo
		day := dayOf(p.meeting)
		if !p.open {
			file = &done
			fmt.Fprintf(file, "x %s ", day)
		}
		fmt.Fprintf(file, "%s %s due:%s", day, p.task.Text, p.task.Due)
		var nicks []string
		for _, as := range p.task.Assignees {
			if !slices.Contains(nicks, as.Nick) {
				nicks = append(nicks, as.Nick)
				fmt.Fprintf(file, " @%s", as.Nick)
			}
		}
		file.WriteByte('\n')
	}
	config := fmt.Sprintf("export TODO_DIR=%q TODO_FILE=%[1]q/todo.txt DONE_FILE=%[1]q/done.txt REPORT_FILE=%[1]q/report.txt\n", dir)
	for name, data := range map[string][]byte{"todo.txt": todo.Bytes(), "done.txt": done.Bytes(), "config": []byte(config)} {
		if err := os.MkdirAll(dir, 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			return err
		}
	}
	return nil
}
