// Package archive is the workspace on disk.
package archive
