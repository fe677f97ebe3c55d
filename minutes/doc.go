// Package minutes: see the issue of its room.
package minutes
