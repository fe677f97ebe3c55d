package lang

import "strings"

// TaskWord is what a line says has become of a task.
type TaskWord uint8

// What may be said of a task.
const (
	NoTaskWord TaskWord = iota
	TaskWordDone
	TaskWordReopen
	TaskWordWait
	TaskWordResume
	TaskWordDrop
	TaskWordNote
	TaskWordAssign // names follow
	TaskWordDue    // a date follows
)

// taskWords are the words, folded, those of several words before their
// beginnings.
var taskWords = []struct {
	phrase string
	word   TaskWord
}{
	{"wieder offen", TaskWordReopen},
	{"wieder geöffnet", TaskWordReopen},
	{"wieder geoeffnet", TaskWordReopen},
	{"doch offen", TaskWordReopen},
	{"noch offen", TaskWordReopen},
	{"nicht erledigt", TaskWordReopen},
	{"nicht fertig", TaskWordReopen},
	{"open again", TaskWordReopen},
	{"not done", TaskWordReopen},
	{"offen", TaskWordReopen},
	{"reopened", TaskWordReopen},
	{"reopen", TaskWordReopen},
	{"open", TaskWordReopen},

	{"erledigt", TaskWordDone},
	{"fertig", TaskWordDone},
	{"gemacht", TaskWordDone},
	{"abgehakt", TaskWordDone},
	{"done", TaskWordDone},
	{"finished", TaskWordDone},
	{"completed", TaskWordDone},

	{"geht weiter", TaskWordResume},
	{"weiter", TaskWordResume},
	{"resumed", TaskWordResume},
	{"resume", TaskWordResume},
	{"goes on", TaskWordResume},

	{"wartet", TaskWordWait},
	{"warten", TaskWordWait},
	{"ruht", TaskWordWait},
	{"waiting", TaskWordWait},
	{"waits", TaskWordWait},
	{"wait", TaskWordWait},
	{"on hold", TaskWordWait},

	{"fallengelassen", TaskWordDrop},
	{"fallen gelassen", TaskWordDrop},
	{"entfällt", TaskWordDrop},
	{"entfaellt", TaskWordDrop},
	{"gestrichen", TaskWordDrop},
	{"verworfen", TaskWordDrop},
	{"dropped", TaskWordDrop},
	{"drop", TaskWordDrop},
	{"cancelled", TaskWordDrop},
	{"canceled", TaskWordDrop},

	{"notiz", TaskWordNote},
	{"anmerkung", TaskWordNote},
	{"note", TaskWordNote},

	{"zuweisen an", TaskWordAssign},
	{"zuweisen", TaskWordAssign},
	{"jetzt bei", TaskWordAssign},
	{"übernimmt", TaskWordAssign},
	{"assign to", TaskWordAssign},
	{"assigned to", TaskWordAssign},
	{"assign", TaskWordAssign},
	{"an", TaskWordAssign},
	{"bei", TaskWordAssign},
	{"für", TaskWordAssign},
	{"to", TaskWordAssign},
	{"for", TaskWordAssign},

	{"verschoben auf", TaskWordDue},
	{"verlängert bis", TaskWordDue},
	{"verlaengert bis", TaskWordDue},
	{"fällig am", TaskWordDue},
	{"fällig", TaskWordDue},
	{"faellig", TaskWordDue},
	{"extended to", TaskWordDue},
	{"extend to", TaskWordDue},
	{"postponed to", TaskWordDue},
	{"due on", TaskWordDue},
	{"due", TaskWordDue},
	{"erst", TaskWordDue},
	{"auf", TaskWordDue},
	{"bis", TaskWordDue},
	{"until", TaskWordDue},
	{"by", TaskWordDue},
}

// CutTaskWord takes the words off the front of s that say what has become of a
// task, and "ist", "is" before them.
func CutTaskWord(s string) (word TaskWord, rest string) {
	for _, is := range []string{"ist ", "is "} {
		if len(s) > len(is) && strings.EqualFold(s[:len(is)], is) {
			s = strings.TrimLeft(s[len(is):], " ")
		}
	}
	for _, w := range taskWords {
		n := len(w.phrase)
		if len(s) < n || !strings.EqualFold(s[:n], w.phrase) {
			continue
		}
		if n < len(s) && strings.IndexByte(" ,:;.(!-", s[n]) < 0 && !strings.HasPrefix(s[n:], "–") {
			continue
		}
		return w.word, s[n:]
	}
	return NoTaskWord, s
}

// TaskWordsOf lists words for what has become of a task, as l has them: for
// completion, and to find what a misspelt word may have meant.
func TaskWordsOf(l Lang) []string {
	if l == English {
		return []string{"done", "open", "waiting", "resume", "dropped", "due", "assign"}
	}
	return []string{"erledigt", "offen", "wartet", "weiter", "entfällt", "fällig", "zuweisen"}
}

// CutReason takes what stands between a word for a task's state and its reason
// off the front of s: a colon, a dash, "auf" behind "wartet". Ok is false if s
// is neither empty nor begins so: then the word is one of a sentence.
func CutReason(s string, word TaskWord) (reason string, ok bool) {
	t := strings.TrimLeft(s, " ")
	if strings.Trim(t, ".!") == "" {
		return "", true
	}
	for _, mark := range []string{":", ",", ";", "–", "- "} {
		if r, cut := strings.CutPrefix(t, mark); cut {
			return strings.TrimSpace(r), true
		}
	}
	if strings.HasPrefix(t, "(") && strings.HasSuffix(t, ")") && strings.IndexByte(t, ')') == len(t)-1 {
		return strings.TrimSpace(t[1 : len(t)-1]), true
	}
	if word == TaskWordWait {
		for _, on := range []string{"auf ", "for ", "on "} {
			if len(t) > len(on) && strings.EqualFold(t[:len(on)], on) {
				return t, true
			}
		}
	}
	return "", false
}
