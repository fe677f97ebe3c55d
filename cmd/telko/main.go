// Command telko records the minutes of telephone conferences, publishes them to
// a MediaWiki, and keeps track of who promised what. See package cli.
package main

import (
	"os"
	"runtime/debug"

	"telko/cmd/internal/cli"
)

// version is the release that this source is of.
const version = "0.1.0"

func main() {
	if os.Getenv("GOGC") == "" {
		// Most commands are over before collecting pays. Less at a time is
		// for those that stay.
		debug.SetGCPercent(400)
	}
	os.Exit(cli.Main(version, os.Args[1:], cli.System()))
}
