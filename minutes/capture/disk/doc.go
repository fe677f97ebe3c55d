// Package disk is a folder of journals on a real disk, the capture.FS of the
// command.
package disk
