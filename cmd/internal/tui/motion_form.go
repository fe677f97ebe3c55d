package tui

import (
	"slices"
	"strconv"
	"strings"

	"telko/minutes/capture"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks/when"
)

// motionForm is a motion with its passages, for text that is too long for the
// entry line: pasted from a mail it is taken apart at its labels, and wherever
// the cursor stands an answer or a comment can be put in, after which the text
// goes on. Nothing of it is in the minutes before it is taken.
type motionForm struct {
	form                   // title and petitioner; at is also the place in parts, behind the fields
	of     *capture.Entry  // the motion's heading; nil for a new one
	parts  []*formPart     // at least one
	ask    *prompt         // asks who speaks; nil if it does not
	drop   bool            // esc was pressed once
	asked  bool            // whether there is a draft of it
	kept   string          // what its draft says
	past   []motionState   // for undo
	future []motionState   // for redo
	before *motionSnapshot // what it was opened with
	body   scroll          // of the passages
}

// formPart is a passage in the form.
type formPart struct {
	entry *capture.Entry // nil for a new one
	kind  motions.Kind
	by    string
	clock when.Clock
	box   *textBox
}

// motionSnapshot is what a form says.
type motionSnapshot struct {
	title, petitioner string
	parts             []snapshotPart
}

type snapshotPart struct {
	entry *capture.Entry
	kind  motions.Kind
	by    string
	clock when.Clock
	text  string
}

// motionState is what undo returns to.
type motionState struct {
	motionSnapshot
	at       int
	row, col int
}

var _ overlay = (*motionForm)(nil)

// newMotionForm returns the form of the motion one is in, or of a new one.
func newMotionForm(d *desk) *motionForm {
	f := emptyMotionForm(d)
	if e := d.view.Entry(d.view.Motion); e != nil {
		f.load(e)
	}
	f.before = f.snapshot()
	return f
}

func emptyMotionForm(d *desk) *motionForm {
	f := &motionForm{form: form{desk: d}}
	f.fields = []*field{d.textField(lang.MotionTitle, ""), d.textField(lang.MotionPetitioner, ""), d.numberField(lang.MotionNumber, "")}
	f.parts = []*formPart{f.part(motions.TextPart, "", "")}
	return f
}

// load takes a motion of the minutes into the form.
func (f *motionForm) load(e *capture.Entry) {
	f.of = e
	f.fields = f.fields[:2] // it has its number
	f.fields[0].set(e.Text)
	f.parts = nil
	for _, p := range f.desk.view.Entries {
		if p.Motion == e.ID && p.Kind == capture.KindPassage && p.Passage == capture.Petition {
			f.fields[1].set(p.Text)
		} else if p.Motion == e.ID && p.Kind == capture.KindPassage {
			part := f.part(p.Passage, p.By, p.Text)
			part.entry, part.clock = p, p.Clock
			f.parts = append(f.parts, part)
		}
	}
	if len(f.parts) == 0 {
		f.parts = []*formPart{f.part(motions.TextPart, "", "")}
	}
	f.at = len(f.fields) + len(f.parts) - 1
}

func (f *motionForm) part(kind motions.Kind, by, text string) *formPart {
	p := &formPart{kind: kind, by: by, box: newTextBox(&f.desk.cells, text)}
	p.box.before = f.remember
	return p
}

// number returns the motion's number as the form has it, 0 for none.
func (f *motionForm) number() int {
	if f.of != nil {
		return f.of.Number
	}
	n, _ := strconv.Atoi(f.fields[2].value())
	return n
}

// here returns the passage that has the keys, nil if a field has them.
func (f *motionForm) here() *formPart {
	if i := f.at - len(f.fields); i >= 0 {
		return f.parts[i]
	}
	return nil
}

// focus moves n fields or passages on.
func (f *motionForm) focus(n int) {
	all := len(f.fields) + len(f.parts)
	f.at = (f.at + n + all) % all
	if p := f.here(); p != nil {
		p.box.typing = false
	} else {
		f.current().line.end()
	}
}

// empty reports whether there is nothing in the form yet.
func (f *motionForm) empty() bool {
	return len(f.parts) == 1 && f.parts[0].box.Empty() && f.parts[0].entry == nil
}

// takeText takes a pasted text apart: all of it into an empty form, else what
// is at the cursor.
func (f *motionForm) takeText(text string) {
	f.remember(false)
	m := readMotionText(text)
	f.setIfEmpty(0, m.title)
	f.setIfEmpty(1, m.petitioner)
	if m.number > 0 && len(f.fields) > 2 {
		f.setIfEmpty(2, strconv.Itoa(m.number))
	}
	var fresh []*formPart
	for _, p := range m.parts {
		part := f.part(p.kind, p.by, p.text)
		part.clock = p.clock
		fresh = append(fresh, part)
	}
	if len(fresh) == 0 {
		return
	}
	i := max(f.at-len(f.fields), 0)
	if p := f.parts[i]; p.entry != nil || p.kind != motions.TextPart && fresh[0].kind == motions.TextPart {
		// A passage keeps what it is; what stands in front of the first label
		// is its text.
		if fresh[0].kind == motions.TextPart || fresh[0].kind == p.kind {
			p.box.setText(fresh[0].box.Text())
			fresh = fresh[1:]
			i++
		} else {
			p.box.setText("")
			i++
		}
		f.parts = slices.Insert(f.parts, i, fresh...)
		i--
	} else {
		f.parts = slices.Replace(f.parts, i, i+1, fresh...)
	}
	f.at = len(f.fields) + i + max(len(fresh)-1, 0)
}

func (f *motionForm) setIfEmpty(i int, text string) {
	if f.fields[i].value() == "" {
		f.fields[i].set(text)
	}
}

// cutIn ends the passage at the cursor and puts one of another kind behind it.
// Of an answer or a comment the text goes on behind it as what it was.
func (f *motionForm) cutIn(kind motions.Kind) {
	p := f.here()
	if p == nil {
		p = f.parts[len(f.parts)-1]
		p.box.end()
	}
	f.remember(false)
	i := slices.Index(f.parts, p)
	rest := p.box.split()
	fresh := []*formPart{f.part(kind, "", "")}
	if kind != motions.Answer && kind != motions.Comment {
		fresh[0].box.setText(rest)
		fresh[0].box.home()
	} else if rest != "" {
		goesOn := f.part(p.kind, "", rest)
		goesOn.box.home()
		fresh = append(fresh, goesOn)
	}
	if p.box.Empty() && p.entry == nil && p.by == "" {
		f.parts = slices.Replace(f.parts, i, i+1, fresh...)
		i--
	} else {
		f.parts = slices.Insert(f.parts, i+1, fresh...)
	}
	f.at = len(f.fields) + i + 1
}

// join adds a passage to the one in front of it.
func (f *motionForm) join(i int) {
	if i <= 0 || i >= len(f.parts) {
		return
	}
	f.remember(false)
	into, p := f.parts[i-1], f.parts[i]
	if p.entry != nil && into.entry == nil && into.box.Empty() { // the older one stays
		f.parts = slices.Delete(f.parts, i-1, i)
		f.at = len(f.fields) + i - 1
		p.box.home()
		return
	}
	before := into.box.Text()
	if before != "" && !p.box.Empty() {
		before += "\n"
	}
	into.box.setText(before + p.box.Text())
	into.box.row = strings.Count(before, "\n")
	into.box.col, into.box.goal = 0, -1
	f.parts = slices.Delete(f.parts, i, i+1)
	f.at = len(f.fields) + i - 1
}

// otherKind makes the passage the next kind in a round.
func (f *motionForm) otherKind() {
	p := f.here()
	if p == nil {
		return
	}
	f.remember(false)
	i := slices.Index(formKinds[:], p.kind)
	p.kind = formKinds[(i+1)%len(formKinds)]
}

// formKinds are the kinds that a passage can be made in the form.
var formKinds = [...]motions.Kind{
	motions.TextPart, motions.Reasons, motions.Answer, motions.Comment, motions.Amendment,
}

func (f *motionForm) snapshot() *motionSnapshot {
	s := &motionSnapshot{title: f.fields[0].value(), petitioner: f.fields[1].value()}
	for _, p := range f.parts {
		s.parts = append(s.parts, snapshotPart{p.entry, p.kind, p.by, p.clock, p.box.Text()})
	}
	return s
}

// remember notes the present state for undo, unless a letter only goes on with
// what was typed.
func (f *motionForm) remember(goesOn bool) {
	if goesOn && len(f.past) > 0 {
		return
	}
	f.past = append(f.past, f.state())
	f.future = nil
	for held := 0; len(f.past) > 2; {
		held = 0
		for _, s := range f.past {
			for _, p := range s.parts {
				held += len(p.text)
			}
		}
		if held <= maxRememberedBytes {
			return
		}
		f.past = f.past[1:]
	}
}

// maxRememberedBytes bounds what the states for undo hold together.
const maxRememberedBytes = 4 << 20

func (f *motionForm) state() motionState {
	s := motionState{motionSnapshot: *f.snapshot(), at: f.at}
	if p := f.here(); p != nil {
		s.row, s.col = p.box.row, p.box.col
	}
	return s
}

func (f *motionForm) swap(from, to *[]motionState) {
	n := len(*from)
	if n == 0 {
		return
	}
	*to = append(*to, f.state())
	s := (*from)[n-1]
	*from = (*from)[:n-1]
	f.restore(&s.motionSnapshot)
	f.at = s.at
	if p := f.here(); p != nil {
		p.box.row, p.box.col = s.row, s.col
	}
}

// restore puts back the passages; what was typed into the fields stays.
func (f *motionForm) restore(s *motionSnapshot) {
	f.parts = nil
	for _, p := range s.parts {
		part := f.part(p.kind, p.by, p.text)
		part.entry, part.clock = p.entry, p.clock
		f.parts = append(f.parts, part)
	}
}

// changed reports whether the form says something else than when it was
// opened.
func (f *motionForm) changed() bool {
	now := f.snapshot()
	return now.title != f.before.title || now.petitioner != f.before.petitioner || !slices.Equal(now.parts, f.before.parts)
}

// openMotionForm returns the form that was put aside, if there is one for what
// one is at, else a fresh one.
func openMotionForm(d *desk) *motionForm {
	if f := d.dropped; f != nil {
		d.dropped, f.drop = nil, false
		if f.of == nil || d.view.Entry(f.of.ID) == f.of {
			return f
		}
	}
	return newMotionForm(d)
}
