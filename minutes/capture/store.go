package capture

import "errors"

// ErrFull is a disk, or a person's share of it, that has no more room.
var ErrFull = errors.New("no room on the disk")

// FS is where journals lie: a folder of the user's state folder, outside any
// workspace, so that a checkout that is deleted takes no accepted line with
// it. Names are relative to it, with slashes. What is missing is an error that
// wraps fs.ErrNotExist, a disk without room one that wraps ErrFull. Package disk has the real one; tests have one that
// fails and dies where they want it to.
type FS interface {
	// Create makes a file that is not there yet, for this user's eyes alone,
	// and opens it. Its name outlives a crash. One that is there is an error
	// that wraps fs.ErrExist.
	Create(name string) (File, error)
	// Open opens a file for writing; one that is not there is made, and then
	// its name need not outlive a crash of the machine.
	Open(name string) (File, error)
	// ReadFile returns what a file holds.
	ReadFile(name string) ([]byte, error)
	// WriteFile replaces a file whole, or makes it: after a crash there is the
	// old text or the new one.
	WriteFile(name string, data []byte) error
	// Rename gives a file another name, also in another folder, which is made.
	Rename(from, to string) error
	// Remove deletes a file. One that is not there is no error.
	Remove(name string) error
	// List returns the names of the files in a folder, sorted; "." is the FS
	// itself. A folder that is not there is empty.
	List(dir string) ([]string, error)
	// Hold takes a file that only one process can hold, writes into it who that
	// is, and gives it back when release is called or the process has died.
	// If another one holds it, the error wraps ErrHeld, and holder is what that
	// one wrote.
	Hold(name string, info []byte) (release func() error, holder []byte, err error)
}

// File is an open file of an FS.
type File interface {
	// WriteAt writes p at an offset from the start.
	WriteAt(p []byte, off int64) (int, error)
	// Sync waits until all that was written is on disk.
	Sync() error
	// Truncate cuts the file to size.
	Truncate(size int64) error
	Close() error
}
