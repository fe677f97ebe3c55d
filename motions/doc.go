// Package motions: see the issue of its room.
package motions
