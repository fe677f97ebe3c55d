package lang

import "strings"

// CutToDo returns how many bytes of s a word takes up that begins a task, as
// "TODO", "Action item 3" or "AI"; 0 if there is none.
func CutToDo(s string) int {
	n := 0
	for _, w := range []string{"to-do", "todo", "action item", "action", "aufgabe", "task"} {
		if len(s) > len(w) && strings.EqualFold(s[:len(w)], w) {
			n = len(w)
			break
		}
	}
	if n == 0 && strings.HasPrefix(s, "AI") {
		n = 2
	}
	if n == 0 || n == len(s) || !strings.ContainsRune(" \t:([", rune(s[n])) {
		return 0
	}
	// A number may follow: "ACTION 3: …".
	end := n
	for end < len(s) && (s[end] == ' ' || s[end] == '#' || s[end] >= '0' && s[end] <= '9') {
		end++
	}
	if end > n+1 && end < len(s) && s[end] == ':' {
		return end
	}
	return n
}

// CutFor returns how many bytes of s a word takes up that stands between TODO
// and a name, the blanks behind it included: "für", "for".
func CutFor(s string) int {
	for _, w := range []string{"für ", "fuer ", "for ", "an ", "von ", "by ", "bei "} {
		if len(s) > len(w) && strings.EqualFold(s[:len(w)], w) {
			return len(s) - len(strings.TrimLeft(s[len(w):], " \t"))
		}
	}
	return 0
}

// CutResponsible finds a label in s that names follow, as in "Zuständig: a, b":
// where it begins, and where the names do. Label is -1 if there is none.
func CutResponsible(s string) (label, names int) {
	colon := strings.LastIndexByte(s, ':')
	if colon < 0 {
		return -1, 0
	}
	before := strings.TrimRight(s[:colon], "*_ \t")
	for _, w := range []string{
		"zuständig", "zustaendig", "zuständigkeit", "verantwortlich", "verantwortliche", "erledigt durch", "bearbeiter",
		"responsible", "assignee", "assignees", "assigned to", "assigned", "owner", "owners",
	} {
		at := len(before) - len(w)
		if at < 0 || !strings.EqualFold(before[at:], w) {
			continue
		}
		if at > 0 && !strings.ContainsRune(" \t;,.(*_-|", rune(before[at-1])) && !strings.HasSuffix(before[:at], "–") && !strings.HasSuffix(before[:at], "—") {
			continue
		}
		names = colon + 1
		for names < len(s) && strings.IndexByte(" \t*_", s[names]) >= 0 {
			names++
		}
		return at, names
	}
	return -1, 0
}
