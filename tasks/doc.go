// Package tasks: see the issue of its room.
package tasks
