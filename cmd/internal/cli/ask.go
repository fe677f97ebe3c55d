package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"telko/minutes/lang"
)

// ask puts a question to the person at the terminal and returns the answer, or
// what was offered if it is empty. Questions go to stderr, so that a pipe on
// stdout stays clean.
func (a *app) ask(question lang.Text, offered string) (string, error) {
	a.out.Flush()
	text := question.In(a.lang)
	if offered != "" {
		text += " [" + offered + "]"
	}
	fmt.Fprint(a.out.stderr, text+": ")
	if a.answers == nil {
		a.answers = bufio.NewReader(a.env.Stdin)
	}
	line, err := a.answers.ReadString('\n')
	if err != nil {
		fmt.Fprintln(a.out.stderr)
		if errors.Is(err, io.EOF) {
			return "", errCancelled
		}
		return "", err
	}
	if line = strings.TrimSpace(line); line == "" {
		return offered, nil
	}
	return line, nil
}

// askYes asks a question that yes is offered for.
func (a *app) askYes(question lang.Text) (bool, error) {
	answer, err := a.ask(question, lang.AskYes.In(a.lang))
	if err != nil {
		return false, err
	}
	switch strings.ToLower(answer) {
	case "j", "ja", "y", "yes":
		return true, nil
	}
	return false, nil
}
