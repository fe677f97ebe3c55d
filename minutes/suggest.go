package minutes

import (
	"strings"

	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

// Suggestion is a line of minutes that reads as if somebody had promised
// something, and is no task. Only a person can tell.
type Suggestion struct {
	Line int
	Task string // the line it could become, "- [ ] sieht sich das mal an (rpr)"
}

// Suggest returns what in f may be meant for a task: marks of one where no
// checkbox stands ("TODO a: …", "… → a"), and sentences in which somebody who
// is known undertakes something. Attendance, mentions of earlier tasks, motions,
// quotes and code are left out.
func Suggest(f *File, ctx Context) []Suggestion {
	_, body, line, _, err := readFront(f.src, nil)
	if err != nil {
		return nil
	}
	doc := readDocument(f.src, body, line)
	known := roll{people: ctx.People, present: f.Meeting.Present, absent: f.Meeting.Absent}
	r := taskReader{people: ctx.People, local: known.finder(), date: f.Meeting.Date, telco: ctx.telcosOf(&f.Meeting), quiet: true}
	var out []Suggestion
	section := 0
	for _, it := range doc.lines {
		for section+1 < len(f.Sections) && f.Sections[section+1].Line <= it.line {
			section++
		}
		if it.task || len(f.Sections) == 0 {
			continue
		}
		switch f.Sections[section].Kind {
		case SectionPreamble, SectionTopic, SectionPlan:
			text := string(it.text.Of(f.src))
			if task, ok := r.suggest(text, f.Sections[section].Kind == SectionPlan); ok {
				out = append(out, Suggestion{it.line, FormatTask(task, ctx.Lang, when.Date{})})
			}
		}
	}
	return out
}

// suggest reads one line. In the plan of the next days a bracket of known
// people is enough.
func (r *taskReader) suggest(text string, plan bool) (tasks.Task, bool) {
	text = strings.TrimSpace(text)
	if text == "" || text[0] == '`' || text[0] == '|' {
		return tasks.Task{}, false
	}
	if _, _, _, mention := tasks.FindID(text, 0); mention {
		return tasks.Task{}, false
	}
	p := r.read(text)
	if len(p.Assignees) > 0 && (plan || p.Bracket.Empty()) {
		return p.Task, true
	}
	if n := lang.CutToDo(text); n > 0 && isUpper(text[0]) && strings.ContainsAny(text[n:min(n+2, len(text))], ":(") {
		p.Task.Text = strings.TrimLeft(p.Task.Text[min(n, len(p.Task.Text)):], ": \t")
		return p.Task, p.Task.Text != ""
	}
	for sentence := range strings.SplitSeq(text, ". ") {
		if task, ok := r.promise(strings.TrimRight(strings.TrimSpace(sentence), ".!")); ok {
			return task, true
		}
	}
	return tasks.Task{}, false
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

// promise reads a sentence that begins with somebody's name and a verb, "rpr
// sieht sich das mal an", or ends in a name, "das übernimmt rpr".
func (r *taskReader) promise(sentence string) (tasks.Task, bool) {
	words := strings.Fields(sentence)
	for n := min(3, len(words)-1); n > 0; n-- {
		who := r.person(strings.Join(words[:n], " "))
		if who == nil {
			continue
		}
		rest := words[n:]
		if !lang.Promises(strings.Trim(rest[0], ",;:"), strings.Join(rest[1:], " ")) {
			continue
		}
		if rest[0] == "to" {
			rest = rest[1:]
		}
		return tasks.Task{Text: strings.Join(rest, " "), Assignees: who}, true
	}
	for n := min(3, len(words)-1); n > 0; n-- {
		before := strings.Join(words[:len(words)-n], " ")
		who := r.person(strings.Join(words[len(words)-n:], " "))
		if who != nil && lang.Undertakes(before) {
			return tasks.Task{Text: before, Assignees: who}, true
		}
	}
	return tasks.Task{}, false
}

// person reads one name, or two with "und" between them, of people alone.
func (r *taskReader) person(name string) []tasks.Assignee {
	var p TaskParts
	if !r.names(strings.Trim(name, "*_,;:"), &p) {
		return nil
	}
	for _, a := range p.Assignees {
		if a.Kind != tasks.Person {
			return nil
		}
	}
	return p.Assignees
}
