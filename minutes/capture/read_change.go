package capture

import (
	"strconv"
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

// change reads "#3 (rpr) freitag", "#091231-2 erledigt": a task that is there,
// and what becomes of it. All behind the number must be understood.
func (g *grammar) change(text string) (Reading, bool) {
	end := strings.IndexFunc(text, func(r rune) bool { return strings.ContainsRune(" \t:,", r) })
	if end < 0 {
		end = len(text)
	}
	short, rest := text[1:end], strings.TrimLeft(text[end:], " \t:,")
	if !isShortID(short) {
		return Reading{}, false
	}
	c, could := g.taskOf(short)
	said, near, ok := g.changeOf(rest, c)
	switch {
	case c == nil && !ok && near == "":
		return Reading{}, false // "#3 Server"
	case c == nil && len(could) > 0:
		r := Reading{Warnings: []*lang.Error{lang.E(lang.WarnManyTasks, short, "#"+strings.Join(could, ", #"))}}
		if !ok {
			rest = near
		}
		r.Offer = &Offer{Line: "#" + could[len(could)-1] + " " + rest}
		return r, false
	case c == nil:
		return Reading{Warnings: []*lang.Error{lang.E(lang.WarnNoTask, short)}}, false
	case !ok && near != "":
		return Reading{Offer: &Offer{Line: "#" + short + " " + near}, Warnings: said.warnings}, false
	case !ok:
		return Reading{Warnings: said.warnings}, false
	}
	said.Of, said.Number, said.Task = c.Of, c.Number, c.Task
	r := Reading{Act: ActChange, Of: c.Of, Change: &said.Change, Warnings: said.warnings}
	r.Err = noNumberYet(r.Change)
	if c.Of != "" {
		r.Text = g.changedText(g.v.Entry(c.Of).Text, &said.Change)
	}
	return r, true
}

// saidChange is a change with what is to be said of it.
type saidChange struct {
	Change
	warnings []*lang.Error
}

// isShortID reports whether s can be an id or the end of one: words of letters
// and digits with dashes between, the last a number.
func isShortID(s string) bool {
	last := s[strings.LastIndexByte(s, '-')+1:]
	if n, err := strconv.Atoi(last); err != nil || n < 1 || n > 999999 || last[0] == '0' || last[0] == '+' {
		return false
	}
	for i := 0; i < len(s); i++ {
		if c := s[i]; !isLetter(c) && (c < '0' || c > '9') && c != '_' && (c != '-' || i == 0) {
			return false
		}
	}
	return true
}

// taskOf returns the task that the short form of an id means: one of this
// meeting, else an earlier one. Could lists what it might be if that is several.
func (g *grammar) taskOf(short string) (c *Change, could []string) {
	number, _ := strconv.Atoi(short)
	for _, e := range g.v.Entries {
		if e.Kind == KindTask && (number > 0 && e.Number == number || e.TaskID != "" && strings.EqualFold(string(e.TaskID), short)) {
			c := &Change{Of: e.ID, Number: e.Number, Task: e.Task}
			c.Task.ID = e.TaskID
			return c, nil
		}
	}
	switch found := tasks.Match(short, g.earlier, ""); len(found) {
	case 0:
		return nil, nil
	case 1:
		return &Change{Task: found[0]}, nil
	default:
		for i := range found {
			could = append(could, string(found[i].ID))
		}
		return nil, could
	}
}

// changeOf reads what becomes of a task. Near is what may have been meant where
// not all is understood.
func (g *grammar) changeOf(rest string, c *Change) (said saidChange, near string, ok bool) {
	rest = strings.TrimSpace(rest)
	if rest == "" {
		return said, g.stateWord(lang.TaskWordDone), false
	}
	word, behind := lang.CutTaskWord(rest)
	switch word {
	case lang.TaskWordAssign:
		if who, all := g.assignees(behind); all {
			said.Assignees = who
			return said, "", true
		}
	case lang.TaskWordDue:
		if g.readDue(strings.TrimSpace(behind), &said) {
			return said, "", true
		}
		return said, "", false
	case lang.NoTaskWord:
	default:
		return g.stateOf(word, behind, c)
	}
	if t, problems := g.readTask("x " + rest); t.Text == "x" && (len(t.Assignees) > 0 || !t.Due.IsZero()) {
		said.Assignees, said.Due = t.Assignees, t.Due
		for _, p := range problems {
			said.warnings = append(said.warnings, p.Err)
		}
		g.warnPast(&said)
		return said, "", true
	}
	if g.readDue(rest, &said) {
		return said, "", true
	}
	if line := strings.TrimPrefix(g.nearAssignees("x "+rest), "x "); line != "" {
		return said, line, false
	}
	if _, all := g.assignees(rest); all {
		return said, "(" + rest + ")", false
	}
	return said, g.nearState(rest), false
}

// stateOf reads what stands behind a word for a task's state: nothing, a date,
// or a reason behind a mark.
func (g *grammar) stateOf(word lang.TaskWord, behind string, c *Change) (said saidChange, near string, ok bool) {
	said.Verb = map[lang.TaskWord]tasks.Verb{
		lang.TaskWordDone: tasks.DoneV, lang.TaskWordReopen: tasks.Reopen, lang.TaskWordWait: tasks.Wait,
		lang.TaskWordResume: tasks.Resume, lang.TaskWordDrop: tasks.Drop, lang.TaskWordNote: tasks.Note,
	}[word]
	reason, ok := lang.CutReason(behind, word)
	if !ok && word != lang.TaskWordNote && g.readDue(strings.TrimSpace(behind), &said) {
		ok = true
	}
	if said.Text = reason; word == lang.TaskWordNote && reason == "" {
		return said, "", false
	}
	if !ok {
		return saidChange{}, "", false
	}
	if c != nil {
		st := c.Task.State
		same := said.Verb == tasks.DoneV && st == tasks.Done || said.Verb == tasks.Reopen && st == tasks.Open ||
			said.Verb == tasks.Wait && st == tasks.Waiting || said.Verb == tasks.Drop && st == tasks.Dropped
		if same {
			said.warnings = append(said.warnings, lang.E(lang.WarnState, shortID(c), minutes.StateName(st)))
		}
	}
	return said, "", true
}

// readDue reads a date, with or without "bis", as the new due date.
func (g *grammar) readDue(s string, said *saidChange) bool {
	words, _ := lang.CutDue(s)
	d, err := g.cal.Read(words)
	if err != nil {
		if many := g.manyDays(err); many != nil {
			said.warnings = append(said.warnings, many)
		}
		return false
	}
	said.Due = d
	g.warnPast(said)
	return true
}

func (g *grammar) warnPast(said *saidChange) {
	if !said.Due.IsZero() && said.Due.Before(g.cal.From) {
		said.warnings = append(said.warnings, lang.E(lang.WarnPastDue, g.day(said.Due)))
	}
}

// assignees reads a list of names, all of whom must be known persons or groups.
func (g *grammar) assignees(list string) (who []tasks.Assignee, all bool) {
	list = strings.TrimPrefix(strings.TrimSpace(list), "@")
	if list == "" || strings.ContainsAny(list, "()") {
		return nil, false
	}
	t, _ := g.readTask("x (" + list + ")")
	if t.Text != "x" || len(t.Assignees) == 0 || !t.Due.IsZero() {
		return nil, false
	}
	for _, a := range t.Assignees {
		if a.Kind == tasks.Nobody || a.Kind == tasks.Everyone {
			return nil, false
		}
	}
	return t.Assignees, true
}

// nearState returns what a misspelt word for a state may have meant, "" for
// nothing.
func (g *grammar) nearState(rest string) string {
	if strings.ContainsAny(rest, " \t") {
		return ""
	}
	both := append(lang.TaskWordsOf(g.lang()), lang.TaskWordsOf(lang.German)...)
	both = append(both, lang.TaskWordsOf(lang.English)...)
	word, _ := nearest(strings.TrimRight(rest, ".!"), both, lang.Spellings)
	if w, _ := lang.CutTaskWord(word); w == lang.TaskWordAssign || w == lang.TaskWordDue {
		return ""
	}
	return word
}

func (g *grammar) stateWord(w lang.TaskWord) string {
	for _, word := range lang.TaskWordsOf(g.lang()) {
		if have, _ := lang.CutTaskWord(word); have == w {
			return word
		}
	}
	return ""
}

// changedText returns what the line of a task of this meeting becomes.
func (g *grammar) changedText(typed string, c *Change) string {
	if c.Due.IsZero() && c.Assignees == nil {
		return typed
	}
	t, _ := minutes.ReadTask(typed, g.ctx, g.cal)
	if c.Assignees != nil {
		t.Assignees = c.Assignees
	}
	if !c.Due.IsZero() {
		t.Due = c.Due
	}
	t.State = tasks.Open
	return strings.TrimPrefix(minutes.FormatTask(t, g.lang(), when.Date{}), "- [ ] ")
}

// shortID is how a change names its task: the number within this meeting, or
// the id of an earlier one.
func shortID(c *Change) string {
	if c.Of != "" {
		return strconv.Itoa(c.Number)
	}
	return string(c.Task.ID)
}
