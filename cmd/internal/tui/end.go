package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"telko/minutes/capture"
	"telko/minutes/lang"
	"telko/tasks/when"
)

// review is what a careful keeper looks at: tasks for nobody, motions without
// an answer, people never seen, topics left over, notes that read like a
// promise. It forbids nothing. At the end of a telco it stands before two more
// rows, the time and the end itself.
type review struct {
	*desk
	ending bool
	items  []capture.ReviewItem
	rev    int             // of the View they were found in
	leave  map[string]bool // topics that are not for the next telco
	clock  when.Clock      // zero: now
	ask    *prompt
	choice
	h int
}

var _ overlay = (*review)(nil)

func newReview(d *desk, ending bool, at when.Clock) *review {
	r := &review{desk: d, ending: ending, leave: map[string]bool{}, clock: at, rev: -1}
	r.refresh()
	if len(r.items) == 0 && ending {
		r.at = 1
	}
	return r
}

// refresh looks again what there is to look at, if anything has changed.
func (r *review) refresh() {
	r.look()
	if r.rev != r.desk.view.Rev {
		r.items, r.rev = r.session.Review(), r.desk.view.Rev
	}
	r.at = max(min(r.at, r.rows()-1), 0)
}

// rows is how many rows can be chosen: items, and at the end time and end.
func (r *review) rows() int {
	if r.ending {
		return len(r.items) + 2
	}
	return len(r.items)
}

// item returns the item that is chosen, nil if none is.
func (r *review) item() *capture.ReviewItem {
	if r.at < len(r.items) {
		return &r.items[r.at]
	}
	return nil
}

func (r *review) keys() []binding {
	if r.ask != nil {
		return promptKeys()
	}
	var keys []binding
	if r.ending {
		keys = append(keys, binding{act: dlgDone, keys: []string{"ctrl+s", "f10"}, text: lang.EndKeys, bar: lang.EndBar})
	}
	enter := binding{act: dlgAccept, keys: []string{"enter"}, text: lang.ReviewGo, bar: lang.ReviewBarGo}
	switch {
	case r.ending && r.at == len(r.items):
		enter.bar = lang.EndBarTime
	case r.ending && r.at > len(r.items):
		enter.bar = lang.EndBar
		keys = nil
	}
	keys = append(keys, enter)
	if it := r.item(); it != nil && it.Offers() {
		bar := lang.ReviewBarTask
		if it.Code == capture.ReviewLeftOver {
			bar = lang.ReviewBarNext
		}
		keys = append(keys, binding{act: dlgToggle, keys: []string{"space"}, text: lang.ReviewToggle, bar: bar})
	} else {
		keys = append(keys, binding{act: dlgToggle, keys: []string{"space"}, text: lang.ReviewToggle})
	}
	end := closeKey()
	end.text, end.bar = lang.DlgBack, lang.DlgBarBack
	keys = append(keys, binding{act: dlgUndo, keys: []string{"f8"}, text: lang.KeysUndo}, helpKey(), end)
	return append(keys, scrollKeys()...)
}

func (r *review) update(msg tea.Msg) (overlay, tea.Cmd) {
	if r.ask != nil {
		done, cmd := r.ask.update(msg)
		if done {
			r.ask = nil
		}
		return r, cmd
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		r.refresh()
		return r, nil
	}
	act := bound(r.keys(), k)
	switch act {
	case dlgClose:
		return nil, nil
	case dlgHelp:
		return newHelp(r.desk, r), nil
	case dlgUndo:
		cmd := r.undoLast()
		r.refresh()
		return r, cmd
	case dlgToggle:
		return r, r.toggle()
	case dlgDone:
		return r.end()
	case dlgAccept:
		return r.enter()
	}
	r.by(act, r.rows(), r.h)
	return r, nil
}

// toggle takes what an item offers: a note becomes a task at once, a topic goes
// to the next telco, or does not, when this one ends.
func (r *review) toggle() tea.Cmd {
	it := r.item()
	if it == nil || !it.Offers() {
		return nil
	}
	if it.Code == capture.ReviewLeftOver {
		key := lang.Key(it.Topic)
		r.leave[key] = !r.leave[key]
		return nil
	}
	if err := r.session.Accept(*it); err != nil {
		return r.fail(err)
	}
	r.refresh()
	return say(r.text(lang.ReviewBecame, keyName("f8", r.lang)))
}

// enter does what the row is there for: it goes to where an item can be mended,
// asks for the time, or ends the telco.
func (r *review) enter() (overlay, tea.Cmd) {
	it := r.item()
	switch {
	case it == nil && r.ending && r.at == len(r.items):
		r.askTime()
		return r, nil
	case it == nil && r.ending:
		return r.end()
	case it == nil:
		return nil, nil
	case it.Code == capture.ReviewNoAssignee:
		if e := r.desk.view.Entry(it.Entry); e != nil && lang.HintOf(it.Says, r.lang) != "" {
			line, _, _ := strings.Cut(lang.HintOf(it.Says, r.lang), "(")
			return nil, send(typeMsg{line: line + "("})
		}
	case it.Code == capture.ReviewUnseen:
		return nil, send(typeMsg{line: "?" + r.called(it.Person)})
	case it.Code == capture.ReviewNobody:
		return nil, send(typeMsg{line: "+"})
	}
	if it.Entry == "" {
		return r, nil
	}
	return nil, send(chooseMsg{it.Entry})
}

func (r *review) called(p capture.Presence) string {
	if p.Nick != "" {
		return p.Nick
	}
	return p.Name
}

// askTime asks when the telco ended.
func (r *review) askTime() {
	r.ask = r.newPrompt(lang.EndTime, "", func(text string) tea.Cmd {
		r.clock, _ = when.ReadClock(text)
		r.at = len(r.items) + 1
		return nil
	})
	r.ask.suggest(r.time().String())
	r.ask.echo = func(text string) (string, bool) {
		c, err := when.ReadClock(text)
		if err != nil {
			return r.text(lang.EndNoTime), false
		}
		return r.text(lang.EndAt, c), true
	}
}

// time returns when the telco ends.
func (r *review) time() when.Clock {
	if !r.clock.IsZero() {
		return r.clock
	}
	now := r.now()
	return when.ClockAt(now.Hour(), now.Minute())
}

// leftOver returns the topics that go to the next telco.
func (r *review) leftOver() []string {
	var titles []string
	for i := range r.items {
		if it := &r.items[i]; it.Code == capture.ReviewLeftOver && !r.leave[lang.Key(it.Topic)] {
			titles = append(titles, it.Topic)
		}
	}
	return titles
}

// end ends the telco; what follows is a page of its own.
func (r *review) end() (overlay, tea.Cmd) {
	if !r.ending {
		return r, nil
	}
	if _, err := r.session.Do(capture.EndTelco{At: r.time()}); err != nil {
		return r, r.fail(err)
	}
	r.look()
	e := newEnded(r.desk)
	return e, e.postpone(r.leftOver())
}
