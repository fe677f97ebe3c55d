package capture

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"telko/minutes"
	"telko/motions"
	"telko/tasks"
	"telko/tasks/when"
)

// kindWords are the kinds of entries as the journal has them.
func kindWords() []string {
	return []string{KindRaw: "raw", KindTopic: "topic", KindNote: "note", KindTask: "task", KindDecision: "decision", KindMotion: "motion", KindPassage: "passage", KindMention: "mention"}
}

// sectionWords are the kinds of headings as the journal has them.
func sectionWords() []string {
	return []string{
		minutes.SectionPreamble: "preamble", minutes.SectionPresent: "present", minutes.SectionAbsent: "absent", minutes.SectionPlace: "place",
		minutes.SectionOpenTasks: "open-tasks", minutes.SectionPlan: "plan", minutes.SectionTopic: "topic", minutes.SectionMotion: "motion",
	}
}

// eventLine returns the line of an event. What is zero is left out.
func eventLine(e *Event) journalLine {
	l := journalLine{At: e.At, By: e.By, ID: e.ID, Verb: string(e.Verb), Text: e.Text}
	add := func(key, value string) {
		if value != "" {
			l.Args = append(l.Args, journalArg{key, value})
		}
	}
	yes := func(key string, is bool) {
		if is {
			add(key, "yes")
		}
	}
	add("with", string(e.With))
	add("of", string(e.Of))
	add("topic", string(e.Topic))
	add("before", string(e.Before))
	add("level", numberWord(e.Level))
	add("kind", wordOf(kindWords(), int(e.Kind)))
	add("section", wordOf(sectionWords(), int(e.Section)))
	yes("stay", e.Stay)
	yes("source", e.Source)
	yes("lines", e.Lines)
	yes("secret", e.Secret)
	add("passage", string(e.Passage))
	add("who", e.Who)
	add("label", e.Label)
	add("clock", e.Clock.String())
	add("number", numberWord(e.Number))
	add("nick", e.Nick)
	add("name", e.Name)
	yes("guest", e.Guest)
	add("task", string(e.TaskID))
	add("motion", string(e.MotionID))
	yes("done", e.Done)
	add("due", e.Due.String())
	add("assign", assigneeList(e.Assignees))
	add("key", e.Key)
	return l
}

// event takes back eventLine. An argument that this telko does not know, as a
// newer one may write, is left out; a value that is none is an error.
func (l *journalLine) event() (Event, error) {
	e := Event{At: l.At, By: l.By, ID: l.ID, Verb: Verb(l.Verb), Text: l.Text}
	for _, a := range l.Args {
		if err := e.setArg(a.Key, a.Value); err != nil {
			return e, fmt.Errorf("%s=%s is not understood", a.Key, a.Value)
		}
	}
	return e, nil
}

func (e *Event) setArg(key, v string) (err error) {
	switch key {
	case "with":
		e.With = EntryID(v)
	case "of":
		e.Of = EntryID(v)
	case "topic":
		e.Topic = EntryID(v)
	case "before":
		e.Before = EntryID(v)
	case "level":
		e.Level, err = strconv.Atoi(v)
	case "kind":
		var n int
		n, err = wordIndex(kindWords(), v)
		e.Kind = Kind(n)
	case "section":
		var n int
		n, err = wordIndex(sectionWords(), v)
		e.Section = minutes.SectionKind(n)
	case "stay":
		e.Stay = v == "yes"
	case "source":
		e.Source = v == "yes"
	case "lines":
		e.Lines = v == "yes"
	case "secret":
		e.Secret = v == "yes"
	case "passage":
		e.Passage = motions.Kind(v)
	case "who":
		e.Who = v
	case "label":
		e.Label = v
	case "clock":
		e.Clock, err = when.ReadClock(v)
	case "number":
		e.Number, err = strconv.Atoi(v)
	case "nick":
		e.Nick = v
	case "name":
		e.Name = v
	case "guest":
		e.Guest = v == "yes"
	case "task":
		e.TaskID = tasks.ID(v)
	case "motion":
		e.MotionID = motions.ID(v)
	case "done":
		e.Done = v == "yes"
	case "due":
		e.Due, err = when.ParseISO(v)
	case "assign":
		e.Assignees, err = readAssigneeList(v)
	case "key":
		e.Key = v
	}
	return err
}

func numberWord(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// wordOf returns the word of a value; the first is left out, a value without
// a word is its number.
func wordOf(words []string, n int) string {
	if n > 0 && n < len(words) {
		return words[n]
	}
	return numberWord(n)
}

func wordIndex(words []string, v string) (int, error) {
	if i := slices.Index(words, v); i >= 0 {
		return i, nil
	}
	n, err := strconv.ParseUint(v, 10, 8)
	return int(n), err
}

// A list of assignees is written as in tasks.log, by what writes and reads
// that.
const assignPrefix = "2000-01-01T00:00:00Z x 000101-1 assign "

func assigneeList(as []tasks.Assignee) string {
	if len(as) == 0 {
		return ""
	}
	e, _ := tasks.ParseEvent(assignPrefix + "x")
	e.Assignees = as
	return strings.TrimPrefix(e.Line(), assignPrefix)
}

func readAssigneeList(v string) ([]tasks.Assignee, error) {
	e, err := tasks.ParseEvent(assignPrefix + v)
	if err == nil && e.Text != "" {
		err = fmt.Errorf("%q is no list", v)
	}
	return e.Assignees, err
}
