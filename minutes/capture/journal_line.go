package capture

import (
	"errors"
	"fmt"
	"hash/crc32"
	"strings"
	"time"
	"unicode/utf8"
)

// A journal is lines, one an event, that a person can read and mend:
//
//	telko journal 1 |5c0e
//	2010-01-07T22:31:04.123+01:00 dyfa k3f-17 note topic=k3f-4 level=0 Die Fock ist gerissen |91ab
//
// The instant, who, the event's id, its verb, then words key=value, then text to
// the end of the line, then a sum over all before it, that tells a line that was
// cut off or damaged. The package comment has what is escaped.

// journalLine is a line of a journal taken apart.
type journalLine struct {
	At   time.Time // to the millisecond, in the zone it was written in
	By   string    // a nick, or a word for what telko does by itself
	ID   EntryID
	Verb string // letters a to z and "-"
	Args []journalArg
	Text string
}

// journalArg is a word key=value. The key is letters a to z and "-".
type journalArg struct{ Key, Value string }

// arg returns the value of a key, "" if there is none.
func (l *journalLine) arg(key string) string {
	for _, a := range l.Args {
		if a.Key == key {
			return a.Value
		}
	}
	return ""
}

const instantForm = "2006-01-02T15:04:05.000Z07:00"

// What can be wrong with a line of a journal.
var (
	errNoSum = errors.New("it ends without its sum, so it was cut off")
	errSum   = errors.New("its sum is another, so it was damaged or changed by hand")
	errTwice = errors.New("its id stands on another line too")
)

// appendLine appends l as a line with its line break. What it cannot hold, a
// blank in a name or a verb that is none, is an error.
func appendLine(b []byte, l journalLine) ([]byte, error) {
	if !isIDWord(string(l.ID)) || !isKey(l.Verb) {
		return b, fmt.Errorf("no line of a journal: %q %q", l.ID, l.Verb)
	}
	start := len(b)
	b = l.At.AppendFormat(b, instantForm)
	b = append(b, ' ')
	b = appendWho(b, l.By)
	b = append(b, ' ')
	b = append(b, l.ID...)
	b = append(b, ' ')
	b = append(b, l.Verb...)
	for _, a := range l.Args {
		if !isKey(a.Key) {
			return b[:start], fmt.Errorf("no key of a journal: %q", a.Key)
		}
		b = append(b, ' ')
		b = append(b, a.Key...)
		b = append(b, '=')
		b = appendEscapedLine(b, a.Value, true)
	}
	if l.Text != "" {
		b = append(b, ' ')
		b = appendLineText(b, l.Text)
	}
	return appendSum(b, start), nil
}

// appendSum ends the line that begins at start with its sum.
func appendSum(b []byte, start int) []byte {
	return append(append(append(b, " |"...), lineSum(b[start:])...), '\n')
}

func lineSum(line []byte) string {
	return string(appendHexDigits(nil, uint64(crc32.ChecksumIEEE(line)&0xffff), 4))
}

// parseLine reads a line without its line break. With errNoSum and errSum come
// what could be read all the same; then ok says whether that is an event.
func parseLine(line []byte) (l journalLine, ok bool, err error) {
	body := line
	switch cut := len(line) - len(" |0000"); {
	case cut < 0 || string(line[cut:cut+2]) != " |":
		err = errNoSum
	default:
		body = line[:cut]
		if string(line[cut+2:]) != lineSum(body) {
			err = errSum
		}
	}
	l, e := readLine(string(body))
	if e != nil {
		if err == nil {
			err = e
		}
		return l, false, err
	}
	return l, true, err
}

func readLine(s string) (l journalLine, err error) {
	at, s, _ := strings.Cut(s, " ")
	if l.At, err = time.Parse(instantForm, at); err != nil {
		return l, errors.New("it does not begin with an instant")
	}
	who, s, _ := strings.Cut(s, " ")
	id, s, _ := strings.Cut(s, " ")
	l.ID = EntryID(id)
	verb, s, more := strings.Cut(s, " ")
	if who == "" || !isIDWord(id) || !isKey(verb) {
		return l, errors.New("who, id and verb do not follow the instant")
	}
	l.By, l.Verb = readWho(who), verb
	for more {
		word, rest, further := strings.Cut(s, " ")
		key, value, isArg := strings.Cut(word, "=")
		if !isArg || !isKey(key) {
			break
		}
		l.Args = append(l.Args, journalArg{key, unescapeLine(value)})
		s, more = rest, further
		if !further {
			s = ""
		}
	}
	l.Text = unescapeLine(s)
	return l, nil
}

// appendWho appends who an event is by: a word, "-" for nobody.
func appendWho(b []byte, who string) []byte {
	switch who {
	case "":
		return append(b, '-')
	case "-":
		return append(b, `\-`...)
	}
	return appendEscapedLine(b, who, true)
}

func readWho(s string) string {
	switch s {
	case "-":
		return ""
	case `\-`:
		return "-"
	}
	return unescapeLine(s)
}

// isIDWord reports whether s is what an id can be.
func isIDWord(s string) bool {
	if s == "" || !utf8.ValidString(s) {
		return false
	}
	for _, r := range s {
		if r <= ' ' || breaksLine(r) {
			return false
		}
	}
	return true
}

// isKey reports whether s is a verb or a key.
func isKey(s string) bool {
	for i := range len(s) {
		if (s[i] < 'a' || s[i] > 'z') && (s[i] != '-' || i == 0) {
			return false
		}
	}
	return s != ""
}
