package mail

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
)

// Sendmail hands mails to a program, such as /usr/sbin/sendmail -i. The address
// of the person is added behind "--", so that it is never taken for an option.
type Sendmail struct {
	Command []string // the program by its full path, and its options
}

// Send implements Sender.
func (s *Sendmail) Send(ctx context.Context, m Message) error {
	body, err := m.Bytes()
	if err != nil {
		return err
	}
	args := append(append([]string{}, s.Command[1:]...), "--", m.To)
	cmd := exec.CommandContext(ctx, s.Command[0], args...)
	cmd.Stdin = bytes.NewReader(bytes.ReplaceAll(body, []byte("\r\n"), []byte("\n"))) // as Unix programs have it
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	err = cmd.Run()
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err == nil:
		return nil
	case strings.TrimSpace(said.String()) != "":
		first, _, _ := strings.Cut(strings.TrimSpace(said.String()), "\n")
		err = fmt.Errorf("%w: %s", err, first)
	}
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 75 { // EX_TEMPFAIL
		return &Error{Busy, s.Command[0], err}
	}
	return &Error{Failed, s.Command[0], err}
}
