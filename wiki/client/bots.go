package client

import (
	"regexp"
	"strings"
	"sync"
)

// Compiled when first asked for: most commands never do.
var (
	// What is in comments and nowiki is not a template call.
	hidden = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?is)<!--.*?(?:-->|$)|<nowiki\s*>.*?</nowiki\s*>|<pre\b[^>]*>.*?</pre\s*>`)
	})
	nobots = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)\{\{\s*(?:(?:Vorlage|Template)\s*:\s*)?(nobots|bots)\s*(\|[^{}]*)?\}\}`)
	})
)

// Excludes reports whether a page with this text asks the bot user to stay
// away: {{nobots}}, {{bots|allow=none}}, {{bots|deny=all}}, or by its name or
// telko's. user may be "".
func Excludes(text, user string) bool {
	if !strings.Contains(text, "{{") {
		return false
	}
	for _, m := range nobots().FindAllStringSubmatch(hidden().ReplaceAllString(text, ""), -1) {
		if strings.EqualFold(m[1], "nobots") {
			return true
		}
		for _, arg := range strings.Split(strings.TrimPrefix(m[2], "|"), "|") {
			key, list, _ := strings.Cut(arg, "=")
			switch strings.ToLower(strings.TrimSpace(key)) {
			case "deny":
				if names(list, "all", user, "telko") {
					return true
				}
			case "allow":
				if !names(list, "all", user, "telko") {
					return true
				}
			}
		}
	}
	return false
}

// names reports whether a list with commas holds one of the words.
func names(list string, words ...string) bool {
	for _, n := range strings.Split(list, ",") {
		n = strings.ReplaceAll(strings.TrimSpace(n), "_", " ")
		for _, w := range words {
			if w != "" && strings.EqualFold(n, w) {
				return true
			}
		}
	}
	return false
}
