// Command telko records the minutes of telephone conferences, publishes them to
// a MediaWiki, and keeps track of who promised what. See package cli.
package main

import (
	"os"

	"telko/cmd/internal/cli"
)

// version is the release that this source is of.
const version = "0.1.0"

func main() { os.Exit(cli.Main(version, os.Args[1:], cli.System())) }
