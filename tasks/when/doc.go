// Package when: see the issue of its room.
package when
