package disk

import (
	"errors"
	"os"
	"syscall"

	"telko/minutes/capture"
)

// file is an open file whose errors say whether the disk is full.
type file struct{ *os.File }

// WriteAt implements capture.File.
func (f file) WriteAt(p []byte, off int64) (int, error) {
	n, err := f.File.WriteAt(p, off)
	return n, full(err)
}

// Sync implements capture.File. Some file systems find room only now.
func (f file) Sync() error { return full(f.File.Sync()) }

// full marks an error of a disk, or a person's share of it, without room.
func full(err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return fullError{err}
	}
	return err
}

type fullError struct{ error }

func (e fullError) Unwrap() []error { return []error{capture.ErrFull, e.error} }
