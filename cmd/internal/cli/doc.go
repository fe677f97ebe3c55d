// Package cli is the telko command: a cobra tree with one file a command, and
// the rules that all of them keep.
//
// A command is three things in one file: a struct of options that holds what
// the flags said, a constructor (newTasksDone) that only declares flags and
// arguments, and a function (runTasksDone) that does the work through an app.
// Anything that takes part in the world comes from Env: streams, environment,
// clock, folder. So a test runs a whole command in memory, and the program
// fixes nothing by a hidden variable.
//
// Where to look:
//
//	root.go    Main, and the tree
//	out.go     what goes to stdout, what to stderr, in which form
//	exit.go    the exit codes, and which error has which
//	errors.go  errors of the rooms below, said in the user's language
//	help.go    how help is laid out; its texts are in minutes/lang
//	me.go      who "me" is
//
// The contract with users is testdata/script at the top of the repository: one
// script a command, run by script_test.go with the real program.
package cli
