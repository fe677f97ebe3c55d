package cli

import (
	"bufio"
	"context"
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
	// Before the question: Ctrl-C may come as soon as it can be read.
	ctx, stop := interruptible()
	defer stop()
	a.out.Flush()
	text := question.In(a.lang)
	if offered != "" {
		text += " [" + offered + "]"
	}
	fmt.Fprint(a.out.stderr, text+": ")
	if a.answers == nil {
		a.answers = bufio.NewReader(a.env.Stdin)
	}
	line, err := a.readLine(ctx)
	if err != nil {
		fmt.Fprintln(a.out.stderr)
		return "", err
	}
	if line = strings.TrimSpace(line); line == "" {
		return offered, nil
	}
	return line, nil
}

// readLine waits for a line. Ctrl-C and the end of input cancel the command.
func (a *app) readLine(ctx context.Context) (string, error) {
	type answer struct {
		line string
		err  error
	}
	read := make(chan answer, 1)
	go func() { // ends with the process if nothing is typed
		line, err := a.answers.ReadString('\n')
		read <- answer{line, err}
	}()
	select {
	case <-ctx.Done():
		return "", errCancelled
	case got := <-read:
		if errors.Is(got.err, io.EOF) {
			return "", errCancelled
		}
		return got.line, got.err
	}
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
