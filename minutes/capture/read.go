package capture

import (
	"strings"

	"telko/minutes/lang"
)

// Read returns how a line would be taken.
func (s *Session) Read(line string) Reading {
	switch text := strings.TrimSpace(line); {
	case text == "":
		return Reading{}
	case strings.HasPrefix(line, "# "):
		return Reading{Act: ActTopic, Level: 2, Topic: strings.TrimSpace(line[2:])}
	default:
		return Reading{Act: ActNote, Text: text}
	}
}

// Describe says in l how the line is read.
func (r Reading) Describe(l lang.Lang) string { return r.Text }

// Complete returns what the line could become at the cursor, a byte offset.
func (s *Session) Complete(line string, cursor int) []Completion { return nil }
