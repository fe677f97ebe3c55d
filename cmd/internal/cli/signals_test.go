package cli

import (
	"os"
	"os/exec"
	"syscall"
	"testing"
	"time"
)

// TestTerminatedTwice is a process that is told to end, twice.
func TestTerminatedTwice(t *testing.T) {
	if os.Getenv("TELKO_TERMINATED") == "" {
		cmd := exec.Command(os.Args[0], "-test.run=^TestTerminatedTwice$")
		cmd.Env = append(os.Environ(), "TELKO_TERMINATED=1")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
		return
	}
	ctx, stop := interruptible()
	for first := true; ; first = false {
		if err := syscall.Kill(os.Getpid(), syscall.SIGTERM); err != nil {
			t.Fatal(err)
		}
		select {
		case <-ctx.Done():
		case <-time.After(time.Minute):
			t.Fatal("nothing ended")
		}
		if !first {
			break
		}
	}
	stop()
}
