package motions

import (
	"errors"
	"strings"
	"time"
	"unicode/utf8"

	"telko/tasks/when"
)

// What a line of the log may lack.
var (
	ErrCut     = errors.New("the line is cut short: it needs an instant, who, an id and a verb")
	ErrInstant = errors.New("the line does not begin with an instant like 2010-01-07T22:20:00+01:00")
	ErrVerb    = errors.New("the verb is not known to this telko; the line is kept")
	ErrDigest  = errors.New("add needs the digest of the motion's wording, ten hexadecimal digits")
	ErrArgs    = errors.New("what follows the verb cannot be read")
	ErrText    = errors.New("the line holds bytes that are no text")
	ErrMarker  = errors.New("the line is a mark of a conflict that was not resolved: keep both sides, remove the marks")
)

const instantForm = "2006-01-02T15:04:05Z07:00"

// Line returns e as a line of the log, without line end. Line breaks in texts
// become blanks, but for those of a wording.
func (e Event) Line() string {
	w := []string{e.At.Format(instantForm), escape(e.By), string(e.ID), string(e.Verb)}
	switch e.Verb {
	case Add, TextV:
		w = append(w, e.Digest)
	case AnswerV:
		w = append(w, e.Digest, orDash(e.Passage))
	case Schedule, Postpone:
		w = append(w, escape(e.Target))
	case SettleV:
		w = append(w, orDash(string(e.Other)))
	case Decide:
		w = append(w, outcomeWord(e.Outcome))
	case Realise:
		w = append(w, orDash(e.On.String()), escape(e.Link))
	case LinkV, Unlink:
		w = append(w, string(e.Relation), string(e.Other))
	case Undo:
		w = append(w, string(e.Of)+"@"+e.OfAt.Format(instantForm))
	}
	text := oneLine(e.Text)
	if e.Verb == TextV {
		text = frozenLine(e.Text)
	}
	if text != "" {
		w = append(w, text)
	}
	return strings.Join(w, " ")
}

// ParseEvent reads one line of the log, without its line end. With ErrVerb
// comes the event all the same: such a line is part of the motion's history.
func ParseEvent(line string) (Event, error) {
	for _, m := range []string{"<<<<<<<", "=======", ">>>>>>>", "|||||||"} {
		if strings.HasPrefix(line, m) {
			return Event{}, ErrMarker
		}
	}
	if !isText(line) {
		return Event{}, ErrText
	}
	parts := strings.SplitN(line, " ", 5)
	at, err := time.Parse(instantForm, parts[0])
	if err != nil {
		return Event{}, ErrInstant
	}
	if len(parts) < 4 || parts[1] == "" || parts[3] == "" {
		return Event{}, ErrCut
	}
	by, ok := unescape(parts[1])
	if !ok || by == "" {
		return Event{}, ErrCut
	}
	id, err := ParseLogID(parts[2])
	if err != nil {
		return Event{}, err
	}
	e := Event{At: at, By: by, ID: id, Verb: Verb(parts[3])}
	rest := ""
	if len(parts) == 5 {
		rest = parts[4]
	}
	return e, e.readRest(&arguments{rest})
}

// arguments gives the words of a line one by one.
type arguments struct{ rest string }

func (w *arguments) next() string {
	word, rest, _ := strings.Cut(w.rest, " ")
	w.rest = rest
	return word
}

// readRest reads what follows the verb.
func (e *Event) readRest(w *arguments) error {
	ok := true
	switch e.Verb {
	case Add, TextV:
		if e.Digest = w.next(); !isDigest(e.Digest) {
			return ErrDigest
		}
		if e.Verb == TextV {
			e.Text = readFrozen(strings.TrimSpace(w.rest))
			return nil
		}
	case AnswerV:
		e.Digest, e.Passage = w.next(), unDash(w.next())
		if !isDigest(e.Digest) || e.Passage != "" && !isDigest(e.Passage) {
			return ErrDigest
		}
	case Schedule, Postpone:
		e.Target, ok = unescape(w.next())
	case SettleV:
		e.Other, ok = readOther(w.next(), true)
	case Decide:
		e.Outcome, ok = readOutcomeWord(w.next())
	case Realise:
		if on := unDash(w.next()); on != "" {
			var err error
			e.On, err = when.ParseISO(on)
			ok = err == nil
		}
		var read bool
		e.Link, read = unescape(w.next())
		ok = ok && read
	case LinkV, Unlink:
		e.Relation = Relation(w.next())
		e.Other, ok = readOther(w.next(), false)
		ok = ok && e.Relation.Inverse() != ""
	case Undo:
		verb, at, _ := strings.Cut(w.next(), "@")
		t, err := time.Parse(instantForm, at)
		e.Of, e.OfAt, ok = Verb(verb), t, err == nil && verb != ""
	case Withdraw, Bar, Close, Reopen, Refer, Unrealise, Note:
	default:
		e.Text = oneLine(w.rest)
		return ErrVerb
	}
	if !ok {
		return ErrArgs
	}
	e.Text = oneLine(w.rest)
	return nil
}

func readOther(word string, optional bool) (ID, bool) {
	if optional && unDash(word) == "" {
		return "", true
	}
	id, err := ParseLogID(word)
	return id, err == nil
}

// outcomeWord returns an outcome as one word.
func outcomeWord(o Outcome) string { return strings.ReplaceAll(string(o), " ", "-") }

func readOutcomeWord(s string) (Outcome, bool) {
	switch o := Outcome(strings.ReplaceAll(s, "-", " ")); o {
	case Accepted, AcceptedChanged, Rejected, NotDecided, ReferredOut, NotCompetent:
		return o, true
	}
	return "", false
}

func isDigest(s string) bool { return len(s) == 10 && strings.Trim(s, "0123456789abcdef") == "" }

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func unDash(s string) string {
	if s == "-" {
		return ""
	}
	return s
}

// oneLine folds white space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func isText(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' && s[i] != '\t' || s[i] == 0x7f {
			return false
		}
	}
	return utf8.ValidString(s)
}

const hexDigits = "0123456789ABCDEF"

// escape writes a text as one word: what would end it becomes %XX, as in the
// log of tasks; nothing becomes "-".
func escape(s string) string {
	if s == "-" {
		return "%2D"
	}
	s = orDash(strings.ToValidUTF8(s, "\ufffd"))
	var b strings.Builder
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ' || c == 0x7f:
			b.WriteByte('_')
		case c == ' ' || c == '%':
			b.WriteString("%" + hexDigits[c>>4:c>>4+1] + hexDigits[c&15:c&15+1])
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// unescape reads what escape wrote.
func unescape(s string) (string, bool) {
	if s == "" || strings.IndexByte(s, '\t') >= 0 {
		return "", s == ""
	}
	if s == "-" {
		return "", true
	}
	var b []byte
	for i := 0; i < len(s); i++ {
		if s[i] != '%' {
			b = append(b, s[i])
			continue
		}
		if len(s) < i+3 {
			return "", false
		}
		hi, lo := strings.IndexByte(hexDigits, s[i+1]), strings.IndexByte(hexDigits, s[i+2])
		if hi < 0 || lo < 0 || hi<<4|lo < ' ' || hi<<4|lo == 0x7f {
			return "", false
		}
		b = append(b, byte(hi<<4|lo))
		i += 2
	}
	return string(b), utf8.Valid(b)
}
