// Package terminal runs a program in a terminal of its own: a pty on one side,
// an emulator that knows what a person would see on the other. Tests and
// benchmarks of the screen look at it; telko itself does not use it.
//
// Nothing here sleeps: whoever waits says what for, and how long at most, and is
// woken by every change of the screen.
package terminal
