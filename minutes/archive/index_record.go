package archive

import (
	"errors"
	"slices"
	"strconv"

	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks"
)

// indexed is a task and its file, -1 for none.
type indexed struct {
	task *tasks.Task
	file int
}

// minTask is how few bytes a task may have, its number included.
const minTask = 15

// append writes a task.
func (t *indexed) append(b []byte) []byte {
	k := t.task
	b = appendInt(b, len(k.Assignees))
	for _, a := range k.Assignees {
		kind := byte(a.Kind) << 1
		if a.Tentative {
			kind |= 1
		}
		b = appendText(append(b, kind), a.Nick)
	}
	b = appendText(appendText(b, string(k.ID)), k.Text)
	b = appendDate(appendText(b, string(k.State)), k.Due)
	b = appendDate(appendText(appendInt(b, t.file+1), k.Meeting), k.MeetingDate)
	b = appendText(appendText(b, k.Series), k.Topic)
	b = appendInt(appendInt(b, k.Line), k.Extended)
	return appendBool(appendBool(b, k.Orphan), k.Private)
}

// task reads a task into k, which is empty, and returns its file.
func (r *reader) task(k *tasks.Task) (file int) {
	if n := r.count(2); n > 0 {
		k.Assignees = make([]tasks.Assignee, n)
	}
	for i := range k.Assignees {
		kind := r.byte()
		k.Assignees[i] = tasks.Assignee{Kind: tasks.AssigneeKind(kind >> 1), Tentative: kind&1 != 0, Nick: r.text()}
	}
	k.ID, k.Text = tasks.ID(r.text()), r.text()
	k.State, k.Due = tasks.State(r.text()), r.date()
	file, k.Meeting, k.MeetingDate = r.int()-1, r.text(), r.date()
	k.Series, k.Topic = r.text(), r.text()
	k.Line, k.Extended = r.int(), r.int()
	k.Orphan, k.Private = r.bool(), r.bool()
	return file
}

// The kinds of problems in an index.
const (
	problemText   = iota // message and hint, in German and English
	problemLine          // a *tasks.EventError: code and word
	problemMotion        // what a line of the log of motions lacks: its number in motionErrors, or a word that is no id
)

// motionErrors is what lines of the log of motions may lack; an index knows
// them by their place here.
func motionErrors() []error {
	return []error{motions.ErrCut, motions.ErrInstant, motions.ErrVerb, motions.ErrDigest, motions.ErrArgs, motions.ErrText, motions.ErrMarker}
}

func appendProblem(b []byte, p Problem) []byte {
	b = appendInt(appendText(b, p.Path), p.Line)
	var e *tasks.EventError
	if errors.As(p.Err, &e) {
		return appendText(appendText(appendText(appendText(append(b, problemLine), string(e.Code)), e.Word), ""), "")
	}
	var id *motions.BadIDError
	if i := slices.IndexFunc(motionErrors(), func(known error) bool { return errors.Is(p.Err, known) }); i >= 0 || errors.As(p.Err, &id) {
		word := ""
		if id != nil {
			word = id.Text
		}
		return appendText(appendText(appendText(appendText(append(b, problemMotion), strconv.Itoa(i)), word), ""), "")
	}
	b = append(b, problemText)
	for _, l := range []lang.Lang{lang.German, lang.English} {
		b = appendText(appendText(b, lang.Say(p.Err, l)), lang.HintOf(p.Err, l))
	}
	return b
}

func (r *reader) problem() Problem {
	p := Problem{Path: r.text(), Line: r.int()}
	kind, de, deHint, en, enHint := r.byte(), r.text(), r.text(), r.text(), r.text()
	if kind == problemLine {
		p.Err = &tasks.EventError{Code: tasks.Code(de), Word: deHint}
		return p
	}
	if kind == problemMotion {
		i, err := strconv.Atoi(de)
		if known := motionErrors(); err == nil && i >= 0 && i < len(known) {
			p.Err = known[i]
		} else {
			p.Err = &motions.BadIDError{Text: deHint}
		}
		return p
	}
	e := lang.E(lang.T(de, en))
	if enHint != "" {
		e.Hint(lang.T(deHint, enHint))
	}
	p.Err = e
	return p
}
