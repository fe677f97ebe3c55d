package tui

import (
	tea "charm.land/bubbletea/v2"

	"telko/minutes/capture"
	"telko/minutes/lang"
)

// promisedMsg is what earlier telcos left to this one.
type promisedMsg struct {
	all  []capture.Promise
	show bool // to be shown, not only kept
	err  error
}

// openTelco shows the opening, unless there is a telco already or nothing to
// ask.
func (a *app) openTelco() tea.Cmd {
	if a.session != nil {
		return a.askPromises(a.opt.Plan, false)
	}
	if a.opt.Begin == nil {
		return nil
	}
	o := newOpening(a.desk)
	a.over = o
	if o.goesOn() {
		return o.begin()
	}
	return nil
}

// askPromises finds out, beside the screen, what was promised.
func (a *app) askPromises(p capture.Plan, show bool) tea.Cmd {
	get := a.opt.Promises
	if get == nil {
		return nil
	}
	return func() tea.Msg {
		all, err := get(p)
		return promisedMsg{all, show, err}
	}
}

// begun takes the telco that was begun. Who was there already comes first, then
// what was typed while it began; the list of promises stands aside, so that it
// takes no key from somebody who begins to write.
func (a *app) begun(msg begunMsg) tea.Cmd {
	var early []tea.Msg
	fresh := true
	if o, ok := a.over.(*opening); ok {
		early, fresh = o.early, !o.goesOn() && !o.again()
	}
	a.session, a.over = msg.session, nil
	a.look()
	cmd := a.askPromises(msg.plan, fresh)
	if fresh {
		cmd = batch(cmd, a.arrived(msg.lines))
	} else {
		cmd = batch(cmd, say(a.text(lang.OpeningResumed)))
	}
	for _, m := range early {
		cmd = batch(cmd, a.update(m))
	}
	return cmd
}

// arrived enters who is there already.
func (a *app) arrived(lines []string) tea.Cmd {
	for _, l := range lines {
		r, err := a.session.Enter(l)
		switch {
		case err != nil:
			return a.fail(err)
		case r.Act != capture.ActCome && r.Act != capture.ActExcuse:
			// Nobody of that name is known: the line is to be looked at.
			if _, err := a.session.Do(capture.UndoLast{}); err != nil {
				return a.fail(err)
			}
			a.setEntry(l, len(l))
		}
	}
	return nil
}

// promisedNow keeps what was promised and shows it, if somebody is to see it.
func (a *app) promisedNow(msg promisedMsg) tea.Cmd {
	if msg.err != nil {
		return a.fail(msg.err)
	}
	a.promised = msg.all
	if msg.show && len(msg.all) > 0 && a.over == nil {
		return a.open(newPromises(a.desk, false))
	}
	return nil
}
