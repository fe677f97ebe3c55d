package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"telko/minutes/capture"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

// promises is what earlier telcos left to this one: tasks that are overdue
// first, then the open ones, motions without an answer, topics put off. Its
// letters act only while it has the keys. Until somebody turns to it, and after
// they turn away, the entry line has them, and it can be looked at while one
// writes.
type promises struct {
	*desk
	all   []capture.Promise
	focus bool
	ask   *prompt
	choice
	h int // rows of the list that are shown

	said map[string]string // what the minutes of rev say, by id or title
	rev  int
}

var _ aside = (*promises)(nil)

func newPromises(d *desk, focus bool) *promises {
	return &promises{desk: d, all: d.promised, focus: focus}
}

// lets implements aside.
func (p *promises) lets() bool { return !p.focus }

func (p *promises) keys() []binding {
	if p.ask != nil {
		return promptKeys()
	}
	if !p.focus {
		return []binding{
			{act: dlgFocus, keys: []string{"f3", "ctrl+t"}, text: lang.PromiseTurnTo, bar: lang.PromiseBarTurnTo},
			{act: dlgClose, keys: []string{"esc"}, text: lang.PromiseSkip, bar: lang.PromiseBarSkip},
			{act: dlgPageUp, keys: []string{"pgup"}, text: lang.KeysScrollUp},
			{act: dlgPageDown, keys: []string{"pgdown"}, text: lang.KeysScrollDown},
		}
	}
	key := func(t lang.Text) []string { return []string{p.text(t)} }
	keys := []binding{
		{act: dlgDone, keys: key(lang.PromiseKeyDone), text: lang.PromiseDone, bar: lang.PromiseBarDone},
		{act: dlgExtend, keys: key(lang.PromiseKeyExtend), text: lang.PromiseExtend, bar: lang.PromiseBarExtend},
		{act: dlgAssign, keys: key(lang.PromiseKeyAssign), text: lang.PromiseAssign, bar: lang.PromiseBarAssign},
		{act: dlgWait, keys: key(lang.PromiseKeyWait), text: lang.PromiseWait, bar: lang.PromiseBarWait},
		{act: dlgDrop, keys: key(lang.PromiseKeyDrop), text: lang.PromiseDrop, bar: lang.PromiseBarDrop},
		{act: dlgNote, keys: key(lang.PromiseKeyNote), text: lang.PromiseNote, bar: lang.PromiseBarNote},
		{act: dlgUndo, keys: []string{"f8", "u"}, text: lang.KeysUndo, bar: lang.BarUndo},
		{act: dlgAccept, keys: []string{"enter"}, text: lang.PromiseTakeUp},
		{act: dlgFocus, keys: []string{"tab", "f3", "ctrl+t"}, text: lang.PromiseTurnAway, bar: lang.PromiseBarTurnAway},
		helpKey(),
		{act: dlgClose, keys: []string{"esc", "ctrl+c"}, text: lang.PromiseSkip, bar: lang.DlgBarClose},
	}
	return append(keys, scrollKeys()...)
}

func (p *promises) update(msg tea.Msg) (overlay, tea.Cmd) {
	if p.ask != nil {
		done, cmd := p.ask.update(msg)
		if done {
			p.ask = nil
		}
		return p, cmd
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return p, nil
	}
	act := bound(p.keys(), k)
	switch act {
	case dlgClose:
		return nil, nil
	case dlgFocus:
		p.focus = !p.focus
		return p, nil
	case dlgHelp:
		return newHelp(p.desk, p), nil
	case dlgUndo:
		return p, p.undoLast()
	case dlgAccept:
		return p.takeUp()
	}
	if p.by(act, len(p.all), p.h) {
		return p, nil
	}
	return p, p.decide(act)
}

// decide does what a letter says with the task that is chosen.
func (p *promises) decide(act action) tea.Cmd {
	if p.at >= len(p.all) {
		return nil
	}
	it := &p.all[p.at]
	if it.Kind != capture.PromisedTask {
		if act == actNone {
			return nil
		}
		return send(sayMsg{text: p.text(lang.PromiseNotTask), bad: true})
	}
	t := it.Task
	outcome := func(v tasks.Verb) func(string) tea.Cmd {
		return func(text string) tea.Cmd {
			return p.outcome(capture.PromiseOutcome{Task: t, Verb: v, Text: text})
		}
	}
	switch act {
	case dlgDone:
		return outcome(tasks.DoneV)("")
	case dlgWait:
		p.ask = p.newPrompt(lang.PromiseWhyWait, "", outcome(tasks.Wait))
	case dlgDrop:
		p.ask = p.newPrompt(lang.PromiseWhyDrop, "", outcome(tasks.Drop))
	case dlgNote:
		p.ask = p.newPrompt(lang.PromiseWhichNote, "", outcome(tasks.Note))
		p.ask.echo = p.needsText
	case dlgExtend:
		p.ask = p.newPrompt(lang.PromiseUntil, "", func(text string) tea.Cmd {
			day, err := p.readDay(&t, text)
			if err != nil {
				return p.fail(err)
			}
			return p.outcome(capture.PromiseOutcome{Task: t, Verb: tasks.DueV, Due: day})
		})
		p.ask.suggest(p.text(lang.PromiseNextWeek))
		p.ask.echo = func(text string) (string, bool) {
			day, err := p.readDay(&t, text)
			if err != nil {
				return p.text(lang.PromiseNoDay), false
			}
			return p.text(lang.PromiseDueOn, p.weekday(day)), true
		}
	case dlgAssign:
		p.ask = p.newPrompt(lang.PromiseTo, "", func(text string) tea.Cmd {
			who, _ := p.readPeople(&t, text)
			return p.outcome(capture.PromiseOutcome{Task: t, Verb: tasks.Assign, Assignees: who})
		})
		p.ask.echo = func(text string) (string, bool) {
			who, ok := p.readPeople(&t, text)
			if !ok {
				return p.text(lang.PromiseNobody), false
			}
			return assigned(who), true
		}
	}
	return nil
}

func (p *promises) needsText(text string) (string, bool) {
	if strings.TrimSpace(text) == "" {
		return p.text(lang.PromiseNoText), false
	}
	return oneBlank(text), true
}

// readDay reads until when a task is extended.
func (p *promises) readDay(t *tasks.Task, text string) (when.Date, error) {
	return when.Read(text, t.ExtendFrom(when.Of(p.now())))
}

// readPeople reads who a task is given to, as the entry line would.
func (p *promises) readPeople(t *tasks.Task, text string) ([]tasks.Assignee, bool) {
	r := p.session.Read("#" + string(t.ID) + " (" + text + ")")
	if r.Act != capture.ActChange || r.Change == nil || len(r.Change.Assignees) == 0 {
		return nil, false
	}
	return r.Change.Assignees, true
}

func assigned(who []tasks.Assignee) string {
	names := make([]string, len(who))
	for i, a := range who {
		names[i] = oneBlank(a.String())
	}
	return strings.Join(names, ", ")
}

// weekday writes a date with its day of the week.
func (d *desk) weekday(day when.Date) string {
	if d.lang == lang.German {
		return d.text(lang.Weekdays[day.Weekday()]) + " " + day.German()
	}
	return d.text(lang.Weekdays[day.Weekday()]) + " " + day.String()
}

// outcome puts what became of a task into the minutes and the log, and goes on
// to the next one that nothing was said of.
func (p *promises) outcome(c capture.PromiseOutcome) tea.Cmd {
	if _, err := p.session.Do(c); err != nil {
		return p.fail(err)
	}
	p.look()
	for i := p.at + 1; i < len(p.all); i++ {
		if p.became(&p.all[i]) == "" {
			p.at = i
			break
		}
	}
	return nil
}

// became returns what this telco said of a promise, "" for nothing yet.
func (p *promises) became(it *capture.Promise) string {
	p.sift()
	switch it.Kind {
	case capture.PromisedMotion:
		return p.said[string(it.Motion.ID)]
	case capture.PromisedTopic:
		return p.said[topicKey(it.Topic)]
	}
	return p.said[string(it.Task.ID)]
}

// topicKey is what a topic is found by among ids.
func topicKey(title string) string { return "# " + lang.Key(title) }

// sift looks through the minutes for what was said of promises, if anything
// has changed.
func (p *promises) sift() {
	v := p.desk.view
	if p.said != nil && p.rev == v.Rev {
		return
	}
	p.said, p.rev = map[string]string{}, v.Rev
	for _, e := range v.Entries {
		switch {
		case e.Kind == capture.KindMention && e.TaskID != "":
			p.said[string(e.TaskID)] = afterColon(oneBlank(e.Text))
		case e.Kind == capture.KindMotion && e.MotionID != "":
			p.said[string(e.MotionID)] = p.text(lang.PromiseTaken)
		}
	}
	for i := range v.Topics {
		p.said[topicKey(v.Topics[i].Title)] = p.text(lang.PromiseTaken)
	}
}

// afterColon returns what a mention says of its task: what stands behind the
// assignees.
func afterColon(text string) string {
	if i := strings.LastIndex(text, "): "); i >= 0 {
		return text[i+3:]
	}
	if i := strings.LastIndex(text, ": "); i >= 0 {
		return text[i+2:]
	}
	return text
}

// takeUp takes a motion or a topic up again: the line that does it is put into
// the entry line, to be looked at.
func (p *promises) takeUp() (overlay, tea.Cmd) {
	if p.at >= len(p.all) {
		return p, nil
	}
	switch it := &p.all[p.at]; it.Kind {
	case capture.PromisedMotion:
		line := p.text(lang.CmdMotion) + " " + oneBlank(it.Motion.Title)
		if it.Motion.ID != "" {
			line += " #" + string(it.Motion.ID)
		}
		p.focus = false
		return p, send(typeMsg{line: line})
	case capture.PromisedTopic:
		p.focus = false
		return p, send(typeMsg{line: "# " + oneBlank(it.Topic)})
	default:
		p.focus = false
		return p, send(typeMsg{line: "#" + string(it.Task.ID) + " "})
	}
}

// open counts the promises that nothing was said of yet.
func (p *promises) open() int {
	n := 0
	for i := range p.all {
		if p.became(&p.all[i]) == "" {
			n++
		}
	}
	return n
}

func (p *promises) heading() string {
	return p.text(lang.PromiseTitle) + " · " + p.text(lang.PromiseLeft, p.open(), len(p.all))
}
