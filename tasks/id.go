package tasks

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"telko/tasks/when"
)

// IDError is a text that is no id.
type IDError struct{ Text string }

// Error implements error.
func (e *IDError) Error() string {
	return fmt.Sprintf("%q is not an id like 100107-2", e.Text)
}

// ParseID reads an id in full, with or without one leading '#'. The error is
// an *IDError.
func ParseID(s string) (ID, error) {
	t := strings.TrimPrefix(s, "#")
	if _, ok := plain(t); ok && isDay(t[:6]) { // as most are
		return ID(t), nil
	}
	if _, ok := takeApart(t); !ok {
		return "", &IDError{strings.Clone(s)}
	}
	return ID(t), nil
}

// MeetingID returns the id of the nth task of a meeting on day, in a series
// whose ids begin with prefix, "" for none.
func MeetingID(prefix string, day when.Date, n int) ID {
	id := day.Short() + "-" + strconv.Itoa(n)
	if prefix != "" {
		id = prefix + "-" + id
	}
	return ID(id)
}

// PersonalID returns the id of the nth task that nick added on day, outside a
// meeting. What an id cannot hold of the nick becomes '_'.
func PersonalID(prefix string, day when.Date, nick string, n int) ID {
	nick = strings.Map(func(r rune) rune {
		if isNickRune(r) {
			return r
		}
		return '_'
	}, nick)
	if nick == "" {
		nick = "_"
	}
	return MeetingID(prefix, day, 0)[:len(MeetingID(prefix, day, 0))-1] + ID(nick+"-"+strconv.Itoa(n))
}

// idParts are the components of an id.
type idParts struct {
	prefix, day, nick, number string
}

// takeApart splits s into the components of an id. It runs for every line of
// the log and allocates nothing.
func takeApart(s string) (p idParts, ok bool) {
	head, rest, ok := strings.Cut(s, "-")
	if !ok {
		return p, false
	}
	if !isDay(head) {
		if !isPrefix(head) {
			return p, false
		}
		p.prefix = head
		if head, rest, ok = strings.Cut(rest, "-"); !ok || !isDay(head) {
			return p, false
		}
	}
	p.day = head
	if nick, number, ok := strings.Cut(rest, "-"); ok {
		if !isNick(nick) {
			return p, false
		}
		p.nick, rest = nick, number
	}
	p.number = rest
	return p, isNumber(rest)
}

// plain returns an id of the form YYMMDD-N, as most are, as one number that no
// other id has; ok is false for all others. It does not look whether a calendar
// has that day.
func plain(s string) (key uint64, ok bool) {
	if len(s) < 8 || len(s) > 13 || s[6] != '-' || s[7] == '0' {
		return 0, false
	}
	var day, number uint64
	for i := range 6 {
		c := s[i] - '0'
		if c > 9 {
			return 0, false
		}
		day = day*10 + uint64(c)
	}
	for i := 7; i < len(s); i++ {
		c := s[i] - '0'
		if c > 9 {
			return 0, false
		}
		number = number*10 + uint64(c)
	}
	return day<<numberBits | number, true
}

// numberBits is how many bits the largest running number needs.
const numberBits = 20

// isDay reports whether s is a day as YYMMDD.
func isDay(s string) bool {
	if len(s) != 6 {
		return false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	y, m, d := two(s), two(s[2:]), two(s[4:])
	switch {
	case m < 1 || m > 12 || d < 1 || d > 31:
		return false
	case d <= 28:
		return true
	}
	return when.Day(2000+y, month(m), d).Day == d
}

func isPrefix(s string) bool {
	for i := range len(s) {
		c := s[i]
		letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
		if !letter && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return s != ""
}

func isNick(s string) bool {
	for _, r := range s {
		if !isNickRune(r) {
			return false
		}
	}
	return s != ""
}

func isNickRune(r rune) bool {
	return r == '_' || r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

// isNumber reports whether s is a running number: no leading zero, and not so
// long that somebody could have counted to it.
func isNumber(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != "" && len(s) <= 6 && s[0] != '0'
}

// Day returns the day in id, the zero Date if id is none.
func (id ID) Day() when.Date {
	p, ok := takeApart(string(id))
	if !ok {
		return when.Date{}
	}
	return when.Date{Year: 2000 + two(p.day), Month: month(two(p.day[2:])), Day: two(p.day[4:])}
}

// Number returns the running number, the last component of id; 0 if id is none.
func (id ID) Number() int {
	p, _ := takeApart(string(id))
	n, _ := strconv.Atoi(p.number)
	return n
}

// Prefix returns the prefix of the series, "" if id has none.
func (id ID) Prefix() string {
	p, _ := takeApart(string(id))
	return p.prefix
}

// Nick returns who added the task, "" for one of a meeting.
func (id ID) Nick() string {
	p, _ := takeApart(string(id))
	return p.nick
}

// Components returns the parts of id, which short forms match whole.
func (id ID) Components() []string { return strings.Split(string(id), "-") }

// Compare orders ids by day, prefix, nick and number, so that they stand in
// the order in which they were promised.
func (id ID) Compare(other ID) int {
	if id == other {
		return 0
	}
	a, okA := takeApart(string(id))
	b, okB := takeApart(string(other))
	if !okA || !okB {
		return cmp.Compare(id, other)
	}
	return cmp.Or(
		cmp.Compare(a.day, b.day),
		cmp.Compare(a.prefix, b.prefix),
		cmp.Compare(a.nick, b.nick),
		cmp.Compare(len(a.number), len(b.number)),
		cmp.Compare(a.number, b.number),
	)
}

// FindID returns the first id with its '#' in text at or after from, as
// text[start:end]; ok is false if there is none. An id ends where the word
// ends: "#100107-2a" holds none.
func FindID(text string, from int) (id ID, start, end int, ok bool) {
	for from < len(text) {
		i := strings.IndexByte(text[from:], '#')
		if i < 0 {
			break
		}
		start = from + i
		end = start + 1
		for end < len(text) {
			r, size := utf8.DecodeRuneInString(text[end:])
			if r != '-' && !isNickRune(r) {
				break
			}
			end += size
		}
		end = start + len(strings.TrimRight(text[start:end], "-_"))
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		if _, ok := takeApart(text[start+1 : max(end, start+1)]); ok && before != '#' && before != '&' && !(start > 0 && isNickRune(before)) {
			return ID(text[start+1 : end]), start, end, true
		}
		from = max(end, start+1)
	}
	return "", 0, 0, false
}
