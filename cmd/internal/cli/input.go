package cli

import (
	"errors"
	"fmt"
	"io"
	"os"

	"telko/minutes/lang"
)

// maxInput is how much of a file is read: a wiki page holds 2 MB at most.
const maxInput = 8 << 20

// readInput reads a file, or stdin for "-".
func (a *app) readInput(name string) ([]byte, error) {
	in := a.env.Stdin
	if name != "-" {
		f, err := os.Open(a.env.abs(name))
		if err != nil {
			return nil, fileError(name, err)
		}
		defer f.Close()
		in = f
	}
	src, err := io.ReadAll(io.LimitReader(in, maxInput+1))
	if err != nil {
		return nil, fileError(name, err)
	}
	if len(src) > maxInput {
		return nil, lang.E(lang.ImportTooBig, name, maxInput>>20)
	}
	return src, nil
}

// fileError says what the system has against a file that the user named,
// without the name of the call.
func fileError(name string, err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return fmt.Errorf("%s: %w", name, p.Err)
	}
	return err
}
