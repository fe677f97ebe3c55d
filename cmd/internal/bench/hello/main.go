// Command hello is the least that a program with cobra does: it prints one
// line. The benchmarks measure telko against it.
package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
)

func main() {
	c := &cobra.Command{
		Use: "hello",
		Run: func(*cobra.Command, []string) { fmt.Println("hello") },
	}
	if c.Execute() != nil {
		os.Exit(1)
	}
}
