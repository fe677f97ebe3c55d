package imports

import "testing"

// TestPatterns compiles every pattern: none is compiled at the start.
func TestPatterns(t *testing.T) {
	if len(patterns) < 30 {
		t.Fatalf("%d patterns", len(patterns))
	}
	for _, p := range patterns {
		p.get() // panics if it is wrong
	}
}
