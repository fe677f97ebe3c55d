// Package tui is the protocol keeper's screen over package capture.
package tui

import (
	_ "charm.land/bubbletea/v2"
	_ "charm.land/lipgloss/v2"
)
