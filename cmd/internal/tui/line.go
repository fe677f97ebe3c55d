package tui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/text/unicode/norm"
)

// line is a line of text being edited. What is one character to its user (a
// letter with its accents, an emoji of several) is one for the cursor too. The
// text is NFC. The zero value is an empty line.
type line struct {
	text   string
	at     int    // the cursor, a byte offset between two clusters
	cut    string // what was cut last
	scroll int    // byte offset of the first cluster that is shown
}

// set replaces the text; the cursor goes to its end.
func (l *line) set(s string) {
	l.text = norm.NFC.String(s)
	l.at, l.scroll = len(l.text), 0
}

// setAt is set with the cursor at a byte offset of s.
func (l *line) setAt(s string, at int) {
	head := norm.NFC.String(s[:min(max(at, 0), len(s))])
	l.set(s)
	if at = len(head); at <= len(l.text) && l.text[:at] == head {
		l.at = at
	}
}

// insert puts s in at the cursor.
func (l *line) insert(s string) {
	head := norm.NFC.String(l.text[:l.at] + s)
	tail := l.text[l.at:]
	l.text, l.at = head+tail, len(head)
	if !norm.NFC.IsNormalString(l.text) { // an accent of s joined what stood behind it
		l.text = norm.NFC.String(l.text)
		l.at = min(l.at, len(l.text))
	}
	// What was typed may have become one with its neighbours, as a joiner
	// between two emoji does.
	l.at = l.boundary(l.at)
}

// boundary returns the first place between clusters that is not before at.
func (l *line) boundary(at int) int {
	if at >= len(l.text) || l.text[at] < utf8.RuneSelf && (at == 0 || l.text[at-1] < utf8.RuneSelf) {
		return min(at, len(l.text))
	}
	i := 0
	for i < at {
		i += l.size(i)
	}
	return i
}

// size returns how long the cluster at i is, 0 at the end.
func (l *line) size(i int) int {
	if i >= len(l.text) {
		return 0
	}
	g, _ := cells{}.next(l.text[i:])
	return len(g)
}

// before returns where the cluster that ends at i begins. Clusters can only be
// told from their start, so it counts from a blank in front of it: nothing joins
// a blank with what stands before it.
func (l *line) before(i int) int {
	if i <= 0 {
		return 0
	}
	if l.text[i-1] < utf8.RuneSelf {
		return i - 1 // what has an accent is no ASCII at its end
	}
	from := strings.LastIndexByte(l.text[:i-1], ' ')
	if from < 0 {
		from = 0
	}
	for from+l.size(from) < i {
		from += l.size(from)
	}
	return from
}

func (l *line) left()  { l.at = l.before(l.at) }
func (l *line) right() { l.at += l.size(l.at) }
func (l *line) home()  { l.at = 0 }
func (l *line) end()   { l.at = len(l.text) }

// wordBefore returns the start of the word before the cursor.
func (l *line) wordBefore() int {
	i, seen := l.at, false
	for i > 0 {
		j := l.before(i)
		if inWord(l.text[j:i]) {
			seen = true
		} else if seen {
			break
		}
		i = j
	}
	return i
}

// wordAfter returns the end of the word behind the cursor.
func (l *line) wordAfter() int {
	i, seen := l.at, false
	for i < len(l.text) {
		n := l.size(i)
		if inWord(l.text[i : i+n]) {
			seen = true
		} else if seen {
			break
		}
		i += n
	}
	return i
}

func inWord(cluster string) bool {
	r, _ := utf8.DecodeRuneInString(cluster)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_'
}

// remove takes out what stands between two places; the cursor goes there.
func (l *line) remove(from, to int) {
	l.text = norm.NFC.String(l.text[:from] + l.text[to:])
	l.at = l.boundary(min(from, len(l.text)))
}

// kill is remove, and remembers for yank.
func (l *line) kill(from, to int) {
	if from < to {
		l.cut = l.text[from:to]
		l.remove(from, to)
	}
}

// edit does what a key does to a line, and reports whether it is one of its
// keys.
func (l *line) edit(k tea.KeyPressMsg) bool {
	switch k.Keystroke() {
	case "left", "ctrl+b":
		l.left()
	case "right", "ctrl+f":
		l.right()
	case "home", "ctrl+a":
		l.home()
	case "end", "ctrl+e":
		l.end()
	case "ctrl+left":
		l.at = l.wordBefore()
	case "ctrl+right":
		l.at = l.wordAfter()
	case "backspace", "ctrl+h", "shift+backspace":
		l.remove(l.before(l.at), l.at)
	case "delete", "ctrl+d":
		l.remove(l.at, l.at+l.size(l.at))
	case "ctrl+w", "ctrl+backspace":
		l.kill(l.wordBefore(), l.at)
	case "ctrl+delete":
		l.kill(l.at, l.wordAfter())
	case "ctrl+k":
		l.kill(l.at, len(l.text))
	case "ctrl+u":
		l.kill(0, l.at)
	case "ctrl+y":
		l.insert(l.cut)
	default:
		s := typedText(k)
		if s == "" {
			return false
		}
		l.insert(s)
	}
	return true
}

// typedText returns the characters that a key types, "" for one that types
// none. Some terminals report what AltGr makes as Alt, or as Ctrl and Alt, with
// the character as the key: it was typed all the same.
func typedText(k tea.KeyPressMsg) string {
	if k.Text != "" && k.Mod&(tea.ModCtrl|tea.ModAlt) == 0 {
		return cleanLine(k.Text)
	}
	switch mod := k.Mod &^ (tea.ModCapsLock | tea.ModNumLock | tea.ModScrollLock); {
	case mod == tea.ModShift && k.Code == ' ':
		return " "
	case mod&tea.ModAlt != 0 && strings.ContainsRune(altGr, k.Code):
		return string(k.Code)
	}
	return ""
}

// altGr is what AltGr makes on German keyboards.
const altGr = "@€[]{}|~\\µ²³"
