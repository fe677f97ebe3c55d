package cli

import "telko/minutes/lang"

// topic returns a help text that is about no single command; ok is false if
// there is none of that name.
func topic(args []string) (text lang.Text, ok bool) {
	if len(args) == 1 && args[0] == "bot" {
		return lang.TopicBot, true
	}
	return text, false
}
