// Package lang: see the issue of its room.
package lang
