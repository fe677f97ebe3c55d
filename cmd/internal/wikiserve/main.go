// Command wikiserve starts a throwaway MediaWiki on loopback, prints its address
// and runs until it is interrupted.
package main

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"telko/wiki/wikitest"
)

func main() {
	s, err := wikitest.Launch()
	if err != nil {
		fmt.Fprintln(os.Stderr, "telko:", err)
		os.Exit(1)
	}
	defer s.Stop()
	fmt.Println(s.URL)
	end := make(chan os.Signal, 1)
	signal.Notify(end, os.Interrupt, syscall.SIGTERM)
	<-end
}
